#include "tm/memory/unit_record.h"

#include <optional>

#include "tm/base/error.h"
#include "tm/memory/timestamp.h"
#include "tm/memory/varint.h"

namespace mizan {
namespace {

void append_text(std::string& bytes, std::string_view text) {
  append_varint(bytes, text.size());
  bytes += text;
}

std::optional<std::string> take_text(std::string_view& bytes) {
  const auto size = take_varint(bytes);
  if (!size || *size > bytes.size()) return std::nullopt;
  std::string text(bytes.substr(0, *size));
  bytes.remove_prefix(*size);
  return text;
}

// Number of properties, their types and values, then the notes to the end. False when damaged.
bool decode_extras(std::string_view bytes, TranslationUnit& unit) {
  const auto count = take_varint(bytes);
  if (!count) return false;
  for (std::uint64_t i = 0; i < *count; ++i) {
    auto type = take_text(bytes);
    auto value = take_text(bytes);
    if (!type || !value) return false;
    unit.properties.emplace_back(std::move(*type), std::move(*value));
  }
  while (!bytes.empty()) {
    auto note = take_text(bytes);
    if (!note) return false;
    unit.notes.push_back(std::move(*note));
  }
  return true;
}

}  // namespace

std::string select_units(std::string_view clause) {
  std::string sql = "SELECT ";
  sql += kUnitColumns;
  sql += " FROM ";
  sql += kUnitTables;
  sql += ' ';
  sql += clause;
  return sql;
}

TranslationUnit read_unit(const Statement& row) {
  TranslationUnit unit;
  unit.id = row.integer(0);
  unit.arabic = row.text(1);
  unit.english = row.text(2);
  unit.source_language = row.integer(3) == 0 ? Language::kArabic : Language::kEnglish;
  unit.origin.file = row.text(4);
  unit.origin.document = row.text(5);
  unit.origin.author = row.text(6);
  unit.origin.position = row.is_null(7) ? -1 : row.integer(7);
  unit.origin.created = to_timestamp(row.integer(8));
  if (!row.is_null(9)) unit.origin.changed = to_timestamp(row.integer(9));
  const std::string_view extras = row.blob(10);
  if (!extras.empty() && !decode_extras(extras, unit)) {
    throw Error(ErrorKind::kCorruptStore,
                "unit " + std::to_string(unit.id) + " of the memory is damaged", {},
                "restore the memory from a backup");
  }
  return unit;
}

std::int64_t unit_digest(const TranslationUnit& unit) {
  // FNV-1a; a collision costs a comparison of the texts, nothing more.
  std::uint64_t hash = 0xCBF29CE484222325U;
  const auto mix = [&hash](std::string_view text) {
    for (const char c : text) {
      hash ^= static_cast<unsigned char>(c);
      hash *= 0x100000001B3U;
    }
    // 0xFF ends a text: no UTF-8 holds it.
    hash ^= 0xFFU;
    hash *= 0x100000001B3U;
  };
  mix(unit.arabic);
  mix(unit.english);
  mix(code(unit.source_language));
  mix(unit.origin.document);
  return static_cast<std::int64_t>(hash);
}

bool equal_units(const TranslationUnit& a, const TranslationUnit& b) {
  return a.arabic == b.arabic && a.english == b.english && a.source_language == b.source_language &&
         a.origin.document == b.origin.document;
}

std::string encode_extras(const TranslationUnit& unit) {
  std::string bytes;
  if (unit.properties.empty() && unit.notes.empty()) return bytes;
  append_varint(bytes, unit.properties.size());
  for (const auto& [type, value] : unit.properties) {
    append_text(bytes, type);
    append_text(bytes, value);
  }
  for (const std::string& note : unit.notes) append_text(bytes, note);
  return bytes;
}

}  // namespace mizan
