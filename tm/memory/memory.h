// The translation memory: units stored, changed, listed and taken back. Looking up is in lookup.h
// and concordance.h.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "tm/base/language.h"
#include "tm/memory/database.h"
#include "tm/model/translation_unit.h"

namespace mizan {

class IndexReader;
class IndexWriter;
class OriginReader;
class Provenance;

// Which units to list; what is absent does not filter. Of a unit with several origins, one must
// have all of file, document and author.
struct UnitFilter {
  std::optional<std::string> file = std::nullopt;
  std::optional<std::string> document = std::nullopt;
  std::optional<std::string> author = std::nullopt;
  std::optional<Language> source_language = std::nullopt;
  // The date of the last change, or else of the creation, as ISO 8601 UTC (a day is its first
  // second): since <= date < until.
  std::optional<std::string> since = std::nullopt;
  std::optional<std::string> until = std::nullopt;
  // Regular expressions (tm/text/pattern.h) that the side must match somewhere.
  std::optional<std::string> arabic_pattern = std::nullopt;
  std::optional<std::string> english_pattern = std::nullopt;
};

struct MemoryStats {
  std::int64_t units = 0;
  std::int64_t arabic_words = 0;  // words, numbers and symbols
  std::int64_t english_words = 0;
  std::int64_t arabic_sources = 0;                          // units translated from Arabic
  std::int64_t english_sources = 0;                         // and from English
  std::vector<std::pair<std::string, std::int64_t>> files;  // origin and its units, most first
  std::int64_t concepts = 0;
  std::int64_t terms = 0;
  std::optional<WriteRecord> last_write;
  std::int64_t bytes = 0;  // of the database file
};

// Not thread-safe: one TranslationMemory (and one Database) a thread. Every function throws the
// errors that Database declares; writing with a Database opened read-only is an Error(kIo).
class TranslationMemory {
 public:
  // `database` must outlive it. Opened for writing, an index that an older Mizan built by other
  // rules is rebuilt here.
  explicit TranslationMemory(const Database& database);
  TranslationMemory(const TranslationMemory&) = delete;
  TranslationMemory& operator=(const TranslationMemory&) = delete;
  ~TranslationMemory();

  const Database& database() const { return database_; }

  // Adds one unit; returns its id, or the id of the equal unit that is already there and with which
  // it was merged (provenance.h). Throws Error(kMalformed) for an empty or invalid side.
  std::int64_t add(const TranslationUnit& unit, std::string_view command = "add");

  // Replaces the texts that are given. Throws kNotFound when there is no such unit, kUsage when
  // the result equals another unit, kMalformed as add().
  void edit(std::int64_t id, const std::optional<std::string>& arabic,
            const std::optional<std::string>& english, std::string_view command = "edit");

  // Throws kNotFound when there is no such unit.
  void remove(std::int64_t id, std::string_view command = "remove");

  // Takes back the last write wholly, terms included; nothing when there is none left. What it
  // returns is the write that was taken back.
  std::optional<WriteRecord> undo();

  std::optional<TranslationUnit> find(std::int64_t id) const;
  void for_each(const UnitFilter& filter,
                const std::function<void(const TranslationUnit&)>& visit) const;
  MemoryStats stats() const;

  // Makes the index anew from the units.
  void rebuild_index();

  // For the look-ups of this room: the index, when it was built by this program's rules; and the
  // part of a unit that read_unit() leaves out (also_from).
  IndexReader* index() const;
  // One side of a unit (if it is there) or of all units, with the date of the last change or else
  // of the creation. The text lives until `visit` returns.
  using VisitSide =
      std::function<void(std::int64_t unit, std::string_view text, std::int64_t date)>;
  void visit_side(std::int64_t unit, Language side, const VisitSide& visit) const;
  void for_each_side(Language side, const VisitSide& visit) const;
  void read_origins(TranslationUnit& unit) const;

 private:
  const Database& database_;
  mutable std::unique_ptr<IndexReader> index_;
  mutable std::optional<Statement> unit_;
  mutable std::array<std::optional<Statement>, 2> sides_;  // Arabic, English
  mutable std::unique_ptr<OriginReader> origins_;
};

// Many units in one write: all of them are stored, or none.
class UnitImport {
 public:
  UnitImport(TranslationMemory& memory, std::string_view command);
  UnitImport(const UnitImport&) = delete;
  UnitImport& operator=(const UnitImport&) = delete;
  ~UnitImport();

  struct Stored {
    std::int64_t id = 0;
    bool added = false;  // false: merged with the equal unit that was there
  };
  // A unit that comes from a file or document without a position gets the next one there: the order
  // of the import is then what context is judged by. Throws as TranslationMemory::add().
  Stored add(const TranslationUnit& unit);
  // Takes a unit out, wherever it was met. Throws kNotFound when there is no such unit.
  void remove(std::int64_t id);
  std::int64_t added() const { return write_.counts.added; }
  std::int64_t removed() const { return write_.counts.removed; }
  // Units that a duplicate gave another origin, date, property or note.
  std::int64_t merged() const { return write_.counts.changed; }

  // Without it, nothing of the import remains.
  void commit();

 private:
  friend class TranslationMemory;
  std::optional<TranslationUnit> find_equal(const TranslationUnit& unit, std::int64_t digest);
  std::int64_t origin_id(const Origin& origin);
  std::int64_t position_of(const Origin& origin);
  bool add_other_origins(std::int64_t id, const TranslationUnit& unit);

  const Database& database_;
  Write write_;
  std::unique_ptr<IndexWriter> index_;
  std::unique_ptr<Provenance> provenance_;
  Statement find_digest_;
  Statement insert_;
  Statement insert_origin_;
  Statement find_origin_;
  // Imports come document by document: the last origin is mostly the next one's too.
  Origin last_origin_;
  std::int64_t last_origin_id_ = 0;
  std::unordered_map<std::string, std::int64_t> next_positions_;  // by file and document
};

}  // namespace mizan
