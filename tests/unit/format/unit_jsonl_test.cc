#include "tm/format/unit_jsonl.h"

#include <gtest/gtest.h>

namespace mizan {
namespace {

struct Read {
  std::vector<TranslationUnit> units;
  UnitReadSummary summary;
};

Read parse(std::string_view text, const UnitReadOptions& options = {}) {
  Read result;
  result.summary = parse_unit_jsonl(
      text, "a.jsonl", [&](const TranslationUnit& unit) { result.units.push_back(unit); }, options);
  return result;
}

std::string written(const TranslationUnit& unit) {
  std::string text;
  UnitJsonlWriter writer([&text](std::string_view piece) { text += piece; });
  writer.begin({});
  writer.write(unit);
  writer.finish();
  EXPECT_TRUE(writer.losses().empty());
  return text;
}

std::string error_of(std::string_view text) {
  try {
    parse(text);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TranslationUnit stored_unit() {
  TranslationUnit unit;
  unit.id = 17;
  unit.arabic = "مالي";
  unit.english = "Mali";
  return unit;
}

TEST(UnitJsonl, WhatIsUnknownIsNull) {
  EXPECT_EQ(written(stored_unit()),
            R"({"unit":17,"ar":"مالي","en":"Mali","source_language":"ar","file":null,)"
            R"("document":null,"author":null,"created":null,"changed":null})"
            "\n");
}

TEST(UnitJsonl, TellsTheOrigins) {
  TranslationUnit unit = stored_unit();
  unit.source_language = Language::kEnglish;
  unit.origin = {"a.tmx", "a", "sara", "2026-11-22T15:04:05Z", "2026-11-23T15:04:05Z", 0};
  unit.also_from.emplace_back().file = "b.tmx";
  EXPECT_EQ(written(unit),
            R"({"unit":17,"ar":"مالي","en":"Mali","source_language":"en","file":"a.tmx",)"
            R"("document":"a","author":"sara","created":"2026-11-22T15:04:05Z",)"
            R"("changed":"2026-11-23T15:04:05Z","position":0,)"
            R"("also_from":[{"file":"b.tmx","document":null,"author":null}]})"
            "\n");
}

TEST(UnitJsonl, KeepsEverythingOfAUnit) {
  TranslationUnit unit = stored_unit();
  unit.english = "  \"Mali\"\n\tagain ";
  unit.origin = {"", "d", "sara", "2026-11-22T15:04:05Z", "", 4};
  unit.properties = {{"tuid", "7"}, {"client", "x"}, {"client", "y"}};
  unit.notes = {"ملاحظة", "two\nlines"};
  unit.arabic_tags = {{InlineKind::kOpen, InlineMarkup::kTmx, 2, "hi", {}, ""},
                      {InlineKind::kClose, InlineMarkup::kTmx, 8, "", {}, ""}};
  unit.english_tags = {{.kind = InlineKind::kCode,
                        .markup = InlineMarkup::kXliff2,
                        .offset = 3,
                        .name = "ph",
                        .attributes = {{"id", "1"}, {"dataRef", "d1"}},
                        .content = "&lt;br/&gt;"}};
  const Read read = parse(written(unit));
  ASSERT_EQ(read.units.size(), 1U);
  const TranslationUnit& again = read.units[0];
  EXPECT_EQ(again.arabic, unit.arabic);
  EXPECT_EQ(again.english, unit.english);
  EXPECT_EQ(again.origin.document, "d");
  EXPECT_EQ(again.origin.author, "sara");
  EXPECT_EQ(again.origin.created, unit.origin.created);
  EXPECT_EQ(again.origin.position, 4);
  EXPECT_EQ(again.properties, unit.properties);
  EXPECT_EQ(again.notes, unit.notes);
  EXPECT_EQ(again.arabic_tags, unit.arabic_tags);
  EXPECT_EQ(again.english_tags, unit.english_tags);
}

TEST(UnitJsonl, TheFileOfALineIsAFurtherOrigin) {
  const Read read = parse(
      R"({"ar":"نعم","en":"yes","file":"a.tmx","author":"sara","also_from":[{"file":"b.tmx"}]})");
  ASSERT_EQ(read.units.size(), 1U);
  EXPECT_EQ(read.units[0].origin.file, "a.jsonl");
  EXPECT_EQ(read.units[0].origin.author, "sara");
  EXPECT_EQ(read.units[0].origin.line, 1U);
  EXPECT_EQ(read.units[0].origin.position, 0);
  ASSERT_EQ(read.units[0].also_from.size(), 2U);
  EXPECT_EQ(read.units[0].also_from[0].file, "a.tmx");
  EXPECT_EQ(read.units[0].also_from[0].author, "sara");
  EXPECT_EQ(read.units[0].also_from[1].file, "b.tmx");
}

TEST(UnitJsonl, TextsInATranslationObjectAndForeignKeys) {
  const Read read = parse(
      "{\"translation\":{\"ar\":\"نعم\",\"en\":\"yes\"},\"quality\":0.5}\n\n"
      "{\"translation\":{\"ar\":\"لا\",\"en\":\" \"}}\n");
  ASSERT_EQ(read.units.size(), 1U);
  EXPECT_EQ(read.units[0].english, "yes");
  EXPECT_EQ(read.summary.untranslated, 1U);
  EXPECT_EQ(read.summary.left_out, (LossCounts{{"values of the key quality", 1}}));
}

TEST(UnitJsonl, MalformedLinesAreNamedAndCanBeSkipped) {
  const std::string advice = "; write one object with \"ar\" and \"en\" a line";
  EXPECT_EQ(error_of("{\"ar\":\"نعم\" \"en\":\"yes\"}"), "a.jsonl:1:16: no JSON" + advice);
  EXPECT_EQ(error_of("\n[1]"), "a.jsonl:2:1: no JSON object" + advice);
  EXPECT_EQ(error_of(R"({"ar":1})"), "a.jsonl:1:1: \"ar\" is no text" + advice);
  EXPECT_EQ(error_of(R"({"ar":"a","source_language":"fr"})"),
            "a.jsonl:1:1: the source language is neither Arabic nor English" + advice);
  EXPECT_EQ(error_of(R"({"ar":"a","notes":"b"})"), "a.jsonl:1:1: \"notes\" is no list" + advice);
  EXPECT_EQ(error_of(R"({"position":1e999})"), "a.jsonl:1:1: a number that is too large" + advice);
  EXPECT_EQ(error_of(R"({"ar":"ب","ar_tags":[{"kind":"code","markup":"tmx","offset":1}]})"),
            "a.jsonl:1:1: a tag stands outside its text" + advice);
  EXPECT_EQ(error_of(R"({"ar_tags":[{"kind":"blink"}]})"),
            "a.jsonl:1:1: a tag without a known \"kind\"" + advice);
  const Read read =
      parse("{\n{\"ar\":\"نعم\",\"en\":\"yes\"}\n{}\n", {.malformed = MalformedRecord::kSkip});
  EXPECT_EQ(read.units.size(), 1U);
  EXPECT_EQ(read.summary.malformed, 1U);
  EXPECT_EQ(read.summary.untranslated, 1U);
}

TEST(UnitJsonl, IsKnownByItsFirstLine) {
  EXPECT_TRUE(opens_unit_jsonl("\n {\"ar\":\"نعم\"}\r\n{"));
  EXPECT_TRUE(opens_unit_jsonl("{\"ar\":\"a line that goes on"));
  EXPECT_FALSE(opens_unit_jsonl("{0} files\t{0} ملفات\n"));
  EXPECT_FALSE(opens_unit_jsonl("{0} files"));
  EXPECT_FALSE(opens_unit_jsonl("[{\"ar\":\"نعم\"}]"));
  EXPECT_FALSE(opens_unit_jsonl(""));
}

}  // namespace
}  // namespace mizan
