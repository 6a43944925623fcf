// The index held against the units, slowly and in plain steps.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "tm/memory/database.h"

namespace mizan {

// Calls `report` with a unit (0 for the index as a whole) and what is wrong with it, for everything
// that breaks the rule of unit_index.h. `progress` is called with the number of units examined.
// Throws the errors that Database declares.
void check_index(const Database& database,
                 const std::function<void(std::int64_t unit, const std::string& fault)>& report,
                 const std::function<void(std::size_t)>& progress);

}  // namespace mizan
