#include "tm/report/unified_diff.h"

#include <algorithm>
#include <cassert>
#include <vector>

namespace mizan {
namespace {

// Each with its line break, but for the last one where there is none.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

void add_line(std::string& diff, char mark, std::string_view line) {
  diff += mark;
  diff += line;
  if (!line.ends_with('\n')) diff += "\n\\ No newline at end of file\n";
}

constexpr std::size_t kContext = 3;  // lines, as diff -u has them

}  // namespace

std::string unified_diff(const std::string& path, std::string_view before, std::string_view after) {
  const std::vector<std::string_view> old_lines = lines_of(before);
  const std::vector<std::string_view> new_lines = lines_of(after);
  assert(old_lines.size() == new_lines.size());
  std::string diff;
  const auto changed = [&](std::size_t i) { return old_lines[i] != new_lines[i]; };
  for (std::size_t i = 0; i < old_lines.size(); ++i) {
    if (!changed(i)) continue;
    if (diff.empty()) diff = "--- a/" + path + "\n+++ b/" + path + "\n";
    std::size_t last = i;
    for (std::size_t k = i; k < old_lines.size() && k <= last + 2 * kContext; ++k) {
      if (changed(k)) last = k;
    }
    const std::size_t begin = i - std::min(i, kContext);
    const std::size_t end = std::min(last + 1 + kContext, old_lines.size());
    const std::string range = std::to_string(begin + 1) + "," + std::to_string(end - begin);
    diff += "@@ -" + range + " +" + range + " @@\n";
    for (std::size_t k = begin; k < end;) {
      if (!changed(k)) {
        add_line(diff, ' ', old_lines[k++]);
        continue;
      }
      std::size_t stop = k;
      while (stop < end && changed(stop)) ++stop;
      for (std::size_t n = k; n < stop; ++n) add_line(diff, '-', old_lines[n]);
      for (std::size_t n = k; n < stop; ++n) add_line(diff, '+', new_lines[n]);
      k = stop;
    }
    i = end - 1;
  }
  return diff;
}

}  // namespace mizan
