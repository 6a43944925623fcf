// Findings of a check for people.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "tm/model/finding.h"
#include "tm/report/terminal.h"

namespace mizan {

// The lines of the two files that a finding points into, without their line breaks. Empty views
// when there are none.
struct FindingLines {
  std::string_view source;
  std::string_view target;
};

// "severity rule, line N: message", then each side with the words that matter between brackets
// (underlined and coloured where the style has colours), shortened around them, then the
// suggestion, then the first places in other documents.
std::string view_finding(const Finding& finding, const FindingLines& lines,
                         const TerminalStyle& style);

// "3 errors, 1 warning" or "nothing found".
std::string summary(std::span<const Finding> findings);

}  // namespace mizan
