// A check as one document: for other programs, and as a page for a browser.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tm/base/error.h"
#include "tm/model/checked_file.h"
#include "tm/model/rule.h"

namespace mizan {

struct CheckReport {
  std::string_view version;  // of Mizan
  std::span<const Rule> rules;
  std::vector<CheckedFile> files = {};
  std::vector<std::string> problems = {};  // of files that could not be checked, a line each
  // Of the glossaries that they are checked with: rows left out, and how many could not be read.
  std::vector<Diagnostic> diagnostics = {};
  std::size_t malformed = 0;
};

// {"tool", "version", "schema", "files", "problems", "not_read", "counts", "findings"}: "not_read"
// counts rows of glossaries, in a file its records; a finding is as to_json() writes it.
std::string check_json(const CheckReport& report);

// SARIF 2.1.0 (OASIS). A place is a line and column of code points; in a bilingual file with the id
// of the record, and without a column where it is not known where the text stands.
std::string check_sarif(const CheckReport& report);

// A self-contained page (HTML 5): no script but its own, no request.
std::string check_page(const CheckReport& report);

}  // namespace mizan
