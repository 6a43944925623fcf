#include "tm/memory/memory.h"

#include <cassert>

#include "tm/base/error.h"
#include "tm/base/utf8.h"
#include "tm/memory/provenance.h"
#include "tm/memory/timestamp.h"
#include "tm/memory/undo.h"
#include "tm/memory/unit_index.h"
#include "tm/memory/unit_record.h"
#include "tm/text/pattern.h"

namespace mizan {
namespace {

void check_side(std::string_view text, std::string_view name) {
  if (text.find_first_not_of(" \t\r\n") == text.npos) {
    throw Error(ErrorKind::kMalformed, "the " + std::string(name) + " side of the unit is empty",
                {}, "a unit needs both sides");
  }
  if (const auto offset = find_invalid_utf8(text)) {
    throw Error(ErrorKind::kMalformed, "the " + std::string(name) +
                                           " side of the unit is not UTF-8 at byte " +
                                           std::to_string(*offset));
  }
}

void check_unit(const TranslationUnit& unit) {
  check_side(unit.arabic, "Arabic");
  check_side(unit.english, "English");
}

Error no_such_unit(std::int64_t id) {
  return Error(ErrorKind::kNotFound, "no unit " + std::to_string(id) + " in the memory", {},
               "see the numbers that lookup, concord and export print");
}

std::int64_t language_number(Language language) { return language == Language::kArabic ? 0 : 1; }

std::string select_side(Language side) {
  return std::string("SELECT id, ") + (side == Language::kArabic ? "arabic" : "english") +
         ", coalesce(changed, created) FROM unit";
}

// A date of the filter; a wrong one is the user's.
std::int64_t filter_moment(const std::string& text) {
  const auto moment = parse_timestamp(text);
  if (!moment) {
    throw Error(ErrorKind::kUsage, "not a date: " + text, {}, "write it as 2026-11-22");
  }
  return *moment;
}

std::int64_t count_rows(const Database& database, const char* sql) {
  Statement statement = database.prepare(sql);
  statement.step();
  return statement.integer(0);
}

}  // namespace

TranslationMemory::TranslationMemory(const Database& database) : database_(database) {
  if (database.read_only()) return;
  IndexReader reader(database);
  if (!reader.current()) rebuild_index();
}

TranslationMemory::~TranslationMemory() = default;

IndexReader* TranslationMemory::index() const {
  if (!index_) index_ = std::make_unique<IndexReader>(database_);
  return index_->current() ? index_.get() : nullptr;
}

void TranslationMemory::visit_side(std::int64_t unit, Language side, const VisitSide& visit) const {
  std::optional<Statement>& row = sides_[side_number(side)];
  if (!row) row.emplace(database_.prepare(select_side(side) + " WHERE id = ?"));
  row->bind(1, unit);
  if (row->step()) visit(unit, row->text(1), row->integer(2));
  row->reset();
}

void TranslationMemory::for_each_side(Language side, const VisitSide& visit) const {
  Statement rows = database_.prepare(select_side(side));
  while (rows.step()) visit(rows.integer(0), rows.text(1), rows.integer(2));
}

void TranslationMemory::read_origins(TranslationUnit& unit) const {
  if (!origins_) origins_ = std::make_unique<OriginReader>(database_);
  origins_->read(unit);
}

void TranslationMemory::rebuild_index() {
  Transaction transaction(database_);
  IndexWriter index(database_);
  index.clear();
  Statement units = database_.prepare("SELECT id, arabic, english FROM unit ORDER BY id");
  while (units.step()) index.put(units.integer(0), units.text(1), units.text(2));
  index.flush();
  store_index_version(database_);
  transaction.commit();
}

std::int64_t TranslationMemory::add(const TranslationUnit& unit, std::string_view command) {
  UnitImport import(*this, command);
  const UnitImport::Stored stored = import.add(unit);
  import.commit();
  return stored.id;
}

void TranslationMemory::edit(std::int64_t id, const std::optional<std::string>& arabic,
                             const std::optional<std::string>& english, std::string_view command) {
  UnitImport import(*this, command);
  std::optional<TranslationUnit> unit = find(id);
  if (!unit) throw no_such_unit(id);
  TranslationUnit changed = *unit;
  // Tags have their places in the text that was; a new text comes without.
  if (arabic && *arabic != unit->arabic) {
    changed.arabic = *arabic;
    changed.arabic_tags.clear();
  }
  if (english && *english != unit->english) {
    changed.english = *english;
    changed.english_tags.clear();
  }
  check_unit(changed);
  if (equal_units(changed, *unit)) return;
  const std::int64_t digest = unit_digest(changed);
  if (const auto other = import.find_equal(changed, digest)) {
    throw Error(ErrorKind::kUsage, "unit " + std::to_string(other->id) + " says this already", {},
                "remove one of the two");
  }
  Statement update = database_.prepare(
      "UPDATE unit SET arabic = ?, english = ?, digest = ?, changed = ?, extras = ? WHERE id = ?");
  update.bind(1, changed.arabic).bind(2, changed.english).bind(3, digest).bind(4, now());
  if (const std::string extras = encode_extras(changed); !extras.empty()) {
    update.bind_blob(5, extras);
  }
  update.bind(6, id).run();
  import.index_->put(id, changed.arabic, changed.english);
  import.write_.counts.changed = 1;
  import.commit();
}

void TranslationMemory::remove(std::int64_t id, std::string_view command) {
  UnitImport import(*this, command);
  import.remove(id);
  import.commit();
}

std::optional<WriteRecord> TranslationMemory::undo() { return undo_last_write(database_); }

std::optional<TranslationUnit> TranslationMemory::find(std::int64_t id) const {
  if (!unit_) unit_.emplace(database_.prepare(select_units("WHERE unit.id = ?")));
  unit_->bind(1, id);
  std::optional<TranslationUnit> unit;
  if (unit_->step()) unit = read_unit(*unit_);
  unit_->reset();
  if (unit) read_origins(*unit);
  return unit;
}

void TranslationMemory::for_each(const UnitFilter& filter,
                                 const std::function<void(const TranslationUnit&)>& visit) const {
  const ReadSnapshot snapshot(database_);
  Statement rows = database_.prepare(
      select_units("WHERE " + std::string(kHasOrigin) +
                   " AND (?4 IS NULL OR source_language = ?4) "
                   "AND (?5 IS NULL OR coalesce(changed, created) >= ?5) "
                   "AND (?6 IS NULL OR coalesce(changed, created) < ?6) ORDER BY unit.id"));
  if (filter.file) rows.bind(1, *filter.file);
  if (filter.document) rows.bind(2, *filter.document);
  if (filter.author) rows.bind(3, *filter.author);
  if (filter.source_language) rows.bind(4, language_number(*filter.source_language));
  if (filter.since) rows.bind(5, filter_moment(*filter.since));
  if (filter.until) rows.bind(6, filter_moment(*filter.until));
  std::optional<TextPattern> arabic;
  std::optional<TextPattern> english;
  if (filter.arabic_pattern) arabic.emplace(*filter.arabic_pattern);
  if (filter.english_pattern) english.emplace(*filter.english_pattern);
  OriginWalk origins(database_);
  while (rows.step()) {
    TranslationUnit unit = read_unit(rows);
    if (arabic && !arabic->matches(unit.arabic)) continue;
    if (english && !english->matches(unit.english)) continue;
    origins.read(unit);
    visit(unit);
  }
}

MemoryStats TranslationMemory::stats() const {
  const ReadSnapshot snapshot(database_);
  MemoryStats stats;
  Statement sources = database_.prepare("SELECT source_language, count(*) FROM unit GROUP BY 1");
  while (sources.step()) {
    (sources.integer(0) == 0 ? stats.arabic_sources : stats.english_sources) = sources.integer(1);
  }
  stats.units = stats.arabic_sources + stats.english_sources;
  visit_lengths(database_, [&stats](std::size_t arabic, std::size_t english) {
    stats.arabic_words += static_cast<std::int64_t>(arabic);
    stats.english_words += static_cast<std::int64_t>(english);
  });
  Statement files = database_.prepare(
      "SELECT file, count(*) FROM unit JOIN origin ON origin.id = origin_id GROUP BY file "
      "ORDER BY 2 DESC, 1");
  while (files.step()) stats.files.emplace_back(files.text(0), files.integer(1));
  add_other_files(database_, stats.files);
  stats.concepts = count_rows(database_, "SELECT count(*) FROM concept");
  stats.terms = count_rows(database_, "SELECT count(*) FROM term");
  stats.last_write = mizan::last_write(database_);
  stats.bytes =
      count_rows(database_, "PRAGMA page_count") * count_rows(database_, "PRAGMA page_size");
  return stats;
}

UnitImport::UnitImport(TranslationMemory& memory, std::string_view command)
    : database_(memory.database()),
      write_(database_, command),
      index_(std::make_unique<IndexWriter>(database_)),
      provenance_(std::make_unique<Provenance>(database_)),
      find_digest_(database_.prepare(select_units("WHERE digest = ?"))),
      insert_(database_.prepare(
          "INSERT INTO unit(digest, arabic, english, source_language, origin_id, position, "
          "created, changed, extras) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)")),
      insert_origin_(
          database_.prepare("INSERT INTO origin(file, document, author) VALUES(?, ?, ?)")),
      find_origin_(database_.prepare(
          "SELECT id FROM origin WHERE file = ? AND document = ? AND author = ?")) {}

UnitImport::~UnitImport() = default;

std::optional<TranslationUnit> UnitImport::find_equal(const TranslationUnit& unit,
                                                      std::int64_t digest) {
  std::optional<TranslationUnit> equal;
  find_digest_.bind(1, digest);
  while (!equal && find_digest_.step()) {
    TranslationUnit stored = read_unit(find_digest_);
    if (equal_units(stored, unit)) equal = std::move(stored);
  }
  find_digest_.reset();
  return equal;
}

std::int64_t UnitImport::origin_id(const Origin& origin) {
  if (last_origin_id_ != 0 && last_origin_.file == origin.file &&
      last_origin_.document == origin.document && last_origin_.author == origin.author) {
    return last_origin_id_;
  }
  find_origin_.bind(1, origin.file).bind(2, origin.document).bind(3, origin.author);
  if (find_origin_.step()) {
    last_origin_id_ = find_origin_.integer(0);
  } else {
    insert_origin_.bind(1, origin.file).bind(2, origin.document).bind(3, origin.author).run();
    last_origin_id_ = database_.last_insert_id();
  }
  find_origin_.reset();
  last_origin_ = origin;
  return last_origin_id_;
}

std::int64_t UnitImport::position_of(const Origin& origin) {
  if (origin.position >= 0 || (origin.file.empty() && origin.document.empty())) {
    return origin.position;
  }
  return next_positions_[origin.file + '\0' + origin.document]++;
}

// Whether any was new.
bool UnitImport::add_other_origins(std::int64_t id, const TranslationUnit& unit) {
  bool added = false;
  for (const Origin& origin : unit.also_from) {
    if (provenance_->add_place(id, origin_id(origin), origin.position)) added = true;
  }
  return added;
}

UnitImport::Stored UnitImport::add(const TranslationUnit& unit) {
  check_unit(unit);
  const std::int64_t digest = unit_digest(unit);
  const std::int64_t position = position_of(unit.origin);
  if (const auto stored = find_equal(unit, digest)) {
    bool changed = provenance_->merge(*stored, unit, origin_id(unit.origin), position);
    if (add_other_origins(stored->id, unit)) changed = true;
    if (changed) ++write_.counts.changed;
    return {stored->id, false};
  }
  insert_.bind(1, digest)
      .bind(2, unit.arabic)
      .bind(3, unit.english)
      .bind(4, language_number(unit.source_language))
      .bind(5, origin_id(unit.origin));
  if (position >= 0) insert_.bind(6, position);
  insert_.bind(7, parse_timestamp(unit.origin.created).value_or(now()));
  if (const auto changed = parse_timestamp(unit.origin.changed)) insert_.bind(8, *changed);
  const std::string extras = encode_extras(unit);
  if (!extras.empty()) insert_.bind_blob(9, extras);
  insert_.run();
  const std::int64_t id = database_.last_insert_id();
  index_->put(id, unit.arabic, unit.english);
  add_other_origins(id, unit);
  ++write_.counts.added;
  return {id, true};
}

void UnitImport::remove(std::int64_t id) {
  database_.prepare("DELETE FROM unit WHERE id = ?").bind(1, id).run();
  if (database_.changes() == 0) throw no_such_unit(id);
  provenance_->remove(id);
  index_->remove(id);
  ++write_.counts.removed;
}

void UnitImport::commit() {
  index_->flush();
  // Every writer leaves the index at its own rules; TranslationMemory has seen to the rest.
  store_index_version(database_);
  write_.commit();
}

}  // namespace mizan
