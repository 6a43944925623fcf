#include "tm/align/search.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <random>

#include "tests/reference/align_search_oracle.h"

namespace mizan {
namespace {

// Scores without a pattern, the same whenever asked.
class RandomScorer : public BeadScorer {
 public:
  explicit RandomScorer(std::uint32_t seed) : seed_(seed) {}
  double score(std::size_t i, std::size_t m, std::size_t j, std::size_t n) const override {
    std::seed_seq seed{seed_, static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(m),
                       static_cast<std::uint32_t>(j), static_cast<std::uint32_t>(n)};
    std::mt19937 random(seed);
    return std::uniform_real_distribution<double>(-6, 6)(random);
  }

 private:
  std::uint32_t seed_;
};

// A scorer that fails the test when asked for a block outside the band.
class GuardedScorer : public BeadScorer {
 public:
  GuardedScorer(const BeadScorer& scorer, const Band& band) : scorer_(scorer), band_(band) {}
  double score(std::size_t i, std::size_t m, std::size_t j, std::size_t n) const override {
    EXPECT_LE(i + m, band_.source_size());
    EXPECT_GE(j, band_.rows[i].first);
    EXPECT_LE(j, band_.rows[i].last);
    EXPECT_GE(j + n, band_.rows[i + m].first);
    EXPECT_LE(j + n, band_.rows[i + m].last);
    return scorer_.score(i, m, j, n);
  }

 private:
  const BeadScorer& scorer_;
  const Band& band_;
};

double total_score(const Alignment& alignment, const std::vector<BeadShape>& shapes,
                   const BeadScorer& scorer) {
  double total = 0;
  for (const Bead& bead : alignment.beads) {
    for (const BeadShape& shape : shapes) {
      if (shape.source == bead.source.size() && shape.target == bead.target.size()) {
        total += shape.log_prior +
                 scorer.score(bead.source.begin, shape.source, bead.target.begin, shape.target);
      }
    }
  }
  return total;
}

void expect_as_exhaustive(const Band& band, std::uint32_t seed, double temperature) {
  SCOPED_TRACE(testing::Message() << band.source_size() << "x" << band.target_size() << " seed "
                                  << seed);
  const std::vector<BeadShape> shapes = bead_shapes({});
  const RandomScorer scorer(seed);
  const auto expected = reference::search_exhaustively(band, shapes, scorer, temperature);
  ASSERT_TRUE(expected.found);
  const Alignment found = search(band, shapes, GuardedScorer(scorer, band), temperature);
  EXPECT_TRUE(found.covers(band.source_size(), band.target_size()));
  EXPECT_NEAR(total_score(found, shapes, scorer), expected.score, 1e-4);
  ASSERT_EQ(found.beads.size(), expected.alignment.beads.size());
  for (std::size_t k = 0; k < found.beads.size(); ++k) {
    EXPECT_EQ(found.beads[k].source, expected.alignment.beads[k].source);
    EXPECT_EQ(found.beads[k].target, expected.alignment.beads[k].target);
    EXPECT_NEAR(found.beads[k].confidence, expected.alignment.beads[k].confidence, 1e-4);
  }
}

TEST(Search, FindsTheBestOfAllPathsWithItsPosteriors) {
  for (std::size_t source = 0; source <= 4; ++source) {
    for (std::size_t target = 0; target <= 4; ++target) {
      for (std::uint32_t seed = 0; seed < 5; ++seed) {
        expect_as_exhaustive(Band::full(source, target), seed, 0.1 + 0.2 * seed);
      }
    }
  }
}

TEST(Search, FindsLongSplits) {
  for (std::uint32_t seed = 0; seed < 10; ++seed) {
    expect_as_exhaustive(Band::full(1, 8), seed, 0.35);
    expect_as_exhaustive(Band::full(9, 1), seed, 0.35);
    expect_as_exhaustive(Band::full(2, 6), seed, 0.35);
  }
}

TEST(Search, StaysInsideABand) {
  const Band bands[] = {
      {{{0, 1}, {0, 2}, {1, 3}, {2, 4}, {3, 4}}},
      {{{0, 0}, {1, 1}, {2, 2}, {3, 3}}},  // the diagonal: only n:n is left
      {{{0, 4}, {4, 4}, {4, 4}}},
      {{{0, 0}, {0, 0}, {0, 5}}},
      {{{0, 1}, {1, 1}, {1, 5}, {5, 5}}},
  };
  for (const Band& band : bands) {
    for (std::uint32_t seed = 0; seed < 8; ++seed) expect_as_exhaustive(band, seed, 0.5);
  }
}

TEST(Search, OfARandomBandIsExhaustive) {
  std::mt19937 random(11);
  for (std::uint32_t round = 0; round < 100; ++round) {
    Band band;
    std::size_t first = 0;
    std::size_t last = 0;
    const std::size_t target_size = random() % 5;
    for (std::size_t i = 0, source_size = random() % 5; i <= source_size; ++i) {
      last = std::min<std::size_t>(target_size, last + random() % 3);
      // Rows that follow each other share a boundary, so that there is a way.
      if (i > 0) first = std::min<std::size_t>(band.rows.back().last, first + random() % 2);
      band.rows.push_back({first, last});
    }
    band.rows.back().last = target_size;
    expect_as_exhaustive(band, round, 0.35);
  }
}

TEST(Search, OfEmptySidesIsOmissions) {
  const std::vector<BeadShape> shapes = bead_shapes({});
  const RandomScorer scorer(1);
  EXPECT_TRUE(search(Band::full(0, 0), shapes, scorer, 1).beads.empty());
  for (const auto& [source, target] : {std::pair<std::size_t, std::size_t>{3, 0}, {0, 3}}) {
    const Alignment alignment = search(Band::full(source, target), shapes, scorer, 1);
    EXPECT_TRUE(alignment.covers(source, target));
    ASSERT_EQ(alignment.beads.size(), 3U);
    for (const Bead& bead : alignment.beads) {
      EXPECT_TRUE(bead.one_sided());
      EXPECT_NEAR(bead.confidence, 1, 1e-6);  // there is no other way
    }
  }
}

TEST(Search, IsSurerAtAHigherTemperatureFactor) {
  const std::vector<BeadShape> shapes = bead_shapes({});
  const RandomScorer scorer(3);
  const Alignment doubtful = search(Band::full(4, 4), shapes, scorer, 0.01);
  const Alignment sure = search(Band::full(4, 4), shapes, scorer, 50);
  ASSERT_EQ(doubtful.beads.size(), sure.beads.size());
  for (std::size_t k = 0; k < sure.beads.size(); ++k) {
    EXPECT_LT(doubtful.beads[k].confidence, sure.beads[k].confidence);
    EXPECT_GT(sure.beads[k].confidence, 0.99);
  }
}

TEST(BeadShapes, AreSymmetricAndOneToOneIsLikeliest) {
  const std::vector<BeadShape> shapes = bead_shapes({});
  EXPECT_EQ(shapes.front().source, 1U);
  EXPECT_EQ(shapes.front().target, 1U);
  for (const BeadShape& shape : shapes) {
    EXPECT_LE(shape.log_prior, shapes.front().log_prior);
    const bool mirrored = std::ranges::any_of(shapes, [&](const BeadShape& other) {
      return other.source == shape.target && other.target == shape.source &&
             other.log_prior == shape.log_prior;
    });
    EXPECT_TRUE(mirrored) << shape.source << ":" << shape.target;
  }
}

TEST(AlignmentCovers, EachSideOnceInOrder) {
  struct Row {
    std::vector<Bead> beads;
    bool covers;
  };
  const Row rows[] = {
      {{{{0, 1}, {0, 1}, 1}, {{1, 2}, {1, 2}, 1}}, true},
      {{{{0, 1}, {0, 0}, 1}, {{1, 1}, {0, 2}, 1}, {{1, 2}, {2, 2}, 1}}, true},
      {{{{0, 2}, {0, 2}, 1}}, true},
      {{}, false},
      {{{{0, 1}, {0, 2}, 1}}, false},                                            // short
      {{{{0, 1}, {0, 1}, 1}, {{1, 3}, {1, 2}, 1}}, false},                       // long
      {{{{0, 1}, {0, 1}, 1}, {{0, 2}, {1, 2}, 1}}, false},                       // overlap
      {{{{1, 2}, {1, 2}, 1}, {{0, 1}, {0, 1}, 1}}, false},                       // order
      {{{{0, 1}, {0, 1}, 1}, {{1, 1}, {1, 1}, 1}, {{1, 2}, {1, 2}, 1}}, false},  // nothing
  };
  for (const Row& row : rows) EXPECT_EQ(Alignment{row.beads}.covers(2, 2), row.covers);
  EXPECT_TRUE(Alignment{}.covers(0, 0));
}

}  // namespace
}  // namespace mizan
