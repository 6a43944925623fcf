// Gold alignments as the field writes them: one bead a line, `[4, 5] : [7]`, 0-based, an empty list
// for an omission.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tm/model/alignment.h"

namespace mizan {

// Throws Error(kMalformed) with the line of a row that is no bead; `name` is the file that errors
// name.
std::vector<GoldBead> read_bead_list(std::string_view text, const std::string& name);

}  // namespace mizan
