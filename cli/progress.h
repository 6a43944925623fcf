// How far a long command has come: one line on standard error, on a terminal only.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace mizan {

class Progress {
 public:
  // Counts `things`, "pairs"; a `total` that is known is shown as a bar.
  explicit Progress(std::string_view things, std::optional<std::size_t> total = std::nullopt);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress() { clear(); }

  // Cheap: writes a few times a second at most.
  void show(std::size_t done);
  // Takes the line away, so that a message can be printed; the next show() puts it back.
  void clear();

 private:
  std::string_view things_;
  std::optional<std::size_t> total_;
  bool terminal_;
  bool shown_ = false;
  std::chrono::steady_clock::time_point next_;
};

}  // namespace mizan
