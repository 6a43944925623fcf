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

// What no UTF-8 text starts with: the last text of the extras holds the inline tags.
constexpr char kTagsMark = '\xFF';

void append_tags(std::string& bytes, const std::vector<InlineTag>& tags, std::uint64_t side) {
  for (const InlineTag& tag : tags) {
    append_varint(bytes, static_cast<std::uint64_t>(tag.kind) |
                             static_cast<std::uint64_t>(tag.markup) << 2U | side << 4U);
    append_varint(bytes, tag.offset);
    append_text(bytes, tag.name);
    append_varint(bytes, tag.attributes.size());
    for (const auto& [name, value] : tag.attributes) {
      append_text(bytes, name);
      append_text(bytes, value);
    }
    append_text(bytes, tag.content);
  }
}

// A tag whose place is outside its text, or inside a character of it, is damage too.
bool stands_in(std::size_t offset, const std::string& text) {
  return offset == text.size() ||
         (offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0U) != 0x80U);
}

bool decode_tags(std::string_view bytes, TranslationUnit& unit) {
  while (!bytes.empty()) {
    const auto head = take_varint(bytes);
    const auto offset = take_varint(bytes);
    auto name = take_text(bytes);
    const auto attributes = take_varint(bytes);
    if (!head || !offset || !name || !attributes) return false;
    const bool arabic = (*head >> 4U) == 0;
    InlineTag tag;
    if ((*head >> 2U & 3U) > static_cast<std::uint64_t>(InlineMarkup::kXliff2)) return false;
    if (*head >> 4U > 1 || !stands_in(*offset, arabic ? unit.arabic : unit.english)) return false;
    tag.kind = static_cast<InlineKind>(*head & 3U);
    tag.markup = static_cast<InlineMarkup>(*head >> 2U & 3U);
    tag.offset = *offset;
    tag.name = std::move(*name);
    for (std::uint64_t i = 0; i < *attributes; ++i) {
      auto attribute = take_text(bytes);
      auto value = take_text(bytes);
      if (!attribute || !value) return false;
      tag.attributes.emplace_back(std::move(*attribute), std::move(*value));
    }
    auto content = take_text(bytes);
    if (!content) return false;
    tag.content = std::move(*content);
    (arabic ? unit.arabic_tags : unit.english_tags).push_back(std::move(tag));
  }
  return true;
}

// Number of properties, their types and values, then the notes to the end, the last of them perhaps
// the tags. False when damaged.
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
    if (note->starts_with(kTagsMark)) {
      return bytes.empty() && decode_tags(std::string_view(*note).substr(1), unit);
    }
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
  std::string tags;
  append_tags(tags, unit.arabic_tags, 0);
  append_tags(tags, unit.english_tags, 1);
  if (unit.properties.empty() && unit.notes.empty() && tags.empty()) return bytes;
  append_varint(bytes, unit.properties.size());
  for (const auto& [type, value] : unit.properties) {
    append_text(bytes, type);
    append_text(bytes, value);
  }
  for (const std::string& note : unit.notes) append_text(bytes, note);
  if (!tags.empty()) append_text(bytes, kTagsMark + tags);
  return bytes;
}

}  // namespace mizan
