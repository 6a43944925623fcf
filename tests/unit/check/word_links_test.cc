// Words of the two sides that render each other.
#include "tm/check/word_links.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tm/variant/lexicon_knowledge.h"

namespace mizan {
namespace {

const LexiconKnowledge& dictionary() {
  static const LexiconKnowledge words({{{"جيش", "army"},
                                        {"مدينة", "city"},
                                        {"مكتب", "bureau"},
                                        {"تحقيق", "investigation"},
                                        {"فيدرالي", "federal"},
                                        {"خروج", "exit"},
                                        {"اتحاد", "union"},
                                        {"أوروبي", "european"},
                                        {"عضو", "member"},
                                        {"برلمان", "parliament"}}});
  return words;
}

// The content words of a side that have no counterpart, in order.
std::vector<std::string> unlinked(const SideWords& side) {
  std::vector<std::string> found;
  for (const SideWord& word : side.words) {
    if (word.is_content() && !word.linked) found.emplace_back(word.text);
  }
  return found;
}

struct LinkRow {
  std::string_view arabic;
  std::string_view english;
  std::vector<std::string> arabic_left;
  std::vector<std::string> english_left;
};

TEST(WordLinks, JoinWhatRendersEachOther) {
  for (const LinkRow& row : std::vector<LinkRow>{
           {"غادر الجيش المدينة", "The army left the city", {"غادر"}, {"left"}},
           // one with one: the second army has no counterpart
           {"الجيش المدينة", "army army city", {}, {"army"}},
           {"الجيش الجيش", "army", {"الجيش"}, {}},
           // digits, and names by their letters
           {"فاز 15 مرسي", "Morsi won 15", {"فاز"}, {"won"}},
           // an acronym stands for the words that it abbreviates
           {"قال مكتب التحقيقات الفيدرالي", "The FBI said", {"قال"}, {"said"}},
           {"قال عضو البرلمان", "The MPs said", {"قال"}, {"said"}},
           // but not for one word alone
           {"قال المكتب", "The BZZ said", {"قال", "المكتب"}, {"BZZ", "said"}},
           {"الخروج من الاتحاد الأوروبي", "Brexit", {}, {}},
       }) {
    const CheckedSegment ar = read_segment(row.arabic, Language::kArabic);
    const CheckedSegment en = read_segment(row.english, Language::kEnglish);
    WordRenderings renderings(dictionary());
    SideWords arabic = words_of({&ar, 1}, Language::kArabic);
    SideWords english = words_of({&en, 1}, Language::kEnglish);
    link_known_words(arabic, english, renderings);
    link_names(arabic, english);
    EXPECT_EQ(unlinked(arabic), row.arabic_left) << row.english;
    EXPECT_EQ(unlinked(english), row.english_left) << row.english;
  }
}

// Each with each, these would be a hundred million links.
TEST(WordLinks, OneWordRepeatedTakesTimeThatGrowsWithTheText) {
  constexpr std::size_t kWords = 10'000;
  std::string armies;
  std::string army;
  for (std::size_t i = 0; i < kWords; ++i) {
    armies += "الجيش ";
    army += "army ";
  }
  const CheckedSegment ar = read_segment(armies, Language::kArabic);
  const CheckedSegment en = read_segment(army, Language::kEnglish);
  WordRenderings renderings(dictionary());
  SideWords arabic = words_of({&ar, 1}, Language::kArabic);
  SideWords english = words_of({&en, 1}, Language::kEnglish);
  link_known_words(arabic, english, renderings);
  EXPECT_EQ(unlinked(arabic), std::vector<std::string>());
  EXPECT_EQ(unlinked(english), std::vector<std::string>());
}

TEST(WordLinks, AWordSaysMoreTheBetterItIsKnown) {
  WordRenderings renderings(dictionary());
  const CheckedSegment ar = read_segment("الجيش قضضض 15", Language::kArabic);
  const CheckedSegment en = read_segment("the army zzzqx London 15", Language::kEnglish);
  SideWords arabic = words_of({&ar, 1}, Language::kArabic);
  SideWords english = words_of({&en, 1}, Language::kEnglish);
  std::vector<double> greatest;
  for (const SideWords* side : {&arabic, &english}) {
    for (const SideWord& word : side->words) greatest.push_back(word.weight);
  }
  link_known_words(arabic, english, renderings);
  EXPECT_GT(arabic.words[0].weight, arabic.words[1].weight);
  EXPECT_GT(arabic.words[2].weight, arabic.words[0].weight);
  EXPECT_EQ(english.words[0].weight, 0);
  EXPECT_GT(english.words[1].weight, english.words[2].weight);
  EXPECT_GT(english.words[3].weight, english.words[1].weight);
  std::size_t i = 0;
  for (const SideWords* side : {&arabic, &english}) {
    for (const SideWord& word : side->words) EXPECT_LE(word.weight, greatest[i++]) << word.text;
  }
}

}  // namespace
}  // namespace mizan
