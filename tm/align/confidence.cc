#include "tm/align/confidence.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace mizan {
namespace {

// Posteriors are sums of floats: beyond a millionth they differ by chance.
double logit(double posterior) {
  const double p = std::clamp(posterior, 1e-6, 1 - 1e-6);
  return std::log(p / (1 - p));
}

}  // namespace

void calibrate(Alignment& alignment, const AlignmentParameters& parameters) {
  std::vector<double> logits;
  logits.reserve(alignment.beads.size());
  for (const Bead& bead : alignment.beads) logits.push_back(logit(bead.confidence));
  for (std::size_t k = 0; k < logits.size(); ++k) {
    // A bead at the end of the text stands beside one neighbour, or none.
    double beside = logit(1);
    if (k > 0) beside = std::min(beside, logits[k - 1]);
    if (k + 1 < logits.size()) beside = std::min(beside, logits[k + 1]);
    const double evidence = parameters.confidence_bias + parameters.confidence_own * logits[k] +
                            parameters.confidence_beside * beside;
    alignment.beads[k].confidence = 1 / (1 + std::exp(-evidence));
  }
}

}  // namespace mizan
