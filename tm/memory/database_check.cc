#include "tm/memory/database_check.h"

#include <map>
#include <string_view>
#include <utility>

#include "tm/base/error.h"
#include "tm/base/utf8.h"
#include "tm/memory/index_check.h"
#include "tm/memory/undo.h"
#include "tm/memory/unit_record.h"
#include "tm/memory/word_counts.h"

namespace mizan {
namespace {

// Of one kind of fault so many are named, the others counted.
constexpr std::size_t kNamedFaults = 10;

class FaultList {
 public:
  // `kind` is what faults of one kind have in common, `where` what tells them apart.
  void add(FaultArea area, const std::string& where, const std::string& kind) {
    if (++seen_[{area, kind}] <= kNamedFaults) {
      faults_.push_back({area, where.empty() ? kind : where + ": " + kind});
    }
  }

  void add_unit(FaultArea area, std::int64_t unit, const std::string& kind) {
    add(area, "unit " + std::to_string(unit), kind);
  }

  bool empty() const { return faults_.empty(); }

  std::vector<MemoryFault> take() {
    for (const auto& [kind, count] : seen_) {
      if (count <= kNamedFaults) continue;
      faults_.push_back(
          {kind.first, std::to_string(count - kNamedFaults) + " more: " + kind.second});
    }
    return std::move(faults_);
  }

 private:
  std::vector<MemoryFault> faults_;
  std::map<std::pair<FaultArea, std::string>, std::size_t> seen_;
};

void check_file(const Database& database, FaultList& faults) {
  Statement pages = database.prepare("PRAGMA integrity_check");
  while (pages.step()) {
    // The first message of a damaged file stands below a title line.
    std::string_view message = pages.text(0);
    message.remove_prefix(message.rfind('\n') + 1);
    if (message != "ok") faults.add(FaultArea::kFile, "", std::string(message));
  }
  if (!faults.empty()) return;
  Statement references = database.prepare("PRAGMA foreign_key_check");
  while (references.step()) {
    faults.add(FaultArea::kFile,
               std::string(references.text(0)) + " " + std::to_string(references.integer(1)),
               "refers to a row of " + std::string(references.text(2)) + " that is not there");
  }
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

void check_unit(const Statement& row, std::int64_t digest, FaultList& faults) {
  const std::int64_t id = row.integer(0);
  TranslationUnit unit;
  try {
    unit = read_unit(row);
  } catch (const Error&) {
    faults.add_unit(FaultArea::kUnits, id, "its properties and notes cannot be read");
    return;
  }
  if (is_blank(unit.arabic) || is_blank(unit.english)) {
    faults.add_unit(FaultArea::kUnits, id, "a side is empty");
  }
  if (find_invalid_utf8(unit.arabic) || find_invalid_utf8(unit.english)) {
    faults.add_unit(FaultArea::kUnits, id, "a side is not UTF-8");
  }
  if (unit_digest(unit) != digest) {
    faults.add_unit(FaultArea::kUnits, id, "its digest does not fit its texts");
  }
}

void check_units(const Database& database, FaultList& faults,
                 const std::function<void(std::size_t)>& progress) {
  Statement rows = database.prepare("SELECT " + std::string(kUnitColumns) + ", digest FROM " +
                                    std::string(kUnitTables) + " ORDER BY unit.id");
  std::size_t seen = 0;
  while (rows.step()) {
    check_unit(rows, rows.integer(11), faults);
    if (progress) progress(++seen);
  }
  // Two units are equal only when their digests are.
  Statement doubles = database.prepare(
      "SELECT a.id, b.id FROM (SELECT digest FROM unit GROUP BY digest HAVING count(*) > 1) "
      "JOIN unit AS a USING(digest) JOIN unit AS b USING(digest) "
      "JOIN origin AS a_origin ON a_origin.id = a.origin_id "
      "JOIN origin AS b_origin ON b_origin.id = b.origin_id "
      "WHERE a.id < b.id AND a.arabic = b.arabic AND a.english = b.english "
      "AND a.source_language = b.source_language AND a_origin.document = b_origin.document");
  while (doubles.step()) {
    faults.add_unit(FaultArea::kUnits, doubles.integer(1), "equals an earlier unit");
  }
  Statement lost = database.prepare(
      "SELECT unit_id FROM unit_origin WHERE unit_id NOT IN (SELECT id FROM unit)");
  while (lost.step()) {
    faults.add_unit(FaultArea::kUnits, lost.integer(0), "has origins and is not in the memory");
  }
}

void check_journal(const Database& database, FaultList& faults) {
  const auto report = [&](const std::string& sql, const std::string& what,
                          const std::string& kind) {
    Statement rows = database.prepare(sql);
    while (rows.step()) {
      faults.add(FaultArea::kJournal, what + " " + std::to_string(rows.integer(0)), kind);
    }
  };
  for (const JournalledTable& journalled : journalled_tables()) {
    const std::string table = journalled.table;
    const std::string mark = journalled.mark;
    report("SELECT id FROM " + table +
               " WHERE id > coalesce((SELECT seq FROM sqlite_sequence WHERE name = '" + table +
               "'), 0)",
           table, "its number may be given out again");
    report("SELECT id FROM write WHERE " + mark +
               " > coalesce((SELECT seq FROM sqlite_sequence WHERE name = '" + table + "'), 0)",
           "write", "its mark of " + table + " was never reached");
    report("SELECT b.id FROM write AS a JOIN write AS b ON b.id > a.id AND b." + mark + " < a." +
               mark + " AND NOT EXISTS(SELECT 1 FROM write WHERE id > a.id AND id < b.id)",
           "write", "its mark of " + table + " lies before the mark of an earlier write");
    report("SELECT image.id FROM " + table +
               "_before AS image LEFT JOIN write ON write.id = write_id "
               "WHERE write.id IS NULL OR image.id > " +
               mark,
           table, "its image in the journal belongs to no write");
  }
}

}  // namespace

std::vector<MemoryFault> check_memory(
    const TranslationMemory& memory,
    const std::function<void(std::size_t, std::size_t)>& progress) {
  const Database& database = memory.database();
  const ReadSnapshot snapshot(database);
  FaultList faults;
  try {
    check_file(database, faults);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::kCorruptStore) throw;
    faults.add(FaultArea::kFile, "", error.problem());
  }
  if (!faults.empty()) return faults.take();

  Statement count = database.prepare("SELECT count(*) FROM unit");
  count.step();
  const auto units = static_cast<std::size_t>(count.integer(0));
  // Every unit is looked at twice.
  const auto step = [&](std::size_t done) {
    if (progress) progress(done, 2 * units);
  };
  check_units(database, faults, step);
  check_journal(database, faults);
  for (const std::string& fault : check_word_counts(database)) {
    faults.add(FaultArea::kCounts, "", fault);
  }
  check_index(
      database,
      [&](std::int64_t unit, const std::string& fault) {
        if (unit == 0) {
          faults.add(FaultArea::kIndex, "", fault);
        } else {
          faults.add_unit(FaultArea::kIndex, unit, fault);
        }
      },
      [&](std::size_t done) { step(units + done); });
  return faults.take();
}

void rebuild_derived(TranslationMemory& memory) {
  memory.rebuild_index();
  forget_word_counts(memory.database());
}

std::string_view to_string(FaultArea area) {
  switch (area) {
    case FaultArea::kFile:
      return "file";
    case FaultArea::kUnits:
      return "units";
    case FaultArea::kJournal:
      return "journal";
    case FaultArea::kIndex:
      return "index";
    case FaultArea::kCounts:
      return "learned counts";
  }
  return "";
}

}  // namespace mizan
