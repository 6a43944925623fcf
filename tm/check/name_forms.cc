#include "tm/check/name_forms.h"

#include <algorithm>

#include "tm/lang/arabic_morphology.h"

namespace mizan {

std::string_view without_possessive(std::string_view word) {
  for (const std::string_view ending : {"'s", "’s"}) {
    if (word.ends_with(ending)) word.remove_suffix(ending.size());
  }
  return word;
}

std::string_view acronym_letters(std::string_view word) {
  constexpr std::size_t kFewest = 3;
  constexpr std::size_t kMost = 6;
  word = without_possessive(word);
  if (word.size() > kFewest && word.ends_with('s')) word.remove_suffix(1);
  const bool capitals = std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
  return capitals && word.size() >= kFewest && word.size() <= kMost ? word : std::string_view();
}

std::vector<std::string> bare_forms(std::string_view key) {
  std::vector<std::string> forms;
  for (const Proclitics& stack : proclitic_stacks(key)) {
    if (!stack.future) forms.emplace_back(key.substr(stack.bytes));
  }
  return forms;
}

}  // namespace mizan
