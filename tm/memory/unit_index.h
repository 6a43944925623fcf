// The fuzzy index: which units hold which words, kept in the database beside the units. For each
// unit and side it stores the sequence of its tokens, and for each key (word without clitics) the
// units that hold it. SCHEMA.md describes the layout.
//
// The rule that everything rests on: a unit is in `fresh`, or every key of its sequences is in the
// postings of some run. Postings may also hold stale entries (a removed or changed unit), so a
// candidate counts only after a look at its present sequence.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tm/base/language.h"
#include "tm/memory/database.h"

namespace mizan {

// A token as the index compares it: equal keys, equal words but for clitics (or two numbers).
struct IndexedToken {
  std::uint32_t key = 0;
  std::uint32_t surface = 0;
};

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
  struct Entry {
    std::uint64_t key_side;  // key * 2 + side
    std::uint32_t length;
    std::int64_t unit;
    friend auto operator<=>(const Entry&, const Entry&) = default;
  };

  std::uint32_t intern(const std::string& text);
  std::string index_side(std::string_view text, Language side, std::int64_t unit);
  void append_entries(std::string_view sequence, Language side, std::int64_t unit);
  void pack();

  const Database& database_;
  Statement find_token_;
  Statement add_token_;
  Statement put_sequence_;
  std::unordered_map<std::string, std::uint32_t> tokens_;
  std::uint32_t next_token_ = 0;
  std::uint32_t stored_next_token_ = 0;
  std::vector<Entry> pending_;
  std::vector<std::int64_t> pending_units_;
};

// Reads the index. Statements are prepared once.
class IndexReader {
 public:
  explicit IndexReader(const Database& database);

  // Whether the index was built by the rules of this program.
  bool current();

  std::optional<std::uint32_t> find_token(std::string_view text);
  std::vector<std::int64_t> runs();
  // The size in bytes of a key's postings in one run; 0 when the run does not have it.
  std::int64_t posting_size(std::int64_t run, std::uint32_t key, Language side);
  // Calls `visit` with every (unit, length of its sequence) of a key in a run, lengths between
  // `shortest` and `longest`.
  void visit_postings(std::int64_t run, std::uint32_t key, Language side, std::size_t shortest,
                      std::size_t longest, const std::function<void(std::int64_t)>& visit);
  std::vector<std::int64_t> fresh_units();
  // The present sequence of a unit; false when there is no such unit.
  bool read_sequence(std::int64_t unit, Language side, std::vector<IndexedToken>& tokens);

 private:
  const Database& database_;
  Statement token_;
  Statement run_;
  Statement posting_size_;
  Statement posting_;
  Statement fresh_;
  Statement arabic_;
  Statement english_;
  Statement version_;
};

// The rules an index is built by: fold, tokens, clitic keys and layout.
std::string index_version();
void store_index_version(const Database& database);

// Calls `visit` with the number of tokens on both sides of every unit.
void visit_lengths(const Database& database,
                   const std::function<void(std::size_t arabic, std::size_t english)>& visit);

}  // namespace mizan
