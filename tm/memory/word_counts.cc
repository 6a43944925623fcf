#include "tm/memory/word_counts.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "tm/memory/setting.h"
#include "tm/memory/varint.h"

namespace mizan {
namespace {

constexpr double kSteps = 16;  // counts are whole numbers of these, so that they add up exactly

constexpr const char* kRules = "learned-rules";
constexpr const char* kMark = "learned-mark";

// A bound for the table: some 20 bytes a pair. Beyond it the rarest pairs go.
constexpr std::int64_t kMostPairs = 2'000'000;

std::int64_t single(const Database& database, const char* sql) {
  Statement statement = database.prepare(sql);
  return statement.step() ? statement.integer(0) : 0;
}

std::int64_t stored_mark(const Database& database) {
  const std::string value = setting(database, kMark);
  return value.empty() ? 0 : std::stoll(value);
}

}  // namespace

WordCounts::WordCounts(const Database& database, std::string_view rules)
    : database_(database), current_(setting(database, kRules) == rules) {}

WordCountStats WordCounts::stats() const {
  const std::int64_t units = single(database_, "SELECT count(*) FROM unit");
  if (!current_) return {0, units, 0};
  WordCountStats stats;
  stats.units = single(database_, "SELECT count(*) FROM learned_unit");
  Statement above = database_.prepare("SELECT count(*) FROM unit WHERE id > ?");
  above.bind(1, stored_mark(database_));
  above.step();
  stats.waiting = above.integer(0) + single(database_, "SELECT count(*) FROM unlearned");
  stats.pairs =
      single(database_, "SELECT count(*) FROM word_pair WHERE arabic_id > 0 AND english_id > 0");
  return stats;
}

void WordCounts::visit_pairs(const std::function<void(const LearnedPair&)>& visit) const {
  if (!current_) return;
  const ReadSnapshot snapshot(database_);
  struct Word {
    std::string text;
    std::int64_t count = 0;
  };
  std::vector<Word> words(
      static_cast<std::size_t>(single(database_, "SELECT max(id) FROM learned_word")) + 1);
  Statement names = database_.prepare("SELECT id, text FROM learned_word");
  while (names.step()) words[static_cast<std::size_t>(names.integer(0))].text = names.text(1);
  struct Pair {
    std::size_t arabic;
    std::size_t english;
    std::int64_t count;
  };
  std::vector<Pair> pairs;
  Statement rows = database_.prepare("SELECT arabic_id, english_id, count FROM word_pair");
  while (rows.step()) {
    const Pair pair{static_cast<std::size_t>(rows.integer(0)),
                    static_cast<std::size_t>(rows.integer(1)), rows.integer(2)};
    if (pair.arabic >= words.size() || pair.english >= words.size()) continue;  // damaged
    words[pair.arabic].count += pair.count;
    words[pair.english].count += pair.count;
    if (pair.arabic != 0 && pair.english != 0) pairs.push_back(pair);
  }
  const auto real = [](std::int64_t count) { return static_cast<double>(count) / kSteps; };
  for (const Pair& pair : pairs) {
    visit({words[pair.arabic].text, words[pair.english].text, real(pair.count),
           real(words[pair.arabic].count), real(words[pair.english].count)});
  }
}

WordCountUpdate::WordCountUpdate(const Database& database, std::string_view rules)
    : database_(database),
      transaction_(database),
      find_word_(database.prepare("SELECT id FROM learned_word WHERE language = ? AND key = ?")),
      add_word_(database.prepare("INSERT INTO learned_word(language, key, text) VALUES(?, ?, ?)")),
      add_unit_(database.prepare("INSERT INTO learned_unit(unit_id, links) VALUES(?, ?)")),
      settled_(database.prepare("DELETE FROM unlearned WHERE unit_id = ?")),
      mark_(stored_mark(database)) {
  const std::int64_t changed = single(database, "SELECT count(*) FROM unlearned");
  if (setting(database, kRules) != rules ||
      2 * changed > single(database, "SELECT count(*) FROM learned_unit") + 100) {
    clear();
    store_setting(database, kRules, rules);
  } else {
    forget_changed();
  }
}

void WordCountUpdate::clear() {
  database_.execute(
      "DELETE FROM word_pair; DELETE FROM learned_word; DELETE FROM learned_unit; "
      "DELETE FROM unlearned");
  for (auto& words : words_) words.clear();
  changes_.clear();
  mark_ = 0;
}

void WordCountUpdate::take_away(std::string_view links) {
  while (!links.empty()) {
    const auto arabic = take_varint(links);
    const auto english = take_varint(links);
    const auto count = take_varint(links);
    if (!count) return;
    changes_[{static_cast<std::int64_t>(*arabic), static_cast<std::int64_t>(*english)}] -=
        static_cast<std::int64_t>(*count);
  }
}

void WordCountUpdate::forget_changed() {
  Statement changed = database_.prepare(
      "SELECT links FROM learned_unit WHERE unit_id IN (SELECT unit_id FROM unlearned)");
  while (changed.step()) take_away(changed.blob(0));
  database_.execute(
      "DELETE FROM learned_unit WHERE unit_id IN (SELECT unit_id FROM unlearned); "
      "DELETE FROM unlearned WHERE unit_id NOT IN (SELECT id FROM unit)");
}

std::vector<WordCountUpdate::Waiting> WordCountUpdate::waiting(std::size_t limit) const {
  std::vector<Waiting> units;
  const auto read = [&](Statement& rows) {
    while (units.size() < limit && rows.step()) {
      units.push_back({rows.integer(0), std::string(rows.text(1)), std::string(rows.text(2))});
    }
  };
  Statement changed = database_.prepare(
      "SELECT id, arabic, english FROM unlearned JOIN unit ON id = unit_id WHERE id <= ? "
      "ORDER BY id");
  changed.bind(1, mark_);
  read(changed);
  Statement fresh =
      database_.prepare("SELECT id, arabic, english FROM unit WHERE id > ? ORDER BY id");
  fresh.bind(1, mark_);
  read(fresh);
  return units;
}

std::int64_t WordCountUpdate::word_id(Language language, const CountedWord& word) {
  if (word.key.empty()) return 0;
  const bool arabic = language == Language::kArabic;
  const auto [known, fresh] = words_[arabic ? 0 : 1].try_emplace(word.key, 0);
  if (!fresh) return known->second;
  find_word_.bind(1, std::int64_t{arabic ? 0 : 1}).bind(2, word.key);
  if (find_word_.step()) {
    known->second = find_word_.integer(0);
  } else {
    add_word_.bind(1, std::int64_t{arabic ? 0 : 1}).bind(2, word.key).bind(3, word.text).run();
    known->second = database_.last_insert_id();
  }
  find_word_.reset();
  return known->second;
}

void WordCountUpdate::learn(std::int64_t unit, std::span<const WordLink> links) {
  std::string blob;
  for (const WordLink& link : links) {
    const auto count = static_cast<std::int64_t>(std::lround(link.count * kSteps));
    if (count <= 0) continue;
    const std::int64_t arabic = word_id(Language::kArabic, link.arabic);
    const std::int64_t english = word_id(Language::kEnglish, link.english);
    append_varint(blob, static_cast<std::uint64_t>(arabic));
    append_varint(blob, static_cast<std::uint64_t>(english));
    append_varint(blob, static_cast<std::uint64_t>(count));
    changes_[{arabic, english}] += count;
  }
  add_unit_.bind(1, unit).bind_blob(2, blob).run();
  settled_.bind(1, unit).run();
  mark_ = std::max(mark_, unit);
}

void WordCountUpdate::write_pairs() {
  Statement add = database_.prepare(
      "INSERT INTO word_pair(arabic_id, english_id, count) VALUES(?, ?, ?) "
      "ON CONFLICT DO UPDATE SET count = count + excluded.count");
  for (const auto& [pair, count] : changes_) {
    if (count != 0) add.bind(1, pair.first).bind(2, pair.second).bind(3, count).run();
  }
  changes_.clear();
  database_.execute("DELETE FROM word_pair WHERE count <= 0");
}

void WordCountUpdate::prune() {
  for (std::int64_t least = 2; single(database_, "SELECT count(*) FROM word_pair") > kMostPairs;
       least *= 2) {
    database_.prepare("DELETE FROM word_pair WHERE count < ? AND arabic_id > 0 AND english_id > 0")
        .bind(1, least)
        .run();
  }
}

void WordCountUpdate::commit() {
  write_pairs();
  prune();
  store_setting(database_, kMark, std::to_string(mark_));
  transaction_.commit();
}

}  // namespace mizan
