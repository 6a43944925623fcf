#include "tm/format/tmx_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "tests/unit/message_of.h"
#include "tm/base/file.h"
#include "tm/base/utf8.h"

namespace mizan {
namespace {

using ::testing::ElementsAre;
using testing::message_of;
using ::testing::Pair;

constexpr std::string_view kOpen = "<tmx version=\"1.4\"><header srclang=\"ar\"/><body>";
constexpr std::string_view kClose = "</body></tmx>";

std::string data_file(const std::string& name) {
  return std::string(MIZAN_SOURCE_DIR) + "/tests/data/format/" + name;
}

struct Read {
  std::vector<TranslationUnit> units;
  UnitReadSummary summary;
};

Read read(std::string_view xml) {
  Read result;
  result.summary = read_tmx_bytes(
      xml, "a.tmx", [&](const TranslationUnit& unit) { result.units.push_back(unit); });
  return result;
}

Read read_body(const std::string& body) {
  return read(std::string(kOpen) + body + std::string(kClose));
}

std::string tu(const std::string& arabic, const std::string& english) {
  return "<tu><tuv xml:lang=\"ar\"><seg>" + arabic + "</seg></tuv><tuv xml:lang=\"en\"><seg>" +
         english + "</seg></tuv></tu>";
}

std::string utf16(std::string_view utf8, bool little) {
  std::string bytes = little ? "\xFF\xFE" : "\xFE\xFF";
  for (const char32_t c : to_utf32(utf8)) {
    const char low = static_cast<char>(c & 0xFF);
    const char high = static_cast<char>(c >> 8);
    bytes += little ? low : high;
    bytes += little ? high : low;
  }
  return bytes;
}

TEST(TmxReader, LevelOne) {
  const Read result = read(
      "<?xml version=\"1.0\"?><!DOCTYPE tmx SYSTEM \"tmx14.dtd\">"
      "<tmx version=\"1.4\"><header srclang=\"ar-EG\"><prop type=\"h\">x</prop></header><body>"
      "<tu tuid=\"u1\" creationdate=\"20240229T123000Z\" creationid=\"MA\" "
      "changedate=\"2025-01-01T00:00:00Z\" changeid=\"KB\">"
      "<note>عاجل</note><prop type=\"domain\">news</prop><prop type=\"domain\">politics</prop>"
      "<prop type=\"x-document\">d1</prop><prop type=\"x-position\">3</prop>"
      "<tuv xml:lang=\"ar-SD\"><seg> وصل الوفد.\n</seg></tuv>"
      "<tuv xml:lang=\"en\"><seg>The delegation &amp; its guests arrived.</seg></tuv></tu>"
      "</body></tmx>");
  ASSERT_EQ(result.units.size(), 1U);
  const TranslationUnit& unit = result.units[0];
  EXPECT_EQ(unit.arabic, "وصل الوفد.");
  EXPECT_EQ(unit.english, "The delegation & its guests arrived.");
  EXPECT_EQ(unit.source_language, Language::kArabic);
  EXPECT_EQ(unit.origin.file, "a.tmx");
  EXPECT_EQ(unit.origin.document, "d1");
  EXPECT_EQ(unit.origin.position, 3);
  EXPECT_EQ(unit.origin.author, "MA");
  EXPECT_EQ(unit.origin.created, "2024-02-29T12:30:00Z");
  EXPECT_EQ(unit.origin.changed, "2025-01-01T00:00:00Z");
  EXPECT_THAT(unit.properties,
              ElementsAre(Pair("tuid", "u1"), Pair("domain", "news"), Pair("domain", "politics"),
                          Pair("changeid", "KB"), Pair("xml:lang ar", "ar-SD")));
  EXPECT_THAT(unit.notes, ElementsAre("عاجل"));
}

TEST(TmxReader, InlineElements) {
  struct Row {
    const char* segment;
    const char* text;
  };
  constexpr Row kRows[] = {
      {"The <hi>Africa <hi type=\"b\">Corps</hi></hi> left", "The Africa Corps left"},
      {"The <bpt i=\"1\">&lt;b&gt;</bpt>Corps<ept i=\"1\">&lt;/b&gt;</ept> left", "The Corps left"},
      {"Line<ph x=\"1\">{\\br <sub>inside</sub>}</ph> two", "Line two"},
      {"<it pos=\"begin\">&lt;i&gt;</it>One<ut>\\x</ut>", "One"},
      {"<![CDATA[a < b]]>", "a < b"},
      {"a<!-- no text -->b", "ab"},
      {"&#x41;&#1575;", "Aا"},
  };
  for (const Row& row : kRows) {
    const Read result = read_body(tu("نص", row.segment));
    ASSERT_EQ(result.units.size(), 1U) << row.segment;
    EXPECT_EQ(result.units[0].english, row.text);
  }
}

TEST(TmxReader, LanguagesAsToolsWriteThem) {
  struct Row {
    const char* attribute_ar;
    const char* attribute_en;
  };
  constexpr Row kRows[] = {{"xml:lang=\"AR\"", "xml:lang=\"EN-GB\""},
                           {"lang=\"ar\"", "lang=\"en\""},
                           {"xml:lang=\"ar_EG\"", "xml:lang=\"en_us\""},
                           {"xml:lang=\"ara\"", "xml:lang=\"eng\""}};
  for (const Row& row : kRows) {
    const Read result =
        read_body(std::string("<tu><tuv ") + row.attribute_ar + "><seg>نعم</seg></tuv><tuv " +
                  row.attribute_en + "><seg>yes</seg></tuv></tu>");
    EXPECT_EQ(result.units.size(), 1U) << row.attribute_ar;
  }
}

TEST(TmxReader, SourceLanguage) {
  struct Row {
    const char* header;
    const char* unit;
    Language source;
  };
  const std::string english_first =
      "><tuv xml:lang=\"en\"><seg>yes</seg></tuv><tuv xml:lang=\"ar\"><seg>نعم</seg></tuv></tu>";
  constexpr Row kRows[] = {{"ar", "", Language::kArabic},
                           {"en-US", "", Language::kEnglish},
                           {"*all*", "", Language::kEnglish},
                           {"fr", "", Language::kEnglish},
                           {"en", " srclang=\"ar\"", Language::kArabic}};
  for (const Row& row : kRows) {
    const Read result = read(std::string("<tmx><header srclang=\"") + row.header + "\"/><body><tu" +
                             row.unit + english_first + "</body></tmx>");
    ASSERT_EQ(result.units.size(), 1U);
    EXPECT_EQ(result.units[0].source_language, row.source) << row.header << row.unit;
  }
}

TEST(TmxReader, EveryCombinationOfVariants) {
  const Read result = read_body(
      "<tu><tuv xml:lang=\"ar-EG\"><seg>أ</seg></tuv><tuv xml:lang=\"ar-MA\"><seg>ب</seg></tuv>"
      "<tuv xml:lang=\"fr\"><seg>x</seg></tuv>"
      "<tuv xml:lang=\"en-GB\"><seg>c</seg></tuv><tuv xml:lang=\"en-US\"><seg>d</seg></tuv></tu>");
  std::string pairs;
  for (const TranslationUnit& unit : result.units) pairs += unit.arabic + unit.english + " ";
  EXPECT_EQ(pairs, "أc أd بc بd ");
}

TEST(TmxReader, UnitsWithoutBothSidesAreCounted) {
  const Read result =
      read_body(tu("نعم", "yes") + tu("", "empty") + tu("  ", "blank") +
                "<tu><tuv xml:lang=\"ar\"><seg>وحيد</seg></tuv></tu>" +
                "<tu><tuv xml:lang=\"fr\"><seg>oui</seg></tuv></tu><tu/>" + tu("لا", "no"));
  EXPECT_EQ(result.summary.units, 2U);
  EXPECT_EQ(result.summary.untranslated, 5U);
}

TEST(TmxReader, DatesAndAuthorsOfTheVariants) {
  const Read result = read_body(
      "<tu><tuv xml:lang=\"ar\" creationdate=\"20230501T000000Z\" creationid=\"A\"><seg>نعم</seg>"
      "</tuv><tuv xml:lang=\"en\" creationdate=\"20230401T000000Z\" "
      "changedate=\"20230601T000000Z\" "
      "creationid=\"B\"><seg>yes</seg></tuv></tu>"
      "<tu creationdate=\"yesterday\"><tuv xml:lang=\"ar\"><seg>نعم</seg></tuv>"
      "<tuv xml:lang=\"en\"><seg>yes</seg></tuv></tu>");
  ASSERT_EQ(result.units.size(), 2U);
  EXPECT_EQ(result.units[0].origin.created, "2023-04-01T00:00:00Z");
  EXPECT_EQ(result.units[0].origin.changed, "2023-06-01T00:00:00Z");
  EXPECT_EQ(result.units[0].origin.author, "A");
  EXPECT_EQ(result.units[1].origin.created, "");
}

TEST(TmxReader, Encodings) {
  const std::string body =
      std::string(kOpen) + tu("وصلت القوّات؟", "The forces arrived") + std::string(kClose);
  for (const bool little : {true, false}) {
    for (const std::string& declaration :
         {std::string(), std::string("<?xml version=\"1.0\" encoding=\"UTF-16\"?>")}) {
      const Read result = read(utf16(declaration + body, little));
      ASSERT_EQ(result.units.size(), 1U);
      EXPECT_EQ(result.units[0].arabic, "وصلت القوّات؟");
    }
  }
  const Read marked = read("\xEF\xBB\xBF" + body);
  ASSERT_EQ(marked.units.size(), 1U);
  const Read legacy =
      read("<?xml version=\"1.0\" encoding=\"windows-1256\"?>" + std::string(kOpen) +
           tu("\xE6\xD5\xE1\xCA \xC7\xE1\xDE\xE6\xF8\xC7\xCA\xBF", "x") + std::string(kClose));
  ASSERT_EQ(legacy.units.size(), 1U);
  EXPECT_EQ(legacy.units[0].arabic, "وصلت القوّات؟");
}

TEST(TmxReader, ControlCharactersBecomeSpacesAndAreReported) {
  const Read result = read_body(tu("نعم\x0B!", "a&#x1F;b&#11;c&#0;d\x1F&amp;"));
  ASSERT_EQ(result.units.size(), 1U);
  EXPECT_EQ(result.units[0].arabic, "نعم !");
  EXPECT_EQ(result.units[0].english, "a      b     c    d &");
  ASSERT_EQ(result.summary.diagnostics.size(), 1U);
  EXPECT_EQ(result.summary.diagnostics[0].message,
            "5 control characters that XML forbids read as spaces");
}

TEST(TmxReader, ReferencesSurviveEveryBlockBorder) {
  // References straddle the 64 kB blocks in which the file is fed.
  std::string body;
  for (int i = 0; i < 3000; ++i) {
    body += tu("نعم" + std::string(static_cast<std::size_t>(i % 13), ' ') + "&#x1F;&amp;", "yes");
  }
  const Read result = read_body(body);
  ASSERT_EQ(result.units.size(), 3000U);
  for (const TranslationUnit& unit : result.units) EXPECT_TRUE(unit.arabic.ends_with(" &"));
}

TEST(TmxReader, RefusesWhatIsDangerousOrBroken) {
  struct Row {
    std::string xml;
    std::string message;
  };
  std::string deep(kOpen);
  deep += "<tu><tuv xml:lang=\"ar\"><seg>";
  for (int i = 0; i < 70; ++i) deep += "<hi>";
  const Row rows[] = {
      {"<!DOCTYPE tmx [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><tmx>&b;</tmx>",
       "a.tmx:1:27: declares the entity \"a\"; entities are refused for safety; write the text "
       "out"},
      {"<!DOCTYPE tmx [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><tmx>&x;</tmx>",
       "a.tmx:1:54: declares the entity \"x\"; entities are refused for safety; write the text "
       "out"},
      {"<!DOCTYPE tmx [<!ENTITY % p SYSTEM \"http://localhost/x.dtd\"> %p;]><tmx/>",
       "a.tmx:1:60: declares the entity \"p\"; entities are refused for safety; write the text "
       "out"},
      {"<!DOCTYPE tmx SYSTEM \"tmx14.dtd\"><tmx>&nbsp;</tmx>",
       "a.tmx:1:39: the entity &nbsp; is not defined; write the character itself"},
      {"<tmx>&nbsp;</tmx>", "a.tmx:1:6: an entity is not defined; write the character itself"},
      {"<tmx>\n<body>\n<tu", "a.tmx:3:1: the file ends in the middle; get the whole file"},
      {"<tmx>\n<body>\n", "a.tmx:3:1: the file ends in the middle; get the whole file"},
      {"", "a.tmx:1:1: the file is empty; get the whole file"},
      {"<html></html>", "a.tmx:1:1: not a TMX file: its root is <html>; check the file's format"},
      {"<tmx>\n<a></b></tmx>",
       "a.tmx:2:6: not well-formed XML: mismatched tag; correct the file at this place"},
      {"<tmx>\n \xFF</tmx>", "a.tmx:2:2: not well-formed XML; correct the file at this place"},
      {"just a text", "a.tmx:1:1: not well-formed XML; correct the file at this place"},
      {"<?xml version=\"1.0\" encoding=\"EBCDIC-X\"?><tmx/>",
       "a.tmx:1:31: its encoding is not known; save it as UTF-8"},
      {deep,
       "a.tmx:1:312: elements are nested more than 64 deep; check that the file is what it claims "
       "to be"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(message_of([&] { read(row.xml); }), row.message) << row.xml.substr(0, 200);
  }
}

TEST(TmxReader, LongSegmentsAndTagsHaveLimits) {
  EXPECT_EQ(message_of([] { read_body(tu(std::string(2'000'000, 'a'), "x")); }).substr(0, 8),
            "a.tmx:1:");
  EXPECT_THAT(message_of([] { read_body(tu(std::string(2'000'000, 'a'), "x")); }),
              ::testing::EndsWith(": a segment is longer than 1 MB; split it into sentences"));
  EXPECT_THAT(
      message_of([] { read(std::string(kOpen) + "<tu tuid=\"" + std::string(5'000'000, 'a')); }),
      ::testing::EndsWith(": a tag or comment is longer than 4 MB; check that the file is "
                          "what it claims to be"));
}

TEST(TmxReader, FilesThatCannotBeRead) {
  const auto visit = [](const TranslationUnit&) {};
  EXPECT_EQ(message_of([&] { read_tmx("/nowhere/a.tmx", visit); }),
            "/nowhere/a.tmx: no such file; check the path");
  EXPECT_EQ(message_of([&] { read_tmx("/tmp", visit); }), "/tmp: is a directory; name a file");
}

TEST(TmxReader, WhatTheVisitorThrowsPassesThrough) {
  EXPECT_THROW(read_tmx_bytes(std::string(kOpen) + tu("نعم", "yes") + std::string(kClose), "a",
                              [](const TranslationUnit&) { throw std::string("stop"); }),
               std::string);
}

// Files as other tools write them (hand-made after their habits; the sentences are ours).
TEST(TmxReader, FilesInTheHabitsOfOtherTools) {
  struct Row {
    const char* file;
    std::size_t units;
    std::size_t skipped;
    const char* first_arabic;
  };
  constexpr Row kRows[] = {
      {"tmx11-lang.tmx", 2, 0, "وصلت القافلة إلى تمبكتو قبل الفجر."},
      {"inline-codes.tmx", 3, 0, "أعلن المتحدث أن الطريق مفتوح."},
      {"three-languages.tmx", 2, 1, "نفت الوزارة الخبر."},
      {"windows-1256.tmx", 1, 0, "أغلقت الحدود مساء أمس."},
      {"utf16le.tmx", 1, 0, "أغلقت الحدود مساء أمس."},
  };
  for (const Row& row : kRows) {
    std::vector<TranslationUnit> units;
    const UnitReadSummary summary =
        read_tmx(data_file(row.file), [&](const TranslationUnit& unit) { units.push_back(unit); });
    ASSERT_EQ(units.size(), row.units) << row.file;
    EXPECT_EQ(summary.untranslated, row.skipped) << row.file;
    EXPECT_EQ(units[0].arabic, row.first_arabic) << row.file;
  }
}

TEST(TmxReader, TruncatedFileNamesTheEnd) {
  EXPECT_EQ(message_of([] { read_tmx(data_file("truncated.tmx"), [](const TranslationUnit&) {}); }),
            data_file("truncated.tmx") + ":8:1: the file ends in the middle; get the whole file");
}

TEST(TmxReader, EveryUnitOfARealMemoryArrives) {
  const std::string path = std::string(MIZAN_SOURCE_DIR) + "/../shared/data/tm/all.en-ar.tmx";
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "no " << path;
  std::size_t units = 0;
  const UnitReadSummary summary = read_tmx(path, [&](const TranslationUnit& unit) {
    ++units;
    EXPECT_FALSE(unit.arabic.empty() || unit.english.empty());
    EXPECT_EQ(unit.source_language, Language::kEnglish);
  });
  EXPECT_EQ(units, 3071U);
  EXPECT_EQ(summary.untranslated, 0U);
  EXPECT_TRUE(summary.diagnostics.empty());
}

}  // namespace
}  // namespace mizan
