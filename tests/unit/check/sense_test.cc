// Money, counted nouns and repeated sentences.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/unit/check/pair_rows.h"
#include "tests/unit/check/small_dictionary.h"
#include "tm/lang/english_morphology.h"

namespace mizan {
namespace {

class Currency : public testing::TestWithParam<PairRow> {};

TEST_P(Currency, IsTheSameMoney) { expect_rules(GetParam()); }

INSTANTIATE_TEST_SUITE_P(
    Rows, Currency,
    testing::Values(
        PairRow{"بقيمة 120 مليون جنيه إسترليني", "worth £120 million", {}},
        PairRow{"بقيمة 120 مليون جنيه إسترليني", "worth $120 million", {"currency"}},
        PairRow{"بقيمة 120 مليون دولار", "worth €120 million", {"currency"}},
        PairRow{"بقيمة 120 مليون دولار", "worth US$120 million", {}},
        PairRow{"دفع باليورو لا بالدولار", "He paid in euros, not in dollars", {}},
        PairRow{"دفع 5 دولارات و3 يوروهات", "He paid 5 dollars and 3 euros", {}},
        PairRow{
            "دفع 5 دولارات و3 يوروهات", "He paid 5 euros and 3 dollars", {"currency", "currency"}},
        PairRow{"دفع 3.1 مليار يورو (3.6 مليار دولار)", "He paid €3.1bn ($3.6bn)", {}},
        PairRow{"دفع 3.1 مليار يورو (3.6 مليار دولار)", "He paid €3.1bn (€3.6bn)", {"currency"}},
        PairRow{"دفع 50 ألف ين", "He paid $50,000", {"currency"}},
        PairRow{"دفع 40 ألف ليرة", "He paid 40 thousand pounds", {}},
        PairRow{"وزنه 550 رطلًا", "It weighs 550 pounds", {}},
        PairRow{"جاب 3 شوارع وفاز", "He pounded 3 streets and won", {}}));

TEST(Consistency, FindsASentenceThatStandsTwiceInItsSegment) {
  expect_rules({"غادر المدينة أمس بعد الظهر.",
                "He left the city yesterday. He left the city yesterday.",
                {"duplicate"}});
  expect_rules({"هيا بنا الآن يا قوم، هيا بنا الآن يا قوم.",
                "Let us go now, people, let us go now, people.",
                {}});
}

TEST(Consistency, FindsACopyThatTheAlignerTookIntoItsBead) {
  const std::string arabic = "غادر المدينة أمس بعد الظهر.\nولم يعد إليها قط.\n";
  const std::string english =
      "He left the city in the afternoon.\nHe left the city in the afternoon.\nHe never came "
      "back.\n";
  const SegmentedText source = segmented(arabic, Language::kArabic);
  const SegmentedText target = segmented(english, Language::kEnglish);
  const auto places = [&](SegmentRange first, SegmentRange second) {
    const Alignment alignment{.beads = {{.source = {0, 1}, .target = first, .confidence = 1},
                                        {.source = {1, 2}, .target = second, .confidence = 1}}};
    std::vector<std::string> found;
    for (const Finding& finding :
         check_texts({&source, arabic}, {&target, english}, alignment, {},
                     {.severities = {}, .source = {}, .least = Severity::kWarning})) {
      found.push_back(finding.rule + " " + std::to_string(finding.target->line));
    }
    return found;
  };
  EXPECT_EQ(places({0, 2}, {2, 3}), std::vector<std::string>{"duplicate 2"});
  EXPECT_EQ(places({0, 1}, {1, 3}), std::vector<std::string>{"duplicate 2"});
}

std::vector<std::string> rules_of(const std::vector<BilingualRecord>& records) {
  std::vector<std::string> rules;
  for (const Finding& finding :
       check_records(records, {}, {.severities = {}, .source = {}, .least = Severity::kWarning})) {
    rules.push_back(finding.rule + " " + finding.id +
                    (finding.related.empty() ? "" : " " + finding.related[0].id));
  }
  return rules;
}

TEST(Consistency, TellsACopiedNeighbourFromAnotherTranslation) {
  const BilingualRecord one{"1", "d", "غادر المدينة أمس بعد الظهر.",
                            "He left town in the afternoon.", 1};
  const BilingualRecord other{"2", "d", "نفى الوزير هذه الأنباء.",
                              "The minister denied the reports.", 2};
  BilingualRecord third = one;
  third.id = "3";
  third.line = 3;
  using Rules = std::vector<std::string>;
  EXPECT_EQ(rules_of({one, other, third}), Rules());
  third.english = "He quit the place after lunch.";
  EXPECT_EQ(rules_of({one, other, third}), Rules({"inconsistent-target 3 1"}));
  EXPECT_EQ(rules_of({one, third}), Rules({"duplicate 3 1"}));
  third.english = one.english;
  third.arabic = "ترك الرجل البلدة عصر البارحة.";
  EXPECT_EQ(rules_of({one, other, third}), Rules({"inconsistent-source 3 1"}));
  third.document = "e";
  EXPECT_EQ(rules_of({one, other, third}), Rules());
}

SmallDictionary small_dictionary() {
  return SmallDictionary({{"غادر", {"leave"}},
                          {"سعيد", {"happy"}},
                          {"علم", {"know"}},
                          {"مدينه", {"city", "town"}},
                          {"فوز", {"win", "victory"}},
                          {"سياره", {"car"}},
                          {"مدن", {"cities"}}});
}

TEST(Duals, CountTheNounThatTheEnglishCounts) {
  const SmallDictionary words = small_dictionary();
  const CheckKnowledge knowledge{.terms = nullptr, .words = &words, .names = {}};
  for (const PairRow& row : std::vector<PairRow>{
           {"زار مدينتين", "He visited two cities", {}},
           {"زار مدينتين", "He visited three cities", {"number-word"}},
           {"وعلق على فوزين كبيرين", "He spoke of three big wins", {"number-word"}},
           {"بين سيارتا شرطة", "between three police cars", {"number-word"}},
           {"بعد فوزي مايو", "After the three wins of May", {"number-word"}},
           {"بعد فوزي مايو", "After the two wins of May", {}},
           {"بين سيارات شرطة", "between the three police cars", {}},
           {"زار مدنا", "He visited two cities", {}},
           {"زار المدن", "He visited two cities", {"number-word"}},
           {"زار المدينتين ومدن الساحل", "He visited two cities and the coast", {}},
           {"زار المدن", "He visited two old cities", {}}}) {
    expect_rules(row, knowledge);
  }
}

TEST(Length, MissesAClauseWithoutCounterpart) {
  const SmallDictionary words = small_dictionary();
  const CheckKnowledge knowledge{.terms = nullptr, .words = &words, .names = {}};
  for (const PairRow& row : std::vector<PairRow>{
           {"غادر المدينة في 12 مارس، وعاد إليها في 14 يونيو",
            "He left town on 12 March and came back on 14 June",
            {}},
           {"غادر المدينة سعيدًا، وقال للصحفيين الذين كانوا في انتظاره إنه سيعود قريبًا",
            "He left the city happy",
            {"length"}},
           // what stands in words without spaces cannot be seen
           {"غادرالمدينةسعيدًاوقالللصحفيينالذينكانوافيانتظاره إنهسيعودإليهاقريبًا",
            "He left the city happy, and told the journalists who were "
            "waiting for him that he would soon return",
            {"joined-words"}},
           {"غادر المدينة سعيدًا",
            "He left the city happy, and told the journalists who were "
            "waiting for him that he would soon return",
            {"length"}}}) {
    expect_rules(row, knowledge);
  }
  const auto findings =
      findings_of("غادر المدينة سعيدًا، وقال للصحفيين الذين كانوا في انتظاره إنه سيعود قريبًا",
                  "He left the city happy", knowledge);
  ASSERT_EQ(findings.size(), 1U);
  ASSERT_TRUE(findings[0].source);
  EXPECT_TRUE(findings[0].source->text.starts_with("وقال")) << findings[0].source->text;
}

}  // namespace
}  // namespace mizan
