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

// log of the chance of a difference of `delta` standard deviations or more, and of `floor`,
// tabulated: the search asks for it in every cell.
constexpr double kPerUnit = 100;
constexpr std::size_t kEntries = 1001;

std::vector<double> log_tail(double floor) {
  std::vector<double> values(kEntries);
  for (std::size_t i = 0; i < kEntries; ++i) {
    const double tail = std::erfc(static_cast<double>(i) / kPerUnit / std::sqrt(2.0));
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
      log_tail_(log_tail(parameters.length_floor)) {}

double LengthModel::squared_difference(std::size_t i, std::size_t m, std::size_t j,
                                       std::size_t n) const {
  const double expected = (arabic_[i + m] - arabic_[i]) * ratio_;
  const double found = english_[j + n] - english_[j];
  const double mean = std::max(1.0, 0.5 * (expected + found));
  return (found - expected) * (found - expected) / mean;
}

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

double LengthModel::log_probability(std::size_t i, std::size_t m, std::size_t j,
                                    std::size_t n) const {
  const double delta = std::sqrt(squared_difference(i, m, j, n) / variance_);
  return log_tail_[std::min(static_cast<std::size_t>(delta * kPerUnit + 0.5), kEntries - 1)];
}

}  // namespace mizan
