// The rows of a table: fields between delimiters, plain (TSV) or quoted as RFC 4180 has it (CSV).
#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tm/base/line_reader.h"

namespace mizan {

enum class Quoting {
  kNone,    // a `"` is a plain character
  kQuotes,  // "a ""field"" of, say,
            // two lines"
};

struct TableDialect {
  char delimiter = '\t';
  Quoting quoting = Quoting::kNone;
};

struct TableRow {
  std::vector<std::string> fields;  // at least one
  std::size_t line = 0;             // 1-based, of its first line
  std::string problem;              // what is wrong with its quotation marks; empty when nothing is
  std::size_t column = 0;           // of the problem, in code points from 1
};

// Rows that are not well quoted are handed out with their problem: the reading goes on with the
// line behind the one where the row began.
class TableRows {
 public:
  TableRows(LineReader& lines, TableDialect dialect) : lines_(lines), dialect_(dialect) {}

  // False at the end. Throws as LineReader.
  bool next(TableRow& row);

 private:
  struct Line {
    std::string text;
    std::size_t number = 0;
  };

  // Line `index` of the row that is being read.
  const Line* line(std::size_t index);
  void read_quoted(TableRow& row);

  LineReader& lines_;
  TableDialect dialect_;
  std::deque<Line> ahead_;  // read for a row that turned out to be badly quoted, and the row's own
};

// The field as it is written between delimiters.
std::string quoted_field(std::string_view field, char delimiter);

}  // namespace mizan
