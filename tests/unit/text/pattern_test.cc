#include "tm/text/pattern.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/unit/message_of.h"

namespace mizan {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::message_of;

std::vector<std::string> found(std::string_view pattern, std::string_view text) {
  std::vector<std::string> places;
  for (const ByteRange& place : TextPattern(pattern).find_all(text)) {
    places.emplace_back(place.of(text));
  }
  return places;
}

TEST(TextPattern, GivesPlacesOfTheOriginalBytes) {
  EXPECT_THAT(found("[0-9]{4}", "في 1999 و2004"), ElementsAre("1999", "2004"));
  EXPECT_THAT(found("كت\\w+", "قرأ الكِتَابَ وكتبًا"), ElementsAre("كتبًا"));
  EXPECT_THAT(found("\\b\\w+\\b", "كِتَابٌ جديد"), ElementsAre("كِتَابٌ", "جديد"));
  EXPECT_THAT(found("(?i)africa", "AFRICA, Africa"), ElementsAre("AFRICA", "Africa"));
}

TEST(TextPattern, LeavesEmptyMatchesOut) {
  EXPECT_THAT(found("a*", "bab"), ElementsAre("a"));
  EXPECT_THAT(found("^", "abc"), IsEmpty());
  EXPECT_FALSE(TextPattern("x?").matches("abc"));
}

TEST(TextPattern, CanBeUsedAgain) {
  const TextPattern pattern("م");
  EXPECT_TRUE(pattern.matches("سلام"));
  EXPECT_FALSE(pattern.matches("كتاب"));
  EXPECT_TRUE(pattern.matches("سلام"));
}

TEST(TextPattern, SaysWhereThePatternIsWrong) {
  EXPECT_EQ(message_of([] { TextPattern("كتاب)"); }),
            "كتاب): not a regular expression at character 5: a parenthesis has no partner; write "
            "\\ before a character that stands for itself");
  EXPECT_EQ(message_of([] { TextPattern("*"); }),
            "*: not a regular expression at character 1: an operator has nothing to work on; write "
            "\\ before a character that stands for itself");
}

TEST(TextPattern, GivesUpOnAPatternThatWouldTakeForever) {
  const std::string text(200, 'a');
  EXPECT_EQ(message_of([&] { TextPattern("(a+)+b").find_all(text); }),
            "the regular expression takes too long on a text of 200 bytes; avoid repetitions "
            "inside repetitions, such as (a+)+");
}

}  // namespace
}  // namespace mizan
