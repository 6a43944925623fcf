// What was checked and what was found in it, as reports show it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "tm/base/error.h"
#include "tm/model/alignment.h"
#include "tm/model/finding.h"
#include "tm/model/segment.h"

namespace mizan {

// `text.name` is the file; the ranges of its segments index `input`, and the spans of findings are
// bytes within the lines of `input`. Of a bilingual file, `input` has the text of each record in
// the line of that record, and nothing else.
struct CheckedSide {
  SegmentedText text;
  std::string input;
};

// Where a text starts in its file; both 1-based, the column in code points.
struct TextPlace {
  std::size_t line = 0;
  std::size_t column = 0;
};

// What a record of a bilingual file is called, and where its texts stand, as far as that is known.
struct CheckedRecord {
  std::string id;
  std::string document;
  std::optional<TextPlace> arabic;
  std::optional<TextPlace> english;
};

struct CheckedFile {
  enum class Kind { kTexts, kRecords };
  // kOfRecords: several records stand in one line of the file, and `line` is the number of the
  // record.
  enum class Lines { kOfFile, kOfRecords };

  Kind kind = Kind::kTexts;
  Lines lines = Lines::kOfFile;
  CheckedSide arabic;
  CheckedSide english;
  Alignment alignment;  // the Arabic side is the source
  // kAlone: it is a table that names the documents of its records, and each is judged by itself.
  enum class Documents { kOfRun, kAlone } documents = Documents::kOfRun;
  std::vector<CheckedRecord> records;  // of kRecords: one a bead
  std::vector<Finding> findings;
  std::vector<Diagnostic> diagnostics;  // records repaired or left out
  std::size_t malformed = 0;            // records left out: the file is not wholly checked
};

}  // namespace mizan
