#include "tm/memory/undo.h"

#include <array>
#include <string>
#include <vector>

#include "tm/memory/unit_index.h"

namespace mizan {
namespace {

// A journalled table: its mark in `write` and its columns besides the id.
struct Journalled {
  const char* table;
  const char* mark;
  const char* columns;
  const char* assignments;
};

constexpr std::array<Journalled, 6> kJournalled = {{
    {"unit", "unit_mark",
     "digest, arabic, english, source_language, origin_id, position, created, changed, extras",
     "digest = excluded.digest, arabic = excluded.arabic, english = excluded.english, "
     "source_language = excluded.source_language, origin_id = excluded.origin_id, "
     "position = excluded.position, created = excluded.created, changed = excluded.changed, "
     "extras = excluded.extras"},
    {"unit_origin", "unit_origin_mark", "unit_id, origin_id, position",
     "unit_id = excluded.unit_id, origin_id = excluded.origin_id, position = excluded.position"},
    {"concept", "concept_mark", "subject, definition, source, created, changed",
     "subject = excluded.subject, definition = excluded.definition, source = excluded.source, "
     "created = excluded.created, changed = excluded.changed"},
    {"term", "term_mark", "concept_id, language, text, status, note, created, changed",
     "concept_id = excluded.concept_id, language = excluded.language, text = excluded.text, "
     "status = excluded.status, note = excluded.note, created = excluded.created, "
     "changed = excluded.changed"},
    {"distinct_names", "distinct_mark", "a, b, created",
     "a = excluded.a, b = excluded.b, created = excluded.created"},
    {"lexicon_entry", "entry_mark", "arabic, english, weight, list, created",
     "arabic = excluded.arabic, english = excluded.english, weight = excluded.weight, "
     "list = excluded.list, created = excluded.created"},
}};

std::int64_t mark_of(const Database& database, const char* mark, std::int64_t write) {
  Statement statement =
      database.prepare(std::string("SELECT ") + mark + " FROM write WHERE id = ?");
  statement.bind(1, write);
  statement.step();
  return statement.integer(0);
}

// Rows born in the write go; rows that it changed or deleted are as their image before it.
void restore(const Database& database, const Journalled& journalled, std::int64_t write) {
  const std::string table = journalled.table;
  const std::string columns = journalled.columns;
  database.prepare("DELETE FROM " + table + " WHERE id > ?")
      .bind(1, mark_of(database, journalled.mark, write))
      .run();
  database
      .prepare("INSERT INTO " + table + "(id, " + columns + ") SELECT id, " + columns + " FROM " +
               table + "_before WHERE write_id = ? ON CONFLICT(id) DO UPDATE SET " +
               journalled.assignments)
      .bind(1, write)
      .run();
}

// The units whose texts the write changed or deleted.
std::vector<std::int64_t> rewritten_units(const Database& database, std::int64_t write) {
  std::vector<std::int64_t> units;
  Statement rows = database.prepare(
      "SELECT image.id FROM unit_before AS image LEFT JOIN unit ON unit.id = image.id "
      "WHERE write_id = ? AND (unit.id IS NULL OR unit.arabic <> image.arabic "
      "OR unit.english <> image.english)");
  rows.bind(1, write);
  while (rows.step()) units.push_back(rows.integer(0));
  return units;
}

void restore_index(const Database& database, std::int64_t mark,
                   const std::vector<std::int64_t>& rewritten) {
  IndexWriter index(database);
  index.remove_above(mark);
  Statement texts = database.prepare("SELECT arabic, english FROM unit WHERE id = ?");
  for (const std::int64_t unit : rewritten) {
    texts.bind(1, unit);
    if (texts.step()) index.put(unit, texts.text(0), texts.text(1));
    texts.reset();
  }
  index.flush();
}

// A unit that comes back has an id that the learning has passed already.
void restore_learning(const Database& database, const std::vector<std::int64_t>& rewritten) {
  Statement insert = database.prepare("INSERT OR IGNORE INTO unlearned VALUES(?)");
  for (const std::int64_t unit : rewritten) insert.bind(1, unit).run();
}

}  // namespace

std::optional<WriteRecord> undo_last_write(const Database& database) {
  Transaction transaction(database);
  std::optional<WriteRecord> record = last_write(database);
  if (!record) return std::nullopt;
  const std::vector<std::int64_t> rewritten = rewritten_units(database, record->id);
  const std::int64_t unit_mark = mark_of(database, "unit_mark", record->id);
  for (const Journalled& journalled : kJournalled) restore(database, journalled, record->id);
  restore_index(database, unit_mark, rewritten);
  restore_learning(database, rewritten);
  // Restoring has run the triggers too; their images go with the write.
  for (const Journalled& journalled : kJournalled) {
    database.prepare(std::string("DELETE FROM ") + journalled.table + "_before WHERE write_id = ?")
        .bind(1, record->id)
        .run();
  }
  database.prepare("DELETE FROM write WHERE id = ?").bind(1, record->id).run();
  transaction.commit();
  return record;
}

}  // namespace mizan
