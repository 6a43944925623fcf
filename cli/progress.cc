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
  if (!terminal_) return;
  const auto now = std::chrono::steady_clock::now();
  if (now < next_) return;
  next_ = now + kStep;
  std::string line = "\r";
  if (total_ && *total_ > 0) {
    const std::size_t full = kBarColumns * std::min(done, *total_) / *total_;
    line += '[' + std::string(full, '#') + std::string(kBarColumns - full, ' ') + "] ";
  }
  line += std::to_string(done);
  if (total_) line += " of " + std::to_string(*total_);
  std::fprintf(stderr, "%s %.*s", line.c_str(), static_cast<int>(things_.size()), things_.data());
  shown_ = true;
}

void Progress::clear() {
  if (shown_) std::fputs("\r\x1b[K", stderr);
  shown_ = false;
}

}  // namespace mizan
