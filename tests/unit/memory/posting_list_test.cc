#include "tm/memory/posting_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <random>
#include <vector>

namespace mizan {
namespace {

constexpr std::uint32_t kAll = std::numeric_limits<std::uint32_t>::max();

std::vector<std::uint32_t> read(const std::string& bytes, std::uint32_t begin, std::uint32_t end) {
  std::vector<std::uint32_t> documents;
  EXPECT_TRUE(visit_postings(bytes, begin, end, [&](std::uint32_t d) { documents.push_back(d); }));
  return documents;
}

TEST(PostingList, GivesBackEveryRange) {
  std::mt19937 random(3);
  for (const std::size_t size : {0U, 1U, 2U, 127U, 128U, 129U, 256U, 257U, 1000U}) {
    for (const unsigned gap : {1U, 5U, 400U}) {
      std::vector<std::uint32_t> documents;
      std::uint32_t next = 0;
      for (std::size_t i = 0; i < size; ++i) {
        next += static_cast<std::uint32_t>(random() % gap);
        documents.push_back(next++);
      }
      const std::string bytes = encode_postings(documents);
      EXPECT_EQ(read(bytes, 0, kAll), documents);
      for (int i = 0; i < 50; ++i) {
        const auto begin = static_cast<std::uint32_t>(random() % (next + 2));
        const auto end = begin + static_cast<std::uint32_t>(random() % (next + 2));
        std::vector<std::uint32_t> expected;
        for (const std::uint32_t d : documents) {
          if (d >= begin && d < end) expected.push_back(d);
        }
        EXPECT_EQ(read(bytes, begin, end), expected) << size << ' ' << begin << ' ' << end;
      }
    }
  }
}

TEST(PostingList, DamagedBytesAreNoticedOrEndEarly) {
  std::vector<std::uint32_t> documents;
  for (std::uint32_t i = 0; i < 600; ++i) documents.push_back(3 * i);
  const std::string bytes = encode_postings(documents);
  const auto ignore = [](std::uint32_t) {};
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(visit_postings(std::string_view(bytes).substr(0, size), 0, kAll, ignore)) << size;
  }
  std::mt19937 random(4);
  for (int i = 0; i < 2000; ++i) {
    std::string damaged = bytes;
    damaged[random() % damaged.size()] = static_cast<char>(random());
    visit_postings(damaged, 0, 1800, [](std::uint32_t d) { EXPECT_LT(d, 1800U); });
  }
}

}  // namespace
}  // namespace mizan
