// Edits between two short words. Internal to tm/check.
#pragma once

#include <cstddef>
#include <string_view>

namespace mizan {

// Restricted Damerau-Levenshtein distance in code points of valid UTF-8: insertions, deletions,
// substitutions and swaps of neighbours.
std::size_t word_edits(std::string_view a, std::string_view b);

// How two words one edit apart differ.
struct WordEdit {
  bool swap = false;        // two neighbours changed places
  bool first = false;       // the first letter is another
  bool last = false;        // nothing but the last letter is another
  bool inflection = false;  // nothing but the end is, as between two inflections of one word
};

WordEdit edit_between(std::string_view a, std::string_view b);

}  // namespace mizan
