// Whether two spellings are of one name, by their letters and by the names that the lexicon knows:
// إنجلترا and England share no letters, سمير and سامر differ by one and are two names.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tm/model/lexicon.h"

namespace mizan {

class NameComparison {
 public:
  // The names of `lexicon`: entries whose English is capitalised.
  explicit NameComparison(const Lexicon& lexicon);

  // The probability that `a` and `b`, of one word or several and of either script, name the same:
  // 0-1, the same both ways round. Names of several words are compared word by word: titles,
  // particles (bin, van, de) and middle names may be missing, an initial stands for a name, and
  // عبد, أبو, al- and their like may be written apart or together. Thread-safe.
  double compare(std::string_view a, std::string_view b) const;

 private:
  // What the lexicon says of two spellings: one entry has both; no chain of two entries joins them.
  enum class Verdict { kUnknown, kSame, kDifferent };

  Verdict look_up(const std::string& a, const std::string& b) const;
  double compare_words(const std::string& a, const std::string& b) const;
  double compare_in_order(const std::vector<std::string>& left,
                          const std::vector<std::string>& right) const;

  std::unordered_map<std::string, std::vector<std::string>> renderings_;  // both ways, by name_key
};

// A name without what does not tell names apart: spaces, hyphens, marks, letter case, hamza seats.
std::string name_key(std::string_view name);

}  // namespace mizan
