#include "tm/format/unit_jsonl.h"

#include <array>
#include <nlohmann/json.hpp>

#include "tm/base/ascii.h"
#include "tm/base/line_reader.h"
#include "tm/base/utf8.h"

namespace mizan {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 4> kKinds = {"open", "close", "code", "space"};
constexpr std::array<std::string_view, 3> kMarkups = {"tmx", "xliff1", "xliff2"};

constexpr std::array<std::string_view, 15> kKeys = {
    "unit",    "ar",       "en",        "source_language", "file",  "document", "author", "created",
    "changed", "position", "also_from", "properties",      "notes", "ar_tags",  "en_tags"};

constexpr std::string_view kAdvice = "write one object with \"ar\" and \"en\" a line";

// What is wrong with a record.
struct BadRecord {
  std::string problem;
};

// The value of a key; null when it is absent.
const Json& member(const Json& object, std::string_view key) {
  static const Json kNull;
  const auto found = object.find(key);
  return found == object.end() ? kNull : *found;
}

std::string text_of(const Json& value, std::string_view key) {
  if (value.is_null()) return {};
  if (!value.is_string()) throw BadRecord{"\"" + std::string(key) + "\" is no text"};
  return value.get<std::string>();
}

std::string text(const Json& object, std::string_view key) {
  return text_of(member(object, key), key);
}

// The entries of a list; none when the key is absent.
const Json& list(const Json& object, std::string_view key) {
  const Json& value = member(object, key);
  if (!value.is_null() && !value.is_array()) {
    throw BadRecord{"\"" + std::string(key) + "\" is no list"};
  }
  return value;
}

const Json& as_object(const Json& value, std::string_view key) {
  if (!value.is_object()) throw BadRecord{"\"" + std::string(key) + "\" holds no object"};
  return value;
}

std::optional<std::uint64_t> number(const Json& object, std::string_view key) {
  const Json& value = member(object, key);
  if (value.is_null()) return std::nullopt;
  if (!value.is_number_unsigned() || value.get<std::uint64_t>() > INT64_MAX) {
    throw BadRecord{"\"" + std::string(key) + "\" is no number"};
  }
  return value.get<std::uint64_t>();
}

// A list of [name, value].
std::vector<std::pair<std::string, std::string>> pairs(const Json& object, std::string_view key) {
  std::vector<std::pair<std::string, std::string>> result;
  for (const Json& entry : list(object, key)) {
    if (!entry.is_array() || entry.size() != 2) {
      throw BadRecord{"\"" + std::string(key) + "\" is no list of names with values"};
    }
    result.emplace_back(text_of(entry[0], key), text_of(entry[1], key));
  }
  return result;
}

template <typename Enum, std::size_t size>
Enum named(const std::array<std::string_view, size>& names, const Json& object,
           std::string_view key) {
  const auto found = std::ranges::find(names, text(object, key));
  if (found == names.end()) throw BadRecord{"a tag without a known \"" + std::string(key) + "\""};
  return static_cast<Enum>(found - names.begin());
}

std::vector<InlineTag> read_tags(const Json& record, std::string_view key,
                                 const std::string& of_text) {
  std::vector<InlineTag> tags;
  for (const Json& entry : list(record, key)) {
    as_object(entry, key);
    InlineTag& tag = tags.emplace_back();
    tag.kind = named<InlineKind>(kKinds, entry, "kind");
    tag.markup = named<InlineMarkup>(kMarkups, entry, "markup");
    const std::uint64_t offset = number(entry, "offset").value_or(0);
    const bool inside =
        offset == of_text.size() || (offset < of_text.size() && (of_text[offset] & 0xC0) != 0x80);
    if (!inside) throw BadRecord{"a tag stands outside its text"};
    tag.offset = offset;
    tag.name = text(entry, "name");
    tag.attributes = pairs(entry, "attributes");
    tag.content = text(entry, "content");
  }
  return tags;
}

Origin read_origin(const Json& object) {
  Origin origin;
  origin.file = text(object, "file");
  origin.document = text(object, "document");
  origin.author = text(object, "author");
  return origin;
}

TranslationUnit read_unit(const Json& record) {
  const Json& inner = member(record, "translation");
  const Json& texts = inner.is_null() ? record : as_object(inner, "translation");
  TranslationUnit unit;
  unit.arabic = text(texts, "ar");
  unit.english = text(texts, "en");
  for (std::string* side : {&unit.arabic, &unit.english}) {
    if (ascii_trimmed(*side).empty()) side->clear();
  }
  if (const std::string tag = text(record, "source_language"); !tag.empty()) {
    const auto language = parse_language(tag);
    if (!language) throw BadRecord{"the source language is neither Arabic nor English"};
    unit.source_language = *language;
  }
  unit.origin = read_origin(record);
  if (!unit.origin.file.empty()) unit.also_from.push_back(unit.origin);
  unit.origin.created = text(record, "created");
  unit.origin.changed = text(record, "changed");
  if (const auto position = number(record, "position")) {
    unit.origin.position = static_cast<std::int64_t>(*position);
  }
  for (const Json& entry : list(record, "also_from")) {
    unit.also_from.push_back(read_origin(as_object(entry, "also_from")));
  }
  unit.properties = pairs(record, "properties");
  for (const Json& note : list(record, "notes")) unit.notes.push_back(text_of(note, "notes"));
  unit.arabic_tags = read_tags(record, "ar_tags", unit.arabic);
  unit.english_tags = read_tags(record, "en_tags", unit.english);
  return unit;
}

void count_left_out(const Json& record, LossCounts& left_out) {
  for (const auto& [key, value] : record.items()) {
    if (key == "translation" || value.is_null()) continue;
    if (std::ranges::find(kKeys, key) == kKeys.end()) ++left_out["values of the key " + key];
  }
}

UnitReadSummary read(LineReader& lines, const std::string& name, const UnitVisitor& visit,
                     const UnitReadOptions& options) {
  UnitReadSummary summary;
  summary.format = "JSON lines";
  std::int64_t position = 0;
  for (std::string_view line; lines.next(line);) {
    if (ascii_trimmed(line).empty()) continue;
    TranslationUnit unit;
    try {
      const Json record = Json::parse(line);
      if (!record.is_object()) throw BadRecord{"no JSON object"};
      unit = read_unit(record);
      count_left_out(record, summary.left_out);
    } catch (const BadRecord& bad) {
      report_malformed(options, summary, bad.problem, lines.place(1), std::string(kAdvice));
      continue;
    } catch (const Json::parse_error& error) {
      const std::size_t before = error.byte > 0 ? error.byte - 1 : 0;
      report_malformed(options, summary, "no JSON",
                       lines.place(count_code_points(line.substr(0, before)) + 1),
                       std::string(kAdvice));
      continue;
    } catch (const Json::out_of_range&) {
      report_malformed(options, summary, "a number that is too large", lines.place(1),
                       std::string(kAdvice));
      continue;
    }
    unit.origin.file = name;
    unit.origin.line = lines.number();
    if (unit.origin.position < 0) unit.origin.position = position;
    ++position;
    hand_out(unit, options, summary, visit);
  }
  return summary;
}

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json pair_list(const std::vector<std::pair<std::string, std::string>>& pairs) {
  Json result = Json::array();
  for (const auto& [name, value] : pairs) result.push_back(Json::array({name, value}));
  return result;
}

Json tag_list(const std::vector<InlineTag>& tags) {
  Json result = Json::array();
  for (const InlineTag& tag : tags) {
    Json object = {{"kind", kKinds.at(static_cast<std::size_t>(tag.kind))},
                   {"markup", kMarkups.at(static_cast<std::size_t>(tag.markup))},
                   {"offset", tag.offset}};
    if (!tag.name.empty()) object["name"] = tag.name;
    if (!tag.attributes.empty()) object["attributes"] = pair_list(tag.attributes);
    if (!tag.content.empty()) object["content"] = tag.content;
    result.push_back(std::move(object));
  }
  return result;
}

}  // namespace

UnitReadSummary read_unit_jsonl(const std::string& path, const UnitVisitor& visit,
                                const UnitReadOptions& options) {
  LineReader lines(path);
  return read(lines, path, visit, options);
}

UnitReadSummary parse_unit_jsonl(std::string_view text, const std::string& name,
                                 const UnitVisitor& visit, const UnitReadOptions& options) {
  LineReader lines(text, name);
  return read(lines, name, visit, options);
}

bool opens_unit_jsonl(std::string_view start) {
  start = ascii_trimmed(start);
  if (!start.starts_with('{')) return false;
  const std::size_t end = start.find('\n');
  // A line that goes on can only be judged by its beginning.
  if (end == start.npos && !start.ends_with('}')) return start.find('"') != start.npos;
  return Json::accept(start.substr(0, end));
}

void UnitJsonlWriter::begin(const UnitFileHeader& header) {
  if (!header.properties.empty()) losses_["properties of the file"] += header.properties.size();
  if (!header.notes.empty()) losses_["notes of the file"] += header.notes.size();
}

void UnitJsonlWriter::write(const TranslationUnit& unit) {
  Json object = Json::object();
  if (unit.id > 0) object["unit"] = unit.id;
  object["ar"] = unit.arabic;
  object["en"] = unit.english;
  object["source_language"] = code(unit.source_language);
  object["file"] = text_or_null(unit.origin.file);
  object["document"] = text_or_null(unit.origin.document);
  object["author"] = text_or_null(unit.origin.author);
  object["created"] = text_or_null(unit.origin.created);
  object["changed"] = text_or_null(unit.origin.changed);
  if (unit.origin.position >= 0) object["position"] = unit.origin.position;
  for (const Origin& origin : unit.also_from) {
    object["also_from"].push_back({{"file", text_or_null(origin.file)},
                                   {"document", text_or_null(origin.document)},
                                   {"author", text_or_null(origin.author)}});
  }
  if (!unit.properties.empty()) object["properties"] = pair_list(unit.properties);
  if (!unit.notes.empty()) object["notes"] = unit.notes;
  if (!unit.arabic_tags.empty()) object["ar_tags"] = tag_list(unit.arabic_tags);
  if (!unit.english_tags.empty()) object["en_tags"] = tag_list(unit.english_tags);
  sink_(object.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
}

}  // namespace mizan
