// term-missing, term-deprecated, name-cross: the glossary held against both sides.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "tm/base/utf8.h"
#include "tm/check/edit_distance.h"
#include "tm/check/families.h"
#include "tm/term/recognizer.h"
#include "tm/text/normalize.h"

namespace mizan {
namespace {

// Below this the bead may have been cut in the wrong place: a rendering next door will do.
constexpr double kTrustedBead = 0.7;

std::string joined_text(const CheckedDocument& document, const Bead& bead, Language side) {
  std::string text;
  for (const CheckedSegment& segment : document.segments(bead, side)) {
    if (!text.empty()) text += ' ';
    text += segment.text;
  }
  return text;
}

// A term in one place; several concepts may share it.
struct TermPlace {
  CheckedPlace place;
  std::vector<TermHit> hits;
};

std::vector<TermPlace> term_places(const CheckedDocument& document, const Bead& bead, Language side,
                                   const TermRecognizer& terms, std::string_view other_text) {
  std::vector<TermPlace> places;
  const SegmentRange range = CheckedDocument::range(bead, side);
  for (std::size_t s = range.begin; s < range.end; ++s) {
    const std::string_view text = document.side(side)[s].text;
    FindOptions options;
    options.other_side = other_text;
    for (TermHit& hit : terms.find(text, side, options)) {
      if (hit.related) continue;
      const CheckedPlace place{side, s, {hit.begin, hit.end}};
      if (places.empty() || places.back().place.segment != s ||
          !(places.back().place.range == place.range)) {
        places.push_back({place, {}});
      }
      places.back().hits.push_back(std::move(hit));
    }
  }
  return places;
}

bool is_capitalised(std::string_view word) {
  return !word.empty() && word[0] >= 'A' && word[0] <= 'Z';
}

// A word of the bead that looks like a misspelling of a word of `rendering`.
std::optional<CheckedPlace> near_miss(const CheckedDocument& document, const Bead& bead,
                                      Language side, std::string_view rendering) {
  const CheckedSegment wanted = read_segment(rendering, side);
  const SegmentRange range = CheckedDocument::range(bead, side);
  for (const CheckedWord& target : wanted.words) {
    if (target.kind != TokenKind::kWord) continue;
    const std::size_t letters = count_code_points(target.key);
    // Short words are near to many others.
    if (letters < 5) continue;
    const std::size_t allowed = letters >= 8 ? 2 : 1;
    for (std::size_t s = range.begin; s < range.end; ++s) {
      const CheckedSegment& segment = document.side(side)[s];
      for (const CheckedWord& word : segment.words) {
        if (word.kind != TokenKind::kWord) continue;
        std::string_view key = word.key;
        if (key.ends_with("'s")) key.remove_suffix(2);
        if (key == target.key || count_code_points(key) < 4) continue;
        if (is_capitalised(target.range.of(rendering)) !=
            is_capitalised(word.range.of(segment.text))) {
          continue;
        }
        if (word_edits(key, target.key) <= allowed) return CheckedPlace{side, s, word.range};
      }
    }
  }
  return std::nullopt;
}

bool is_one_word(const TermHit& hit) { return hit.term.find(' ') == std::string::npos; }

// Concepts of which the text has a related form: Mali's army is الجيش المالي. Only for terms of one
// word: African Corps is no way to say فيلق إفريقيا.
std::vector<std::int64_t> related_concepts(const TermRecognizer& terms, std::string_view text,
                                           Language language) {
  std::vector<std::int64_t> concepts;
  FindOptions options;
  options.related = true;
  options.overlapping = true;
  for (const TermHit& hit : terms.find(text, language, options)) {
    concepts.push_back(hit.concept_id);
  }
  return concepts;
}

// What only the translation has ("drones" for مسيّرات) is the translator's choice.
std::optional<Severity> milder(const CheckedDocument& document, const TermPlace& term) {
  const bool chosen = document.source && *document.source != term.place.side;
  return chosen ? std::optional<Severity>(Severity::kInfo) : std::nullopt;
}

void report_missing(const CheckedDocument& document, const Bead& bead, const TermPlace& term,
                    const std::vector<std::string>& unapproved, const TermRecognizer& terms,
                    FindingList& findings) {
  const Language side = term.place.side;
  const TermHit& hit = term.hits.front();
  const std::string wanted = hit.translations.empty() ? "" : hit.translations.front();
  Report report{.rule = "term-missing",
                .arabic = {},
                .english = {},
                .message = "“" + hit.term + "” is not rendered as “" + wanted + "”",
                .suggestion = wanted,
                .severity = milder(document, term),
                .related = {}};
  std::optional<CheckedPlace> there;
  if (!unapproved.empty()) {
    // Find the deprecated words in the segment that holds them.
    const SegmentRange range = CheckedDocument::range(bead, other(side));
    for (std::size_t s = range.begin; s < range.end && !there; ++s) {
      for (const TermHit& candidate : term.hits) {
        const Renderings found =
            terms.renderings(document.side(other(side))[s].text, other(side), candidate.concept_id);
        if (found.unapproved.empty()) continue;
        const TermHit& old = found.unapproved.front();
        there = CheckedPlace{other(side), s, {old.begin, old.end}};
        break;
      }
    }
    report.rule = "term-deprecated";
    report.message = "“" + unapproved.front() + "” is not approved for “" + hit.term + "”";
  } else {
    for (const std::string& translation : hit.translations) {
      there = near_miss(document, bead, other(side), translation);
      if (!there) continue;
      report.message = "“" + std::string(document.text(*there)) + "” for “" + translation + "”";
      report.suggestion = translation;
      if (is_capitalised(translation) && translation.find(' ') == std::string::npos) {
        report.rule = "name-cross";
      }
      break;
    }
  }
  (side == Language::kArabic ? report.arabic : report.english) = term.place;
  if (there) (side == Language::kArabic ? report.english : report.arabic) = *there;
  findings.add(bead, std::move(report));
}

}  // namespace

void check_terms(const CheckedDocument& document, const Bead& bead, const TermRecognizer& terms,
                 FindingList& findings) {
  if (bead.one_sided()) return;
  std::vector<std::int64_t> reported;
  const auto contains = [](const std::vector<std::int64_t>& concepts, std::int64_t id) {
    return std::find(concepts.begin(), concepts.end(), id) != concepts.end();
  };
  for (const Language side : {Language::kArabic, Language::kEnglish}) {
    std::string there = joined_text(document, bead, other(side));
    if (there.empty()) continue;
    if (document.kind == CheckedDocument::Kind::kTexts && bead.confidence < kTrustedBead) {
      const std::size_t index = static_cast<std::size_t>(&bead - document.beads.data());
      for (const std::size_t neighbour : {index - 1, index + 1}) {
        if (neighbour < document.beads.size()) {
          there += ' ' + joined_text(document, document.beads[neighbour], other(side));
        }
      }
    }
    std::optional<std::vector<std::int64_t>> related;
    for (const TermPlace& term : term_places(document, bead, side, terms, there)) {
      bool satisfied = false;
      if (!related) related = related_concepts(terms, there, other(side));
      std::vector<std::string> unapproved;
      for (const TermHit& hit : term.hits) {
        satisfied = satisfied || contains(reported, hit.concept_id) ||
                    (is_one_word(hit) && contains(*related, hit.concept_id));
        const Renderings renderings = terms.renderings(there, other(side), hit.concept_id);
        satisfied = satisfied || !renderings.approved.empty();
        for (const TermHit& old : renderings.unapproved) unapproved.push_back(old.surface);
      }
      if (satisfied) continue;
      for (const TermHit& hit : term.hits) reported.push_back(hit.concept_id);
      report_missing(document, bead, term, unapproved, terms, findings);
    }
  }
}

}  // namespace mizan
