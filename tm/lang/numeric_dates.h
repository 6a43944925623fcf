// Dates in digits alone. Internal to tm/lang.
#pragma once

#include <optional>
#include <string_view>

#include "tm/lang/dates.h"

namespace mizan {

// The date of three numbers in the order of the text: day, month and year, or year, month and day.
// Ambiguous where day and month may be the other way round; nothing when it is no date.
std::optional<DateMention> date_of_parts(std::optional<int> a, std::optional<int> b,
                                         std::optional<int> c);

// 30.5.2005: `key` of a piece of digits.
std::optional<DateMention> read_dotted_date(std::string_view key);

}  // namespace mizan
