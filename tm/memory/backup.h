// Copies and compaction of the database file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

#include "tm/memory/database.h"

namespace mizan {

// Copies the memory as it is now, in one consistent state whatever others write meanwhile, to
// `path`, which appears (or is replaced) at one stroke once the copy has passed SQLite's own check.
// `progress`, when set, is called with pages copied and pages in all. Throws kUsage when `path` is
// the memory itself or a memory in use, kIo when it cannot be written; then nothing has changed.
// Returns the number of units in the copy.
std::int64_t back_up(const Database& database, const std::string& path,
                     const std::function<void(std::size_t, std::size_t)>& progress = {});

struct VacuumResult {
  std::int64_t bytes_before = 0;  // of the file and its log
  std::int64_t bytes_after = 0;
};

// Rewrites the file without its free pages. Needs as much free disk again as the memory takes;
// others may read meanwhile.
VacuumResult vacuum(const Database& database);

}  // namespace mizan
