// The number words of both languages. Internal to tm/lang.
#pragma once

#include <optional>
#include <string_view>

namespace mizan {

enum class NumberRole {
  kUnit,         // 1-9; in English 1-19
  kTen,          // عشر, عشرة: ten, or the tail of a teen
  kTens,         // 20, 30 ... 90
  kHundred,      // 100-900 in one word; in English "hundred", a multiplier
  kScale,        // thousand and above
  kScaleDual,    // ألفان, مليونين: value already doubled
  kScalePlural,  // آلاف, ملايين, millions: multiplies after a number, approximate alone
  kDozen,        // dozen
  kFraction,     // نصف, half
  kOrdinal,      // third, ثالث: a unit, teen or tens as an ordinal
  kVague,        // عشرات, مئات, dozens: approximate
  kMultiple,     // pair, both, double, رباعية: words that only imply their value
  kTimes,        // twice, thrice
  kTeenUnit,     // أحد, اثنا: a unit only before عشر or "and twenty"
  kDecade,       // ثلاثينيات, thirties: value 30
};

struct NumberWord {
  std::string_view form;
  double value = 0;
  NumberRole role = NumberRole::kUnit;
};

// The entry of an Arabic word folded to kTehMarbuta, without clitics.
const NumberWord* find_arabic_number_word(std::string_view key);

// The entry of a lower-case English word.
const NumberWord* find_english_number_word(std::string_view key);

}  // namespace mizan
