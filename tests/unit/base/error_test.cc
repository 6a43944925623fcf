#include "tm/base/error.h"

#include <gtest/gtest.h>

#include "tm/base/language.h"

namespace mizan {
namespace {

TEST(Error, IsOneLineForAPerson) {
  const Error error(ErrorKind::kMalformed, "no target", {"a.tmx", 4, 12}, "add one");
  EXPECT_STREQ(error.what(), "a.tmx:4:12: no target; add one");
  EXPECT_EQ(error.kind(), ErrorKind::kMalformed);
  EXPECT_EQ(error.problem(), "no target");
  EXPECT_EQ(error.advice(), "add one");
  EXPECT_STREQ(Error(ErrorKind::kIo, "cannot").what(), "cannot");
}

TEST(InputPlace, LeavesOutWhatIsUnknown) {
  EXPECT_EQ(to_string(InputPlace{}), "");
  EXPECT_EQ(to_string(InputPlace{.file = "f"}), "f");
  EXPECT_EQ(to_string(InputPlace{.file = "f", .line = 3}), "f:3");
  EXPECT_EQ(to_string(InputPlace{.file = "", .line = 3, .column = 2}), "3:2");
}

TEST(Language, ReadsTags) {
  struct Row {
    const char* tag;
    std::optional<Language> language;
  };
  for (const Row& row : {Row{"ar", Language::kArabic},
                         {"ar-EG", Language::kArabic},
                         {"AR_eg", Language::kArabic},
                         {"ara", Language::kArabic},
                         {"en", Language::kEnglish},
                         {"eng", Language::kEnglish},
                         {"en-US", Language::kEnglish},
                         {"fr", std::nullopt},
                         {"arn", std::nullopt},
                         {"", std::nullopt},
                         {"*all*", std::nullopt}}) {
    EXPECT_EQ(parse_language(row.tag), row.language) << row.tag;
  }
  EXPECT_EQ(code(other(Language::kArabic)), "en");
}

}  // namespace
}  // namespace mizan
