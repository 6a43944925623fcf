// How likely an Arabic and a Latin spelling are the same name, by letter correspondences.
#pragma once

#include <string_view>

namespace mizan {

// 0-1; about .5 is where same and different names part. `arabic` is one word without clitics,
// `latin` one word; folding is done here. Names written alike by sound (فاجنر, Wagner) score high,
// names that share only their consonant frame score lower.
double transliteration_score(std::string_view arabic, std::string_view latin);

}  // namespace mizan
