// Spellings of one name, found in text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tm/base/language.h"

namespace mizan {

struct NamePlace {
  std::string file;
  std::size_t line = 0;   // 1-based
  std::size_t begin = 0;  // bytes within the line, clitics left out
  std::size_t end = 0;
};

struct NameSpelling {
  std::string text;  // without clitics
  std::vector<NamePlace> places;
};

// Who says which spelling is right; nobody: the most frequent one.
enum class PreferredBy { kFrequency, kMemory, kTermbase };

// "frequency", "memory", "termbase".
std::string_view to_string(PreferredBy by);

struct PreferredSpelling {
  std::string text;
  PreferredBy by = PreferredBy::kFrequency;
};

// Invariant: two spellings or more, in one language, the most frequent first; of equals, the one
// that the dictionaries have.
struct NameCluster {
  Language language = Language::kArabic;
  bool common_noun = false;  // category "word" rather than "name"
  std::vector<NameSpelling> spellings;
  std::string preferred;
  PreferredBy preferred_by = PreferredBy::kFrequency;
  double confidence = 0;  // 0-1
  // The names of the translation, as written there, that several of the spellings stand beside.
  std::vector<std::string> beside;
  std::string evidence;  // in words
};

}  // namespace mizan
