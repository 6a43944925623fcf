#include "tm/format/inline_reader.h"

#include <algorithm>
#include <array>
#include <span>

#include "tm/format/xml_text.h"

namespace mizan {
namespace {

constexpr std::array<std::string_view, 5> kTmxCodes = {"bpt", "ept", "ph", "it", "ut"};
constexpr std::array<std::string_view, 7> kXliff1Codes = {"x",   "bx", "ex", "bpt",
                                                          "ept", "ph", "it"};
constexpr std::array<std::string_view, 6> kXliff2Codes = {"ph", "sc", "ec", "sm", "em", "cp"};

bool is_code(InlineMarkup markup, std::string_view name) {
  std::span<const std::string_view> codes = kTmxCodes;
  if (markup == InlineMarkup::kXliff1) codes = kXliff1Codes;
  if (markup == InlineMarkup::kXliff2) codes = kXliff2Codes;
  return std::ranges::find(codes, name) != codes.end();
}

constexpr std::string_view kSpaces = " \t\r\n";

}  // namespace

InlineText trimmed(InlineText inline_text) {
  const std::string& text = inline_text.text;
  const std::size_t begin = std::min(text.find_first_not_of(kSpaces), text.size());
  const std::size_t last = text.find_last_not_of(kSpaces);
  const std::size_t end = last == text.npos ? begin : last + 1;
  if (begin == 0 && end == text.size()) return inline_text;
  InlineText result;
  result.text = text.substr(begin, end - begin);
  // A tag inside the white space cuts it in two.
  std::size_t from = 0;
  const auto add_space = [&](std::size_t to) {
    const auto add = [&](std::size_t space_begin, std::size_t space_end, std::size_t offset) {
      if (space_begin >= space_end) return;
      result.tags.push_back({.kind = InlineKind::kSpace,
                             .offset = offset,
                             .name = {},
                             .attributes = {},
                             .content = text.substr(space_begin, space_end - space_begin)});
    };
    add(from, std::min(to, begin), 0);
    add(std::max(from, end), to, result.text.size());
    from = std::max(from, to);
  };
  for (InlineTag& tag : inline_text.tags) {
    add_space(tag.offset);
    tag.offset = std::clamp(tag.offset, begin, end) - begin;
    result.tags.push_back(std::move(tag));
  }
  add_space(text.size());
  return result;
}

void append(InlineText& text, const InlineText& more) {
  for (InlineTag tag : more.tags) {
    tag.offset += text.text.size();
    text.tags.push_back(std::move(tag));
  }
  text.text += more.text;
}

void InlineReader::start_element(std::string_view name, const XmlAttributes& attributes) {
  size_ += name.size();
  if (code_depth_ > 0) {
    ++code_depth_;
    std::string& content = collected_.tags.back().content;
    content += '<';
    content += name;
    append_attributes(content, attributes.all());
    content += '>';
    return;
  }
  InlineTag tag;
  tag.kind = InlineKind::kOpen;
  tag.markup = markup_;
  tag.offset = collected_.text.size();
  tag.name = name;
  tag.attributes = attributes.all();
  for (const auto& [attribute, value] : tag.attributes) size_ += attribute.size() + value.size();
  if (is_code(markup_, name)) {
    tag.kind = InlineKind::kCode;
    code_depth_ = 1;
  }
  collected_.tags.push_back(std::move(tag));
}

void InlineReader::end_element(std::string_view name) {
  if (code_depth_ > 0) {
    if (--code_depth_ > 0) collected_.tags.back().content += "</" + std::string(name) + ">";
    return;
  }
  collected_.tags.push_back({.kind = InlineKind::kClose,
                             .markup = markup_,
                             .offset = collected_.text.size(),
                             .name = {},
                             .attributes = {},
                             .content = {}});
}

void InlineReader::text(std::string_view text) {
  size_ += text.size();
  if (code_depth_ > 0) {
    collected_.tags.back().content += xml_text(text);
  } else {
    collected_.text += text;
  }
}

InlineText InlineReader::take() {
  InlineText result = std::move(collected_);
  collected_ = {};
  code_depth_ = 0;
  size_ = 0;
  return result;
}

}  // namespace mizan
