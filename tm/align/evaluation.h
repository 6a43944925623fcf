// Precision, recall and F1 of an alignment against a gold one, as the field's papers report them
// (Vecalign, Bertalign, AlignAR).
#pragma once

#include <cstddef>
#include <span>

#include "tm/model/alignment.h"

namespace mizan {

// Counts add up over documents before the ratios are taken. Precision is over all beads tested;
// recall leaves omissions out.
struct AlignmentCounts {
  std::size_t strict_hits = 0;   // beads tested that are gold beads
  std::size_t lax_hits = 0;      // beads tested of which some pair of sentences is linked in gold
  std::size_t beads = 0;         // beads tested
  std::size_t strict_found = 0;  // two-sided gold beads that were found
  std::size_t lax_found = 0;
  std::size_t gold = 0;  // two-sided gold beads

  AlignmentCounts& operator+=(const AlignmentCounts& other);
};

struct AlignmentFigures {
  double precision = 0;
  double recall = 0;
  double f1 = 0;
};

AlignmentCounts compare(std::span<const GoldBead> gold, const Alignment& test);
AlignmentFigures strict_figures(const AlignmentCounts& counts);
AlignmentFigures lax_figures(const AlignmentCounts& counts);

}  // namespace mizan
