// The rules of the check, in one table: id, severity, and what `mizan check --explain ID` says.
#pragma once

#include <span>
#include <string_view>

#include "tm/model/rule.h"

namespace mizan {

// By family, then by gravity.
std::span<const Rule> rules();

// Null for an unknown id.
const Rule* find_rule(std::string_view id);

}  // namespace mizan
