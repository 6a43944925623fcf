#include "tm/memory/database.h"

#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cassert>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <thread>

#include "tm/base/error.h"
#include "tm/memory/schema.h"
#include "tm/memory/timestamp.h"

namespace mizan {
namespace {

namespace fs = std::filesystem;

// "file:" URI of a path: everything that SQLite reads as syntax is escaped.
std::string to_uri(const std::string& path, std::string_view query) {
  constexpr char kHex[] = "0123456789ABCDEF";
  std::string uri = "file:";
  for (const char c : path) {
    if (c == '%' || c == '?' || c == '#') {
      const auto byte = static_cast<unsigned char>(c);
      uri += '%';
      uri += kHex[byte >> 4];
      uri += kHex[byte & 15];
    } else {
      uri += c;
    }
  }
  uri += query;
  return uri;
}

std::int64_t single_integer(const Database& database, const char* sql) {
  Statement statement = database.prepare(sql);
  return statement.step() ? statement.integer(0) : 0;
}

// Why the last read or write of the database file or its log failed: SQLite keeps it with the file
// (sqlite3_system_errno() has often lost it by then). 0 when unknown.
int last_file_error(sqlite3* connection) {
  if (connection == nullptr) return 0;
  for (const int pointer : {SQLITE_FCNTL_JOURNAL_POINTER, SQLITE_FCNTL_FILE_POINTER}) {
    sqlite3_file* file = nullptr;
    if (sqlite3_file_control(connection, "main", pointer, &file) != SQLITE_OK) continue;
    if (file == nullptr || file->pMethods == nullptr) continue;
    int code = 0;
    file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &code);
    if (code != 0) return code;
  }
  return sqlite3_system_errno(connection);
}

bool is_full_disk(int code) { return code == ENOSPC || code == EFBIG || code == EDQUOT; }

bool is_file_with_content(const std::string& path) {
  struct stat status = {};
  return ::stat(path.c_str(), &status) == 0 && status.st_size > 0;
}

}  // namespace

Statement::Statement(const Database& database, sqlite3_stmt* statement)
    : database_(database), statement_(statement) {}

Statement::Statement(Statement&& other) noexcept
    : database_(other.database_), statement_(other.statement_) {
  other.statement_ = nullptr;
}

Statement::~Statement() { sqlite3_finalize(statement_); }

Statement& Statement::bind(int parameter, std::int64_t value) {
  const int code = sqlite3_bind_int64(statement_, parameter, value);
  if (code != SQLITE_OK) database_.fail(code);
  return *this;
}

Statement& Statement::bind(int parameter, std::string_view text) {
  // An empty view may carry a null pointer, which SQLite would take for NULL.
  const char* data = text.empty() ? "" : text.data();
  const int code =
      sqlite3_bind_text64(statement_, parameter, data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  if (code != SQLITE_OK) database_.fail(code);
  return *this;
}

Statement& Statement::bind_blob(int parameter, std::string_view bytes) {
  const char* data = bytes.empty() ? "" : bytes.data();
  const int code = sqlite3_bind_blob64(statement_, parameter, data, bytes.size(), SQLITE_TRANSIENT);
  if (code != SQLITE_OK) database_.fail(code);
  return *this;
}

Statement& Statement::bind_real(int parameter, double value) {
  const int code = sqlite3_bind_double(statement_, parameter, value);
  if (code != SQLITE_OK) database_.fail(code);
  return *this;
}

bool Statement::step() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) database_.fail(code);
  return false;
}

void Statement::reset() {
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
}

void Statement::run() {
  while (step()) {
  }
  reset();
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_, column);
}

double Statement::real(int column) const { return sqlite3_column_double(statement_, column); }

std::string_view Statement::text(int column) const {
  const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  if (data == nullptr) return {};
  return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::string_view Statement::blob(int column) const {
  const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  if (data == nullptr) return {};
  return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

void Database::Close::operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }

Database::Database(const std::string& path, const OpenOptions& options)
    : path_(path), options_(options) {
  std::error_code ignored;
  if (fs::is_directory(path, ignored)) {
    throw Error(ErrorKind::kIo, "is a directory", {.file = path}, "name a file for the memory");
  }
  if (options_.mode == OpenMode::kCreate) {
    const fs::path parent = fs::path(path).parent_path();
    std::error_code failure;
    if (!parent.empty()) fs::create_directories(parent, failure);
    if (failure) {
      throw Error(ErrorKind::kIo, "cannot create the directory: " + failure.message(),
                  {.file = parent.string()}, "choose another place with --db or MIZAN_DB");
    }
    // SQLite would only say that it has not found the file.
    if (!fs::exists(path, ignored) &&
        ::access(parent.empty() ? "." : parent.c_str(), W_OK | X_OK) != 0) {
      throw Error(ErrorKind::kIo, std::string("cannot create the memory: ") + std::strerror(errno),
                  {.file = path}, "choose another place with --db or MIZAN_DB");
    }
  } else if (!fs::exists(path, ignored)) {
    throw Error(ErrorKind::kNotFound, "no such memory", {.file = path},
                "check the path, or import something to create it");
  }
  if (read_only()) {
    open_read_only();
  } else {
    open_for_writing();
  }
}

Database::~Database() = default;

void Database::connect(const std::string& uri, int flags) {
  sqlite3* connection = nullptr;
  const int code = sqlite3_open_v2(uri.c_str(), &connection,
                                   flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nullptr);
  connection_.reset(connection);
  if (code != SQLITE_OK) fail(code);
  sqlite3_extended_result_codes(connection, 1);
  sqlite3_busy_timeout(connection, options_.busy_timeout_ms);
}

void Database::open_read_only() {
  const auto check = [this] {
    if (checked_version() == static_cast<int>(migrations().size())) return;
    // Reading must not fail after an update: the schema is brought up to date, if that may be.
    try {
      const Database migrated(
          path_, {.mode = OpenMode::kMustExist, .busy_timeout_ms = options_.busy_timeout_ms});
    } catch (const Error&) {
      throw Error(ErrorKind::kVersion, "the memory was written by an older Mizan", {.file = path_},
                  "run a command that may write to it once, to bring it up to date");
    }
  };
  connect(to_uri(path_, ""), SQLITE_OPEN_READONLY);
  try {
    check();
  } catch (const Error& error) {
    // In a directory where nothing may be created, SQLite cannot make the shared-memory file that
    // a WAL database needs even to be read. Without a log beside it the file alone is the whole
    // truth, and nobody who could change it is at work.
    if (error.kind() != ErrorKind::kIo || is_file_with_content(path_ + "-wal")) throw;
    connect(to_uri(path_, "?immutable=1"), SQLITE_OPEN_READONLY);
    check();
  }
  // A look-up touches hundreds of pages all over the file: mapped, they are not copied.
  execute("PRAGMA cache_size = -16384; PRAGMA mmap_size = 2147418112");
}

void Database::open_for_writing() {
  int flags = SQLITE_OPEN_READWRITE;
  if (options_.mode == OpenMode::kCreate) flags |= SQLITE_OPEN_CREATE;
  connect(to_uri(path_, ""), flags);
  // SQLite falls back to reading when it may not write; this is a request to write.
  if (sqlite3_db_readonly(connection_.get(), "main") == 1) fail(SQLITE_READONLY);
  // Before anything is written: the file may belong to another program.
  const int version = checked_version();
  if (version == 0 && options_.mode != OpenMode::kCreate) {
    throw Error(ErrorKind::kCorruptStore, "not a Mizan memory", {.file = path_},
                "check the path, or move the file away");
  }
  // A row of `unit` takes about half a kilobyte: on pages of 4 kB every tenth byte would stay
  // empty.
  if (version == 0) execute("PRAGMA page_size = 16384");
  // Turning WAL on needs the file for itself for a moment and does not wait for others by itself.
  const auto deadline =
      std::chrono::steady_clock::now() + std::chrono::milliseconds(options_.busy_timeout_ms);
  while (true) {
    const int code =
        sqlite3_exec(connection_.get(), "PRAGMA journal_mode = WAL", nullptr, nullptr, nullptr);
    if (code == SQLITE_OK) break;
    if ((code & 0xFF) != SQLITE_BUSY || std::chrono::steady_clock::now() > deadline) fail(code);
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  // FULL: a write that was reported done survives a power cut.
  execute("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536");
  migrate();
}

int Database::checked_version() const {
  const std::int64_t application = single_integer(*this, "PRAGMA application_id");
  const std::int64_t version = single_integer(*this, "PRAGMA user_version");
  if (application == kApplicationId) {
    const auto newest = static_cast<std::int64_t>(migrations().size());
    if (version > newest) {
      throw Error(ErrorKind::kVersion,
                  "the memory has schema version " + std::to_string(version) +
                      " and this Mizan knows versions up to " + std::to_string(newest),
                  {.file = path_}, "use the newer Mizan that wrote it");
    }
    return static_cast<int>(version);
  }
  const bool empty = application == 0 && version == 0 &&
                     single_integer(*this, "SELECT count(*) FROM sqlite_master") == 0;
  if (!empty || read_only()) {
    throw Error(ErrorKind::kCorruptStore, "not a Mizan memory", {.file = path_},
                "check the path, or move the file away");
  }
  return 0;
}

void Database::migrate() {
  const auto steps = migrations();
  if (checked_version() == static_cast<int>(steps.size())) return;
  Transaction transaction(*this);
  // Again, now that no other process can be at it.
  for (auto version = static_cast<std::size_t>(checked_version()); version < steps.size();
       ++version) {
    execute(steps[version]);
  }
  execute("PRAGMA application_id = " + std::to_string(kApplicationId) +
          "; PRAGMA user_version = " + std::to_string(steps.size()));
  transaction.commit();
}

Statement Database::prepare(std::string_view sql) const {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(connection_.get(), sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  if (code != SQLITE_OK) fail(code);
  return Statement(*this, statement);
}

void Database::execute(const std::string& sql) const {
  const int code = sqlite3_exec(connection_.get(), sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(code);
}

std::int64_t Database::last_insert_id() const {
  return sqlite3_last_insert_rowid(connection_.get());
}

std::int64_t Database::changes() const { return sqlite3_changes64(connection_.get()); }

bool Database::in_transaction() const { return sqlite3_get_autocommit(connection_.get()) == 0; }

std::int64_t Database::total_changes() const { return sqlite3_total_changes64(connection_.get()); }

bool Database::is_writing() const {
  return sqlite3_txn_state(connection_.get(), "main") == SQLITE_TXN_WRITE;
}

void Database::corrupt_index() const {
  throw Error(ErrorKind::kCorruptStore, "the index of the memory is damaged", {.file = path_},
              "restore it from a backup");
}

void Database::fail(int code) const {
  const InputPlace place{.file = path_};
  const int kind = code & 0xFF;
  const int system =
      kind == SQLITE_IOERR || kind == SQLITE_CANTOPEN ? last_file_error(connection_.get()) : 0;
  const std::string message = system != 0   ? std::strerror(system)
                              : connection_ ? sqlite3_errmsg(connection_.get())
                                            : sqlite3_errstr(code);
  if (kind == SQLITE_FULL || is_full_disk(system)) {
    throw Error(ErrorKind::kIo, "the disk is full, nothing was changed", place,
                "free some space and run it again");
  }
  switch (kind) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw Error(ErrorKind::kBusy, "another process is writing to the memory", place,
                  "try again when it has finished");
    case SQLITE_NOTADB:
      throw Error(ErrorKind::kCorruptStore, "not a Mizan memory", place,
                  "check the path, or move the file away");
    case SQLITE_CORRUPT:
      // Not `message`, which may quote the damaged bytes.
      throw Error(ErrorKind::kCorruptStore,
                  std::string("the memory is damaged: ") + sqlite3_errstr(SQLITE_CORRUPT), place,
                  "restore it from a backup");
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      throw Error(ErrorKind::kIo, "the memory may not be written", place,
                  "check who may write the file and its directory");
    case SQLITE_CANTOPEN:
      throw Error(ErrorKind::kIo, "cannot open the memory: " + message, place,
                  "check the path and who may use its directory");
    case SQLITE_IOERR:
      throw Error(ErrorKind::kIo, "cannot read or write the memory: " + message, place,
                  "check the disk and its free space");
    case SQLITE_NOMEM:
      throw Error(ErrorKind::kLimit, "out of memory", place);
    default:
      throw Error(ErrorKind::kCorruptStore, "the memory cannot be used: " + message, place,
                  "restore it from a backup");
  }
}

Transaction::Transaction(const Database& database) : database_(database) {
  database_.execute("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
  if (!open_) return;
  try {
    database_.execute("ROLLBACK");
  } catch (const Error&) {
    // SQLite has rolled back by itself after a full disk or an I/O error.
  }
}

void Transaction::commit() {
  assert(open_);
  database_.execute("COMMIT");
  open_ = false;
}

ReadSnapshot::ReadSnapshot(const Database& database)
    : database_(database), open_(!database.in_transaction()) {
  if (open_) database_.execute("BEGIN");
}

ReadSnapshot::~ReadSnapshot() {
  if (!open_) return;
  try {
    database_.execute("COMMIT");
  } catch (const Error&) {
    // Nothing was written; closing the connection ends the snapshot at the latest.
  }
}

Write::Write(const Database& database, std::string_view command)
    : database_(database), transaction_(database) {
  Statement statement = database_.prepare(
      "INSERT INTO write(command, time, unit_mark, concept_mark, term_mark, distinct_mark, "
      "entry_mark, unit_origin_mark) "
      "SELECT ?1, ?2, "
      "coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'unit'), 0), "
      "coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'concept'), 0), "
      "coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'term'), 0), "
      "coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'distinct_names'), 0), "
      "coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'lexicon_entry'), 0), "
      "coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'unit_origin'), 0)");
  statement.bind(1, command).bind(2, now()).run();
  id_ = database_.last_insert_id();
}

void Write::commit() {
  if (counts.empty()) {
    database_.prepare("DELETE FROM write WHERE id = ?").bind(1, id_).run();
  } else {
    database_.prepare("UPDATE write SET added = ?, changed = ?, removed = ? WHERE id = ?")
        .bind(1, counts.added)
        .bind(2, counts.changed)
        .bind(3, counts.removed)
        .bind(4, id_)
        .run();
  }
  transaction_.commit();
}

std::optional<WriteRecord> last_write(const Database& database) {
  Statement statement = database.prepare(
      "SELECT id, command, time, added, changed, removed FROM write ORDER BY id DESC LIMIT 1");
  if (!statement.step()) return std::nullopt;
  return WriteRecord{.id = statement.integer(0),
                     .command = std::string(statement.text(1)),
                     .time = to_timestamp(statement.integer(2)),
                     .counts = {
                         .added = statement.integer(3),
                         .changed = statement.integer(4),
                         .removed = statement.integer(5),
                     }};
}

}  // namespace mizan
