#include "tm/check/name_forms.h"

#include "tm/lang/arabic_morphology.h"

namespace mizan {

std::string_view without_possessive(std::string_view word) {
  for (const std::string_view ending : {"'s", "’s"}) {
    if (word.ends_with(ending)) word.remove_suffix(ending.size());
  }
  return word;
}

std::vector<std::string> bare_forms(std::string_view key) {
  std::vector<std::string> forms;
  for (const Proclitics& stack : proclitic_stacks(key)) {
    if (!stack.future) forms.emplace_back(key.substr(stack.bytes));
  }
  return forms;
}

}  // namespace mizan
