#include "tm/project/check_job.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "tm/format/tsv.h"
#include "tm/format/unit_formats.h"
#include "tm/memory/database.h"
#include "tm/project/alignment_job.h"
#include "tm/project/lexicon_cache.h"
#include "tm/project/lexicon_layers.h"
#include "tm/project/name_dictionary.h"
#include "tm/project/terms.h"
#include "tm/text/sentences.h"
#include "tm/variant/variants.h"

namespace mizan {
namespace {

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  for_each_line(text, [&](std::size_t, std::string_view row) { lines.emplace_back(row); });
  return lines;
}

// The beads of the pair with the Arabic as source, whichever file came first.
Alignment arabic_first(Alignment alignment, const TextPair& pair) {
  if (pair.first.segmented.language == Language::kEnglish) {
    for (Bead& bead : alignment.beads) std::swap(bead.source, bead.target);
  }
  return alignment;
}

Alignment align_request(const CheckRequest& request, const TextPair& pair, const Database* memory) {
  const std::size_t lines = pair.first.segmented.segments.size();
  if (request.segmentation == Segmentation::kLines &&
      lines == pair.second.segmented.segments.size()) {
    return line_by_line(lines);
  }
  return arabic_first(align_pair(pair, load_lexicon_index({.memory = memory})), pair);
}

void check_pair(const CheckRequest& request, const Database* memory, const TermRecognizer& terms,
                const NameKnowledge& names, CheckResult& result) {
  const TextPair pair = read_text_pair(request.files[0], request.files[1], request.segmentation);
  const TextInput& arabic = pair.side(Language::kArabic);
  const TextInput& english = pair.side(Language::kEnglish);
  const Alignment alignment = align_request(request, pair, memory);
  const VariantDocument document{&arabic.segmented, arabic.text, &english.segmented, english.text,
                                 &alignment};
  const std::vector<NameCluster> clusters = find_variants({&document, 1}, names);
  result.findings =
      check_texts({&arabic.segmented, arabic.text}, {&english.segmented, english.text}, alignment,
                  {&terms, &names, clusters}, request.options);
  result.arabic_lines = lines_of(arabic.text);
  result.english_lines = lines_of(english.text);
}

// The records of a bilingual file. One that is not translated is a record too: its target is
// missing.
std::vector<BilingualRecord> read_records(const std::string& path, CheckResult& result) {
  std::vector<BilingualRecord> records;
  bool increasing = true;
  const UnitSource source = unit_sources({&path, 1}).front();
  const auto visit = [&](const TranslationUnit& unit) {
    BilingualRecord record;
    record.id = unit_id(unit);
    record.document = unit.origin.document;
    record.arabic = unit.arabic;
    record.english = unit.english;
    record.line = unit.origin.line;
    increasing = increasing && record.line > (records.empty() ? 0 : records.back().line);
    records.push_back(std::move(record));
  };
  const UnitReadSummary summary = source.format->read(
      source.paths, visit,
      {.malformed = MalformedRecord::kSkip, .incomplete = IncompleteUnits::kHandOut});
  // A file without line breaks holds all of its records in one line: then they are numbered.
  if (!increasing) {
    for (std::size_t i = 0; i < records.size(); ++i) records[i].line = i + 1;
  }
  result.diagnostics.insert(result.diagnostics.end(), summary.diagnostics.begin(),
                            summary.diagnostics.end());
  return records;
}

// One side of the records of a document as a text of its own. Lines of the pretended input are
// lines of the file, so that places need no translation.
class RecordText {
 public:
  explicit RecordText(Language language) { text_.language = language; }

  void add(std::size_t line, const std::string& record) {
    input_.append(line - line_, '\n');
    line_ = line;
    Segment segment;
    segment.text = record;
    // A line break inside a record (TMX has them) opens no line of the file.
    std::ranges::replace(segment.text, '\n', ' ');
    segment.range = {input_.size(), input_.size() + record.size()};
    segment.line = line - 1;
    input_ += segment.text;
    text_.segments.push_back(std::move(segment));
  }

  const SegmentedText& text() const { return text_; }
  std::string_view input() const { return input_; }

 private:
  SegmentedText text_;
  std::string input_;
  std::size_t line_ = 1;  // of the end of the input
};

// Names are compared within a document: consecutive records that name the same one.
std::vector<NameCluster> names_of_documents(const std::vector<BilingualRecord>& records,
                                            const NameKnowledge& names) {
  std::vector<NameCluster> clusters;
  for (std::size_t begin = 0; begin < records.size();) {
    RecordText arabic(Language::kArabic);
    RecordText english(Language::kEnglish);
    std::size_t end = begin;
    for (; end < records.size() && records[end].document == records[begin].document; ++end) {
      arabic.add(records[end].line, records[end].arabic);
      english.add(records[end].line, records[end].english);
    }
    const Alignment alignment = line_by_line(end - begin);
    const VariantDocument document{&arabic.text(), arabic.input(), &english.text(), english.input(),
                                   &alignment};
    for (NameCluster& cluster : find_variants({&document, 1}, names)) {
      clusters.push_back(std::move(cluster));
    }
    begin = end;
  }
  return clusters;
}

void check_bilingual(const CheckRequest& request, const TermRecognizer& terms,
                     const NameKnowledge& names, CheckResult& result) {
  const std::string& path = request.files[0];
  const std::vector<BilingualRecord> records = read_records(path, result);
  if (records.empty()) {
    throw Error(ErrorKind::kMalformed, "holds no Arabic-English record", {.file = path},
                "give a bilingual file, or an Arabic and an English text");
  }
  const std::vector<NameCluster> clusters = names_of_documents(records, names);
  result.findings = check_records(records, {&terms, &names, clusters}, request.options);
  for (const BilingualRecord& record : records) {
    result.arabic_lines.resize(record.line);
    result.english_lines.resize(record.line);
    result.arabic_lines.back() = record.arabic;
    result.english_lines.back() = record.english;
  }
}

}  // namespace

CheckResult run_check(const CheckRequest& request) {
  CheckResult result;
  const std::unique_ptr<Database> database = open_if_present(request.memory_path);
  const TermRecognizer terms = load_terms(request.glossaries, database.get(), result.diagnostics);
  const Lexicon lexicon = load_lexicon({.freedict = true});
  const NameDictionary names(lexicon, database.get());
  if (request.files.size() == 2) {
    check_pair(request, database.get(), terms, names, result);
  } else {
    check_bilingual(request, terms, names, result);
  }
  return result;
}

}  // namespace mizan
