// Units of measure that stand behind a number.
#pragma once

#include <string_view>

#include "tm/base/language.h"

namespace mizan {

enum class Dimension { kLength, kArea, kMass, kVolume, kTemperature, kTime, kPower };

// A quantity in the unit is value * factor + offset in the base unit of its dimension (metre,
// square metre, kilogram, litre, degree Celsius, second, watt). Units are told apart by their address.
struct MeasureUnit {
  std::string_view name;  // English, plural
  Dimension dimension;
  double factor;
  double offset = 0;
};

// Whether the two quantities are one, within what rounding takes away: 30 km and 19 miles. Times
// are exact: 48 hours are two days, 50 are not.
bool measures_meet(double a, const MeasureUnit& unit_a, double b, const MeasureUnit& unit_b);

// The unit that a word names, null when it names none: "decade", والعقد. English keys are lower
// case; Arabic ones folded to kTehMarbuta, with their clitics.
const MeasureUnit* unit_of_word(std::string_view key, Language language);

}  // namespace mizan
