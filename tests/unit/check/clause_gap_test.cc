// Clauses that one side lacks: the cheap bound against the whole reckoning.
#include "tm/check/clause_gap.h"

#include <gtest/gtest.h>

#include <random>

#include "tm/variant/lexicon_knowledge.h"

namespace mizan {
namespace {

TEST(ClauseGap, IsFoundWheneverItsOddsAreAsked) {
  const LexiconKnowledge words({{{"جيش", "army"}, {"مدينة", "city"}, {"عاد", "return"}}});
  const std::string_view arabic[] = {"غادر الجيش المدينة",  "، ", "وعاد في المساء", " ",
                                     "بعد يومين من القتال", "."};
  const std::string_view english[] = {"The army left the city",       ", ",
                                      "and came back in the evening", " ",
                                      "after two days of fighting",   "."};
  std::mt19937 random(1);
  const auto text_of = [&](const auto& parts) {
    std::string text;
    for (const std::string_view part : parts) {
      if (random() % 3 != 0) text += part;
    }
    return text;
  };
  int found = 0;
  for (int i = 0; i < 2000; ++i) {
    const std::string arabic_text = text_of(arabic);
    const std::string english_text = text_of(english);
    const CheckedSegment ar = read_segment(arabic_text, Language::kArabic);
    const CheckedSegment en = read_segment(english_text, Language::kEnglish);
    WordRenderings renderings(words);
    const auto all = find_clause_gaps({&ar, 1}, {&en, 1}, renderings);
    for (const double least : {-2.0, 0.0, 2.2}) {
      const auto some = find_clause_gaps({&ar, 1}, {&en, 1}, renderings, least);
      for (std::size_t side = 0; side < 2; ++side) {
        if (all[side].range.empty() || gap_log_odds(all[side]) < least) continue;
        ++found;
        ASSERT_EQ(all[side].range, some[side].range) << arabic_text << " | " << english_text;
        ASSERT_EQ(gap_log_odds(all[side]), gap_log_odds(some[side]));
      }
    }
  }
  EXPECT_GT(found, 500);
}

}  // namespace
}  // namespace mizan
