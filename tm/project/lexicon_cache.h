// The lexicon ready for look-up, without making it anew every time.
#pragma once

#include <string>

#include "tm/align/lexicon_index.h"
#include "tm/project/lexicon_layers.h"

namespace mizan {

// The index of the layers. What is the same for every memory (core and FreeDict) is kept in
// lexicon_cache_path() as long as neither this program's core lexicon nor a dictionary changes; a
// cache that is missing, damaged or cannot be written costs only time.
LexiconIndex load_lexicon_index(const LexiconLayers& layers = {});

// $XDG_CACHE_HOME/mizan/lexicon, else ~/.cache/mizan/lexicon; empty where neither is known.
std::string lexicon_cache_path();

}  // namespace mizan
