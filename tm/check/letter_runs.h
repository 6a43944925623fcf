// Acronyms that the Arabic spells letter by letter. Internal to tm/check.
#pragma once

#include <string_view>
#include <vector>

#include "tm/check/document.h"

namespace mizan {

// سي إن إن: three letter names in a row, or more. ("أن في" are prepositions.)
struct LetterRun {
  std::vector<std::string_view> letters;  // what each name may stand for, upper case
  CheckedPlace place;
};

// Those of the Arabic segments `range` of the document, in order.
std::vector<LetterRun> letter_runs(const CheckedDocument& document, SegmentRange range);

}  // namespace mizan
