// The check of files: a pair of texts aligned on the fly, or one bilingual file.
#pragma once

#include <string>
#include <vector>

#include "tm/base/error.h"
#include "tm/check/checker.h"
#include "tm/model/finding.h"
#include "tm/project/text_input.h"

namespace mizan {

struct CheckRequest {
  // An Arabic and an English text in either order, or one bilingual file (TMX, or TSV with a header
  // that names `id document ar en`, or Arabic TAB English).
  std::vector<std::string> files;
  // kLines: line i of one text translates line i of the other when both have as many lines, and
  // lines are aligned otherwise.
  Segmentation segmentation = Segmentation::kSentences;
  std::vector<std::string> glossaries;
  std::string memory_path;  // for its termbase, names and lexicon; may not exist
  CheckOptions options;
};

struct CheckResult {
  std::vector<Finding> findings;
  // What a report quotes: the lines of the Arabic and of the English side by number (0-based); of a
  // bilingual file, the texts of its records by the line of the file.
  std::vector<std::string> arabic_lines;
  std::vector<std::string> english_lines;
  std::vector<Diagnostic> diagnostics;  // glossary rows and records left out
};

CheckResult run_check(const CheckRequest& request);

}  // namespace mizan
