// The measure of score_alignment, the field's: cases worked out by hand.
#include "tm/align/evaluation.h"

#include <gtest/gtest.h>

#include <vector>

namespace mizan {
namespace {

struct Row {
  const char* name;
  std::vector<GoldBead> gold;
  std::vector<Bead> test;
  AlignmentCounts counts;
};

void PrintTo(const Row& row, std::ostream* out) { *out << row.name; }

class Evaluation : public ::testing::TestWithParam<Row> {};

TEST_P(Evaluation, CountsHits) {
  const AlignmentCounts found = compare(GetParam().gold, {GetParam().test});
  const AlignmentCounts& expected = GetParam().counts;
  EXPECT_EQ(found.strict_hits, expected.strict_hits);
  EXPECT_EQ(found.lax_hits, expected.lax_hits);
  EXPECT_EQ(found.beads, expected.beads);
  EXPECT_EQ(found.strict_found, expected.strict_found);
  EXPECT_EQ(found.lax_found, expected.lax_found);
  EXPECT_EQ(found.gold, expected.gold);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, Evaluation,
    ::testing::Values(Row{"the same",
                          {{{0}, {0}}, {{1}, {1, 2}}},
                          {{{0, 1}, {0, 1}}, {{1, 2}, {1, 3}}},
                          {2, 2, 2, 2, 2, 2}},
                      Row{"half a bead links without being one",
                          {{{0}, {0, 1}}},
                          {{{0, 1}, {0, 1}}, {{1, 1}, {1, 2}}},
                          {0, 1, 2, 0, 1, 1}},
                      Row{"an omission found counts for precision alone",
                          {{{0}, {0}}, {{1}, {}}},
                          {{{0, 1}, {0, 1}}, {{1, 2}, {1, 1}}},
                          {2, 2, 2, 1, 1, 1}},
                      Row{"an omission missed costs precision alone",
                          {{{0}, {0}}, {{1}, {}}},
                          {{{0, 2}, {0, 1}}},
                          {0, 1, 1, 0, 1, 1}},
                      Row{"an omission invented",
                          {{{0, 1}, {0}}},
                          {{{0, 1}, {0, 1}}, {{1, 2}, {1, 1}}},
                          {0, 1, 2, 0, 1, 1}},
                      Row{"gold said twice counts once",
                          {{{0}, {0}}, {{0}, {0}}, {{1}, {1}}},
                          {{{0, 1}, {0, 1}}, {{1, 2}, {1, 2}}},
                          {2, 2, 2, 2, 2, 2}},
                      // Published gold overlaps: a sentence may be linked by two beads.
                      Row{"gold that overlaps",
                          {{{0}, {0}}, {{0, 1}, {1}}},
                          {{{0, 1}, {0, 1}}, {{1, 2}, {1, 2}}},
                          {1, 2, 2, 1, 2, 2}},
                      Row{"nothing right",
                          {{{0}, {0}}, {{1}, {1}}},
                          {{{0, 1}, {0, 0}}, {{1, 2}, {0, 1}}},
                          {0, 0, 2, 0, 0, 2}},
                      Row{"no test", {{{0}, {0}}}, {}, {0, 0, 0, 0, 0, 1}},
                      Row{"no gold", {}, {{{0, 1}, {0, 1}}}, {0, 0, 1, 0, 0, 0}}));

TEST(AlignmentFigures, AreRatiosOfSums) {
  AlignmentCounts sum{3, 4, 5, 3, 4, 4};
  sum += {1, 1, 3, 1, 2, 4};
  const AlignmentFigures strict = strict_figures(sum);
  EXPECT_DOUBLE_EQ(strict.precision, 4.0 / 8);
  EXPECT_DOUBLE_EQ(strict.recall, 4.0 / 8);
  EXPECT_DOUBLE_EQ(strict.f1, 0.5);
  const AlignmentFigures lax = lax_figures(sum);
  EXPECT_DOUBLE_EQ(lax.precision, 5.0 / 8);
  EXPECT_DOUBLE_EQ(lax.recall, 6.0 / 8);
  EXPECT_DOUBLE_EQ(lax.f1, 2 * 0.625 * 0.75 / 1.375);
}

TEST(AlignmentFigures, AreZeroOfNothing) {
  const AlignmentFigures figures = strict_figures({});
  EXPECT_EQ(figures.precision, 0);
  EXPECT_EQ(figures.recall, 0);
  EXPECT_EQ(figures.f1, 0);
}

}  // namespace
}  // namespace mizan
