// Taking back the last write.
#pragma once

#include <optional>
#include <span>

#include "tm/memory/database.h"

namespace mizan {

// A table whose rows are journalled.
struct JournalledTable {
  const char* table;
  const char* mark;     // the column of `write` that holds its highest id before the write
  const char* columns;  // besides the id
};

std::span<const JournalledTable> journalled_tables();

// Restores units, terms, declared distinct names and lexicon lists as they were before the last
// write, and the index with them; returns that write, or nothing when there is none. May be
// repeated.
std::optional<WriteRecord> undo_last_write(const Database& database);

}  // namespace mizan
