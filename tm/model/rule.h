// A rule of the check, as it explains itself.
#pragma once

#include <string_view>
#include <vector>

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

// `right` or `wrong` taken apart, so that each side can be shown in its own direction. The second
// side is empty where there is one only.
struct RuleExample {
  std::string_view first;
  std::string_view second;
};
std::vector<RuleExample> rule_examples(std::string_view text);

}  // namespace mizan
