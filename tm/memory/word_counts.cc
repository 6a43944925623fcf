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
// Present when rare pairs have been dropped, so that the counts no longer add up.
constexpr const char* kPruned = "learned-pruned";

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

void empty_tables(const Database& database) {
  database.execute(
      "DELETE FROM word_pair; DELETE FROM learned_word; DELETE FROM learned_unit; "
      "DELETE FROM unlearned");
  database.prepare("DELETE FROM setting WHERE name = ?").bind(1, kPruned).run();
}

// The finalizer of SplitMix64 (Steele, Lea and Flood 2014).
std::uint64_t mixed(std::uint64_t value) {
  value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9U;
  value = (value ^ (value >> 27)) * 0x94D049BB133111EBU;
  return value ^ (value >> 31);
}

// A linear fingerprint: the sum over all pairs of count times a random number of the pair. Two
// tables of counts have the same one (but for a chance of 2^-64) only when they are equal, however
// the counts of a pair are split up.
class Fingerprint {
 public:
  void add(std::uint64_t arabic, std::uint64_t english, std::uint64_t count) {
    sum_ += count * mixed(mixed(arabic + 1) + english);
  }
  friend bool operator==(const Fingerprint&, const Fingerprint&) = default;

 private:
  std::uint64_t sum_ = 0;
};

}  // namespace

std::vector<std::string> check_word_counts(const Database& database) {
  std::vector<std::string> faults;
  Fingerprint given;
  Statement units = database.prepare("SELECT unit_id, links FROM learned_unit");
  while (units.step()) {
    std::string_view links = units.blob(1);
    while (!links.empty()) {
      const auto arabic = take_varint(links);
      const auto english = take_varint(links);
      const auto count = take_varint(links);
      if (!count) {
        faults.push_back("what unit " + std::to_string(units.integer(0)) + " gave cannot be read");
        break;
      }
      given.add(*arabic, *english, *count);
    }
  }
  Fingerprint counted;
  Statement pairs = database.prepare("SELECT arabic_id, english_id, count FROM word_pair");
  while (pairs.step()) {
    counted.add(static_cast<std::uint64_t>(pairs.integer(0)),
                static_cast<std::uint64_t>(pairs.integer(1)),
                static_cast<std::uint64_t>(pairs.integer(2)));
  }
  if (setting(database, kPruned).empty() && counted != given) {
    faults.push_back("they are not the sum of what the units gave");
  }
  const auto count = [&](const std::string& what, const char* sql) {
    const std::int64_t rows = single(database, sql);
    if (rows > 0) faults.push_back(std::to_string(rows) + " " + what);
  };
  count("pairs have a word that is not there",
        "SELECT count(*) FROM word_pair WHERE "
        "(arabic_id <> 0 AND arabic_id NOT IN (SELECT id FROM learned_word)) OR "
        "(english_id <> 0 AND english_id NOT IN (SELECT id FROM learned_word))");
  count("units have gone and still count",
        "SELECT count(*) FROM learned_unit WHERE unit_id NOT IN (SELECT id FROM unit) "
        "AND unit_id NOT IN (SELECT unit_id FROM unlearned)");
  return faults;
}

void forget_word_counts(const Database& database) {
  Transaction transaction(database);
  empty_tables(database);
  store_setting(database, kMark, "0");
  transaction.commit();
}

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
  empty_tables(database_);
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
    store_setting(database_, kPruned, "yes");
  }
}

void WordCountUpdate::commit() {
  write_pairs();
  prune();
  store_setting(database_, kMark, std::to_string(mark_));
  transaction_.commit();
}

}  // namespace mizan
