// The lexical log-likelihood ratio of one block of sentences, word by word as the formula of
// tm/align/lexical_scores.h is written.
#pragma once

#include <vector>

#include "tm/align/translation_table.h"
#include "tm/align/vocabulary.h"
#include "tm/model/alignment.h"

namespace mizan::reference {

double block_ratio(const TextSide& source, const TextSide& target,
                   const std::vector<std::vector<Translation>>& rows, const SegmentRange& from,
                   const SegmentRange& to, double epsilon);

}  // namespace mizan::reference
