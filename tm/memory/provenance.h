// Where a unit was met, when that is more than one place: duplicates are merged into one unit that
// keeps every origin.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tm/memory/database.h"
#include "tm/model/translation_unit.h"

namespace mizan {

// Merges duplicates inside one Write.
class Provenance {
 public:
  explicit Provenance(const Database& database);

  // `again` equals `stored` (equal_units) and comes from `origin_id`, at `position` (-1: unknown).
  // The unit keeps its number, its own origin and position; it gains the other place, the
  // properties and notes that it did not have, the earlier creation and the later change. False
  // when it had all of that.
  bool merge(const TranslationUnit& stored, const TranslationUnit& again, std::int64_t origin_id,
             std::int64_t position);
  // Forgets the other origins of a unit.
  void remove(std::int64_t unit);

  // Another place of a unit; false when it was known.
  bool add_place(std::int64_t unit, std::int64_t origin_id, std::int64_t position);

 private:
  const Database& database_;
  Statement add_place_;
  Statement update_;
};

// Fills `also_from`.
class OriginReader {
 public:
  explicit OriginReader(const Database& database);

  void read(TranslationUnit& unit);

 private:
  Statement rows_;
};

// The same for all units, which come in the order of their ids: one walk instead of a query each.
class OriginWalk {
 public:
  explicit OriginWalk(const Database& database);

  void read(TranslationUnit& unit);

 private:
  Statement rows_;
  bool row_;
};

// Counts, for every file, the units that came from it after they were known from another one.
void add_other_files(const Database& database,
                     std::vector<std::pair<std::string, std::int64_t>>& files);

// An SQL condition on a row of select_units(): one origin of the unit has the file ?1, the document
// ?2 and the author ?3, those that are not NULL.
constexpr std::string_view kHasOrigin =
    "(coalesce(?1, ?2, ?3) IS NULL OR EXISTS(SELECT 1 FROM origin AS place "
    "WHERE (place.id = unit.origin_id OR place.id IN "
    "(SELECT origin_id FROM unit_origin WHERE unit_id = unit.id)) "
    "AND (?1 IS NULL OR place.file = ?1) AND (?2 IS NULL OR place.document = ?2) "
    "AND (?3 IS NULL OR place.author = ?3)))";

}  // namespace mizan
