// doubled-word: a word that stands twice in a row.
#include <algorithm>
#include <string_view>

#include "tm/base/utf8.h"
#include "tm/check/families.h"
#include "tm/check/letter_names.h"
#include "tm/text/script.h"

namespace mizan {
namespace {

// Doublings that grammar or idiom asks for. Folded to kMarks.
constexpr std::string_view kLegitimate[] = {
    // the auxiliary and the verb, the conjunction and the pronoun; emphasis; names of policies
    "had",
    "that",
    "is",
    "very",
    "so",
    "no",
    "yes",
    "ha",
    "bye",
    "hear",
    "now",
    "there",
    "plus",
    "many",
    "really",
    "far",
    "long",
    "much",
    "far",
    "never",
    "knock",
    "tut",
    "blah",
    "chop",
    // مِن مَن and ما ما are two words alike without their marks; reduplications
    "من",
    "ما",
    "لا",
    "نعم",
    "كلا",
    "رويدا",
    "شيءا",
    "شيئا",
    "دكا",
    "صفا",
    "بلس",
    "ها",
    "هيا",
    "جدا",
    "كثيرا",
    "يوما",
    "واحدا",
    "سوا",
    "قليلا",
    "وجها",
    "جنبا",
};

bool is_legitimate(std::string_view key) {
  return std::find(std::begin(kLegitimate), std::end(kLegitimate), key) != std::end(kLegitimate);
}

// رويدًا رويدًا, كلمةً كلمةً: an adverb repeated to distribute it.
bool is_distributive(std::string_view word) {
  constexpr std::string_view kFathatan = "\u064B";
  return word.find(kFathatan) != std::string_view::npos;
}

std::size_t letter_count(std::string_view key) { return count_code_points(key); }

// Whether any word of the side stands twice: names (Roa Roa) and slogans double in both languages.
bool doubles(const CheckedSegment& segment) {
  for (std::size_t i = 1; i < segment.words.size(); ++i) {
    const CheckedWord& word = segment.words[i];
    if (word.kind == TokenKind::kWord && word.key == segment.words[i - 1].key) return true;
  }
  return false;
}

// بي بي سي, WSMV in (في في): among three letter names in a row a doubled one is no fault.
bool in_letter_run(const CheckedSegment& segment, std::size_t i) {
  const auto named = [&](std::size_t at) {
    return at < segment.words.size() && segment.words[at].kind == TokenKind::kWord &&
           is_letter_name(segment.words[at].key);
  };
  return named(i) && (named(i + 1) || named(i - 2));
}

bool is_capitalised(std::string_view word) {
  return !word.empty() && word[0] >= 'A' && word[0] <= 'Z';
}

}  // namespace

void check_repetition(const CheckedDocument& document, const Bead& bead, FindingList& findings) {
  for (const Language side : {Language::kArabic, Language::kEnglish}) {
    const auto others = document.segments(bead, other(side));
    const SegmentRange range = CheckedDocument::range(bead, side);
    for (std::size_t s = range.begin; s < range.end; ++s) {
      const CheckedSegment& segment = document.side(side)[s];
      for (std::size_t i = 1; i < segment.words.size(); ++i) {
        const CheckedWord& first = segment.words[i - 1];
        const CheckedWord& second = segment.words[i];
        if (first.kind != TokenKind::kWord || second.kind != TokenKind::kWord ||
            first.key != second.key || letter_count(second.key) < 2) {
          continue;
        }
        const std::string_view text = second.range.of(segment.text);
        if (is_legitimate(second.key) || is_distributive(text) || in_letter_run(segment, i)) {
          continue;
        }
        // The sentence before ends in the word that this one starts with only when a stop parts
        // them; a capital in the second word alone is a new sentence or a name.
        if (side == Language::kEnglish && is_capitalised(text) &&
            !is_capitalised(first.range.of(segment.text))) {
          continue;
        }
        if (std::any_of(others.begin(), others.end(), doubles)) continue;
        const CheckedPlace place{side, s, {first.range.begin, second.range.end}};
        Report report{.rule = "doubled-word",
                      .arabic = {},
                      .english = {},
                      .message = "“" + quoted(text) + "” stands twice",
                      .suggestion = "delete one",
                      .severity = {},
                      .related = {}};
        (side == Language::kArabic ? report.arabic : report.english) = place;
        findings.add(bead, std::move(report));
      }
    }
  }
}

}  // namespace mizan
