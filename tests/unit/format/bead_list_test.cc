#include "tm/format/bead_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tm/base/error.h"

namespace mizan {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::string error_of(std::string_view text) {
  try {
    read_bead_list(text, "gold.txt");
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST(BeadList, HoldsOneBeadALine) {
  const auto beads = read_bead_list("[0, 1] : [0]\n[2]:[1,2,3]\n[] : [4]\n[3] : []\n", "gold.txt");
  ASSERT_EQ(beads.size(), 4U);
  EXPECT_THAT(beads[0].source, ElementsAre(0, 1));
  EXPECT_THAT(beads[0].target, ElementsAre(0));
  EXPECT_THAT(beads[1].source, ElementsAre(2));
  EXPECT_THAT(beads[1].target, ElementsAre(1, 2, 3));
  EXPECT_THAT(beads[2].source, IsEmpty());
  EXPECT_THAT(beads[2].target, ElementsAre(4));
  EXPECT_THAT(beads[3].target, IsEmpty());
}

TEST(BeadList, TakesWhatOtherProgramsWrite) {
  // Windows line ends, empty lines, no line break at the end, a cost after the lists (Vecalign).
  const auto beads = read_bead_list("[0]:[0]:0.1234\r\n\n  \n[ 1 , 2 ] : [ 1 ]", "gold.txt");
  ASSERT_EQ(beads.size(), 2U);
  EXPECT_THAT(beads[1].source, ElementsAre(1, 2));
  EXPECT_THAT(beads[1].target, ElementsAre(1));
  EXPECT_THAT(read_bead_list("", "gold.txt"), IsEmpty());
}

TEST(BeadList, KeepsOverlapsAndRepetitions) {
  // Published gold has them.
  EXPECT_EQ(read_bead_list("[0] : [0]\n[0] : [0]\n[0] : [0, 1]\n", "gold.txt").size(), 3U);
}

TEST(BeadList, NamesTheLineThatIsNoBead) {
  for (const std::string_view line :
       {"0 : 0", "[0] [0]", "[0] :", "[0 : [0]", "[0] : [0", "[a] : [0]", "[0,] : [0]",
        "[-1] : [0]", "[0 1] : [0]", "[99999999999999999999999] : [0]", ":", "# comment"}) {
    EXPECT_EQ(error_of("[0] : [0]\n\n" + std::string(line) + "\n"),
              "gold.txt:3:1: not a bead; write [4, 5] : [7]; an empty list for an omission")
        << line;
  }
}

}  // namespace
}  // namespace mizan
