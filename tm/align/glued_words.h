// Arabic words written without the spaces between them, as conversions of documents leave them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tm/align/lexicon_index.h"
#include "tm/align/vocabulary.h"

namespace mizan {

// The words that `key` (folded to kTehMarbuta) is glued of: the fewest that the lexicon knows,
// between them what it does not know. Empty when it is one word, or mostly unknown.
std::vector<std::string> split_glued_word(std::string_view key, const LexiconIndex& lexicon);

// Puts the parts of glued words into their place.
void split_glued_words(TextSide& arabic, const LexiconIndex& lexicon);

}  // namespace mizan
