// Standard output and standard error as the commands use them.
#pragma once

#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

#include "tm/base/error.h"

namespace mizan {

// The reader of our output went away: a clean end, not an error.
class ClosedPipe : public std::runtime_error {
 public:
  ClosedPipe() : std::runtime_error("closed pipe") {}
};

// Buffered standard output. Throws ClosedPipe when the reader has gone and Error(kIo) when the
// output cannot be written (a full disk).
class Output {
 public:
  Output() = default;
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  void write(std::string_view text);
  void line(std::string_view text) {
    write(text);
    write("\n");
  }
  // Must be called at the end: a destructor could not report a failure.
  void flush();

 private:
  std::string buffer_;
};

// "mizan: TEXT" on standard error.
void print_message(std::string_view text);
void print_diagnostics(std::span<const Diagnostic> diagnostics);

bool is_terminal(int descriptor);
std::size_t terminal_columns();

}  // namespace mizan
