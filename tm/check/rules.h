// The rules of the check, in one table: id, severity, and what `mizan check --explain ID` says.
#pragma once

#include <span>
#include <string_view>

#include "tm/model/finding.h"

namespace mizan {

struct Rule {
  std::string_view id;
  Severity severity = Severity::kWarning;  // a finding may be milder than its rule, never graver
  std::string_view family;
  std::string_view help;
  std::string_view right;  // "Arabic | English"
  std::string_view wrong;
};

// By family, then by gravity.
std::span<const Rule> rules();

// Null for an unknown id.
const Rule* find_rule(std::string_view id);

}  // namespace mizan
