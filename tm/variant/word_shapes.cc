#include "tm/variant/word_shapes.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <string>
#include <utility>

#include "tm/base/utf8.h"

namespace mizan {
namespace {

constexpr std::string_view kArabicEndings[] = {
    "ي",  "يه",  "يين",  "يون",  "يات", "ين",  "ون",  "ان",   "ات",  "ه",
    "ا",  "وا",  "يا",   "تين",  "تان", "هم",  "ها",  "نا",   "ت",   "ن",
    "وي", "ويه", "اء",   "ك",    "هما", "ته",  "تها", "تهم",  "تنا", "تي",
    "ني", "كم",  "يتان", "يتين", "وه",  "وها", "ونه", "ونها", "تا",  "تم"};
constexpr std::string_view kEnglishEndings[] = {
    "s",    "es", "n",   "an",   "ian", "ese",  "i",   "ish", "ic",  "er", "ers", "ans",
    "ians", "ns", "y",   "ist",  "ism", "ists", "al",  "man", "son", "e",  "ee",  "a",
    "o",    "ia", "ean", "eans", "as",  "os",   "ina", "ine", "en",  "sen"};
constexpr std::string_view kNisbaEndings[] = {"ي", "يه", "يين", "يون", "يات", "يتين", "يتان"};
constexpr std::string_view kPersons[] = {"ي", "ت", "ن", "أ"};
constexpr std::string_view kPronouns[] = {"ه", "ها", "هم", "هما", "نا", "كم", "هن"};
constexpr std::string_view kVerbEndings[] = {"ت", "وا", "ون", "ين", "ان", "ا", "ات"};

bool is_ending(Language language, std::string_view rest) {
  const auto has = [rest](std::span<const std::string_view> endings) {
    return std::find(endings.begin(), endings.end(), rest) != endings.end();
  };
  return language == Language::kArabic ? has(kArabicEndings) : has(kEnglishEndings);
}

bool ends_with_any(std::string_view word, std::span<const std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [word](std::string_view ending) { return word.ends_with(ending); });
}

}  // namespace

bool differ_in_ending(Language language, std::string_view a, std::string_view b) {
  std::size_t common = 0;
  while (common < std::min(a.size(), b.size()) && a[common] == b[common]) ++common;
  while (common > 0 && common < a.size() &&
         (static_cast<unsigned char>(a[common]) & 0xC0) == 0x80) {
    --common;
  }
  const auto ends = [&](std::size_t stem) {
    const std::string_view x = a.substr(stem);
    const std::string_view y = b.substr(stem);
    return (x.empty() || is_ending(language, x)) && (y.empty() || is_ending(language, y));
  };
  // The ending may start inside what is common: مصري, مصرية.
  const std::size_t letter = language == Language::kArabic ? 2 : 1;
  for (std::size_t back = 0; back <= 2 && common >= back * letter + 3 * letter; ++back) {
    if (ends(common - back * letter)) return true;
  }
  return false;
}

bool differ_in_front(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  return a.size() < b.size() && b.ends_with(a);
}

bool is_nisba_pair(std::string_view a, std::string_view b) {
  for (const std::string_view x : kNisbaEndings) {
    if (!a.ends_with(x)) continue;
    const std::string_view stem = a.substr(0, a.size() - x.size());
    for (const std::string_view y : kNisbaEndings) {
      if (x != y && b.size() == stem.size() + y.size() && b.starts_with(stem) && b.ends_with(y)) {
        return true;
      }
    }
  }
  return false;
}

bool is_plural(std::string_view a, std::string_view b) {
  constexpr std::string_view kPlurals[] = {"ات", "ون", "ين"};
  constexpr std::size_t kShortestStem = 4;
  if (a.size() > b.size()) std::swap(a, b);
  return b.starts_with(a) && count_code_points(a) >= kShortestStem &&
         std::find(std::begin(kPlurals), std::end(kPlurals), b.substr(a.size())) !=
             std::end(kPlurals);
}

bool starts_as_verb(std::string_view a, std::string_view b) {
  constexpr std::string_view kFirstLetters[] = {"ي", "ت", "ن", "ا", "م"};
  const auto first = [&](std::string_view word) {
    return std::any_of(std::begin(kFirstLetters), std::end(kFirstLetters),
                       [word](std::string_view letter) { return word.starts_with(letter); });
  };
  return a.size() > 2 && b.size() > 2 && first(a) && first(b) && a.substr(0, 2) != b.substr(0, 2) &&
         a.substr(2) == b.substr(2);
}

LetterDifference only_difference(std::string_view left, std::string_view right) {
  std::u32string a = to_utf32(left);
  std::u32string b = to_utf32(right);
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a.pop_back();
    b.pop_back();
  }
  std::size_t common = 0;
  while (common < std::min(a.size(), b.size()) && a[common] == b[common]) ++common;
  a.erase(0, common);
  b.erase(0, common);
  if (std::max(a.size(), b.size()) != 1) return LetterDifference::kOther;
  constexpr std::u32string_view kVowels = U"اويءaeiou";
  const auto vowel = [kVowels](char32_t letter) {
    return kVowels.find(letter) != std::u32string_view::npos;
  };
  if (a.empty() || b.empty()) {
    return vowel((a + b)[0]) ? LetterDifference::kVowelLost : LetterDifference::kConsonantLost;
  }
  return vowel(a[0]) && vowel(b[0]) ? LetterDifference::kVowelChanged
                                    : LetterDifference::kConsonantChanged;
}

bool begins_with_person(std::string_view word) {
  return std::any_of(std::begin(kPersons), std::end(kPersons),
                     [word](std::string_view person) { return word.starts_with(person); });
}

bool ends_with_pronoun(std::string_view word) { return ends_with_any(word, kPronouns); }

bool ends_as_verb_or_plural(std::string_view word) { return ends_with_any(word, kVerbEndings); }

}  // namespace mizan
