#include "tm/align/search.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstdint>
#include <limits>
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

// One value per boundary of the band.
template <typename Value>
class BandTable {
 public:
  BandTable(const Band& band, Value initial) : band_(band), starts_(band.rows.size()) {
    std::size_t total = 0;
    for (std::size_t i = 0; i < band.rows.size(); ++i) {
      starts_[i] = total;
      total += band.rows[i].last - band.rows[i].first + 1;
    }
    values_.assign(total, initial);
  }
  bool holds(std::size_t i, std::size_t j) const {
    return j >= band_.rows[i].first && j <= band_.rows[i].last;
  }
  std::size_t index(std::size_t i, std::size_t j) const {
    return starts_[i] + j - band_.rows[i].first;
  }
  Value& at(std::size_t i, std::size_t j) { return values_[index(i, j)]; }

 private:
  const Band& band_;
  std::vector<std::size_t> starts_;
  std::vector<Value> values_;
};

class Lattice {
 public:
  Lattice(const Band& band, const std::vector<BeadShape>& shapes, const BeadScorer& scorer,
          double temperature)
      : band_(band),
        shapes_(shapes),
        temperature_(temperature),
        best_(band, kImpossible),
        forward_(band, kImpossible),
        backward_(band, kImpossible),
        choice_(band, 0),
        cells_(band, 0) {
    fill(scorer);
    run_backward();
  }

  Alignment trace() {
    Alignment alignment;
    std::size_t i = band_.source_size();
    std::size_t j = band_.target_size();
    const double total = forward_.at(i, j);
    while (i > 0 || j > 0) {
      const std::size_t k = choice_.at(i, j);
      const BeadShape& shape = shapes_[k];
      const double tempered = temperature_ * score_of(i, j, k);
      const std::size_t from_i = i - shape.source;
      const std::size_t from_j = j - shape.target;
      const double posterior =
          std::exp(forward_.at(from_i, from_j) + tempered + backward_.at(i, j) - total);
      alignment.beads.push_back({{from_i, i}, {from_j, j}, std::min(1.0, posterior)});
      i = from_i;
      j = from_j;
    }
    std::ranges::reverse(alignment.beads);
    return alignment;
  }

 private:
  bool allowed(std::size_t i, std::size_t j, const BeadShape& shape) const {
    return i >= shape.source && j >= shape.target &&
           best_.holds(i - shape.source, j - shape.target);
  }

  float& score_of(std::size_t i, std::size_t j, std::size_t shape) {
    return scores_[cells_.at(i, j) + shape];
  }

  // Viterbi and forward sums together; keeps every bead score for the way back.
  void fill(const BeadScorer& scorer) {
    std::size_t boundaries = 0;
    for (std::size_t i = 0; i < band_.rows.size(); ++i) {
      for (std::size_t j = band_.rows[i].first; j <= band_.rows[i].last; ++j) {
        cells_.at(i, j) = boundaries++ * shapes_.size();
      }
    }
    scores_.assign(boundaries * shapes_.size(), static_cast<float>(kImpossible));
    best_.at(0, 0) = 0;
    forward_.at(0, 0) = 0;
    for (std::size_t i = 0; i < band_.rows.size(); ++i) {
      for (std::size_t j = band_.rows[i].first; j <= band_.rows[i].last; ++j) visit(i, j, scorer);
    }
  }

  void visit(std::size_t i, std::size_t j, const BeadScorer& scorer) {
    for (std::size_t k = 0; k < shapes_.size(); ++k) {
      const BeadShape& shape = shapes_[k];
      if (!allowed(i, j, shape)) continue;
      const std::size_t from_i = i - shape.source;
      const std::size_t from_j = j - shape.target;
      if (best_.at(from_i, from_j) == kImpossible) continue;
      const double score =
          shape.log_prior + scorer.score(from_i, shape.source, from_j, shape.target);
      score_of(i, j, k) = static_cast<float>(score);
      const double through = best_.at(from_i, from_j) + score;
      if (through > best_.at(i, j)) {
        best_.at(i, j) = through;
        choice_.at(i, j) = static_cast<std::uint8_t>(k);
      }
      forward_.at(i, j) =
          log_add(forward_.at(i, j), forward_.at(from_i, from_j) + temperature_ * score);
    }
  }

  void run_backward() {
    const std::size_t last = band_.source_size();
    backward_.at(last, band_.target_size()) = 0;
    for (std::size_t i = last + 1; i-- > 0;) {
      for (std::size_t j = band_.rows[i].last + 1; j-- > band_.rows[i].first;) {
        const double here = backward_.at(i, j);
        if (here == kImpossible) continue;
        for (std::size_t k = 0; k < shapes_.size(); ++k) {
          if (!allowed(i, j, shapes_[k])) continue;
          double& from = backward_.at(i - shapes_[k].source, j - shapes_[k].target);
          from = log_add(from, here + temperature_ * score_of(i, j, k));
        }
      }
    }
  }

  const Band& band_;
  const std::vector<BeadShape>& shapes_;
  double temperature_;
  BandTable<double> best_;
  BandTable<double> forward_;
  BandTable<double> backward_;
  BandTable<std::uint8_t> choice_;
  BandTable<std::size_t> cells_;
  std::vector<float> scores_;
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
                 double temperature) {
  return Lattice(band, shapes, scorer, temperature).trace();
}

// Each window ends at the middle of the band, all but its last beads are kept, and the next one
// starts where they end.
Alignment search_by_windows(const Band& band, const std::vector<BeadShape>& shapes,
                            const ScorerOfPart& scorer, double temperature) {
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
