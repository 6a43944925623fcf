#include "tm/report/terminal.h"

#include <gtest/gtest.h>

namespace mizan {
namespace {

TEST(Emphasised, ColoursOnlyWhereThereAreColours) {
  EXPECT_EQ(emphasised("مالي", Emphasis::kRed, {}), "مالي");
  EXPECT_EQ(emphasised("مالي", Emphasis::kRed, {.color = true}), "\x1b[31mمالي\x1b[0m");
  EXPECT_EQ(emphasised("Mali", Emphasis::kBold, {.color = true}), "\x1b[1mMali\x1b[0m");
}

TEST(Shown, IsolatesOnlyWhenAsked) {
  EXPECT_EQ(shown("مالي", {}), "مالي");
  EXPECT_EQ(shown("مالي", {.isolate = true}), "\u2068مالي\u2069");
}

TEST(Shown, KeepsTheDirectionOfTheLanguageAndNoEmptyIsolate) {
  constexpr TerminalStyle kIsolate{.isolate = true};
  EXPECT_EQ(shown("MI6", Language::kArabic, kIsolate), "\u2068\u200FMI6\u2069");
  EXPECT_EQ(shown("MI6", Language::kArabic, {}), "MI6");
  EXPECT_EQ(shown("", kIsolate), "");
  EXPECT_EQ(shown("", Language::kArabic, kIsolate), "");
}

TEST(ShownQuotations, IsolatesEachQuotation) {
  constexpr TerminalStyle kIsolate{.isolate = true};
  EXPECT_EQ(shown_quotations("“200” is not “٢٠٠٠”", {}), "“200” is not “٢٠٠٠”");
  EXPECT_EQ(shown_quotations("“200” is not “٢٠٠٠”.", kIsolate),
            "“\u2068200\u2069” is not “\u2068٢٠٠٠\u2069”.");
  EXPECT_EQ(shown_quotations("no quotation", kIsolate), "no quotation");
  EXPECT_EQ(shown_quotations("an open “one", kIsolate), "an open “one");
  EXPECT_EQ(shown_quotations("", kIsolate), "");
}

TEST(TsvField, HasNoTabAndNoLineBreak) {
  EXPECT_EQ(tsv_field("a\tb\nc\r\nd"), "a b c  d");
  EXPECT_EQ(tsv_field("\"قال\""), "\"قال\"");
  EXPECT_EQ(tsv_field(""), "");
}

}  // namespace
}  // namespace mizan
