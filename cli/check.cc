// mizan check: an editor's second pair of eyes.
#include <algorithm>
#include <filesystem>
#include <iterator>
#include <limits>
#include <utility>

#include "cli/check_output.h"
#include "cli/commands.h"
#include "cli/house_style.h"
#include "cli/known_findings.h"
#include "cli/progress.h"
#include "tm/base/error.h"
#include "tm/base/file.h"
#include "tm/check/rules.h"
#include "tm/project/check_job.h"
#include "tm/project/mend_job.h"
#include "tm/report/unified_diff.h"

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
  for (const auto& [label, example] :
       {std::pair("  right: ", rule->right), std::pair("  wrong: ", rule->wrong)}) {
    for (const RuleExample& sides : rule_examples(example)) {
      std::string line = label + shown(sides.first, style);
      if (!sides.second.empty()) line += " | " + shown(sides.second, style);
      call.out.line(line);
    }
  }
  return 0;
}

int list_rules(Invocation& call) {
  for (const Rule& rule : rules()) {
    call.out.line(std::string(rule.id) + '\t' + std::string(to_string(rule.severity)) + '\t' +
                  std::string(rule.help));
  }
  return 0;
}

void refuse_to_replace(const std::string& output, const std::vector<CheckInput>& inputs) {
  if (output == "-") return;
  for (const CheckInput& input : inputs) {
    for (const std::string& path : input.paths) {
      std::error_code ignored;
      if (!std::filesystem::equivalent(path, output, ignored)) continue;
      throw Error(ErrorKind::kUsage, "would be replaced by its own report", {.file = path},
                  "name another file with --output");
    }
  }
}

// Shows or writes what `--fix` mends in each input. A bad one stops it: half a mend is none.
int run_mend(Invocation& call, const CheckJob& job, const std::vector<CheckInput>& inputs,
             const KnownFindings& known) {
  std::size_t mended = 0;
  std::vector<MendedFile> files;
  for (const CheckInput& input : inputs) {
    MendResult result = mend(job, input, [&](std::vector<Finding>& findings) {
      KnownFindings fresh = known;
      fresh.take_out(findings, input.paths);
    });
    mended += result.mended;
    std::ranges::move(result.files, std::back_inserter(files));
  }
  const bool writes = call.value("fix") == "write";
  for (const MendedFile& file : files) {
    if (writes) {
      write_file(file.path, file.after);
    } else {
      call.out.write(unified_diff(file.path, file.before, file.after));
    }
  }
  print_message(std::to_string(mended) + (mended == 1 ? " place" : " places") +
                (writes ? " mended" : " to mend"));
  return 0;
}

int run(Invocation& call) {
  if (call.has("explain")) return explain(call);
  if (call.flag("rules")) return list_rules(call);
  if (call.arguments().empty()) {
    throw Error(ErrorKind::kUsage, "check: no file", {},
                "write: mizan check AR EN, or mizan check FILE.tmx");
  }
  CheckRequest request;
  if (call.flag("segmented")) request.segmentation = Segmentation::kLines;
  request.glossaries = call.list("glossary");
  request.memory_path = call.memory_path();
  CheckInputs inputs = find_check_inputs(call.arguments());
  for (CheckInput& input : inputs.inputs) {
    input.options = house_style(call, input.paths);
    input.options.least = severity_value(call, "show");
  }
  refuse_to_replace(call.value("output"), inputs.inputs);
  KnownFindings known(call);
  const CheckJob job(std::move(request));
  print_diagnostics(inputs.diagnostics);
  print_diagnostics(job.glossary().diagnostics);
  if (call.has("fix")) return run_mend(call, job, inputs.inputs, known);

  const Severity fail_on = severity_value(call, "fail-on");
  CheckOutput output(call, inputs.inputs.size());
  output.add(job.glossary());
  Progress progress("pairs");
  bool found = false;
  bool failed = job.glossary().malformed > 0;
  std::string baseline;
  const auto visit = [&](std::size_t index, CheckedFile* checked, const std::string& problem) {
    progress.clear();
    if (checked == nullptr) {
      print_message(problem);
      output.fail(problem);
      failed = true;
    } else {
      print_diagnostics(checked->diagnostics);
      known.take_out(checked->findings, inputs.inputs[index].paths);
      if (call.has("write-baseline")) baseline += baseline_rows(checked->findings);
      found = found || std::ranges::any_of(checked->findings, [&](const Finding& finding) {
                return finding.severity >= fail_on;
              });
      failed = failed || checked->malformed > 0;
      output.add(std::move(*checked));
    }
  };
  const auto scope =
      call.value("scope") == "run" ? CheckRun::Scope::kRun : CheckRun::Scope::kDocument;
  const std::size_t files = inputs.inputs.size();
  const auto show = [&](const CheckProgress& done) {
    std::string text = std::to_string(done.pairs) + " pairs";
    if (files > 1) {
      text = std::to_string(done.files) + " of " + std::to_string(files) + " files, " + text;
    }
    progress.show(done.share, text);
  };
  check_files(job, inputs.inputs, {.jobs = call.jobs(), .scope = scope, .progress = show}, visit);
  progress.clear();
  output.finish();
  known.tell(severity_value(call, "show"));
  if (failed) return 2;
  if (call.has("write-baseline")) {
    write_file(call.value("write-baseline"), std::string(kBaselineHeader) + baseline);
    return 0;
  }
  return found ? 1 : 0;
}

const std::vector<std::string_view> kSeverities = {"info", "warning", "error"};

std::vector<Option> options() {
  std::vector<Option> all = {
      format_option({"text", "jsonl", "json", "sarif", "html"}),
      output_option(),
      glossary_option(),
      {"segmented", OptionKind::kFlag, "", "both files hold one segment a line already"},
      {"show", OptionKind::kValue, "SEVERITY", "show findings of at least", "warning", kSeverities},
      {"fail-on", OptionKind::kValue, "SEVERITY", "exit 1 only for findings of at least", "warning",
       kSeverities},
      {"fix",
       OptionKind::kValue,
       "HOW",
       "mend spaces, marks and letters where that is certain, in plain texts and TSV",
       {},
       {"diff", "write"}},
      {"scope",
       OptionKind::kValue,
       "WHAT",
       "compare names and sentences across the files of the run, or within each document",
       "run",
       {"run", "document"}},
      {"rules", OptionKind::kFlag, "", "list the rules"},
      {"explain", OptionKind::kValue, "RULE", "what a rule means, with examples"},
      jobs_option(),
      memory_option()};
  std::ranges::copy(known_findings_options(), std::back_inserter(all));
  std::ranges::copy(house_style_options(), std::back_inserter(all));
  return all;
}

}  // namespace

const Command kCheck = {
    .name = "check",
    .arguments = "AR EN | FILE... | FOLDER...",
    .summary = "Checks a translation before publication; exit 1 when something is found.",
    .example =
        "mizan check --glossary glossaries/sahel.tsv "
        "examples/article/article.ar.txt examples/article/article.errors.en.txt",
    .least_arguments = 0,
    .most_arguments = std::numeric_limits<std::size_t>::max(),
    .options = options(),
    .run = run,
    .notes =
        "AR EN are two texts, aligned on the fly. FILE is a bilingual file: TMX, XLIFF of all\n"
        "dialects, PO, TSV or CSV, packed by gzip or not; - is standard input. Of a FOLDER, the\n"
        "texts are paired by their names (article.ar.txt and article.en.txt), and its TMX, XLIFF\n"
        "and PO files are checked; tables and JSON lines are when they are named. A table that\n"
        "names its documents keeps each by itself, whatever the scope. A file, or a row of a\n"
        "glossary, that cannot be read is reported; the others count, and the exit status is 2.\n"
        "  html   one page for a browser, with both texts side by side: --output report.html\n"
        "  sarif  SARIF 2.1.0, for programs that show findings at their places\n"
        "  json   one object; jsonl one finding a line\n"
        "In .mizan.ini the house style stands under [check], and under [check \"wire/*\"] for the\n"
        "texts whose path matches.\n"};

}  // namespace mizan
