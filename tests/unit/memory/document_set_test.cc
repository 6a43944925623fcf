#include "tm/memory/document_set.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace mizan {
namespace {

// Some numbers below `end`, each with the chance of one in `gap`.
std::vector<std::uint32_t> some_numbers(std::uint32_t end, unsigned gap) {
  std::mt19937 random(gap);
  std::vector<std::uint32_t> numbers;
  for (std::uint32_t number = 0; number < end; ++number) {
    if (random() % gap == 0) numbers.push_back(number);
  }
  return numbers;
}

DocumentSet set_of(const std::vector<std::uint32_t>& numbers) {
  DocumentSet set;
  for (const std::uint32_t number : numbers) set.append(number);
  return set;
}

// Chunks with few numbers, with many, with all, and with none between others.
TEST(DocumentSet, GivesBackEveryRange) {
  std::mt19937 random(5);
  for (const unsigned gap : {1U, 3U, 15U, 17U, 900U, 50'000U}) {
    const std::vector<std::uint32_t> numbers = some_numbers(200'000, gap);
    const DocumentSet set = set_of(numbers);
    for (int i = 0; i < 40; ++i) {
      const auto begin = static_cast<std::uint32_t>(i == 0 ? 0 : random() % 200'000);
      const auto end = static_cast<std::uint32_t>(i == 0 ? 200'000 : begin + random() % 150'000);
      std::vector<std::uint32_t> visited;
      set.visit(begin, end, [&](std::uint32_t number) { visited.push_back(number); });
      const auto first = std::ranges::lower_bound(numbers, begin);
      const std::vector<std::uint32_t> expected(first, std::lower_bound(first, numbers.end(), end));
      EXPECT_EQ(visited, expected) << gap << ' ' << begin << ' ' << end;
    }
  }
}

TEST(DocumentSet, FindsAscendingNumbers) {
  for (const unsigned gap : {1U, 3U, 17U, 900U, 50'000U}) {
    const std::vector<std::uint32_t> numbers = some_numbers(200'000, gap);
    const DocumentSet set = set_of(numbers);
    for (const unsigned asked : {1U, 2U, 700U, 30'000U}) {
      DocumentSearch search(set);
      for (const std::uint32_t number : some_numbers(280'000, asked)) {
        ASSERT_EQ(search.has(number), std::ranges::binary_search(numbers, number))
            << gap << ' ' << asked << ' ' << number;
      }
    }
  }
}

TEST(DocumentSet, OfNothingHoldsNothing) {
  DocumentSet set = set_of({7, 70'000});
  set.clear();
  EXPECT_FALSE(DocumentSearch(set).has(7));
  set.visit(0, 100'000, [](std::uint32_t number) { ADD_FAILURE() << number; });
}

TEST(DocumentSet, TakesABitOrTwoBytesADocument) {
  EXPECT_LT(DocumentSet(set_of(some_numbers(1 << 20, 1))).bytes(), (1U << 20) / 8 + 1000);
  const std::vector<std::uint32_t> few = some_numbers(1 << 20, 100);
  const DocumentSet set = set_of(few);
  EXPECT_LT(DocumentSet(set).bytes(), 2 * few.size() + 1000);
}

TEST(DocumentSet, GallopFindsWhatABinarySearchFinds) {
  for (std::uint32_t size = 0; size < 70; ++size) {
    std::vector<std::uint32_t> documents;
    for (std::uint32_t i = 0; i < size; ++i) documents.push_back(3 * i + i % 2);
    for (std::uint32_t from = 0; from <= size; from += 7) {
      for (std::uint32_t wanted = 0; wanted < 3 * size + 3; ++wanted) {
        const auto begin = documents.begin() + from;
        EXPECT_EQ(gallop(begin, documents.end(), wanted),
                  std::lower_bound(begin, documents.end(), wanted))
            << size << ' ' << from << ' ' << wanted;
      }
    }
  }
}

}  // namespace
}  // namespace mizan
