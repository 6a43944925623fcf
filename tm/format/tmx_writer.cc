#include "tm/format/tmx_writer.h"

#include <algorithm>
#include <string>

#include "tm/format/inline_writer.h"
#include "tm/format/tmx_date.h"
#include "tm/format/tmx_reader.h"
#include "tm/format/xml_text.h"

namespace mizan {
namespace {

constexpr std::string_view kStart =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n"
    "<tmx version=\"1.4\">\n"
    "<header creationtool=\"Mizan\" creationtoolversion=\"1\"";

using Properties = std::vector<std::pair<std::string, std::string>>;

std::string_view property(const Properties& properties, std::string_view type,
                          std::string_view otherwise) {
  const auto found = std::ranges::find_if(
      properties, [type](const auto& property) { return property.first == type; });
  return found == properties.end() ? otherwise : std::string_view(found->second);
}

bool is_name(std::string_view text) {
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c & 0x80) != 0;
  };
  return !text.empty() && is_letter(text[0]) && std::ranges::all_of(text, [&](char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == ':';
  });
}

// What a property is in the file (tmx_reader.h says how they are named).
struct Placed {
  enum class Kind { kAttribute, kProp, kNote } kind = Kind::kProp;
  std::string_view name;
  std::string_view side;  // "ar", "en"; empty: of the tu
};

Placed placed(std::string_view type) {
  if (type == kUnitIdProperty || type == kChangeIdProperty) {
    return {Placed::Kind::kAttribute, type, ""};
  }
  if (type == kArabicTagProperty || type == kEnglishTagProperty) {
    return {Placed::Kind::kAttribute, "xml:lang", type.substr(type.size() - 2)};
  }
  if (type.starts_with('@')) {
    std::string_view name = type.substr(1);
    std::string_view side;
    if (name.ends_with(" ar") || name.ends_with(" en")) {
      side = name.substr(name.size() - 2);
      name.remove_suffix(3);
      if (name == "note") return {Placed::Kind::kNote, name, side};
    }
    if (is_name(name)) return {Placed::Kind::kAttribute, name, side};
  } else if (type.ends_with("@ar") || type.ends_with("@en")) {
    return {Placed::Kind::kProp, type.substr(0, type.size() - 3), type.substr(type.size() - 2)};
  }
  return {Placed::Kind::kProp, type, ""};
}

void append_prop(std::string& xml, std::string_view type, std::string_view value) {
  xml += "<prop type=\"" + xml_attribute(type) + "\">" + xml_text(value) + "</prop>\n";
}

void append_origin(std::string& xml, const Origin& origin) {
  std::string value;
  const auto add = [&value](std::string_view name, const std::string& part) {
    if (part.empty()) return;
    if (!value.empty()) value += '\t';
    value.append(name) += '=' + part;
  };
  add("file", origin.file);
  add("document", origin.document);
  add("author", origin.author);
  if (!value.empty()) append_prop(xml, kOriginProperty, value);
}

// The attributes that were written already are not written again: an element has each name once.
class Attributes {
 public:
  void add(std::string_view name, std::string_view value) {
    if (value.empty() || std::ranges::find(names_, name) != names_.end()) return;
    names_.emplace_back(name);
    append_attribute(xml_, name, value);
  }
  // Those of `side` among the properties, but for the language.
  void add_all(const Properties& properties, std::string_view side) {
    for (const auto& [type, value] : properties) {
      const Placed place = placed(type);
      if (place.kind == Placed::Kind::kAttribute && place.side == side) add(place.name, value);
    }
  }
  const std::string& xml() const { return xml_; }

 private:
  std::vector<std::string> names_;
  std::string xml_;
};

// A second value of an attribute (of a duplicate that was merged) is a prop.
void append_props_and_notes(std::string& xml, const Properties& properties, std::string_view side) {
  std::vector<std::string_view> seen;
  for (const auto& [type, value] : properties) {
    const Placed place = placed(type);
    if (place.side != side) continue;
    if (place.kind == Placed::Kind::kNote) xml += "<note>" + xml_text(value) + "</note>\n";
    if (place.kind == Placed::Kind::kProp) append_prop(xml, place.name, value);
    if (place.kind == Placed::Kind::kAttribute) {
      if (std::ranges::find(seen, place.name) != seen.end()) append_prop(xml, place.name, value);
      seen.push_back(place.name);
    }
  }
}

}  // namespace

TmxWriter::TmxWriter(TextSink sink) : sink_(std::move(sink)) {}

void TmxWriter::begin(const UnitFileHeader& header) {
  Attributes attributes;
  attributes.add("segtype", property(header.properties, "@segtype", "sentence"));
  attributes.add("o-tmf", property(header.properties, "@o-tmf", "Mizan"));
  attributes.add("adminlang", property(header.properties, "@adminlang", "en"));
  attributes.add("srclang", property(header.properties, "@srclang", "*all*"));
  attributes.add("datatype", property(header.properties, "@datatype", "plaintext"));
  attributes.add_all(header.properties, "");
  std::string inside;
  for (const std::string& note : header.notes) inside += "<note>" + xml_text(note) + "</note>\n";
  for (const auto& [type, value] : header.properties) {
    if (!type.starts_with('@')) append_prop(inside, type, value);
  }
  sink_(kStart);
  sink_(attributes.xml() + (inside.empty() ? "/>\n" : ">\n" + inside + "</header>\n") + "<body>\n");
}

void TmxWriter::write(const TranslationUnit& unit) {
  Attributes attributes;
  const Properties& properties = unit.properties;
  attributes.add("tuid", property(properties, kUnitIdProperty, ""));
  attributes.add("srclang", property(properties, "@srclang", code(unit.source_language)));
  attributes.add("creationdate",
                 property(properties, "@creationdate", to_tmx_date(unit.origin.created)));
  attributes.add("creationid", unit.origin.author);
  attributes.add("changedate",
                 property(properties, "@changedate", to_tmx_date(unit.origin.changed)));
  attributes.add_all(properties, "");
  std::string xml = "<tu" + attributes.xml() + ">\n";
  // TMX wants notes and props before the variants.
  for (const std::string& note : unit.notes) xml += "<note>" + xml_text(note) + "</note>\n";
  append_props_and_notes(xml, properties, "");
  if (!unit.origin.document.empty()) append_prop(xml, kDocumentProperty, unit.origin.document);
  if (unit.origin.position >= 0) {
    append_prop(xml, kPositionProperty, std::to_string(unit.origin.position));
  }
  // Where a stored unit comes from; one that is only converted comes from the file at hand.
  if (unit.id > 0 && !unit.origin.file.empty()) append_origin(xml, unit.origin);
  for (const Origin& origin : unit.also_from) append_origin(xml, origin);
  InlineWriter inline_writer(InlineMarkup::kTmx, losses_);
  const auto append_variant = [&](Language language) {
    if (unit.text(language).empty()) return;
    const std::string_view side = code(language);
    Attributes own;
    own.add(
        "xml:lang",
        property(properties,
                 language == Language::kArabic ? kArabicTagProperty : kEnglishTagProperty, side));
    own.add_all(properties, side);
    xml += "<tuv" + own.xml() + ">";
    std::string inside;
    append_props_and_notes(inside, properties, side);
    if (!inside.empty()) xml += "\n" + inside;
    xml += "<seg>" + inline_writer.content(unit.text(language), unit.tags(language)) +
           "</seg></tuv>\n";
  };
  append_variant(unit.source_language);
  append_variant(other(unit.source_language));
  xml += "</tu>\n";
  sink_(xml);
}

void TmxWriter::finish() { sink_("</body>\n</tmx>\n"); }

}  // namespace mizan
