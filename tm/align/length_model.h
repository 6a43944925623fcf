// Gale and Church's length model (1993): how well the lengths of two blocks of text agree.
#pragma once

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
  double log_probability(std::size_t i, std::size_t m, std::size_t j, std::size_t n) const;

 private:
  // The difference of lengths, squared, per character.
  double squared_difference(std::size_t i, std::size_t m, std::size_t j, std::size_t n) const;

  std::vector<double> arabic_;  // prefix sums of code points
  std::vector<double> english_;
  double ratio_;  // English characters per Arabic character
  double variance_;
  std::vector<double> log_tail_;  // by hundredths of a standard deviation
};

}  // namespace mizan
