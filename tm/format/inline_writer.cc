#include "tm/format/inline_writer.h"

#include <algorithm>
#include <array>

#include "tm/format/xml_text.h"

namespace mizan {
namespace {

std::string attribute(const InlineTag& tag, std::string_view name) {
  const auto found = std::ranges::find_if(
      tag.attributes, [name](const auto& entry) { return entry.first == name; });
  return found == tag.attributes.end() ? std::string() : found->second;
}

enum class Role { kPairStart, kPairEnd, kPlaceholder };

Role role_of(const InlineTag& tag) {
  const std::string_view name = tag.name;
  if (name == "bpt" || name == "bx" || name == "sc") return Role::kPairStart;
  if (name == "ept" || name == "ex" || name == "ec") return Role::kPairEnd;
  return Role::kPlaceholder;
}

// Both codes of a pair have the same.
std::string pair_id(const InlineTag& tag) {
  for (const char* name : {"i", "startRef", "rid", "id", "x"}) {
    if (std::string value = attribute(tag, name); !value.empty()) return value;
  }
  return {};
}

// Links of a code to the original data of its XLIFF 2 unit; they are renewed on writing. (The
// reader has put the data itself into the tag: as its content, and as the value of dataRefEnd.)
bool is_data_reference(std::string_view name) { return name.starts_with("dataRef"); }

bool is_annotation(const InlineTag& tag) { return tag.name == "hi" || tag.name == "mrk"; }

// The markup as text, for a code that has no content of its own.
std::string shown(const InlineTag& tag) {
  std::string element = "<" + tag.name;
  append_attributes(element, tag.attributes);
  return xml_text(element + (tag.kind == InlineKind::kOpen ? ">" : "/>"));
}

std::string type_of(const InlineTag& tag) {
  for (const char* name : {"type", "ctype", "mtype"}) {
    if (std::string value = attribute(tag, name); !value.empty()) return value;
  }
  return {};
}

}  // namespace

// Attributes that no mapping carries over.
void InlineWriter::count_dropped(const InlineTag& tag) {
  constexpr std::array<std::string_view, 8> kMapped = {"i",    "id",    "x",     "rid",
                                                       "type", "ctype", "mtype", "startRef"};
  const auto dropped = std::ranges::count_if(tag.attributes, [&](const auto& entry) {
    return std::ranges::find(kMapped, entry.first) == kMapped.end() &&
           !is_data_reference(entry.first);
  });
  if (dropped > 0) losses_["attributes of inline tags"] += static_cast<std::size_t>(dropped);
}

std::string InlineWriter::number_of(const std::string& id) {
  auto found = id.empty() ? ids_.end() : std::ranges::find(ids_, id);
  if (found == ids_.end()) found = ids_.insert(ids_.end(), id);
  return std::to_string(found - ids_.begin() + 1);
}

std::string InlineWriter::data_reference(std::string_view name, const std::string& code) {
  if (code.empty()) return {};
  // Original data holds no elements.
  const std::string content = code.find('<') == code.npos ? code : xml_text(code);
  auto found = std::ranges::find_if(
      data_, [&content](const auto& entry) { return entry.second == content; });
  if (found == data_.end()) {
    found = data_.insert(data_.end(), {"d" + std::to_string(data_.size() + 1), content});
  }
  return ' ' + std::string(name) + "=\"" + found->first + "\"";
}

void InlineWriter::append_own_attributes(std::string& xml, const InlineTag& tag) {
  for (const auto& [name, value] : tag.attributes) {
    if (is_data_reference(name)) continue;
    xml += ' ' + name + "=\"" + xml_attribute(value) + "\"";
  }
}

std::string InlineWriter::opened(const InlineTag& tag) {
  std::string xml = "<";
  if (tag.markup == markup_) {
    xml += tag.name;
    append_own_attributes(xml, tag);
    if (markup_ == InlineMarkup::kXliff2) {
      xml += data_reference("dataRefStart", tag.content);
      xml += data_reference("dataRefEnd", attribute(tag, "dataRefEnd"));
    }
    return xml + ">";
  }
  count_dropped(tag);
  const std::string type = type_of(tag);
  const std::string id = number_of(pair_id(tag));
  if (is_annotation(tag)) {
    switch (markup_) {
      case InlineMarkup::kTmx:
        xml += "hi";
        append_attribute(xml, "type", type);
        break;
      case InlineMarkup::kXliff1:
        xml += "mrk mtype=\"x-" + xml_attribute(type.empty() ? "hi" : type) + "\"";
        break;
      case InlineMarkup::kXliff2:
        xml += "mrk id=\"m" + id + "\"";
        break;
    }
    return xml + ">";
  }
  switch (markup_) {
    case InlineMarkup::kTmx:
      xml += "bpt i=\"" + id + "\"";
      append_attribute(xml, "type", type);
      return xml + ">" + (tag.content.empty() ? shown(tag) : tag.content) + "</bpt>";
    case InlineMarkup::kXliff1:
      xml += "g id=\"" + id + "\"";
      append_attribute(xml, "ctype", type.empty() || type.starts_with("x-") ? type : "x-" + type);
      return xml + ">";
    case InlineMarkup::kXliff2:
      return xml + "pc id=\"" + id + "\"" + data_reference("dataRefStart", tag.content) + ">";
  }
  return {};
}

std::string InlineWriter::closed(const InlineTag& tag) {
  if (tag.markup == markup_) return "</" + tag.name + ">";
  if (is_annotation(tag)) return markup_ == InlineMarkup::kTmx ? "</hi>" : "</mrk>";
  switch (markup_) {
    case InlineMarkup::kTmx: {
      const std::string code = attribute(tag, "dataRefEnd");
      return "<ept i=\"" + number_of(pair_id(tag)) + "\">" +
             (code.empty() ? "&lt;/" + tag.name + "&gt;" : code) + "</ept>";
    }
    case InlineMarkup::kXliff1:
      return "</g>";
    case InlineMarkup::kXliff2:
      return "</pc>";
  }
  return {};
}

std::string InlineWriter::code(const InlineTag& tag) {
  std::string xml = "<";
  if (tag.markup == markup_) {
    xml += tag.name;
    append_own_attributes(xml, tag);
    if (markup_ == InlineMarkup::kXliff2) {
      return xml + data_reference("dataRef", tag.content) + "/>";
    }
    return tag.content.empty() ? xml + "/>" : xml + ">" + tag.content + "</" + tag.name + ">";
  }
  count_dropped(tag);
  const Role role = role_of(tag);
  const std::string type = type_of(tag);
  const std::string id = number_of(pair_id(tag));
  switch (markup_) {
    case InlineMarkup::kTmx: {
      const char* name = role == Role::kPairStart ? "bpt" : role == Role::kPairEnd ? "ept" : "ph";
      xml += std::string(name) + (role == Role::kPlaceholder ? " x=\"" : " i=\"") + id + "\"";
      if (role != Role::kPairEnd) append_attribute(xml, "type", type);
      return xml + ">" + (tag.content.empty() ? shown(tag) : tag.content) + "</" + name + ">";
    }
    case InlineMarkup::kXliff1: {
      const bool empty = tag.content.empty();
      std::string name = role == Role::kPairStart ? "bpt" : role == Role::kPairEnd ? "ept" : "ph";
      if (empty) name = role == Role::kPairStart ? "bx" : role == Role::kPairEnd ? "ex" : "x";
      xml += name + " id=\"" + id + "\"";
      append_attribute(xml, "ctype", type.empty() || type.starts_with("x-") ? type : "x-" + type);
      return empty ? xml + "/>" : xml + ">" + tag.content + "</" + name + ">";
    }
    case InlineMarkup::kXliff2: {
      const char* name = role == Role::kPairStart ? "sc id=\""
                         : role == Role::kPairEnd ? "ec startRef=\""
                                                  : "ph id=\"";
      return xml + name + id + "\"" + data_reference("dataRef", tag.content) + "/>";
    }
  }
  return {};
}

std::string InlineWriter::content(std::string_view text, const std::vector<InlineTag>& tags) {
  std::string xml;
  std::size_t at = 0;
  std::vector<const InlineTag*> open;
  for (const InlineTag& tag : tags) {
    const std::size_t offset = std::min(std::max(tag.offset, at), text.size());
    xml += xml_text(text.substr(at, offset - at));
    at = offset;
    switch (tag.kind) {
      case InlineKind::kOpen:
        xml += opened(tag);
        open.push_back(&tag);
        break;
      case InlineKind::kClose:
        if (open.empty()) break;
        xml += closed(*open.back());
        open.pop_back();
        break;
      case InlineKind::kCode:
        xml += code(tag);
        break;
      case InlineKind::kSpace:
        xml += xml_text(tag.content);
        break;
    }
  }
  xml += xml_text(text.substr(at));
  for (; !open.empty(); open.pop_back()) xml += closed(*open.back());
  return xml;
}

OriginalData InlineWriter::take_original_data() {
  OriginalData data = std::move(data_);
  data_.clear();
  return data;
}

}  // namespace mizan
