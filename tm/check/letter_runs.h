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

// How many letters of an acronym, in either case, the names of the run from the `from`th on do not
// stand for. There are names enough.
std::size_t letters_off(const LetterRun& run, std::size_t from, std::string_view acronym);

// Whether the run spells the acronym, with or without a particle before or behind that is a letter
// name as well: في بي بي سي.
bool spells(const LetterRun& run, std::string_view acronym);

}  // namespace mizan
