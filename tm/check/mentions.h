// Things that a text speaks of again, on one side by their word and on the other by a pronoun, by
// another word or not at all. Internal to tm/check.
#pragma once

#include <string_view>

#include "tm/check/document.h"
#include "tm/check/renderings.h"

namespace mizan {

// الزلزال, "the airline": whether the words at `place` are spoken of as known. Not a name.
bool is_definite(const CheckedDocument& document, const CheckedPlace& place);

// Whether a word of the other side of the bead shares a meaning with `term`, a term of the language
// `from`, or belongs to the family of its rendering.
bool may_stand_for(const CheckedDocument& document, const Bead& bead, Language from,
                   std::string_view term, std::string_view rendering, WordRenderings& renderings);

// "the fleet" for البحرية: whether the English of the bead speaks of a known thing that no Arabic
// word but those at `place` means.
bool has_unexplained_noun(const CheckedDocument& document, const Bead& bead,
                          const CheckedPlace& place, WordRenderings& renderings);

}  // namespace mizan
