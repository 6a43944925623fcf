// Every way to cut two texts into beads, one by one: what the search of tm/align is held against.
// Exponential; for a handful of sentences.
#pragma once

#include <vector>

#include "tm/align/search.h"

namespace mizan::reference {

// Whether there is a way at all, the best one, each bead with its posterior, and its total score.
struct BestPath {
  bool found = false;
  Alignment alignment;
  double score = 0;
};

BestPath search_exhaustively(const Band& band, const std::vector<BeadShape>& shapes,
                             const BeadScorer& scorer, double temperature);

}  // namespace mizan::reference
