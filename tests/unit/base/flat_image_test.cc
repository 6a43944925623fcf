#include "tm/base/flat_image.h"

#include <gtest/gtest.h>

namespace mizan {
namespace {

constexpr std::uint64_t kFormat = 7;

std::string image_of(std::span<const std::string_view> texts,
                     const std::vector<std::uint32_t>& numbers) {
  FlatImageWriter writer;
  FlatKeys::write(texts, writer);
  writer.add(numbers);
  return writer.take(kFormat);
}

TEST(FlatImage, GivesBackKeysAndNumbers) {
  const std::vector<std::string_view> words = {"", "a", "جيش", "army", "a longer one"};
  auto image = FlatImage::open(image_of(words, {3, 1, 2}), kFormat);
  ASSERT_TRUE(image);
  const FlatKeys keys(*image, 0);
  ASSERT_EQ(keys.size(), words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    EXPECT_EQ(keys[i], words[i]);
    EXPECT_EQ(keys.find(words[i]), i);
  }
  EXPECT_FALSE(keys.find("b"));
  const auto numbers = image->values<std::uint32_t>(FlatKeys::kSections);
  EXPECT_EQ(std::vector<std::uint32_t>(numbers.begin(), numbers.end()),
            (std::vector<std::uint32_t>{3, 1, 2}));
  const FlatImage moved = std::move(*image);
  EXPECT_EQ(keys.find("army"), 3u);
}

TEST(FlatImage, MayBeEmpty) {
  const auto image = FlatImage::open(image_of({}, {}), kFormat);
  ASSERT_TRUE(image);
  EXPECT_EQ(FlatKeys(*image, 0).size(), 0u);
  EXPECT_FALSE(FlatKeys(*image, 0).find(""));
}

TEST(FlatImage, IsNoneWhenDamagedCutOrOfAnotherFormat) {
  const std::vector<std::string_view> words = {"one", "two"};
  const std::string image = image_of(words, {1});
  EXPECT_FALSE(FlatImage::open(image, kFormat + 1));
  EXPECT_FALSE(FlatImage::open(image + "12345678", kFormat));
  for (std::size_t size = 0; size < image.size(); ++size) {
    EXPECT_FALSE(FlatImage::open(image.substr(0, size), kFormat)) << size;
  }
  for (std::size_t at = 0; at < image.size(); ++at) {
    std::string damaged = image;
    damaged[at] ^= 4;
    EXPECT_FALSE(FlatImage::open(std::move(damaged), kFormat)) << at;
  }
}

}  // namespace
}  // namespace mizan
