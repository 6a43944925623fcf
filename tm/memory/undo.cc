#include "tm/memory/undo.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "tm/memory/unit_index.h"

namespace mizan {
namespace {

constexpr std::array<JournalledTable, 6> kJournalled = {{
    {"unit", "unit_mark",
     "digest, arabic, english, source_language, origin_id, position, created, changed, extras"},
    {"unit_origin", "unit_origin_mark", "unit_id, origin_id, position"},
    {"concept", "concept_mark",
     "subject, definition, source, created, changed, customer, project, note, extras, "
     "created_by, changed_by"},
    {"term", "term_mark",
     "concept_id, language, text, status, note, created, changed, part_of_speech, number, "
     "gender, forms, case_sensitive, do_not_translate, region, extras, created_by, "
     "changed_by, lookup_key"},
    {"distinct_names", "distinct_mark", "a, b, created"},
    {"lexicon_entry", "entry_mark", "arabic, english, weight, list, created"},
}};

// "a = excluded.a, b = excluded.b" of "a, b".
std::string assignments(std::string_view columns) {
  std::string sql;
  while (!columns.empty()) {
    const std::size_t end = std::min(columns.find(", "), columns.size());
    const std::string column(columns.substr(0, end));
    sql += (sql.empty() ? "" : ", ") + column + " = excluded." + column;
    columns.remove_prefix(std::min(end + 2, columns.size()));
  }
  return sql;
}

std::int64_t mark_of(const Database& database, const char* mark, std::int64_t write) {
  Statement statement =
      database.prepare(std::string("SELECT ") + mark + " FROM write WHERE id = ?");
  statement.bind(1, write);
  statement.step();
  return statement.integer(0);
}

// Rows born in the write go; rows that it changed or deleted are as their image before it.
void restore(const Database& database, const JournalledTable& journalled, std::int64_t write) {
  const std::string table = journalled.table;
  const std::string columns = journalled.columns;
  database.prepare("DELETE FROM " + table + " WHERE id > ?")
      .bind(1, mark_of(database, journalled.mark, write))
      .run();
  database
      .prepare("INSERT INTO " + table + "(id, " + columns + ") SELECT id, " + columns + " FROM " +
               table + "_before WHERE write_id = ? ON CONFLICT(id) DO UPDATE SET " +
               assignments(columns))
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

std::span<const JournalledTable> journalled_tables() { return kJournalled; }

std::optional<WriteRecord> undo_last_write(const Database& database) {
  Transaction transaction(database);
  std::optional<WriteRecord> record = last_write(database);
  if (!record) return std::nullopt;
  const std::vector<std::int64_t> rewritten = rewritten_units(database, record->id);
  const std::int64_t unit_mark = mark_of(database, "unit_mark", record->id);
  for (const JournalledTable& journalled : kJournalled) restore(database, journalled, record->id);
  restore_index(database, unit_mark, rewritten);
  restore_learning(database, rewritten);
  // Restoring has run the triggers too; their images go with the write.
  for (const JournalledTable& journalled : kJournalled) {
    database.prepare(std::string("DELETE FROM ") + journalled.table + "_before WHERE write_id = ?")
        .bind(1, record->id)
        .run();
  }
  database.prepare("DELETE FROM write WHERE id = ?").bind(1, record->id).run();
  transaction.commit();
  return record;
}

}  // namespace mizan
