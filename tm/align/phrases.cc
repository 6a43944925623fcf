#include "tm/align/phrases.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tm/lang/arabic_morphology.h"

namespace mizan {
namespace {

bool is_key_with_clitics(std::string_view word, std::string_view key) {
  if (word == key) return true;
  if (!word.ends_with(key)) return false;
  for (const Proclitics& stack : proclitic_stacks(word)) {
    if (word.substr(stack.bytes) == key) return true;
  }
  return false;
}

// Whether the words from `at` on are those of a phrase whose first word is there.
bool phrase_at(const TextSide& arabic, const std::vector<TypeId>& sentence, std::size_t at,
               const LexiconIndex::Phrase& phrase) {
  for (std::size_t space = phrase.keys.find(' '); space != phrase.keys.npos;) {
    const std::size_t begin = space + 1;
    space = phrase.keys.find(' ', begin);
    if (++at == sentence.size()) return false;
    const std::string_view key = phrase.keys.substr(begin, space - begin);
    if (!is_key_with_clitics(arabic.types[sentence[at]].key, key)) return false;
  }
  return true;
}

}  // namespace

void add_phrases(TextSide& arabic, const LexiconIndex& lexicon) {
  // The phrases that may begin with each type of the text.
  std::vector<std::vector<LexiconIndex::Phrase>> beginning(arabic.types.size());
  for (TypeId type = 0; type < beginning.size(); ++type) {
    const std::string_view key = arabic.types[type].key;
    for (const Proclitics& stack : proclitic_stacks(key)) {
      std::ranges::move(lexicon.phrases(key.substr(stack.bytes)),
                        std::back_inserter(beginning[type]));
    }
  }
  std::unordered_map<std::string_view, TypeId> ids;
  for (std::vector<TypeId>& sentence : arabic.sentences) {
    const std::size_t words = sentence.size();
    for (std::size_t at = 0; at < words; ++at) {
      for (const LexiconIndex::Phrase& phrase : beginning[sentence[at]]) {
        if (!phrase_at(arabic, sentence, at, phrase)) continue;
        const auto [place, fresh] =
            ids.try_emplace(phrase.keys, static_cast<TypeId>(arabic.types.size()));
        if (fresh) {
          WordType& type = arabic.types.emplace_back();
          type.key = phrase.keys;
          type.phrase = true;
        }
        ++arabic.types[place->second].count;
        ++arabic.tokens;
        sentence.push_back(place->second);
      }
    }
  }
}

}  // namespace mizan
