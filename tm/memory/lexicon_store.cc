#include "tm/memory/lexicon_store.h"

#include "tm/memory/timestamp.h"

namespace mizan {

LexiconStore::Import LexiconStore::import(const Lexicon& entries, std::string_view list,
                                          std::string_view command) {
  Import result;
  Write write(database_, command);
  Statement find =
      database_.prepare("SELECT id, weight FROM lexicon_entry WHERE arabic = ? AND english = ?");
  Statement insert = database_.prepare(
      "INSERT INTO lexicon_entry(arabic, english, weight, list, created) VALUES(?, ?, ?, ?, ?)");
  Statement update =
      database_.prepare("UPDATE lexicon_entry SET weight = ?, list = ? WHERE id = ?");
  const std::int64_t moment = now();
  for (const LexiconEntry& entry : entries.entries) {
    find.bind(1, entry.arabic).bind(2, entry.english);
    const std::int64_t id = find.step() ? find.integer(0) : 0;
    const bool same = id != 0 && find.real(1) == entry.weight;
    find.reset();
    if (id == 0) {
      insert.bind(1, entry.arabic).bind(2, entry.english).bind_real(3, entry.weight);
      insert.bind(4, list).bind(5, moment).run();
      ++result.added;
    } else if (!same) {
      update.bind_real(1, entry.weight).bind(2, list).bind(3, id).run();
      ++result.changed;
    } else {
      ++result.known;
    }
  }
  write.counts.added = result.added;
  write.counts.changed = result.changed;
  write.commit();
  return result;
}

std::int64_t LexiconStore::remove(std::string_view list, std::string_view command) {
  Write write(database_, command);
  database_.prepare("DELETE FROM lexicon_entry WHERE list = ?").bind(1, list).run();
  write.counts.removed = database_.changes();
  write.commit();
  return write.counts.removed;
}

void LexiconStore::for_each(
    const std::function<void(const LexiconEntry&, std::string_view list)>& visit) const {
  Statement rows = database_.prepare(
      "SELECT arabic, english, weight, list FROM lexicon_entry ORDER BY list, id");
  while (rows.step()) {
    visit({std::string(rows.text(0)), std::string(rows.text(1)), rows.real(2)}, rows.text(3));
  }
}

std::vector<std::pair<std::string, std::int64_t>> LexiconStore::lists() const {
  std::vector<std::pair<std::string, std::int64_t>> found;
  Statement rows =
      database_.prepare("SELECT list, count(*) FROM lexicon_entry GROUP BY list ORDER BY list");
  while (rows.step()) found.emplace_back(rows.text(0), rows.integer(1));
  return found;
}

}  // namespace mizan
