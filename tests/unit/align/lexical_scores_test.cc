#include "tm/align/lexical_scores.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "tests/reference/align_ratio_oracle.h"

namespace mizan {
namespace {

TextSide random_side(std::mt19937& random, std::size_t sentences, std::size_t types) {
  TextSide side;
  side.types.resize(types);
  for (std::size_t i = 0; i < sentences; ++i) {
    auto& sentence = side.sentences.emplace_back();
    for (std::size_t k = random() % 7; k > 0; --k) {  // some sentences stay empty
      const auto type = static_cast<TypeId>(random() % types);
      sentence.push_back(type);
      ++side.types[type].count;
      ++side.tokens;
    }
  }
  return side;
}

std::vector<std::vector<Translation>> random_rows(std::mt19937& random, std::size_t source_types,
                                                  std::size_t target_types) {
  std::vector<std::vector<Translation>> rows(source_types);
  for (auto& row : rows) {
    for (TypeId type = 0; type < target_types; ++type) {
      if (random() % 4 == 0) {
        row.push_back({type, static_cast<float>(random() % 100) / 400.0F + 0.001F});
      }
    }
  }
  return rows;
}

TEST(DirectedScores, AreTheFormulaForEveryBlockOfTheBand) {
  std::mt19937 random(5);
  constexpr std::size_t kMaxBlock = 3;
  for (int round = 0; round < 30; ++round) {
    const TextSide source = random_side(random, 6, 9);
    const TextSide target = random_side(random, 7, 11);
    if (source.tokens == 0 || target.tokens == 0) continue;
    const auto rows = random_rows(random, 9, 11);
    Band band = Band::full(6, 7);
    if (round % 2 == 1) {
      band.rows = {{0, 2}, {0, 3}, {1, 4}, {2, 5}, {2, 7}, {4, 7}, {6, 7}};
    }
    const double epsilon = 0.1 + 0.025 * round;
    const DirectedScores scores({&source, source.sentences}, {&target, target.sentences}, rows,
                                band, kMaxBlock, epsilon);
    for (std::size_t i = 0; i < 6; ++i) {
      for (std::size_t m = 1; m <= kMaxBlock && i + m <= 6; ++m) {
        for (std::size_t j = band.rows[i].first; j <= band.rows[i + m].last; ++j) {
          for (std::size_t n = 0; j + n <= band.rows[i + m].last; ++n) {
            EXPECT_NEAR(
                scores.ratio(i, m, j, n),
                reference::block_ratio(source, target, rows, {i, i + m}, {j, j + n}, epsilon), 1e-3)
                << i << "+" << m << " " << j << "+" << n;
          }
        }
      }
    }
  }
}

TEST(DirectedScores, OfARunAreThoseOfTheWholeText) {
  std::mt19937 random(9);
  const TextSide source = random_side(random, 8, 9);
  const TextSide target = random_side(random, 8, 9);
  const auto rows = random_rows(random, 9, 9);
  const DirectedScores whole({&source, source.sentences}, {&target, target.sentences}, rows,
                             Band::full(8, 8), 2, 0.6);
  const DirectedScores part({&source, std::span(source.sentences).subspan(3, 4)},
                            {&target, std::span(target.sentences).subspan(2, 5)}, rows,
                            Band::full(4, 5), 2, 0.6);
  for (std::size_t i = 0; i + 2 <= 4; ++i) {
    for (std::size_t j = 0; j < 5; ++j) {
      EXPECT_NEAR(part.ratio(i, 2, j, 1), whole.ratio(i + 3, 2, j + 2, 1), 1e-4);
    }
  }
}

TEST(DirectedScores, PayForUnmatchedWordsAndGainFromRareOnes) {
  // Type 0 is frequent, type 1 rare; the source word translates as either.
  TextSide target;
  target.types.resize(2);
  target.types[0].count = 99;
  target.types[1].count = 1;
  target.tokens = 100;
  target.sentences = {{0}, {1}};
  TextSide source;
  source.types.resize(2);
  source.types[0].count = 1;
  source.types[1].count = 1;
  source.tokens = 2;
  source.sentences = {{0}, {1}};
  const std::vector<std::vector<Translation>> rows = {{{0, 0.5F}, {1, 0.5F}}, {}};
  const DirectedScores scores({&source, source.sentences}, {&target, target.sentences}, rows,
                              Band::full(2, 2), 1, 0.6);
  EXPECT_NEAR(scores.ratio(1, 1, 0, 1), std::log(0.6), 1e-6);
  EXPECT_GT(scores.ratio(0, 1, 1, 1), scores.ratio(0, 1, 0, 1));
  EXPECT_GT(scores.ratio(0, 1, 1, 1), 0);
}

TEST(CountUnmatched, IsTheShareOfTheUnigramModel) {
  TextSide target;
  target.types.resize(2);
  target.types[0].count = 1;
  target.types[1].count = 1;
  target.tokens = 2;
  target.sentences = {{0, 1}};
  TextSide source;
  source.types.resize(1);
  source.types[0].count = 1;
  source.tokens = 1;
  source.sentences = {{0}};
  const std::vector<std::vector<Translation>> rows = {{{0, 0.8F}}};
  const TokenBlock block{{0, 1}, {0, 1}, 0.5};
  const UnmatchedCount count = count_unmatched(source, target, rows, {&block, 1}, 0.6);
  EXPECT_NEAR(count.tokens, 1, 1e-9);
  // Type 0: e u / (e u + (1 - e) / 2 * p); type 1 has no translation. Each weighs half.
  EXPECT_NEAR(count.unmatched, 0.5 * (0.3 / (0.3 + 0.2 * 0.8) + 1), 1e-6);
}

}  // namespace
}  // namespace mizan
