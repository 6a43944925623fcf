// A way to write a name in the other language.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mizan {

struct NameRendering {
  enum class Origin { kTermbase, kMemory, kLexicon, kLetters };

  std::string text;
  double score = 0;  // 0-1: how sure, within its origin
  Origin origin = Origin::kLetters;
  std::size_t units = 0;  // of the memory that have it so
};

constexpr std::string_view to_string(NameRendering::Origin origin) {
  constexpr std::string_view kNames[] = {"termbase", "memory", "lexicon", "letters"};
  return kNames[static_cast<std::size_t>(origin)];
}

}  // namespace mizan
