#include <map>
#include <nlohmann/json.hpp>

#include "tm/report/check_report.h"
#include "tm/report/json_lines.h"

namespace mizan {
namespace {

using Json = nlohmann::ordered_json;

Json file_object(const CheckedFile& file) {
  return {{"kind", file.kind == CheckedFile::Kind::kTexts ? "texts" : "records"},
          {"arabic", file.arabic.text.name},
          {"english", file.english.text.name},
          {"beads", file.alignment.beads.size()},
          {"findings", file.findings.size()},
          {"not_read", file.malformed}};
}

Json counts_object(const CheckReport& report) {
  std::size_t total = 0;
  std::map<std::string, std::size_t> rules;
  std::map<Severity, std::size_t> severities;
  for (const CheckedFile& file : report.files) {
    for (const Finding& finding : file.findings) {
      ++total;
      ++rules[finding.rule];
      ++severities[finding.severity];
    }
  }
  Json by_severity = Json::object();
  for (const Severity severity : {Severity::kError, Severity::kWarning, Severity::kInfo}) {
    by_severity[std::string(to_string(severity))] = severities[severity];
  }
  return {{"findings", total}, {"by_severity", by_severity}, {"by_rule", rules}};
}

}  // namespace

std::string check_json(const CheckReport& report) {
  Json head = {{"tool", "mizan"}, {"version", report.version}, {"schema", 1}};
  head["files"] = Json::array();
  for (const CheckedFile& file : report.files) head["files"].push_back(file_object(file));
  head["problems"] = report.problems;
  head["not_read"] = report.malformed;
  head["counts"] = counts_object(report);
  std::string text = head.dump(1, ' ', false, Json::error_handler_t::replace);
  // The findings as the lines of JSON lines, so that the two formats cannot differ.
  text.resize(text.rfind('\n'));
  text += ",\n \"findings\": [";
  std::string_view separator = "\n  ";
  for (const CheckedFile& file : report.files) {
    for (const Finding& finding : file.findings) {
      text.append(separator).append(
          to_json(finding, {file.arabic.text.name, file.english.text.name}));
      separator = ",\n  ";
    }
  }
  return text + "\n ]\n}\n";
}

}  // namespace mizan
