#include "tm/term/comparison_key.h"

#include <algorithm>

#include "tm/text/normalize.h"

namespace mizan {
namespace {

constexpr std::string_view kArticle = "ال";
// Counts the changes of comparison_key(); the folding has a number of its own.
constexpr int kKeyVersion = 1;

}  // namespace

std::string comparison_key(std::string_view term) {
  const std::string folded = fold(term, FoldProfile::kTehMarbuta);
  std::string key;
  std::size_t begin = 0;
  while (begin < folded.size()) {
    const std::size_t end = std::min(folded.find_first_of(" -_", begin), folded.size());
    std::string_view word = std::string_view(folded).substr(begin, end - begin);
    // Three letters must be left: الله is one word.
    if (word.starts_with(kArticle) && word.size() > kArticle.size() + 4) {
      word.remove_prefix(kArticle.size());
    }
    // A Latin article goes where a name follows it: al-Jazeera.
    const bool article = word == "the" || ((word == "al" || word == "el") && end < folded.size());
    if (!word.empty() && !article) {
      if (!key.empty()) key += ' ';
      key += word;
    }
    begin = end + 1;
  }
  return key;
}

std::string stored_key_prefix() {
  return std::to_string(kFoldVersion) + "." + std::to_string(kKeyVersion) + " ";
}

}  // namespace mizan
