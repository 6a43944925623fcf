// The best sequence of beads, and how sure each is: dynamic programming over sentence boundaries,
// inside a band (Gale and Church 1993 for the recursion, forward-backward for the posteriors).
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "tm/align/band.h"
#include "tm/align/parameters.h"
#include "tm/model/alignment.h"

namespace mizan {

// A kind of bead: m source with n target sentences.
struct BeadShape {
  std::size_t source = 1;
  std::size_t target = 1;
  double log_prior = 0;
};

// The lists of laws make sentences of this many parts.
constexpr std::size_t kLongestSide = 12;

// The shapes that the model knows: 1:1, omissions, 1:n and n:1 up to kLongestSide, n:m up to 3:3.
std::vector<BeadShape> bead_shapes(const AlignmentParameters& parameters);

// Log score of the bead that pairs source [i, i + m) with target [j, j + n); asked only for blocks
// inside the band.
class BeadScorer {
 public:
  virtual ~BeadScorer() = default;
  virtual double score(std::size_t i, std::size_t m, std::size_t j, std::size_t n) const = 0;
};

// The beads of highest total score; each bead's confidence is its posterior when all scores are
// multiplied by `temperature`, or 1 without one.
Alignment search(const Band& band, const std::vector<BeadShape>& shapes, const BeadScorer& scorer,
                 std::optional<double> temperature);

// Scores of the part of a band whose corner is the source boundary `i` and target boundary `j`;
// the scorer counts from there. `part` outlives it.
using ScorerOfPart =
    std::function<std::unique_ptr<BeadScorer>(const Band& part, std::size_t i, std::size_t j)>;

// The same for a band of any length, window by window, so that memory stays bounded: only where two
// windows meet can the beads differ from those of one search.
Alignment search_by_windows(const Band& band, const std::vector<BeadShape>& shapes,
                            const ScorerOfPart& scorer, std::optional<double> temperature);

}  // namespace mizan
