#include "tm/base/parallel.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

namespace mizan {
namespace {

TEST(InParallel, DoesEachPartOnceByAWorkerOfItsNumber) {
  for (const std::size_t threads : {0U, 1U, 2U, 9U}) {
    std::vector<std::atomic<int>> done(100);
    std::atomic<bool> numbered = true;
    in_parallel(done.size(), threads, [&](std::size_t part, std::size_t worker) {
      ++done[part];
      if (worker >= std::max<std::size_t>(threads, 1)) numbered = false;
    });
    for (const std::atomic<int>& times : done) EXPECT_EQ(times, 1) << threads;
    EXPECT_TRUE(numbered) << threads;
  }
}

TEST(InParallel, ThrowsWhatATaskThrewAndStartsNoOther) {
  std::atomic<int> started = 0;
  EXPECT_THROW(in_parallel(1000000, 2,
                           [&](std::size_t, std::size_t) {
                             ++started;
                             throw std::runtime_error("no");
                           }),
               std::runtime_error);
  EXPECT_LE(started, 2);
}

TEST(InParallel, MayHaveNoParts) {
  in_parallel(0, 4, [](std::size_t, std::size_t) { FAIL(); });
}

}  // namespace
}  // namespace mizan
