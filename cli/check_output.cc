#include "cli/check_output.h"

#include <iterator>
#include <utility>

#include "tm/check/rules.h"
#include "tm/report/findings_view.h"
#include "tm/report/json_lines.h"

namespace mizan {
namespace {

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

std::string_view line_at(const std::vector<std::string_view>& lines,
                         const std::optional<FindingSpan>& span) {
  if (!span || span->line == 0 || span->line > lines.size()) return {};
  return lines[span->line - 1];
}

std::string counted(std::size_t count, const std::string& thing) {
  return std::to_string(count) + " " + thing + (count == 1 ? "" : "s");
}

}  // namespace

CheckOutput::CheckOutput(Invocation& call, std::size_t inputs)
    : call_(call),
      format_(call.value("format")),
      style_(call.style()),
      names_files_(inputs > 1),
      report_{.version = MIZAN_VERSION, .rules = rules()} {
  if (call.value("output") == "-") return;
  file_.emplace(call.value("output"));
  style_.color = call.value("color") == "always";
  style_.isolate = call.value("bidi") == "isolate";
}

void CheckOutput::write(std::string_view text) {
  if (file_) {
    file_->write(text);
  } else {
    call_.out.write(text);
  }
}

void CheckOutput::add(const GlossarySummary& glossary) {
  report_.diagnostics = glossary.diagnostics;
  report_.malformed = glossary.malformed;
}

void CheckOutput::add(CheckedFile checked) {
  ++checked_;
  malformed_ += checked.malformed;
  if (format_ == "text") {
    write_text(checked);
    std::ranges::move(checked.findings, std::back_inserter(findings_));
  } else if (format_ == "jsonl") {
    for (const Finding& finding : checked.findings) {
      write(to_json(finding, {checked.arabic.text.name, checked.english.text.name}) + '\n');
    }
  } else {
    report_.files.push_back(std::move(checked));
  }
}

void CheckOutput::fail(const std::string& problem) { report_.problems.push_back(problem); }

void CheckOutput::write_text(const CheckedFile& checked) {
  if (checked.findings.empty()) return;
  if (names_files_) {
    std::string name = shown(checked.arabic.text.name, style_);
    if (checked.kind == CheckedFile::Kind::kTexts) {
      name += " | " + shown(checked.english.text.name, style_);
    }
    write(emphasised(name, Emphasis::kBold, style_) + "\n\n");
  }
  const auto arabic = lines_of(checked.arabic.input);
  const auto english = lines_of(checked.english.input);
  for (const Finding& finding : checked.findings) {
    write(view_finding(finding, {line_at(arabic, finding.source), line_at(english, finding.target)},
                       style_) +
          '\n');
  }
}

void CheckOutput::write_summary() {
  std::string line = summary(findings_);
  if (report_.malformed > 0)
    line += ", " + counted(report_.malformed, "glossary row") + " not read";
  if (malformed_ > 0) line += ", " + counted(malformed_, "record") + " not read";
  if (!report_.problems.empty()) {
    line += ", " + counted(report_.problems.size(), "file") + " not checked";
  }
  write(line + '\n');
}

void CheckOutput::finish() {
  // What could not be read has no summary: "nothing found" would sound like clean.
  if (format_ == "text" && checked_ > 0) write_summary();
  if (format_ == "json") write(check_json(report_));
  if (format_ == "sarif") write(check_sarif(report_));
  if (format_ == "html") write(check_page(report_));
  if (file_) file_->commit();
}

}  // namespace mizan
