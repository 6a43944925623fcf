// Findings that nobody wants to see again: those that were there before (a baseline), and those
// that somebody has judged (suppressions).
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tm/base/error.h"
#include "tm/model/finding.h"

namespace mizan {

// A baseline as a file: this line, then fingerprint TAB rule TAB words, one finding a line.
constexpr std::string_view kBaselineHeader = "# mizan baseline: fingerprint, rule, words\n";
std::string baseline_rows(std::span<const Finding> findings);

class Baseline {
 public:
  // Throws Error(kMalformed) for a row without a fingerprint.
  Baseline(std::string_view content, const std::string& file);

  // Takes out what the baseline knows, each row once; returns how many.
  std::size_t take_known(std::vector<Finding>& findings);

  // The rows that no finding has claimed so far: mended since.
  std::vector<Diagnostic> stale() const;

 private:
  struct Row {
    std::string rule;
    std::string words;
    InputPlace place;
    bool used = false;
  };
  std::multimap<std::string, Row, std::less<>> rows_;  // by fingerprint
};

// Rows `FINGERPRINT TAB reason` or `RULE PATH-PATTERN TAB reason`; a fingerprint may have a pattern
// too. Patterns are seen from the folder of the file. `#` starts a comment line.
class Suppressions {
 public:
  // Throws Error(kMalformed) for a row without a reason, and for a rule that does not exist.
  Suppressions(std::string_view content, const std::string& file);

  // Takes out what is suppressed in the texts at `paths`; returns how many.
  std::size_t take_suppressed(std::vector<Finding>& findings, std::span<const std::string> paths);

  // The rows that have suppressed nothing although their texts were checked.
  std::vector<Diagnostic> unused() const;

 private:
  struct Row {
    std::string key;  // a fingerprint or a rule
    std::string pattern;
    InputPlace place;
    bool applies = false;
    bool used = false;
  };
  std::string folder_;
  std::vector<Row> rows_;
};

}  // namespace mizan
