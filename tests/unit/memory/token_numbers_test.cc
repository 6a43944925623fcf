#include "tm/memory/token_numbers.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>

#include "tests/unit/test_folder.h"
#include "tm/memory/similarity.h"

namespace mizan {
namespace {

class TokenNumbersTest : public ::testing::Test {
 protected:
  // What number() gives, as the keys and forms that it stands for.
  void expect_as_whole(const std::string& text) {
    std::vector<IndexedToken> tokens;
    numbers_.number(text, tokens);
    const std::vector<TokenKey> expected = token_keys(text);
    ASSERT_EQ(tokens.size(), expected.size()) << text;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const auto [known, fresh] = keys_.emplace(tokens[i].key, expected[i].key);
      EXPECT_EQ(known->second, expected[i].key) << text;
      EXPECT_EQ(tokens[i].key == kNumberToken, expected[i].key == kNumberKey) << text;
      EXPECT_EQ(tokens[i].form,
                expected[i].key == kNumberKey ? number_form(expected[i].folded) : 0);
    }
  }

  testing::TestFolder directory_;
  Database database_{directory_.path("memory.db")};
  Transaction transaction_{database_};
  TokenNumbers numbers_{database_};
  std::map<std::uint32_t, std::string> keys_;
};

TEST_F(TokenNumbersTest, WordByWordIsTheWholeText) {
  for (const char* text : {"",
                           " ",
                           "نعم",
                           "وصل د. محمد إلى المدينة.",
                           "J. Smith and J. R. Smith",
                           "أ. ف. ب.",
                           "قال: \"نعم\" ثم ... لا",
                           "... !",
                           "12 500",
                           "12\u00A0500",
                           "3 .5",
                           "U.S. forces",
                           "a \u0301b",
                           "كتب \u064Eفي",
                           "ـ مد ـ",
                           "x\u200F y",
                           "J.\u200F Smith",
                           "  two  spaces  ",
                           "(1) 2,000 % 50",
                           "mail a@b.com now",
                           "Mr. Smith",
                           "Ph. D. student",
                           "\t tab\tand line\n"}) {
    expect_as_whole(text);
  }
}

TEST_F(TokenNumbersTest, AnyTextWordByWordIsTheWholeText) {
  constexpr std::string_view kPieces[] = {
      " ", " ",      " ",      "ا",      "د",      "و",      "ة",      ".",      ",",
      "-", "'",      "7",      "٧",      "a",      "J",      "Mr",     "\"",     "...",
      "@", "\u0640", "\u064E", "\u0301", "\u200F", "\u00A0", "\u2009", "\u0654", "\uFE8E",
      "%", "x.y",    "\u2019", "é",      "\u0085", "&",      "\uFF0E", "com"};
  std::mt19937 random(11);
  for (int i = 0; i < 5000; ++i) {
    std::string text;
    for (std::size_t size = random() % 14; size > 0; --size) {
      text += kPieces[random() % std::size(kPieces)];
    }
    expect_as_whole(text);
  }
}

TEST_F(TokenNumbersTest, NumbersLastFromOneWriteToTheNext) {
  std::vector<IndexedToken> first;
  numbers_.number("وصلت القوات", first);
  numbers_.store();
  TokenNumbers again(database_);
  std::vector<IndexedToken> second;
  again.number("القوات هنا", second);
  EXPECT_EQ(second[0], first[1]);
  EXPECT_NE(second[1].key, first[0].key);
  EXPECT_NE(second[1].key, first[1].key);
}

}  // namespace
}  // namespace mizan
