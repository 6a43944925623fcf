// Patterns of paths, as configuration and suppressions name them.
#pragma once

#include <string>

namespace mizan {

// Whether `path`, seen from `folder`, matches `pattern` (fnmatch(3); * matches folders too).
// Relative paths are taken from the working folder.
bool path_matches(const std::string& pattern, const std::string& folder, const std::string& path);

}  // namespace mizan
