// Changes of a text as a unified diff, which patch(1) applies.
#pragma once

#include <string>
#include <string_view>

namespace mizan {

// `before` and `after` have as many lines, of which some differ. Empty when none does.
std::string unified_diff(const std::string& path, std::string_view before, std::string_view after);

}  // namespace mizan
