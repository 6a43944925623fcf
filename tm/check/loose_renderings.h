// Other words for a term that are no fault: initials, derivations, the other gender. Internal to
// tm/check.
#pragma once

#include <string_view>

#include "tm/check/document.h"

namespace mizan {

// Whether `side` of the bead says `rendering`, a term of that language, in such a way.
bool says_otherwise(const CheckedDocument& document, const Bead& bead, std::string_view rendering,
                    Language side);

}  // namespace mizan
