#include "tm/term/word_matcher.h"

#include <algorithm>
#include <array>
#include <utility>

#include "tm/base/utf8.h"
#include "tm/lang/arabic_morphology.h"
#include "tm/lang/english_morphology.h"
#include "tm/lang/transliteration.h"

namespace mizan {
namespace {

// Clitics, plurals and nisba endings; further guesses match anything.
constexpr int kMostAssumed = 3;

// Where same and different names part (tm/lang/transliteration.h), and a little more: here it is
// one pair among many.
constexpr double kSameName = 0.6;

// The Latin letters that a name begins with, by its first Arabic letter.
std::string_view latin_initials(char32_t letter) {
  constexpr auto kInitials = std::to_array<std::pair<char32_t, std::string_view>>(
      {{U'ا', "aeiou"}, {U'ب', "bp"},  {U'ت', "t"},   {U'ث', "t"},   {U'ج', "jg"}, {U'ح', "h"},
       {U'خ', "k"},     {U'د', "d"},   {U'ذ', "d"},   {U'ر', "r"},   {U'ز', "z"},  {U'س', "sc"},
       {U'ش', "s"},     {U'ص', "s"},   {U'ض', "d"},   {U'ط', "t"},   {U'ظ', "z"},  {U'ع', "aiou"},
       {U'غ', "g"},     {U'ف', "fvp"}, {U'ق', "qg"},  {U'ك', "kcq"}, {U'ل', "l"},  {U'م', "m"},
       {U'ن', "n"},     {U'ه', "h"},   {U'و', "wou"}, {U'ي', "yj"}});
  for (const auto& [arabic, latin] : kInitials) {
    if (arabic == letter) return latin;
  }
  return {};
}

constexpr std::string_view kArticle = "ال";

// A conjunction or preposition before a noun. (The question أ is an alef of most names.)
bool leans(const Proclitics& stack) {
  return stack.bytes > 0 && !stack.future && stack.description != kArticle &&
         !stack.description.starts_with("أ");
}

}  // namespace

const std::vector<std::string>& WordMatcher::stems(const std::string& key) {
  const auto [entry, is_new] = stems_.try_emplace(key);
  if (is_new) {
    for (const ArabicAnalysis& analysis : analyse_arabic(key)) {
      if (analysis.cost > kMostAssumed) break;
      for (std::string& stem : glosses_(analysis.stem)) entry->second.push_back(std::move(stem));
    }
  }
  return entry->second;
}

double WordMatcher::match(const TextWord& arabic, const TextWord& english) {
  if (arabic.kind != AtomKind::kArabic || english.kind != AtomKind::kLatin) {
    return arabic.key == english.key ? 1 : 0;
  }
  // An ordinary word in lower case is no name that happens to sound alike.
  const bool name = english.letter_case != LetterCase::kLower || stems(arabic.key).empty();
  const auto [entry, is_new] =
      matches_.try_emplace(arabic.key + (name ? '\t' : ' ') + english.key, 0.0);
  if (!is_new) return entry->second;
  const std::string stem = english_stem(english.key);
  double best = std::ranges::find(stems(arabic.key), stem) != stems(arabic.key).end() ? 1 : 0;
  if (best == 0 && name) {
    for (const Proclitics& stack : proclitic_stacks(arabic.key)) {
      const std::string_view rest = std::string_view(arabic.key).substr(stack.bytes);
      if (stack.future || stack.description.starts_with("أ") || count_code_points(rest) < 3) {
        continue;
      }
      best = std::max(best, transliteration_score(rest, english.key));
    }
    if (best < kSameName) best = 0;
  }
  entry->second = best;
  return best;
}

bool WordMatcher::may_begin_with(const TextWord& arabic, char initial) {
  if (arabic.kind != AtomKind::kArabic) return !arabic.key.empty() && arabic.key[0] == initial;
  for (const std::string& stem : stems(arabic.key)) {
    if (!stem.empty() && stem[0] == initial) return true;
  }
  if (!stems(arabic.key).empty()) return false;
  for (const Proclitics& stack : proclitic_stacks(arabic.key)) {
    if (stack.future) continue;
    const char32_t letter = code_point_at(arabic.key, stack.bytes).value;
    if (latin_initials(letter).find(initial) != std::string_view::npos) return true;
  }
  return false;
}

ArabicFront WordMatcher::leaning_front(const TextWord& arabic, std::span<const TextWord> english) {
  if (arabic.kind != AtomKind::kArabic) return {};
  // How well a stem is accounted for: by the English words, or without these by the lexicon.
  const auto account = [&](std::string_view key) {
    if (key.starts_with(kArticle) && count_code_points(key) > 4) key.remove_prefix(kArticle.size());
    const std::vector<std::string> known = glosses_(key);
    if (english.empty()) return known.empty() ? 0.0 : 1.0;
    double best = 0;
    for (const TextWord& other : english) {
      if (other.kind != AtomKind::kLatin || other.function_word) continue;
      if (std::ranges::find(known, english_stem(other.key)) != known.end()) return 1.0;
      best = std::max(best, transliteration_score(key, other.key));
    }
    return best;
  };
  double best = account(arabic.key);
  ArabicFront front;
  for (const Proclitics& stack : proclitic_stacks(arabic.key)) {
    if (!leans(stack)) continue;
    const std::string_view rest = std::string_view(arabic.key).substr(stack.bytes);
    if (count_code_points(rest) < 3) continue;
    const double score = account(rest);
    if (score <= best) continue;
    best = score;
    front = {stack.bytes, stack.article, true};
  }
  return front;
}

}  // namespace mizan
