// The one SQLite connection of the memory and the termbase: opened with its checks, statements,
// transactions, and the journal that makes every write command one step to undo. The tables are
// described in tm/memory/SCHEMA.md.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace mizan {

class Database;

// A prepared statement; parameters count from 1, columns from 0. Must not outlive its Database.
// Text is copied when bound. Every function throws the errors that Database declares.
class Statement {
 public:
  Statement(Statement&& other) noexcept;
  Statement& operator=(Statement&&) = delete;
  ~Statement();

  Statement& bind(int parameter, std::int64_t value);
  Statement& bind(int parameter, std::string_view text);
  Statement& bind(int parameter, const char* text) {
    return bind(parameter, std::string_view(text));
  }
  Statement& bind_blob(int parameter, std::string_view bytes);
  Statement& bind_real(int parameter, double value);

  // True while there is a row. The row's text lives until the next step, reset or destruction.
  bool step();
  // Ready for new parameters and another run; old parameters are cleared.
  void reset();
  // step() to the end, then reset(): for statements without rows.
  void run();

  bool is_null(int column) const;
  std::int64_t integer(int column) const;
  double real(int column) const;
  std::string_view text(int column) const;  // "" for NULL
  std::string_view blob(int column) const;

 private:
  friend class Database;
  Statement(const Database& database, sqlite3_stmt* statement);

  const Database& database_;
  sqlite3_stmt* statement_;
};

enum class OpenMode {
  kReadOnly,   // must exist; nothing is written but migrations
  kMustExist,  // for writing; kNotFound when there is no such file
  kCreate,     // for writing; created with its schema (and its parent directory) when absent
};

struct OpenOptions {
  OpenMode mode = OpenMode::kCreate;
  int busy_timeout_ms = 10'000;  // how long to wait for another process' write
};

// Invariant: an open Database is a Mizan memory of the current schema version. Older ones are
// migrated when opened, for reading too.
// Not thread-safe: one Database a thread. Errors: kNotFound; kVersion (written by a newer Mizan, or
// by an older one where it cannot be migrated); kCorruptStore (damaged, or not a Mizan memory);
// kBusy (another process kept writing); kIo (permissions, a full disk, a failed read).
class Database {
 public:
  explicit Database(const std::string& path, const OpenOptions& options = {});
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database();

  Statement prepare(std::string_view sql) const;
  void execute(const std::string& sql) const;  // one statement or more, no rows wanted

  std::int64_t last_insert_id() const;
  std::int64_t changes() const;  // rows that the last INSERT, UPDATE or DELETE touched
  // Counts every row that this connection has changed, in writes that were rolled back too.
  std::int64_t total_changes() const;
  bool is_writing() const;  // inside a transaction that has written
  bool in_transaction() const;
  bool read_only() const { return options_.mode == OpenMode::kReadOnly; }
  const std::string& path() const { return path_; }

  // Throws that the fuzzy index is not what it was written as.
  [[noreturn]] void corrupt_index() const;

  // For this room only.
  sqlite3* connection() const { return connection_.get(); }

  // Throws what `code`, an SQLite result of this connection, means to a person.
  [[noreturn]] void fail(int code) const;

 private:
  struct Close {
    void operator()(sqlite3* connection) const;
  };

  void connect(const std::string& uri, int flags);
  void open_read_only();
  void open_for_writing();
  // The schema version; 0 for an empty database. Throws for one that is not ours.
  int checked_version() const;
  void migrate();

  std::string path_;
  OpenOptions options_;
  std::unique_ptr<sqlite3, Close> connection_;
};

// BEGIN IMMEDIATE ... COMMIT; rolled back when destroyed before commit(). Does not nest.
class Transaction {
 public:
  explicit Transaction(const Database& database);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();

  void commit();

 private:
  const Database& database_;
  bool open_ = true;
};

// Several reads that see one state of the database, whatever others write meanwhile. May be taken
// inside a Transaction, which already gives that.
class ReadSnapshot {
 public:
  explicit ReadSnapshot(const Database& database);
  ReadSnapshot(const ReadSnapshot&) = delete;
  ReadSnapshot& operator=(const ReadSnapshot&) = delete;
  ~ReadSnapshot();

 private:
  const Database& database_;
  bool open_;
};

struct WriteCounts {
  std::int64_t added = 0;
  std::int64_t changed = 0;
  std::int64_t removed = 0;

  bool empty() const { return added == 0 && changed == 0 && removed == 0; }
};

// One write command: a transaction that `undo` takes back wholly. Whatever is inserted, updated or
// deleted in the tables unit, unit_origin, concept, term, distinct_names and lexicon_entry inside
// it is journalled by triggers; the caller only counts for the record. Nothing may write to these
// tables outside a Write.
class Write {
 public:
  // `command` names it for people: "import a.tmx", "term add".
  Write(const Database& database, std::string_view command);

  WriteCounts counts;

  // Commits; when nothing was counted, no write is recorded. Destroyed before that: rolled back.
  void commit();

 private:
  const Database& database_;
  Transaction transaction_;
  std::int64_t id_ = 0;
};

// A write as the journal remembers it.
struct WriteRecord {
  std::int64_t id = 0;
  std::string command;
  std::string time;  // ISO 8601 UTC
  WriteCounts counts;
};

std::optional<WriteRecord> last_write(const Database& database);

}  // namespace mizan
