#include <algorithm>
#include <unordered_set>

#include "tm/base/error.h"
#include "tm/memory/index_layout.h"
#include "tm/memory/unit_index.h"

namespace mizan {
namespace {

// So many units may wait outside the runs: a look-up bounds each of them.
constexpr std::int64_t kFreshUnits = 256;

// A write may rewrite so many units of older runs, or kRewrittenPerUnit for each of its own, so
// that the time of one small write stays bounded. Runs above that wait for a larger write.
constexpr std::int64_t kMostRewritten = 4096;
constexpr std::int64_t kRewrittenPerUnit = 2;

}  // namespace

IndexWriter::IndexWriter(const Database& database)
    : database_(database),
      numbers_(database),
      put_sequence_(database.prepare(
          "INSERT OR REPLACE INTO sequence(unit_id, arabic, english) VALUES(?, ?, ?)")) {}

void IndexWriter::put(std::int64_t unit, std::string_view arabic, std::string_view english) {
  numbers_.number(arabic, arabic_);
  numbers_.number(english, english_);
  put_sequence_.bind(1, unit)
      .bind_blob(2, encode_sequence(arabic_))
      .bind_blob(3, encode_sequence(english_))
      .run();
  pending_.add(unit, arabic_, english_);
  pending_units_.push_back(unit);
  if (pending_.full()) write_pending();
}

void IndexWriter::remove(std::int64_t unit) {
  database_.prepare("DELETE FROM sequence WHERE unit_id = ?").bind(1, unit).run();
  database_.prepare("DELETE FROM fresh WHERE unit_id = ?").bind(1, unit).run();
}

void IndexWriter::remove_run(std::int64_t run) {
  for (const char* table : {"posting", "run_units"}) {
    database_.prepare(std::string("DELETE FROM ") + table + " WHERE id >= ? AND id < ?")
        .bind(1, index_row(run, Language::kArabic, 0))
        .bind(2, index_row(run + 1, Language::kArabic, 0))
        .run();
  }
  database_.prepare("DELETE FROM run WHERE id = ?").bind(1, run).run();
}

void IndexWriter::remove_above(std::int64_t mark) {
  database_.prepare("DELETE FROM sequence WHERE unit_id > ?").bind(1, mark).run();
  database_.prepare("DELETE FROM fresh WHERE unit_id > ?").bind(1, mark).run();
  std::vector<std::int64_t> gone;
  {
    Statement runs = database_.prepare("SELECT id FROM run WHERE first_unit > ?");
    runs.bind(1, mark);
    while (runs.step()) gone.push_back(runs.integer(0));
  }
  for (const std::int64_t run : gone) remove_run(run);
}

void IndexWriter::clear() {
  database_.execute(
      "DELETE FROM sequence; DELETE FROM fresh; DELETE FROM posting; DELETE FROM run_units; "
      "DELETE FROM run; DELETE FROM token");
  numbers_.clear();
  pending_ = {};
  pending_units_.clear();
}

void IndexWriter::write_pending() {
  if (pending_.units() == 0) return;
  Statement newest = database_.prepare("SELECT coalesce(max(id), 0) + 1 FROM run");
  newest.step();
  const std::int64_t run = newest.integer(0);
  newest.reset();
  pending_.write(database_, run, numbers_.end());
  pending_units_.clear();
}

// The fresh units and the runs that are not much larger than what is pending become one run with
// it: the number of runs stays logarithmic and a unit is rewritten few times.
void IndexWriter::write_pending_with_small_runs() {
  std::unordered_set<std::int64_t> moved;
  {
    Statement fresh = database_.prepare("SELECT unit_id FROM fresh");
    while (fresh.step()) moved.insert(fresh.integer(0));
  }
  database_.execute("DELETE FROM fresh");
  auto units = static_cast<std::int64_t>(pending_units_.size() + moved.size());
  const std::int64_t most = std::max(kMostRewritten, kRewrittenPerUnit * units);
  std::vector<std::int64_t> merged;
  {
    std::int64_t rewritten = 0;
    Statement runs = database_.prepare("SELECT id, units FROM run ORDER BY units, id");
    while (runs.step()) {
      const std::int64_t size = runs.integer(1);
      if (size > 2 * units || rewritten + size > most) break;
      merged.push_back(runs.integer(0));
      rewritten += size;
      units += size;
    }
  }
  {
    Statement chunks = database_.prepare("SELECT units FROM run_units WHERE id >= ? AND id < ?");
    std::vector<std::int64_t> chunk;
    for (const std::int64_t run : merged) {
      // Either side lists all units.
      chunks.bind(1, index_row(run, Language::kArabic, 0))
          .bind(2, index_row(run, Language::kEnglish, 0));
      while (chunks.step()) {
        if (!decode_units(chunks.blob(0), chunk)) database_.corrupt_index();
        moved.insert(chunk.begin(), chunk.end());
      }
      chunks.reset();
    }
  }
  for (const std::int64_t run : merged) remove_run(run);
  for (const std::int64_t unit : pending_units_) moved.erase(unit);
  Statement sequence = database_.prepare("SELECT arabic, english FROM sequence WHERE unit_id = ?");
  for (const std::int64_t unit : moved) {
    sequence.bind(1, unit);
    // A unit that has been removed since is left behind.
    if (sequence.step()) {
      if (!decode_sequence(sequence.blob(0), arabic_) ||
          !decode_sequence(sequence.blob(1), english_)) {
        database_.corrupt_index();
      }
      pending_.add(unit, arabic_, english_);
      if (pending_.full()) write_pending();
    }
    sequence.reset();
  }
  write_pending();
}

void IndexWriter::flush() {
  Statement count = database_.prepare("SELECT count(*) FROM fresh");
  count.step();
  const std::int64_t fresh = count.integer(0) + static_cast<std::int64_t>(pending_units_.size());
  count.reset();
  if (fresh > kFreshUnits) {
    write_pending_with_small_runs();
  } else {
    Statement insert = database_.prepare("INSERT OR IGNORE INTO fresh VALUES(?)");
    for (const std::int64_t unit : pending_units_) insert.bind(1, unit).run();
    pending_ = {};
    pending_units_.clear();
  }
  numbers_.store();
}

}  // namespace mizan
