#include "tm/project/alignment_batch.h"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <new>
#include <thread>
#include <utility>
#include <vector>

#include "tm/base/error.h"
#include "tm/project/alignment_job.h"

namespace mizan {
namespace {

// Results that wait for a slower pair before them, for each thread.
constexpr std::size_t kWaitingPerJob = 4;

struct Outcome {
  std::optional<AlignedFiles> aligned;
  std::string problem;
};

Outcome align_one(const FilePair& files, const LexiconIndex& lexicon, const BatchOptions& options) {
  Outcome outcome;
  try {
    AlignedFiles aligned{read_text_pair(files.first, files.second, options.segmentation), {}};
    aligned.alignment = align_pair(aligned.pair, lexicon, options.alignment);
    outcome.aligned = std::move(aligned);
  } catch (const Error& error) {
    outcome.problem = error.what();
  } catch (const std::bad_alloc&) {
    outcome.problem = files.first + ": too large for the memory of this computer; split the texts";
  }
  return outcome;
}

class Batch {
 public:
  Batch(std::span<const FilePair> pairs, const LexiconIndex& lexicon, const BatchOptions& options)
      : pairs_(pairs), lexicon_(lexicon), options_(options) {
    const std::size_t jobs =
        std::min(std::max<std::size_t>(options.jobs, 1), std::max<std::size_t>(pairs.size(), 1));
    waiting_limit_ = jobs * kWaitingPerJob;
    for (std::size_t i = 0; i < jobs; ++i) threads_.emplace_back([this] { work(); });
  }
  Batch(const Batch&) = delete;
  Batch& operator=(const Batch&) = delete;
  ~Batch() {
    {
      const std::scoped_lock lock(mutex_);
      started_ = pairs_.size();
      visited_ = pairs_.size();
    }
    changed_.notify_all();
    for (std::thread& thread : threads_) thread.join();
  }

  // The outcome of the next pair in order. Throws what a thread could not handle.
  Outcome next() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return failure_ || waiting_.contains(visited_); });
    if (failure_) std::rethrow_exception(failure_);
    Outcome outcome = std::move(waiting_.extract(visited_).mapped());
    ++visited_;
    lock.unlock();
    changed_.notify_all();
    return outcome;
  }

 private:
  void work() {
    std::unique_lock lock(mutex_);
    while (true) {
      changed_.wait(
          lock, [&] { return started_ >= pairs_.size() || started_ < visited_ + waiting_limit_; });
      if (started_ >= pairs_.size()) return;
      const std::size_t index = started_++;
      lock.unlock();
      Outcome outcome;
      std::exception_ptr failure;
      try {
        outcome = align_one(pairs_[index], lexicon_, options_);
      } catch (...) {
        failure = std::current_exception();
      }
      lock.lock();
      waiting_.emplace(index, std::move(outcome));
      if (failure) failure_ = failure;
      changed_.notify_all();
    }
  }

  std::span<const FilePair> pairs_;
  const LexiconIndex& lexicon_;
  const BatchOptions& options_;
  std::size_t waiting_limit_ = 0;

  std::mutex mutex_;  // of all below
  std::condition_variable changed_;
  std::size_t started_ = 0;
  std::size_t visited_ = 0;
  std::map<std::size_t, Outcome> waiting_;
  std::exception_ptr failure_;

  std::vector<std::thread> threads_;
};

}  // namespace

void align_files(std::span<const FilePair> pairs, const LexiconIndex& lexicon,
                 const BatchOptions& options, const BatchVisitor& visit) {
  Batch batch(pairs, lexicon, options);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const Outcome outcome = batch.next();
    visit(i, outcome.aligned ? &*outcome.aligned : nullptr, outcome.problem);
  }
}

}  // namespace mizan
