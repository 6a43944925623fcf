#include "tm/project/check_job.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "tm/base/encoding.h"
#include "tm/base/file.h"
#include "tm/format/tmx_reader.h"
#include "tm/format/tsv.h"
#include "tm/format/xml_stream.h"
#include "tm/memory/database.h"
#include "tm/project/alignment_job.h"
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

Alignment align_request(const CheckRequest& request, const TextPair& pair, const Lexicon& lexicon) {
  const std::size_t lines = pair.first.segmented.segments.size();
  if (request.segmentation == Segmentation::kLines &&
      lines == pair.second.segmented.segments.size()) {
    return line_by_line(lines);
  }
  return arabic_first(align_pair(pair, LexiconIndex(lexicon)), pair);
}

void check_pair(const CheckRequest& request, const TermRecognizer& terms,
                const NameKnowledge& names, const Lexicon& lexicon, CheckResult& result) {
  const TextPair pair = read_text_pair(request.files[0], request.files[1], request.segmentation);
  const TextInput& arabic = pair.side(Language::kArabic);
  const TextInput& english = pair.side(Language::kEnglish);
  const Alignment alignment = align_request(request, pair, lexicon);
  const VariantDocument document{&arabic.segmented, arabic.text, &english.segmented, english.text,
                                 &alignment};
  const std::vector<NameCluster> clusters = find_variants({&document, 1}, names);
  result.findings =
      check_texts({&arabic.segmented, arabic.text}, {&english.segmented, english.text}, alignment,
                  {&terms, clusters}, request.options);
  result.arabic_lines = lines_of(arabic.text);
  result.english_lines = lines_of(english.text);
}

std::vector<BilingualRecord> read_tsv_records(const std::string& path, CheckResult& result) {
  std::vector<BilingualRecord> records;
  std::optional<TsvColumns> columns;
  const std::string text = read_text(path).text;
  const bool swapped = english_comes_first(text);
  for_each_line(text, [&](std::size_t line, std::string_view row) {
    const std::vector<std::string_view> fields = split_row(row);
    if (!columns) {
      columns = parse_header(fields);
      if (columns) return;
      columns.emplace();
      if (swapped) std::swap(columns->arabic, columns->english);
    }
    if (row.empty()) return;
    const auto field = [&](std::optional<std::size_t> column) {
      return column && *column < fields.size() ? std::string(fields[*column]) : std::string();
    };
    if (fields.size() <= std::max(columns->arabic, columns->english)) {
      result.diagnostics.push_back(
          {"a column is missing; write Arabic TAB English in every row", {path, line}});
      return;
    }
    records.push_back({field(columns->find("id")), field(columns->find("document")),
                       field(columns->arabic), field(columns->english), line});
  });
  return records;
}

std::vector<BilingualRecord> read_tmx_records(const std::string& path, CheckResult& result) {
  std::vector<BilingualRecord> records;
  TmxSummary summary = read_tmx(path, [&](const TranslationUnit& unit) {
    BilingualRecord record;
    for (const auto& [type, value] : unit.properties) {
      if (type == kTuidProperty) record.id = value;
    }
    record.document = unit.origin.document;
    record.arabic = unit.arabic;
    record.english = unit.english;
    record.line = records.size() + 1;
    records.push_back(std::move(record));
  });
  result.diagnostics.insert(result.diagnostics.end(), summary.diagnostics.begin(),
                            summary.diagnostics.end());
  return records;
}

void check_bilingual(const CheckRequest& request, const TermRecognizer& terms,
                     const NameKnowledge& names, CheckResult& result) {
  const std::string& path = request.files[0];
  const std::vector<BilingualRecord> records =
      opens_xml(read_start(path)) ? read_tmx_records(path, result) : read_tsv_records(path, result);
  if (records.empty()) {
    throw Error(ErrorKind::kMalformed, "holds no Arabic-English record", {.file = path},
                "give a TMX or a TSV, or an Arabic and an English text");
  }
  // Names are compared within a document; each document is a pair of texts of its own.
  std::vector<NameCluster> clusters;
  for (std::size_t begin = 0; begin < records.size();) {
    std::size_t end = begin;
    SegmentedText arabic{{}, Language::kArabic, {}};
    SegmentedText english{{}, Language::kEnglish, {}};
    std::string arabic_input;
    std::string english_input;
    const auto add = [](SegmentedText& side, std::string& input, const BilingualRecord& record,
                        const std::string& text) {
      // Lines of the pretended input are lines of the file, so that places need no translation.
      input.append(
          record.line - 1 - static_cast<std::size_t>(std::count(input.begin(), input.end(), '\n')),
          '\n');
      Segment segment;
      segment.text = text;
      segment.range = {input.size(), input.size() + text.size()};
      segment.line = record.line - 1;
      input += text;
      side.segments.push_back(std::move(segment));
    };
    for (; end < records.size() && records[end].document == records[begin].document; ++end) {
      add(arabic, arabic_input, records[end], records[end].arabic);
      add(english, english_input, records[end], records[end].english);
    }
    const Alignment alignment = line_by_line(end - begin);
    const VariantDocument document{&arabic, arabic_input, &english, english_input, &alignment};
    for (NameCluster& cluster : find_variants({&document, 1}, names)) {
      clusters.push_back(std::move(cluster));
    }
    begin = end;
  }
  result.findings = check_records(records, {&terms, clusters}, request.options);
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
  const Lexicon lexicon = load_lexicon({.freedict = request.files.size() == 2});
  const NameDictionary names(lexicon, database.get());
  if (request.files.size() == 2) {
    check_pair(request, terms, names, lexicon, result);
  } else {
    check_bilingual(request, terms, names, result);
  }
  return result;
}

}  // namespace mizan
