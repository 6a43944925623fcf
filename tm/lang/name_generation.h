// How a name may be written in the other script: candidates from the learned letter
// correspondences, the letters of each judged by a bigram model of names.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tm/base/language.h"

namespace mizan {

struct GeneratedName {
  std::string text;
  double probability = 0;  // among all candidates that were found
};

// The `limit` best spellings of `name` in the script of `language`, best first; empty when `name`
// has no letter of the other script. Every word is spelled by itself; in English each begins with a
// capital, and an Arabic article becomes al-. Beam search over the units of tm/lang/letter_model.h:
// the best of what the beam kept, not of all spellings. Thread-safe.
std::vector<GeneratedName> generate_names(std::string_view name, Language language,
                                          std::size_t limit);

}  // namespace mizan
