// Numbers in running text as values, whatever their script or words.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "tm/base/byte_range.h"
#include "tm/base/language.h"
#include "tm/lang/measure_units.h"

namespace mizan {

enum class NumberKind {
  kCardinal,      // 25  ٢٥  خمسة وعشرون  25 million
  kOrdinal,       // third  الثالث  21st
  kImplied,       // شهرين, both, a pair, twice, رباعية: a count that no numeral says
  kPercent,       // 12%  12 في المئة: value 12
  kPercentPoint,  // 12 percentage points  12 نقطة مئوية: value 12
  kDecade,        // 1930s  ثلاثينيات القرن العشرين: value 1930
  kFraction,      // نصف, ربع, two thirds: value 0.5 ...
  kClock,         // 10:30: value 630, in minutes
};

struct NumberMention {
  NumberKind kind = NumberKind::kCardinal;
  double value = 0;
  // A second reading that the text allows: 1.250 is 1.25 or 1250, "5m" five million or five
  // metres, "eighties" 1980 or 80, "third" 3 or 1/3.
  std::optional<double> alternative;
  ByteRange range;       // of the whole expression: scale word, percent sign included
  bool spelled = false;  // written in words (or partly)
  bool approximate =
      false;  // عشرات, dozens, ملايين: the order of magnitude alone; never a mismatch
  // May be no number at all, or one that the other language says otherwise: "one", الثاني, "pair",
  // the hour of a time, a noun that only looks like a dual. May satisfy a number of the other
  // language, and should not be missed by itself.
  bool doubtful = false;
  const MeasureUnit* unit = nullptr;  // of measure, where one stands behind it; static
};

// Digits that are part of a name and count nothing: 19 of COVID-19 and of كوفيد-19. The other
// language may set them apart (ACE2, الإنزيم المحول 2).
struct CodeMention {
  double value = 0;
  ByteRange range;     // of the digits
  bool latin = false;  // the letters that they touch are Latin
};

// Mentions in order, longest first where expressions nest. Numbers inside dates and identifiers
// (MI6, كوفيد-19) are not reported here, nor are bare years (find_dates has them).
std::vector<NumberMention> find_numbers(std::string_view text, Language language);

}  // namespace mizan
