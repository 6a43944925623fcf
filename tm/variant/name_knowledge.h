// What is known about words before a text is read: ordinary words, names already decided.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "tm/base/language.h"
#include "tm/model/name_cluster.h"

namespace mizan {

// What the search for variants asks. A caller derives from it to add dictionaries, a termbase or a
// memory; every answer but is_word may stay the default. Asked from one thread.
class NameKnowledge {
 public:
  virtual ~NameKnowledge() = default;

  // Whether a form is an ordinary word or an inflection listed as such, not (only) a name. Arabic:
  // folded to kTehMarbuta, a candidate base form; English: lower case.
  virtual bool is_word(Language language, std::string_view form) const = 0;

  // Whether a form (folded the same way) is known as a name, correctly spelled.
  virtual bool is_name(Language language, std::string_view form) const;

  // The spellings that a dictionary has of an Arabic word, folded to kMarks; `form` is folded to
  // kTehMarbuta. Empty when it is not known how the word is spelled.
  virtual std::span<const std::string> spellings(std::string_view form) const;

  // The renderings of a word in the other language (for English, of names only); empty when not
  // known. The language of `form` is seen from its script.
  virtual std::span<const std::string> translations(std::string_view form) const;

  // The spelling that the termbase or the memory prefers among these; nothing when they do not say.
  virtual std::optional<PreferredSpelling> preferred(Language language,
                                                     std::span<const std::string> spellings) const;

  // Whether an editor has declared the two spellings to be two names.
  virtual bool distinct(Language language, std::string_view a, std::string_view b) const;
};

}  // namespace mizan
