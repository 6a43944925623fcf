// What is known about words and names from a lexicon.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tm/base/flat_image.h"
#include "tm/model/lexicon.h"
#include "tm/variant/name_knowledge.h"

namespace mizan {

// An entry whose English is capitalised is a name, any other a word.
class LexiconKnowledge : public NameKnowledge {
 public:
  explicit LexiconKnowledge(const Lexicon& lexicon);

  // The same as bytes for this machine, to be kept and read back in no time.
  static std::string image(const Lexicon& lexicon);
  // Nothing when the bytes are damaged or of other rules. They are kept, so pass them by move.
  static std::optional<LexiconKnowledge> from_image(std::string image);

  // The two spellings (folding ignored) are different names, from now on.
  void add_distinct(std::string_view a, std::string_view b);

  bool is_word(Language language, std::string_view form) const override;
  bool is_name(Language language, std::string_view form) const override;
  std::span<const std::string> spellings(std::string_view form) const override;
  std::span<const std::string> translations(std::string_view form) const override;
  bool distinct(Language language, std::string_view a, std::string_view b) const override;

 private:
  // What belongs to a key; the texts begin where those of the key before it end.
  struct Entry {
    std::uint32_t first_spelling = 0;  // Arabic only
    std::uint32_t first_translation = 0;
    std::uint32_t is = 0;  // kWord, kName
  };
  static constexpr std::uint32_t kWord = 1;
  static constexpr std::uint32_t kName = 2;

  struct Side {
    FlatKeys keys;
    std::span<const Entry> entries;  // one more than there are keys

    const Entry* find(std::string_view form) const;
  };
  class Builder;

  explicit LexiconKnowledge(FlatImage image);
  const Side& side(Language language) const {
    return language == Language::kArabic ? arabic_ : english_;
  }

  FlatImage image_;
  Side arabic_;
  Side english_;
  std::vector<std::string> texts_;  // spellings and translations, made once for those who ask
  std::vector<std::pair<std::string, std::string>> distinct_;
};

}  // namespace mizan
