// An alignment as a review file, and what a person has made of it.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "tm/format/review_tsv.h"
#include "tm/model/alignment.h"
#include "tm/model/translation_unit.h"
#include "tm/project/text_input.h"

namespace mizan {

// Below this confidence a bead is worth a look. (Confidence is calibrated: of the beads at or above
// it, 95% or more are right.)
constexpr double kReviewBelow = 0.9;

struct ReviewRequest {
  Segmentation segmentation = Segmentation::kSentences;  // how `pair` was read
  double doubtful_below = kReviewBelow;                  // beads marked "?"
  std::string path;  // where the review will lie: it names the two texts from there
};

Review make_review(const TextPair& pair, const Alignment& alignment, const ReviewRequest& request);

// Writes it to request.path. Throws Error(kUsage) when a file is there: it may hold a person's
// work.
void write_review(const Review& review, const std::string& path);

enum class ReviewDecision {
  kUntouched,  // as proposed, above the threshold
  kConfirmed,  // corrected or approved by a person
  kDoubtful,   // still "?"
  kRejected,   // "-"
};

struct ReviewedPair {
  Segmentation segmentation = Segmentation::kSentences;
  TextPair files;  // as they are
  // The segments have the wording of the review where a person has corrected it; the files keep
  // theirs.
  TextPair pair;
  Alignment alignment;                    // confidence 1 when confirmed, 0 when rejected
  std::vector<ReviewDecision> decisions;  // one a bead
  std::size_t reworded = 0;               // segments with a corrected wording

  std::size_t count(ReviewDecision decision) const;
};

// The review at `path` held against its two texts: `files`, or those that it names. In each row the
// numbers count where a person has changed them; else the text cell says which segments the row
// holds. Throws Error(kMalformed) with the line of the row: a text that has changed since, a
// segment in two rows or in none, a text that is not the segment whose turn it is.
ReviewedPair apply_review(const std::string& path,
                          const std::optional<std::array<std::string, 2>>& files = std::nullopt);

// Says of a unit from the first file whether its target text stands in the target text of the pair,
// as the file has it or as the review words it: one source may have several translations.
std::function<bool(const TranslationUnit&)> units_of_this_target(const ReviewedPair& reviewed);

// The units of the confirmed and of the untouched beads, of these only with at least
// `min_confidence`. Confirmed units have the property "status" with the value "confirmed".
std::vector<TranslationUnit> units_of(const ReviewedPair& reviewed, double min_confidence);

}  // namespace mizan
