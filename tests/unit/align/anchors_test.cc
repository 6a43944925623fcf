#include "tm/align/anchors.h"

#include <gtest/gtest.h>

#include "tests/unit/align/text_sides.h"
#include "tm/align/type_similarities.h"

namespace mizan {
namespace {

using testing::segments_of;

bool holds(const Band& band, std::size_t i, std::size_t j) {
  return j >= band.rows[i].first && j <= band.rows[i].last;
}

std::size_t area(const Band& band) {
  std::size_t sum = 0;
  for (const Band::Row& row : band.rows) sum += row.last - row.first + 1;
  return sum;
}

// Texts whose sentences are numbered, `extra` sentences of the English being its own at `at`.
Band band_of_numbered(std::size_t sentences, std::size_t at, std::size_t extra) {
  std::vector<std::string> arabic;
  std::vector<std::string> english;
  for (std::size_t i = 0; i < sentences; ++i) {
    if (i == at) {
      for (std::size_t k = 0; k < extra; ++k) english.emplace_back("Nobody said so.");
    }
    // Every third sentence has a number of its own; the others have nothing to tell them apart.
    const std::string number = i % 3 == 0 ? " " + std::to_string(100'000 + i) : "";
    arabic.push_back("قال ذلك" + number);
    english.push_back("He said that" + number);
  }
  const TextSide source = index_text(segments_of(arabic), Language::kArabic);
  const TextSide target = index_text(segments_of(english), Language::kEnglish);
  const LexiconIndex lexicon({});
  return find_band(source, target, TypeSimilarities(source, target, lexicon, {}).table());
}

TEST(FindBand, IsEverythingForShortTexts) {
  EXPECT_EQ(area(band_of_numbered(100, 0, 0)), 101U * 101U);
}

TEST(FindBand, FollowsTheAnchorsOfLongTexts) {
  for (const std::size_t extra : {0U, 40U, 200U}) {
    const std::size_t size = 600;
    const Band band = band_of_numbered(size, 250, extra);
    ASSERT_EQ(band.source_size(), size);
    ASSERT_EQ(band.target_size(), size + extra);
    for (std::size_t i = 0; i <= size; ++i) {
      EXPECT_TRUE(holds(band, i, i < 250 ? i : i + extra)) << i << " with " << extra;
    }
    for (std::size_t k = 0; k <= extra; ++k) EXPECT_TRUE(holds(band, 250, 250 + k)) << k;
    EXPECT_LT(area(band), (size + 1) * (size + extra + 1) / 3) << extra;
  }
}

TEST(FindBand, GrowsLinearlyWithTheText) {
  const std::size_t once = area(band_of_numbered(600, 0, 0));
  const std::size_t twice = area(band_of_numbered(1200, 0, 0));
  EXPECT_LT(static_cast<double>(twice), 2.2 * static_cast<double>(once));
}

TEST(FindBand, StaysWideWithoutAnchors) {
  std::vector<std::string> arabic(400, "قال ذلك");
  std::vector<std::string> english(500, "He said that");
  const TextSide source = index_text(segments_of(arabic), Language::kArabic);
  const TextSide target = index_text(segments_of(english), Language::kEnglish);
  const Band band =
      find_band(source, target, TypeSimilarities(source, target, LexiconIndex({}), {}).table());
  EXPECT_TRUE(holds(band, 0, 0));
  EXPECT_TRUE(holds(band, 400, 500));
  EXPECT_TRUE(holds(band, 200, 150));
  EXPECT_TRUE(holds(band, 200, 350));
}

}  // namespace
}  // namespace mizan
