#include <algorithm>
#include <cassert>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "tm/report/check_report.h"
#include "tm/report/findings_view.h"
#include "tm/report/page_files.h"

namespace mizan {
namespace {

std::string escaped(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      case '\'':
        result += "&#39;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

std::string isolated(std::string_view text) { return "<bdi>" + escaped(text) + "</bdi>"; }

// A sentence of ours: what it quotes between “ and ” is isolated.
std::string message_html(std::string_view sentence) {
  constexpr std::string_view kOpen = "“";
  constexpr std::string_view kClose = "”";
  std::string html;
  while (true) {
    const std::size_t open = sentence.find(kOpen);
    const std::size_t close = open == std::string_view::npos ? open : sentence.find(kClose, open);
    if (close == std::string_view::npos) break;
    const std::size_t words = open + kOpen.size();
    html += escaped(sentence.substr(0, words)) + isolated(sentence.substr(words, close - words)) +
            std::string(kClose);
    sentence.remove_prefix(close + kClose.size());
  }
  return html + escaped(sentence);
}

std::string number(std::size_t value) { return std::to_string(value); }

const EmbeddedText& page_file(std::string_view name) {
  const auto found = std::ranges::find(page_files(), name, &EmbeddedText::name);
  assert(found != page_files().end());
  return *found;
}

// `page` with each {{name}} replaced; what is put in is not looked at again.
std::string filled(std::string_view page, const std::map<std::string_view, std::string>& values) {
  std::string result;
  while (true) {
    const std::size_t open = page.find("{{");
    if (open == std::string_view::npos) break;
    const std::size_t close = page.find("}}", open);
    result.append(page.substr(0, open)).append(values.at(page.substr(open + 2, close - open - 2)));
    page.remove_prefix(close + 2);
  }
  return result.append(page);
}

struct Mark {
  std::size_t begin = 0;  // bytes of the segment
  std::size_t end = 0;
  std::size_t finding = 0;  // its number on the page
  Severity severity = Severity::kInfo;
};

// One side of a file: where its segments stand, and the words to be marked in each.
class PageSide {
 public:
  explicit PageSide(const CheckedSide& side) : side_(side), marks_(side.text.segments.size()) {
    for (const Segment& segment : side.text.segments) {
      const std::size_t begin = segment.range.begin;
      const std::size_t newline =
          begin == 0 ? std::string::npos : side.input.rfind('\n', begin - 1);
      const std::size_t start = newline == std::string::npos ? 0 : newline + 1;
      starts_.emplace_back(segment.line + 1, begin - start);
    }
  }

  // The segment that holds the span; nothing when none does.
  std::optional<std::size_t> find(std::size_t line, std::size_t begin) const {
    const auto next = std::upper_bound(starts_.begin(), starts_.end(), std::pair(line, begin));
    if (next == starts_.begin()) return std::nullopt;
    return static_cast<std::size_t>(next - starts_.begin()) - 1;
  }

  std::optional<std::size_t> mark(const FindingSpan& span, std::size_t finding, Severity severity) {
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

  std::string html(const SegmentRange& range) const {
    const bool arabic = side_.text.language == Language::kArabic;
    std::string html = arabic ? R"(<div class="side" lang="ar" dir="rtl">)"
                              : R"(<div class="side" lang="en" dir="ltr">)";
    for (std::size_t i = range.begin; i < range.end; ++i) html += "<p>" + marked(i) + "</p>";
    if (range.empty()) html += R"(<p class="none" lang="en" dir="ltr">nothing</p>)";
    return html + "</div>\n";
  }

  std::size_t bytes(const SegmentRange& range) const {
    std::size_t bytes = 0;
    for (std::size_t i = range.begin; i < range.end; ++i) {
      bytes += side_.text.segments[i].text.size() + 1;
    }
    return bytes;
  }

 private:
  // The text in pieces between the borders of its marks, for marks may overlap.
  std::string marked(std::size_t segment) const {
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
        findings += (findings.empty() ? "" : " ") + number(mark.finding);
        severity = std::max(severity, mark.severity);
      }
      const std::string words = escaped(text.substr(begin, end - begin));
      if (findings.empty()) {
        html += words;
      } else {
        html.append("<mark class=\"").append(to_string(severity)).append("\" data-f=\"");
        html += findings + "\">" + words + "</mark>";
      }
    }
    return html;
  }

  const CheckedSide& side_;
  std::vector<std::pair<std::size_t, std::size_t>> starts_;  // line (1-based) and byte within it
  std::vector<std::vector<Mark>> marks_;
};

class PageFile {
 public:
  // `number` of the file and `first` finding count over the page.
  PageFile(const CheckedFile& file, std::size_t number, std::size_t first)
      : file_(file),
        number_(number),
        first_(first),
        arabic_(file.arabic),
        english_(file.english),
        findings_(file.alignment.beads.size()) {
    for (std::size_t i = 0; i < file.findings.size(); ++i) {
      if (!findings_.empty()) findings_[place(file.findings[i], first + i)].push_back(i);
    }
  }

  std::string html() const {
    std::string html = "<section><h2>" + isolated(file_.english.text.name);
    if (file_.kind == CheckedFile::Kind::kTexts) html += " · " + isolated(file_.arabic.text.name);
    const std::string svg = picture();
    html += std::string("</h2>\n<div class=\"texts") + (svg.empty() ? " plain" : "") + "\">\n" +
            svg + "<div class=\"beads\">\n";
    for (std::size_t i = 0; i < findings_.size(); ++i) {
      const Bead& bead = file_.alignment.beads[i];
      html += "<div class=\"bead\" id=\"" + bead_id(i) + "\">\n" + english_.html(bead.target) +
              arabic_.html(bead.source);
      if (!findings_[i].empty()) html += "<div class=\"findings\">\n";
      for (const std::size_t finding : findings_[i]) html += card(finding);
      if (!findings_[i].empty()) html += "</div>\n";
      html += "</div>\n";
    }
    return html + "</div>\n</div>\n</section>\n";
  }

 private:
  // More bands than that are thinner than a line of the screen.
  static constexpr std::size_t kMostBands = 1000;

  std::string bead_id(std::size_t bead) const { return "b" + number(number_) + "-" + number(bead); }

  std::size_t bead_of(std::size_t segment, SegmentRange Bead::*side) const {
    const auto& beads = file_.alignment.beads;
    const auto next = std::ranges::partition_point(
        beads, [&](const Bead& bead) { return (bead.*side).end <= segment; });
    return next == beads.end() ? beads.size() - 1 : static_cast<std::size_t>(next - beads.begin());
  }

  // Marks the words of the finding; the bead that it is shown with.
  std::size_t place(const Finding& finding, std::size_t id) {
    std::optional<std::size_t> arabic;
    std::optional<std::size_t> english;
    if (finding.source) arabic = arabic_.mark(*finding.source, id, finding.severity);
    if (finding.target) english = english_.mark(*finding.target, id, finding.severity);
    if (english) return bead_of(*english, &Bead::target);
    if (!arabic) arabic = arabic_.find(finding.line, 0);
    return arabic ? bead_of(*arabic, &Bead::source) : 0;
  }

  std::string card(std::size_t index) const {
    const Finding& finding = file_.findings[index];
    const std::string severity(to_string(finding.severity));
    const std::string rule = escaped(finding.rule);
    std::string html = "<article class=\"finding " + severity + "\" id=\"x" +
                       number(first_ + index) + "\" tabindex=\"0\" data-severity=\"" + severity +
                       "\" data-rule=\"" + rule + "\">\n<p><b>" + rule + "</b> " + severity +
                       " <span class=\"place\">line " + number(finding.line);
    if (!finding.id.empty()) html += ", " + isolated(finding.id);
    if (!finding.document.empty()) html += ", " + isolated(finding.document);
    html += "</span></p>\n<p>" + message_html(finding.message) + "</p>\n";
    if (!finding.suggestion.empty()) {
      html += "<p class=\"fix\">→ " + isolated(finding.suggestion) + "</p>\n";
    }
    if (!finding.related.empty()) {
      html += "<p class=\"place\">also in line ";
      for (std::size_t i = 0; i < finding.related.size(); ++i) {
        html += (i == 0 ? "" : ", ") + number(finding.related[i].line);
      }
      html += "</p>\n";
    }
    return html + "</article>\n";
  }

  // The beads as bands between two columns, English left; a column is as high as its text is long.
  std::string picture() const {
    const auto& beads = file_.alignment.beads;
    if (beads.empty() || beads.size() > kMostBands) return "";
    std::size_t english_all = 1;
    std::size_t arabic_all = 1;
    for (const Bead& bead : beads) {
      english_all += english_.bytes(bead.target);
      arabic_all += arabic_.bytes(bead.source);
    }
    const auto height = [](std::size_t at, std::size_t all) { return number(1000 * at / all); };
    std::string svg =
        "<svg class=\"picture\" viewBox=\"0 0 100 1000\" preserveAspectRatio=\"none\" "
        "role=\"group\" aria-label=\"The alignment: English left, Arabic right\">\n";
    std::size_t english = 0;
    std::size_t arabic = 0;
    for (std::size_t i = 0; i < beads.size(); ++i) {
      const std::string top_left = height(english, english_all);
      const std::string top_right = height(arabic, arabic_all);
      english += english_.bytes(beads[i].target);
      arabic += arabic_.bytes(beads[i].source);
      const std::string low_left = height(english, english_all);
      const std::string low_right = height(arabic, arabic_all);
      svg += "<a href=\"#" + bead_id(i) + "\" tabindex=\"-1\"" + severity_class(i) +
             "><title>bead " + number(i + 1) + "</title><polygon points=\"0," + top_left + " 25," +
             top_left + " 75," + top_right + " 100," + top_right + " 100," + low_right + " 75," +
             low_right + " 25," + low_left + " 0," + low_left + "\"/></a>\n";
    }
    return svg + "</svg>\n";
  }

  std::string severity_class(std::size_t bead) const {
    if (findings_[bead].empty()) return "";
    Severity gravest = Severity::kInfo;
    for (const std::size_t i : findings_[bead]) {
      gravest = std::max(gravest, file_.findings[i].severity);
    }
    return " class=\"" + std::string(to_string(gravest)) + "\"";
  }

  const CheckedFile& file_;
  std::size_t number_;
  std::size_t first_;
  PageSide arabic_;
  PageSide english_;
  std::vector<std::vector<std::size_t>> findings_;  // by bead
};

std::string checkbox(const std::string& kind, const std::string& value, std::size_t count) {
  return "<label><input type=\"checkbox\" checked data-kind=\"" + kind + "\" value=\"" +
         escaped(value) + "\"> " + escaped(value) + " <span class=\"count\">" + number(count) +
         "</span></label>";
}

std::string problems_html(const CheckReport& report) {
  std::string list;
  for (const std::string& problem : report.problems) {
    list += "<li>Not checked: " + isolated(problem) + "</li>\n";
  }
  for (const CheckedFile& file : report.files) {
    for (const Diagnostic& diagnostic : file.diagnostics) {
      list += "<li>" + isolated(to_string(diagnostic.place)) + ": " +
              message_html(diagnostic.message) + "</li>\n";
    }
  }
  return list.empty() ? "" : "<ul class=\"problems\">\n" + list + "</ul>";
}

}  // namespace

std::string check_page(const CheckReport& report) {
  std::vector<Finding> findings;
  std::map<Severity, std::size_t, std::greater<>> severities;
  std::map<std::string, std::size_t> rules;
  std::string files;
  for (std::size_t i = 0; i < report.files.size(); ++i) {
    const CheckedFile& file = report.files[i];
    files += PageFile(file, i, findings.size()).html();
    for (const Finding& finding : file.findings) {
      findings.push_back(finding);
      ++severities[finding.severity];
      ++rules[finding.rule];
    }
  }
  std::string severity_boxes;
  for (const auto& [severity, count] : severities) {
    severity_boxes += checkbox("severity", std::string(to_string(severity)), count);
  }
  std::string rule_boxes;
  for (const auto& [rule, count] : rules) rule_boxes += checkbox("rule", rule, count);
  const std::string total = summary(findings) + " in " + number(report.files.size()) +
                            (report.files.size() == 1 ? " translation" : " translations");
  const EmbeddedText& style = page_file("check.css");
  const EmbeddedText& script = page_file("check.js");
  return filled(page_file("check.html").text, {{"style-hash", std::string(style.sha256)},
                                               {"script-hash", std::string(script.sha256)},
                                               {"style", std::string(style.text)},
                                               {"script", std::string(script.text)},
                                               {"version", escaped(report.version)},
                                               {"title", escaped("Mizan: " + total)},
                                               {"total", escaped(total)},
                                               {"problems", problems_html(report)},
                                               {"severities", severity_boxes},
                                               {"rules", rule_boxes},
                                               {"files", files}});
}

}  // namespace mizan
