#include "tm/report/page_side.h"

#include <algorithm>
#include <cstdio>

#include "tm/base/utf8.h"
#include "tm/report/html_text.h"
#include "tm/text/script.h"

namespace mizan {
namespace {

// U+202E, where the words are nothing that a reader sees; empty otherwise.
std::string codes_of_invisible(std::string_view words) {
  std::string codes;
  for (std::size_t i = 0; i < words.size();) {
    const CodePoint c = code_point_at(words, i);
    if (!is_bidi_control(c.value)) return "";
    char code[16];
    std::snprintf(code, sizeof code, "U+%04X", static_cast<unsigned>(c.value));
    codes.append(codes.empty() ? "" : " ").append(code);
    i += c.size;
  }
  return codes;
}

}  // namespace

PageSide::PageSide(const CheckedSide& side) : side_(side), marks_(side.text.segments.size()) {
  for (const Segment& segment : side.text.segments) {
    const std::size_t begin = segment.range.begin;
    const std::size_t newline = begin == 0 ? std::string::npos : side.input.rfind('\n', begin - 1);
    const std::size_t start = newline == std::string::npos ? 0 : newline + 1;
    starts_.emplace_back(segment.line + 1, begin - start);
  }
}

std::optional<std::size_t> PageSide::find(std::size_t line, std::size_t begin) const {
  const auto next = std::upper_bound(starts_.begin(), starts_.end(), std::pair(line, begin));
  if (next == starts_.begin()) return std::nullopt;
  return static_cast<std::size_t>(next - starts_.begin()) - 1;
}

std::optional<std::size_t> PageSide::mark(const FindingSpan& span, std::size_t finding,
                                          Severity severity) {
  const auto segment = find(span.line, span.begin);
  if (!segment || starts_[*segment].first != span.line) return segment;
  const std::size_t begin = span.begin - starts_[*segment].second;
  const std::size_t end = begin + span.text.size();
  const std::string& text = side_.text.segments[*segment].text;
  if (begin < end && end <= text.size()) {
    marks_[*segment].push_back({begin, end, finding, severity});
  }
  return segment;
}

std::string PageSide::html(const SegmentRange& range) const {
  const bool arabic = side_.text.language == Language::kArabic;
  std::string html = arabic ? R"(<div class="side" lang="ar" dir="rtl">)"
                            : R"(<div class="side" lang="en" dir="ltr">)";
  bool any = false;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    if (side_.text.segments[i].text.empty()) continue;
    html += "<p>" + marked(i) + "</p>";
    any = true;
  }
  if (!any) html += R"(<p class="none" lang="en" dir="ltr">nothing</p>)";
  return html + "</div>\n";
}

std::size_t PageSide::bytes(const SegmentRange& range) const {
  std::size_t bytes = 0;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    bytes += side_.text.segments[i].text.size() + 1;
  }
  return bytes;
}

// The text in pieces between the borders of its marks, for marks may overlap.
std::string PageSide::marked(std::size_t segment) const {
  const std::string_view text = side_.text.segments[segment].text;
  std::vector<std::size_t> borders = {0, text.size()};
  for (const Mark& mark : marks_[segment]) {
    borders.push_back(mark.begin);
    borders.push_back(mark.end);
  }
  std::ranges::sort(borders);
  std::string html;
  for (std::size_t i = 0; i + 1 < borders.size(); ++i) {
    const std::size_t begin = borders[i];
    const std::size_t end = borders[i + 1];
    if (begin == end) continue;
    std::string findings;
    Severity severity = Severity::kInfo;
    for (const Mark& mark : marks_[segment]) {
      if (mark.begin > begin || mark.end < end) continue;
      findings += (findings.empty() ? "" : " ") + std::to_string(mark.finding);
      severity = std::max(severity, mark.severity);
    }
    const std::string_view words = text.substr(begin, end - begin);
    if (findings.empty()) {
      html += html_escaped(words);
      continue;
    }
    html.append("<mark class=\"").append(to_string(severity)).append("\" data-f=\"");
    html += findings + '"';
    if (const std::string codes = codes_of_invisible(words); !codes.empty()) {
      html += " data-code=\"" + codes + '"';
    }
    html += '>' + html_escaped(words) + "</mark>";
  }
  return html;
}

}  // namespace mizan
