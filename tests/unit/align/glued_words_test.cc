#include "tm/align/glued_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/align/text_sides.h"

namespace mizan {
namespace {

using ::testing::ElementsAre;
using testing::segments_of;

const LexiconIndex& lexicon() {
  static const LexiconIndex index = [] {
    Lexicon lexicon;
    const std::vector<std::pair<std::string, std::string>> entries = {
        {"مدينة", "city"}, {"كبير", "big"},      {"في", "in"},          {"شمال", "north"},
        {"قال", "say"},    {"وزير", "minister"}, {"خارجية", "foreign"}, {"مستشفى", "hospital"}};
    for (const auto& [arabic, english] : entries) {
      lexicon.entries.push_back({.arabic = arabic, .english = english});
    }
    return LexiconIndex(lexicon);
  }();
  return index;
}

struct Glued {
  const char* word;
  std::vector<std::string> parts;
};

void PrintTo(const Glued& glued, std::ostream* out) { *out << glued.word; }

class SplitGluedWord : public ::testing::TestWithParam<Glued> {};

TEST_P(SplitGluedWord, FindsTheWords) {
  EXPECT_EQ(split_glued_word(GetParam().word, lexicon()), GetParam().parts);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, SplitGluedWord,
    ::testing::Values(Glued{"قالوزيرالخارجيه", {"قال", "وزير", "الخارجيه"}},
                      Glued{"المدينهالكبيرهفيالشمال", {"المدينه", "الكبيره", "في", "الشمال"}},
                      // What stands between known words may be a name.
                      Glued{"قالوزيرالخارجيهبومبيو", {"قال", "وزير", "الخارجيه", "بومبيو"}},
                      Glued{"المستشفيات", {}},         // one word that the lexicon knows
                      Glued{"وبمستشفياتهم", {}},       // with clitics
                      Glued{"في", {}},                 // too short
                      Glued{"تشاتانوغادروغستان", {}},  // unknown
                      Glued{"mississippi", {}}));

TEST(SplitGluedWords, CountsThePartsInPlaceOfTheWord) {
  TextSide side =
      index_text(segments_of({"مدينة قالوزيرالخارجية", "في قالوزيرالخارجية"}), Language::kArabic);
  split_glued_words(side, lexicon());
  EXPECT_EQ(side.tokens, 8U);
  std::vector<std::string> keys;
  for (const TypeId id : side.sentences[1]) keys.push_back(side.types[id].key);
  EXPECT_THAT(keys, ElementsAre("في", "قال", "وزير", "الخارجيه"));
  EXPECT_EQ(side.types[testing::type_of(side, "وزير")].count, 2U);
  EXPECT_EQ(side.types[testing::type_of(side, "قالوزيرالخارجيه")].count, 0U);
}

}  // namespace
}  // namespace mizan
