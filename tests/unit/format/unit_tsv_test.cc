#include "tm/format/unit_tsv.h"

#include <gtest/gtest.h>

namespace mizan {
namespace {

struct Read {
  std::vector<TranslationUnit> units;
  UnitTsvSummary summary;
};

Read parse(std::string_view text) {
  Read result;
  result.summary = parse_unit_tsv(
      text, "a.tsv", [&](const TranslationUnit& unit) { result.units.push_back(unit); });
  return result;
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

TEST(UnitTsv, BadRowsAreReportedAndLeftOut) {
  const Read result = parse("نعم\tyes\nبلا ترجمة\nلا\t\n\tno\nأجل\tindeed");
  EXPECT_EQ(result.units.size(), 2U);
  EXPECT_EQ(result.summary.units, 2U);
  std::vector<std::string> reports;
  for (const Diagnostic& diagnostic : result.summary.diagnostics) {
    reports.push_back(to_string(diagnostic.place) + ": " + diagnostic.message);
  }
  EXPECT_EQ(reports, (std::vector<std::string>{
                         "a.tsv:2: no tab between Arabic and English; write Arabic TAB English",
                         "a.tsv:3: the English side is empty; fill it or delete the row",
                         "a.tsv:4: the Arabic side is empty; fill it or delete the row"}));
}

TEST(UnitTsv, RowsRoundTrip) {
  TranslationUnit unit;
  unit.arabic = "سطر\nوآخر\tوثالث";
  unit.english = "\"one\"";
  EXPECT_EQ(unit_tsv_row(unit), "سطر وآخر وثالث\t\"one\"\n");
  const Read result = parse(unit_tsv_row(unit));
  ASSERT_EQ(result.units.size(), 1U);
  EXPECT_EQ(result.units[0].english, unit.english);
}

}  // namespace
}  // namespace mizan
