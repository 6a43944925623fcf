#include "tm/project/unit_store.h"

#include <filesystem>
#include <set>
#include <string_view>
#include <tuple>
#include <vector>

namespace mizan {

UnitStore::UnitStore(const std::string& memory_path, const std::string& command)
    : database_(memory_path), memory_(database_), import_(memory_, command) {}

void UnitStore::add(std::span<const TranslationUnit> units) {
  for (const TranslationUnit& unit : units) {
    import_.add(unit);
    ++seen_;
  }
}

void UnitStore::replace(std::span<const TranslationUnit> units, const Origin& origin,
                        const std::function<bool(const TranslationUnit&)>& stale) {
  std::set<std::tuple<std::string_view, std::string_view, Language>> kept;
  for (const TranslationUnit& unit : units) {
    kept.emplace(unit.arabic, unit.english, unit.source_language);
  }
  const std::filesystem::path file = std::filesystem::path(origin.file).lexically_normal();
  std::vector<std::int64_t> gone;
  memory_.for_each({.document = origin.document}, [&](const TranslationUnit& unit) {
    if (std::filesystem::path(unit.origin.file).lexically_normal() == file &&
        unit.origin.document == origin.document && unit.also_from.empty() &&
        !kept.contains({unit.arabic, unit.english, unit.source_language}) && stale(unit)) {
      gone.push_back(unit.id);
    }
  });
  for (const std::int64_t id : gone) import_.remove(id);
  add(units);
}

void UnitStore::commit() { import_.commit(); }

}  // namespace mizan
