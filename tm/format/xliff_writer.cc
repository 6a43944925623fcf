#include "tm/format/xliff_writer.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <functional>
#include <utility>

#include "tm/format/inline_writer.h"
#include "tm/format/tmx_reader.h"
#include "tm/format/xliff_reader.h"
#include "tm/format/xml_text.h"

namespace mizan {
namespace {

using Properties = std::vector<std::pair<std::string, std::string>>;

std::string property(const TranslationUnit& unit, std::string_view type) {
  const auto found = std::ranges::find_if(
      unit.properties, [type](const auto& property) { return property.first == type; });
  return found == unit.properties.end() ? std::string() : found->second;
}

std::string language_tag(const TranslationUnit& unit, Language language) {
  const std::string tag =
      property(unit, language == Language::kArabic ? kArabicTagProperty : kEnglishTagProperty);
  return tag.empty() ? std::string(code(language)) : tag;
}

// The states of a target in 1.2 and the nearest in 2.0; the first of a kind is the way back.
constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kStates = {{
    {"new", "initial"},
    {"needs-translation", "initial"},
    {"needs-adaptation", "initial"},
    {"needs-l10n", "initial"},
    {"translated", "translated"},
    {"needs-review-translation", "translated"},
    {"needs-review-adaptation", "translated"},
    {"needs-review-l10n", "translated"},
    {"final", "final"},
    {"signed-off", "final"},
}};

std::string state20(const std::string& state) {
  const auto found = std::ranges::find(kStates, state, &decltype(kStates)::value_type::first);
  return found == kStates.end() ? state : std::string(found->second);
}

std::string state12(const std::string& state) {
  if (state == "reviewed") return "translated";
  const auto found = std::ranges::find(kStates, state, &decltype(kStates)::value_type::second);
  return found == kStates.end() ? state : std::string(found->first);
}

// Attributes of a segment that only XLIFF 2 has.
bool is_attribute20(std::string_view name) { return name == "canResegment" || name == "subState"; }

// Properties that are said elsewhere in the file.
bool is_said_elsewhere(std::string_view type) {
  return type == kUnitIdProperty || type == kArabicTagProperty || type == kEnglishTagProperty;
}

void append_notes(std::string& xml, const std::vector<std::string>& notes) {
  for (const std::string& note : notes) xml += "<note>" + xml_text(note) + "</note>\n";
}

void append_alternative(std::string& xml, const AlternativeTranslation& alternative) {
  xml += "<alt-trans";
  append_attribute(xml, "match-quality", alternative.quality);
  append_attribute(xml, "origin", alternative.origin);
  xml += "><source>" + xml_text(alternative.source) + "</source><target>" +
         xml_text(alternative.target) + "</target></alt-trans>\n";
}

// An id of XLIFF 2 is an NMTOKEN.
std::string as_token(std::string id) {
  for (char& c : id) {
    const bool allowed = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                         (c >= '0' && c <= '9') || (c & 0x80) != 0 || c == '-' || c == '_' ||
                         c == '.' || c == ':';
    if (!allowed) c = '_';
  }
  return id;
}

}  // namespace

XliffWriter::XliffWriter(TextSink sink, XliffVersion version)
    : sink_(std::move(sink)), version_(version) {}

void XliffWriter::begin(const UnitFileHeader& header) {
  for (const auto& [type, value] : header.properties) {
    if (!type.starts_with('@')) ++losses_["properties of the file"];
  }
  if (!header.notes.empty()) losses_["notes of the file"] += header.notes.size();
  sink_("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  if (version_ == XliffVersion::k12) {
    sink_("<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\">\n");
  }
}

void XliffWriter::write(const TranslationUnit& unit,
                        const std::optional<AlternativeTranslation>& alternative) {
  assert(!alternative || version_ == XliffVersion::k12);
  count_losses(unit,
               {.tags = true,
                .properties = true,
                .notes = true,
                .document = true,
                .source_language = true,
                .line_breaks = true},
               losses_);
  start_file(unit);
  ++number_;
  version_ == XliffVersion::k12 ? write_unit12(unit, alternative) : write_unit20(unit);
}

void XliffWriter::start_file(const TranslationUnit& unit) {
  const std::string source_tag = language_tag(unit, unit.source_language);
  const std::string target_tag = language_tag(unit, other(unit.source_language));
  const std::string& document =
      unit.origin.document.empty() ? unit.origin.file : unit.origin.document;
  const bool same_languages = source_tag == source_tag_ && target_tag == target_tag_;
  if (file_open_ && document == document_ && same_languages) return;
  const bool first = files_ == 0;
  if (file_open_) sink_(version_ == XliffVersion::k12 ? "</body>\n</file>\n" : "</file>\n");
  std::string xml;
  if (version_ == XliffVersion::k12) {
    xml = "<file original=\"" + xml_attribute(document) + "\" datatype=\"plaintext\"";
    append_attribute(xml, "source-language", source_tag);
    append_attribute(xml, "target-language", target_tag);
    xml += ">\n<body>\n";
  } else {
    // The languages are those of the whole document: the first unit says which.
    if (first) {
      xml = "<xliff version=\"2.0\" xmlns=\"urn:oasis:names:tc:xliff:document:2.0\"";
      append_attribute(xml, "srcLang", source_tag);
      append_attribute(xml, "trgLang", target_tag);
      xml += ">\n";
    } else if (!same_languages) {
      throw Error(ErrorKind::kUsage, "XLIFF 2 holds one pair of languages a file", {},
                  "write one direction at a time, or XLIFF 1.2");
    }
    xml += "<file id=\"f" + std::to_string(files_ + 1) + "\"";
    append_attribute(xml, "original", document);
    xml += ">\n";
  }
  sink_(xml);
  document_ = document;
  source_tag_ = source_tag;
  target_tag_ = target_tag;
  file_open_ = true;
  ++files_;
  number_ = 0;
  ids_.clear();
}

std::string XliffWriter::take_id(const TranslationUnit& unit) {
  std::string id(unit_id(unit));
  if (version_ == XliffVersion::k20) id = as_token(id);
  if (id.empty() || !ids_.insert(std::hash<std::string>{}(id)).second) {
    id = "mizan-" + std::to_string(number_);
    ids_.insert(std::hash<std::string>{}(id));
  }
  return id;
}

void XliffWriter::write_unit12(const TranslationUnit& unit,
                               const std::optional<AlternativeTranslation>& alternative) {
  std::string xml = "<trans-unit id=\"" + xml_attribute(take_id(unit)) + "\"";
  std::string target_attributes;
  std::string definition;
  bool space_said = false;
  bool memoq = false;
  for (const auto& [type, value] : unit.properties) {
    const std::string_view name = type;
    if (name.starts_with(kXliffTargetProperty)) {
      const std::string_view attribute = name.substr(kXliffTargetProperty.size());
      append_attribute(target_attributes, attribute, attribute == "state" ? state12(value) : value);
    } else if (name.starts_with(kXliffProperty)) {
      const std::string_view attribute = name.substr(kXliffProperty.size());
      const bool foreign = attribute.find(':') != attribute.npos && !attribute.starts_with("xml:");
      if (is_attribute20(attribute) || (foreign && !attribute.starts_with("mq:"))) {
        ++losses_["properties"];
        continue;
      }
      if (foreign && !std::exchange(memoq, true)) xml += " xmlns:mq=\"MQXliff\"";
      space_said = space_said || attribute == "xml:space";
      append_attribute(xml, attribute, value);
    } else if (name.starts_with(kSdlProperty)) {
      // The keys of sdl:value have an underscore, its attributes have none.
      if (name.find('_') != name.npos) {
        ++losses_["properties"];
      } else {
        append_attribute(definition, name.substr(kSdlProperty.size()), value);
      }
    } else if (!is_said_elsewhere(name)) {
      ++losses_["properties"];
    }
  }
  if (!space_said) xml += " xml:space=\"preserve\"";
  xml += ">\n";
  InlineWriter inline_writer(InlineMarkup::kXliff1, losses_);
  const auto content = [&](Language language) {
    return inline_writer.content(unit.text(language), unit.tags(language));
  };
  const Language target = other(unit.source_language);
  const std::string source_content = content(unit.source_language);
  xml += "<source>" + source_content + "</source>\n";
  // A conf of SDL belongs to a segment with a mid.
  if (!definition.empty()) {
    xml += "<seg-source><mrk mtype=\"seg\" mid=\"1\">" + source_content + "</mrk></seg-source>\n";
  }
  if (!unit.text(target).empty()) {
    const std::string target_content = content(target);
    xml += "<target" + target_attributes + ">" +
           (definition.empty() ? target_content
                               : "<mrk mtype=\"seg\" mid=\"1\">" + target_content + "</mrk>") +
           "</target>\n";
  }
  append_notes(xml, unit.notes);
  if (alternative) append_alternative(xml, *alternative);
  if (!definition.empty()) {
    xml += "<sdl:seg-defs xmlns:sdl=\"http://sdl.com/FileTypes/SdlXliff/1.0\"><sdl:seg id=\"1\"" +
           definition + "/></sdl:seg-defs>\n";
  }
  sink_(xml + "</trans-unit>\n");
}

void XliffWriter::write_unit20(const TranslationUnit& unit) {
  std::string name;
  std::string segment_attributes;
  std::string state;
  for (const auto& [type, value] : unit.properties) {
    if (type == "xliff:resname") {
      append_attribute(name, "name", value);
    } else if (type == "xliff:target state") {
      if (state.empty()) state = state20(value);
    } else if (type.starts_with(kXliffProperty) &&
               is_attribute20(std::string_view(type).substr(kXliffProperty.size()))) {
      append_attribute(segment_attributes, std::string_view(type).substr(kXliffProperty.size()),
                       value);
    } else if (!is_said_elsewhere(type)) {
      ++losses_["properties"];
    }
  }
  append_attribute(segment_attributes, "state", state);
  InlineWriter inline_writer(InlineMarkup::kXliff2, losses_);
  const Language target = other(unit.source_language);
  std::string segment =
      "<segment" + segment_attributes + ">\n<source>" +
      inline_writer.content(unit.text(unit.source_language), unit.tags(unit.source_language)) +
      "</source>\n";
  if (!unit.text(target).empty()) {
    segment +=
        "<target>" + inline_writer.content(unit.text(target), unit.tags(target)) + "</target>\n";
  }
  std::string xml = "<unit id=\"" + xml_attribute(take_id(unit)) + "\"" + name + ">\n";
  if (!unit.notes.empty()) {
    xml += "<notes>\n";
    append_notes(xml, unit.notes);
    xml += "</notes>\n";
  }
  const OriginalData data = inline_writer.take_original_data();
  if (!data.empty()) {
    xml += "<originalData>\n";
    for (const auto& [id, content] : data) {
      xml += "<data id=\"" + id + "\">" + content + "</data>\n";
    }
    xml += "</originalData>\n";
  }
  sink_(xml + segment + "</segment>\n</unit>\n");
}

void XliffWriter::finish() {
  if (version_ == XliffVersion::k12) {
    sink_(file_open_ ? "</body>\n</file>\n</xliff>\n" : "</xliff>\n");
    return;
  }
  if (files_ == 0) {
    sink_(
        "<xliff version=\"2.0\" xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" "
        "srcLang=\"ar\"/>\n");
  } else {
    sink_("</file>\n</xliff>\n");
  }
}

}  // namespace mizan
