// English words to a base form, for matching (not for display).
#pragma once

#include <string>
#include <string_view>

namespace mizan {

// A conflation key of a lower-case `word`: irregular forms by a table (went -> go, children ->
// child), then plural, past, -ing, possessive and doubled consonants by rule, and British spelling
// to American.
std::string english_stem(std::string_view word);

}  // namespace mizan
