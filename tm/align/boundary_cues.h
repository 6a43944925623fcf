// What the signs at the boundaries of segments say about beads: how segments end (full stop,
// question mark, nothing) and begin (capital or small letter, conjunction, dash).
//
// Texts differ in this. In one only the last sentence of a paragraph lacks its full stop, so that a
// segment without one ends its bead; in another only headlines lack it, and stand opposite each
// other; in most it says nothing. So the shares are those of the text's own beads, by
// self-training: log P(classes of both sides | edge of a bead) / P(classes) for the edges, log
// P(class | inside a bead) / P(class) for the boundaries inside.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "tm/align/parameters.h"
#include "tm/model/alignment.h"
#include "tm/model/segment.h"

namespace mizan {

class BoundaryCues {
 public:
  // Of the segments that are not empty. Before the first fit every boundary is as good as any
  // other.
  BoundaryCues(std::span<const Segment> arabic, std::span<const Segment> english);

  // Counts the two-sided beads of an alignment of the texts, each by its confidence.
  void fit(const Alignment& alignment, const AlignmentParameters& parameters);

  // The log-likelihood ratio of a bead of `m` Arabic segments from `i` on and `n` English ones from
  // `j` on, both at least 1.
  double log_ratio(std::size_t i, std::size_t m, std::size_t j, std::size_t n) const {
    // The first segment of a bead begins it, the last one ends it; the others do so inside.
    return begins_.log_ratio(i, i + 1, i + m, j, j + 1, j + n) +
           ends_.log_ratio(i + m - 1, i, i + m - 1, j + n - 1, j, j + n - 1);
  }

 private:
  static constexpr std::size_t kClasses = 6;
  using Class = std::uint8_t;

  // One kind of sign: a class for each segment of both sides.
  class Signs {
   public:
    Signs(std::vector<Class> arabic, std::vector<Class> english);

    // Counting starts with the shares of the whole text, worth `strength` beads.
    void start(double strength);
    void count_edge(std::size_t i, std::size_t j, double weight);
    void count_inside(std::size_t i, std::size_t end_i, std::size_t j, std::size_t end_j,
                      double weight);
    void finish();

    // Of the edge at `i` and `j` and the segments of [a, end_a) and [e, end_e) inside.
    double log_ratio(std::size_t i, std::size_t a, std::size_t end_a, std::size_t j, std::size_t e,
                     std::size_t end_e) const {
      return edge_[kClasses * arabic_.classes[i] + english_.classes[j]] + arabic_.sums[end_a] -
             arabic_.sums[a] + english_.sums[end_e] - english_.sums[e];
    }

   private:
    struct Side {
      std::vector<Class> classes;
      std::array<double, kClasses> shares{};
      std::array<double, kClasses> inside{};
      std::vector<double> sums;  // log ratios of the boundaries inside, added up
    };
    static Side side(std::vector<Class> classes);
    static void finish(Side& side);

    Side arabic_;
    Side english_;
    std::array<double, kClasses * kClasses> edge_{};  // counts, then log ratios
  };

  Signs begins_;
  Signs ends_;
};

}  // namespace mizan
