#include "tm/align/length_model.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace mizan {
namespace {

std::vector<double> prefix_sums(const std::vector<double>& values) {
  std::vector<double> sums(values.size() + 1, 0.0);
  std::partial_sum(values.begin(), values.end(), sums.begin() + 1);
  return sums;
}

// log of the chance of a difference of so many standard deviations or more, and of `floor`.
std::vector<double> log_tail(double floor, double per_unit, std::size_t entries) {
  std::vector<double> values(entries);
  for (std::size_t i = 0; i < entries; ++i) {
    const double tail = std::erfc(static_cast<double>(i) / per_unit / std::sqrt(2.0));
    values[i] = std::log((1 - floor) * tail + floor);
  }
  return values;
}

}  // namespace

LengthModel::LengthModel(const TextSide& arabic, const TextSide& english,
                         const AlignmentParameters& parameters)
    : arabic_(prefix_sums(arabic.lengths)),
      english_(prefix_sums(english.lengths)),
      ratio_(std::max(1.0, english_.back()) / std::max(1.0, arabic_.back())),
      variance_(parameters.length_variance),
      log_tail_(log_tail(parameters.length_floor, kPerUnit, kEntries)) {}

void LengthModel::fit(const Alignment& alignment, const AlignmentParameters& parameters) {
  double sum = parameters.length_strength * parameters.length_variance;
  double beads = parameters.length_strength;
  for (const Bead& bead : alignment.beads) {
    if (bead.one_sided()) continue;
    sum += bead.confidence * squared_difference(bead.source.begin, bead.source.size(),
                                                bead.target.begin, bead.target.size());
    beads += bead.confidence;
  }
  variance_ = sum / beads;
}

}  // namespace mizan
