// What is a web or mail address. Internal to tm/check.
#pragma once

#include <string_view>

namespace mizan {

// `key`: a word in lower case.
bool is_address(std::string_view key);

}  // namespace mizan
