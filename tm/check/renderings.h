// English renderings of Arabic words, from the dictionaries: how a rule finds the counterpart of a
// word on the other side. Internal to tm/check.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tm/variant/name_knowledge.h"

namespace mizan {

// Remembers what it was asked; not thread-safe. `words` outlives it.
class WordRenderings {
 public:
  explicit WordRenderings(const NameKnowledge& words) : words_(words) {}

  const NameKnowledge& words() const { return words_; }

  // Stems (english_stem) of the words that render an Arabic word (CheckedWord::key), grammatical
  // words left out; empty when the dictionaries do not know it. Valid until the next call.
  std::span<const std::string> stems(std::string_view arabic);

 private:
  const NameKnowledge& words_;
  std::unordered_map<std::string, std::vector<std::string>> known_;
};

// Whether an English word (lower case) is grammar rather than sense: the, been, their.
bool is_grammatical(std::string_view english);

// Whether two English words share the letters of one family: testified and testimony.
bool same_family(std::string_view a, std::string_view b);

}  // namespace mizan
