// The values of a text put into the translation of a similar one.
#pragma once

#include <optional>
#include <string_view>

#include "tm/base/language.h"
#include "tm/model/match.h"

namespace mizan {

// The translation of `match` with the numbers, Latin acronyms (WHO, N95) and web or mail addresses
// of `query` where the unit's text (in `side`) has others; new numbers are written in the shape of
// the old ones. `match.script` is the edit script. Nothing unless every difference of this kind can
// be placed without doubt: a value stands opposite a value of its kind in the script, and the
// translation holds the old value as often as the unit's text, each time for the same new value,
// and nowhere in words. Other words may differ.
std::optional<SuggestedTarget> suggest_target(const Match& match, std::string_view query,
                                              Language side);

}  // namespace mizan
