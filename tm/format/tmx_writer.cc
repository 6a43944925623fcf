#include "tm/format/tmx_writer.h"

#include <algorithm>
#include <array>
#include <string>

#include "tm/base/utf8.h"
#include "tm/format/tmx_date.h"
#include "tm/format/tmx_reader.h"

namespace mizan {
namespace {

constexpr std::string_view kHeader =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n"
    "<tmx version=\"1.4\">\n"
    "<header creationtool=\"Mizan\" creationtoolversion=\"1\" segtype=\"sentence\" "
    "o-tmf=\"Mizan\" adminlang=\"en\" srclang=\"*all*\" datatype=\"plaintext\"/>\n"
    "<body>\n";

constexpr std::array<std::string_view, 4> kAttributeProperties = {
    kUnitIdProperty, kChangeIdProperty, kArabicTagProperty, kEnglishTagProperty};

bool is_xml_character(char32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF);
}

std::string escaped(std::string_view text) {
  std::string xml;
  xml.reserve(text.size() + 16);
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    switch (c.value) {
      case '&':
        xml += "&amp;";
        break;
      case '<':
        xml += "&lt;";
        break;
      case '>':
        xml += "&gt;";
        break;
      case '"':
        xml += "&quot;";
        break;
      case '\r':
        // A bare carriage return is read back as a line feed.
        xml += "&#13;";
        break;
      default:
        if (is_xml_character(c.value)) {
          xml += text.substr(at, c.size);
        } else {
          xml += ' ';
        }
    }
    at += c.size;
  }
  return xml;
}

// A line break in an attribute would be read back as a space.
std::string escaped_attribute(std::string_view text) {
  std::string xml;
  for (const char c : escaped(text)) {
    if (c == '\n') {
      xml += "&#10;";
    } else if (c == '\t') {
      xml += "&#9;";
    } else {
      xml += c;
    }
  }
  return xml;
}

std::string_view property(const TranslationUnit& unit, std::string_view type,
                          std::string_view otherwise) {
  const auto found = std::find_if(unit.properties.begin(), unit.properties.end(),
                                  [type](const auto& property) { return property.first == type; });
  return found == unit.properties.end() ? otherwise : std::string_view(found->second);
}

void append_attribute(std::string& xml, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  xml += ' ';
  xml += name;
  xml += "=\"" + escaped_attribute(value) + "\"";
}

void append_property(std::string& xml, std::string_view type, std::string_view value) {
  xml += "<prop type=\"" + escaped_attribute(type) + "\">" + escaped(value) + "</prop>\n";
}

void append_variant(std::string& xml, std::string_view tag, std::string_view text) {
  xml +=
      "<tuv xml:lang=\"" + escaped_attribute(tag) + "\"><seg>" + escaped(text) + "</seg></tuv>\n";
}

}  // namespace

TmxWriter::TmxWriter(TextSink sink) : sink_(std::move(sink)) {}

void TmxWriter::begin(const UnitFileHeader&) { sink_(kHeader); }

void TmxWriter::write(const TranslationUnit& unit) {
  std::string xml = "<tu";
  append_attribute(xml, "tuid", property(unit, kUnitIdProperty, ""));
  append_attribute(xml, "srclang", code(unit.source_language));
  append_attribute(xml, "creationdate", to_tmx_date(unit.origin.created));
  append_attribute(xml, "creationid", unit.origin.author);
  append_attribute(xml, "changedate", to_tmx_date(unit.origin.changed));
  append_attribute(xml, "changeid", property(unit, kChangeIdProperty, ""));
  xml += ">\n";
  // TMX wants notes and props before the variants.
  for (const std::string& note : unit.notes) xml += "<note>" + escaped(note) + "</note>\n";
  for (const auto& [type, value] : unit.properties) {
    const bool is_attribute = std::find(kAttributeProperties.begin(), kAttributeProperties.end(),
                                        type) != kAttributeProperties.end();
    if (!is_attribute) append_property(xml, type, value);
  }
  if (!unit.origin.document.empty()) append_property(xml, kDocumentProperty, unit.origin.document);
  if (unit.origin.position >= 0) {
    append_property(xml, kPositionProperty, std::to_string(unit.origin.position));
  }
  const auto variant = [&](Language language) {
    const std::string_view type =
        language == Language::kArabic ? kArabicTagProperty : kEnglishTagProperty;
    append_variant(xml, property(unit, type, code(language)), unit.text(language));
  };
  variant(unit.source_language);
  variant(other(unit.source_language));
  xml += "</tu>\n";
  sink_(xml);
}

void TmxWriter::finish() { sink_("</body>\n</tmx>\n"); }

}  // namespace mizan
