#include "tm/model/rule.h"

#include <algorithm>

namespace mizan {

std::vector<RuleExample> rule_examples(std::string_view text) {
  constexpr std::string_view kBar = " | ";
  std::vector<RuleExample> examples;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    const std::size_t bar = std::min(line.find(kBar), line.size());
    examples.push_back(
        {line.substr(0, bar), line.substr(std::min(bar + kBar.size(), line.size()))});
    begin = end + 1;
  }
  return examples;
}

}  // namespace mizan
