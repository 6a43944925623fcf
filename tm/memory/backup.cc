#include "tm/memory/backup.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <memory>
#include <system_error>

#include "tm/base/error.h"

namespace mizan {
namespace {

namespace fs = std::filesystem;

constexpr int kPagesAStep = 4096;

std::int64_t size_of(const std::string& path) {
  std::error_code ignored;
  const auto bytes = fs::file_size(path, ignored);
  return ignored ? 0 : static_cast<std::int64_t>(bytes);
}

std::int64_t bytes_on_disk(const Database& database) {
  return size_of(database.path()) + size_of(database.path() + "-wal");
}

// The file of a database and what SQLite puts beside it, gone when not kept.
class TemporaryDatabase {
 public:
  explicit TemporaryDatabase(const std::string& target)
      : path_(target + ".tmp" + std::to_string(::getpid())) {}
  TemporaryDatabase(const TemporaryDatabase&) = delete;
  TemporaryDatabase& operator=(const TemporaryDatabase&) = delete;
  ~TemporaryDatabase() {
    std::error_code ignored;
    for (const char* suffix : {"", "-wal", "-shm", "-journal"}) fs::remove(path_ + suffix, ignored);
  }

  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

void copy_pages(const Database& from, const Database& to,
                const std::function<void(std::size_t, std::size_t)>& progress) {
  // One state for the whole copy: otherwise each write of another process would begin it again.
  const ReadSnapshot snapshot(from);
  Statement first = from.prepare("SELECT count(*) FROM setting");
  first.step();
  struct Finish {
    void operator()(sqlite3_backup* backup) const { sqlite3_backup_finish(backup); }
  };
  const std::unique_ptr<sqlite3_backup, Finish> backup(
      sqlite3_backup_init(to.connection(), "main", from.connection(), "main"));
  if (!backup) to.fail(sqlite3_errcode(to.connection()));
  int code = SQLITE_OK;
  while (code == SQLITE_OK) {
    code = sqlite3_backup_step(backup.get(), kPagesAStep);
    const int pages = sqlite3_backup_pagecount(backup.get());
    if (progress) {
      progress(static_cast<std::size_t>(pages - sqlite3_backup_remaining(backup.get())),
               static_cast<std::size_t>(pages));
    }
  }
  if (code != SQLITE_DONE) to.fail(code);
}

void verify(const Database& copy) {
  Statement check = copy.prepare("PRAGMA quick_check(1)");
  if (check.step() && check.text(0) == "ok") return;
  throw Error(ErrorKind::kCorruptStore, "the copy is damaged", {.file = copy.path()},
              "run mizan db check on the memory");
}

std::int64_t count_units(const Database& database) {
  Statement count = database.prepare("SELECT count(*) FROM unit");
  count.step();
  return count.integer(0);
}

// The new name must survive a power cut too.
void sync_folder(const std::string& path) {
  const fs::path folder = fs::path(path).parent_path();
  const int descriptor = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

}  // namespace

std::int64_t back_up(const Database& database, const std::string& path,
                     const std::function<void(std::size_t, std::size_t)>& progress) {
  std::error_code failure;
  if (fs::equivalent(database.path(), path, failure)) {
    throw Error(ErrorKind::kUsage, "this is the memory itself", {.file = path},
                "name another file for the copy");
  }
  if (fs::is_directory(path, failure)) {
    throw Error(ErrorKind::kIo, "is a directory", {.file = path}, "name a file for the copy");
  }
  // A rename under its feet would mix the log of the old file with the new one.
  if (size_of(path + "-wal") > 0) {
    throw Error(ErrorKind::kUsage, "is a memory in use", {.file = path},
                "name another file for the copy");
  }
  const fs::path folder = fs::path(path).parent_path();
  if (::access(folder.empty() ? "." : folder.c_str(), W_OK | X_OK) != 0) {
    throw Error(ErrorKind::kIo, std::string("cannot be written: ") + std::strerror(errno),
                {.file = path}, "name another file for the copy");
  }
  const TemporaryDatabase temporary(path);
  std::int64_t units = 0;
  try {
    const Database copy(temporary.path());
    copy_pages(database, copy, progress);
    verify(copy);
    units = count_units(copy);
  } catch (const Error& error) {
    // The name that the user gave, not the temporary one.
    throw Error(error.kind(), error.problem(),
                {.file = error.place().file == temporary.path() ? path : error.place().file},
                error.advice());
  }
  fs::rename(temporary.path(), path, failure);
  if (failure) {
    throw Error(ErrorKind::kIo, "cannot be written: " + failure.message(), {.file = path},
                "name another file for the copy");
  }
  sync_folder(path);
  return units;
}

VacuumResult vacuum(const Database& database) {
  VacuumResult result;
  result.bytes_before = bytes_on_disk(database);
  database.execute("VACUUM");
  // Empties the log into the file, unless someone is still reading from it.
  database.execute("PRAGMA wal_checkpoint(TRUNCATE)");
  result.bytes_after = bytes_on_disk(database);
  return result;
}

}  // namespace mizan
