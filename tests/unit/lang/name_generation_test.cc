#include "tm/lang/name_generation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace mizan {
namespace {

using testing::Contains;
using testing::IsEmpty;

std::vector<std::string> spellings(std::string_view name, Language language) {
  std::vector<std::string> texts;
  for (const GeneratedName& generated : generate_names(name, language, 20)) {
    texts.push_back(generated.text);
  }
  return texts;
}

TEST(NameGeneration, WritesNamesInTheOtherScript) {
  EXPECT_THAT(spellings("زيلينسكي", Language::kEnglish), Contains("Zelenski"));
  EXPECT_THAT(spellings("طنطاوي", Language::kEnglish), Contains("Tantawi"));
  EXPECT_THAT(spellings("Thatcher", Language::kArabic), Contains("ثاتشر"));
  EXPECT_THAT(spellings("Wagner", Language::kArabic), Contains("فاغنر"));
}

TEST(NameGeneration, KeepsWordsAndArticles) {
  for (const std::string& text : spellings("القذافي", Language::kEnglish)) {
    EXPECT_TRUE(text.starts_with("al-")) << text;
  }
  for (const std::string& text : spellings("al-Kadhimi", Language::kArabic)) {
    EXPECT_TRUE(text.starts_with("ال")) << text;
  }
  for (const std::string& text : spellings("Emmanuel Macron", Language::kArabic)) {
    EXPECT_NE(text.find(' '), std::string::npos) << text;
  }
}

TEST(NameGeneration, GivesProbabilitiesInOrder) {
  double last = 1;
  double sum = 0;
  for (const GeneratedName& generated : generate_names("بريجوجين", Language::kEnglish, 50)) {
    EXPECT_LE(generated.probability, last);
    last = generated.probability;
    sum += last;
  }
  EXPECT_GT(sum, 0);
  EXPECT_LE(sum, 1 + 1e-9);
}

TEST(NameGeneration, HasNothingForNoName) {
  EXPECT_THAT(generate_names("", Language::kEnglish, 5), IsEmpty());
  EXPECT_THAT(generate_names("...", Language::kArabic, 5), IsEmpty());
  EXPECT_THAT(generate_names("Smith", Language::kEnglish, 5), IsEmpty());
  EXPECT_THAT(generate_names("محمد", Language::kEnglish, 0), IsEmpty());
}

}  // namespace
}  // namespace mizan
