// How far a long command has come: one line on standard error, on a terminal only.
#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
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

  // Cheap: writes a few times a second at most. From any thread.
  void show(std::size_t done);
  // The same with a bar of its own: `share` of the work, 0-1, and what it says behind it.
  void show(double share, std::string_view text);
  // Takes the line away, so that a message can be printed; a later show() puts it back.
  void clear();

 private:
  bool is_due();
  void write(std::optional<double> share, std::string_view text);

  std::string_view things_;
  std::optional<std::size_t> total_;
  bool terminal_;
  std::mutex mutex_;  // of what follows
  bool shown_ = false;
  std::chrono::steady_clock::time_point next_;
};

}  // namespace mizan
