// The fuzzy index: which units hold which words, kept in the database beside the units. For each
// unit and side it stores the sequence of its tokens, and for each key (word without clitics) the
// units that hold it. SCHEMA.md describes the layout.
//
// The rule that everything rests on: a unit is in `fresh`, or every key of its sequences is in the
// postings of some run. Postings may also hold stale entries (a removed or changed unit), so a
// candidate counts only after a look at its present sequence.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "tm/base/language.h"
#include "tm/memory/database.h"
#include "tm/memory/document_counts.h"
#include "tm/memory/index_layout.h"
#include "tm/memory/posting_cache.h"
#include "tm/memory/run_builder.h"
#include "tm/memory/token_numbers.h"
#include "tm/memory/unit_sequence.h"

namespace mizan {

// Writes the index; lives inside one Write and ends with flush().
class IndexWriter {
 public:
  explicit IndexWriter(const Database& database);

  // (Re)indexes a unit.
  void put(std::int64_t unit, std::string_view arabic, std::string_view english);
  void remove(std::int64_t unit);
  // Drops everything about units with ids above `mark`.
  void remove_above(std::int64_t mark);
  // Writes what is pending. Must be called before the Write commits.
  void flush();
  // Empties the index.
  void clear();

 private:
  void remove_run(std::int64_t run);
  void write_pending();
  void write_pending_with_small_runs();

  const Database& database_;
  TokenNumbers numbers_;
  Statement put_sequence_;
  RunBuilder pending_;
  std::vector<std::int64_t> pending_units_;
  std::vector<IndexedToken> arabic_;
  std::vector<IndexedToken> english_;
};

// Units of one length on one side of a run: the documents from `begin` to the next length's.
struct LengthRange {
  std::uint32_t length = 0;
  std::uint32_t begin = 0;
};

// A run as a reader sees it. A document is a unit's number in the run, on one side.
struct IndexRun {
  std::int64_t id = 0;
  std::uint32_t documents = 0;
  std::array<std::vector<LengthRange>, 2> lengths;  // Arabic, English; ascending

  // The first document that has at least `length` tokens.
  std::uint32_t first_of_length(Language side, std::size_t length) const;
  std::uint32_t length_of(Language side, std::uint32_t document) const;
};

struct FreshUnit {
  std::int64_t id = 0;
  std::array<std::vector<IndexedToken>, 2> sequences;  // Arabic, English
};

// Reads the index. Statements are prepared once; what does not change until the database does is
// read once.
class IndexReader {
 public:
  explicit IndexReader(const Database& database);

  // Whether the index was built by the rules of this program. To be asked in each snapshot before
  // anything else.
  bool current();

  // The number of a key.
  std::optional<std::uint32_t> find_token(std::string_view key);
  const std::vector<IndexRun>& run_table();
  const std::vector<FreshUnit>& fresh();
  // A set with the documents of a run, from `begin` to before `end`, that hold a key. It lives
  // until the next call, and may hold documents outside.
  const DocumentSet& documents(const IndexRun& run, std::uint32_t key, Language side,
                               std::uint32_t begin, std::uint32_t end);
  // Whether documents() has them at hand and decodes nothing.
  bool has_decoded(const IndexRun& run, std::uint32_t key, Language side) const;
  std::int64_t unit_of(const IndexRun& run, Language side, std::uint32_t document);
  // The present sequence of a unit; false when there is no such unit.
  bool read_sequence(std::int64_t unit, Language side, std::vector<IndexedToken>& tokens);

  // The size in bytes of a key's postings in one run; 0 when the run does not have it. Remembered.
  std::int64_t posting_size(std::int64_t run, std::uint32_t key, Language side);
  std::vector<std::int64_t> fresh_units();
  // For a check: every entry of every posting, stale ones too, those of one key and side in a run
  // one after the other, with the number of tokens that the run has for the unit; and the units
  // that have a sequence and are not in the memory.
  void visit_all_postings(
      const std::function<void(std::uint32_t key, Language side, std::int64_t unit,
                               std::uint32_t length)>& visit);
  std::vector<std::int64_t> units_without_text() const;

  // For the documents of all runs, in the order of run_table(); all zero.
  DocumentCounts& counts();

  [[noreturn]] void corrupt() const;

 private:
  void refresh();

  const Database& database_;
  Statement token_;
  Statement units_;
  Statement arabic_;
  Statement english_;
  Statement others_changes_;
  // Which state of the database the rest was read from: what others and what this connection have
  // written until then.
  std::optional<std::pair<std::int64_t, std::int64_t>> state_;
  bool current_ = false;
  std::optional<std::vector<IndexRun>> run_table_;
  std::optional<std::vector<FreshUnit>> fresh_;
  std::unordered_map<std::int64_t, std::vector<std::int64_t>> unit_chunks_;
  TextMap<std::optional<std::uint32_t>> tokens_;
  PostingCache postings_;
  DocumentCounts counts_;
};

// The rules an index is built by: fold, tokens, clitic keys and layout.
std::string index_version();
void store_index_version(const Database& database);

// Calls `visit` with the number of tokens on both sides of every unit.
void visit_lengths(const Database& database,
                   const std::function<void(std::size_t arabic, std::size_t english)>& visit);

// The numbers of the units in a row of run_units; false when the bytes are damaged.
bool decode_units(std::string_view bytes, std::vector<std::int64_t>& units);

}  // namespace mizan
