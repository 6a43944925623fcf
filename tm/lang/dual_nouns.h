// Arabic nouns in the dual. Internal to tm/lang.
#pragma once

#include <cstddef>
#include <optional>

#include "tm/lang/number_reader.h"

namespace mizan {

// Two of a thing, said by the ending of the noun at pieces[i], an Arabic word: شهرين, والساعتان.
// Doubtful where only the ending speaks for it; nothing for names and words known to end so.
std::optional<NumberReading> read_dual_noun(const QuantityPieces& pieces, std::size_t i);

}  // namespace mizan
