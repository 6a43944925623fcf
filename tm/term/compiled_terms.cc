#include "tm/term/compiled_terms.h"

#include <cassert>

namespace mizan {

void CompiledTerms::reserve(std::size_t concepts) {
  trie.reserve(concepts);
  terms.reserve(concepts);
  sequences.reserve(concepts * 2);
  words.reserve(concepts * 4);
}

void CompiledTerms::add_sequence(std::uint32_t term, const std::vector<std::u16string>& stems,
                                 const std::vector<TermWord>& path_words, bool shortened) {
  assert(stems.size() == path_words.size() && !stems.empty() && stems.size() < 256);
  std::vector<std::uint32_t> path;
  path.reserve(stems.size());
  for (const std::u16string& stem : stems) path.push_back(trie.intern(stem));
  trie.add(path, static_cast<std::uint32_t>(sequences.size()));
  sequences.push_back({term, static_cast<std::uint32_t>(words.size()),
                       static_cast<std::uint8_t>(stems.size()), shortened});
  words.insert(words.end(), path_words.begin(), path_words.end());
}

}  // namespace mizan
