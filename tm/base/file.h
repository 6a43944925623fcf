// Files read whole and written whole.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mizan {

// All bytes of `path`; "-" is standard input. Throws Error: kNotFound when there is no such file,
// kIo for a directory, no permission or a failed read, kLimit above `max_bytes`.
std::string read_file(const std::string& path, std::size_t max_bytes = std::size_t{4} << 30);

// The first bytes of `path`, at most `bytes`; nothing for "-", which can be read only once. Throws
// as read_file.
std::string read_start(const std::string& path, std::size_t bytes = 64);

// Replaces `path` by `content` at one stroke: written beside it, synced, then renamed, so that a
// reader sees the old file or the new one. "-" is standard output. Throws Error(kIo).
void write_file(const std::string& path, std::string_view content);

// The same, piece by piece: nothing is seen at `path` before commit(), and nothing remains when it
// is destroyed without.
class FileReplacement {
 public:
  explicit FileReplacement(const std::string& path);
  FileReplacement(const FileReplacement&) = delete;
  FileReplacement& operator=(const FileReplacement&) = delete;
  ~FileReplacement();

  void write(std::string_view content);
  void commit();

 private:
  std::string path_;
  std::string temporary_;
  int descriptor_ = -1;
};

}  // namespace mizan
