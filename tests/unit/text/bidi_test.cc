#include "tm/text/bidi.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mizan {
namespace {

using testing::ElementsAre;

struct Row {
  const char* text;
  const char* isolated;
};

TEST(Isolate, WrapsAndBalances) {
  const Row rows[] = {
      {"", "\u2068\u2069"},
      {"مالي", "\u2068مالي\u2069"},
      {"\u202Bمالي\u202C!", "\u2068\u202Bمالي\u202C!\u2069"},
      {"\u202Bمالي", "\u2068\u202Bمالي\u202C\u2069"},
      {"\u2067a\u202Ab", "\u2068\u2067a\u202Ab\u202C\u2069\u2069"},
      {"\u2067a\u202Ab\u2069c", "\u2068\u2067a\u202Ab\u2069c\u2069"},  // PDI closes the embedding
      {"a\u2069b", "\u2068ab\u2069"},                                  // would end our isolate
      {"\u202Aa\u2069b", "\u2068\u202Aab\u202C\u2069"},
      {"a\u202Cb", "\u2068a\u202Cb\u2069"},
  };
  for (const Row& row : rows) EXPECT_EQ(isolate(row.text), row.isolated) << row.text;
}

TEST(Isolate, KeepsTheDirectionOfAKnownLanguage) {
  struct LanguageRow {
    const char* text;
    Language language;
    const char* isolated;
  };
  constexpr Language kArabic = Language::kArabic;
  constexpr Language kEnglish = Language::kEnglish;
  const LanguageRow rows[] = {
      {"مالي", kArabic, "\u2068مالي\u2069"},
      {"Mali", kEnglish, "\u2068Mali\u2069"},
      {"(MI6) إن", kArabic, "\u2068\u200F(MI6) إن\u2069"},
      {"2012.", kArabic, "\u2068\u200F2012.\u2069"},
      {"2012.", kEnglish, "\u20682012.\u2069"},
      {"2012، عام", kArabic, "\u20682012، عام\u2069"},
      {"ألغام and", kEnglish, "\u2068\u200Eألغام and\u2069"},
      {"\u2067Mali\u2069 مالي", kArabic, "\u2068\u2067Mali\u2069 مالي\u2069"},
      {"\x1b[31mمالي\x1b[0m", kArabic, "\u2068\x1b[31mمالي\x1b[0m\u2069"},
      {"\x1b[31mمالي\x1b[0m m", kEnglish, "\u2068\u200E\x1b[31mمالي\x1b[0m m\u2069"},
      {"\x1b", kArabic, "\u2068\u200F\x1b\u2069"},
  };
  for (const LanguageRow& row : rows) {
    EXPECT_EQ(isolate(row.text, row.language), row.isolated) << row.text;
  }
}

TEST(DisplayWidth, CountsColumns) {
  struct WidthRow {
    const char* text;
    std::size_t columns;
  };
  const WidthRow rows[] = {{"", 0},
                           {"abc", 3},
                           {"مالي", 4},
                           {"كِتَابٌ", 4},
                           {"مـالي", 5},
                           {"e\u0301", 1},
                           {"\u200Fمالي\u2069", 4},
                           {"日本", 4},
                           {"\u00ADx\uFEFF", 1}};
  for (const WidthRow& row : rows) EXPECT_EQ(display_width(row.text), row.columns) << row.text;
}

TEST(Wrap, BreaksAtSpacesAndInsideLongWords) {
  EXPECT_THAT(wrap("", 10), ElementsAre(""));
  EXPECT_THAT(wrap("  ", 10), ElementsAre(""));
  EXPECT_THAT(wrap("one two three", 7), ElementsAre("one two", "three"));
  EXPECT_THAT(wrap("one two three", 100), ElementsAre("one two three"));
  EXPECT_THAT(wrap("abcdefgh ij", 3), ElementsAre("abc", "def", "gh", "ij"));
  EXPECT_THAT(wrap("a bcdefg", 3), ElementsAre("a", "bcd", "efg"));
  EXPECT_THAT(wrap("وصل وفد إلى مالي", 8), ElementsAre("وصل وفد", "إلى مالي"));
  EXPECT_THAT(wrap("كِتَابٌ", 2), ElementsAre("كِتَ", "ابٌ"));
  EXPECT_EQ(wrap(std::string(100000, 'x'), 10).size(), 10000U);
  EXPECT_THAT(wrap("日本", 1), ElementsAre("日", "本"));
}

}  // namespace
}  // namespace mizan
