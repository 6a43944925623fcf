// The findings that a check leaves out, as its options and files say: suppressions, then the
// baseline.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cli/command_line.h"
#include "tm/check/known_findings.h"

namespace mizan {

std::vector<Option> known_findings_options();

class KnownFindings {
 public:
  // Reads the files that are named, and .mizan-suppressions.tsv in the working folder. Throws what
  // read_text() and their readers throw.
  explicit KnownFindings(const Invocation& call);

  // Takes out what is known in the texts at `paths`.
  void take_out(std::vector<Finding>& findings, std::span<const std::string> paths);

  // Says on standard error how many were left out, and which rows were idle; with an info, also
  // which rows of the baseline the texts have no more.
  void tell(Severity least) const;

 private:
  std::optional<Suppressions> suppressions_;
  std::optional<Baseline> baseline_;
  std::size_t suppressed_ = 0;
  std::size_t known_ = 0;
};

}  // namespace mizan
