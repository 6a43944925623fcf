#include "tm/term/harvest.h"

#include <gtest/gtest.h>

#include <map>

#include "tm/lang/english_morphology.h"

namespace mizan {
namespace {

std::vector<std::string> glosses(std::string_view arabic) {
  static const std::map<std::string_view, std::vector<std::string>> kGlosses = {
      {"هيءه", {"authority", "body"}}, {"ارصاد", {"meteorology"}},
      {"بحريه", {"marine", "navy"}},   {"بحري", {"marine"}},
      {"وكاله", {"agency"}},           {"طاقه", {"energy"}},
      {"فيلق", {"corp", "legion"}},    {"فضاء", {"space"}},
      {"اوروبي", {"european"}},        {"اعلن", {"announce"}}};
  const auto found = kGlosses.find(arabic);
  if (found == kGlosses.end()) return {};
  std::vector<std::string> stems;
  for (const std::string& word : found->second) stems.push_back(english_stem(word));
  return stems;
}

std::string harvested(const std::vector<DefinitionSource>& sources) {
  TermHarvest harvest(glosses);
  for (const DefinitionSource& source : sources) harvest.add(source);
  std::string result;
  for (const HarvestedTerm& term : harvest.terms()) {
    if (!result.empty()) result += " | ";
    result += term.arabic + " = " + term.english;
    if (term.status == TermStatus::kAdmitted) result += " (admitted)";
  }
  return result;
}

TEST(Harvest, TakesTheEnglishFormInBracketsWithTheWordsItTranslates) {
  EXPECT_EQ(harvested({{"وصل قادة \"فيلق إفريقيا\" (Africa Corps) أمس.", "", "a:1"}}),
            "فيلق إفريقيا = Africa Corps");
  EXPECT_EQ(harvested({{"التقى بفيلق إفريقيا (Africa Corps) أمس.", "", "a:1"}}),
            "فيلق إفريقيا = Africa Corps");
  EXPECT_EQ(harvested({{"وقال دميتري ميدفيديف (Dmitry Medvedev) أمس.", "", "a:1"}}),
            "دميتري ميدفيديف = Dmitry Medvedev");
}

TEST(Harvest, TakesTheArabicFormInBracketsOfAnEnglishText) {
  EXPECT_EQ(harvested({{"", "Fighters of the Africa Corps (فيلق إفريقيا) arrived.", "a:1"}}),
            "فيلق إفريقيا = Africa Corps");
}

TEST(Harvest, BringsShortFormsTogetherWithTheirLongFormsAcrossTexts) {
  EXPECT_EQ(harvested({{"أعلنت وكالة الفضاء الأوروبية (ESA) ذلك.", "", "a:1"},
                       {"", "It was launched by the European Space Agency (ESA).", "b:9"}}),
            "وكالة الفضاء الأوروبية = ESA (admitted) | "
            "وكالة الفضاء الأوروبية = European Space Agency");
}

TEST(Harvest, FindsTheWordsOfAShortFormByTheirInitials) {
  EXPECT_EQ(harvested({{"أعلنت وكالة الفضاء الأوروبية (ESA) ذلك.", "", "a:1"}}),
            "وكالة الفضاء الأوروبية = ESA");
}

TEST(Harvest, LeavesOutWhatTheBracketDoesNotName) {
  EXPECT_EQ(harvested({{"بلغ العدد (12) أمس.", "", "a:1"}}), "");
  EXPECT_EQ(harvested({{"في العاصمة (https://example.org/a) أمس.", "", "a:1"}}), "");
  EXPECT_EQ(harvested({{"في الطاقة البحرية (see below) أمس.", "", "a:1"}}), "");
  EXPECT_EQ(harvested({{"", "It fell (as expected) again.", "a:1"}}), "");
}

TEST(Harvest, NamesShortFormsWithoutAnArabicTerm) {
  TermHarvest harvest(glosses);
  harvest.add({"", "The Global Wind Council (GWC) met.", "a:1"});
  EXPECT_TRUE(harvest.terms().empty());
  ASSERT_EQ(harvest.untranslated().size(), 1U);
  EXPECT_EQ(harvest.untranslated()[0].long_form, "Global Wind Council");
}

TEST(Harvest, FindsLongFormsAsSchwartzAndHearstDo) {
  const auto long_form = [](std::string_view before, std::string_view short_form) {
    const auto begin = find_long_form(before, short_form);
    return begin ? std::string(before.substr(*begin)) : std::string();
  };
  EXPECT_EQ(long_form("methods such as heat shock transcription factor", "HSF"),
            "heat shock transcription factor");
  EXPECT_EQ(long_form("the Global Wind Council", "GWC"), "Global Wind Council");
  EXPECT_EQ(long_form("two Members of the Welsh Parliament", "MWPs"),
            "Members of the Welsh Parliament");
  EXPECT_EQ(long_form("a storm", "GWC"), "");
  EXPECT_TRUE(is_short_form("ESA"));
  EXPECT_TRUE(is_short_form("R0"));
  EXPECT_FALSE(is_short_form("Paris"));
  EXPECT_FALSE(is_short_form("see below"));
}

}  // namespace
}  // namespace mizan
