#include "tm/align/band.h"

#include <algorithm>

namespace mizan {
void Band::make_regular() {
  rows.front().first = 0;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    rows[i].last = std::max(rows[i].last, rows[i - 1].last);
  }
  for (std::size_t i = rows.size() - 1; i-- > 0;) {
    rows[i].first = std::min(rows[i].first, rows[i + 1].first);
  }
}

Band Band::full(std::size_t source_size, std::size_t target_size) {
  Band band;
  band.rows.assign(source_size + 1, {0, target_size});
  return band;
}

Band Band::around(const Alignment& alignment, std::size_t source_size, std::size_t target_size,
                  std::size_t margin) {
  Band band;
  band.rows.assign(source_size + 1, {target_size, 0});
  const auto include = [&](std::size_t i, std::size_t j) {
    Row& row = band.rows[i];
    row.first = std::min(row.first, j - std::min(j, margin));
    row.last = std::max(row.last, std::min(target_size, j + margin));
  };
  include(0, 0);
  for (const Bead& bead : alignment.beads) {
    for (std::size_t i = bead.source.begin; i <= bead.source.end; ++i) {
      include(i, bead.target.begin);
      include(i, bead.target.end);
    }
  }
  band.rows.back().last = target_size;
  band.make_regular();
  return band;
}

Band Band::transposed() const {
  Band other;
  other.rows.resize(target_size() + 1);
  // Both ends of the rows only move forward, so each is passed once.
  std::size_t first = 0;
  std::size_t last = 0;
  for (std::size_t j = 0; j < other.rows.size(); ++j) {
    while (rows[first].last < j) ++first;
    while (last + 1 < rows.size() && rows[last + 1].first <= j) ++last;
    other.rows[j] = {first, last};
  }
  return other;
}

Band Band::part(std::size_t begin, std::size_t end, std::size_t from, std::size_t to) const {
  Band band;
  for (std::size_t i = begin; i <= end; ++i) {
    const std::size_t first = std::clamp(rows[i].first, from, to) - from;
    const std::size_t last = std::clamp(rows[i].last, from, to) - from;
    band.rows.push_back({first, last});
  }
  band.rows.back().last = to - from;
  band.make_regular();
  return band;
}

}  // namespace mizan
