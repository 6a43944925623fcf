#include "tm/align/lexicon_index.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace mizan {
namespace {

const Lexicon kLexicon{{{"جيش", "army"},
                        {"الجيوش", "armies", 0.5},
                        {"جيش", "the troops", 0.7},
                        {"مؤسسة", "institution"},
                        {"فيلق إفريقيا", "Africa Corps"},
                        {"فيلق الإنقاذ الدولي", "rescue corps", 0.7}}};
const Lexicon kMore{{{"جيش", "force", 0.3},
                     {"جيش", "army", 0.9},
                     {"زرقوف", "widget", 0.6},
                     {"فيلق إفريقيا", "Afrika Korps"},
                     {"فيلق جديد", "new corps"}}};

std::map<std::string, int> hundredths(const LexiconIndex& index,
                                      std::span<const LexiconIndex::Gloss> glosses) {
  std::map<std::string, int> found;
  for (const LexiconIndex::Gloss& gloss : glosses) {
    found[std::string(index.stem(gloss.stem))] = static_cast<int>(gloss.weight * 100 + 0.5F);
  }
  return found;
}

std::map<std::string, std::map<std::string, int>> phrases(const LexiconIndex& index,
                                                          std::string_view head) {
  std::map<std::string, std::map<std::string, int>> found;
  for (const LexiconIndex::Phrase& phrase : index.phrases(head)) {
    found[std::string(phrase.keys)] = hundredths(index, phrase.glosses);
  }
  return found;
}

void expect_first_layer(const LexiconIndex& index) {
  using Glosses = std::map<std::string, int>;
  EXPECT_EQ(hundredths(index, index.glosses("جيش")), (Glosses{{"army", 100}, {"troop", 70}}));
  EXPECT_EQ(hundredths(index, index.glosses("الجيوش")), (Glosses{{"army", 50}}));
  EXPECT_EQ(hundredths(index, index.glosses("مءسسه")), (Glosses{{"institution", 100}}));
  EXPECT_TRUE(index.glosses("مؤسسة").empty());  // keys are folded
  EXPECT_TRUE(index.glosses("").empty());
  const auto found = phrases(index, "فيلق");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found.at("فيلق افريقيا"), (Glosses{{"africa", 71}, {"corp", 71}}));
  EXPECT_TRUE(found.contains("فيلق انقاذ دولي"));
  EXPECT_TRUE(index.phrases("افريقيا").empty());
}

TEST(LexiconIndex, FindsWordsAndPhrasesByFoldedKeys) { expect_first_layer(LexiconIndex(kLexicon)); }

TEST(LexiconIndex, ReadsBackItsImage) {
  const auto index = LexiconIndex::from_image(LexiconIndex(kLexicon).image());
  ASSERT_TRUE(index);
  expect_first_layer(*index);
}

TEST(LexiconIndex, TakesFurtherEntriesOnTopOfAnImage) {
  auto added = LexiconIndex::from_image(LexiconIndex(kLexicon).image());
  ASSERT_TRUE(added);
  added->add({});
  expect_first_layer(*added);
  added->add(kMore);
  Lexicon both = kLexicon;
  both.append(kMore);
  const LexiconIndex whole(both);
  for (const char* key : {"جيش", "الجيوش", "مءسسه", "زرقوف", "قط"}) {
    EXPECT_EQ(hundredths(*added, added->glosses(key)), hundredths(whole, whole.glosses(key)))
        << key;
  }
  EXPECT_EQ(phrases(*added, "فيلق"), phrases(whole, "فيلق"));
  EXPECT_EQ(phrases(whole, "فيلق").size(), 3U);
}

TEST(LexiconIndex, HoldsNothingOfAnEmptyLexicon) {
  const auto index = LexiconIndex::from_image(LexiconIndex(Lexicon()).image());
  ASSERT_TRUE(index);
  EXPECT_TRUE(index->glosses("جيش").empty());
  EXPECT_TRUE(index->phrases("جيش").empty());
}

TEST(LexiconIndex, RefusesDamagedImages) {
  const std::string image = LexiconIndex(kLexicon).image();
  for (std::size_t size = 0; size < image.size(); ++size) {
    EXPECT_FALSE(LexiconIndex::from_image(image.substr(0, size))) << size;
  }
  EXPECT_FALSE(LexiconIndex::from_image(image + "x"));
  for (std::size_t at = 0; at < image.size(); ++at) {
    std::string damaged = image;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x40);
    EXPECT_FALSE(LexiconIndex::from_image(std::move(damaged))) << at;
  }
}

}  // namespace
}  // namespace mizan
