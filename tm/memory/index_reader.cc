#include <algorithm>
#include <iterator>
#include <limits>

#include "tm/base/error.h"
#include "tm/memory/clitic_key.h"
#include "tm/memory/posting_list.h"
#include "tm/memory/setting.h"
#include "tm/memory/similarity.h"
#include "tm/memory/unit_index.h"
#include "tm/memory/varint.h"
#include "tm/text/normalize.h"

namespace mizan {
namespace {

// The version of this layout and of the choice of tokens.
constexpr int kLayoutVersion = 2;
constexpr std::string_view kVersionSetting = "index-version";

// What is kept of one state of the database, for its memory: chunks of run_units (8 kB each) and
// the numbers of keys.
constexpr std::size_t kMostChunks = 4096;
constexpr std::size_t kMostTokens = 100'000;

// The lengths of a side of a run; false when the bytes are damaged.
bool decode_lengths(std::string_view bytes, std::uint32_t documents,
                    std::vector<LengthRange>& ranges) {
  std::uint64_t length = 0;
  std::uint64_t begin = 0;
  while (!bytes.empty()) {
    const auto gap = take_varint(bytes);
    const auto count = take_varint(bytes);
    if (!gap || !count) return false;
    length += *gap;
    ranges.push_back({static_cast<std::uint32_t>(length), static_cast<std::uint32_t>(begin)});
    begin += *count;
  }
  return begin == documents;
}

}  // namespace

std::string index_version() {
  return std::to_string(kLayoutVersion) + "." + std::to_string(kFoldVersion) + "." +
         std::to_string(kCliticKeyVersion);
}

void store_index_version(const Database& database) {
  store_setting(database, kVersionSetting, index_version());
}

bool decode_units(std::string_view bytes, std::vector<std::int64_t>& units) {
  units.clear();
  const auto* at = reinterpret_cast<const unsigned char*>(bytes.data());
  const unsigned char* const end = at + bytes.size();
  std::int64_t unit = 0;
  while (at != end) {
    std::uint64_t gap = 0;
    if (!take_varint(at, end, gap)) return false;
    unit += unzigzag(gap);
    units.push_back(unit);
  }
  return true;
}

std::uint32_t IndexRun::first_of_length(Language side, std::size_t length) const {
  const auto& ranges = lengths[side_number(side)];
  const auto at = std::lower_bound(
      ranges.begin(), ranges.end(), length,
      [](const LengthRange& range, std::size_t wanted) { return range.length < wanted; });
  return at == ranges.end() ? documents : at->begin;
}

std::uint32_t IndexRun::length_of(Language side, std::uint32_t document) const {
  const auto& ranges = lengths[side_number(side)];
  const auto behind = std::upper_bound(
      ranges.begin(), ranges.end(), document,
      [](std::uint32_t wanted, const LengthRange& range) { return wanted < range.begin; });
  return std::prev(behind)->length;
}

IndexReader::IndexReader(const Database& database)
    : database_(database),
      token_(database.prepare("SELECT id FROM token WHERE text = ?")),
      units_(database.prepare("SELECT units FROM run_units WHERE id = ?")),
      arabic_(database.prepare("SELECT arabic FROM sequence WHERE unit_id = ?")),
      english_(database.prepare("SELECT english FROM sequence WHERE unit_id = ?")),
      others_changes_(database.prepare("PRAGMA data_version")),
      postings_(database) {}

void IndexReader::corrupt() const { database_.corrupt_index(); }

void IndexReader::refresh() {
  others_changes_.step();
  const std::pair state(others_changes_.integer(0), database_.total_changes());
  others_changes_.reset();
  // What a write changes may yet be rolled back: nothing read meanwhile is kept.
  const bool kept = state_ == state && !database_.is_writing();
  if (kept) return;
  state_ = state;
  if (database_.is_writing()) state_.reset();
  const std::string version = setting(database_, kVersionSetting);
  // Without a version nothing has been indexed yet.
  current_ = version.empty() || version == index_version();
  run_table_.reset();
  fresh_.reset();
  unit_chunks_.clear();
  tokens_.clear();
  postings_.clear();
}

bool IndexReader::current() {
  refresh();
  return current_;
}

std::optional<std::uint32_t> IndexReader::find_token(std::string_view key) {
  if (key == kNumberKey) return kNumberToken;
  if (const auto known = tokens_.find(key); known != tokens_.end()) return known->second;
  std::optional<std::uint32_t> id;
  token_.bind(1, key);
  if (token_.step()) id = static_cast<std::uint32_t>(token_.integer(0));
  token_.reset();
  if (tokens_.size() >= kMostTokens) tokens_.clear();
  tokens_.emplace(key, id);
  return id;
}

const std::vector<IndexRun>& IndexReader::run_table() {
  if (run_table_) return *run_table_;
  run_table_.emplace();
  Statement rows =
      database_.prepare("SELECT id, units, arabic_lengths, english_lengths FROM run ORDER BY id");
  while (rows.step()) {
    IndexRun run;
    run.id = rows.integer(0);
    run.documents = static_cast<std::uint32_t>(rows.integer(1));
    for (const std::size_t side : {0U, 1U}) {
      if (!decode_lengths(rows.blob(static_cast<int>(2 + side)), run.documents,
                          run.lengths[side])) {
        corrupt();
      }
    }
    run_table_->push_back(std::move(run));
  }
  return *run_table_;
}

const std::vector<FreshUnit>& IndexReader::fresh() {
  if (fresh_) return *fresh_;
  fresh_.emplace();
  Statement rows =
      database_.prepare("SELECT unit_id, arabic, english FROM fresh JOIN sequence USING(unit_id)");
  while (rows.step()) {
    FreshUnit unit;
    unit.id = rows.integer(0);
    for (const std::size_t side : {0U, 1U}) {
      if (!decode_sequence(rows.blob(static_cast<int>(1 + side)), unit.sequences[side])) corrupt();
    }
    fresh_->push_back(std::move(unit));
  }
  return *fresh_;
}

std::int64_t IndexReader::unit_of(const IndexRun& run, Language side, std::uint32_t document) {
  const std::int64_t row =
      index_row(run.id, side, document / static_cast<std::uint32_t>(kUnitsChunk));
  auto chunk = unit_chunks_.find(row);
  if (chunk == unit_chunks_.end()) {
    if (unit_chunks_.size() >= kMostChunks) unit_chunks_.clear();
    units_.bind(1, row);
    std::vector<std::int64_t> units;
    if (!units_.step() || !decode_units(units_.blob(0), units)) corrupt();
    units_.reset();
    chunk = unit_chunks_.emplace(row, std::move(units)).first;
  }
  const std::size_t at = document % kUnitsChunk;
  if (at >= chunk->second.size()) corrupt();
  return chunk->second[at];
}

bool IndexReader::read_sequence(std::int64_t unit, Language side,
                                std::vector<IndexedToken>& tokens) {
  Statement& statement = side == Language::kArabic ? arabic_ : english_;
  statement.bind(1, unit);
  const bool found = statement.step();
  if (found && !decode_sequence(statement.blob(0), tokens)) corrupt();
  statement.reset();
  return found;
}

std::int64_t IndexReader::posting_size(std::int64_t run, std::uint32_t key, Language side) {
  return postings_.size(index_row(run, side, key));
}

bool IndexReader::has_decoded(const IndexRun& run, std::uint32_t key, Language side) const {
  return postings_.has_decoded(index_row(run.id, side, key));
}

const DocumentSet& IndexReader::documents(const IndexRun& run, std::uint32_t key, Language side,
                                          std::uint32_t begin, std::uint32_t end) {
  return postings_.documents(index_row(run.id, side, key), begin, end, run.documents);
}

std::vector<std::int64_t> IndexReader::fresh_units() {
  std::vector<std::int64_t> units;
  for (const FreshUnit& unit : fresh()) units.push_back(unit.id);
  return units;
}

void IndexReader::visit_all_postings(
    const std::function<void(std::uint32_t, Language, std::int64_t, std::uint32_t)>& visit) {
  for (const IndexRun& run : run_table()) {
    for (const Language side : {Language::kArabic, Language::kEnglish}) {
      Statement rows =
          database_.prepare("SELECT id, entries FROM posting WHERE id BETWEEN ? AND ?");
      rows.bind(1, index_row(run.id, side, 0))
          .bind(2, index_row(run.id, side, std::numeric_limits<std::uint32_t>::max()));
      while (rows.step()) {
        const auto key = static_cast<std::uint32_t>(rows.integer(0));
        const bool whole =
            visit_postings(rows.blob(1), 0, run.documents, [&](std::uint32_t document) {
              visit(key, side, unit_of(run, side, document), run.length_of(side, document));
            });
        if (!whole) corrupt();
      }
    }
  }
}

std::vector<std::int64_t> IndexReader::units_without_text() const {
  std::vector<std::int64_t> units;
  Statement rows =
      database_.prepare("SELECT unit_id FROM sequence WHERE unit_id NOT IN (SELECT id FROM unit)");
  while (rows.step()) units.push_back(rows.integer(0));
  return units;
}

DocumentCounts& IndexReader::counts() {
  std::size_t documents = 0;
  for (const IndexRun& run : run_table()) documents += run.documents;
  counts_.reset(documents);
  return counts_;
}

void visit_lengths(const Database& database,
                   const std::function<void(std::size_t, std::size_t)>& visit) {
  Statement rows = database.prepare("SELECT arabic, english FROM sequence");
  std::vector<IndexedToken> arabic;
  std::vector<IndexedToken> english;
  while (rows.step()) {
    if (!decode_sequence(rows.blob(0), arabic) || !decode_sequence(rows.blob(1), english)) {
      database.corrupt_index();
    }
    visit(arabic.size(), english.size());
  }
}

}  // namespace mizan
