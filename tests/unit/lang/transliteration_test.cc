#include "tm/lang/transliteration.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string_view>

#include "tm/lang/letter_model.h"
#include "tm/lang/name_similarity.h"

namespace mizan {
namespace {

struct NameCase {
  std::string_view a;
  std::string_view b;
  bool same;
};

TEST(Transliteration, TellsOneNameFromAnotherAcrossScripts) {
  const NameCase cases[] = {
      {"فاجنر", "Wagner", true},       {"فاغنر", "Wagner", true},       {"فاغنر", "Vagner", true},
      {"بريجوجين", "Prigozhin", true}, {"بريجوزجن", "Prigozhyn", true}, {"بوتين", "Putin", true},
      {"شكسبير", "Shakespeare", true}, {"تشيخوف", "Chekhov", true},     {"جويتا", "Goita", true},
      {"باماكو", "Bamako", true},      {"مُحَمَّد", "Muhammad", true},      {"الرقة", "Raqqa", true},
      {"فاغنر", "Walter", false},      {"بوتين", "Boston", false},      {"باماكو", "Monaco", false},
      {"الجيش", "Russia", false},      {"قال", "Putin", false},
  };
  for (const NameCase& row : cases) {
    EXPECT_EQ(transliteration_score(row.a, row.b) >= 0.5, row.same) << row.a << " " << row.b;
  }
}

TEST(Transliteration, ScoresWordsWithoutLettersZero) {
  EXPECT_EQ(transliteration_score("", "Putin"), 0);
  EXPECT_EQ(transliteration_score("بوتين", "2023"), 0);
  EXPECT_EQ(transliteration_score("!", ""), 0);
}

TEST(Transliteration, ReadsDiacriticsOfEuropeanAlphabetsAsPlainLetters) {
  EXPECT_DOUBLE_EQ(transliteration_score("أردوغان", "Erdo\u011Fan"),
                   transliteration_score("أردوغان", "Erdogan"));
  EXPECT_DOUBLE_EQ(transliteration_score("غويتا", "Go\u00EFta"),
                   transliteration_score("غويتا", "Goita"));
}

TEST(NameSimilarity, TellsVariantsFromOtherNamesWithinAScript) {
  const NameCase cases[] = {
      {"بريجوجين", "بريجوزجن", true},  {"فاغنر", "فاجنر", true},
      {"أفريقيا", "إفريقيا", true},    {"لوكاشينكو", "لوكاشنكو", true},
      {"برلسكوني", "بيرلسكوني", true}, {"Prigozhin", "Prigozhyn", true},
      {"Wagner", "Vagner", true},      {"Tarek", "Tariq", true},
      {"حسن", "حسين", false},          {"كمال", "كامل", false},
      {"عمر", "عامر", false},          {"موسكو", "دمشق", false},
      {"Johnson", "Johnston", false},  {"Iran", "Iraq", false},
      {"Martin", "Morton", false},
  };
  for (const NameCase& row : cases) {
    EXPECT_EQ(name_similarity(row.a, row.b) >= 0.5, row.same) << row.a << " " << row.b;
  }
}

TEST(NameSimilarity, IsSymmetricAndBounded) {
  const std::string_view names[] = {"فاغنر", "فاجنر", "Wagner", "Vagner", "بوتين", "", "7"};
  for (const std::string_view a : names) {
    for (const std::string_view b : names) {
      const double score = name_similarity(a, b);
      EXPECT_GE(score, 0);
      EXPECT_LE(score, 1);
      EXPECT_DOUBLE_EQ(score, name_similarity(b, a)) << a << " " << b;
    }
  }
}

TEST(LetterModel, MatchCoversBothWordsOnce) {
  const LetterString left = letters_of(LetterScript::kArabic, "تشايكوفسكي");
  const LetterString right = letters_of(LetterScript::kLatin, "Tchaikovsky");
  const LetterMatch match = match_letters(left, right);
  std::size_t arabic = 0;
  std::size_t latin = 0;
  double cost = 0;
  for (std::size_t i = 0; i < match.unit_count; ++i) {
    arabic += match.units[i].left_size;
    latin += match.units[i].right_size;
    cost += match.units[i].cost;
  }
  EXPECT_EQ(arabic, left.size);
  EXPECT_EQ(latin, right.size);
  EXPECT_NEAR(cost, match.joint_cost, 1e-3);
}

TEST(LetterModel, CutsWordsBeyondItsLength) {
  const std::string word(1000, 'a');
  EXPECT_EQ(letters_of(LetterScript::kLatin, word).size, LetterString::kMaxLength);
}

}  // namespace
}  // namespace mizan
