// Where in a long text the alignment must run: matches of rare words, chained (the heaviest chain
// of matches that moves forward on both sides; Fenwick tree, O(n log n)).
#pragma once

#include "tm/align/band.h"
#include "tm/align/translation_table.h"
#include "tm/align/vocabulary.h"

namespace mizan {

// The whole search space for short texts. For long ones a band whose width is bounded between
// anchors, so that its area grows linearly with the text.
Band find_band(const TextSide& arabic, const TextSide& english, const TranslationTable& table);

}  // namespace mizan
