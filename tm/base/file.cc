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
#include "tm/base/gzip.h"

namespace mizan {
namespace {

constexpr std::size_t kBlockBytes = 65536;
// What a packed file may unpack to when it is read whole: gzip can hold a thousand times its size.
constexpr std::size_t kMaxUnpackedBytes = std::size_t{1} << 30;

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

// A file as it is on the disk.
class RawFile {
 public:
  explicit RawFile(const std::string& path) : path_(path) {
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
  RawFile(const RawFile&) = delete;
  RawFile& operator=(const RawFile&) = delete;
  ~RawFile() {
    if (path_ != "-") ::close(descriptor_);
  }

  // Replaces `block` by the next bytes, `bytes` of them when they are there; none at the end.
  void read(std::size_t bytes, std::string& block) {
    block.clear();
    if (path_ == "-" && !start_of_input().empty()) {
      block = std::exchange(start_of_input(), {});
      return;
    }
    block.resize(bytes);
    while (true) {
      const ssize_t got = ::read(descriptor_, block.data(), bytes);
      if (got >= 0) {
        block.resize(static_cast<std::size_t>(got));
        return;
      }
      if (errno != EINTR) fail("read", path_, errno);
    }
  }

  std::size_t size() const { return size_; }

 private:
  std::string path_;
  int descriptor_ = -1;
  std::size_t size_ = 0;
};

}  // namespace

struct InputFile::State {
  explicit State(const std::string& path) : file(path), unpacker(path) {}

  RawFile file;
  GzipReader unpacker;
  std::string block;     // as it is on the disk
  std::size_t used = 0;  // of the block
  bool ended = false;
};

InputFile::InputFile(const std::string& path) : state_(std::make_unique<State>(path)) {}

InputFile::~InputFile() = default;

bool InputFile::read(std::string& content) {
  State& state = *state_;
  const std::size_t before = content.size();
  // A block of packed data may hold nothing but a header.
  while (content.size() == before && !state.ended) {
    if (state.used == state.block.size()) {
      state.file.read(kBlockBytes, state.block);
      state.used = 0;
    }
    if (state.block.empty()) {
      state.unpacker.finish(content);
      state.ended = true;
    } else {
      state.used += state.unpacker.feed(std::string_view(state.block).substr(state.used), content);
    }
  }
  return content.size() > before;
}

std::size_t InputFile::size() const { return state_->file.size(); }

bool InputFile::packed() const { return state_->unpacker.packed(); }

std::string read_file(const std::string& path, std::size_t max_bytes) {
  InputFile file(path);
  std::string content;
  content.reserve(file.size() + 1);
  while (file.read(content)) {
    const std::size_t limit = file.packed() ? std::min(max_bytes, kMaxUnpackedBytes) : max_bytes;
    if (content.size() > limit) {
      throw Error(ErrorKind::kLimit,
                  (file.packed() ? "unpacks to more than " : "larger than ") +
                      std::to_string(limit) + " bytes",
                  {.file = path}, "split the file");
    }
  }
  return content;
}

std::string read_start(const std::string& path, std::size_t bytes) {
  RawFile file(path);
  GzipReader unpacker(path);
  std::string content;
  std::string taken;
  // A pipe may hand over its first bytes one by one.
  for (std::string block; content.size() < bytes;) {
    file.read(bytes, block);
    taken += block;
    if (block.empty()) {
      // The reader of the whole reports what is cut off.
      if (!unpacker.packed()) unpacker.finish(content);
      break;
    }
    std::string_view rest = block;
    while (!rest.empty() && content.size() < bytes) {
      rest.remove_prefix(unpacker.feed(rest, content));
    }
  }
  if (path == "-") start_of_input() = std::move(taken);
  content.resize(std::min(content.size(), bytes));
  return content;
}

void write_file(const std::string& path, std::string_view content) {
  FileReplacement file(path);
  file.write(content);
  file.commit();
}

FileReplacement::FileReplacement(const std::string& path) : path_(path) {
  if (path.ends_with(".gz")) packer_ = std::make_unique<GzipWriter>();
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
  buffer_ += content;
  if (buffer_.size() >= kBlockBytes) flush();
}

void FileReplacement::flush() {
  if (packer_ != nullptr) {
    std::string packed;
    packer_->feed(buffer_, packed);
    buffer_ = std::move(packed);
  }
  for (std::string_view rest = buffer_; !rest.empty();) {
    const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
    if (written >= 0) {
      rest.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      fail("write", path_, errno);
    }
  }
  buffer_.clear();
}

void FileReplacement::commit() {
  flush();
  if (packer_ != nullptr) {
    packer_->finish(buffer_);
    packer_.reset();
    flush();
  }
  if (temporary_.empty()) return;  // written as it went
  if (::fsync(descriptor_) != 0 && errno != EINVAL) fail("write", path_, errno);
  if (::close(std::exchange(descriptor_, -1)) != 0) fail("write", path_, errno);
  if (::rename(temporary_.c_str(), target_.c_str()) != 0) fail("write", path_, errno);
  temporary_.clear();
}

}  // namespace mizan
