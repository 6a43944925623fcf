// Lexicon entries of several words, found in running text.
#pragma once

#include "tm/align/lexicon_index.h"
#include "tm/align/vocabulary.h"

namespace mizan {

// Adds to each Arabic sentence one token for every lexicon phrase it holds, as a type of its own;
// call before similarities are looked for.
void add_phrases(TextSide& arabic, const LexiconIndex& lexicon);

}  // namespace mizan
