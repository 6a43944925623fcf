#include "tm/report/ladder.h"

#include <gtest/gtest.h>

namespace mizan {
namespace {

TEST(Ladder, HasARungBeforeEachBeadAndOneAfterTheLast) {
  Alignment alignment;
  alignment.beads = {{{0, 1}, {0, 2}, 0.98765}, {{1, 2}, {2, 2}, 0.5}, {{2, 4}, {2, 3}, 1}};
  EXPECT_EQ(to_ladder(alignment), "0\t0\t0.9877\n1\t2\t0.5000\n2\t2\t1.0000\n4\t3\t0\n");
}

TEST(Ladder, OfNothingIsOneRung) { EXPECT_EQ(to_ladder({}), "0\t0\t0\n"); }

}  // namespace
}  // namespace mizan
