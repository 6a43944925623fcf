// How a number is written in digits, apart from what it is: ١٬٢٥٠ and 1,250 are one value in two
// shapes.
#pragma once

#include <string>
#include <string_view>

namespace mizan {

// What two ways of writing one number share: ASCII digits without thousands separators, "." before
// the decimals. What is not a plain number (10:30, 05, 1.2.3) keeps all its separators.
// `number` is a token of kind kNumber.
std::string number_value(std::string_view number);

// Whether a number of the value `value` can take the place of the token `shape`: both are plain
// numbers, or both have the same separators (10:30 for 9:45).
bool fits_shape(std::string_view value, std::string_view shape);

// `number` in the digits and with the separators of `shape`, which it fits. Thousands are grouped
// as in `shape`; as in `number` where `shape` is too small a number to tell.
std::string in_shape_of(std::string_view number, std::string_view shape);

}  // namespace mizan
