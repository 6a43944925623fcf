// Digits that are part of a name. Internal to tm/lang.
#pragma once

#include <vector>

#include "tm/lang/number_reader.h"
#include "tm/lang/numbers.h"

namespace mizan {

// The digits of identifiers among the pieces that no date and no number has used, and Roman
// numerals: 19 of COVID-19 and كوفيد-19, 2 of ACE2 and "World War II".
std::vector<CodeMention> read_codes(const QuantityPieces& pieces, Language language);

}  // namespace mizan
