// What `mizan check` prints, or writes into the file of --output.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command_line.h"
#include "tm/base/file.h"
#include "tm/model/checked_file.h"
#include "tm/project/terms.h"
#include "tm/report/check_report.h"

namespace mizan {

// Text and JSON lines go out file by file; the other formats are one document at the end.
class CheckOutput {
 public:
  // `inputs`: how many are checked; of several, each is named. `call` outlives this.
  CheckOutput(Invocation& call, std::size_t inputs);

  // What the files are checked with.
  void add(const GlossarySummary& glossary);
  void add(CheckedFile checked);
  // An input that could not be checked, and why.
  void fail(const std::string& problem);
  // To be called at the end: writes what is left.
  void finish();

 private:
  void write(std::string_view text);
  void write_text(const CheckedFile& checked);
  void write_summary();

  Invocation& call_;
  std::string format_;
  TerminalStyle style_;
  bool names_files_;
  std::optional<FileReplacement> file_;
  CheckReport report_;             // of the formats that are one document
  std::vector<Finding> findings_;  // of the summary
  std::size_t checked_ = 0;        // files
  std::size_t malformed_ = 0;      // records
};

}  // namespace mizan
