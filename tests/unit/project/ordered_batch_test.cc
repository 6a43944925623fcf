#include "tm/project/ordered_batch.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>

namespace mizan {
namespace {

TEST(OrderedBatch, GivesOutcomesInTheOrderOfTheJobsOnAnyNumberOfThreads) {
  constexpr std::size_t kJobs = 500;
  for (const std::size_t threads : {0, 1, 2, 7, 1000}) {
    OrderedBatch<std::size_t> batch(kJobs, threads, [](std::size_t i) { return i * i; });
    for (std::size_t i = 0; i < kJobs; ++i) ASSERT_EQ(batch.next(), i * i) << threads;
  }
}

TEST(OrderedBatch, StartsFewJobsAheadOfTheOneThatIsTaken) {
  std::atomic<std::size_t> started = 0;
  OrderedBatch<std::size_t> batch(1000, 2, [&](std::size_t i) {
    ++started;
    return i;
  });
  for (std::size_t taken = 1; taken <= 1000; ++taken) {
    batch.next();
    ASSERT_LE(started, taken + 8);
  }
}

TEST(OrderedBatch, ThrowsWhatAJobThrew) {
  OrderedBatch<int> batch(100, 2, [](std::size_t i) -> int {
    if (i == 3) throw std::runtime_error("three");
    return 0;
  });
  EXPECT_THROW(
      {
        for (int i = 0; i < 100; ++i) batch.next();
      },
      std::runtime_error);
}

TEST(OrderedBatch, MayBeLeftBeforeItsEndAndMayHaveNoJobs) {
  {
    OrderedBatch<int> batch(1000, 2, [](std::size_t) { return 1; });
    EXPECT_EQ(batch.next(), 1);
  }
  OrderedBatch<int> empty(0, 2, [](std::size_t) { return 1; });
}

}  // namespace
}  // namespace mizan
