#include "tm/format/unit_table.h"

#include <gtest/gtest.h>

#include <functional>

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

Read parse_csv(std::string_view text, const UnitReadOptions& options = {}) {
  Read result;
  result.summary = parse_unit_csv(
      text, "a.csv", [&](const TranslationUnit& unit) { result.units.push_back(unit); }, options);
  return result;
}

std::string error_of(const std::function<void()>& call) {
  try {
    call();
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST(UnitTsv, ColumnsAreFoundByTheirScriptsOrAsToldAndRowsSkipped) {
  const Read seen = parse("1\tx.txt\tyes\tنعم\n2\tx.txt\tno\tلا\n");
  ASSERT_EQ(seen.units.size(), 2U);
  EXPECT_EQ(seen.units[1].arabic, "لا");
  EXPECT_EQ(seen.units[1].english, "no");
  UnitReadOptions options;
  options.table = {.columns = {"note", "-", "en", "ar"}, .delimiter = {}, .skip_rows = 1};
  const Read told = parse("a title\n1\tx.txt\tyes\tنعم\n", options);
  ASSERT_EQ(told.units.size(), 1U);
  EXPECT_EQ(told.units[0].notes, std::vector<std::string>{"1"});
  options.table.columns = {"ar", "fr"};
  EXPECT_EQ(error_of([&] { parse("a\nb\tc\n", options); }),
            "the columns do not say where the texts are; name ar and en, or source and target, in "
            "their order");
}

TEST(UnitCsv, QuotedFieldsAndLines) {
  const Read result = parse_csv(
      "EN,AR,pos\r\n\"one, \"\"two\"\"\r\nand three\",\"واحد، اثنان\",noun\n4\" pipe,أنبوب,\n");
  ASSERT_EQ(result.units.size(), 2U);
  EXPECT_EQ(result.units[0].english, "one, \"two\"\nand three");
  EXPECT_EQ(result.units[0].arabic, "واحد، اثنان");
  EXPECT_EQ(result.units[1].english, "4\" pipe");
  EXPECT_EQ(result.units[1].origin.line, 4U);
  EXPECT_EQ(result.summary.left_out, (LossCounts{{"cells of the column pos", 1}}));
}

TEST(UnitCsv, SourceAndTargetStringsWithLanguages) {
  const Read result = parse_csv(
      "stringID,sourceLang,targetLang,description,sourceString,targetString\n"
      "7,en,ar_AR,a rule,AIDS,الإيدز\n8,ar,en,,حظر,ban\n");
  ASSERT_EQ(result.units.size(), 2U);
  EXPECT_EQ(result.units[0].arabic, "الإيدز");
  EXPECT_EQ(result.units[0].source_language, Language::kEnglish);
  EXPECT_EQ(result.units[0].notes, std::vector<std::string>{"a rule"});
  EXPECT_EQ(unit_id(result.units[0]), "7");
  EXPECT_EQ(result.units[1].arabic, "حظر");
  EXPECT_EQ(result.units[1].source_language, Language::kArabic);
  const Read scripts = parse_csv("source;target\nwall;جدار\nTV;TV\n");
  ASSERT_EQ(scripts.units.size(), 2U);
  EXPECT_EQ(scripts.units[0].source_language, Language::kEnglish);
  EXPECT_EQ(scripts.units[1].source_language, Language::kEnglish);
}

TEST(UnitCsv, TheDelimiterIsFound) {
  for (const char delimiter : {',', ';', '|'}) {
    std::string text = "نعم,yes\n\"لا, أبدا\",never\n";
    text[text.find(',')] = delimiter;
    text[text.rfind(',')] = delimiter;
    EXPECT_TRUE(opens_unit_csv(text)) << text;
    EXPECT_EQ(parse_csv(text).units.size(), 2U) << text;
  }
  EXPECT_FALSE(opens_unit_csv("نعم\tyes, yes\n"));
  EXPECT_FALSE(opens_unit_csv("a line, of text\n"));
  EXPECT_FALSE(opens_unit_csv(""));
  EXPECT_FALSE(opens_unit_csv(std::string("ar,en\0", 6)));
  EXPECT_FALSE(opens_unit_csv("ar,en\n\x80"));
}

TEST(UnitCsv, MisquotedRowsAreReportedWithTheirPlaceAndOnlyTheyAreLost) {
  const std::string text = "نعم,yes\nلا,\"no\nربما,\"may\"be\nأجل,indeed\n";
  EXPECT_EQ(error_of([&] { parse_csv(text); }),
            "a.csv:3:7: text behind the closing quotation mark; write a quotation mark inside a "
            "quoted field twice");
  const Read result = parse_csv(text, {.malformed = MalformedRecord::kSkip});
  EXPECT_EQ(result.summary.malformed, 2U);
  ASSERT_EQ(result.units.size(), 2U);
  EXPECT_EQ(result.units[1].english, "indeed");
  EXPECT_EQ(error_of([&] { parse_csv("نعم,yes\nلا,\"no\n"); }),
            "a.csv:2:4: a quotation mark that nothing closes; write a quotation mark inside a "
            "quoted field twice");
}

TEST(UnitCsv, RoundTrips) {
  TranslationUnit unit;
  unit.arabic = "قال: \"نعم\"، ثم،\nلا";
  unit.english = "He said \"yes\", then,\nno";
  unit.source_language = Language::kEnglish;
  unit.origin.document = "d, 1";
  unit.origin.author = "MA";
  unit.origin.created = "2024-01-01T00:00:00Z";
  unit.origin.changed = "2024-01-02T00:00:00Z";
  unit.properties.emplace_back(kUnitIdProperty, "7");
  unit.notes = {"a \"note\""};
  std::string text;
  UnitCsvWriter writer([&text](std::string_view piece) { text += piece; });
  writer.begin({});
  writer.write(unit);
  writer.finish();
  EXPECT_TRUE(writer.losses().empty());
  EXPECT_TRUE(opens_unit_csv(text));
  const Read result = parse_csv(text);
  ASSERT_EQ(result.units.size(), 1U);
  const TranslationUnit& read = result.units[0];
  EXPECT_EQ(read.arabic, unit.arabic);
  EXPECT_EQ(read.english, unit.english);
  EXPECT_EQ(read.source_language, unit.source_language);
  EXPECT_EQ(read.origin.document, unit.origin.document);
  EXPECT_EQ(read.origin.author, unit.origin.author);
  EXPECT_EQ(read.origin.created, unit.origin.created);
  EXPECT_EQ(read.origin.changed, unit.origin.changed);
  EXPECT_EQ(read.properties, unit.properties);
  EXPECT_EQ(read.notes, unit.notes);
}

}  // namespace
}  // namespace mizan
