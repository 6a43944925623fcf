#include "tm/format/xml_text.h"

#include "tm/base/utf8.h"

namespace mizan {
namespace {

bool is_xml_character(char32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF);
}

}  // namespace

std::string xml_text(std::string_view text) {
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

std::string xml_attribute(std::string_view text) {
  std::string xml;
  for (const char c : xml_text(text)) {
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

void append_attribute(std::string& xml, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  xml += ' ';
  xml += name;
  xml += "=\"" + xml_attribute(value) + "\"";
}

void append_attributes(std::string& xml,
                       const std::vector<std::pair<std::string, std::string>>& attributes) {
  for (const auto& [name, value] : attributes) {
    xml += ' ' + name + "=\"" + xml_attribute(value) + "\"";
  }
}

}  // namespace mizan
