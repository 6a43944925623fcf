#include "tm/memory/database.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <functional>

#include "tests/unit/message_of.h"
#include "tests/unit/test_folder.h"
#include "tm/base/error.h"
#include "tm/memory/memory.h"
#include "tm/memory/schema.h"

namespace mizan {
namespace {

using testing::message_of;
using testing::TestFolder;

void write_bytes(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

std::int64_t integer(const Database& database, const std::string& sql) {
  Statement statement = database.prepare(sql);
  EXPECT_TRUE(statement.step());
  return statement.integer(0);
}

TEST(Database, CreatesItselfWithItsParentDirectories) {
  TestFolder directory;
  const std::string path = directory.path("a/b/memory.db");
  {
    Database database(path);
    EXPECT_EQ(integer(database, "PRAGMA application_id"), 0x4D495A4E);
    EXPECT_EQ(integer(database, "PRAGMA user_version"), 3);
  }
  Database again(path, {.mode = OpenMode::kMustExist});
  EXPECT_EQ(integer(again, "SELECT count(*) FROM unit"), 0);
}

// A memory as Mizan's first schema version left it.
void write_first_version(const std::string& path) {
  sqlite3* connection = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &connection), SQLITE_OK);
  const std::string sql = std::string(migrations()[0]) +
                          "; PRAGMA application_id = 0x4D495A4E; PRAGMA user_version = 1";
  EXPECT_EQ(sqlite3_exec(connection, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK)
      << sqlite3_errmsg(connection);
  sqlite3_close(connection);
}

TEST(Database, BringsAnOlderMemoryUpToDateForReadingToo) {
  for (const OpenMode mode : {OpenMode::kReadOnly, OpenMode::kMustExist}) {
    TestFolder directory;
    const std::string path = directory.path("memory.db");
    write_first_version(path);
    const Database database(path, {.mode = mode});
    EXPECT_EQ(integer(database, "PRAGMA user_version"),
              static_cast<std::int64_t>(migrations().size()));
    EXPECT_EQ(database.read_only(), mode == OpenMode::kReadOnly);
  }
}

TEST(Database, WritesDurablyInWalMode) {
  TestFolder directory;
  Database database(directory.path("memory.db"));
  Statement mode = database.prepare("PRAGMA journal_mode");
  ASSERT_TRUE(mode.step());
  EXPECT_EQ(mode.text(0), "wal");
  EXPECT_EQ(integer(database, "PRAGMA synchronous"), 2);  // FULL
  EXPECT_EQ(integer(database, "PRAGMA foreign_keys"), 1);
}

TEST(Database, TextAndBlobsKeepEveryByte) {
  TestFolder directory;
  Database database(directory.path("memory.db"));
  const std::string bytes("a\0b\xFF", 4);
  Statement statement = database.prepare("SELECT ?1, ?2, ?3");
  statement.bind(1, "").bind_blob(2, bytes);  // the third stays NULL
  ASSERT_TRUE(statement.step());
  EXPECT_FALSE(statement.is_null(0));
  EXPECT_EQ(statement.blob(1), bytes);
  EXPECT_TRUE(statement.is_null(2));
}

TEST(Database, AbandonedTransactionLeavesNothing) {
  TestFolder directory;
  Database database(directory.path("memory.db"));
  {
    Transaction transaction(database);
    database.execute("INSERT INTO setting VALUES('a', 'b')");
  }
  EXPECT_EQ(integer(database, "SELECT count(*) FROM setting"), 0);
}

TEST(DatabaseFault, MissingFile) {
  TestFolder directory;
  const std::string path = directory.path("none.db");
  for (const OpenMode mode : {OpenMode::kReadOnly, OpenMode::kMustExist}) {
    EXPECT_EQ(message_of([&] { Database(path, {.mode = mode}); }),
              path + ": no such memory; check the path, or import something to create it");
  }
  EXPECT_FALSE(std::filesystem::exists(path));
}

TEST(DatabaseFault, Directory) {
  TestFolder directory;
  const std::string path = directory.path("");
  EXPECT_EQ(message_of([&] { Database{path}; }),
            path + ": is a directory; name a file for the memory");
}

TEST(DatabaseFault, FromTheFuture) {
  TestFolder directory;
  const std::string path = directory.path("memory.db");
  Database(path).execute("PRAGMA user_version = 99");
  for (const OpenMode mode : {OpenMode::kReadOnly, OpenMode::kCreate}) {
    EXPECT_EQ(message_of([&] { Database(path, {.mode = mode}); }),
              path +
                  ": the memory has schema version 99 and this Mizan knows versions up to 3; use "
                  "the newer Mizan that wrote it");
  }
}

TEST(DatabaseFault, NotADatabase) {
  TestFolder directory;
  const std::string path = directory.path("memory.db");
  std::string garbage;
  for (int i = 0; i < 5000; ++i) garbage += static_cast<char>(i * 37 % 251);
  write_bytes(path, garbage);
  for (const OpenMode mode : {OpenMode::kReadOnly, OpenMode::kCreate}) {
    EXPECT_EQ(message_of([&] { Database(path, {.mode = mode}); }),
              path + ": not a Mizan memory; check the path, or move the file away");
  }
  std::ifstream file(path, std::ios::binary);
  const std::string after((std::istreambuf_iterator<char>(file)), {});
  EXPECT_EQ(after, garbage);
}

TEST(DatabaseFault, DatabaseOfAnotherProgramIsLeftAlone) {
  TestFolder directory;
  const std::string path = directory.path("memory.db");
  {
    Database database(path);
    database.execute("PRAGMA application_id = 7");
    database.execute("PRAGMA user_version = 0");
  }
  const auto size = std::filesystem::file_size(path);
  EXPECT_EQ(message_of([&] { Database{path}; }),
            path + ": not a Mizan memory; check the path, or move the file away");
  EXPECT_EQ(std::filesystem::file_size(path), size);
}

TEST(DatabaseFault, EmptyFileIsNotAMemoryUntilOneIsWanted) {
  TestFolder directory;
  const std::string path = directory.path("memory.db");
  write_bytes(path, "");
  EXPECT_EQ(message_of([&] { Database(path, {.mode = OpenMode::kReadOnly}); }),
            path + ": not a Mizan memory; check the path, or move the file away");
  Database database(path);
  EXPECT_EQ(integer(database, "SELECT count(*) FROM unit"), 0);
}

TEST(DatabaseFault, DamagedPages) {
  TestFolder directory;
  const std::string path = directory.path("memory.db");
  {
    Database database(path);
    TranslationMemory memory(database);
    UnitImport import(memory, "import");
    for (int i = 0; i < 500; ++i) {
      TranslationUnit unit;
      unit.arabic = "جملة رقم " + std::to_string(i);
      unit.english = "sentence number " + std::to_string(i);
      import.add(unit);
    }
    import.commit();
  }
  const auto size = std::filesystem::file_size(path);
  {
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(8192);
    for (std::uintmax_t i = 8192; i < size; ++i) file.put('\x5A');
  }
  try {
    Database database(path);
    TranslationMemory memory(database);
    memory.for_each({}, [](const TranslationUnit&) {});
    FAIL() << "read a damaged database";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kCorruptStore);
  }
}

TEST(DatabaseFault, PlaceWhereNothingCanBeCreated) {
  TestFolder directory;
  write_bytes(directory.path("file"), "x");
  // A path through a file fails for root as well.
  const std::string path = directory.path("file/memory.db");
  EXPECT_EQ(message_of([&] { Database{path}; }),
            directory.path("file") +
                ": cannot create the directory: Not a directory; choose another place with --db or "
                "MIZAN_DB");
}

TEST(DatabaseFault, WritingThroughAReadOnlyConnection) {
  TestFolder directory;
  const std::string path = directory.path("memory.db");
  { Database database(path); }
  Database database(path, {.mode = OpenMode::kReadOnly});
  TranslationMemory memory(database);
  TranslationUnit unit;
  unit.arabic = "نعم";
  unit.english = "yes";
  EXPECT_EQ(message_of([&] { memory.add(unit); }),
            path +
                ": the memory may not be written; check who may write the file and its "
                "directory");
}

TEST(DatabaseFault, AnotherWriterKeepsIt) {
  TestFolder directory;
  const std::string path = directory.path("memory.db");
  Database first(path);
  Database second(path, {.mode = OpenMode::kMustExist, .busy_timeout_ms = 20});
  Transaction transaction(first);
  EXPECT_EQ(message_of([&] { Transaction{second}; }),
            path + ": another process is writing to the memory; try again when it has finished");
}

// What `call` says in a child process that `prepare` has been called in.
std::string in_child(const std::function<void()>& prepare,
                     const std::function<std::string()>& call) {
  int ends[2];
  if (::pipe(ends) != 0) return "no pipe";
  const pid_t child = ::fork();
  if (child == 0) {
    prepare();
    const std::string said = call();
    const ssize_t written = ::write(ends[1], said.data(), said.size());
    ::_exit(written < 0 ? 1 : 0);
  }
  ::close(ends[1]);
  std::string said;
  char block[512];
  for (ssize_t got = 0; (got = ::read(ends[0], block, sizeof block)) > 0;) {
    said.append(block, static_cast<std::size_t>(got));
  }
  ::close(ends[0]);
  ::waitpid(child, nullptr, 0);
  return said;
}

// The full disk: files may not grow above `bytes`.
std::string with_file_limit(rlim_t bytes, const std::function<std::string()>& call) {
  return in_child(
      [bytes] {
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{bytes, bytes};
        ::setrlimit(RLIMIT_FSIZE, &limit);
      },
      call);
}

// Permissions mean nothing to root.
std::string without_privileges(const std::function<std::string()>& call) {
  return in_child(
      [] {
        constexpr uid_t kNobody = 65534;
        if (::geteuid() != 0) return;
        if (::setgid(kNobody) != 0 || ::setuid(kNobody) != 0) ::_exit(1);
      },
      call);
}

void import_units(const std::string& path, int begin, int end) {
  Database database(path);
  TranslationMemory memory(database);
  UnitImport import(memory, "import");
  for (int i = begin; i < end; ++i) {
    TranslationUnit unit;
    unit.arabic = "الجملة رقم " + std::to_string(i) + " من النص";
    unit.english = "Sentence number " + std::to_string(i) + " of the text";
    import.add(unit);
  }
  import.commit();
}

TEST(DatabaseFault, ReadOnlyDirectoryCanBeReadAndNotWritten) {
  TestFolder directory;
  const std::string place = directory.path("shelf");
  const std::string path = place + "/memory.db";
  import_units(path, 0, 10);
  std::filesystem::permissions(directory.path(""), std::filesystem::perms(0755));
  std::filesystem::permissions(path, std::filesystem::perms(0444));
  std::filesystem::permissions(place, std::filesystem::perms(0555));
  EXPECT_EQ(without_privileges([&] {
              return message_of([&] {
                Database database(path, {.mode = OpenMode::kReadOnly});
                if (TranslationMemory(database).stats().units != 10)
                  throw Error(ErrorKind::kIo, "lost");
              });
            }),
            "no error");
  EXPECT_EQ(without_privileges([&] { return message_of([&] { import_units(path, 10, 20); }); }),
            path +
                ": the memory may not be written; check who may write the file and its "
                "directory");
  const std::string other = place + "/other.db";
  EXPECT_EQ(without_privileges([&] { return message_of([&] { import_units(other, 0, 1); }); }),
            other +
                ": cannot create the memory: Permission denied; choose another place with --db or "
                "MIZAN_DB");
  std::filesystem::permissions(place, std::filesystem::perms(0755));
}

TEST(DatabaseFault, FullDiskLosesNothing) {
  TestFolder directory;
  const std::string path = directory.path("memory.db");
  import_units(path, 0, 100);
  const rlim_t limit = std::filesystem::file_size(path) + 200'000;
  EXPECT_EQ(
      with_file_limit(limit, [&] { return message_of([&] { import_units(path, 100, 20'000); }); }),
      path + ": the disk is full, nothing was changed; free some space and run it again");
  Database database(path);
  EXPECT_EQ(integer(database, "SELECT count(*) FROM unit"), 100);
  Statement check = database.prepare("PRAGMA integrity_check");
  ASSERT_TRUE(check.step());
  EXPECT_EQ(check.text(0), "ok");
  EXPECT_TRUE(TranslationMemory(database).find(1).has_value());
}

TEST(DatabaseFault, DiskFullOnCreation) {
  TestFolder directory;
  const std::string path = directory.path("memory.db");
  EXPECT_EQ(with_file_limit(2000, [&] { return message_of([&] { import_units(path, 0, 1); }); }),
            path + ": the disk is full, nothing was changed; free some space and run it again");
  import_units(path, 0, 1);
}

}  // namespace
}  // namespace mizan
