// placeholder: what a program fills in or reads as markup ({0}, ${name}, %1$s, <b>) must stand on
// both sides, as often.
#include <map>
#include <string>
#include <vector>

#include "tm/check/families.h"

namespace mizan {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Where the placeholder that begins at `at` ends; `at` when there is none.
std::size_t end_of_braces(std::string_view text, std::size_t at) {
  std::size_t i = at;
  if (text[i] == '$') ++i;
  if (i >= text.size() || text[i] != '{') return at;
  const std::size_t first = ++i;
  while (i < text.size() && (is_letter(text[i]) || is_digit(text[i]) || text[i] == '_')) ++i;
  return i > first && i < text.size() && text[i] == '}' ? i + 1 : at;
}

// %s, %1$d, %@; not the sign of a percentage.
std::size_t end_of_conversion(std::string_view text, std::size_t at) {
  constexpr std::string_view kConversions = "sdiuf@";
  if (at > 0 && is_digit(text[at - 1])) return at;
  std::size_t i = at + 1;
  const std::size_t first = i;
  while (i < text.size() && is_digit(text[i])) ++i;
  if (i > first) {
    if (i >= text.size() || text[i] != '$') return at;
    ++i;
  }
  if (i >= text.size() || kConversions.find(text[i]) == kConversions.npos) return at;
  ++i;
  return i < text.size() && is_letter(text[i]) ? at : i;
}

// <b>, </b>, <br/>, <a href="…">.
std::size_t end_of_tag(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 300;
  std::size_t i = at + 1;
  if (i < text.size() && text[i] == '/') ++i;
  if (i >= text.size() || !is_letter(text[i])) return at;
  const std::size_t end = text.find_first_of("<>", i);
  return end != text.npos && text[end] == '>' && end - at < kLongest ? end + 1 : at;
}

std::size_t end_of_placeholder(std::string_view text, std::size_t at) {
  switch (text[at]) {
    case '$':
    case '{':
      return end_of_braces(text, at);
    case '%':
      return end_of_conversion(text, at);
    case '<':
      return end_of_tag(text, at);
    default:
      return at;
  }
}

std::vector<CheckedPlace> placeholders(const CheckedDocument& document, const Bead& bead,
                                       Language side) {
  std::vector<CheckedPlace> places;
  const SegmentRange range = CheckedDocument::range(bead, side);
  for (std::size_t s = range.begin; s < range.end; ++s) {
    const std::string_view text = document.side(side)[s].text;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const std::size_t end = end_of_placeholder(text, i);
      if (end == i) continue;
      places.push_back({side, s, {i, end}});
      i = end - 1;
    }
  }
  return places;
}

}  // namespace

void check_placeholders(const CheckedDocument& document, const Bead& bead, FindingList& findings) {
  if (bead.one_sided()) return;
  for (const Language side : {Language::kArabic, Language::kEnglish}) {
    std::map<std::string_view, std::size_t> others;
    for (const CheckedPlace& place : placeholders(document, bead, other(side))) {
      ++others[document.text(place)];
    }
    for (const CheckedPlace& place : placeholders(document, bead, side)) {
      const std::string_view text = document.text(place);
      if (others[text] > 0) {
        --others[text];
        continue;
      }
      findings.add(
          bead, report_at(place, "placeholder", "“" + quoted(text) + "” is not on the other side",
                          "copy it unchanged"));
    }
  }
}

}  // namespace mizan
