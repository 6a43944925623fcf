// Postings as a look-up asks for them: those that are asked for again stay decoded, as far as there
// is room.
#pragma once

#include <cstddef>
#include <cstdint>
#include <list>
#include <unordered_map>

#include "tm/memory/database.h"
#include "tm/memory/document_set.h"

namespace mizan {

// Rows are those of the table `posting`. What is remembered holds for one state of the database.
class PostingCache {
 public:
  explicit PostingCache(const Database& database);

  void clear();
  // The size in bytes as it is stored; 0 when there is no such posting.
  std::int64_t size(std::int64_t row);
  // Whether documents() reads nothing.
  bool has_decoded(std::int64_t row) const;
  // A set with the documents of a posting from `begin` to before `end`; it lives until the next
  // call, and may hold others. `all`: so many documents the run has.
  const DocumentSet& documents(std::int64_t row, std::uint32_t begin, std::uint32_t end,
                               std::uint32_t all);

 private:
  struct Posting {
    std::int64_t row = 0;
    std::int64_t size = 0;
    bool read_before = false;
    bool decoded = false;
    DocumentSet documents;
  };

  Posting& posting(std::int64_t row);
  void make_room();

  const Database& database_;
  Statement size_;
  Statement entries_;
  std::list<Posting> postings_;  // the last used first
  std::unordered_map<std::int64_t, std::list<Posting>::iterator> places_;
  std::size_t decoded_bytes_ = 0;
  DocumentSet documents_;  // those of a posting that is not kept
};

}  // namespace mizan
