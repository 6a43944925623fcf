// The part of the search space that an alignment looks at.
#pragma once

#include <cstddef>
#include <vector>

#include "tm/model/alignment.h"

namespace mizan {

// For each source boundary i (0 ... number of source sentences) the target boundaries
// [first, last] that the search may visit. Both ends never decrease; the corners (0, 0) and
// (I, J) are inside.
struct Band {
  struct Row {
    std::size_t first = 0;
    std::size_t last = 0;  // inclusive
    friend bool operator==(const Row&, const Row&) = default;
  };
  std::vector<Row> rows;

  std::size_t source_size() const { return rows.size() - 1; }
  std::size_t target_size() const { return rows.back().last; }

  // Makes the ends of hand-set rows never decrease, by widening, and the corners lie inside.
  void make_regular();

  static Band full(std::size_t source_size, std::size_t target_size);
  // The boundaries at most `margin` target sentences away from those of `alignment`.
  static Band around(const Alignment& alignment, std::size_t source_size, std::size_t target_size,
                     std::size_t margin);
  friend bool operator==(const Band&, const Band&) = default;
  // The same band seen from the other side.
  Band transposed() const;
  // Source boundaries [begin, end] and target boundaries [from, to] of it, counted from there;
  // the corners are inside.
  Band part(std::size_t begin, std::size_t end, std::size_t from, std::size_t to) const;
};

}  // namespace mizan
