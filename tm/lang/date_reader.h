// Dates of a text read from its pieces. Internal to tm/lang.
#pragma once

#include <vector>

#include "tm/base/language.h"
#include "tm/lang/dates.h"
#include "tm/lang/number_reader.h"

namespace mizan {

// Dates in order; their pieces are marked used.
std::vector<DateMention> read_dates(QuantityPieces& pieces, Language language);

}  // namespace mizan
