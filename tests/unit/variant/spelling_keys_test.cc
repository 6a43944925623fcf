#include "tm/variant/spelling_keys.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <random>

namespace mizan {
namespace {

int count_by_count(std::uint64_t a, std::uint64_t b) {
  int distance = 0;
  for (; (a | b) != 0; a >>= 4, b >>= 4) {
    distance += std::abs(static_cast<int>(a & 0xF) - static_cast<int>(b & 0xF));
  }
  return distance;
}

TEST(SpellingKeys, ProfilesDifferAsCountedOneByOne) {
  std::mt19937_64 random(1);
  for (int i = 0; i < 10000; ++i) {
    const std::uint64_t a = random();
    const std::uint64_t b = i % 2 == 0 ? random() : a ^ (std::uint64_t{1} << (i % 64));
    ASSERT_EQ(profile_distance(a, b), count_by_count(a, b)) << a << " " << b;
  }
}

TEST(SpellingKeys, VariantsAreNear) {
  const auto distance = [](std::string_view a, std::string_view b) {
    return profile_distance(sound_profile(Language::kArabic, a),
                            sound_profile(Language::kArabic, b));
  };
  EXPECT_EQ(distance("فاغنر", "فاجنر"), 0);
  EXPECT_LE(distance("بريجوجين", "بريجوزجن"), kFarthest);
  EXPECT_GT(distance("موسكو", "باماكو"), kFarthest);
}

}  // namespace
}  // namespace mizan
