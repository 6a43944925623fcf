// The quotation marks of a segment. Internal to tm/check.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "tm/check/document.h"
#include "tm/check/house_style.h"

namespace mizan {

struct QuoteMark {
  // kEither: the spaces around a straight mark do not tell.
  enum class Side { kOpens, kCloses, kEither } side = Side::kEither;
  QuoteShape shape = QuoteShape::kStraight;
  CheckedPlace place;
};

// Double marks of all shapes, in order; single ones are apostrophes as often as not. `index`: of
// the segment in its side of the document.
std::vector<QuoteMark> quote_marks(const CheckedSegment& segment, std::size_t index);

// Single marks that begin or end a quotation, as far as they can be told from apostrophes: good
// enough to say where the other side quotes, not that a mark is missing.
std::vector<QuoteMark> single_quote_marks(const CheckedSegment& segment, std::size_t index);

}  // namespace mizan
