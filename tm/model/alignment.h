// Which sentences of one text translate which sentences of the other.
#pragma once

#include <cstddef>
#include <vector>

namespace mizan {

// Consecutive segments [begin, end) of one side; empty when begin == end.
struct SegmentRange {
  std::size_t begin = 0;
  std::size_t end = 0;

  std::size_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  friend bool operator==(const SegmentRange&, const SegmentRange&) = default;
};

// A bead: source segments and the target segments that translate them. An omission has one
// segment on one side and none on the other.
struct Bead {
  SegmentRange source;
  SegmentRange target;
  double confidence = 0;  // estimated probability that the bead is right, 0-1

  bool one_sided() const { return source.empty() || target.empty(); }
};

// Beads in order; each side is covered exactly once, without gap or overlap.
struct Alignment {
  std::vector<Bead> beads;

  // Whether the invariant holds for `source_size` and `target_size` segments.
  bool covers(std::size_t source_size, std::size_t target_size) const;
};

// A bead as a gold file has it: the indices of its segments. Published gold has overlaps, so it is
// no Alignment.
struct GoldBead {
  std::vector<std::size_t> source;
  std::vector<std::size_t> target;
};

}  // namespace mizan
