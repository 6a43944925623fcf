// Aligning two files and keeping the result.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "tm/align/aligner.h"
#include "tm/model/alignment.h"
#include "tm/model/translation_unit.h"
#include "tm/project/text_input.h"

namespace mizan {

// The beads of `pair`, its first file as the source.
Alignment align_pair(const TextPair& pair, const LexiconIndex& lexicon,
                     const AlignmentOptions& options = {});

// `lines` beads of one segment each.
Alignment line_by_line(std::size_t lines);

// The two-sided beads of at least `min_confidence` as units: the segments of a side joined by a
// space, the origin naming the first file and the place in it.
std::vector<TranslationUnit> units_of(const TextPair& pair, const Alignment& alignment,
                                      double min_confidence);

}  // namespace mizan
