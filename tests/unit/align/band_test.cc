#include "tm/align/band.h"

#include <gtest/gtest.h>

#include <random>

namespace mizan {

// For EXPECT_EQ on bands.
static void PrintTo(const Band::Row& row, std::ostream* out) {
  *out << row.first << "-" << row.last;
}

namespace {

using Rows = std::vector<Band::Row>;

// Whether source boundary i and target boundary j meet inside.
bool holds(const Band& band, std::size_t i, std::size_t j) {
  return j >= band.rows[i].first && j <= band.rows[i].last;
}

void expect_regular(const Band& band) {
  EXPECT_EQ(band.rows.front().first, 0U);
  for (std::size_t i = 1; i < band.rows.size(); ++i) {
    EXPECT_GE(band.rows[i].first, band.rows[i - 1].first) << i;
    EXPECT_GE(band.rows[i].last, band.rows[i - 1].last) << i;
    EXPECT_LE(band.rows[i].first, band.rows[i].last) << i;
  }
}

Band random_band(std::mt19937& random, std::size_t source_size, std::size_t target_size) {
  Band band;
  std::size_t first = 0;
  std::size_t last = 0;
  for (std::size_t i = 0; i <= source_size; ++i) {
    last = std::min<std::size_t>(target_size, last + random() % 4);
    first = std::min<std::size_t>(last, first + random() % 3);
    band.rows.push_back({i == 0 ? 0 : first, last});
  }
  band.rows.back().last = target_size;
  return band;
}

TEST(Band, FullHoldsEverything) {
  const Band band = Band::full(2, 3);
  EXPECT_EQ(band.rows, (Rows{{0, 3}, {0, 3}, {0, 3}}));
  EXPECT_EQ(band.source_size(), 2U);
  EXPECT_EQ(band.target_size(), 3U);
  EXPECT_EQ(Band::full(0, 0).rows, (Rows{{0, 0}}));
}

TEST(Band, TransposedHoldsTheSameBoundaries) {
  EXPECT_EQ(Band::full(2, 3).transposed().rows, (Rows{{0, 2}, {0, 2}, {0, 2}, {0, 2}}));
  const Band band{{{0, 1}, {0, 2}, {1, 4}, {3, 4}}};
  EXPECT_EQ(band.transposed().rows, (Rows{{0, 1}, {0, 2}, {1, 2}, {2, 3}, {2, 3}}));
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    const std::size_t source_size = random() % 7;
    const std::size_t target_size = random() % 7;
    const Band any = random_band(random, source_size, target_size);
    const Band other = any.transposed();
    ASSERT_EQ(other.source_size(), target_size);
    for (std::size_t i = 0; i <= source_size; ++i) {
      for (std::size_t j = 0; j <= target_size; ++j) {
        EXPECT_EQ(holds(other, j, i), holds(any, i, j)) << i << " " << j;
      }
    }
  }
}

TEST(Band, AroundAnAlignmentHoldsItsBoundariesAndTheMargin) {
  const Alignment alignment{
      {{{0, 1}, {0, 2}, 1}, {{1, 1}, {2, 3}, 1}, {{1, 3}, {3, 4}, 1}, {{3, 4}, {4, 4}, 1}}};
  EXPECT_EQ(Band::around(alignment, 4, 4, 0).rows, (Rows{{0, 2}, {0, 4}, {3, 4}, {3, 4}, {4, 4}}));
  EXPECT_EQ(Band::around(alignment, 4, 4, 1).rows, (Rows{{0, 3}, {0, 4}, {2, 4}, {2, 4}, {3, 4}}));
  EXPECT_EQ(Band::around(alignment, 4, 4, 9).rows, Band::full(4, 4).rows);
  for (const std::size_t margin : {0U, 1U, 2U}) {
    const Band band = Band::around(alignment, 4, 4, margin);
    expect_regular(band);
    EXPECT_EQ(band.target_size(), 4U);
    for (const Bead& bead : alignment.beads) {
      EXPECT_TRUE(holds(band, bead.source.begin, bead.target.begin));
      EXPECT_TRUE(holds(band, bead.source.end, bead.target.end));
    }
  }
}

TEST(Band, AroundNothingHoldsNothing) {
  EXPECT_EQ(Band::around({}, 0, 0, 3).rows, (Rows{{0, 0}}));
  const Alignment omissions{{{{0, 0}, {0, 1}, 1}, {{0, 0}, {1, 2}, 1}}};
  EXPECT_EQ(Band::around(omissions, 0, 2, 0).rows, (Rows{{0, 2}}));
}

TEST(Band, PartCountsFromItsOwnCorner) {
  const Band band{{{0, 1}, {0, 2}, {1, 4}, {3, 6}, {5, 6}}};
  const Band part = band.part(1, 3, 1, 5);
  EXPECT_EQ(part.rows, (Rows{{0, 1}, {0, 3}, {2, 4}}));
  expect_regular(part);
  EXPECT_EQ(band.part(0, 4, 0, 6).rows, band.rows);
  // Corners that the band itself leaves out are inside nevertheless.
  const Band narrow = band.part(3, 4, 0, 6);
  EXPECT_TRUE(holds(narrow, 0, 0));
  EXPECT_TRUE(holds(narrow, 1, 6));
}

}  // namespace
}  // namespace mizan
