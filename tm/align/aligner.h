// Sentence alignment of an Arabic text with its English translation, in either direction: two
// lexical directions, length, priors of bead types, self-training.
#pragma once

#include <span>

#include "tm/align/lexicon_index.h"
#include "tm/align/parameters.h"
#include "tm/base/language.h"
#include "tm/model/alignment.h"
#include "tm/model/segment.h"

namespace mizan {

struct AlignmentOptions {
  AlignmentParameters parameters;
};

// Beads of `source`, written in `source_language`, with `target`, written in the other one. An
// empty segment is a bead of its own, or inside one. Confidence is an estimate of the probability
// that a bead is right.
Alignment align(std::span<const Segment> source, std::span<const Segment> target,
                Language source_language, const LexiconIndex& lexicon,
                const AlignmentOptions& options = {});

}  // namespace mizan
