#include "tm/align/vocabulary.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/align/text_sides.h"

namespace mizan {
namespace {

using ::testing::ElementsAre;
using testing::segments_of;
using testing::type_of;

std::vector<std::string> keys_of(const std::string& text, Language language) {
  const TextSide side = index_text(segments_of({text}), language);
  std::vector<std::string> keys;
  for (const TypeId type : side.sentences[0]) keys.push_back(side.types[type].key);
  return keys;
}

TEST(IndexText, FoldsArabicAndStemsEnglish) {
  EXPECT_THAT(keys_of("المُدرّسةُ على الطريق", Language::kArabic),
              ElementsAre("المدرسه", "علي", "الطريق"));
  EXPECT_THAT(keys_of("The schools closed", Language::kEnglish),
              ElementsAre("the", "school", "clos"));
  // Latin words in an Arabic text are compared with English ones.
  EXPECT_THAT(keys_of("شركة Airlines", Language::kArabic), ElementsAre("شركه", "airlin"));
}

TEST(IndexText, WritesNumbersAndSignsAlikeInBothLanguages) {
  struct Row {
    std::string arabic;
    std::string english;
  };
  const Row rows[] = {{"٢٠٠٠", "2,000"}, {"٢٬٠٠٠", "2000"},  {"2000", "2,000"},
                      {"٣٫٥", "3.5"},    {"12:30", "12:30"}, {"؟", "?"},
                      {"٪", "%"},        {"«", "\""},        {"(", ")"}};
  for (const Row& row : rows) {
    EXPECT_EQ(keys_of(row.arabic, Language::kArabic), keys_of(row.english, Language::kEnglish))
        << row.arabic;
  }
}

TEST(IndexText, LeavesOutSignsThatSayNothing) {
  EXPECT_THAT(keys_of("نعم، لا؛ ربما.", Language::kArabic), ElementsAre("نعم", "لا", "ربما"));
  EXPECT_THAT(keys_of("Yes, no; perhaps.", Language::kEnglish), ElementsAre("yes", "no", "perhap"));
}

TEST(IndexText, CountsTokensTypesAndCapitals) {
  const TextSide side =
      index_text(segments_of({"Mali and Mali", ",", "", "the mali"}), Language::kEnglish);
  EXPECT_EQ(side.tokens, 5U);
  ASSERT_EQ(side.sentences.size(), 3U);  // an empty segment is no sentence
  EXPECT_TRUE(side.sentences[1].empty());
  const WordType& mali = side.types[type_of(side, "mali")];
  EXPECT_EQ(mali.count, 3U);
  EXPECT_EQ(mali.capitalised, 2U);
  EXPECT_DOUBLE_EQ(side.unigram(type_of(side, "mali")), 3.0 / 5);
}

TEST(IndexText, MeasuresSentencesInCodePoints) {
  const TextSide side = index_text(segments_of({"مالي.", "", "é"}), Language::kArabic);
  EXPECT_THAT(side.lengths, ElementsAre(5, 1));
}

}  // namespace
}  // namespace mizan
