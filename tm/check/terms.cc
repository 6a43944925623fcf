// term-missing, term-deprecated, name-cross: the glossary held against both sides.
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "tm/base/utf8.h"
#include "tm/check/edit_distance.h"
#include "tm/check/families.h"
#include "tm/check/loose_renderings.h"
#include "tm/check/mentions.h"
#include "tm/check/renderings.h"
#include "tm/term/recognizer.h"

namespace mizan {
namespace {

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
    // حزب العمل is no way to say Labour where the term is حزب العمال.
    if (is_one_word(hit)) concepts.push_back(hit.concept_id);
  }
  return concepts;
}

// What only the translation has ("drones" for مسيّرات) is the translator's choice.
std::optional<Severity> milder(const CheckedDocument& document, const TermPlace& term) {
  const bool chosen = document.source && *document.source != term.place.side;
  return chosen ? std::optional<Severity>(Severity::kInfo) : std::nullopt;
}

// Words of a name that stand around a term of one word and make it part of that: the Trades Union
// Congress, the National Hurricane Center.
bool in_longer_name(const CheckedSegment& segment, const TermPlace& term) {
  if (segment.language != Language::kEnglish || !is_one_word(term.hits.front())) return false;
  constexpr std::size_t kWordsOfName = 3;
  const auto& words = segment.words;
  const auto part = [&](std::size_t i) {
    if (i >= words.size() || words[i].kind != TokenKind::kWord) return false;
    const std::string_view text = words[i].range.of(segment.text);
    // U.S. Congress
    return is_capitalised(text) && text.find('.') == text.npos && text.size() > 1 &&
           !is_capitalised(text.substr(1));
  };
  const auto at = std::find_if(words.begin(), words.end(), [&](const CheckedWord& word) {
    return word.range.begin == term.place.range.begin;
  });
  const auto index = static_cast<std::size_t>(at - words.begin());
  if (!part(index) || index == 0 || !part(index - 1)) return false;
  std::size_t first = index;
  std::size_t end = index + 1;
  while (first > 0 && part(first - 1)) --first;
  while (part(end)) ++end;
  return end - first >= kWordsOfName;
}

// A term without a rendering, with what stands for it when that can be told.
struct MissingTerm {
  TermPlace term;
  std::size_t bead = 0;
  std::optional<CheckedPlace> there;
  Report report;
  bool merged = false;  // into an earlier one of the same term
};

// Beads within which a text speaks of a thing by a pronoun, or not at all.
constexpr std::size_t kNearMention = 3;

class TermCheck {
 public:
  TermCheck(const CheckedDocument& document, const TermRecognizer& terms,
            WordRenderings* renderings, FindingList& findings)
      : document_(document), terms_(terms), renderings_(renderings), findings_(findings) {}

  void run() {
    for (std::size_t i = 0; i < document_.beads.size(); ++i) {
      if (document_.beads[i].one_sided()) continue;
      reported_.clear();
      check_side(i, Language::kArabic);
      check_side(i, Language::kEnglish);
    }
    flush();
  }

 private:
  // The text that a rendering may stand in.
  std::string rendering_text(std::size_t index, Language side) const {
    const Bead& bead = document_.beads[index];
    std::string text = joined_text(document_, bead, side);
    if (text.empty() || document_.kind == CheckedDocument::Kind::kRecords ||
        bead.confidence >= kTrustedBead) {
      return text;
    }
    for (const std::size_t neighbour : {index - 1, index + 1}) {
      if (neighbour < document_.beads.size()) {
        text += ' ' + joined_text(document_, document_.beads[neighbour], side);
      }
    }
    return text;
  }

  void check_side(std::size_t index, Language side) {
    const Bead& bead = document_.beads[index];
    const std::string there = rendering_text(index, other(side));
    if (there.empty()) return;
    std::optional<std::vector<std::int64_t>> related;
    for (TermPlace& term : term_places(document_, bead, side, terms_, there)) {
      bool satisfied = in_longer_name(document_.side(side)[term.place.segment], term);
      std::vector<std::string> unapproved;
      for (const TermHit& hit : term.hits) {
        const Renderings renderings = terms_.renderings(there, other(side), hit.concept_id);
        if (!renderings.approved.empty()) rendered_[hit.concept_id] = index;
        satisfied =
            satisfied || contains(reported_, hit.concept_id) || !renderings.approved.empty() ||
            is_said_otherwise(bead, hit, other(side)) ||
            (side == Language::kArabic && (has_short_name(bead, hit) || has_short_form(bead, hit)));
        if (!satisfied && renderings.unapproved.empty() && is_one_word(hit)) {
          if (!related) related = related_concepts(terms_, there, other(side));
          satisfied = contains(*related, hit.concept_id);
        }
        for (const TermHit& old : renderings.unapproved) unapproved.push_back(old.surface);
      }
      if (satisfied || (unapproved.empty() && is_mentioned_again(index, term))) continue;
      for (const TermHit& hit : term.hits) reported_.push_back(hit.concept_id);
      add(index, std::move(term), unapproved);
    }
  }

  bool is_said_otherwise(const Bead& bead, const TermHit& hit, Language side) const {
    return std::any_of(hit.translations.begin(), hit.translations.end(),
                       [&](const std::string& rendering) {
                         return says_otherwise(document_, bead, rendering, side);
                       });
  }

  // "The airline said" for وصرحت بأنها: a thing that both sides have just named, where no word of
  // the other side could stand for it. Names are named again.
  bool is_mentioned_again(std::size_t index, const TermPlace& term) {
    if (renderings_ == nullptr || !is_definite(document_, term.place)) return false;
    const Bead& bead = document_.beads[index];
    const Language from = term.place.side;
    const bool near = std::ranges::all_of(term.hits, [&](const TermHit& hit) {
      const auto before = rendered_.find(hit.concept_id);
      return before != rendered_.end() && index - before->second <= kNearMention;
    });
    if (!near) return false;
    if (from == Language::kArabic &&
        has_unexplained_noun(document_, bead, term.place, *renderings_)) {
      return false;
    }
    return std::ranges::none_of(term.hits, [&](const TermHit& hit) {
      return std::ranges::any_of(hit.translations, [&](const std::string& rendering) {
        return may_stand_for(document_, bead, from, hit.term, rendering, *renderings_);
      });
    });
  }

  // The words that follow an English rendering as the rest of a name: Rosa, of Hurricane Rosa.
  const std::set<std::string>& names_after(const TermHit& hit) {
    const auto [place, added] = names_after_.try_emplace(hit.concept_id);
    if (!added) return place->second;
    for (const CheckedSegment& segment : document_.english) {
      for (const TermHit& found :
           terms_.renderings(segment.text, Language::kEnglish, hit.concept_id).approved) {
        for (const CheckedWord& word : segment.words) {
          if (word.range.begin == found.end + 1 && is_capitalised(word.range.of(segment.text))) {
            place->second.insert(word.key);
          }
        }
      }
    }
    return place->second;
  }

  // "Rosa" where the text has introduced Hurricane Rosa; Cyclone Rosa is another name, and no name
  // stands for hurricanes.
  bool has_short_name(const Bead& bead, const TermHit& hit) {
    if (hit.evidence.find("plural") != hit.evidence.npos) return false;
    for (const CheckedSegment& segment : document_.segments(bead, Language::kEnglish)) {
      for (std::size_t i = 0; i < segment.words.size(); ++i) {
        const CheckedWord& word = segment.words[i];
        if (!is_capitalised(word.range.of(segment.text))) continue;
        const CheckedWord* before = i > 0 ? &segment.words[i - 1] : nullptr;
        if (before && is_capitalised(before->range.of(segment.text)) &&
            !is_grammatical(before->key)) {
          continue;
        }
        if (names_after(hit).contains(word.key)) return true;
      }
    }
    return false;
  }

  // "the North" where the text has named North Korea.
  bool has_short_form(const Bead& bead, const TermHit& hit) const {
    if (!rendered_.contains(hit.concept_id)) return false;
    for (const CheckedSegment& segment : document_.segments(bead, Language::kEnglish)) {
      const auto& words = segment.words;
      const auto capitalised = [&](std::size_t i) {
        return i < words.size() && is_capitalised(words[i].range.of(segment.text));
      };
      for (std::size_t i = 1; i < words.size(); ++i) {
        if (words[i - 1].key != "the" || !capitalised(i) || capitalised(i + 1)) continue;
        const std::string_view word = words[i].range.of(segment.text);
        const bool part = std::ranges::any_of(hit.translations, [&](const std::string& rendering) {
          const std::size_t space = rendering.find(' ');
          return space != rendering.npos && (rendering.substr(0, space) == word ||
                                             rendering.substr(rendering.rfind(' ') + 1) == word);
        });
        if (part) return true;
      }
    }
    return false;
  }

  static bool contains(const std::vector<std::int64_t>& concepts, std::int64_t id) {
    return std::find(concepts.begin(), concepts.end(), id) != concepts.end();
  }

  // The deprecated words in the segment that holds them.
  std::optional<CheckedPlace> find_unapproved(const Bead& bead, const TermPlace& term) const {
    const Language side = other(term.place.side);
    const SegmentRange range = CheckedDocument::range(bead, side);
    for (std::size_t s = range.begin; s < range.end; ++s) {
      for (const TermHit& hit : term.hits) {
        const Renderings found =
            terms_.renderings(document_.side(side)[s].text, side, hit.concept_id);
        if (found.unapproved.empty()) continue;
        const TermHit& old = found.unapproved.front();
        return CheckedPlace{side, s, {old.begin, old.end}};
      }
    }
    return std::nullopt;
  }

  void add(std::size_t index, TermPlace term, const std::vector<std::string>& unapproved) {
    const Bead& bead = document_.beads[index];
    const Language side = term.place.side;
    const TermHit& hit = term.hits.front();
    const std::string wanted = hit.translations.empty() ? "" : hit.translations.front();
    Report report{.rule = "term-missing",
                  .arabic = {},
                  .english = {},
                  .message = "“" + hit.term + "” is not rendered as “" + wanted + "”",
                  .suggestion = wanted,
                  .severity = milder(document_, term),
                  .related = {}};
    std::optional<CheckedPlace> there;
    if (!unapproved.empty()) {
      there = find_unapproved(bead, term);
      report.rule = "term-deprecated";
      report.message = "“" + unapproved.front() + "” is not approved for “" + hit.term + "”";
    } else {
      for (const std::string& translation : hit.translations) {
        there = near_miss(document_, bead, other(side), translation);
        if (!there) continue;
        report.message = "“" + std::string(document_.text(*there)) + "” for “" + translation + "”";
        report.suggestion = translation;
        if (is_capitalised(translation) && translation.find(' ') == std::string::npos) {
          report.rule = "name-cross";
        }
        break;
      }
    }
    (side == Language::kArabic ? report.arabic : report.english) = term.place;
    if (there) (side == Language::kArabic ? report.english : report.arabic) = *there;
    missing_.push_back({std::move(term), index, there, std::move(report), false});
  }

  // A translator who says a term otherwise says it so throughout: one finding for the document,
  // with its other places. What stands for the term, when it is known, is shown each time.
  void flush() {
    std::map<std::pair<Language, std::string>, MissingTerm*> first_of;
    for (MissingTerm& missing : missing_) {
      if (missing.there) continue;
      const TermPlace& term = missing.term;
      const auto [first, inserted] =
          first_of.try_emplace({term.place.side, term.hits.front().term}, &missing);
      if (inserted) continue;
      first->second->report.related.push_back(term.place);
      missing.merged = true;
    }
    for (MissingTerm& missing : missing_) {
      if (missing.merged) continue;
      findings_.add(document_.beads[missing.bead], std::move(missing.report));
    }
  }

  const CheckedDocument& document_;
  const TermRecognizer& terms_;
  WordRenderings* renderings_;  // null without dictionaries
  FindingList& findings_;
  std::map<std::int64_t, std::size_t> rendered_;  // by concept: the last bead that renders it
  std::map<std::int64_t, std::set<std::string>> names_after_;  // by concept
  std::vector<std::int64_t> reported_;                         // in the bead at hand
  std::vector<MissingTerm> missing_;
};

}  // namespace

void check_terms(const CheckedDocument& document, const TermRecognizer& terms,
                 WordRenderings* renderings, FindingList& findings) {
  TermCheck(document, terms, renderings, findings).run();
}

}  // namespace mizan
