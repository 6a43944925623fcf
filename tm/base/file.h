// Files read whole and written whole.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mizan {

// All bytes of `path`; "-" is standard input. Throws Error: kNotFound when there is no such file,
// kIo for a directory, no permission or a failed read, kLimit above `max_bytes`.
std::string read_file(const std::string& path, std::size_t max_bytes = std::size_t{4} << 30);

// The first bytes of `path`, at most `bytes`; those of standard input ("-") come again when it is
// read. Throws as read_file.
std::string read_start(const std::string& path, std::size_t bytes = 64);

// A file ("-": standard input) read block by block. Throws as read_file.
class InputFile {
 public:
  explicit InputFile(const std::string& path);
  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;
  ~InputFile();

  // Appends up to `bytes` bytes to `content`; false at the end of the file.
  bool read(std::size_t bytes, std::string& content);
  // In bytes; 0 for what is not a regular file.
  std::size_t size() const { return size_; }

 private:
  std::string path_;
  int descriptor_ = -1;
  std::size_t size_ = 0;
};

// Replaces `path` by `content` at one stroke: written beside it, synced, then renamed, so that a
// reader sees the old file or the new one. "-" is standard output; a device or a pipe is written
// as it stands, a symbolic link stays one. Throws Error(kIo).
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
  std::string target_;     // path_ with symbolic links followed
  std::string temporary_;  // empty when written in place
  int descriptor_ = -1;
};

}  // namespace mizan
