// Terms proposed from beads, their words linked by the aligner's lexicon and model.
#pragma once

#include "tm/align/lexicon_index.h"
#include "tm/term/extraction.h"

namespace mizan {

// Links the words of every bead of `extraction`, which then has its proposals.
void link_words(TermExtraction& extraction, const LexiconIndex& lexicon);

}  // namespace mizan
