#include "tm/project/check_job.h"

#include <algorithm>
#include <iterator>
#include <mutex>
#include <new>
#include <optional>
#include <utility>

#include "tm/base/encoding.h"
#include "tm/base/parallel.h"
#include "tm/format/unit_formats.h"
#include "tm/memory/database.h"
#include "tm/memory/lookup.h"
#include "tm/memory/memory.h"
#include "tm/project/alignment_job.h"
#include "tm/project/lexicon_cache.h"
#include "tm/project/lexicon_layers.h"
#include "tm/project/name_dictionary.h"
#include "tm/project/ordered_batch.h"
#include "tm/project/record_places.h"
#include "tm/variant/variants.h"

namespace mizan {
namespace {

// The beads of the pair with the Arabic as source, whichever file came first.
Alignment arabic_first(Alignment alignment, const TextPair& pair) {
  if (pair.first.segmented.language == Language::kEnglish) {
    for (Bead& bead : alignment.beads) std::swap(bead.source, bead.target);
  }
  return alignment;
}

CheckedSide taken_side(TextInput& input) {
  return {std::move(input.segmented), std::move(input.text)};
}

CheckedText view_of(const CheckedSide& side) { return {&side.text, side.input}; }

VariantDocument document_of(const CheckedSide& arabic, const CheckedSide& english,
                            const Alignment& alignment) {
  return {&arabic.text, arabic.input, &english.text, english.input, &alignment};
}

// The records of a bilingual file. One that is not translated is a record too: its target is
// missing.
std::vector<BilingualRecord> read_records(const std::string& path, CheckedFile& checked) {
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
    checked.lines = CheckedFile::Lines::kOfRecords;
    for (std::size_t i = 0; i < records.size(); ++i) records[i].line = i + 1;
  }
  const bool table = source.format->id == "tsv" || source.format->id == "csv";
  if (table && std::ranges::any_of(records, [](const BilingualRecord& record) {
        return !record.document.empty();
      })) {
    checked.documents = CheckedFile::Documents::kAlone;
  }
  checked.diagnostics = summary.diagnostics;
  checked.malformed = summary.malformed;
  return records;
}

// Adds a record to its side. Lines of the pretended input are lines of the file, so that places
// need no translation.
void add_record(std::size_t line, const std::string& record, CheckedSide& side) {
  const std::size_t last = side.text.segments.empty() ? 0 : side.text.segments.back().line;
  side.input.append(line - 1 - last, '\n');
  Segment segment;
  segment.text = record;
  // A line break inside a record (TMX has them) opens no line of the file.
  std::ranges::replace(segment.text, '\n', ' ');
  segment.range = {side.input.size(), side.input.size() + record.size()};
  segment.line = line - 1;
  side.input += segment.text;
  side.text.segments.push_back(std::move(segment));
}

// A file that cannot be read twice has no places.
void find_places(const std::string& path, std::span<const BilingualRecord> records,
                 CheckedFile& checked) {
  if (path == "-" || checked.lines == CheckedFile::Lines::kOfRecords) return;
  try {
    find_record_places(read_text(path).text, records, checked.records);
  } catch (const Error&) {
    // A workbook, or a file that has gone since: the records were read, and their lines are known.
  }
}

std::size_t documents_in(const CheckedFile& file) {
  std::size_t documents = 1;
  for (std::size_t i = 1; i < file.records.size(); ++i) {
    documents += file.records[i].document != file.records[i - 1].document ? 1 : 0;
  }
  return documents;
}

std::vector<CheckedRecord> named_records(std::span<const BilingualRecord> records) {
  std::vector<CheckedRecord> named;
  named.reserve(records.size());
  for (const BilingualRecord& record : records)
    named.push_back({record.id, record.document, {}, {}});
  return named;
}

void add_records(std::span<const BilingualRecord> records, CheckedSide& arabic,
                 CheckedSide& english) {
  arabic.text.language = Language::kArabic;
  english.text.language = Language::kEnglish;
  for (const BilingualRecord& record : records) {
    add_record(record.line, record.arabic, arabic);
    add_record(record.line, record.english, english);
  }
}

std::span<const BilingualRecord> first_document(std::span<const BilingualRecord> records) {
  const auto next = std::ranges::find_if(records, [&](const BilingualRecord& record) {
    return record.document != records.front().document;
  });
  return records.first(static_cast<std::size_t>(next - records.begin()));
}

// Whole documents, as many together as share the work among the threads and yet meet the same words
// again: what is known of a word is remembered for a group.
constexpr std::size_t kMostRecords = 1000;
// A document that is worth all threads by itself; groups are shorter, or one document.
constexpr std::size_t kLongDocument = 2 * kMostRecords;

std::vector<std::span<const BilingualRecord>> groups_of(std::span<const BilingualRecord> records,
                                                        std::size_t threads) {
  constexpr std::size_t kGroupsPerThread = 8;
  const std::size_t enough = std::min(kMostRecords, records.size() / (threads * kGroupsPerThread));
  std::vector<std::span<const BilingualRecord>> groups;
  while (!records.empty()) {
    std::size_t size = 0;
    do {
      size += first_document(records.subspan(size)).size();
    } while (size < records.size() && size < enough);
    groups.push_back(records.first(size));
    records = records.subspan(size);
  }
  return groups;
}

struct Outcome {
  std::optional<CheckedFile> checked;
  std::string problem;
};

CheckExecution execution(std::size_t threads, const PairProgress& progress, std::size_t all) {
  if (!progress) return {threads};
  return {threads, [&progress, all](std::size_t more) { progress(more, all); }};
}

// Adds up what the threads have done.
class RunProgress {
 public:
  RunProgress(std::size_t files, const std::function<void(const CheckProgress&)>& show)
      : files_(static_cast<double>(files)), show_(show) {}

  // Of one file.
  void advance(std::size_t more, std::size_t all) {
    const std::scoped_lock lock(mutex_);
    done_.pairs += more;
    done_.share += static_cast<double>(more) / static_cast<double>(all) / files_;
    tell();
  }
  // A file that could not be checked is done all the same.
  enum class End { kChecked, kFailed };
  void end_file(End end) {
    const std::scoped_lock lock(mutex_);
    ++done_.files;
    if (end == End::kFailed) done_.share += 1 / files_;
    tell();
  }

 private:
  void tell() const {
    if (show_) show_(done_);
  }

  std::mutex mutex_;  // of done_
  CheckProgress done_;
  double files_;
  const std::function<void(const CheckProgress&)>& show_;
};

Outcome check_one(const CheckJob& job, const CheckInput& input, std::size_t threads,
                  RunProgress& progress) {
  Outcome outcome;
  try {
    outcome.checked = job.check(
        input, threads, [&](std::size_t more, std::size_t all) { progress.advance(more, all); });
  } catch (const Error& error) {
    outcome.problem = error.what();
  } catch (const std::bad_alloc&) {
    outcome.problem = input.paths[0] + ": too large for the memory of this computer; split it";
  }
  progress.end_file(outcome.checked ? RunProgress::End::kChecked : RunProgress::End::kFailed);
  return outcome;
}

}  // namespace

namespace {

// Asked by many threads, with a connection that serves one at a time.
class SharedNames : public NameDictionary {
 public:
  SharedNames(LexiconKnowledge words, Database* database, std::mutex& connection)
      : NameDictionary(std::move(words), database), connection_(connection) {}

  std::optional<PreferredSpelling> preferred(
      Language language, std::span<const std::string> spellings) const override {
    const std::scoped_lock lock(connection_);
    return NameDictionary::preferred(language, spellings);
  }

 private:
  std::mutex& connection_;
};

}  // namespace

struct CheckJob::Knowledge {
  explicit Knowledge(const CheckRequest& request)
      : database(open_if_present(request.memory_path)),
        terms(load_terms(request.glossaries, database.get(), glossary)),
        names(load_lexicon_knowledge(), database.get(), connection) {
    if (database) memory.emplace(*database);
  }

  CheckKnowledge with(std::span<const NameCluster> clusters) const {
    CheckKnowledge knowledge{&terms, &names, clusters};
    if (memory) {
      knowledge.remembered = [this](Language side, std::string_view text) {
        return translations(side, text);
      };
    }
    return knowledge;
  }

  std::vector<std::string> translations(Language side, std::string_view text) const {
    constexpr std::size_t kMost = 50;
    const std::scoped_lock lock(connection);
    std::vector<std::string> found;
    for (Match& match : lookup(*memory, text, {.min_score = 1, .limit = kMost, .side = side})) {
      found.push_back(
          std::move(side == Language::kArabic ? match.unit.english : match.unit.arabic));
    }
    return found;
  }

  std::vector<Finding> check(std::span<const BilingualRecord> records, const CheckOptions& options,
                             const CheckExecution& execution) const {
    std::vector<NameCluster> clusters;
    for (auto rest = records; !rest.empty();) {
      const auto document = first_document(rest);
      CheckedSide arabic;
      CheckedSide english;
      add_records(document, arabic, english);
      const Alignment alignment = line_by_line(document.size());
      std::ranges::move(variants(document_of(arabic, english, alignment), execution.threads),
                        std::back_inserter(clusters));
      rest = rest.subspan(document.size());
    }
    return mizan::check_records(records, with(clusters), options, execution);
  }

  // Names are compared within a document.
  std::vector<NameCluster> variants(const VariantDocument& document, std::size_t threads) const {
    return find_variants({&document, 1}, names, {.threads = threads});
  }

  Alignment align(const TextPair& pair) const {
    const LexiconIndex* lexicon_index = nullptr;
    {
      const std::scoped_lock lock(connection);
      if (!index) index = load_lexicon_index({.memory = database.get()});
      lexicon_index = &*index;
    }
    return arabic_first(align_pair(pair, *lexicon_index), pair);
  }

  GlossarySummary glossary;
  std::unique_ptr<Database> database;
  std::optional<TranslationMemory> memory;  // of the database
  TermRecognizer terms;
  mutable std::mutex connection;
  SharedNames names;
  mutable std::optional<LexiconIndex> index;  // loaded when a pair must be aligned
};

CheckJob::CheckJob(CheckRequest request)
    : request_(std::move(request)), knowledge_(std::make_unique<Knowledge>(request_)) {}

CheckJob::~CheckJob() = default;

const GlossarySummary& CheckJob::glossary() const { return knowledge_->glossary; }

CheckedFile CheckJob::check(const CheckInput& input, std::size_t threads,
                            const PairProgress& progress) const {
  return input.paths.size() == 2 ? check_texts(input, threads, progress)
                                 : check_records(input, threads, progress);
}

CheckedFile CheckJob::check_texts(const CheckInput& input, std::size_t threads,
                                  const PairProgress& progress) const {
  TextPair pair = read_text_pair(input.paths[0], input.paths[1], request_.segmentation);
  CheckedFile checked;
  const std::size_t lines = pair.first.segmented.segments.size();
  const bool pairs_lines = request_.segmentation == Segmentation::kLines &&
                           lines == pair.second.segmented.segments.size();
  checked.alignment = pairs_lines ? line_by_line(lines) : knowledge_->align(pair);
  const bool arabic_first = pair.first.segmented.language == Language::kArabic;
  checked.arabic = taken_side(arabic_first ? pair.first : pair.second);
  checked.english = taken_side(arabic_first ? pair.second : pair.first);
  const std::vector<NameCluster> clusters = knowledge_->variants(
      document_of(checked.arabic, checked.english, checked.alignment), threads);
  checked.findings =
      mizan::check_texts(view_of(checked.arabic), view_of(checked.english), checked.alignment,
                         knowledge_->with(clusters), input.options,
                         execution(threads, progress, checked.alignment.beads.size()));
  return checked;
}

CheckedFile CheckJob::check_records(const CheckInput& input, std::size_t threads,
                                    const PairProgress& progress) const {
  const std::string& path = input.paths[0];
  CheckedFile checked;
  checked.kind = CheckedFile::Kind::kRecords;
  const std::vector<BilingualRecord> records = read_records(path, checked);
  if (records.empty()) {
    throw Error(ErrorKind::kMalformed, "holds no Arabic-English record", {.file = path},
                "give a bilingual file, or an Arabic and an English text");
  }
  const std::vector<std::span<const BilingualRecord>> groups = groups_of(records, threads);
  std::vector<std::vector<Finding>> found(groups.size());
  const auto check_group = [&](std::size_t group, std::size_t group_threads) {
    found[group] = knowledge_->check(groups[group], input.options,
                                     execution(group_threads, progress, records.size()));
  };
  const auto is_long = [&](std::size_t group) { return groups[group].size() > kLongDocument; };
  in_parallel(groups.size(), threads, [&](std::size_t group, std::size_t) {
    if (!is_long(group)) check_group(group, 1);
  });
  for (std::size_t group = 0; group < groups.size(); ++group) {
    if (is_long(group)) check_group(group, threads);
  }
  for (std::vector<Finding>& findings : found) {
    std::ranges::move(findings, std::back_inserter(checked.findings));
  }
  add_records(records, checked.arabic, checked.english);
  checked.records = named_records(records);
  find_places(path, records, checked);
  checked.arabic.text.name = path;
  checked.english.text.name = path;
  checked.alignment = line_by_line(records.size());
  return checked;
}

void CheckJob::check_across(std::span<const RunFile> files, std::size_t threads) const {
  std::vector<RunFile> together;
  std::vector<VariantDocument> texts;
  std::size_t documents = 0;
  for (const RunFile& file : files) {
    if (file.file->documents == CheckedFile::Documents::kAlone) continue;
    together.push_back(file);
    texts.push_back(document_of(file.file->arabic, file.file->english, file.file->alignment));
    documents += documents_in(*file.file);
  }
  if (documents < 2) return;
  const std::vector<NameCluster> clusters =
      find_variants(texts, knowledge_->names, {.threads = threads});
  mizan::check_across(together, clusters, &knowledge_->names);
}

void check_files(const CheckJob& job, std::span<const CheckInput> inputs, const CheckRun& run,
                 const CheckVisitor& visit) {
  RunProgress progress(inputs.size(), run.progress);
  OrderedBatch<Outcome> batch(inputs.size(), run.jobs, [&](std::size_t i) {
    // The last files have the threads to themselves that find no other file.
    const std::size_t threads = std::max<std::size_t>(1, run.jobs / (inputs.size() - i));
    return check_one(job, inputs[i], threads, progress);
  });
  const auto hand_out = [&](std::size_t i, Outcome& outcome) {
    visit(i, outcome.checked ? &*outcome.checked : nullptr, outcome.problem);
  };
  if (run.scope == CheckRun::Scope::kDocument) {
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      Outcome outcome = batch.next();
      hand_out(i, outcome);
    }
    return;
  }
  std::vector<Outcome> outcomes;
  outcomes.reserve(inputs.size());
  for (std::size_t i = 0; i < inputs.size(); ++i) outcomes.push_back(batch.next());
  std::vector<RunFile> files;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    if (outcomes[i].checked) files.push_back({&*outcomes[i].checked, &inputs[i].options});
  }
  job.check_across(files, run.jobs);
  for (std::size_t i = 0; i < inputs.size(); ++i) hand_out(i, outcomes[i]);
}

}  // namespace mizan
