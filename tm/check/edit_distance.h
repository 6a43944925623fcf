// Edits between two short words. Internal to tm/check.
#pragma once

#include <cstddef>
#include <string_view>

namespace mizan {

// Restricted Damerau-Levenshtein distance in code points of valid UTF-8: insertions, deletions,
// substitutions and swaps of neighbours.
std::size_t word_edits(std::string_view a, std::string_view b);

}  // namespace mizan
