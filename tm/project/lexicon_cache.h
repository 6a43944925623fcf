// The lexicon ready for look-up, without making it anew every time.
#pragma once

#include "tm/align/lexicon_index.h"
#include "tm/project/lexicon_layers.h"
#include "tm/variant/lexicon_knowledge.h"

namespace mizan {

// What is the same for every memory (core and FreeDict) is kept in $XDG_CACHE_HOME/mizan, else in
// ~/.cache/mizan, as long as neither this program's core lexicon nor a dictionary changes; a file
// there that is missing, damaged or cannot be written costs only time.

// The index of the layers, for alignment. In the file `lexicon`.
LexiconIndex load_lexicon_index(const LexiconLayers& layers = {});

// What core and FreeDict know about words and names. In the file `words`.
LexiconKnowledge load_lexicon_knowledge();

}  // namespace mizan
