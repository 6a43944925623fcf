#include "tm/project/unit_store.h"

namespace mizan {

UnitStore::UnitStore(const std::string& memory_path, const std::string& command)
    : database_(memory_path), memory_(database_), import_(memory_, command) {}

void UnitStore::add(std::span<const TranslationUnit> units) {
  for (const TranslationUnit& unit : units) {
    import_.add(unit);
    ++seen_;
  }
}

void UnitStore::commit() { import_.commit(); }

}  // namespace mizan
