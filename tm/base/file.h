// Files read and written, whole or piece by piece; gzip is unpacked on the way, and packed where a
// name asks for it.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace mizan {

class GzipWriter;

// All bytes of `path`; "-" is standard input. What is gzip by its first bytes is unpacked, whatever
// its name. Throws Error: kNotFound when there is no such file, kIo for a directory, no permission
// or a failed read, kLimit above `max_bytes` (gzip: above 1 GB at most), kMalformed for damaged
// gzip.
std::string read_file(const std::string& path, std::size_t max_bytes = std::size_t{4} << 30);

// The first bytes of `path`, unpacked, at most `bytes`; those of standard input ("-") come again
// when it is read. Throws as read_file.
std::string read_start(const std::string& path, std::size_t bytes = 64);

// A file ("-": standard input) read block by block and unpacked when it is gzip. Throws as
// read_file.
class InputFile {
 public:
  explicit InputFile(const std::string& path);
  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;
  ~InputFile();

  // Appends the next block, of a few hundred KB at most, to `content`; false at the end of the
  // file.
  bool read(std::string& content);
  // In bytes, as it is on the disk; 0 for what is not a regular file.
  std::size_t size() const;
  bool packed() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Replaces `path` by `content` at one stroke: written beside it, synced, then renamed, so that a
// reader sees the old file or the new one. "-" is standard output; a device or a pipe is written
// as it stands, a symbolic link stays one. A name that ends in ".gz" is written as gzip. Throws
// Error(kIo).
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
  void flush();

  std::string path_;
  std::string target_;     // path_ with symbolic links followed
  std::string temporary_;  // empty when written in place
  int descriptor_ = -1;
  std::unique_ptr<GzipWriter> packer_;  // null: written as it is
  std::string buffer_;                  // not yet written
};

}  // namespace mizan
