#include "tests/reference/align_search_oracle.h"

#include <algorithm>
#include <cmath>

namespace mizan::reference {
namespace {

struct Path {
  std::vector<Bead> beads;
  double score = 0;
};

class Enumeration {
 public:
  Enumeration(const Band& band, const std::vector<BeadShape>& shapes, const BeadScorer& scorer)
      : band_(band), shapes_(shapes), scorer_(scorer) {
    extend(0, 0);
  }
  const std::vector<Path>& paths() const { return paths_; }

 private:
  bool inside(std::size_t i, std::size_t j) const {
    return i <= band_.source_size() && j >= band_.rows[i].first && j <= band_.rows[i].last;
  }

  void extend(std::size_t i, std::size_t j) {
    if (i == band_.source_size() && j == band_.target_size()) paths_.push_back(current_);
    for (const BeadShape& shape : shapes_) {
      const std::size_t to_i = i + shape.source;
      const std::size_t to_j = j + shape.target;
      if (!inside(to_i, to_j)) continue;
      const double before = current_.score;
      current_.score += shape.log_prior + scorer_.score(i, shape.source, j, shape.target);
      current_.beads.push_back({{i, to_i}, {j, to_j}, 0});
      extend(to_i, to_j);
      current_.beads.pop_back();
      current_.score = before;
    }
  }

  const Band& band_;
  const std::vector<BeadShape>& shapes_;
  const BeadScorer& scorer_;
  Path current_;
  std::vector<Path> paths_;
};

bool holds(const Path& path, const Bead& bead) {
  return std::ranges::any_of(path.beads, [&](const Bead& other) {
    return other.source == bead.source && other.target == bead.target;
  });
}

}  // namespace

BestPath search_exhaustively(const Band& band, const std::vector<BeadShape>& shapes,
                             const BeadScorer& scorer, double temperature) {
  const Enumeration enumeration(band, shapes, scorer);
  const std::vector<Path>& paths = enumeration.paths();
  if (paths.empty()) return {};
  const auto best = std::ranges::max_element(paths, {}, &Path::score);
  const auto weight = [&](const Path& path) {
    return std::exp(temperature * (path.score - best->score));
  };
  double total = 0;
  for (const Path& path : paths) total += weight(path);
  BestPath result{true, {best->beads}, best->score};
  for (Bead& bead : result.alignment.beads) {
    for (const Path& path : paths) {
      if (holds(path, bead)) bead.confidence += weight(path) / total;
    }
  }
  return result;
}

}  // namespace mizan::reference
