// The house style of a check: its options, and what all sources together say for a text.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "cli/command_line.h"
#include "tm/check/checker.h"

namespace mizan {

std::vector<Option> house_style_options();

// For the texts at `paths`: `severities` and `house` of the options, from the configuration files
// (sections of paths included), the environment and the words of the call. Throws Error(kUsage)
// for a value that means nothing.
CheckOptions house_style(const Invocation& call, std::span<const std::string> paths);

}  // namespace mizan
