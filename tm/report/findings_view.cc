#include "tm/report/findings_view.h"

#include <algorithm>

#include "tm/base/utf8.h"

namespace mizan {
namespace {

// As much of the line as a person needs to find the place, in code points on either side; a word
// that the limit cuts is left out, for half an Arabic word is shaped like another.
constexpr std::size_t kContext = 48;

std::string before(std::string_view line, std::size_t begin) {
  std::size_t start = begin;
  for (std::size_t i = 0; i < kContext && start > 0; ++i) {
    start -= code_point_before(line, start).size;
  }
  if (start == 0) return std::string(line.substr(0, begin));
  const std::size_t space = line.substr(0, begin).find(' ', start - 1);
  if (space != std::string_view::npos) start = space;
  return "…" + std::string(line.substr(start, begin - start));
}

std::string after(std::string_view line, std::size_t end) {
  std::size_t stop = end;
  for (std::size_t i = 0; i < kContext && stop < line.size(); ++i) {
    stop += code_point_at(line, stop).size;
  }
  if (stop == line.size()) return std::string(line.substr(end));
  const std::size_t space = line.substr(0, stop + 1).rfind(' ');
  if (space != std::string_view::npos && space >= end) stop = space + 1;
  return std::string(line.substr(end, stop - end)) + "…";
}

std::string view_side(const FindingSpan& span, std::string_view line, Language language,
                      Emphasis emphasis, const TerminalStyle& style) {
  std::string place;
  if (span.end <= line.size() && span.begin < span.end) {
    const std::string words =
        style.color ? emphasised(span.text, emphasis, style) : "[" + span.text + "]";
    place = before(line, span.begin) + words + after(line, span.end);
  } else {
    place = span.text;
  }
  return "  " + std::to_string(span.line) + "  " + shown(place, language, style) + '\n';
}

std::string counted(std::size_t count, const std::string& name) {
  return std::to_string(count) + " " + name + (count == 1 ? "" : "s");
}

// The places in other documents: enough of them to go there.
std::string view_elsewhere(const std::vector<RelatedPlace>& related, const TerminalStyle& style) {
  constexpr std::size_t kMostShown = 3;
  std::string view;
  std::size_t places = 0;
  for (const RelatedPlace& place : related) {
    if (place.file.empty() || ++places > kMostShown) continue;
    view += "  see " + shown(place.file, style) + ":" + std::to_string(place.line);
    if (place.column != 0) view += ":" + std::to_string(place.column);
    view += '\n';
  }
  if (places > kMostShown) view += "  and " + counted(places - kMostShown, "more place") + '\n';
  return view;
}

}  // namespace

std::string view_finding(const Finding& finding, const FindingLines& lines,
                         const TerminalStyle& style) {
  const bool is_error = finding.severity == Severity::kError;
  const Emphasis emphasis = is_error ? Emphasis::kRed : Emphasis::kYellow;
  const Emphasis place = is_error ? Emphasis::kRedLine : Emphasis::kYellowLine;
  std::string view = emphasised(to_string(finding.severity), emphasis, style) + " " +
                     emphasised(finding.rule, Emphasis::kBold, style) + ", line " +
                     std::to_string(finding.line);
  if (!finding.id.empty()) view += " (" + finding.id + ")";
  view += ": " + shown_quotations(finding.message, style) + '\n';
  if (finding.source) {
    view += view_side(*finding.source, lines.source, Language::kArabic, place, style);
  }
  if (finding.target) {
    view += view_side(*finding.target, lines.target, Language::kEnglish, place, style);
  }
  if (!finding.suggestion.empty()) {
    view +=
        "  " + emphasised("→ " + shown(finding.suggestion, style), Emphasis::kGreen, style) + '\n';
  }
  return view + view_elsewhere(finding.related, style);
}

std::string summary(std::span<const Finding> findings) {
  const auto count = [&](Severity severity) {
    return static_cast<std::size_t>(std::ranges::count(findings, severity, &Finding::severity));
  };
  std::string text;
  const auto add = [&](Severity severity, const std::string& name) {
    const std::size_t n = count(severity);
    if (n == 0) return;
    if (!text.empty()) text += ", ";
    text += counted(n, name);
  };
  add(Severity::kError, "error");
  add(Severity::kWarning, "warning");
  if (const std::size_t n = count(Severity::kInfo); n != 0) {
    text += (text.empty() ? "" : ", ") + std::to_string(n) + " info";
  }
  return text.empty() ? "nothing found" : text;
}

}  // namespace mizan
