// What a written Arabic word names: the word without the conjunction and preposition that lean on
// it, when a lexicon or the texts themselves know what remains.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace mizan {

// The stems (english_stem) of the English translations of one Arabic word, folded to kTehMarbuta;
// empty for a word that is not known.
using GlossSource = std::function<std::vector<std::string>(std::string_view arabic)>;

struct ArabicFront {
  std::size_t bytes = 0;  // proclitics in front of the stem, article included
  bool article = false;
  bool leaning = false;  // a conjunction or preposition is among them
};

// Not thread-safe.
class ArabicFronts {
 public:
  explicit ArabicFronts(GlossSource glosses) : glosses_(std::move(glosses)) {}

  // A word of the texts, folded to kTehMarbuta.
  void count(std::string_view key) { ++counts_[std::string(key)]; }

  // After every word has been counted.
  ArabicFront front(std::string_view key);

  // Whether the lexicon has `stem`, or what it is a sound feminine plural of.
  bool is_known(std::string_view stem);

  // How often the texts have `stem` with the article and nothing else.
  std::size_t with_article(std::string_view stem) const;

 private:
  std::size_t count_of(std::string_view key) const;

  GlossSource glosses_;
  std::unordered_map<std::string, std::size_t> counts_;
  std::unordered_map<std::string, ArabicFront> fronts_;
};

// `letters`, whose front is `front`, as it would be cited: without what leans on it, an article
// that ل has swallowed restored.
std::string citation_form(std::string_view letters, const ArabicFront& front);

}  // namespace mizan
