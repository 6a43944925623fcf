// What terms are compared by where their spelling shall not matter.
#pragma once

#include <string>
#include <string_view>

namespace mizan {

// Folded to the last rung, without articles (ال, the, al-) and hyphens.
std::string comparison_key(std::string_view term);

// Stands before a key in the database: keys of other rules begin with something else.
std::string stored_key_prefix();

}  // namespace mizan
