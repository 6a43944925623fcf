// The Arabic words of a document without their clitics, bead by bead. Internal to tm/check.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tm/check/document.h"

namespace mizan {

// Remembers what it was asked; not thread-safe. `document` outlives it.
class ArabicForms {
 public:
  explicit ArabicForms(const CheckedDocument& document) : document_(document) {}

  // The bare forms of a word: itself first, folded to kTehMarbuta.
  using Forms = std::vector<std::string>;

  // The words of a bead in order. Valid until the document ends.
  const std::vector<Forms>& words(std::size_t bead);

  static bool has_form(const Forms& forms, std::string_view form);

  // Whether a word of the bead has the form.
  bool has_word(std::size_t bead, std::string_view form);

  // Whether the words of `phrase`, folded likewise, stand in the bead, one behind the other, with
  // or without articles.
  bool has_phrase(std::size_t bead, std::string_view phrase);

  // The same in any order, a word or two between them: وكالة الاستخبارات الأمريكية المركزية.
  bool has_words_of(std::size_t bead, std::string_view phrase);

 private:
  const CheckedDocument& document_;
  std::unordered_map<std::size_t, std::vector<Forms>> words_;  // by bead
};

}  // namespace mizan
