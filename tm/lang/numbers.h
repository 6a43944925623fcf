// Numbers in running text as values, whatever their script or words.
#pragma once

#include <string_view>
#include <vector>

#include "tm/base/byte_range.h"
#include "tm/base/language.h"

namespace mizan {

enum class NumberKind {
  kCardinal,   // 25  ٢٥  خمسة وعشرون  25 million
  kOrdinal,    // third  الثالث  21st
  kDual,       // شهرين, جنديان: two of a thing, by the noun's ending alone
  kPercent,    // 12%  12 في المئة: value 12
  kDecade,     // 1930s  ثلاثينيات القرن العشرين: value 1930
  kFraction,   // نصف, ربع, two thirds: value 0.5 ...
};

struct NumberMention {
  NumberKind kind = NumberKind::kCardinal;
  double value = 0;
  ByteRange range;           // of the whole expression, scale word included
  bool spelled = false;      // written in words (or partly)
  bool approximate = false;  // عشرات, dozens, عدة: no exact value; never a mismatch
};

// Mentions in order, longest first where expressions nest. Ambiguous readings ("one" the pronoun,
// أحد, صفر the month) are left out or marked approximate rather than guessed. Numbers inside dates,
// times and identifiers (MI6, كوفيد-19) are not reported here.
std::vector<NumberMention> find_numbers(std::string_view text, Language language);

}  // namespace mizan
