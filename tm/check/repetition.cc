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
    // the auxiliary and the verb; emphasis; names of policies
    "had", "very", "so", "no", "yes", "ha", "bye", "hear", "now", "there", "plus", "many", "really",
    "far", "long", "much", "never", "knock", "tut", "blah", "chop",
    // emphasis and reduplications
    "لا", "نعم", "كلا", "رويدا", "شيئا", "دكا", "صفا", "بلس", "ها", "هيا", "جدا", "كثيرا", "يوما",
    "واحدا", "قليلا"};

bool is_legitimate(std::string_view key) {
  return std::find(std::begin(kLegitimate), std::end(kLegitimate), key) != std::end(kLegitimate);
}

// رويدًا رويدًا, كلمةً كلمةً: an adverb repeated to distribute it.
bool is_distributive(std::string_view word) {
  constexpr std::string_view kFathatan = "\u064B";
  return word.find(kFathatan) != std::string_view::npos;
}

std::size_t letter_count(std::string_view key) { return count_code_points(key); }

// بي بي سي, WSMV in (في في): among three letter names in a row a doubled one is no fault.
bool in_letter_run(const CheckedSegment& segment, std::size_t i) {
  const auto named = [&](std::size_t at) {
    return at < segment.words.size() && segment.words[at].kind == TokenKind::kWord &&
           !letters_named_after_clitic(segment.words[at].key).empty();
  };
  return named(i) && (named(i + 1) || named(i - 2));
}

// Whether any word of the side stands twice: names (Roa Roa, Boutros Boutros-Ghali) and slogans
// double in both languages.
bool doubles(const CheckedSegment& segment) {
  for (std::size_t i = 1; i < segment.words.size(); ++i) {
    const CheckedWord& word = segment.words[i];
    const std::string& before = segment.words[i - 1].key;
    const bool again = word.key == before || word.key.starts_with(before + "-");
    if (word.kind == TokenKind::kWord && again && !in_letter_run(segment, i)) {
      return true;
    }
  }
  return false;
}

constexpr std::string_view kAnd = "و";

bool is_word(const CheckedSegment& segment, std::size_t i) {
  return i < segment.words.size() && segment.words[i].kind == TokenKind::kWord &&
         letter_count(segment.words[i].key) >= 2;
}

bool same_word(const CheckedSegment& segment, std::size_t a, std::size_t b) {
  return is_word(segment, a) && is_word(segment, b) && segment.words[a].key == segment.words[b].key;
}

// "a a": the only word of one letter that is not also the name of something (vitamin A).
bool is_doubled_article(const CheckedSegment& segment, std::size_t i) {
  if (segment.language != Language::kEnglish) return false;
  const std::string_view first = segment.words[i - 1].range.of(segment.text);
  return segment.words[i].range.of(segment.text) == "a" &&
         (first == "a" || (first == "A" && i == 1));
}

bool is_doubled_word(const CheckedSegment& segment, std::size_t i) {
  const CheckedWord& first = segment.words[i - 1];
  const CheckedWord& second = segment.words[i];
  if (is_doubled_article(segment, i)) return true;
  if (!is_word(segment, i - 1) || !is_word(segment, i)) return false;
  // وحلف حلف: the conjunction hides the first copy
  const bool behind_and = segment.language == Language::kArabic && letter_count(second.key) >= 3 &&
                          first.key.starts_with(kAnd) &&
                          std::string_view(first.key).substr(kAnd.size()) == second.key;
  if (first.key != second.key && !behind_and) return false;
  const std::string_view text = second.range.of(segment.text);
  // مِن مَن: two words, which their marks tell apart
  if (!behind_and && segment.language == Language::kArabic &&
      text != first.range.of(segment.text)) {
    return false;
  }
  if (is_legitimate(second.key) || is_distributive(text) || in_letter_run(segment, i)) return false;
  // A capital in the second word alone is a name that starts as the word before it ends: in In
  // Style.
  return segment.language == Language::kArabic || !is_capitalised(text) ||
         is_capitalised(first.range.of(segment.text));
}

// "happen early happen early"; not "on and on and on", nor letters spelled out.
bool is_doubled_phrase(const CheckedSegment& segment, std::size_t i) {
  return i >= 3 && same_word(segment, i - 3, i - 1) && same_word(segment, i - 2, i) &&
         !same_word(segment, i - 1, i + 1) && !(i >= 4 && same_word(segment, i - 4, i - 2)) &&
         !same_word(segment, i - 1, i) && !is_letter_name(segment.words[i].key) &&
         !is_letter_name(segment.words[i - 1].key);
}

}  // namespace

void check_repetition(const CheckedDocument& document, const Bead& bead, FindingList& findings) {
  for (const Language side : {Language::kArabic, Language::kEnglish}) {
    const auto others = document.segments(bead, other(side));
    const SegmentRange range = CheckedDocument::range(bead, side);
    for (std::size_t s = range.begin; s < range.end; ++s) {
      const CheckedSegment& segment = document.side(side)[s];
      for (std::size_t i = 1; i < segment.words.size(); ++i) {
        const bool phrase = is_doubled_phrase(segment, i);
        if (!phrase && !is_doubled_word(segment, i)) continue;
        if (std::any_of(others.begin(), others.end(), doubles)) continue;
        const ByteRange second{segment.words[phrase ? i - 1 : i].range.begin,
                               segment.words[i].range.end};
        const ByteRange whole{segment.words[phrase ? i - 3 : i - 1].range.begin, second.end};
        findings.add(bead, report_at({side, s, whole}, "doubled-word",
                                     "“" + quoted(second.of(segment.text)) + "” stands twice",
                                     "delete one"));
      }
    }
  }
}

}  // namespace mizan
