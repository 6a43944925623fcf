// mizan check: an editor's second pair of eyes.
#include "cli/commands.h"
#include "tm/base/error.h"
#include "tm/check/rules.h"
#include "tm/project/check_job.h"
#include "tm/report/findings_view.h"
#include "tm/report/json_lines.h"

namespace mizan {
namespace {

Severity severity_value(const Invocation& call, std::string_view option) {
  const std::string& name = call.value(option);
  if (name == "error") return Severity::kError;
  return name == "warning" ? Severity::kWarning : Severity::kInfo;
}

int explain(Invocation& call) {
  const std::string& id = call.value("explain");
  const Rule* rule = find_rule(id);
  if (rule == nullptr) {
    std::vector<std::string> known;
    for (const Rule& candidate : rules()) known.emplace_back(candidate.id);
    const auto meant = did_you_mean(id, known);
    throw Error(ErrorKind::kUsage, "check: no rule " + id, {},
                meant ? "did you mean " + *meant + "?" : "see mizan check --rules");
  }
  const TerminalStyle style = call.style();
  call.out.line(emphasised(rule->id, Emphasis::kBold, style) + " (" +
                std::string(to_string(rule->severity)) + "): " + std::string(rule->help));
  call.out.line("  right: " + shown(rule->right, style));
  call.out.line("  wrong: " + shown(rule->wrong, style));
  return 0;
}

int list_rules(Invocation& call) {
  for (const Rule& rule : rules()) {
    call.out.line(std::string(rule.id) + '\t' + std::string(to_string(rule.severity)) + '\t' +
                  std::string(rule.help));
  }
  return 0;
}

std::string_view line_at(const std::vector<std::string>& lines,
                         const std::optional<FindingSpan>& span) {
  if (!span || span->line == 0 || span->line > lines.size()) return {};
  return lines[span->line - 1];
}

void print_findings(Invocation& call, const CheckResult& result) {
  if (call.value("format") == "jsonl") {
    for (const Finding& finding : result.findings) call.out.line(to_json(finding));
    return;
  }
  const TerminalStyle style = call.style();
  for (const Finding& finding : result.findings) {
    call.out.line(view_finding(finding,
                               {line_at(result.arabic_lines, finding.source),
                                line_at(result.english_lines, finding.target)},
                               style));
  }
  call.out.line(summary(result.findings));
}

int run(Invocation& call) {
  if (call.has("explain")) return explain(call);
  if (call.flag("rules")) return list_rules(call);
  if (call.arguments().empty()) {
    throw Error(ErrorKind::kUsage, "check: no file", {},
                "write: mizan check AR EN, or mizan check FILE.tmx");
  }
  CheckRequest request;
  request.files = call.arguments();
  if (call.flag("segmented")) request.segmentation = Segmentation::kLines;
  request.glossaries = call.list("glossary");
  request.memory_path = call.memory_path();
  request.options.least = severity_value(call, "show");
  const CheckResult result = run_check(request);
  print_diagnostics(result.diagnostics);
  print_findings(call, result);
  const Severity fail_on = severity_value(call, "fail-on");
  for (const Finding& finding : result.findings) {
    if (finding.severity >= fail_on) return 1;
  }
  return 0;
}

const std::vector<std::string_view> kSeverities = {"info", "warning", "error"};

}  // namespace

const Command kCheck = {
    .name = "check",
    .arguments = "AR EN | FILE",
    .summary = "Checks a translation before publication; exit 1 when something is found.",
    .example =
        "mizan check --glossary glossaries/sahel.tsv "
        "examples/article/article.ar.txt examples/article/article.errors.en.txt",
    .least_arguments = 0,
    .most_arguments = 2,
    .options = {format_option({"text", "jsonl"}),
                glossary_option(),
                {"segmented", OptionKind::kFlag, "", "both files hold one segment a line already"},
                {"show", OptionKind::kValue, "SEVERITY", "show findings of at least", "warning",
                 kSeverities},
                {"fail-on", OptionKind::kValue, "SEVERITY", "exit 1 only for findings of at least",
                 "warning", kSeverities},
                {"rules", OptionKind::kFlag, "", "list the rules"},
                {"explain", OptionKind::kValue, "RULE", "what a rule means, with examples"},
                memory_option()},
    .run = run};

}  // namespace mizan
