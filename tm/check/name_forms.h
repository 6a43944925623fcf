// Words as names: their forms without clitics and endings. Internal to tm/check.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mizan {

// Without 's.
std::string_view without_possessive(std::string_view word);

// The letters of an acronym of three to six: NATO of NATO, NATO's and NATOs; empty for any other
// word.
std::string_view acronym_letters(std::string_view word);

// The bare forms that an Arabic word, folded to kTehMarbuta, may have: itself, and what is left
// behind each stack of clitics.
std::vector<std::string> bare_forms(std::string_view key);

}  // namespace mizan
