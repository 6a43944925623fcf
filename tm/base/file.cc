#include "tm/base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "tm/base/error.h"

namespace mizan {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ > 2) ::close(fd_);
  }
  int get() const { return fd_; }
  int release() {
    const int fd = fd_;
    fd_ = -1;
    return fd;
  }

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

void write_all(int fd, std::string_view content, const std::string& path) {
  while (!content.empty()) {
    const ssize_t written = ::write(fd, content.data(), content.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      fail("write", path, errno);
    }
    content.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace

std::string read_file(const std::string& path, std::size_t max_bytes) {
  const bool standard = path == "-";
  Descriptor file(standard ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) fail("read", path, errno);
  struct stat status = {};
  if (::fstat(file.get(), &status) != 0) fail("read", path, errno);
  if (S_ISDIR(status.st_mode)) fail("read", path, EISDIR);
  std::string content;
  if (S_ISREG(status.st_mode)) content.reserve(static_cast<std::size_t>(status.st_size) + 1);
  char block[65536];
  while (true) {
    const ssize_t got = ::read(file.get(), block, sizeof block);
    if (got < 0) {
      if (errno == EINTR) continue;
      fail("read", path, errno);
    }
    if (got == 0) break;
    content.append(block, static_cast<std::size_t>(got));
    if (content.size() > max_bytes) {
      throw Error(ErrorKind::kLimit, "larger than " + std::to_string(max_bytes) + " bytes",
                  {.file = path}, "split the file");
    }
  }
  return content;
}

void write_file(const std::string& path, std::string_view content) {
  if (path == "-") {
    write_all(STDOUT_FILENO, content, "standard output");
    return;
  }
  // A name of our own beside the target, so that the rename stays on one file system.
  const std::string temporary = path + ".tmp" + std::to_string(::getpid());
  Descriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
  if (file.get() < 0) fail("write", path, errno);
  try {
    write_all(file.get(), content, path);
    if (::fsync(file.get()) != 0 && errno != EINVAL) fail("write", path, errno);
    if (::close(file.release()) != 0) fail("write", path, errno);
    if (::rename(temporary.c_str(), path.c_str()) != 0) fail("write", path, errno);
  } catch (...) {
    ::unlink(temporary.c_str());
    throw;
  }
}

}  // namespace mizan
