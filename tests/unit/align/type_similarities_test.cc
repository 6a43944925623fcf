#include "tm/align/type_similarities.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "tests/unit/align/text_sides.h"
#include "tm/align/phrases.h"

namespace mizan {
namespace {

using testing::expect_proper;
using testing::probability;
using testing::segments_of;
using testing::type_of;

const Lexicon kLexicon{{{"كِتاب", "book"},
                        {"مدرسة", "school"},
                        {"مدرس", "teacher"},
                        {"قال", "to say"},
                        {"يقول", "says"},
                        {"في", "in"},
                        {"عالمي", "universal"},
                        {"قمر", "moon", 0.5},
                        {"قمر", "satellite"},
                        {"فيلق إفريقيا", "Africa Corps"},
                        {"الأمم المتحدة", "the United Nations"},
                        {"رئيس الوزراء", "prime minister"}}};

const AlignmentParameters kParameters;

// Two texts of one sentence with their lexical table.
class Pair {
 public:
  Pair(const std::string& arabic, const std::string& english)
      : arabic_(index_text(segments_of({arabic}), Language::kArabic)),
        english_(index_text(segments_of({english}), Language::kEnglish)),
        lexicon_(kLexicon) {
    add_phrases(arabic_, lexicon_);
    TypeSimilarities similarities(arabic_, english_, lexicon_, kParameters);
    similarities.add_names(Band::full(1, 1));
    table_ = similarities.table();
  }

  const TextSide& arabic() const { return arabic_; }
  const TextSide& english() const { return english_; }
  const TranslationTable& table() const { return table_; }

  double to_english(std::string_view arabic, std::string_view english) const {
    return probability(table_.to_english[type_of(arabic_, arabic)], type_of(english_, english));
  }
  double to_arabic(std::string_view english, std::string_view arabic) const {
    return probability(table_.to_arabic[type_of(english_, english)], type_of(arabic_, arabic));
  }

 private:
  TextSide arabic_;
  TextSide english_;
  LexiconIndex lexicon_;
  TranslationTable table_;
};

struct Row {
  const char* arabic;
  const char* english;
  const char* arabic_key;
  const char* english_key;
};

void PrintTo(const Row& row, std::ostream* out) { *out << row.arabic << " " << row.english; }

class Translated : public ::testing::TestWithParam<Row> {};

TEST_P(Translated, HasAProbabilityBothWays) {
  const Row& row = GetParam();
  const Pair pair(row.arabic, row.english);
  EXPECT_GT(pair.to_english(row.arabic_key, row.english_key), 0.1);
  EXPECT_GT(pair.to_arabic(row.english_key, row.arabic_key), 0.1);
  expect_proper(pair.table());
}

INSTANTIATE_TEST_SUITE_P(
    Lexicon, Translated,
    ::testing::Values(Row{"كتاب", "book", "كتاب", "book"},
                      Row{"وبالكتاب", "Books", "وبالكتاب", "book"},
                      Row{"للمدرستين", "both schools", "للمدرستين", "school"},
                      Row{"مدرستهم", "their school", "مدرستهم", "school"},
                      Row{"قالت", "she said", "قالت", "say"},
                      Row{"وستقول", "she will say", "وستقول", "say"}, Row{"في", "in", "في", "in"},
                      Row{"العالمية", "universality", "العالميه", "universality"}));

INSTANTIATE_TEST_SUITE_P(
    Phrases, Translated,
    ::testing::Values(Row{"ولفيلق افريقيا", "Africa Corps", "فيلق افريقيا", "corp"},
                      Row{"والأمم المتحدة", "the United Nations", "امم متحده", "nation"},
                      Row{"لرئيس الوزراء", "the prime minister", "رءيس وزراء", "minister"}));

INSTANTIATE_TEST_SUITE_P(Identity, Translated,
                         ::testing::Values(Row{"٢٠٠٠", "2,000", "2000", "2000"},
                                           Row{"12:30", "12:30", "12:30", "12:30"},
                                           Row{"جهاز MI6", "an agency, MI6", "mi6", "mi6"},
                                           Row{"لماذا؟", "Why?", "?", "?"}));

INSTANTIATE_TEST_SUITE_P(Names, Translated,
                         ::testing::Values(Row{"باماكو", "Bamako", "باماكو", "bamako"},
                                           Row{"وبباماكو", "and in Bamako", "وبباماكو", "bamako"},
                                           Row{"فاجنر", "Wagner", "فاجنر", "wagner"},
                                           Row{"بريجوجين", "Prigozhin", "بريجوجين", "prigozhin"}));

TEST(LexicalTable, HasNothingForWordsThatAreUnlike) {
  const Pair pair("كتاب باماكو", "Kidal school");
  for (const auto& row : pair.table().to_english) EXPECT_TRUE(row.empty());
}

TEST(LexicalTable, TakesOnlyCapitalisedWordsForNames) {
  const Pair pair("باماكو", "the bamako");
  EXPECT_EQ(pair.to_english("باماكو", "bamako"), 0);
}

TEST(LexicalTable, LooksForNamesOnlyNearby) {
  const TextSide arabic =
      index_text(segments_of({"باماكو", "نعم", "لا", "ربما"}), Language::kArabic);
  const TextSide english =
      index_text(segments_of({"Yes", "No", "Perhaps", "Bamako"}), Language::kEnglish);
  const LexiconIndex lexicon({});
  const auto found = [&](const Band& band) {
    TypeSimilarities similarities(arabic, english, lexicon, kParameters);
    similarities.add_names(band);
    return probability(similarities.table().to_english[type_of(arabic, "باماكو")],
                       type_of(english, "bamako")) > 0;
  };
  EXPECT_TRUE(found(Band::full(4, 4)));
  EXPECT_FALSE(found(Band{{{0, 1}, {0, 1}, {1, 2}, {2, 3}, {3, 4}}}));
}

TEST(LexicalTable, PrefersTheCheapestAnalysisAndTheHeavierGloss) {
  const Pair pair("مدرسة قمر", "teacher school moon satellite");
  EXPECT_GT(pair.to_english("مدرسه", "school"), pair.to_english("مدرسه", "teacher"));
  EXPECT_GT(pair.to_english("قمر", "satellit"), pair.to_english("قمر", "moon"));
}

TEST(LexicalTable, MarksAWordThatOnlyBeginsAlikeDown) {
  const Pair exact("عالمي", "universal universality");
  EXPECT_GT(exact.to_english("عالمي", "universal"), exact.to_english("عالمي", "universality"));
}

TEST(LexicalTable, SharesTheMassOfAWordAmongItsTranslations) {
  const Pair one("قمر", "satellite");
  const Pair two("قمر", "satellite moon");
  EXPECT_GT(one.to_english("قمر", "satellit"), two.to_english("قمر", "satellit"));
}

TEST(AddPhrases, AddsATokenForEveryOccurrenceAndNoOther) {
  const LexiconIndex lexicon(kLexicon);
  TextSide arabic =
      index_text(segments_of({"فيلق إفريقيا وفيلق إفريقيا", "فيلق آخر في إفريقيا", "إفريقيا فيلق"}),
                 Language::kArabic);
  const std::size_t tokens = arabic.tokens;
  add_phrases(arabic, lexicon);
  EXPECT_EQ(arabic.tokens, tokens + 2);
  EXPECT_EQ(arabic.sentences[0].size(), 6U);
  EXPECT_EQ(arabic.sentences[1].size(), 4U);
  EXPECT_EQ(arabic.sentences[2].size(), 2U);
  EXPECT_EQ(arabic.types[type_of(arabic, "فيلق افريقيا")].count, 2U);
}

}  // namespace
}  // namespace mizan
