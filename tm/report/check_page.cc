#include <algorithm>
#include <cassert>
#include <functional>
#include <map>
#include <string>

#include "tm/report/check_report.h"
#include "tm/report/findings_view.h"
#include "tm/report/html_text.h"
#include "tm/report/page_file.h"
#include "tm/report/page_parts.h"

namespace mizan {
namespace {

const EmbeddedText& page_part(std::string_view name) {
  const auto found = std::ranges::find(page_parts(), name, &EmbeddedText::name);
  assert(found != page_parts().end());
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

std::string counted(std::size_t count, const std::string& thing) {
  return std::to_string(count) + " " + thing + (count == 1 ? "" : "s");
}

std::string filter_box(const std::string& kind, const std::string& value, std::size_t count) {
  const std::string name = html_escaped(value);
  return "<label class=\"" + name + "\"><input type=\"checkbox\" checked data-kind=\"" + kind +
         "\" value=\"" + name + "\"> " + name + " <span class=\"number\">" + std::to_string(count) +
         "</span></label>\n";
}

std::string problems_html(const CheckReport& report) {
  std::string list;
  for (const std::string& problem : report.problems) {
    list += "<li>Not checked: " + html_isolated(problem) + "</li>\n";
  }
  const auto tell = [&](const std::vector<Diagnostic>& diagnostics) {
    for (const Diagnostic& diagnostic : diagnostics) {
      list += "<li>" + html_isolated(to_string(diagnostic.place)) + ": " +
              html_message(diagnostic.message) + "</li>\n";
    }
  };
  tell(report.diagnostics);
  for (const CheckedFile& file : report.files) tell(file.diagnostics);
  return list.empty() ? "" : "<ul class=\"problems\">\n" + list + "</ul>\n";
}

// Where several files were checked: what was found in each, the clean ones too.
std::string contents_html(const CheckReport& report) {
  if (report.files.size() < 2) return "";
  std::string list;
  for (std::size_t i = 0; i < report.files.size(); ++i) {
    const CheckedFile& file = report.files[i];
    list += "<li><a href=\"#" + PageFile::id(i) + "\">" + html_isolated(file.english.text.name) +
            "</a> <span class=\"place\">" + summary(file.findings) + "</span></li>\n";
  }
  return "<nav aria-label=\"Files\"><ul class=\"contents\">\n" + list + "</ul></nav>\n";
}

std::string examples_html(const std::string& label, std::string_view examples) {
  std::string html;
  for (const RuleExample& sides : rule_examples(examples)) {
    html += "<p>" + label + html_isolated(sides.first);
    if (!sides.second.empty()) html += " | " + html_isolated(sides.second);
    html += "</p>";
  }
  return html;
}

std::string rules_html(const CheckReport& report, const std::map<std::string, std::size_t>& found) {
  std::string list;
  for (const Rule& rule : report.rules) {
    const std::string id(rule.id);
    if (!found.contains(id)) continue;
    list += "<dt id=\"rule-" + html_escaped(id) + "\">" + html_escaped(id) + "</dt>\n<dd><p>" +
            html_escaped(rule.help) + "</p>" + examples_html("right: ", rule.right) +
            examples_html("wrong: ", rule.wrong) + "</dd>\n";
  }
  return list.empty() ? ""
                      : "<section class=\"rules\"><h2>What the rules mean</h2>\n<dl>\n" + list +
                            "</dl></section>\n";
}

}  // namespace

std::string check_page(const CheckReport& report) {
  std::vector<Finding> findings;
  std::map<Severity, std::size_t, std::greater<>> severities;
  std::map<std::string, std::size_t> rules;
  std::vector<PageFile> page_files;
  page_files.reserve(report.files.size());
  std::size_t pairs = 0;
  for (std::size_t i = 0; i < report.files.size(); ++i) {
    const CheckedFile& file = report.files[i];
    page_files.emplace_back(file, i, findings.size());
    pairs += file.alignment.beads.size();
    for (const Finding& finding : file.findings) {
      findings.push_back(finding);
      ++severities[finding.severity];
      ++rules[finding.rule];
    }
  }
  std::string files;
  for (const PageFile& file : page_files) files += file.html(page_files);
  std::string severity_boxes;
  for (const auto& [severity, count] : severities) {
    severity_boxes += filter_box("severity", std::string(to_string(severity)), count);
  }
  std::string rule_boxes;
  for (const auto& [rule, count] : rules) rule_boxes += filter_box("rule", rule, count);
  const std::string total = summary(findings);
  const std::string extent =
      "in " + counted(pairs, "pair") + " of " + counted(report.files.size(), "translation");
  const EmbeddedText& style = page_part("check.css");
  const EmbeddedText& script = page_part("check.js");
  return filled(page_part("check.html").text, {{"style-hash", std::string(style.sha256)},
                                               {"script-hash", std::string(script.sha256)},
                                               {"style", std::string(style.text)},
                                               {"script", std::string(script.text)},
                                               {"version", html_escaped(report.version)},
                                               {"total", total},
                                               {"extent", extent},
                                               {"problems", problems_html(report)},
                                               {"contents", contents_html(report)},
                                               {"filter", findings.empty() ? " hidden" : ""},
                                               {"severities", severity_boxes},
                                               {"rules", rule_boxes},
                                               {"files", files},
                                               {"help", rules_html(report, rules)}});
}

}  // namespace mizan
