#include "tm/project/text_input.h"

#include <gtest/gtest.h>

#include "tests/unit/test_folder.h"
#include "tm/base/error.h"

namespace mizan {
namespace {

class TextInputTest : public ::testing::Test {
 protected:
  static std::string error_of(const auto& call) {
    try {
      call();
    } catch (const Error& error) {
      return error.what();
    }
    return "";
  }

  testing::TestFolder folder_;
};

TEST_F(TextInputTest, SeesTheLanguageFromTheScript) {
  struct Row {
    std::string_view text;
    Language language;
  };
  const Row rows[] = {
      {"عاد الهدوء.", Language::kArabic},
      {"Calm has returned.", Language::kEnglish},
      {"أعلن MI6 الخبر.", Language::kArabic},
      {"The word is \"كتاب\", he said.", Language::kEnglish},
      {"2023\n١٢\nعام", Language::kArabic},
  };
  for (const Row& row : rows) {
    const TextInput input =
        read_text_input(folder_.write("text", row.text), Segmentation::kSentences);
    EXPECT_EQ(input.segmented.language, row.language) << row.text;
    EXPECT_EQ(input.segmented.name, folder_.path("text"));
    EXPECT_EQ(input.encoding, "UTF-8");
  }
}

TEST_F(TextInputTest, TakesTheLanguageThatIsGiven) {
  const std::string path = folder_.write("text", "12:30");
  EXPECT_EQ(read_text_input(path, Segmentation::kLines, Language::kEnglish).segmented.language,
            Language::kEnglish);
}

TEST_F(TextInputTest, SplitsAsAsked) {
  const std::string path = folder_.write("text", "One; two. Three.\n\nFour.\n");
  const auto count = [&](Segmentation segmentation) {
    return read_text_input(path, segmentation).segmented.segments.size();
  };
  EXPECT_EQ(count(Segmentation::kSentences), 3U);
  EXPECT_EQ(count(Segmentation::kSemicolonsToo), 4U);
  EXPECT_EQ(count(Segmentation::kLines), 3U);  // an empty line is an empty segment
}

TEST_F(TextInputTest, ConvertsOtherEncodings) {
  // UTF-16LE with its mark: "نعم."
  const std::string path =
      folder_.write("text", std::string("\xFF\xFE\x46\x06\x39\x06\x45\x06.\0", 10));
  const TextInput input = read_text_input(path, Segmentation::kSentences);
  EXPECT_EQ(input.text, "نعم.");
  EXPECT_EQ(input.encoding, "UTF-16LE");
  EXPECT_EQ(input.segmented.segments.front().range, (ByteRange{0, 7}));
}

TEST_F(TextInputTest, SaysWhenNoLanguageCanBeSeen) {
  const std::string path = folder_.write("text", "2023 - 12\n");
  EXPECT_EQ(
      error_of([&] { read_text_input(path, Segmentation::kSentences); }),
      path + ": neither Arabic nor English: no letters found; check that this is the right file");
}

TEST_F(TextInputTest, PairsTwoLanguagesInEitherOrder) {
  const std::string arabic = folder_.write("ar", "نعم.");
  const std::string english = folder_.write("en", "Yes.");
  const TextPair pair = read_text_pair(english, arabic, Segmentation::kSentences);
  EXPECT_EQ(pair.first.segmented.name, english);
  EXPECT_EQ(pair.side(Language::kArabic).text, "نعم.");
  EXPECT_EQ(pair.side(Language::kEnglish).text, "Yes.");
}

TEST_F(TextInputTest, RefusesAPairInOneLanguage) {
  const std::string first = folder_.write("first", "نعم.");
  const std::string second = folder_.write("second", "لا.");
  EXPECT_EQ(
      error_of([&] { read_text_pair(first, second, Segmentation::kSentences); }),
      second + ": is in Arabic, and so is " + first + "; give one Arabic and one English text");
  folder_.write("first", "Yes.");
  folder_.write("second", "No.");
  EXPECT_EQ(
      error_of([&] { read_text_pair(first, second, Segmentation::kSentences); }),
      second + ": is in English, and so is " + first + "; give one Arabic and one English text");
}

}  // namespace
}  // namespace mizan
