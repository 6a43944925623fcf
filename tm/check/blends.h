// English words that speak of more than they spell out. Internal to tm/check.
#pragma once

#include <span>
#include <string_view>

namespace mizan {

// What a word (lower case) is blended of, as Arabic would say it: Brexit is the exit of Britain, or
// of the United Kingdom, from the European Union. Empty for any other word.
std::span<const std::string_view> blended_of(std::string_view english);

}  // namespace mizan
