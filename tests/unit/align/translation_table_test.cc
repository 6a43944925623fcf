#include "tm/align/translation_table.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "tests/unit/align/text_sides.h"

namespace mizan {
namespace {

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

void expect_proper(const TranslationTable& table) {
  for (const auto* rows : {&table.to_english, &table.to_arabic}) {
    for (const auto& row : *rows) {
      double sum = 0;
      for (const Translation& t : row) {
        EXPECT_GE(t.probability, 0);
        sum += static_cast<double>(t.probability);
      }
      EXPECT_LE(sum, 1 + 1e-6);
    }
  }
}

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

// Texts in which word k of one side always translates word k of the other, and its lexical table.
class Model1Test : public ::testing::Test {
 protected:
  static constexpr TypeId kTypes = 60;

  Model1Test() {
    std::mt19937 random(3);
    for (TextSide* side : {&arabic_, &english_}) side->types.resize(kTypes);
    for (int i = 0; i < 150; ++i) {
      std::vector<TypeId> sentence;
      for (int k = 0; k < 6; ++k) sentence.push_back(static_cast<TypeId>(random() % kTypes));
      add(arabic_, sentence);
      std::ranges::reverse(sentence);
      add(english_, sentence);
    }
    none_.to_english.resize(kTypes);
    none_.to_arabic.resize(kTypes);
  }

  TranslationTable train(double weight, const TranslationTable& prior) const {
    std::vector<TrainingBead> beads;
    for (std::size_t i = 0; i < arabic_.sentences.size(); ++i) {
      beads.push_back({std::span(arabic_.sentences).subspan(i, 1),
                       std::span(english_.sentences).subspan(i, 1), weight});
    }
    return train_model1(arabic_, english_, beads, prior, {});
  }

  TextSide arabic_;
  TextSide english_;
  TranslationTable none_;  // no lexicon

 private:
  static void add(TextSide& side, const std::vector<TypeId>& sentence) {
    side.sentences.push_back(sentence);
    side.tokens += sentence.size();
    for (const TypeId type : sentence) ++side.types[type].count;
  }
};

TEST_F(Model1Test, TellsWordsApartByTheCompanyTheyKeep) {
  const TranslationTable table = train(1, none_);
  for (const auto* rows : {&table.to_english, &table.to_arabic}) {
    for (TypeId type = 0; type < kTypes; ++type) {
      const auto best = std::ranges::max_element((*rows)[type], {}, &Translation::probability);
      ASSERT_NE(best, (*rows)[type].end());
      EXPECT_EQ(best->type, type);
    }
  }
  expect_proper(table);
}

TEST_F(Model1Test, LearnsNothingFromBeadsThatMayBeWrong) {
  // Two meetings of two words in doubtful beads weigh less than the discount.
  const TranslationTable table = train(0.01, none_);
  for (const auto& row : table.to_english) EXPECT_TRUE(row.empty());
}

TEST_F(Model1Test, IsThePriorWithoutBeads) {
  TranslationTable prior = none_;
  prior.to_english[7] = {{9, 0.5F}};
  const TranslationTable table = train_model1(arabic_, english_, {}, prior, {});
  EXPECT_NEAR(probability(table.to_english[7], 9), 0.5, 1e-6);
  expect_proper(table);
}

TEST_F(Model1Test, KeepsWhatTheLexiconSays) {
  TranslationTable prior = none_;
  prior.to_english[7] = {{9, 0.5F}, {7, 0.2F}};
  const TranslationTable with = train(1, prior);
  EXPECT_GT(probability(with.to_english[7], 9), probability(train(1, none_).to_english[7], 9));
  EXPECT_GT(probability(with.to_english[7], 7), 0.2);
  expect_proper(with);
}

}  // namespace
}  // namespace mizan
