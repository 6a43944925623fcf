#include "tm/format/unit_tsv.h"

#include <gtest/gtest.h>

namespace mizan {
namespace {

struct Read {
  std::vector<TranslationUnit> units;
  UnitReadSummary summary;
};

Read parse(std::string_view text, const UnitReadOptions& options = {}) {
  Read result;
  result.summary = parse_unit_tsv(
      text, "a.tsv", [&](const TranslationUnit& unit) { result.units.push_back(unit); }, options);
  return result;
}

std::string written(const TranslationUnit& unit) {
  std::string text;
  UnitTsvWriter writer([&text](std::string_view piece) { text += piece; });
  writer.begin({});
  writer.write(unit);
  writer.finish();
  return text;
}

TEST(UnitTsv, PlainRows) {
  const Read result =
      parse("قال: \"نعم\tHe said \"yes\r\n\n# ليس تعليقا\t# not a comment\textra\n");
  ASSERT_EQ(result.units.size(), 2U);
  EXPECT_EQ(result.units[0].arabic, "قال: \"نعم");
  EXPECT_EQ(result.units[0].english, "He said \"yes");
  EXPECT_EQ(result.units[0].origin.file, "a.tsv");
  EXPECT_EQ(result.units[0].origin.position, 0);
  EXPECT_EQ(result.units[1].arabic, "# ليس تعليقا");
  EXPECT_EQ(result.units[1].origin.position, 1);
  EXPECT_TRUE(result.summary.diagnostics.empty());
}

TEST(UnitTsv, HeaderNamesColumns) {
  const Read result = parse(
      "id\tDocument\tEN\tArabic\tsource\tauthor\tcreated\tnote\n"
      "7\td1\tyes\tنعم\ten\tMA\t2024-01-01\tn\n");
  ASSERT_EQ(result.units.size(), 1U);
  const TranslationUnit& unit = result.units[0];
  EXPECT_EQ(unit.arabic, "نعم");
  EXPECT_EQ(unit.english, "yes");
  EXPECT_EQ(unit.origin.document, "d1");
  EXPECT_EQ(unit.origin.author, "MA");
  EXPECT_EQ(unit.origin.created, "2024-01-01");
  EXPECT_EQ(unit.source_language, Language::kEnglish);
  EXPECT_EQ(unit.notes, std::vector<std::string>{"n"});
  EXPECT_EQ(unit.properties.at(0).second, "7");
  EXPECT_FALSE(result.summary.swapped);
}

TEST(UnitTsv, EnglishFirstIsSeen) {
  const Read result = parse("yes\tنعم\nno\tلا\n");
  ASSERT_EQ(result.units.size(), 2U);
  EXPECT_TRUE(result.summary.swapped);
  EXPECT_EQ(result.units[0].arabic, "نعم");
}

TEST(UnitTsv, MalformedRowsStopTheReadingOrAreLeftOut) {
  const std::string text = "نعم\tyes\nبلا ترجمة\nأجل\tindeed";
  try {
    parse(text);
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(),
                 "a.tsv:2:10: no tab between Arabic and English; write Arabic TAB English");
  }
  const Read result = parse(text, {.malformed = MalformedRecord::kSkip});
  EXPECT_EQ(result.units.size(), 2U);
  EXPECT_EQ(result.summary.units, 2U);
  EXPECT_EQ(result.summary.malformed, 1U);
  ASSERT_EQ(result.summary.diagnostics.size(), 1U);
  EXPECT_EQ(to_string(result.summary.diagnostics[0].place), "a.tsv:2:10");
}

TEST(UnitTsv, RowsWithoutATranslationAreCountedAndHandedOutOnDemand) {
  const std::string text = "نعم\tyes\nلا\t\n\tno\n";
  EXPECT_EQ(parse(text).units.size(), 1U);
  EXPECT_EQ(parse(text).summary.untranslated, 2U);
  const Read all = parse(text, {.incomplete = IncompleteUnits::kHandOut});
  ASSERT_EQ(all.units.size(), 3U);
  EXPECT_EQ(all.units[1].arabic, "لا");
  EXPECT_EQ(all.units[1].english, "");
  EXPECT_EQ(all.units[2].origin.line, 3U);
}

TEST(UnitTsv, RowsRoundTrip) {
  TranslationUnit unit;
  unit.arabic = "سطر\nوآخر\tوثالث";
  unit.english = "\"one\"";
  EXPECT_EQ(written(unit), "سطر وآخر وثالث\t\"one\"\n");
  const Read result = parse(written(unit));
  ASSERT_EQ(result.units.size(), 1U);
  EXPECT_EQ(result.units[0].english, unit.english);
}

}  // namespace
}  // namespace mizan
