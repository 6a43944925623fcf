// The stretch of one side that nothing on the other side translates. Internal to tm/check.
#pragma once

#include <array>
#include <cstddef>
#include <limits>
#include <span>

#include "tm/check/document.h"
#include "tm/check/renderings.h"

namespace mizan {

struct ClauseGap {
  std::size_t segment = 0;  // of the side, within the span given
  ByteRange range;          // within that segment; empty when there is no such stretch
  double evidence = 0;      // the weights of its words (SideWord), negative for those with a link
  // How much better the lengths of the two sides agree without it: log odds.
  double fit = 0;
  bool at_mark = false;      // it starts behind a mark of punctuation
  bool at_end = false;       // it runs to the end of the side
  double other_missing = 0;  // share of the other side's content without a counterpart
};

// Each side seen against the other, the Arabic first. `arabic` and `english` are the segments of a
// bead. Where no gap can have log odds of `least` (below), there is none.
std::array<ClauseGap, 2> find_clause_gaps(std::span<const CheckedSegment> arabic,
                                          std::span<const CheckedSegment> english,
                                          WordRenderings& renderings,
                                          double least = -std::numeric_limits<double>::infinity());

// What the decision rests on; the first is the constant 1.
constexpr std::size_t kGapFeatures = 6;
std::array<double, kGapFeatures> gap_features(const ClauseGap& gap);

// Log odds that a clause of this side was left out of the other. A logistic regression over
// gap_features(), fitted by tests/bench/train_clause_gap.py on sentence pairs with and without
// their last clauses.
double gap_log_odds(const ClauseGap& gap);

}  // namespace mizan
