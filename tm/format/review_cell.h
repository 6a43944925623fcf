// The cells of a review file (review_tsv.h), one by one, as they are written and as people and
// spreadsheets give them back.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tm/model/alignment.h"

namespace mizan {

enum class ReviewStatus {
  kOk,        // "ok"
  kDoubtful,  // "?": to be looked at
  kRejected,  // "-"
};

std::string_view to_string(ReviewStatus status);
// What an Arabic keyboard or the correction of a spreadsheet makes of the three is understood; an
// empty cell, as in a row that a person has added, is kOk.
std::optional<ReviewStatus> parse_review_status(std::string_view cell);

// "3+4" for the 0-based segments 2 and 3; empty for none.
std::string review_numbers(const SegmentRange& segments);
// The numbers of a cell; other separators and the digits of the East are understood. Nothing when
// it is no list.
std::optional<std::vector<std::size_t>> parse_review_numbers(std::string_view cell);
// As a range of 0-based segments, when the numbers are neighbours; "0" names none.
std::optional<SegmentRange> neighbouring_segments(const std::vector<std::size_t>& numbers);

// One side of a row as it was written.
struct ReviewProposalSide {
  SegmentRange segments;
  std::uint32_t digest = 0;  // review_digest() of its text cell
};

struct ReviewProposal {
  std::size_t number = 0;  // of the bead, from 1
  ReviewStatus status = ReviewStatus::kOk;
  std::array<ReviewProposalSide, 2> sides;  // source, target
};

// "3 ok 3+4=7 5f2a9c01 01b2c3d4"; 0 for a side without segments.
std::string review_proposal(const ReviewProposal& proposal);
std::optional<ReviewProposal> parse_review_proposal(std::string_view cell);

// A segment as a cell shows it: each run of blanks is one space; no ⏎ and no mark of ours inside.
std::string review_text(std::string_view segment);
// The texts of a cell as one string, and 32 bits of FNV-1a over it.
std::string review_cell(std::span<const std::string> texts);
std::uint32_t review_digest(std::span<const std::string> texts);
// The texts of a cell; none when it is empty.
std::vector<std::string> parse_review_texts(std::string_view cell);
// `cell` so that a spreadsheet takes it for text.
std::string marked_review_cell(std::string_view cell);

// Without blanks and invisible marks at its ends.
std::string_view trimmed_review_cell(std::string_view cell);

}  // namespace mizan
