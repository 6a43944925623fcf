#include "tm/base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

#include "tm/base/error.h"

namespace mizan {
namespace {

constexpr std::size_t kBlockBytes = 65536;

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

// What read_start() took from standard input and its reader has not had yet.
std::string& start_of_input() {
  static std::string start;
  return start;
}

}  // namespace

InputFile::InputFile(const std::string& path) : path_(path) {
  descriptor_ = path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor_ < 0) fail("read", path, errno);
  struct stat status = {};
  int error = ::fstat(descriptor_, &status) == 0 ? 0 : errno;
  if (error == 0 && S_ISDIR(status.st_mode)) error = EISDIR;
  if (error != 0) {
    if (path != "-") ::close(descriptor_);
    fail("read", path, error);
  }
  if (S_ISREG(status.st_mode)) size_ = static_cast<std::size_t>(status.st_size);
}

InputFile::~InputFile() {
  if (path_ != "-") ::close(descriptor_);
}

bool InputFile::read(std::size_t bytes, std::string& content) {
  if (path_ == "-" && !start_of_input().empty()) {
    content += std::exchange(start_of_input(), {});
    return true;
  }
  char block[kBlockBytes];
  while (true) {
    const ssize_t got = ::read(descriptor_, block, std::min(bytes, sizeof block));
    if (got >= 0) {
      content.append(block, static_cast<std::size_t>(got));
      return got > 0;
    }
    if (errno != EINTR) fail("read", path_, errno);
  }
}

std::string read_file(const std::string& path, std::size_t max_bytes) {
  InputFile file(path);
  std::string content;
  content.reserve(file.size() + 1);
  while (file.read(kBlockBytes, content)) {
    if (content.size() > max_bytes) {
      throw Error(ErrorKind::kLimit, "larger than " + std::to_string(max_bytes) + " bytes",
                  {.file = path}, "split the file");
    }
  }
  return content;
}

std::string read_start(const std::string& path, std::size_t bytes) {
  InputFile file(path);
  std::string content;
  // A pipe may hand over its first bytes one by one.
  while (content.size() < bytes && file.read(bytes - content.size(), content)) {
  }
  if (path == "-") start_of_input() = content;
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
  struct stat status = {};
  const bool exists = ::stat(path.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) fail("write", path, EISDIR);
  if (exists && !S_ISREG(status.st_mode)) {
    // A rename would put a file where /dev/null was.
    descriptor_ = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor_ < 0) fail("write", path, errno);
    return;
  }
  std::error_code ignored;
  target_ = exists ? std::filesystem::canonical(path, ignored).string() : path;
  if (target_.empty()) target_ = path;
  // A name of our own beside the target, so that the rename stays on one file system.
  const std::string temporary = target_ + ".tmp" + std::to_string(::getpid());
  descriptor_ = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor_ < 0) fail("write", path, errno);
  temporary_ = temporary;
  // A file that only its owner might read stays so.
  if (exists) ::fchmod(descriptor_, status.st_mode & 0777);
}

FileReplacement::~FileReplacement() {
  if (descriptor_ > STDERR_FILENO) ::close(descriptor_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
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
  if (temporary_.empty()) return;  // written as it went
  if (::fsync(descriptor_) != 0 && errno != EINVAL) fail("write", path_, errno);
  if (::close(std::exchange(descriptor_, -1)) != 0) fail("write", path_, errno);
  if (::rename(temporary_.c_str(), target_.c_str()) != 0) fail("write", path_, errno);
  temporary_.clear();
}

}  // namespace mizan
