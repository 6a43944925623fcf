#include "tm/align/model1.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <span>
#include <vector>

#include "tests/unit/align/text_sides.h"

namespace mizan {
namespace {

using testing::expect_proper;
using testing::probability;

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
