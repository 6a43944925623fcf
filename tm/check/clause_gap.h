// The longest stretch of one side that nothing on the other side translates. Internal to tm/check.
#pragma once

#include <array>
#include <cstddef>
#include <limits>
#include <span>

#include "tm/check/document.h"
#include "tm/check/renderings.h"

namespace mizan {

struct ClauseGap {
  std::size_t segment = 0;    // of the side, within the span given
  ByteRange range;            // within that segment; empty when every word has its counterpart
  double characters = 0;      // of the stretch (code points)
  double surplus = 0;         // how many characters the side is longer than the other lets expect
  double length = 0;          // characters of the side
  double linked_outside = 1;  // share of the content words outside the stretch with a counterpart
  double linked_other = 1;    // and of the other side's content words
  bool at_end = false;        // the stretch runs to the end of the side
  // The last clauses (from a comma to the end) whose length fits the surplus best: the share of
  // their content words with a counterpart, and by how many characters they miss the surplus.
  double tail_linked = 1;
  double tail_misfit = 0;
  bool has_tail = false;
};

// Each side seen against the other, the Arabic first. `arabic` and `english` are the segments of a
// bead. Where no gap can have log odds of `least` (below), there is none.
std::array<ClauseGap, 2> find_clause_gaps(std::span<const CheckedSegment> arabic,
                                          std::span<const CheckedSegment> english,
                                          WordRenderings& renderings,
                                          double least = -std::numeric_limits<double>::infinity());

// What the decision rests on; the first is the constant 1.
constexpr std::size_t kGapFeatures = 11;
std::array<double, kGapFeatures> gap_features(const ClauseGap& gap);

// Log odds that a clause of this side was left out of the other. A logistic regression over
// gap_features(), fitted by tests/bench/train_clause_gap.py on sentence pairs with and without
// their last clauses.
double gap_log_odds(const ClauseGap& gap);

}  // namespace mizan
