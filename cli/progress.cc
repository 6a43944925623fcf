#include "cli/progress.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include "cli/output.h"

namespace mizan {
namespace {

constexpr std::chrono::milliseconds kStep{200};
constexpr std::size_t kBarColumns = 30;

}  // namespace

Progress::Progress(std::string_view things, std::optional<std::size_t> total)
    : things_(things),
      total_(total),
      terminal_(is_terminal(STDERR_FILENO)),
      next_(std::chrono::steady_clock::now() + kStep) {}

void Progress::show(std::size_t done) {
  if (!is_due()) return;
  std::string text = std::to_string(done);
  if (total_) text += " of " + std::to_string(*total_);
  text.append(1, ' ').append(things_);
  std::optional<double> share;
  if (total_ && *total_ > 0) share = static_cast<double>(done) / static_cast<double>(*total_);
  write(share, text);
}

void Progress::show(double share, std::string_view text) {
  if (is_due()) write(share, text);
}

void Progress::clear() {
  const std::scoped_lock lock(mutex_);
  if (shown_) std::fputs("\r\x1b[K", stderr);
  shown_ = false;
  next_ = std::chrono::steady_clock::now() + kStep;
}

bool Progress::is_due() {
  if (!terminal_) return false;
  const std::scoped_lock lock(mutex_);
  const auto now = std::chrono::steady_clock::now();
  if (now < next_) return false;
  next_ = now + kStep;
  return true;
}

void Progress::write(std::optional<double> share, std::string_view text) {
  const std::scoped_lock lock(mutex_);
  std::string line = "\r";
  if (share) {
    const auto full = static_cast<std::size_t>(kBarColumns * std::clamp(*share, 0.0, 1.0));
    line.append(1, '[').append(full, '#').append(kBarColumns - full, ' ').append("] ");
  }
  std::fprintf(stderr, "%s%.*s\x1b[K", line.c_str(), static_cast<int>(text.size()), text.data());
  shown_ = true;
}

}  // namespace mizan
