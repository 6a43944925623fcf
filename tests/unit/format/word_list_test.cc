#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tm/format/hunalign_dic.h"
#include "tm/format/lexicon_tsv.h"

namespace mizan {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> rows(const WordList& list) {
  std::vector<std::string> found;
  for (const LexiconEntry& entry : list.lexicon.entries) {
    found.push_back(entry.arabic + "|" + entry.english + "|" +
                    std::to_string(static_cast<int>(entry.weight * 100)));
  }
  return found;
}

std::vector<std::string> problems(const WordList& list) {
  std::vector<std::string> found;
  for (const Diagnostic& diagnostic : list.diagnostics) {
    found.push_back(to_string(diagnostic.place) + ": " + diagnostic.message);
  }
  return found;
}

TEST(LexiconTsv, ReadsRowsOfEveryForm) {
  struct Row {
    const char* text;
    std::vector<std::string> entries;
  };
  const Row kRows[] = {
      {"قط\tcat\n", {"قط|cat|100"}},
      {"قط\tcat\t0.5\r\n", {"قط|cat|50"}},
      {"cat\tقط\t0.5\n", {"قط|cat|50"}},
      {"# قط\tcat\n\n \nكلب\tdog", {"كلب|dog|100"}},
      {"كلب\tdog; hound\n", {"كلب|dog|100", "كلب|hound|100"}},
      {"كلب ; كلاب\tdog\n", {"كلب|dog|100", "كلاب|dog|100"}},
      {"فيلق إفريقيا\tAfrica Corps\n", {"فيلق إفريقيا|Africa Corps|100"}},
      // A glossary of terms is a word list too.
      {"قط\tcat\tpreferred\n", {"قط|cat|100"}},
      {"Weight\tEnglish\tnote\tArabic\n0.25\tcat\tx\tقط\n", {"قط|cat|25"}},
      {"en\tar\tnote\ncat\tقط\t7\n", {"قط|cat|100"}},
      {"في\tin \"\n", {"في|in \"|100"}},  // a quotation mark is a character
  };
  for (const Row& row : kRows) {
    const WordList list = parse_lexicon_tsv(row.text, "words.tsv");
    EXPECT_EQ(rows(list), row.entries) << row.text;
    EXPECT_THAT(list.diagnostics, IsEmpty()) << row.text;
  }
}

TEST(LexiconTsv, ReportsBadRowsAndGoesOn) {
  const WordList list = parse_lexicon_tsv(
      "قط\tcat\nكلب\nبيت\t\nبيت\thouse\t2\nبيت\thouse\t0\nhouse\thome\nبيت\tدار\n\tx\nنار\tfire\n",
      "words.tsv");
  EXPECT_THAT(rows(list), ElementsAre("قط|cat|100", "نار|fire|100"));
  EXPECT_THAT(
      problems(list),
      ElementsAre(
          "words.tsv:2: no tab between the languages; write Arabic TAB English",
          "words.tsv:3: the English side is empty; fill it or delete the row",
          "words.tsv:4: the weight \"2\" is not a number above 0 and at most 1; correct it or "
          "leave it out",
          "words.tsv:5: the weight \"0\" is not a number above 0 and at most 1; correct it or "
          "leave it out",
          "words.tsv:6: \"house\" is not Arabic; write Arabic TAB English",
          "words.tsv:7: \"دار\" is not English; write Arabic TAB English",
          "words.tsv:8: the Arabic side is empty; fill it or delete the row"));
}

TEST(LexiconTsv, AWeightColumnHoldsNumbers) {
  EXPECT_THAT(problems(parse_lexicon_tsv("ar\ten\tweight\nقط\tcat\tmuch\n", "w")),
              ElementsAre("w:2: the weight \"much\" is not a number above 0 and at most 1; "
                          "correct it or leave it out"));
}

TEST(LexiconTsv, ReadsWhatItWrites) {
  const std::vector<LexiconEntry> entries = {{"قط", "cat", 0.5}, {"بيت\tكبير", "big\nhouse", 1}};
  std::string text(lexicon_tsv_header());
  for (const LexiconEntry& entry : entries) text += lexicon_tsv_row(entry, "my list");
  const WordList list = parse_lexicon_tsv(text, "w");
  EXPECT_THAT(rows(list), ElementsAre("قط|cat|50", "بيت كبير|big house|100"));
  EXPECT_THAT(list.diagnostics, IsEmpty());
}

TEST(HunalignDic, ReadsEitherDirection) {
  const WordList list =
      parse_hunalign_dic("cat @ قط\r\n\nفيلق إفريقيا @ Africa Corps\nme @ home\n", "a.dic");
  EXPECT_THAT(rows(list), ElementsAre("قط|cat|100", "فيلق إفريقيا|Africa Corps|100"));
  EXPECT_THAT(problems(list),
              ElementsAre("a.dic:4: not one Arabic and one English side; write English @ Arabic"));
}

TEST(HunalignDic, ReportsBadRows) {
  EXPECT_THAT(problems(parse_hunalign_dic("cat\nقط @ كلب\ncat @ dog\n", "a.dic")),
              ElementsAre("a.dic:1: no \" @ \" between the languages; write English @ Arabic",
                          "a.dic:2: not one Arabic and one English side; write English @ Arabic",
                          "a.dic:3: not one Arabic and one English side; write English @ Arabic"));
}

TEST(HunalignDic, IsToldFromOtherLists) {
  EXPECT_TRUE(looks_like_hunalign_dic("cat @ قط\ndog @ كلب\nx\n"));
  EXPECT_FALSE(looks_like_hunalign_dic("قط\tcat\n@ x\tat @ x\n"));
  EXPECT_FALSE(looks_like_hunalign_dic(""));
}

TEST(HunalignDic, ReadsWhatItWrites) {
  EXPECT_THAT(rows(parse_hunalign_dic(hunalign_dic_row({"قط", "cat"}), "a.dic")),
              ElementsAre("قط|cat|100"));
}

}  // namespace
}  // namespace mizan
