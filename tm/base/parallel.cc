#include "tm/base/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace mizan {

void in_parallel(std::size_t count, std::size_t threads,
                 const std::function<void(std::size_t, std::size_t)>& task) {
  std::atomic<std::size_t> next = 0;
  std::mutex mutex;
  std::exception_ptr failure;
  const auto work = [&](std::size_t worker) {
    try {
      for (std::size_t part = next++; part < count; part = next++) task(part, worker);
    } catch (...) {
      const std::scoped_lock lock(mutex);
      failure = std::current_exception();
      next = count;
    }
  };
  {
    std::vector<std::jthread> others;
    for (std::size_t worker = 1; worker < std::min(threads, count); ++worker) {
      others.emplace_back(work, worker);
    }
    work(0);
  }
  if (failure) std::rethrow_exception(failure);
}

}  // namespace mizan
