// name-missing: a name on one side and nothing on the other that may be it.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "tm/base/utf8.h"
#include "tm/check/families.h"
#include "tm/check/letter_names.h"
#include "tm/check/name_forms.h"
#include "tm/lang/name_similarity.h"
#include "tm/text/normalize.h"
#include "tm/variant/name_knowledge.h"

namespace mizan {
namespace {

constexpr std::size_t kShortestName = 4;

// Probability that two words are one name, above which the counterpart may be meant.
constexpr double kPossible = 0.05;

// What one side of a bead has that may be a name, or translate one.
struct Words {
  std::vector<std::string> arabic;   // bare forms, folded to kTehMarbuta
  std::vector<std::string> english;  // lower case, no 's
};

Words words_of(const CheckedDocument& document, const Bead& bead) {
  Words words;
  for (const CheckedSegment& segment : document.segments(bead, Language::kArabic)) {
    for (const CheckedWord& word : segment.words) {
      if (word.kind != TokenKind::kWord) continue;
      for (std::string& form :
           bare_forms(fold(word.range.of(segment.text), FoldProfile::kTehMarbuta))) {
        words.arabic.push_back(std::move(form));
      }
    }
  }
  for (const CheckedSegment& segment : document.segments(bead, Language::kEnglish)) {
    for (const CheckedWord& word : segment.words) {
      if (word.kind == TokenKind::kWord) words.english.emplace_back(without_possessive(word.key));
    }
  }
  return words;
}

class MissingNames {
 public:
  MissingNames(const CheckedDocument& document, const NameKnowledge& knowledge,
               FindingList& findings)
      : document_(document), knowledge_(knowledge), findings_(findings) {}

  void check(const Bead& bead) {
    const Words words = words_of(document_, bead);
    const SegmentRange range = bead.target;
    for (std::size_t s = range.begin; s < range.end; ++s) {
      const CheckedSegment& segment = document_.english[s];
      // The first word is capitalised in any case.
      for (std::size_t i = 1; i < segment.words.size(); ++i) {
        if (is_english_name(segment, i) && !stands_in_arabic(words, segment.words[i])) {
          report(bead, {Language::kEnglish, s, segment.words[i].range});
        }
      }
    }
    for (std::size_t s = bead.source.begin; s < bead.source.end; ++s) {
      const CheckedSegment& segment = document_.arabic[s];
      for (const CheckedWord& word : segment.words) {
        const std::string_view text = word.range.of(segment.text);
        const std::string key = fold(text, FoldProfile::kTehMarbuta);
        // ميتًا is an adverb: names take no tanwin in print.
        const bool tanwin = text.find("\u064B") != std::string_view::npos;
        if (word.kind == TokenKind::kWord && !tanwin && is_arabic_name(key) &&
            !stands_in_english(words, key)) {
          report(bead, {Language::kArabic, s, word.range});
        }
      }
    }
  }

 private:
  // Capitalised amid small letters: a headline tells no names.
  bool is_english_name(const CheckedSegment& segment, std::size_t i) const {
    const CheckedWord& word = segment.words[i];
    const std::string_view text = without_possessive(word.range.of(segment.text));
    const CheckedWord& before = segment.words[i - 1];
    if (word.kind != TokenKind::kWord || before.kind != TokenKind::kWord ||
        text.size() < kShortestName || !is_capitalised(text) ||
        is_capitalised(before.range.of(segment.text))) {
      return false;
    }
    const std::string key(without_possessive(word.key));
    return std::ranges::all_of(key, [](char c) { return c >= 'a' && c <= 'z'; }) &&
           !knowledge_.is_word(Language::kEnglish, key);
  }

  bool stands_in_arabic(const Words& words, const CheckedWord& word) const {
    const std::string name(without_possessive(word.key));
    for (const std::string& rendering : knowledge_.translations(name)) {
      const std::string first = rendering.substr(0, rendering.find(' '));
      for (const std::string& bare : bare_forms(fold(first, FoldProfile::kTehMarbuta))) {
        if (std::ranges::find(words.arabic, bare) != words.arabic.end()) return true;
      }
    }
    return std::ranges::any_of(words.arabic, [&](const std::string& form) {
      return form == name || name_similarity(form, name) > kPossible ||
             std::ranges::find(knowledge_.translations(form), name) !=
                 knowledge_.translations(form).end();
    });
  }

  // A word that the dictionaries know as a name and as nothing else, and that looks foreign: the
  // dictionaries have names of films and firms that are words as well.
  bool is_arabic_name(const std::string& key) const {
    return count_code_points(key) >= kShortestName && !is_letter_name(key) &&
           !key.starts_with("ال") && foreign_name_odds(key) > 0 &&
           knowledge_.is_name(Language::kArabic, key) &&
           !knowledge_.is_word(Language::kArabic, key);
  }

  bool stands_in_english(const Words& words, const std::string& name) const {
    const auto renderings = knowledge_.translations(name);
    return std::ranges::any_of(words.english, [&](const std::string& word) {
      return name_similarity(name, word) > kPossible ||
             std::ranges::any_of(renderings, [&](const std::string& rendering) {
               // Egyptian stands for مصر.
               constexpr std::size_t kRoot = 4;
               return rendering.starts_with(word) ||
                      word.starts_with(std::string_view(rendering).substr(0, kRoot));
             });
    });
  }

  void report(const Bead& bead, const CheckedPlace& place) {
    findings_.add(bead, report_at(place, "name-missing",
                                  "“" + quoted(document_.text(place)) +
                                      "” has no counterpart on the other side",
                                  "name it there too, unless a pronoun stands for it"));
  }

  const CheckedDocument& document_;
  const NameKnowledge& knowledge_;
  FindingList& findings_;
};

}  // namespace

void check_missing_names(const CheckedDocument& document, const NameKnowledge& words,
                         FindingList& findings) {
  MissingNames names(document, words, findings);
  for (const Bead& bead : document.beads) {
    if (!has_both_sides(document, bead)) continue;
    if (document.kind == CheckedDocument::Kind::kTexts && bead.confidence < kTrustedBead) continue;
    names.check(bead);
  }
}

}  // namespace mizan
