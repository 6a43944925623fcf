#include "tm/format/tmx_writer.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "tm/format/tmx_reader.h"

namespace mizan {
namespace {

std::string write(const std::vector<TranslationUnit>& units) {
  std::string xml;
  TmxWriter writer([&xml](std::string_view piece) { xml += piece; });
  writer.begin({});
  for (const TranslationUnit& unit : units) writer.write(unit);
  writer.finish();
  return xml;
}

std::vector<TranslationUnit> read(const std::string& xml) {
  std::vector<TranslationUnit> units;
  read_tmx_bytes(xml, "a.tmx", [&](const TranslationUnit& unit) { units.push_back(unit); });
  return units;
}

using Properties = std::vector<std::pair<std::string, std::string>>;

Properties sorted(Properties properties) {
  std::sort(properties.begin(), properties.end());
  return properties;
}

void expect_equal(const TranslationUnit& a, const TranslationUnit& b) {
  EXPECT_EQ(a.arabic, b.arabic);
  EXPECT_EQ(a.english, b.english);
  EXPECT_EQ(a.source_language, b.source_language);
  EXPECT_EQ(a.origin.document, b.origin.document);
  EXPECT_EQ(a.origin.author, b.origin.author);
  EXPECT_EQ(a.origin.created, b.origin.created);
  EXPECT_EQ(a.origin.changed, b.origin.changed);
  EXPECT_EQ(a.origin.position, b.origin.position);
  EXPECT_EQ(sorted(a.properties), sorted(b.properties));
  EXPECT_EQ(a.notes, b.notes);
}

TEST(TmxWriter, RoundTripKeepsEveryPart) {
  TranslationUnit full;
  full.arabic = "قال: \"نعم\" & <لا>\nثم\tمضى";
  full.english = "He said \"yes\" & <no>\r]]>";
  full.source_language = Language::kEnglish;
  full.origin = {.file = "a.tmx",
                 .document = "d \"1\"\n& <2>",
                 .author = "م.ع \"x\"",
                 .created = "2024-02-29T12:30:00Z",
                 .changed = "2025-01-01T00:00:00Z",
                 .position = 0};
  full.properties = {{"tuid", "u<1>"},  {"domain", "a"},          {"domain", "b"},
                     {"changeid", "K"}, {"xml:lang ar", "ar-EG"}, {"xml:lang en", "en-GB"},
                     {"", "no type"}};
  full.notes = {"one", "ملاحظة <2>"};
  TranslationUnit plain;
  plain.arabic = "نعم";
  plain.english = "yes";
  const auto units = read(write({full, plain}));
  ASSERT_EQ(units.size(), 2U);
  expect_equal(units[0], full);
  expect_equal(units[1], plain);
}

TEST(TmxWriter, PlainUnit) {
  TranslationUnit unit;
  unit.arabic = "نعم";
  unit.english = "yes";
  EXPECT_EQ(write({unit}),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n"
            "<tmx version=\"1.4\">\n"
            "<header creationtool=\"Mizan\" creationtoolversion=\"1\" segtype=\"sentence\" "
            "o-tmf=\"Mizan\" adminlang=\"en\" srclang=\"*all*\" datatype=\"plaintext\"/>\n"
            "<body>\n"
            "<tu srclang=\"ar\">\n"
            "<tuv xml:lang=\"ar\"><seg>نعم</seg></tuv>\n"
            "<tuv xml:lang=\"en\"><seg>yes</seg></tuv>\n"
            "</tu>\n"
            "</body>\n</tmx>\n");
}

TEST(TmxWriter, CharactersThatXmlCannotHoldBecomeSpaces) {
  TranslationUnit unit;
  unit.arabic = "نعم\x1Fلا\uFFFE!";
  unit.english = "a\x01z";
  const auto units = read(write({unit}));
  ASSERT_EQ(units.size(), 1U);
  EXPECT_EQ(units[0].arabic, "نعم لا !");
  EXPECT_EQ(units[0].english, "a z");
}

TEST(TmxWriter, RealMemorySurvives) {
  const std::string path = std::string(MIZAN_SOURCE_DIR) + "/../shared/data/tm/all.en-ar.tmx";
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "no " << path;
  std::vector<TranslationUnit> units;
  read_tmx(path, [&](const TranslationUnit& unit) { units.push_back(unit); });
  const auto again = read(write(units));
  ASSERT_EQ(again.size(), units.size());
  for (std::size_t i = 0; i < units.size(); ++i) expect_equal(again[i], units[i]);
}

}  // namespace
}  // namespace mizan
