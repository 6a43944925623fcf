#include "tm/lang/english_morphology.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string_view>
#include <vector>

namespace mizan {
namespace {

// Forms of one word meet in one key.
using Forms = std::vector<std::string_view>;

class SameStem : public testing::TestWithParam<Forms> {};

TEST_P(SameStem, ForEveryForm) {
  const std::string stem = english_stem(GetParam().front());
  for (const std::string_view form : GetParam()) EXPECT_EQ(english_stem(form), stem) << form;
}

INSTANTIATE_TEST_SUITE_P(
    Irregular, SameStem,
    testing::Values(Forms{"go", "goes", "going", "went", "gone"},
                    Forms{"child", "children", "child's"}, Forms{"woman", "women", "women's"},
                    Forms{"be", "is", "was", "were", "been", "being"},
                    Forms{"say", "says", "said", "saying"}, Forms{"lead", "led", "leading"},
                    Forms{"crisis", "crises"}, Forms{"wolf", "wolves"},
                    Forms{"fight", "fought", "fighting"}, Forms{"beat", "beats", "beaten"},
                    Forms{"have", "has", "had", "having"}, Forms{"die", "died", "dies", "dying"},
                    Forms{"lie", "lied", "lying"}, Forms{"agree", "agreed", "agrees", "agreeing"},
                    Forms{"free", "freed"}));

INSTANTIATE_TEST_SUITE_P(Plurals, SameStem,
                         testing::Values(Forms{"country", "countries", "country's", "countries'"},
                                         Forms{"bus", "buses"}, Forms{"box", "boxes"},
                                         Forms{"church", "churches"}, Forms{"house", "houses"},
                                         Forms{"process", "processes", "processed", "processing"},
                                         Forms{"government", "governments", "government's"},
                                         Forms{"gas", "gases"}));

INSTANTIATE_TEST_SUITE_P(
    Endings, SameStem,
    testing::Values(Forms{"stop", "stops", "stopped", "stopping"},
                    Forms{"plan", "planned", "planning"}, Forms{"move", "moves", "moved", "moving"},
                    Forms{"make", "making", "made"}, Forms{"try", "tries", "tried", "trying"},
                    Forms{"pass", "passes", "passed"}, Forms{"buzz", "buzzed", "buzzing"},
                    Forms{"staff", "staffed", "staffing"}, Forms{"use", "uses", "used", "using"},
                    Forms{"age", "aged"}, Forms{"add", "adds", "added", "adding"},
                    Forms{"fall", "falls", "falling", "fell"}, Forms{"need", "needed", "needs"},
                    Forms{"raise", "raised", "raising"},
                    Forms{"control", "controlled", "controlling"}));

INSTANTIATE_TEST_SUITE_P(
    BritishAndAmerican, SameStem,
    testing::Values(Forms{"colour", "color", "colours", "coloured", "coloring"},
                    Forms{"organise", "organize", "organised", "organized", "organises",
                          "organising"},
                    Forms{"organisation", "organization", "organisations"},
                    Forms{"analyse", "analyze", "analysed", "analyzing"},
                    Forms{"centre", "center", "centres", "centred", "centered"},
                    Forms{"theatre", "theater"}, Forms{"metre", "meter", "metres"},
                    Forms{"dialogue", "dialog"}, Forms{"catalogue", "catalog", "catalogued"},
                    Forms{"defence", "defense"}, Forms{"licence", "license", "licensed"},
                    Forms{"programme", "program", "programmes", "programmed"},
                    Forms{"travelled", "traveled", "travelling", "travel"},
                    Forms{"cancelled", "canceled", "cancel"},
                    Forms{"fulfil", "fulfill", "fulfilled"},
                    Forms{"sentence", "sentenced", "sentencing"}));

// Words that look like forms of another and are not.
TEST(EnglishStem, KeepsWordsApart) {
  const std::vector<std::pair<std::string_view, std::string_view>> rows = {
      {"news", "new"},     {"used", "us"},  {"evening", "even"}, {"bring", "br"},
      {"our", "or"},       {"four", "for"}, {"seed", "see"},     {"king", "k"},
      {"this", "thi"},     {"tour", "tor"}, {"wise", "wize"},    {"analysis", "analysi"},
      {"found", "founded"}};
  for (const auto& [a, b] : rows) EXPECT_NE(english_stem(a), english_stem(b)) << a << " " << b;
}

TEST(EnglishStem, LeavesShortAndForeignWordsAlone) {
  for (const std::string_view word :
       {"", "a", "us", "un", "gas", "bus", "mali", "bamako", "wagner", "naïf", "2023", "kidal"}) {
    EXPECT_EQ(english_stem(word), word);
  }
  EXPECT_EQ(english_stem("'"), "");
  EXPECT_EQ(english_stem("mali's"), "mali");
}

}  // namespace
}  // namespace mizan
