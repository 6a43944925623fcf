#include "tm/align/evaluation.h"

#include <algorithm>

namespace mizan {
namespace {

bool same(const Bead& a, const Bead& b) { return a.source == b.source && a.target == b.target; }

bool overlap(const SegmentRange& a, const SegmentRange& b) {
  return a.begin < b.end && b.begin < a.end;
}

struct Hits {
  std::size_t strict = 0;
  std::size_t lax = 0;
  std::size_t beads = 0;
};

// Of the beads of `tested` that `counts` accepts, how many `reference` has.
Hits count(const Alignment& reference, const Alignment& tested, bool (*counts)(const Bead&)) {
  Hits hits;
  for (const Bead& bead : tested.beads) {
    if (!counts(bead)) continue;
    ++hits.beads;
    hits.strict +=
        std::ranges::any_of(reference.beads, [&](const Bead& other) { return same(bead, other); });
    hits.lax += std::ranges::any_of(reference.beads, [&](const Bead& other) {
      return same(bead, other) ||
             (overlap(bead.source, other.source) && overlap(bead.target, other.target));
    });
  }
  return hits;
}

AlignmentFigures figures(std::size_t hits, std::size_t beads, std::size_t found, std::size_t gold) {
  AlignmentFigures result;
  if (beads != 0) result.precision = static_cast<double>(hits) / static_cast<double>(beads);
  if (gold != 0) result.recall = static_cast<double>(found) / static_cast<double>(gold);
  const double sum = result.precision + result.recall;
  if (sum > 0) result.f1 = 2 * result.precision * result.recall / sum;
  return result;
}

}  // namespace

AlignmentCounts& AlignmentCounts::operator+=(const AlignmentCounts& other) {
  strict_hits += other.strict_hits;
  lax_hits += other.lax_hits;
  beads += other.beads;
  strict_found += other.strict_found;
  lax_found += other.lax_found;
  gold += other.gold;
  return *this;
}

AlignmentCounts compare(const Alignment& gold, const Alignment& test) {
  const auto any = [](const Bead&) { return true; };
  const auto two_sided = [](const Bead& bead) { return !bead.one_sided(); };
  const Hits precise = count(gold, test, any);
  const Hits recalled = count(test, gold, two_sided);
  return {precise.strict,  precise.lax,  precise.beads,
          recalled.strict, recalled.lax, recalled.beads};
}

AlignmentFigures strict_figures(const AlignmentCounts& counts) {
  return figures(counts.strict_hits, counts.beads, counts.strict_found, counts.gold);
}

AlignmentFigures lax_figures(const AlignmentCounts& counts) {
  return figures(counts.lax_hits, counts.beads, counts.lax_found, counts.gold);
}

}  // namespace mizan
