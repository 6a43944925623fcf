#include "tm/align/boundary_cues.h"

#include <gtest/gtest.h>

#include "tests/unit/align/text_sides.h"

namespace mizan {
namespace {

using testing::segments_of;

constexpr AlignmentParameters kParameters{};

Alignment of_beads(const std::vector<Bead>& beads) { return {beads}; }

TEST(BoundaryCues, SayNothingBeforeTheFirstFit) {
  const BoundaryCues cues(segments_of({"نزل المطر.", "عدنا"}), segments_of({"It rained.", "no"}));
  EXPECT_EQ(cues.log_ratio(0, 1, 0, 1), 0);
  EXPECT_EQ(cues.log_ratio(0, 2, 0, 2), 0);
}

TEST(BoundaryCues, LearnThatASegmentWithoutFullStopEndsABead) {
  std::vector<std::string> arabic;
  std::vector<std::string> english;
  std::vector<Bead> beads;
  for (std::size_t k = 0; k < 20; ++k) {
    arabic.push_back("نزل المطر حتى المساء");
    english.insert(english.end(), {"It rained.", "It rained till evening"});
    beads.push_back({{k, k + 1}, {2 * k, 2 * k + 2}, 1});
  }
  BoundaryCues cues(segments_of(arabic), segments_of(english));
  cues.fit(of_beads(beads), kParameters);
  EXPECT_GT(cues.log_ratio(3, 1, 6, 2), 0.5);
  EXPECT_LT(cues.log_ratio(3, 1, 7, 2), -0.5);  // the stop at the end, none inside
  EXPECT_GT(cues.log_ratio(3, 1, 6, 2), cues.log_ratio(3, 1, 7, 1));
}

TEST(BoundaryCues, LearnThatHeadlinesStandOppositeEachOther) {
  std::vector<std::string> arabic;
  std::vector<std::string> english;
  std::vector<Bead> beads;
  for (std::size_t k = 0; k < 20; ++k) {
    const bool headline = k % 4 == 0;
    arabic.push_back(headline ? "مطر" : "نزل المطر.");
    english.push_back(headline ? "Rain" : "It rained.");
    beads.push_back({{k, k + 1}, {k, k + 1}, 1});
  }
  BoundaryCues cues(segments_of(arabic), segments_of(english));
  cues.fit(of_beads(beads), kParameters);
  EXPECT_GT(cues.log_ratio(4, 1, 8, 1), 0);
  EXPECT_LT(cues.log_ratio(4, 1, 9, 1), -0.5);
}

TEST(BoundaryCues, LearnThatAConjunctionContinuesABead) {
  std::vector<std::string> arabic;
  std::vector<std::string> english;
  std::vector<Bead> beads;
  for (std::size_t k = 0; k < 20; ++k) {
    arabic.insert(arabic.end(), {"نزل المطر.", "وعدنا إلى البيت."});
    english.push_back("It rained and we went home.");
    beads.push_back({{2 * k, 2 * k + 2}, {k, k + 1}, 1});
  }
  BoundaryCues cues(segments_of(arabic), segments_of(english));
  cues.fit(of_beads(beads), kParameters);
  EXPECT_GT(cues.log_ratio(4, 2, 2, 1), cues.log_ratio(5, 2, 2, 1));
}

struct End {
  const char* text;
  const char* like;
};

void PrintTo(const End& end, std::ostream* out) { *out << end.text; }

class BoundaryCuesEnd : public ::testing::TestWithParam<End> {};

// What closes after the sign that ends a sentence does not count, nor in which script it is.
TEST_P(BoundaryCuesEnd, IsOfTheClassOf) {
  const auto [text, like] = GetParam();
  std::vector<std::string> arabic(9, "نزل المطر");
  std::vector<std::string> english(9, "It rained");
  std::vector<Bead> beads;
  for (const auto& [a, e] : {std::pair(text, like), std::pair(text, text), std::pair(like, like)}) {
    arabic.push_back(a);
    english.push_back(e);
  }
  for (std::size_t k = 0; k < arabic.size(); ++k) beads.push_back({{k, k + 1}, {k, k + 1}, 1});
  BoundaryCues cues(segments_of(arabic), segments_of(english));
  cues.fit(of_beads(beads), kParameters);
  EXPECT_GT(cues.log_ratio(9, 1, 9, 1), 0);
  EXPECT_EQ(cues.log_ratio(9, 1, 9, 1), cues.log_ratio(10, 1, 10, 1));
  EXPECT_EQ(cues.log_ratio(9, 1, 9, 1), cues.log_ratio(11, 1, 11, 1));
}

INSTANTIATE_TEST_SUITE_P(Rows, BoundaryCuesEnd,
                         ::testing::Values(End{"Go.", "Go.\""}, End{"Go?", "هل؟"},
                                           End{"Go!", "Go!\u00BB"}, End{"Go.", "Go\u2026"},
                                           End{"Go,", "Go\u060C"}, End{"Go;", "Go\u061B)"},
                                           End{"Go.\u201D", "Go."}, End{"Go:", "Go:"}));

}  // namespace
}  // namespace mizan
