// English renderings of Arabic words, from the dictionaries: how a rule finds the counterpart of a
// word on the other side. Internal to tm/check.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tm/base/text_map.h"
#include "tm/variant/name_knowledge.h"

namespace mizan {

// An English word as the dictionaries see it.
struct EnglishSense {
  std::string stem;  // english_stem
  bool known = false;
};

// Remembers what it was asked; not thread-safe. `words` outlives it. What it returns is valid as
// long as it lives.
class WordRenderings {
 public:
  explicit WordRenderings(const NameKnowledge& words) : words_(words) {}

  const NameKnowledge& words() const { return words_; }

  // Stems (english_stem) of the words that render an Arabic word (CheckedWord::key), grammatical
  // words left out; empty when the dictionaries do not know it.
  std::span<const std::string> stems(std::string_view arabic);

  const EnglishSense& english(std::string_view key);

 private:
  const NameKnowledge& words_;
  TextMap<std::vector<std::string>> known_;
  TextMap<EnglishSense> english_;
};

// Whether an English word (lower case) is grammar rather than sense: the, been, their.
bool is_grammatical(std::string_view english);

// Whether two English words share the letters of one family: testified and testimony.
bool same_family(std::string_view a, std::string_view b);

}  // namespace mizan
