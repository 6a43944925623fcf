#include "tm/check/checker.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "tm/check/families.h"
#include "tm/check/renderings.h"

namespace mizan {
namespace {

std::vector<CheckedSegment> read_side(const CheckedText& side, Language language) {
  std::vector<CheckedSegment> segments;
  segments.reserve(side.segments->segments.size());
  for (const Segment& source : side.segments->segments) {
    segments.push_back(placed_segment(source, side.input, language));
    read_text_of(segments.back());
  }
  return segments;
}

CheckedSegment read_record_side(const BilingualRecord& record, Language language) {
  CheckedSegment segment =
      read_segment(language == Language::kArabic ? record.arabic : record.english, language);
  segment.line = record.line;
  segment.id = record.id;
  return segment;
}

// `renderings`: null without dictionaries.
std::vector<Finding> run(const CheckedDocument& document, const CheckKnowledge& knowledge,
                         const HouseStyle& house, WordRenderings* renderings) {
  FindingList findings(document);
  for (std::size_t i = 0; i < document.beads.size(); ++i) {
    const Bead& bead = document.beads[i];
    check_coverage(document, bead, findings);
    check_repetition(document, bead, findings);
    check_untranslated(document, bead, knowledge.words, findings);
    check_placeholders(document, bead, findings);
    check_spacing(document, bead, findings);
    check_punctuation(document, bead, findings);
    check_letters(document, bead, findings);
    QuantityMatch quantities = match_quantities(document, i);
    if (renderings != nullptr) check_duals(document, bead, quantities, *renderings, findings);
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
  if (knowledge.terms) check_terms(document, *knowledge.terms, renderings, findings);
  const std::vector<CheckedPlace> clustered = check_names(document, knowledge.names, findings);
  if (knowledge.words) {
    check_joined_words(document, *renderings, findings);
    check_respelled_names(document, *renderings, clustered, findings);
    check_acronyms(document, *knowledge.words, findings);
    check_missing_names(document, *knowledge.words, findings);
  }
  check_letter_spellings(document, findings);
  check_consistency(document, knowledge.remembered, findings);
  check_quotes(document, findings);
  check_quote_style(document, house, findings);
  check_digits(document, house, findings);
  check_months(document, house, findings);
  check_orthography(document, house, knowledge.words, findings);
  check_agreement(document, knowledge.words, findings);
  return findings.take();
}

std::optional<WordRenderings> renderings_of(const CheckKnowledge& knowledge) {
  if (knowledge.words == nullptr) return std::nullopt;
  return std::optional<WordRenderings>(std::in_place, *knowledge.words);
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
                                 const CheckOptions& options) {
  assert(alignment.covers(arabic.segments->segments.size(), english.segments->segments.size()));
  CheckedDocument document;
  document.source = options.source.value_or(Language::kArabic);
  document.arabic_file = arabic.segments->name;
  document.english_file = english.segments->name;
  document.arabic = read_side(arabic, Language::kArabic);
  document.english = read_side(english, Language::kEnglish);
  document.beads = alignment.beads;
  std::optional<WordRenderings> renderings = renderings_of(knowledge);
  std::vector<Finding> findings =
      run(document, knowledge, options.house, renderings ? &*renderings : nullptr);
  options.apply(findings);
  return findings;
}

std::vector<Finding> check_records(std::span<const BilingualRecord> records,
                                   const CheckKnowledge& knowledge, const CheckOptions& options) {
  std::vector<Finding> all;
  std::optional<WordRenderings> renderings = renderings_of(knowledge);
  for (std::size_t begin = 0; begin < records.size();) {
    std::size_t end = begin;
    CheckedDocument document;
    document.kind = CheckedDocument::Kind::kRecords;
    document.source = options.source;
    document.name = records[begin].document;
    while (end < records.size() && records[end].document == document.name) {
      const std::size_t i = end - begin;
      document.arabic.push_back(read_record_side(records[end], Language::kArabic));
      document.english.push_back(read_record_side(records[end], Language::kEnglish));
      document.beads.push_back({{i, i + 1}, {i, i + 1}, 1});
      ++end;
    }
    std::vector<Finding> findings =
        run(document, knowledge, options.house, renderings ? &*renderings : nullptr);
    std::move(findings.begin(), findings.end(), std::back_inserter(all));
    begin = end;
  }
  options.apply(all);
  return all;
}

}  // namespace mizan
