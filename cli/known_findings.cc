#include "cli/known_findings.h"

#include <filesystem>

#include "tm/base/encoding.h"

namespace mizan {
namespace {

constexpr std::string_view kSuppressions = ".mizan-suppressions.tsv";

std::string count_of(std::size_t findings) {
  return std::to_string(findings) + (findings == 1 ? " finding" : " findings");
}

}  // namespace

std::vector<Option> known_findings_options() {
  return {{"baseline", OptionKind::kValue, "FILE", "leave out the findings that it holds"},
          {"write-baseline", OptionKind::kValue, "FILE",
           "write the findings as a baseline, and exit 0"},
          {"suppressions", OptionKind::kValue, "FILE",
           "RULE PATH-PATTERN or FINGERPRINT TAB reason (default: .mizan-suppressions.tsv)"}};
}

KnownFindings::KnownFindings(const Invocation& call) {
  std::error_code ignored;
  if (call.has("suppressions")) {
    const std::string& path = call.value("suppressions");
    suppressions_.emplace(read_text(path).text, path);
  } else if (std::filesystem::is_regular_file(kSuppressions, ignored)) {
    const std::string path(kSuppressions);
    suppressions_.emplace(read_text(path).text, path);
  }
  if (call.has("baseline")) {
    const std::string& path = call.value("baseline");
    baseline_.emplace(read_text(path).text, path);
  }
}

void KnownFindings::take_out(std::vector<Finding>& findings, std::span<const std::string> paths) {
  if (suppressions_) suppressed_ += suppressions_->take_suppressed(findings, paths);
  if (baseline_) known_ += baseline_->take_known(findings);
}

void KnownFindings::tell(Severity least) const {
  if (suppressions_) print_diagnostics(suppressions_->unused());
  if (suppressed_ > 0) print_message(count_of(suppressed_) + " suppressed");
  if (!baseline_) return;
  const std::vector<Diagnostic> stale = baseline_->stale();
  if (least == Severity::kInfo) print_diagnostics(stale);
  print_message(count_of(known_) + " known from the baseline" +
                (stale.empty() ? "" : ", " + std::to_string(stale.size()) + " found no more"));
}

}  // namespace mizan
