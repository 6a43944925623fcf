// Gale and Church's length model (1993): how well the lengths of two blocks of text agree.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "tm/align/parameters.h"
#include "tm/align/vocabulary.h"
#include "tm/model/alignment.h"

namespace mizan {

class LengthModel {
 public:
  // The ratio of the two languages is that of the whole texts.
  LengthModel(const TextSide& arabic, const TextSide& english,
              const AlignmentParameters& parameters);

  // Estimates the variance from beads (Arabic as the source), with the initial one as a prior.
  void fit(const Alignment& alignment, const AlignmentParameters& parameters);

  // Log probability of a difference at least as large as that of Arabic sentences [i, i + m) and
  // English sentences [j, j + n).
  double log_probability(std::size_t i, std::size_t m, std::size_t j, std::size_t n) const {
    const double delta = std::sqrt(squared_difference(i, m, j, n) / variance_);
    return log_tail_[std::min(static_cast<std::size_t>(delta * kPerUnit + 0.5), kEntries - 1)];
  }

 private:
  // The difference of lengths, squared, per character.
  double squared_difference(std::size_t i, std::size_t m, std::size_t j, std::size_t n) const {
    const double expected = (arabic_[i + m] - arabic_[i]) * ratio_;
    const double found = english_[j + n] - english_[j];
    const double mean = std::max(1.0, 0.5 * (expected + found));
    return (found - expected) * (found - expected) / mean;
  }

  // The search asks for it in every cell, so it is tabulated.
  static constexpr double kPerUnit = 100;
  static constexpr std::size_t kEntries = 1001;

  std::vector<double> arabic_;  // prefix sums of code points
  std::vector<double> english_;
  double ratio_;  // English characters per Arabic character
  double variance_;
  std::vector<double> log_tail_;  // by standard deviations, kPerUnit to each
};

}  // namespace mizan
