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

TEST(Padded, CountsColumnsAndNotBytes) {
  EXPECT_EQ(padded("Mali", 6), "Mali  ");
  EXPECT_EQ(padded("مالي", 6), "مالي  ");
  // Marks take no column.
  EXPECT_EQ(padded("ك\u0650ت\u064Eاب", 6), "ك\u0650ت\u064Eاب  ");
  EXPECT_EQ(padded("too long", 3), "too long");
}

TEST(TsvField, HasNoTabAndNoLineBreak) {
  EXPECT_EQ(tsv_field("a\tb\nc\r\nd"), "a b c  d");
  EXPECT_EQ(tsv_field("\"قال\""), "\"قال\"");
  EXPECT_EQ(tsv_field(""), "");
}

}  // namespace
}  // namespace mizan
