#include "tm/report/alignment_view.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "tm/text/bidi.h"

namespace mizan {
namespace {

using ::testing::ElementsAre;

SegmentedText text_of(Language language, std::initializer_list<std::string> segments) {
  SegmentedText text{"", language, {}};
  for (const std::string& segment : segments) text.segments.push_back({segment, {}, 0, 0});
  return text;
}

std::vector<std::string> lines_of(const std::string& view) {
  std::vector<std::string> lines;
  std::istringstream stream(view);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

constexpr TerminalStyle kNarrow{.columns = 43};  // two columns of 20

TEST(BeadView, SetsEnglishLeftAndArabicRight) {
  const auto arabic = text_of(Language::kArabic, {"عاد الهدوء."});
  const auto english = text_of(Language::kEnglish, {"Calm has returned."});
  const Bead bead{{0, 1}, {0, 1}, 0.984};
  const std::vector<std::string> expected = {"7  1:1  0.98",
                                             "Calm has returned.   │          عاد الهدوء."};
  EXPECT_EQ(lines_of(view_bead(bead, 7, arabic, english, kNarrow)), expected);
  // The same when English is the source.
  EXPECT_EQ(lines_of(view_bead(bead, 7, english, arabic, kNarrow)), expected);
}

TEST(BeadView, WrapsEachSideToItsColumn) {
  const auto arabic =
      text_of(Language::kArabic, {"قال السائق إنه يقود ليلًا بلا أضواء خوفًا من الألغام."});
  const auto english =
      text_of(Language::kEnglish, {"The driver said he drove at night.", "Mines."});
  const auto lines = lines_of(view_bead({{0, 1}, {0, 2}, 0.5}, 1, arabic, english, kNarrow));
  ASSERT_EQ(lines.size(), 4U);
  EXPECT_EQ(lines[0], "1  1:2  0.50");
  for (std::size_t i = 1; i < lines.size(); ++i) {
    EXPECT_EQ(display_width(lines[i]), 43U) << lines[i];
    EXPECT_NE(lines[i].find(" │ "), std::string::npos);
  }
  // Several segments of a side are told apart.
  EXPECT_TRUE(lines[1].starts_with("• The driver said he")) << lines[1];
  EXPECT_TRUE(lines[2].starts_with("drove at night.     ")) << lines[2];
  EXPECT_TRUE(lines[3].starts_with("• Mines.            ")) << lines[3];
}

TEST(BeadView, CountsNoColumnsForMarks) {
  const auto arabic = text_of(Language::kArabic, {"ك\u0650ت\u064Eاب\u064C"});
  const auto english = text_of(Language::kEnglish, {"A book"});
  EXPECT_THAT(
      lines_of(view_bead({{0, 1}, {0, 1}, 1}, 1, arabic, english, kNarrow)),
      ElementsAre("1  1:1  1.00", "A book               │                 ك\u0650ت\u064Eاب\u064C"));
}

TEST(BeadView, IsolatesFieldsButNotTheirBlanks) {
  const auto arabic = text_of(Language::kArabic, {"نعم"});
  const auto english = text_of(Language::kEnglish, {"Yes"});
  const TerminalStyle style{.isolate = true, .columns = 43};
  EXPECT_THAT(lines_of(view_bead({{0, 1}, {0, 1}, 1}, 1, arabic, english, style)),
              ElementsAre("1  1:1  1.00",
                          "\u2068Yes\u2069                  │                  "
                          "\u2068نعم\u2069"));
}

TEST(BeadView, MarksTheMissingSideOfAnOmission) {
  const auto arabic = text_of(Language::kArabic, {"نعم", "لا"});
  const auto english = text_of(Language::kEnglish, {"Yes"});
  EXPECT_THAT(lines_of(view_bead({{1, 2}, {1, 1}, 0.7}, 2, arabic, english, kNarrow)),
              ElementsAre("2  1:0  0.70", "—                    │                   لا"));
  EXPECT_THAT(lines_of(view_bead({{0, 0}, {0, 1}, 0.7}, 1, arabic, english, kNarrow)),
              ElementsAre("1  0:1  0.70", "Yes                  │                    —"));
}

TEST(BeadView, SurvivesATerminalOfNoWidth) {
  const auto arabic = text_of(Language::kArabic, {"نعم"});
  const auto english = text_of(Language::kEnglish, {"Incomprehensibilities-of-one-word, yes"});
  for (const std::size_t columns : {0U, 1U, 3U, 39U, 40U, 41U}) {
    const auto lines =
        lines_of(view_bead({{0, 1}, {0, 1}, 1}, 1, arabic, english, {.columns = columns}));
    for (std::size_t i = 1; i < lines.size(); ++i) {
      EXPECT_LE(display_width(lines[i]), std::max<std::size_t>(columns, 40)) << columns;
    }
  }
}

TEST(BeadView, KeepsALineForAnEmptySegment) {
  const auto arabic = text_of(Language::kArabic, {""});
  const auto english = text_of(Language::kEnglish, {"Yes"});
  EXPECT_THAT(lines_of(view_bead({{0, 1}, {0, 1}, 0.6}, 1, arabic, english, kNarrow)),
              ElementsAre("1  1:1  0.60", "Yes                  │ "));
}

TEST(BeadView, PointsOutDoubt) {
  const auto arabic = text_of(Language::kArabic, {"نعم"});
  const auto english = text_of(Language::kEnglish, {"Yes"});
  const TerminalStyle style{.color = true, .columns = 43};
  const auto head = [&](const Bead& bead) {
    return lines_of(view_bead(bead, 1, arabic, english, style)).front();
  };
  EXPECT_EQ(head({{0, 1}, {0, 1}, 0.9}), "\x1b[2m1  1:1  0.90\x1b[0m");
  EXPECT_EQ(head({{0, 1}, {0, 1}, 0.4}), "\x1b[33m1  1:1  0.40\x1b[0m");
  EXPECT_EQ(head({{0, 1}, {0, 0}, 0.9}), "\x1b[33m1  1:0  0.90\x1b[0m");
}

}  // namespace
}  // namespace mizan
