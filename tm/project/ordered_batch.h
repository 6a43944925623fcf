// Many jobs on several threads, their outcomes taken in order.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace mizan {

// Makes the outcomes of the jobs 0 to `count` - 1 in threads of its own. Few outcomes wait at a
// time, however many the jobs.
template <typename Outcome>
class OrderedBatch {
 public:
  // `make` is called in several threads at once and outlives the batch. `threads` is at least one.
  OrderedBatch(std::size_t count, std::size_t threads, std::function<Outcome(std::size_t)> make)
      : count_(count), make_(std::move(make)) {
    threads = std::min(std::max<std::size_t>(threads, 1), std::max<std::size_t>(count, 1));
    waiting_limit_ = threads * kWaitingPerThread;
    for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
  }
  OrderedBatch(const OrderedBatch&) = delete;
  OrderedBatch& operator=(const OrderedBatch&) = delete;
  ~OrderedBatch() {
    {
      const std::scoped_lock lock(mutex_);
      started_ = count_;
      taken_ = count_;
    }
    changed_.notify_all();
    for (std::thread& thread : threads_) thread.join();
  }

  // The outcome of the next job in order; to be called `count` times. Throws what `make` threw.
  Outcome next() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return failure_ || waiting_.contains(taken_); });
    if (failure_) std::rethrow_exception(failure_);
    Outcome outcome = std::move(waiting_.extract(taken_).mapped());
    ++taken_;
    lock.unlock();
    changed_.notify_all();
    return outcome;
  }

 private:
  // Outcomes that wait for a slower one before them, for each thread.
  static constexpr std::size_t kWaitingPerThread = 4;

  void work() {
    std::unique_lock lock(mutex_);
    while (true) {
      changed_.wait(lock, [&] { return started_ >= count_ || started_ < taken_ + waiting_limit_; });
      if (started_ >= count_) return;
      const std::size_t index = started_++;
      lock.unlock();
      Outcome outcome{};
      std::exception_ptr failure;
      try {
        outcome = make_(index);
      } catch (...) {
        failure = std::current_exception();
      }
      lock.lock();
      waiting_.emplace(index, std::move(outcome));
      if (failure) failure_ = failure;
      changed_.notify_all();
    }
  }

  std::size_t count_;
  std::function<Outcome(std::size_t)> make_;
  std::size_t waiting_limit_ = 0;

  std::mutex mutex_;  // of all below
  std::condition_variable changed_;
  std::size_t started_ = 0;
  std::size_t taken_ = 0;
  std::map<std::size_t, Outcome> waiting_;
  std::exception_ptr failure_;

  std::vector<std::thread> threads_;
};

}  // namespace mizan
