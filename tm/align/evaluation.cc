#include "tm/align/evaluation.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <utility>
#include <vector>

namespace mizan {
namespace {

using Index = std::vector<std::size_t>;
using IndexedBead = std::pair<Index, Index>;

Index indices(const SegmentRange& range) {
  Index list(range.size());
  std::iota(list.begin(), list.end(), range.begin);
  return list;
}

struct Hits {
  std::size_t strict = 0;
  std::size_t lax = 0;
};

// How many of `tested` are beads of `reference`, and how many link two sentences that it links.
Hits count(const std::set<IndexedBead>& reference, const std::set<IndexedBead>& tested) {
  std::map<std::size_t, std::set<std::size_t>> linked;
  for (const auto& [source, target] : reference) {
    for (const std::size_t s : source) linked[s].insert(target.begin(), target.end());
  }
  Hits hits;
  for (const IndexedBead& bead : tested) {
    const bool strict = reference.contains(bead);
    hits.strict += strict;
    hits.lax += strict || std::ranges::any_of(bead.first, [&](std::size_t s) {
                  const auto found = linked.find(s);
                  return found != linked.end() &&
                         std::ranges::any_of(
                             bead.second, [&](std::size_t t) { return found->second.contains(t); });
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

AlignmentCounts compare(std::span<const GoldBead> gold, const Alignment& test) {
  std::set<IndexedBead> gold_beads;
  std::set<IndexedBead> gold_two_sided;
  for (const GoldBead& bead : gold) {
    gold_beads.emplace(bead.source, bead.target);
    if (!bead.source.empty() && !bead.target.empty()) {
      gold_two_sided.emplace(bead.source, bead.target);
    }
  }
  std::set<IndexedBead> test_beads;
  std::set<IndexedBead> test_two_sided;
  for (const Bead& bead : test.beads) {
    test_beads.emplace(indices(bead.source), indices(bead.target));
    if (!bead.one_sided()) test_two_sided.emplace(indices(bead.source), indices(bead.target));
  }
  const Hits precise = count(gold_beads, test_beads);
  const Hits recalled = count(test_two_sided, gold_two_sided);
  return {precise.strict,  precise.lax,  test_beads.size(),
          recalled.strict, recalled.lax, gold_two_sided.size()};
}

AlignmentFigures strict_figures(const AlignmentCounts& counts) {
  return figures(counts.strict_hits, counts.beads, counts.strict_found, counts.gold);
}

AlignmentFigures lax_figures(const AlignmentCounts& counts) {
  return figures(counts.lax_hits, counts.beads, counts.lax_found, counts.gold);
}

}  // namespace mizan
