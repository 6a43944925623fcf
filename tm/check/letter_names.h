// Latin letters by their Arabic names: بي بي سي is BBC. Internal to tm/check.
#pragma once

#include <string_view>

namespace mizan {

// The Latin letters that an Arabic letter name may stand for ("BP" for بي), upper case; empty for
// any other word. `key` is folded to kMarks.
std::string_view letters_named(std::string_view key);

// The same for a word that may carry clitics: لبي in لبي بي سي.
std::string_view letters_named_after_clitic(std::string_view key);

inline bool is_letter_name(std::string_view key) { return !letters_named(key).empty(); }

}  // namespace mizan
