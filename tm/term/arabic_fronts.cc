#include "tm/term/arabic_fronts.h"

#include "tm/base/utf8.h"
#include "tm/lang/arabic_morphology.h"

namespace mizan {
namespace {

// Shorter stems are mostly what is left of a longer word.
constexpr std::size_t kLeastStem = 3;

constexpr std::string_view kArticle = "ال";
constexpr std::string_view kPlural = "ات";

}  // namespace

std::size_t ArabicFronts::count_of(std::string_view key) const {
  const auto found = counts_.find(std::string(key));
  return found == counts_.end() ? 0 : found->second;
}

std::size_t ArabicFronts::with_article(std::string_view stem) const {
  return count_of("ال" + std::string(stem));
}

bool ArabicFronts::is_known(std::string_view stem) {
  if (!glosses_(stem).empty()) return true;
  return stem.ends_with(kPlural) && !glosses_(stem.substr(0, stem.size() - kPlural.size())).empty();
}

ArabicFront ArabicFronts::front(std::string_view key) {
  const auto [entry, is_new] = fronts_.try_emplace(std::string(key));
  if (!is_new) return entry->second;
  ArabicFront& best = entry->second;
  // الصين and التهاب are known as they stand, and nothing is what would be left.
  const bool definite = key.starts_with(kArticle) && count_code_points(key) >= 2 + kLeastStem;
  const std::string_view bare = definite ? key.substr(kArticle.size()) : key;
  if (is_known(key) && (!definite || (!is_known(bare) && count_of(bare) == 0))) return best;
  const std::size_t whole = count_of(key);
  for (const Proclitics& stack : proclitic_stacks(key)) {
    if (stack.bytes == 0 || stack.future || stack.description.starts_with("أ")) continue;
    const std::string_view stem = key.substr(stack.bytes);
    if (count_code_points(stem) < kLeastStem) continue;
    // An article is hardly ever a part of the word; one letter is, unless the texts have the word
    // without it at least as often as with it.
    const std::size_t alone = count_of(stem) + with_article(stem);
    if (!stack.article && !is_known(stem) && (alone == 0 || alone < whole)) continue;
    const bool leaning = stack.description != "ال";
    if (!best.article || stack.article) best = {stack.bytes, stack.article, leaning};
    if (!stack.article && is_known(stem)) break;
  }
  return best;
}

std::string citation_form(std::string_view letters, const ArabicFront& front) {
  const std::string stem(letters.substr(front.bytes));
  return front.article ? "ال" + stem : stem;
}

}  // namespace mizan
