// Where the texts of a bilingual file's records stand in the file, for reports that point there.
#pragma once

#include <span>
#include <string_view>

#include "tm/check/checker.h"
#include "tm/model/checked_file.h"

namespace mizan {

// Fills the places of `named`, one for each of `records`, which stand in the order of their lines
// in `file`, the whole file as UTF-8. A text whose words stand nowhere between its record's line
// and the next record's as they are (markup escapes some), or stand there twice, has no place.
void find_record_places(std::string_view file, std::span<const BilingualRecord> records,
                        std::span<CheckedRecord> named);

}  // namespace mizan
