// Numbers and dates of a text, found in one reading of it.
#pragma once

#include <string_view>
#include <vector>

#include "tm/base/language.h"
#include "tm/lang/dates.h"
#include "tm/lang/numbers.h"

namespace mizan {

struct Quantities {
  std::vector<NumberMention> numbers;
  std::vector<DateMention> dates;
  std::vector<CodeMention> codes;
};

// What find_numbers and find_dates find, at the price of one.
Quantities find_quantities(std::string_view text, Language language);

}  // namespace mizan
