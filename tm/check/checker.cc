#include "tm/check/checker.h"

#include <algorithm>
#include <cassert>
#include <deque>
#include <iterator>
#include <utility>

#include "tm/base/parallel.h"
#include "tm/check/families.h"
#include "tm/check/renderings.h"

namespace mizan {
namespace {

// Pairs that are read, or checked, in one go: enough to make a part of the work worth its thread.
constexpr std::size_t kPairsTogether = 500;

std::size_t parts_of(std::size_t pairs) { return (pairs + kPairsTogether - 1) / kPairsTogether; }

std::vector<CheckedSegment> placed_side(const CheckedText& side, Language language) {
  std::vector<CheckedSegment> segments;
  segments.reserve(side.segments->segments.size());
  for (const Segment& segment : side.segments->segments) {
    segments.push_back(placed_segment(segment, side.input, language));
  }
  return segments;
}

CheckedSegment placed_record(const BilingualRecord& record, Language language) {
  CheckedSegment segment;
  segment.language = language;
  segment.text = language == Language::kArabic ? record.arabic : record.english;
  segment.line = record.line;
  segment.id = record.id;
  return segment;
}

void read_segments(CheckedDocument& document, std::size_t threads) {
  const std::size_t arabic = parts_of(document.arabic.size());
  const std::size_t english = parts_of(document.english.size());
  in_parallel(arabic + english, threads, [&](std::size_t part, std::size_t) {
    auto& side = part < arabic ? document.arabic : document.english;
    const std::size_t begin = (part < arabic ? part : part - arabic) * kPairsTogether;
    const std::size_t end = std::min(begin + kPairsTogether, side.size());
    for (std::size_t i = begin; i < end; ++i) read_text_of(side[i]);
  });
}

// What is asked of the dictionaries again and again, for each thread by itself; null without them.
class Renderings {
 public:
  Renderings(const NameKnowledge* words, std::size_t threads) {
    for (std::size_t i = 0; words != nullptr && i < threads; ++i) of_workers_.emplace_back(*words);
  }
  WordRenderings* of(std::size_t worker) {
    return of_workers_.empty() ? nullptr : &of_workers_[worker];
  }

 private:
  std::deque<WordRenderings> of_workers_;
};

// `renderings`: null without dictionaries.
void check_beads(const CheckedDocument& document, std::size_t begin, std::size_t end,
                 const NameKnowledge* words, WordRenderings* renderings, FindingList& findings) {
  for (std::size_t i = begin; i < end; ++i) {
    const Bead& bead = document.beads[i];
    check_coverage(document, bead, findings);
    check_repetition(document, bead, findings);
    check_untranslated(document, bead, words, findings);
    check_placeholders(document, bead, findings);
    check_spacing(document, bead, findings);
    check_punctuation(document, bead, findings);
    check_letters(document, bead, findings);
    QuantityMatch quantities = match_quantities(document, i);
    if (renderings != nullptr) check_duals(document, bead, quantities, *renderings, findings);
    check_time_counts(document, bead, quantities, findings);
    check_proportions(document, bead, quantities, findings);
    check_numbers(document, bead, quantities, findings);
    check_dates(document, bead, quantities, findings);
    check_relative_dates(document, bead, findings);
    check_units(document, bead, quantities, findings);
    check_currency(document, bead, findings);
    if (renderings != nullptr) {
      check_negation(document, bead, *renderings, findings);
      check_length(document, bead, *renderings, findings);
    }
    check_latin(document, bead, findings);
    check_addresses(document, bead, findings);
  }
}

using DocumentRule = std::function<void(WordRenderings* renderings, FindingList& findings)>;

// The rules that look at a whole document, those that take long each by itself.
std::vector<DocumentRule> document_rules(const CheckedDocument& document,
                                         const CheckKnowledge& knowledge, const HouseStyle& house) {
  std::vector<DocumentRule> rules;
  if (knowledge.terms) {
    rules.push_back([&](WordRenderings* renderings, FindingList& findings) {
      check_terms(document, *knowledge.terms, renderings, findings);
    });
  }
  rules.push_back([&](WordRenderings* renderings, FindingList& findings) {
    const std::vector<CheckedPlace> clustered = check_names(document, knowledge.names, findings);
    if (renderings) check_respelled_names(document, *renderings, clustered, findings);
  });
  if (knowledge.words) {
    rules.push_back([&](WordRenderings* renderings, FindingList& findings) {
      check_joined_words(document, *renderings, findings);
    });
    for (const auto check : {check_acronyms, check_missing_names}) {
      rules.push_back([&, check](WordRenderings*, FindingList& findings) {
        check(document, *knowledge.words, findings);
      });
    }
  }
  rules.push_back([&](WordRenderings*, FindingList& findings) {
    check_letter_spellings(document, findings);
    check_consistency(document, knowledge.remembered, findings);
    check_quotes(document, findings);
    check_quote_style(document, house, findings);
    check_digits(document, house, findings);
    check_months(document, house, findings);
    check_orthography(document, house, knowledge.words, findings);
    check_agreement(document, knowledge.words, findings);
  });
  return rules;
}

std::vector<Finding> run(CheckedDocument& document, const CheckKnowledge& knowledge,
                         const HouseStyle& house, const CheckExecution& execution,
                         Renderings& renderings) {
  const std::size_t pairs = document.beads.size();
  // A short document is one part: then all of it is done in the thread of its first.
  const std::size_t threads = pairs > kPairsTogether ? execution.threads : 1;
  read_segments(document, threads);
  const std::vector<DocumentRule> rules = document_rules(document, knowledge, house);
  const std::size_t parts = parts_of(pairs);
  // What was found in the pairs stands before what was found in the whole.
  std::vector<FindingList> found(parts + rules.size(), FindingList(document));
  in_parallel(found.size(), threads, [&](std::size_t task, std::size_t worker) {
    WordRenderings* known = renderings.of(worker);
    // The rules first: each is one long part.
    if (task < rules.size()) return rules[task](known, found[parts + task]);
    const std::size_t part = task - rules.size();
    const std::size_t begin = part * kPairsTogether;
    const std::size_t end = std::min(begin + kPairsTogether, pairs);
    check_beads(document, begin, end, knowledge.words, known, found[part]);
    if (execution.progress) execution.progress(end - begin);
  });
  FindingList findings(document);
  for (FindingList& more : found) findings.append(std::move(more));
  return findings.take();
}

}  // namespace

void CheckOptions::apply(std::vector<Finding>& findings) const {
  std::erase_if(findings, [&](Finding& finding) {
    const auto changed = severities.find(finding.rule);
    if (changed != severities.end()) {
      if (!changed->second) return true;
      finding.severity = *changed->second;
    }
    return finding.severity < least;
  });
}

std::vector<Finding> check_texts(const CheckedText& arabic, const CheckedText& english,
                                 const Alignment& alignment, const CheckKnowledge& knowledge,
                                 const CheckOptions& options, const CheckExecution& execution) {
  assert(alignment.covers(arabic.segments->segments.size(), english.segments->segments.size()));
  CheckedDocument document;
  document.source = options.source.value_or(Language::kArabic);
  document.arabic_file = arabic.segments->name;
  document.english_file = english.segments->name;
  document.arabic = placed_side(arabic, Language::kArabic);
  document.english = placed_side(english, Language::kEnglish);
  document.beads = alignment.beads;
  Renderings renderings(knowledge.words, execution.threads);
  std::vector<Finding> findings = run(document, knowledge, options.house, execution, renderings);
  options.apply(findings);
  return findings;
}

std::vector<Finding> check_records(std::span<const BilingualRecord> records,
                                   const CheckKnowledge& knowledge, const CheckOptions& options,
                                   const CheckExecution& execution) {
  std::vector<Finding> all;
  Renderings renderings(knowledge.words, execution.threads);
  for (std::size_t begin = 0; begin < records.size();) {
    std::size_t end = begin;
    CheckedDocument document;
    document.kind = CheckedDocument::Kind::kRecords;
    document.source = options.source;
    document.name = records[begin].document;
    while (end < records.size() && records[end].document == document.name) {
      const std::size_t i = end - begin;
      document.arabic.push_back(placed_record(records[end], Language::kArabic));
      document.english.push_back(placed_record(records[end], Language::kEnglish));
      document.beads.push_back({{i, i + 1}, {i, i + 1}, 1});
      ++end;
    }
    std::ranges::move(run(document, knowledge, options.house, execution, renderings),
                      std::back_inserter(all));
    begin = end;
  }
  options.apply(all);
  return all;
}

}  // namespace mizan
