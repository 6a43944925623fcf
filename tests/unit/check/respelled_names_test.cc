// Names that stand once in a spelling of their own.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/unit/check/pair_rows.h"
#include "tm/check/edit_distance.h"
#include "tm/check/near_words.h"
#include "tm/variant/lexicon_knowledge.h"

namespace mizan {
namespace {

// One document; the last pair is the one in question.
struct NameRow {
  std::vector<Sentence> pairs;
  std::vector<std::string> found;  // rule, word, suggestion of each finding about a name
};

void PrintTo(const NameRow& row, std::ostream* out) {
  *out << row.pairs.back().arabic << " | " << row.pairs.back().english;
}

const NameKnowledge& knowledge() {
  static const LexiconKnowledge knowledge(
      {{{"زار", "visit"},         {"قال", "say"},          {"الوزير", "minister"},
        {"فريق", "team"},         {"مدينة", "city"},       {"روبن", "Robin"},
        {"مقدونيا", "Macedonia"}, {"بريطانيا", "Britain"}, {"باريس", "Paris"},
        {"زوجان", "pairs"},       {"مرسي", "Morsi"},       {"دمشق", "Damascus"},
        {"لاتفيا", "Latvia"},     {"لاتفي", "Latvian"},    {"بالاو", "Palau"},
        {"واشنطن", "Washington"}, {"وزارة", "ministry"},   {"جينكنز", "Jenkins"},
        {"سامر", "Samer"},        {"سمير", "Samir"}}});
  return knowledge;
}

class RespelledName : public testing::TestWithParam<NameRow> {};

TEST_P(RespelledName, IsFoundWhereTextOrDictionaryCallsForAnother) {
  std::vector<std::string> found;
  for (const Finding& finding :
       check_records(document_of(GetParam().pairs), {nullptr, &knowledge(), {}},
                     {.severities = {}, .source = {}, .least = Severity::kWarning})) {
    if (!finding.rule.starts_with("name-")) continue;
    const auto& span = finding.source ? finding.source : finding.target;
    found.push_back(finding.rule + " " + span->text + " " + finding.suggestion);
  }
  EXPECT_EQ(found, GetParam().found);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, RespelledName,
    testing::Values(
        // Two letters changed places; the right spelling stands elsewhere.
        NameRow{{{"زار كوفنتري أمس", "He visited Coventry"},
                 {"مدينة كوفنتري", "The city of Coventry"},
                 {"فريق كوفنتري الأول", "The first Covnetry team"}},
                {"name-variant-en Covnetry Coventry"}},
        NameRow{{{"زار كوفنتري أمس", "He visited Coventry"},
                 {"فريق كوفنرتي الأول", "The first Coventry team"}},
                {"name-variant-ar كوفنرتي كوفنتري"}},
        // Clitics are no other spelling.
        NameRow{{{"زار كوفنتري أمس", "He visited Coventry"},
                 {"وصل لكوفنتري أمس", "He reached Coventry"}},
                {}},
        // Two teams, each with its own Arabic.
        NameRow{{{"فريق هارلو الأول", "The first Harlow team"},
                 {"فريق مارلو الأول", "The first Marlow team"}},
                {}},
        NameRow{{{"قال سمير أمس", "Samir said so"}, {"قال سامر أمس", "Samer said so"}}, {}},
        // An inhabitant is not a misspelled country.
        NameRow{{{"زار إندونيسيا أمس", "He visited Indonesia"},
                 {"قال الإندونيسي أمس", "The Indonesian said so"}},
                {}},
        // The right spelling stands beside it.
        NameRow{{{"زار كوفنتري أمس", "He visited Coventry"},
                 {"فريق كوفنتري في كوفنتري", "The Covintry team is in Coventry"}},
                {"name-variant-en Covintry Coventry"}},
        // The letters do not tell, but the two stand where nothing else does.
        NameRow{{{"زار كيثلي أمس", "He visited Keighley"},
                 {"فريق كيثلي الأول", "The first Keighlay team"}},
                {"name-variant-en Keighlay Keighley"}},
        // Slips that make a word or another name.
        NameRow{{{"زار باريس أمس", "He visited Paris"},
                 {"مدينة باريس", "The city of Paris"},
                 {"فريق باريس الأول", "The first Pairs team"}},
                {"name-variant-en Pairs Paris"}},
        NameRow{{{"زار باريس أمس", "He visited Paris"},
                 {"مدينة باريس", "The city of Paris"},
                 {"زوجان من باريس", "Two Pairs came"}},
                {}},
        NameRow{
            {{"قال رمسي أمس", "Ramsey said so"}, {"فريق مرسي الأول", "The first team of Ramsey"}},
            {"name-variant-ar مرسي رمسي"}},
        NameRow{
            {{"قال رمسي أمس", "Ramsey said so"}, {"فريق مرسي الأول", "The first team of Morsi"}},
            {}},
        // A word of the dictionaries, but nothing else there stands for the name across.
        NameRow{{{"قال غسان القادري أمس", "Ghassan al-Qadiri said so"},
                 {"زار القادري أمس", "Qadiri visited it"},
                 {"قال القدري أمس", "Qadiri said so"}},
                {"name-variant-ar القدري القادري"}},
        NameRow{{{"قال غسان القادري أمس", "Ghassan al-Qadiri said so"},
                 {"زار القادري أمس", "Qadiri visited it"},
                 {"فريق قدري أمس", "The team was fateful"}},
                {}},
        NameRow{{{"قال غسان المرادي أمس", "Ghassan al-Muradi said so"},
                 {"زار المرادي أمس", "Moradi visited it"}},
                {"name-variant-en Moradi Muradi"}},
        // The part of a joined name.
        NameRow{{{"بين كوفنتري وباريس", "The Coventry-Paris road"},
                 {"مدينة كوفنتري", "The city of Coventry"},
                 {"بين كوفنتري وهارلو", "The Covintry-Harlow road"}},
                {"name-variant-en Covintry Coventry"}},
        // Nothing across calls for the name.
        NameRow{{{"زار كوفنتري أمس", "He visited Coventry"},
                 {"وصل الكوفنري الأول", "The first one arrived"}},
                {}},
        // Both sides err.
        NameRow{{{"قال تيموشينكوف أمس", "Timoshenkov said so"},
                 {"زار تيموشنكوف أمس", "Timoshnkov visited it"}},
                {"name-variant-en Timoshnkov Timoshenkov", "name-variant-ar تيموشنكوف تيموشينكوف"}},
        // Other numbers are other things.
        NameRow{{{"زار كوفنتري-2 أمس", "He visited Coventry-2"},
                 {"زار كوفنتري-3 أمس", "He visited Coventry-3"}},
                {}},
        // Only the dictionary has the right spelling.
        NameRow{{{"زار مقدونيا أمس", "He visited Maecdonia"}},
                {"name-variant-en Maecdonia Macedonia"}},
        NameRow{{{"زار برطيانيا أمس", "He visited Britain"}},
                {"name-variant-ar برطيانيا بريطانيا"}},
        NameRow{{{"قال روبن أمس", "Robyn said so"}}, {}},
        // Places, and what is translated, are spelled in one way; people are not.
        NameRow{{{"زار دمشق أمس", "He visited Damuscus"}}, {"name-variant-en Damuscus Damascus"}},
        NameRow{{{"زار لاتفيا أمس", "He visited Latvya"}}, {"name-variant-en Latvya Latvia"}},
        NameRow{{{"زار لاتفيا أمس", "He visited the Latvian city"}}, {}},
        NameRow{{{"الفريق اللاتفي", "The Latvien team"}}, {"name-variant-en Latvien Latvian"}},
        NameRow{{{"زار واشنطن أمس", "He visited Weshington"}},
                {"name-variant-en Weshington Washington"}},
        NameRow{{{"زار الوزارة أمس", "He visited the Minystry"}},
                {"name-variant-en Minystry Ministry"}},
        NameRow{{{"زار بالاو أمس", "He visited Palu"}}, {}},
        NameRow{{{"زار واشطن أمس", "He visited Washington"}}, {"name-variant-ar واشطن واشنطن"}},
        // As near to the English as the dictionary's own spelling.
        NameRow{{{"زار جيرسي أمس", "He visited Jersey"}}, {}},
        NameRow{{{"قال جينكنز أمس", "Jenkyns said so"}}, {}},
        NameRow{{{"قال سيمر أمس", "Samir said so"}}, {}}));

TEST(RespelledNames, OfAClusterAreReportedOnce) {
  const std::vector<BilingualRecord> records = {
      {"1", "d", "زار كوفنتري", "He visited Coventry", 1},
      {"2", "d", "زار كوفينتري", "He visited Coventry", 2}};
  const NameSpelling first{"كوفنتري", {{"", 1, 7, 21}}};
  const NameSpelling second{"كوفينتري", {{"", 2, 7, 23}}};
  NameCluster cluster;
  cluster.spellings = {first, second};
  cluster.preferred = second.text;
  const std::vector<NameCluster> clusters = {cluster};
  const std::vector<Finding> findings =
      check_records(records, {.words = &knowledge(), .names = clusters},
                    {.severities = {}, .source = {}, .least = Severity::kWarning});
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].source->text, "كوفنتري");
  EXPECT_EQ(findings[0].suggestion, "كوفينتري");
}

TEST(EditBetween, TellsSlipsFromInflections) {
  EXPECT_TRUE(edit_between("بريطانيا", "برطيانيا").swap);
  EXPECT_TRUE(edit_between("هارلو", "مارلو").first);
  EXPECT_TRUE(edit_between("بريطانيا", "بريطاني").inflection);
  EXPECT_TRUE(edit_between("أمريكيو", "أمريكي").inflection);
  EXPECT_TRUE(edit_between("Indonesia", "Indonesian").inflection);
  EXPECT_FALSE(edit_between("كافانو", "كافان").inflection);
  EXPECT_FALSE(edit_between("لومبوك", "لومبوق").inflection);
  EXPECT_FALSE(edit_between("American", "Americann").inflection);
}

TEST(NearWords, AreThoseOneEditAway) {
  const std::vector<std::string> words = {"wales", "walse", "whales", "wale", "ales",  "wa",
                                          "ويلز",  "وليز",  "لويز",   "ويل",  "وييلز", "w"};
  NearWords near;
  for (const std::string& word : words) near.add(word);
  for (const std::string& word : words) {
    std::vector<std::size_t> expected;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (word_edits(words[i], word) == 1) expected.push_back(i);
    }
    EXPECT_EQ(near.one_edit_from(word), expected) << word;
  }
}

}  // namespace
}  // namespace mizan
