// Whether two spellings are of one name, either script on either side.
#pragma once

#include <string_view>

namespace mizan {

// The probability that `a` and `b` spell the same name, by their letters alone: 0-1, the same both
// ways round. One name each, without clitics, of one word or several; folding is done here. Equal
// words get the probability of a perfect copy, not 1. Thread-safe.
double name_similarity(std::string_view a, std::string_view b);

// Log odds, per letter, that an Arabic word is a foreign name rather than an ordinary word, by its
// letters; 0 where they do not tell.
double foreign_name_odds(std::string_view arabic);

}  // namespace mizan
