// The words of a set that are one edit away from another: what a slip of the hand may have meant.
// Internal to tm/check.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace mizan {

// Words meet through what is left of them without one letter (Bocek, Hunt and Stiller, "Fast
// similarity search in large dictionaries", 2007), so that nothing is compared with everything.
class NearWords {
 public:
  // Numbered from 0 in the order of addition.
  void add(std::string_view word);

  // The numbers, ascending, of the words with word_edits() of 1 to `word`.
  std::vector<std::size_t> one_edit_from(std::string_view word) const;

 private:
  std::vector<std::string> words_;
  std::unordered_multimap<std::string, std::size_t> by_rest_;
};

}  // namespace mizan
