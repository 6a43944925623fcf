// Files of translation units into the memory and out of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "tm/base/error.h"
#include "tm/memory/memory.h"

namespace mizan {

struct ImportSummary {
  std::string format;  // "TMX" or "TSV"
  std::size_t units = 0;
  std::int64_t added = 0;   // the others were in the memory already
  std::int64_t merged = 0;  // of these, those that brought another origin, date, property or note
  bool swapped = false;     // a TSV with English first
  std::vector<Diagnostic> diagnostics;
};

// Adds the units of `path` to the memory in one write: all of them, or on an Error none. The format
// is found from the content. `progress`, when set, is called with the number of units read.
ImportSummary import_units(TranslationMemory& memory, const std::string& path,
                           const std::function<void(std::size_t)>& progress = {});

enum class UnitFormat { kTmx, kTsv, kJsonLines };

// Hands the units that pass `filter` to `sink` in `format`; returns their number.
std::size_t export_units(const TranslationMemory& memory, const UnitFilter& filter,
                         UnitFormat format, const std::function<void(std::string_view)>& sink);

}  // namespace mizan
