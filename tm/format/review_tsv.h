// The review file of an alignment: tab-separated rows, one bead each, that a person corrects in a
// spreadsheet or an editor.
//
//   status  source sentences  target sentences  confidence  source: A.txt  target: B.txt  proposed
//   ok      3+4               7                 0.9312      … ⏎ …          …              3 ok
//   3+4=7 …
//
// Segments count from 1; several of a cell are joined by " ⏎ ". `proposed` is the row as it was
// written: what a person has touched is seen by it. Written without quoting like every TSV of ours;
// read as spreadsheets save it, too: CRLF, quoted fields, a byte order mark, UTF-16, further
// columns and empty rows.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tm/format/review_cell.h"
#include "tm/model/alignment.h"

namespace mizan {

// What the numbers of a review count.
enum class ReviewUnit { kSentence, kClause, kLine };

// "sentence", "clause", "line".
std::string_view to_string(ReviewUnit unit);

// One side of a row as it is now.
struct ReviewSide {
  SegmentRange segments;  // by the numbers; empty when there are none
  std::vector<std::string>
      texts;  // the parts of the text cell, in cell form; none when it is empty
};

struct ReviewRow {
  std::size_t line = 0;  // 1-based, of the file
  ReviewStatus status = ReviewStatus::kOk;
  double confidence = 0;
  std::array<ReviewSide, 2> sides;         // source, target
  std::optional<ReviewProposal> proposal;  // none in rows that a person has added
};

struct Review {
  std::array<std::string, 2> files;  // source, target
  ReviewUnit unit = ReviewUnit::kSentence;
  std::vector<ReviewRow> rows;
};

// The rows' lines, the order of the rows apart, are not used.
std::string to_tsv(const Review& review);

// Throws Error(kMalformed) with the line of what cannot be read and what to write there; `name` is
// the file that errors name. The rows come in the order of their proposals, a row without one
// behind the row above it: a spreadsheet may have sorted them.
Review parse_review(std::string_view text, const std::string& name);

}  // namespace mizan
