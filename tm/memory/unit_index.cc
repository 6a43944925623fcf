#include "tm/memory/unit_index.h"

#include <algorithm>
#include <cassert>
#include <queue>

#include "tm/base/error.h"
#include "tm/memory/clitic_key.h"
#include "tm/memory/similarity.h"
#include "tm/memory/varint.h"
#include "tm/text/normalize.h"

namespace mizan {
namespace {

// The version of this layout and of the choice of tokens.
constexpr int kLayoutVersion = 1;
constexpr std::string_view kVersionSetting = "index-version";
constexpr std::string_view kNextTokenSetting = "next-token";

// So many units may wait outside the runs: a look-up reads each of them.
constexpr std::int64_t kFreshUnits = 256;
// A run written at one stroke holds at most so many units, for the memory that its postings take
// (about 0.7 kB a unit).
constexpr std::size_t kUnitsInMemory = 50'000;

// posting.id = run << 40 | key << 1 | side: one B-tree of integers, a run contiguous in it.
constexpr int kRunShift = 40;
constexpr std::uint64_t kKeySideMask = (std::uint64_t{1} << kRunShift) - 1;

std::uint64_t side_bit(Language side) { return side == Language::kArabic ? 0 : 1; }

std::int64_t posting_id(std::int64_t run, std::uint64_t key_side) {
  return (run << kRunShift) | static_cast<std::int64_t>(key_side);
}

[[noreturn]] void corrupt(const Database& database) {
  throw Error(ErrorKind::kCorruptStore, "the index of the memory is damaged",
              {.file = database.path()}, "restore it from a backup");
}

std::uint64_t take(std::string_view& bytes, const Database& database) {
  const auto value = take_varint(bytes);
  if (!value) corrupt(database);
  return *value;
}

// A sequence: the number of tokens, then key * 2, or key * 2 + 1 and the surface where they differ.
void decode_sequence(std::string_view bytes, const Database& database,
                     std::vector<IndexedToken>& tokens) {
  tokens.clear();
  take(bytes, database);
  while (!bytes.empty()) {
    const std::uint64_t head = take(bytes, database);
    IndexedToken token;
    token.key = static_cast<std::uint32_t>(head >> 1);
    token.surface = (head & 1) != 0 ? static_cast<std::uint32_t>(take(bytes, database)) : token.key;
    tokens.push_back(token);
  }
}

struct Place {
  std::uint32_t length;
  std::int64_t unit;
  friend auto operator<=>(const Place&, const Place&) = default;
};

// Postings: for each length, ascending: length, number of units, first unit, gaps to the next.
std::string encode_places(const std::vector<Place>& places) {
  std::string bytes;
  for (std::size_t i = 0; i < places.size();) {
    std::size_t end = i;
    while (end < places.size() && places[end].length == places[i].length) ++end;
    append_varint(bytes, places[i].length);
    append_varint(bytes, end - i);
    std::int64_t previous = 0;
    for (; i < end; ++i) {
      append_varint(bytes, static_cast<std::uint64_t>(places[i].unit - previous));
      previous = places[i].unit;
    }
  }
  return bytes;
}

template <typename Visit>
void decode_places(std::string_view bytes, const Database& database, std::size_t shortest,
                   std::size_t longest, const Visit& visit) {
  while (!bytes.empty()) {
    const std::uint64_t length = take(bytes, database);
    if (length > longest) return;
    const std::uint64_t count = take(bytes, database);
    std::uint64_t unit = 0;
    for (std::uint64_t i = 0; i < count; ++i) {
      unit += take(bytes, database);
      if (length >= shortest) {
        visit(Place{static_cast<std::uint32_t>(length), static_cast<std::int64_t>(unit)});
      }
    }
  }
}

std::string setting(const Database& database, std::string_view name) {
  Statement statement = database.prepare("SELECT value FROM setting WHERE name = ?");
  statement.bind(1, name);
  return statement.step() ? std::string(statement.text(0)) : std::string();
}

void store_setting(const Database& database, std::string_view name, std::string_view value) {
  database.prepare("INSERT INTO setting VALUES(?1, ?2) ON CONFLICT(name) DO UPDATE SET value = ?2")
      .bind(1, name)
      .bind(2, value)
      .run();
}

// The postings of one older run, key by key, while it is merged.
struct RunCursor {
  Statement rows;
  std::uint64_t key_side = 0;

  bool next() {
    if (!rows.step()) return false;
    key_side = static_cast<std::uint64_t>(rows.integer(0)) & kKeySideMask;
    return true;
  }
};

}  // namespace

std::string index_version() {
  return std::to_string(kLayoutVersion) + "." + std::to_string(kFoldVersion) + "." +
         std::to_string(kCliticKeyVersion);
}

void store_index_version(const Database& database) {
  store_setting(database, kVersionSetting, index_version());
}

IndexWriter::IndexWriter(const Database& database)
    : database_(database),
      find_token_(database.prepare("SELECT id FROM token WHERE text = ?")),
      add_token_(database.prepare("INSERT INTO token(text, id) VALUES(?, ?)")),
      put_sequence_(database.prepare(
          "INSERT OR REPLACE INTO sequence(unit_id, arabic, english) VALUES(?, ?, ?)")) {
  const std::string stored = setting(database, kNextTokenSetting);
  next_token_ = stored.empty() ? 1 : static_cast<std::uint32_t>(std::stoul(stored));
  stored_next_token_ = next_token_;
}

std::uint32_t IndexWriter::intern(const std::string& text) {
  if (const auto known = tokens_.find(text); known != tokens_.end()) return known->second;
  std::uint32_t id = 0;
  find_token_.bind(1, text);
  if (find_token_.step()) {
    id = static_cast<std::uint32_t>(find_token_.integer(0));
  } else {
    id = next_token_++;
    add_token_.bind(1, text).bind(2, std::int64_t{id}).run();
  }
  find_token_.reset();
  tokens_.emplace(text, id);
  return id;
}

std::string IndexWriter::index_side(std::string_view text, Language side, std::int64_t unit) {
  const std::vector<TokenKey> tokens = token_keys(text);
  std::string sequence;
  append_varint(sequence, tokens.size());
  std::vector<std::uint64_t> keys;
  for (const TokenKey& token : tokens) {
    const std::uint32_t surface = intern(token.folded);
    const std::uint32_t key = token.key == token.folded ? surface : intern(token.key);
    append_varint(sequence, std::uint64_t{key} * 2 + (surface == key ? 0 : 1));
    if (surface != key) append_varint(sequence, surface);
    keys.push_back(std::uint64_t{key} * 2 + side_bit(side));
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  for (const std::uint64_t key_side : keys) {
    pending_.push_back({key_side, static_cast<std::uint32_t>(tokens.size()), unit});
  }
  return sequence;
}

void IndexWriter::put(std::int64_t unit, std::string_view arabic, std::string_view english) {
  const std::string arabic_sequence = index_side(arabic, Language::kArabic, unit);
  const std::string english_sequence = index_side(english, Language::kEnglish, unit);
  put_sequence_.bind(1, unit).bind_blob(2, arabic_sequence).bind_blob(3, english_sequence).run();
  pending_units_.push_back(unit);
  if (pending_units_.size() >= kUnitsInMemory) pack();
}

void IndexWriter::remove(std::int64_t unit) {
  database_.prepare("DELETE FROM sequence WHERE unit_id = ?").bind(1, unit).run();
  database_.prepare("DELETE FROM fresh WHERE unit_id = ?").bind(1, unit).run();
}

void IndexWriter::remove_above(std::int64_t mark) {
  database_.prepare("DELETE FROM sequence WHERE unit_id > ?").bind(1, mark).run();
  database_.prepare("DELETE FROM fresh WHERE unit_id > ?").bind(1, mark).run();
  std::vector<std::int64_t> gone;
  Statement runs = database_.prepare("SELECT id FROM run WHERE first_unit > ?");
  runs.bind(1, mark);
  while (runs.step()) gone.push_back(runs.integer(0));
  for (const std::int64_t run : gone) {
    database_.prepare("DELETE FROM posting WHERE id BETWEEN ? AND ?")
        .bind(1, posting_id(run, 0))
        .bind(2, posting_id(run, kKeySideMask))
        .run();
    database_.prepare("DELETE FROM run WHERE id = ?").bind(1, run).run();
  }
}

void IndexWriter::clear() {
  database_.execute(
      "DELETE FROM sequence; DELETE FROM fresh; DELETE FROM posting; DELETE FROM run; "
      "DELETE FROM token");
  tokens_.clear();
  pending_.clear();
  pending_units_.clear();
  next_token_ = 1;
}

void IndexWriter::append_entries(std::string_view sequence, Language side, std::int64_t unit) {
  std::vector<IndexedToken> tokens;
  decode_sequence(sequence, database_, tokens);
  for (const IndexedToken& token : tokens) {
    pending_.push_back({std::uint64_t{token.key} * 2 + side_bit(side),
                        static_cast<std::uint32_t>(tokens.size()), unit});
  }
}

// Everything pending and fresh becomes a run, together with the older runs that are not much
// larger: the number of runs stays logarithmic and a unit is rewritten few times.
void IndexWriter::pack() {
  {
    Statement fresh = database_.prepare(
        "SELECT unit_id, arabic, english FROM fresh JOIN sequence USING(unit_id)");
    while (fresh.step()) {
      append_entries(fresh.blob(1), Language::kArabic, fresh.integer(0));
      append_entries(fresh.blob(2), Language::kEnglish, fresh.integer(0));
      pending_units_.push_back(fresh.integer(0));
    }
  }
  database_.execute("DELETE FROM fresh");
  if (pending_units_.empty()) return;
  std::sort(pending_.begin(), pending_.end());

  auto units = static_cast<std::int64_t>(pending_units_.size());
  std::int64_t first_unit = *std::min_element(pending_units_.begin(), pending_units_.end());
  std::int64_t new_run = 1;
  std::vector<std::int64_t> merged;
  {
    Statement runs = database_.prepare("SELECT id, units, first_unit FROM run ORDER BY units, id");
    bool merging = true;
    while (runs.step()) {
      new_run = std::max(new_run, runs.integer(0) + 1);
      merging = merging && runs.integer(1) <= 2 * units;
      if (!merging) continue;
      merged.push_back(runs.integer(0));
      units += runs.integer(1);
      first_unit = std::min(first_unit, runs.integer(2));
    }
  }
  std::vector<RunCursor> cursors;
  for (const std::int64_t run : merged) {
    RunCursor cursor{
        database_.prepare("SELECT id, entries FROM posting WHERE id BETWEEN ? AND ? "
                          "ORDER BY id")};
    cursor.rows.bind(1, posting_id(run, 0)).bind(2, posting_id(run, kKeySideMask));
    if (cursor.next()) cursors.push_back(std::move(cursor));
  }
  // Smallest key first.
  const auto later = [&cursors](std::size_t a, std::size_t b) {
    return cursors[a].key_side > cursors[b].key_side;
  };
  std::priority_queue<std::size_t, std::vector<std::size_t>, decltype(later)> queue(later);
  for (std::size_t i = 0; i < cursors.size(); ++i) queue.push(i);

  Statement insert = database_.prepare("INSERT INTO posting(id, entries) VALUES(?, ?)");
  auto next = pending_.begin();
  std::vector<Place> places;
  while (next != pending_.end() || !queue.empty()) {
    std::uint64_t key_side = next != pending_.end() ? next->key_side : kKeySideMask;
    if (!queue.empty()) key_side = std::min(key_side, cursors[queue.top()].key_side);
    places.clear();
    for (; next != pending_.end() && next->key_side == key_side; ++next) {
      places.push_back({next->length, next->unit});
    }
    while (!queue.empty() && cursors[queue.top()].key_side == key_side) {
      const std::size_t i = queue.top();
      queue.pop();
      decode_places(cursors[i].rows.blob(1), database_, 0, SIZE_MAX,
                    [&places](const Place& place) { places.push_back(place); });
      if (cursors[i].next()) queue.push(i);
    }
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    insert.bind(1, posting_id(new_run, key_side)).bind_blob(2, encode_places(places)).run();
  }
  cursors.clear();
  for (const std::int64_t run : merged) {
    database_.prepare("DELETE FROM posting WHERE id BETWEEN ? AND ?")
        .bind(1, posting_id(run, 0))
        .bind(2, posting_id(run, kKeySideMask))
        .run();
    database_.prepare("DELETE FROM run WHERE id = ?").bind(1, run).run();
  }
  database_.prepare("INSERT INTO run(id, units, first_unit) VALUES(?, ?, ?)")
      .bind(1, new_run)
      .bind(2, units)
      .bind(3, first_unit)
      .run();
  pending_.clear();
  pending_units_.clear();
}

void IndexWriter::flush() {
  Statement count = database_.prepare("SELECT count(*) FROM fresh");
  count.step();
  const std::int64_t fresh = count.integer(0) + static_cast<std::int64_t>(pending_units_.size());
  count.reset();
  if (fresh > kFreshUnits) {
    pack();
  } else {
    Statement insert = database_.prepare("INSERT OR IGNORE INTO fresh VALUES(?)");
    for (const std::int64_t unit : pending_units_) insert.bind(1, unit).run();
    pending_.clear();
    pending_units_.clear();
  }
  if (next_token_ != stored_next_token_) {
    store_setting(database_, kNextTokenSetting, std::to_string(next_token_));
    stored_next_token_ = next_token_;
  }
}

IndexReader::IndexReader(const Database& database)
    : database_(database),
      token_(database.prepare("SELECT id FROM token WHERE text = ?")),
      run_(database.prepare("SELECT id FROM run ORDER BY id")),
      posting_size_(database.prepare("SELECT length(entries) FROM posting WHERE id = ?")),
      posting_(database.prepare("SELECT entries FROM posting WHERE id = ?")),
      fresh_(database.prepare("SELECT unit_id FROM fresh")),
      arabic_(database.prepare("SELECT arabic FROM sequence WHERE unit_id = ?")),
      english_(database.prepare("SELECT english FROM sequence WHERE unit_id = ?")),
      version_(database.prepare("SELECT value FROM setting WHERE name = ?")) {}

bool IndexReader::current() {
  version_.bind(1, kVersionSetting);
  // Without a version nothing has been indexed yet.
  const bool same = !version_.step() || version_.text(0) == index_version();
  version_.reset();
  return same;
}

std::optional<std::uint32_t> IndexReader::find_token(std::string_view text) {
  token_.bind(1, text);
  std::optional<std::uint32_t> id;
  if (token_.step()) id = static_cast<std::uint32_t>(token_.integer(0));
  token_.reset();
  return id;
}

std::vector<std::int64_t> IndexReader::runs() {
  std::vector<std::int64_t> ids;
  while (run_.step()) ids.push_back(run_.integer(0));
  run_.reset();
  return ids;
}

std::int64_t IndexReader::posting_size(std::int64_t run, std::uint32_t key, Language side) {
  posting_size_.bind(1, posting_id(run, std::uint64_t{key} * 2 + side_bit(side)));
  const std::int64_t size = posting_size_.step() ? posting_size_.integer(0) : 0;
  posting_size_.reset();
  return size;
}

void IndexReader::visit_postings(std::int64_t run, std::uint32_t key, Language side,
                                 std::size_t shortest, std::size_t longest,
                                 const std::function<void(std::int64_t)>& visit) {
  posting_.bind(1, posting_id(run, std::uint64_t{key} * 2 + side_bit(side)));
  if (posting_.step()) {
    decode_places(posting_.blob(0), database_, shortest, longest,
                  [&visit](const Place& place) { visit(place.unit); });
  }
  posting_.reset();
}

std::vector<std::int64_t> IndexReader::fresh_units() {
  std::vector<std::int64_t> units;
  while (fresh_.step()) units.push_back(fresh_.integer(0));
  fresh_.reset();
  return units;
}

bool IndexReader::read_sequence(std::int64_t unit, Language side,
                                std::vector<IndexedToken>& tokens) {
  Statement& statement = side == Language::kArabic ? arabic_ : english_;
  statement.bind(1, unit);
  const bool found = statement.step();
  if (found) decode_sequence(statement.blob(0), database_, tokens);
  statement.reset();
  return found;
}

void visit_lengths(const Database& database,
                   const std::function<void(std::size_t, std::size_t)>& visit) {
  Statement rows = database.prepare("SELECT arabic, english FROM sequence");
  while (rows.step()) {
    std::string_view arabic = rows.blob(0);
    std::string_view english = rows.blob(1);
    const std::uint64_t arabic_length = take(arabic, database);
    visit(arabic_length, take(english, database));
  }
}

}  // namespace mizan
