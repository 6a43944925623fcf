#include "tm/base/path_pattern.h"

#include <fnmatch.h>

#include <filesystem>

namespace mizan {

bool path_matches(const std::string& pattern, const std::string& folder, const std::string& path) {
  namespace fs = std::filesystem;
  const fs::path base = fs::absolute(folder.empty() ? "." : folder).lexically_normal();
  const fs::path relative = fs::absolute(path).lexically_normal().lexically_relative(base);
  return fnmatch(pattern.c_str(), relative.c_str(), 0) == 0;
}

}  // namespace mizan
