#include "tm/format/unit_po.h"

#include <gtest/gtest.h>

#include "tm/format/po_entry.h"
#include "tm/format/po_plural.h"

namespace mizan {
namespace {

struct Read {
  std::vector<TranslationUnit> units;
  UnitReadSummary summary;
  UnitFileHeader header;
};

Read parse(std::string_view text, UnitReadOptions options = {}) {
  Read result;
  options.visit_header = [&](const UnitFileHeader& header) { result.header = header; };
  result.summary = parse_unit_po(
      text, "a.po", [&](const TranslationUnit& unit) { result.units.push_back(unit); }, options);
  return result;
}

std::string error_of(std::string_view text) {
  try {
    parse(text);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

std::string written(const Read& read) {
  std::string text;
  UnitPoWriter writer([&text](std::string_view piece) { text += piece; });
  writer.begin(read.header);
  for (const TranslationUnit& unit : read.units) writer.write(unit);
  writer.finish();
  return text;
}

constexpr std::string_view kFile =
    "# The bridge's messages\n"
    "msgid \"\"\n"
    "msgstr \"\"\n"
    "\"Project-Id-Version: bridge 2\\n\"\n"
    "\"MIME-Version: 1.0\\n\"\n"
    "\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
    "\"Content-Transfer-Encoding: 8bit\\n\"\n"
    "\"Language: ar\\n\"\n"
    "\"Plural-Forms: nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? "
    "3 : n%100>=11 ? 4 : 5);\\n\"\n"
    "\n"
    "# checked twice\n"
    "#. shown on the gate\n"
    "#: src/gate.c:12\n"
    "#: src/gate.c:40\n"
    "#, c-format\n"
    "msgctxt \"gate\"\n"
    "msgid \"Open %s\"\n"
    "msgstr \"افتح %s\"\n"
    "\n"
    "msgid \"\"\n"
    "\"Say \\\"stop\\\"\\n\"\n"
    "\"\\tor wait\"\n"
    "msgstr \"\"\n"
    "\"قل \\\"قف\\\"\\n\"\n"
    "\"\\tأو انتظر\"\n"
    "\n"
    "msgid \"one bridge\"\n"
    "msgid_plural \"%d bridges\"\n"
    "msgstr[0] \"لا جسور\"\n"
    "msgstr[1] \"جسر واحد\"\n"
    "msgstr[2] \"جسران\"\n"
    "msgstr[3] \"%d جسور\"\n"
    "msgstr[4] \"%d جسرا\"\n"
    "msgstr[5] \"\"\n";

TEST(UnitPo, ReadsMessages) {
  const Read result = parse(kFile);
  ASSERT_EQ(result.units.size(), 7U);
  EXPECT_EQ(result.header.notes, std::vector<std::string>{"The bridge's messages"});
  const TranslationUnit& first = result.units[0];
  EXPECT_EQ(first.english, "Open %s");
  EXPECT_EQ(first.arabic, "افتح %s");
  EXPECT_EQ(first.source_language, Language::kEnglish);
  EXPECT_EQ(first.origin.document, "src/gate.c");
  EXPECT_EQ(first.origin.line, 17U);
  EXPECT_EQ(first.origin.position, 0);
  EXPECT_EQ(first.notes, std::vector<std::string>{"checked twice"});
  using Properties = std::vector<std::pair<std::string, std::string>>;
  EXPECT_EQ(first.properties, (Properties{{"msgctxt", "gate"},
                                          {"extracted-comment", "shown on the gate"},
                                          {"reference", "src/gate.c:12"},
                                          {"reference", "src/gate.c:40"},
                                          {"flag", "c-format"}}));
  EXPECT_EQ(result.units[1].english, "Say \"stop\"\n\tor wait");
  EXPECT_EQ(result.units[2].english, "%d bridges");
  EXPECT_EQ(result.units[2].arabic, "لا جسور");
  EXPECT_EQ(result.units[3].english, "one bridge");
  EXPECT_EQ(result.units[3].arabic, "جسر واحد");
  EXPECT_EQ(result.units[6].arabic, "%d جسرا");
  EXPECT_EQ(result.units[6].origin.line, result.units[5].origin.line + 1);
}

TEST(UnitPo, WritesWhatItReads) { EXPECT_EQ(written(parse(kFile)), kFile); }

TEST(UnitPo, FuzzyObsoleteAndUntranslatedMessages) {
  const std::string_view text =
      "#, fuzzy, c-format\n#| msgid \"old\"\nmsgid \"new\"\nmsgstr \"جديد\"\n\n"
      "msgid \"later\"\nmsgstr \"\"\n\nmsgid \"gate\"\nmsgstr \"بوابة\"\n"
      "#~ msgid \"gone\"\n#~ msgstr \"ذهب\"\n#~| msgid \"older\"\n#~ msgid \"past\"\n"
      "#~ msgstr \"مضى\"\n";
  const Read result = parse(text);
  ASSERT_EQ(result.units.size(), 1U);
  EXPECT_EQ(result.units[0].arabic, "بوابة");
  EXPECT_EQ(result.summary.untranslated, 2U);
  EXPECT_EQ(result.summary.left_out,
            (LossCounts{{"lines of previous texts", 1}, {"obsolete messages", 2}}));
  const Read all = parse(text, {.fuzzy = FuzzyTranslations::kTake});
  ASSERT_EQ(all.units.size(), 2U);
  EXPECT_EQ(all.units[0].arabic, "جديد");
  const Read open = parse(text, {.incomplete = IncompleteUnits::kHandOut});
  ASSERT_EQ(open.units.size(), 3U);
  EXPECT_EQ(open.units[0].arabic, "");
}

TEST(UnitPo, TheLanguageIsTheHeadersOrTheScripts) {
  const Read english =
      parse("msgid \"\"\nmsgstr \"Language: en_GB\\n\"\n\nmsgid \"TV\"\nmsgstr \"television\"\n");
  EXPECT_EQ(english.units.at(0).arabic, "TV");
  EXPECT_EQ(english.units[0].source_language, Language::kArabic);
  EXPECT_EQ(parse("msgid \"جسر\"\nmsgstr \"bridge\"\n").units.at(0).english, "bridge");
  EXPECT_EQ(parse("msgid \"bridge\"\nmsgstr \"جسر\"\n").units.at(0).arabic, "جسر");
}

TEST(UnitPo, OtherEncodings) {
  const Read result = parse(
      "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=windows-1256\\n\"\n\n"
      "msgid \"the word\"\nmsgstr \"\xC7\xE1\xDF\xE1\xE3\xC9\"\n");
  ASSERT_EQ(result.units.size(), 1U);
  EXPECT_EQ(result.units[0].arabic, "الكلمة");
  EXPECT_NE(written(result).find("charset=UTF-8"), std::string::npos);
}

TEST(UnitPo, MalformedEntries) {
  struct Row {
    const char* text;
    const char* message;
  };
  const Row rows[] = {
      {"msgid \"a\n", "a.po:1:9: the text is not closed; end it with a quotation mark"},
      {"msgid \"a\"\n\nmsgid \"b\"\nmsgstr \"ب\"\n",
       "a.po:3:1: the entry has no msgstr; give it one, empty if need be"},
      {"msgid \"a\"\n", "a.po:1:1: the entry has no msgstr; give it one, empty if need be"},
      {"msgid \"أ\\q\"\n", "a.po:1:9: an escape that PO does not know; write \\\\ for a backslash"},
      {"msgid \"a\"b\"\n",
       "a.po:1:10: something behind the text; write \\\" for a quotation mark inside it"},
      {"  msgstr \"a\"\n",
       "a.po:1:3: \"msgstr\" is out of place here; an entry is msgctxt, msgid, msgid_plural, "
       "msgstr, in this order"},
      {"msgid \"a\"\nmsgstr[0] \"b\"\n",
       "a.po:2:1: \"msgstr[0]\" is out of place here; an entry is msgctxt, msgid, msgid_plural, "
       "msgstr, in this order"},
      {"msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[1] \"ب\"\n",
       "a.po:3:1: the plural forms are not numbered 0, 1, 2 ...; number them so"},
      {"\"a\"\n", "a.po:1:1: a text without a keyword; write msgid or msgstr in front of it"},
      {"message \"a\"\n",
       "a.po:1:1: \"message\" is no keyword of PO; an entry is msgctxt, msgid, msgid_plural, "
       "msgstr, in this order"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(error_of(row.text), row.message);
    const Read result =
        parse(std::string(row.text) + "\nmsgctxt \"c\"\nmsgid \"gate\"\nmsgstr \"بوابة\"\n",
              {.malformed = MalformedRecord::kSkip});
    EXPECT_EQ(result.summary.malformed, 1U) << row.text;
    ASSERT_FALSE(result.units.empty()) << row.text;
    EXPECT_EQ(result.units.back().english, "gate") << row.text;
  }
}

TEST(UnitPo, IsKnownByItsKeywords) {
  EXPECT_TRUE(opens_unit_po("# note\n\nmsgid \"\"\n"));
  EXPECT_TRUE(opens_unit_po("msgctxt\"a\"\n"));
  EXPECT_FALSE(opens_unit_po("msgid\tx\n"));
  EXPECT_FALSE(opens_unit_po("# a list\nنعم\tyes\n"));
}

TEST(UnitPo, AnotherTranslationOfATextIsCountedAsLost) {
  Read read = parse("msgid \"gate\"\nmsgstr \"بوابة\"\n");
  read.units.push_back(read.units[0]);
  read.units[1].arabic = "باب";
  std::string text;
  UnitPoWriter writer([&text](std::string_view piece) { text += piece; });
  writer.begin({});
  for (const TranslationUnit& unit : read.units) writer.write(unit);
  writer.finish();
  EXPECT_EQ(writer.losses(), (LossCounts{{"further translations of a text", 1}}));
  EXPECT_EQ(parse(text).units.size(), 1U);
}

TEST(PoPlural, EvaluatesTheRulesOfLanguages) {
  const auto form = [](const char* rule, unsigned long n) {
    const auto parsed = parse_plural_rule(rule);
    return parsed ? plural_form(*parsed, n) : std::nullopt;
  };
  const char* arabic =
      "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : "
      "n%100>=11 && n%100<=99 ? 4 : 5;";
  const std::pair<unsigned long, std::size_t> rows[] = {{0, 0},  {1, 1},  {2, 2},  {3, 3},
                                                        {10, 3}, {11, 4}, {99, 4}, {100, 5}};
  for (const auto& [n, expected] : rows) EXPECT_EQ(form(arabic, n), expected) << n;
  EXPECT_EQ(form("nplurals=2; plural=(n != 1);", 1), 0U);
  EXPECT_EQ(form("nplurals=2; plural=n>1", 2), 1U);
  EXPECT_EQ(form("nplurals=2; plural=!(n==1)", 3), 1U);
  EXPECT_EQ(form("nplurals=1; plural=0;", 7), 0U);
  for (const char* wrong : {"nplurals=2; plural=n/0;", "nplurals=2; plural=n+5;", "plural=n",
                            "nplurals=2; plural=(n", "nplurals=99; plural=0",
                            "nplurals=2; "
                            "plural=n n;",
                            "nplurals=2;"}) {
    EXPECT_EQ(form(wrong, 1), std::nullopt) << wrong;
  }
  EXPECT_EQ(form(("nplurals=2; plural=" + std::string(100'000, '(')).c_str(), 1), std::nullopt);
}

}  // namespace
}  // namespace mizan
