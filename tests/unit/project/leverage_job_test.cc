#include "tm/project/leverage_job.h"

#include <gtest/gtest.h>

#include "tests/unit/test_folder.h"

namespace mizan {
namespace {

std::vector<std::string> lines(const SegmentedText& text) {
  std::vector<std::string> result;
  for (const Segment& segment : text.segments) result.push_back(segment.text);
  return result;
}

TEST(LeverageInput, RunningTextIsSplit) {
  const testing::TestFolder folder;
  const std::string path = folder.write("a.txt", "He left. She stayed.\nThey met.\n");
  const LeverageInput input = read_leverage_input(path, Segmentation::kSentences);
  ASSERT_EQ(input.texts.size(), 1U);
  EXPECT_EQ(input.texts[0].language, Language::kEnglish);
  EXPECT_EQ(lines(input.texts[0]),
            (std::vector<std::string>{"He left.", "She stayed.", "They met."}));
  EXPECT_EQ(lines(read_leverage_input(path, Segmentation::kLines).texts[0]),
            (std::vector<std::string>{"He left. She stayed.", "They met."}));
}

TEST(LeverageInput, OfABilingualFileTheSourceSide) {
  const testing::TestFolder folder;
  const LeverageInput table =
      read_leverage_input(folder.write("a.tsv", "نعم\tYes\nلا\tNo\n"), Segmentation::kSentences);
  ASSERT_EQ(table.texts.size(), 1U);
  EXPECT_EQ(lines(table.texts[0]), (std::vector<std::string>{"نعم", "لا"}));
  const std::string unit =
      R"(<tu><tuv xml:lang="en"><seg>Yes. No.</seg></tuv><tuv xml:lang="ar"><seg>نعم. لا.</seg></tuv></tu>)";
  const std::string open = R"(<?xml version="1.0"?><tmx version="1.4"><header srclang=")";
  // Whatever the name.
  for (const auto& [name, source, text] :
       {std::tuple("a.tmx", "en", "Yes. No."), {"b.data", "ar", "نعم. لا."}}) {
    const LeverageInput tmx = read_leverage_input(
        folder.write(name, open + source + "\"/><body>" + unit + "</body></tmx>"),
        Segmentation::kSentences);
    ASSERT_EQ(tmx.texts.size(), 1U);
    EXPECT_EQ(code(tmx.texts[0].language), source);
    EXPECT_EQ(lines(tmx.texts[0]), std::vector<std::string>{text});
  }
}

TEST(LeverageInput, NothingToCountIsAnError) {
  const testing::TestFolder folder;
  EXPECT_THROW(read_leverage_input(folder.write("a.txt", "...\n"), Segmentation::kSentences),
               Error);
  EXPECT_THROW(read_leverage_input(
                   folder.write("a.tmx", "<tmx version=\"1.4\"><header/><body></body></tmx>"),
                   Segmentation::kSentences),
               Error);
}

}  // namespace
}  // namespace mizan
