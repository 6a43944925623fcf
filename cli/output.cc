#include "cli/output.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace mizan {
namespace {

constexpr std::size_t kBufferBytes = 1 << 16;

void write_all(std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(STDOUT_FILENO, text.data(), text.size());
    if (written >= 0) {
      text.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EPIPE) {
      throw ClosedPipe();
    } else if (errno != EINTR) {
      const bool full = errno == ENOSPC || errno == EFBIG || errno == EDQUOT;
      throw Error(ErrorKind::kIo,
                  full ? "the disk is full" : std::string("cannot write: ") + std::strerror(errno),
                  {.file = "standard output"}, full ? "free some space and run it again" : "");
    }
  }
}

}  // namespace

void Output::write(std::string_view text) {
  buffer_ += text;
  if (buffer_.size() >= kBufferBytes) flush();
}

void Output::flush() {
  const std::string pending = std::move(buffer_);
  buffer_.clear();
  write_all(pending);
}

void print_message(std::string_view text) {
  std::fprintf(stderr, "mizan: %.*s\n", static_cast<int>(text.size()), text.data());
}

void print_diagnostics(std::span<const Diagnostic> diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics) {
    print_message(to_string(diagnostic.place) + ": " + diagnostic.message);
  }
}

bool is_terminal(int descriptor) { return ::isatty(descriptor) != 0; }

std::size_t terminal_columns() {
  constexpr std::size_t kUsual = 100;
  if (const char* columns = std::getenv("COLUMNS")) {
    const long value = std::strtol(columns, nullptr, 10);
    if (value > 0) return static_cast<std::size_t>(value);
  }
  winsize size = {};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return kUsual;
}

}  // namespace mizan
