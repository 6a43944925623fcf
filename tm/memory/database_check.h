// Whether a memory is what SCHEMA.md promises: the file sound, every unit whole, the journal in
// order, and everything that is derived from the units (index, learned counts) in agreement with
// them.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "tm/memory/memory.h"

namespace mizan {

enum class FaultArea {
  kFile,     // the pages of the database, its references
  kUnits,    // the texts and what is stored with them
  kJournal,  // what undo rests on
  kIndex,    // derived from the units, can be rebuilt
  kCounts,   // the same
};

struct MemoryFault {
  FaultArea area = FaultArea::kFile;
  std::string message;  // one line for a person: "unit 17: its digest does not fit its texts"
};

// Reads everything once, as one snapshot while others may write, in memory that does not grow with
// the units but for the list of words. Of one kind of fault some are named and the rest counted. A
// file with damaged pages is not examined further. `progress`, when set, is called with the number
// of units seen and the number of units to see.
std::vector<MemoryFault> check_memory(
    const TranslationMemory& memory,
    const std::function<void(std::size_t, std::size_t)>& progress = {});

// Rebuilds what is derived from the units, which must be without faults: the index, and the learned
// counts, which the next learning makes anew. Units, terms and journal are not touched.
void rebuild_derived(TranslationMemory& memory);

// "journal", for people.
std::string_view to_string(FaultArea area);

}  // namespace mizan
