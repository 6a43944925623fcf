#include "tm/report/page_file.h"

#include <algorithm>
#include <array>
#include <optional>

#include "tm/report/findings_view.h"
#include "tm/report/html_text.h"

namespace mizan {
namespace {

// More bands than that are thinner than a line of the screen: then one stands for several beads.
constexpr std::size_t kMostBands = 400;
constexpr std::size_t kMostParted = 80;  // by lines between them
constexpr std::size_t kBandHeight = 24;  // pixels, where the screen has as many

std::string number(std::size_t value) { return std::to_string(value); }

}  // namespace

PageFile::PageFile(const CheckedFile& file, std::size_t number, std::size_t first_finding)
    : file_(file),
      number_(number),
      first_finding_(first_finding),
      arabic_(file.arabic),
      english_(file.english),
      findings_(file.alignment.beads.size()) {
  if (findings_.empty()) return;
  for (std::size_t i = 0; i < file.findings.size(); ++i) {
    findings_[place(file.findings[i], first_finding + i)].push_back(i);
  }
}

std::string PageFile::html(std::span<const PageFile> files) const {
  std::string html = "<section id=\"" + id(number_) + "\">\n" + heading();
  html += "<div class=\"texts\">\n" + picture() + "<div class=\"beads\">\n";
  for (std::size_t i = 0; i < findings_.size(); ++i) {
    html += document_heading(i) + bead_html(i, files);
  }
  return html + "</div>\n</div>\n</section>\n";
}

std::string PageFile::bead_id(std::size_t bead) const {
  return "b" + number(number_) + "-" + number(bead);
}

std::size_t PageFile::bead_of(std::size_t segment, SegmentRange Bead::*side) const {
  const auto& beads = file_.alignment.beads;
  const auto next = std::ranges::partition_point(
      beads, [&](const Bead& bead) { return (bead.*side).end <= segment; });
  return next == beads.end() ? beads.size() - 1 : static_cast<std::size_t>(next - beads.begin());
}

// Marks the words of the finding; the bead that it is shown with.
std::size_t PageFile::place(const Finding& finding, std::size_t id) {
  std::optional<std::size_t> arabic;
  std::optional<std::size_t> english;
  if (finding.source) arabic = arabic_.mark(*finding.source, id, finding.severity);
  if (finding.target) english = english_.mark(*finding.target, id, finding.severity);
  if (english) return bead_of(*english, &Bead::target);
  if (!arabic) arabic = arabic_.find(finding.line, 0);
  return arabic ? bead_of(*arabic, &Bead::source) : 0;
}

// The names of two texts stand above their columns.
std::string PageFile::heading() const {
  std::string names = "<span>" + html_isolated(file_.english.text.name) + "</span>";
  if (file_.kind == CheckedFile::Kind::kTexts) {
    names += " <span>" + html_isolated(file_.arabic.text.name) + "</span>";
  }
  return "<h2>" + names + "</h2>\n";
}

std::string PageFile::document_heading(std::size_t bead) const {
  if (file_.records.empty()) return "";
  const std::string& name = file_.records[bead].document;
  if (name.empty() || (bead > 0 && file_.records[bead - 1].document == name)) return "";
  return "<h3>" + html_isolated(name) + "</h3>\n";
}

std::string PageFile::bead_html(std::size_t bead, std::span<const PageFile> files) const {
  const Bead& texts = file_.alignment.beads[bead];
  std::string html = "<div class=\"bead\" id=\"" + bead_id(bead) + "\">\n" +
                     english_.html(texts.target) + arabic_.html(texts.source);
  if (findings_[bead].empty()) return html + "</div>\n";
  html += "<div class=\"findings\">\n";
  for (const std::size_t i : findings_[bead]) {
    html += card(file_.findings[i], first_finding_ + i, files);
  }
  return html + "</div>\n</div>\n";
}

std::string_view PageFile::line_word() const {
  return file_.lines == CheckedFile::Lines::kOfRecords ? "record " : "line ";
}

std::string PageFile::card(const Finding& finding, std::size_t id,
                           std::span<const PageFile> files) const {
  const std::string severity(to_string(finding.severity));
  const std::string rule = html_escaped(finding.rule);
  std::string html = "<article class=\"finding " + severity + "\" id=\"x" + number(id) +
                     "\" tabindex=\"0\" data-severity=\"" + severity + "\" data-rule=\"" + rule +
                     "\">\n<p><span class=\"severity\">" + severity + "</span> <a href=\"#rule-" +
                     rule + "\">" + rule + "</a> <span class=\"place\">" +
                     std::string(line_word()) + number(finding.line);
  if (!finding.id.empty()) html += ", id " + html_isolated(finding.id);
  html += "</span></p>\n<p>" + html_message(finding.message) + "</p>\n";
  if (!finding.suggestion.empty()) {
    html += "<p class=\"fix\">→ " + html_isolated(finding.suggestion) + "</p>\n";
  }
  return html + related(finding, files) + "</article>\n";
}

std::string PageFile::related(const Finding& finding, std::span<const PageFile> files) const {
  if (finding.related.empty()) return "";
  const PageSide& side = !finding.source && finding.target ? english_ : arabic_;
  std::string html = "<p class=\"place\">also in ";
  bool names_line = false;
  for (const RelatedPlace& place : finding.related) {
    if (&place != &finding.related.front()) html += ", ";
    if (!place.file.empty()) {
      html += elsewhere(place, files);
      continue;
    }
    if (!names_line) html += line_word();
    names_line = true;
    const auto bead = link(side, place);
    html += bead ? "<a href=\"#" + *bead + "\">" + number(place.line) + "</a>" : number(place.line);
  }
  return html + "</p>\n";
}

std::optional<std::string> PageFile::link(const PageSide& side, const RelatedPlace& place) const {
  const auto segment = side.find(place.line, place.begin);
  if (!segment) return std::nullopt;
  return bead_id(bead_of(*segment, &side == &english_ ? &Bead::target : &Bead::source));
}

std::string PageFile::elsewhere(const RelatedPlace& place, std::span<const PageFile> files) {
  for (const PageFile& other : files) {
    const bool arabic = place.file == other.file_.arabic.text.name;
    if (!arabic && place.file != other.file_.english.text.name) continue;
    const std::string name =
        html_isolated(place.file) + " " + std::string(other.line_word()) + number(place.line);
    const auto bead = other.link(arabic ? other.arabic_ : other.english_, place);
    return bead ? "<a href=\"#" + *bead + "\">" + name + "</a>" : name;
  }
  return html_isolated(place.file) + " line " + number(place.line);
}

// The beads as bands between two columns, English left; a column is as high as its text is long.
std::string PageFile::picture() const {
  const auto& beads = file_.alignment.beads;
  std::size_t english_all = 1;
  std::size_t arabic_all = 1;
  for (const Bead& bead : beads) {
    english_all += english_.bytes(bead.target);
    arabic_all += arabic_.bytes(bead.source);
  }
  const auto height = [](std::size_t at, std::size_t all) { return number(1000 * at / all); };
  std::string svg =
      "<svg class=\"picture" + std::string(beads.size() > kMostParted ? " dense" : "") +
      "\" height=\"" + number(kBandHeight * beads.size()) +
      "\" viewBox=\"0 0 100 1000\" preserveAspectRatio=\"none\" role=\"img\" "
      "aria-label=\"The alignment, English left and Arabic right, with the places of findings\">\n";
  std::size_t english = 0;
  std::size_t arabic = 0;
  const std::size_t step = beads.size() / kMostBands + 1;
  for (std::size_t first = 0; first < beads.size(); first += step) {
    const std::string top_left = height(english, english_all);
    const std::string top_right = height(arabic, arabic_all);
    // Of several beads, the one with the gravest finding.
    std::size_t shown = first;
    std::optional<Severity> gravest;
    for (std::size_t i = first; i < std::min(first + step, beads.size()); ++i) {
      english += english_.bytes(beads[i].target);
      arabic += arabic_.bytes(beads[i].source);
      for (const std::size_t f : findings_[i]) {
        if (gravest && *gravest >= file_.findings[f].severity) continue;
        gravest = file_.findings[f].severity;
        shown = i;
      }
    }
    const std::string low_left = height(english, english_all);
    const std::string low_right = height(arabic, arabic_all);
    svg += "<a href=\"#" + bead_id(shown) + "\" tabindex=\"-1\"" +
           (gravest ? " class=\"" + std::string(to_string(*gravest)) + "\"" : "") +
           "><polygon points=\"0," + top_left + " 25," + top_left + " 75," + top_right + " 100," +
           top_right + " 100," + low_right + " 75," + low_right + " 25," + low_left + " 0," +
           low_left + "\"/></a>\n";
  }
  return svg + "</svg>\n";
}

}  // namespace mizan
