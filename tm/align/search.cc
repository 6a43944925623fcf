#include "tm/align/search.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>

namespace mizan {
namespace {

// A window of a long text in source sentences; its end, where the search does not see what follows,
// is searched again in the next.
constexpr std::size_t kWindow = 1000;
constexpr std::size_t kOverlap = 100;

constexpr double kImpossible = -std::numeric_limits<double>::infinity();

// log(1 + e^-x) from a table, to 1e-5: the search asks for it in every cell.
class SoftLog {
 public:
  // What is e^-25 of the rest does not show in a float.
  static constexpr double kLargest = 25;

  SoftLog() {
    for (std::size_t k = 0; k < kEntries; ++k) {
      values_[k] = std::log1p(std::exp(-static_cast<double>(k) / kPerUnit));
    }
  }
  double at(double x) const {
    const double place = x * kPerUnit;
    const auto k = static_cast<std::size_t>(place);
    return values_[k] + (place - static_cast<double>(k)) * (values_[k + 1] - values_[k]);
  }

 private:
  static constexpr double kPerUnit = 64;
  static constexpr std::size_t kEntries = static_cast<std::size_t>(kLargest * kPerUnit) + 2;
  std::array<double, kEntries> values_;
};

const SoftLog soft_log;

inline double log_add(double a, double b) {
  if (a < b) std::swap(a, b);
  if (b == kImpossible || b < a - SoftLog::kLargest) return a;
  return a + soft_log.at(a - b);
}

class Lattice {
 public:
  Lattice(const Band& band, const std::vector<BeadShape>& shapes, const BeadScorer& scorer)
      : band_(band), shapes_(shapes), origins_(shapes.size()) {
    std::size_t cells = 0;
    for (const Band::Row& row : band.rows) {
      starts_.push_back(cells - row.first);  // may wrap, and wraps back
      cells += row.last - row.first + 1;
    }
    best_.assign(cells, kImpossible);
    choice_.assign(cells, 0);
    scores_.assign(cells * shapes.size(), static_cast<float>(kImpossible));
    fill(scorer);
  }

  Alignment trace() const {
    Alignment alignment;
    std::size_t i = band_.source_size();
    std::size_t j = band_.target_size();
    while (i > 0 || j > 0) {
      const BeadShape& shape = shapes_[choice_[cell(i, j)]];
      alignment.beads.push_back({{i - shape.source, i}, {j - shape.target, j}, 1.0});
      i -= shape.source;
      j -= shape.target;
    }
    std::ranges::reverse(alignment.beads);
    return alignment;
  }

  // Makes the confidence of the beads their posterior (forward-backward).
  void set_posteriors(Alignment& alignment, double temperature) {
    std::vector<double> forward(best_.size(), kImpossible);
    std::vector<double> backward(best_.size(), kImpossible);
    forward.front() = 0;
    backward.back() = 0;
    for (std::size_t i = 0; i < band_.rows.size(); ++i) {
      set_origins(i);
      for (std::size_t j = band_.rows[i].first; j <= band_.rows[i].last; ++j) {
        const std::size_t here = cell(i, j);
        for_each_origin(j, [&](std::size_t k, std::size_t from) {
          const double score = temperature * scores_[here * shapes_.size() + k];
          forward[here] = log_add(forward[here], forward[from] + score);
        });
      }
    }
    for (std::size_t i = band_.rows.size(); i-- > 0;) {
      set_origins(i);
      for (std::size_t j = band_.rows[i].last + 1; j-- > band_.rows[i].first;) {
        const std::size_t here = cell(i, j);
        if (backward[here] == kImpossible) continue;
        for_each_origin(j, [&](std::size_t k, std::size_t from) {
          const double score = temperature * scores_[here * shapes_.size() + k];
          backward[from] = log_add(backward[from], backward[here] + score);
        });
      }
    }
    for (Bead& bead : alignment.beads) {
      const std::size_t from = cell(bead.source.begin, bead.target.begin);
      const std::size_t to = cell(bead.source.end, bead.target.end);
      const double score = temperature * scores_[to * shapes_.size() + choice_[to]];
      bead.confidence =
          std::min(1.0, std::exp(forward[from] + score + backward[to] - forward.back()));
    }
  }

 private:
  // Where beads of one shape that end in the present row come from: the target boundaries
  // [first, last] of another row, whose cells begin at `start`.
  struct Origins {
    std::size_t first = 1;
    std::size_t last = 0;
    std::size_t start = 0;
  };

  std::size_t cell(std::size_t i, std::size_t j) const { return starts_[i] + j; }

  void set_origins(std::size_t i) {
    for (std::size_t k = 0; k < shapes_.size(); ++k) {
      if (i < shapes_[k].source) {
        origins_[k] = {};
        continue;
      }
      const std::size_t from = i - shapes_[k].source;
      origins_[k] = {band_.rows[from].first, band_.rows[from].last, starts_[from]};
    }
  }

  // Calls visit(shape, cell) for the shapes of which a bead may end at target boundary `j` of the
  // present row, with the cell where it begins.
  template <typename Visit>
  void for_each_origin(std::size_t j, const Visit& visit) const {
    for (std::size_t k = 0; k < shapes_.size(); ++k) {
      const Origins& origins = origins_[k];
      if (j < origins.first + shapes_[k].target || j > origins.last + shapes_[k].target) continue;
      visit(k, origins.start + j - shapes_[k].target);
    }
  }

  // Viterbi; keeps every bead score for the posteriors.
  void fill(const BeadScorer& scorer) {
    best_.front() = 0;
    for (std::size_t i = 0; i < band_.rows.size(); ++i) {
      set_origins(i);
      for (std::size_t j = band_.rows[i].first; j <= band_.rows[i].last; ++j) {
        const std::size_t here = cell(i, j);
        for_each_origin(j, [&](std::size_t k, std::size_t from) {
          if (best_[from] == kImpossible) return;
          const auto& [m, n, log_prior] = shapes_[k];
          const double score = log_prior + scorer.score(i - m, m, j - n, n);
          scores_[here * shapes_.size() + k] = static_cast<float>(score);
          if (best_[from] + score > best_[here]) {
            best_[here] = best_[from] + score;
            choice_[here] = static_cast<std::uint8_t>(k);
          }
        });
      }
    }
  }

  const Band& band_;
  const std::vector<BeadShape>& shapes_;
  std::vector<Origins> origins_;      // of each shape
  std::vector<std::size_t> starts_;   // cell of target boundary 0 of each row
  std::vector<double> best_;          // of each cell
  std::vector<std::uint8_t> choice_;  // its shape
  std::vector<float> scores_;         // of each cell and shape
};

}  // namespace

std::vector<BeadShape> bead_shapes(const AlignmentParameters& parameters) {
  std::vector<BeadShape> shapes = {
      {1, 1, 0}, {1, 0, parameters.omission}, {0, 1, parameters.omission}};
  for (std::size_t n = 2; n <= kLongestSide; ++n) {
    const double prior =
        parameters.split_first + static_cast<double>(n - 2) * parameters.split_next;
    shapes.push_back({1, n, prior});
    shapes.push_back({n, 1, prior});
  }
  for (std::size_t m = 2; m <= 3; ++m) {
    for (std::size_t n = 2; n <= 3; ++n) {
      shapes.push_back(
          {m, n, parameters.many_first + static_cast<double>(m + n - 4) * parameters.many_next});
    }
  }
  return shapes;
}

Alignment search(const Band& band, const std::vector<BeadShape>& shapes, const BeadScorer& scorer,
                 std::optional<double> temperature) {
  Lattice lattice(band, shapes, scorer);
  Alignment alignment = lattice.trace();
  if (temperature) lattice.set_posteriors(alignment, *temperature);
  return alignment;
}

// Each window ends at the middle of the band, all but its last beads are kept, and the next one
// starts where they end.
Alignment search_by_windows(const Band& band, const std::vector<BeadShape>& shapes,
                            const ScorerOfPart& scorer, std::optional<double> temperature) {
  const std::size_t source_size = band.source_size();
  const std::size_t target_size = band.target_size();
  Alignment alignment;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < source_size || j < target_size) {
    const bool last = source_size - i <= kWindow + kOverlap;
    const std::size_t end = last ? source_size : i + kWindow;
    const std::size_t to =
        last ? target_size : std::max(j, (band.rows[end].first + band.rows[end].last) / 2);
    const Band part = band.part(i, end, j, to);
    const Alignment window = search(part, shapes, *scorer(part, i, j), temperature);
    const std::size_t from_i = i;
    const std::size_t from_j = j;
    for (const Bead& bead : window.beads) {
      if (!last && bead.source.end > kWindow - kOverlap) break;
      i = from_i + bead.source.end;
      j = from_j + bead.target.end;
      alignment.beads.push_back(
          {{from_i + bead.source.begin, i}, {from_j + bead.target.begin, j}, bead.confidence});
    }
  }
  return alignment;
}

}  // namespace mizan
