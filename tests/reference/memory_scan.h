// The best score of a text in a memory by a scan of all units that uses no index and no database:
// what a look-up must find. The tokens of all units stand in memory, as numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tm/memory/memory.h"

namespace mizan::reference {

class MemoryScan {
 public:
  MemoryScan(const TranslationMemory& memory, Language side);

  // The score of the best unit; 0 when none has `least`. Threads may ask at once.
  double best_score(std::string_view text, double least) const;
  // The same of many texts, on two threads.
  std::vector<double> best_scores(const std::vector<std::string>& texts, double least) const;

 private:
  using Numbers = std::unordered_map<std::string, std::uint32_t>;

  static std::uint32_t number(Numbers& numbers, const std::string& text) {
    return numbers.emplace(text, static_cast<std::uint32_t>(numbers.size())).first->second;
  }

  std::vector<std::string> texts_;
  // One unit after the other: the numbers of its tokens' folded forms and of their keys.
  std::vector<std::uint32_t> folded_;
  std::vector<std::uint32_t> keys_;
  std::vector<std::size_t> begins_;
  Numbers numbers_;
};

}  // namespace mizan::reference
