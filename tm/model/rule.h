// A rule of the check, as it explains itself.
#pragma once

#include <string_view>

#include "tm/model/finding.h"

namespace mizan {

struct Rule {
  std::string_view id;
  Severity severity = Severity::kWarning;  // a finding may be milder than its rule, never graver
  std::string_view family;
  std::string_view help;
  // "Arabic | English", further pairs of the same text after line breaks; or words of one language,
  // where the rule looks at these alone.
  std::string_view right;
  std::string_view wrong;
};

}  // namespace mizan
