// Files of translation units into the memory, out of it, and from one format into another.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tm/base/error.h"
#include "tm/base/file.h"
#include "tm/format/unit_formats.h"
#include "tm/memory/memory.h"

namespace mizan {

// Called with the number of units so far; may be empty.
using UnitProgress = std::function<void(std::size_t)>;

struct ImportSummary {
  UnitReadSummary read;
  std::int64_t added = 0;   // the others were in the memory already
  std::int64_t merged = 0;  // of these, those that brought another origin, date, property or note
};

// Adds the units of `source` to the memory in one write: all of them, or on an Error none.
ImportSummary import_units(TranslationMemory& memory, const UnitSource& source,
                           const UnitReadOptions& options, const UnitProgress& progress = {});

// The files of one export or conversion, replaced at one stroke; "-" is standard output.
class UnitOutput {
 public:
  // `standard_output` takes what goes to "-". Throws Error(kUsage) when the format needs several
  // files and `path` is "-", and as FileReplacement.
  UnitOutput(const UnitFormat& format, const std::string& path, const TextSink& standard_output);

  UnitWriter& writer() { return *writer_; }
  // After the writer has finished.
  void commit();

 private:
  std::vector<std::unique_ptr<FileReplacement>> files_;
  std::unique_ptr<UnitWriter> writer_;
};

// The format that `id` names or else the name of the file; null when neither says. Throws
// Error(kUsage) for a format that cannot be written.
const UnitFormat* writable_format(const std::string& id, const std::string& path);

// Writes the units that pass `filter`; returns their number.
std::size_t export_units(const TranslationMemory& memory, const UnitFilter& filter,
                         UnitWriter& writer);
// Writes every unit of `source`; nothing but the unit at hand is held.
UnitReadSummary convert_units(const UnitSource& source, UnitWriter& writer, UnitReadOptions options,
                              const UnitProgress& progress = {});

}  // namespace mizan
