// The memory's named values.
#pragma once

#include <string>
#include <string_view>

#include "tm/memory/database.h"

namespace mizan {

// "" when it was never stored.
std::string setting(const Database& database, std::string_view name);
void store_setting(const Database& database, std::string_view name, std::string_view value);

}  // namespace mizan
