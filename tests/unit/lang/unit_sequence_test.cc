#include "tm/lang/unit_sequence.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>

namespace mizan {
namespace {

TEST(UnitSequence, WhatFollowsAUnitHasProbabilitiesThatAddUp) {
  const auto units = static_cast<std::uint16_t>(letter_units().size());
  for (std::uint16_t last = kEdgeUnit; last <= units; ++last) {
    double sum = 0;
    for (std::uint16_t next = kEdgeUnit; next <= units; ++next) {
      sum += std::exp(-follow_cost(last, next));
    }
    // Units too rare to be kept are missing; the share of the word's edge comes on top.
    EXPECT_LE(sum, 1.2) << last;
    EXPECT_GE(sum, 0.75) << last;
  }
}

double cost(std::string_view arabic, std::string_view latin) {
  const LetterString left = letters_of(LetterScript::kArabic, arabic);
  const LetterString right = letters_of(LetterScript::kLatin, latin);
  return chain_cost(left, right, match_letters(left, right));
}

TEST(UnitSequence, TheOrderOfUnitsCounts) {
  EXPECT_LT(cost("جوكوف", "zhukov"), cost("جوكوف", "zhokuf"));
  EXPECT_LT(cost("فاغنر", "wagner"), cost("فاغنر", "wigner"));
}

TEST(UnitSequence, LettersThatNoUnitJoinsStillCost) {
  EXPECT_GT(cost("ظظظ", "qqq"), cost("ببب", "bbb"));
}

}  // namespace
}  // namespace mizan
