#include "tm/base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "tm/base/error.h"

namespace mizan {
namespace {

constexpr std::size_t kBlockBytes = 65536;

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ > 2) ::close(fd_);
  }
  int get() const { return fd_; }

 private:
  int fd_;
};

[[noreturn]] void fail(const std::string& verb, const std::string& path, int code) {
  const InputPlace place{.file = path};
  switch (code) {
    case ENOENT:
      throw Error(ErrorKind::kNotFound, "no such file", place, "check the path");
    case EACCES:
    case EPERM:
      throw Error(ErrorKind::kIo, "permission denied", place, "check who may " + verb + " it");
    case EISDIR:
      throw Error(ErrorKind::kIo, "is a directory", place, "name a file");
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      throw Error(ErrorKind::kIo, "the disk is full", place, "free some space and run it again");
    default:
      throw Error(ErrorKind::kIo, "cannot " + verb + ": " + std::strerror(code), place);
  }
}

// An open file for reading, checked not to be a directory; with its size when it is a regular file.
Descriptor open_for_reading(const std::string& path, std::size_t& size) {
  Descriptor file(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) fail("read", path, errno);
  struct stat status = {};
  if (::fstat(file.get(), &status) != 0) fail("read", path, errno);
  if (S_ISDIR(status.st_mode)) fail("read", path, EISDIR);
  size = S_ISREG(status.st_mode) ? static_cast<std::size_t>(status.st_size) : 0;
  return file;
}

// Appends up to `bytes` bytes to `content`; false at the end of the file.
bool read_block(const Descriptor& file, std::size_t bytes, const std::string& path,
                std::string& content) {
  char block[kBlockBytes];
  while (true) {
    const ssize_t got = ::read(file.get(), block, std::min(bytes, sizeof block));
    if (got >= 0) {
      content.append(block, static_cast<std::size_t>(got));
      return got > 0;
    }
    if (errno != EINTR) fail("read", path, errno);
  }
}

}  // namespace

std::string read_file(const std::string& path, std::size_t max_bytes) {
  std::size_t size = 0;
  const Descriptor file = open_for_reading(path, size);
  std::string content;
  content.reserve(size + 1);
  while (read_block(file, kBlockBytes, path, content)) {
    if (content.size() > max_bytes) {
      throw Error(ErrorKind::kLimit, "larger than " + std::to_string(max_bytes) + " bytes",
                  {.file = path}, "split the file");
    }
  }
  return content;
}

std::string read_start(const std::string& path, std::size_t bytes) {
  if (path == "-") return {};
  std::size_t size = 0;
  const Descriptor file = open_for_reading(path, size);
  std::string content;
  read_block(file, bytes, path, content);
  return content;
}

void write_file(const std::string& path, std::string_view content) {
  FileReplacement file(path);
  file.write(content);
  file.commit();
}

FileReplacement::FileReplacement(const std::string& path) : path_(path) {
  if (path == "-") {
    path_ = "standard output";
    descriptor_ = STDOUT_FILENO;
    return;
  }
  // A name of our own beside the target, so that the rename stays on one file system.
  temporary_ = path + ".tmp" + std::to_string(::getpid());
  descriptor_ = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor_ < 0) fail("write", path, errno);
}

FileReplacement::~FileReplacement() {
  if (temporary_.empty()) return;
  if (descriptor_ >= 0) ::close(descriptor_);
  ::unlink(temporary_.c_str());
}

void FileReplacement::write(std::string_view content) {
  while (!content.empty()) {
    const ssize_t written = ::write(descriptor_, content.data(), content.size());
    if (written >= 0) {
      content.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      fail("write", path_, errno);
    }
  }
}

void FileReplacement::commit() {
  if (temporary_.empty()) return;  // standard output is written as it goes
  if (::fsync(descriptor_) != 0 && errno != EINVAL) fail("write", path_, errno);
  if (::close(std::exchange(descriptor_, -1)) != 0) fail("write", path_, errno);
  if (::rename(temporary_.c_str(), path_.c_str()) != 0) fail("write", path_, errno);
  temporary_.clear();
}

}  // namespace mizan
