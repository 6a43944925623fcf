// Taking back the last write.
#pragma once

#include <optional>

#include "tm/memory/database.h"

namespace mizan {

// Restores units, terms, declared distinct names and lexicon lists as they were before the last
// write, and the index with them; returns that write, or nothing when there is none. May be
// repeated.
std::optional<WriteRecord> undo_last_write(const Database& database);

}  // namespace mizan
