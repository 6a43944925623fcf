#include "tm/memory/provenance.h"

#include <algorithm>

#include "tm/memory/timestamp.h"
#include "tm/memory/unit_record.h"

namespace mizan {
namespace {

// Appends what `kept` lacks; true when there was something.
template <typename Value>
bool append_missing(std::vector<Value>& kept, const std::vector<Value>& others) {
  const std::size_t before = kept.size();
  for (const Value& value : others) {
    if (std::ranges::find(kept, value) == kept.end()) kept.push_back(value);
  }
  return kept.size() > before;
}

}  // namespace

Provenance::Provenance(const Database& database)
    : database_(database),
      add_place_(database.prepare(
          "INSERT OR IGNORE INTO unit_origin(unit_id, origin_id, position) SELECT id, ?2, ?3 "
          "FROM unit WHERE id = ?1 AND (origin_id <> ?2 OR ?3 >= 0 AND position IS NOT ?3)")),
      update_(
          database.prepare("UPDATE unit SET created = ?, changed = ?, extras = ? WHERE id = ?")) {}

bool Provenance::add_place(std::int64_t unit, std::int64_t origin_id, std::int64_t position) {
  add_place_.bind(1, unit).bind(2, origin_id).bind(3, position).run();
  return database_.changes() > 0;
}

bool Provenance::merge(const TranslationUnit& stored, const TranslationUnit& again,
                       std::int64_t origin_id, std::int64_t position) {
  const bool elsewhere = add_place(stored.id, origin_id, position);

  TranslationUnit merged = stored;
  bool differs = append_missing(merged.properties, again.properties);
  if (append_missing(merged.notes, again.notes)) differs = true;
  // Tags belong together: those of the first unit that has any stay.
  for (const auto side : {&TranslationUnit::arabic_tags, &TranslationUnit::english_tags}) {
    if (!(merged.*side).empty() || (again.*side).empty()) continue;
    merged.*side = again.*side;
    differs = true;
  }
  std::int64_t created = parse_timestamp(stored.origin.created).value_or(0);
  if (const auto other = parse_timestamp(again.origin.created); other && *other < created) {
    created = *other;
    differs = true;
  }
  std::optional<std::int64_t> changed = parse_timestamp(stored.origin.changed);
  if (const auto other = parse_timestamp(again.origin.changed); other > changed) {
    changed = other;
    differs = true;
  }
  if (!differs) return elsewhere;
  update_.bind(1, created);
  if (changed) update_.bind(2, *changed);
  if (const std::string extras = encode_extras(merged); !extras.empty()) {
    update_.bind_blob(3, extras);
  }
  update_.bind(4, stored.id).run();
  return true;
}

void Provenance::remove(std::int64_t unit) {
  database_.prepare("DELETE FROM unit_origin WHERE unit_id = ?").bind(1, unit).run();
}

namespace {

void add_origin(const Statement& row, TranslationUnit& unit) {
  Origin& origin = unit.also_from.emplace_back();
  origin.file = row.text(0);
  origin.document = row.text(1);
  origin.author = row.text(2);
}

}  // namespace

OriginReader::OriginReader(const Database& database)
    : rows_(database.prepare("SELECT file, document, author FROM unit_origin "
                             "JOIN origin ON origin.id = origin_id WHERE unit_id = ?1 "
                             "AND origin_id <> (SELECT origin_id FROM unit WHERE id = ?1) "
                             "GROUP BY origin_id ORDER BY min(unit_origin.id)")) {}

void OriginReader::read(TranslationUnit& unit) {
  unit.also_from.clear();
  rows_.bind(1, unit.id);
  while (rows_.step()) add_origin(rows_, unit);
  rows_.reset();
}

OriginWalk::OriginWalk(const Database& database)
    : rows_(database.prepare(
          "SELECT file, document, author, unit_id FROM unit_origin "
          "JOIN origin ON origin.id = unit_origin.origin_id JOIN unit ON unit.id = unit_id "
          "WHERE unit_origin.origin_id <> unit.origin_id "
          "GROUP BY unit_id, unit_origin.origin_id ORDER BY unit_id, min(unit_origin.id)")),
      row_(rows_.step()) {}

void OriginWalk::read(TranslationUnit& unit) {
  unit.also_from.clear();
  for (; row_ && rows_.integer(3) <= unit.id; row_ = rows_.step()) {
    if (rows_.integer(3) == unit.id) add_origin(rows_, unit);
  }
}

void add_other_files(const Database& database,
                     std::vector<std::pair<std::string, std::int64_t>>& files) {
  Statement rows = database.prepare(
      "SELECT other.file, count(DISTINCT unit_id) FROM unit_origin "
      "JOIN origin AS other ON other.id = unit_origin.origin_id "
      "JOIN unit ON unit.id = unit_id JOIN origin AS own ON own.id = unit.origin_id "
      "WHERE other.file <> own.file GROUP BY other.file ORDER BY other.file");
  while (rows.step()) {
    const auto known = std::ranges::find(
        files, rows.text(0), [](const auto& file) { return std::string_view(file.first); });
    if (known != files.end()) {
      known->second += rows.integer(1);
    } else {
      files.emplace_back(rows.text(0), rows.integer(1));
    }
  }
  std::ranges::stable_sort(files, std::greater<>(), [](const auto& file) { return file.second; });
}

}  // namespace mizan
