// Units of one command on their way into the memory.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>

#include "tm/memory/memory.h"
#include "tm/model/translation_unit.h"

namespace mizan {

// One write, taken back by one undo; without commit() nothing of it remains. Other writers of this
// memory wait meanwhile.
class UnitStore {
 public:
  // `command` is what the memory's log says.
  UnitStore(const std::string& memory_path, const std::string& command);

  void add(std::span<const TranslationUnit> units);
  // Adds `units`, all of one origin, in the place of what stands there of the same source file: its
  // units that are `stale` and none of `units` go. A unit that was met elsewhere too stays.
  void replace(std::span<const TranslationUnit> units, const Origin& origin,
               const std::function<bool(const TranslationUnit&)>& stale);
  void commit();

  std::int64_t added() const { return import_.added(); }
  std::int64_t replaced() const { return import_.removed(); }
  std::int64_t known() const { return seen_ - import_.added(); }

 private:
  Database database_;
  TranslationMemory memory_;
  UnitImport import_;
  std::int64_t seen_ = 0;
};

}  // namespace mizan
