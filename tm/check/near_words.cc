#include "tm/check/near_words.h"

#include <algorithm>
#include <utility>

#include "tm/base/utf8.h"
#include "tm/check/edit_distance.h"

namespace mizan {
namespace {

// The word, and the word without each one of its letters; each once.
std::vector<std::string> rests(std::string_view word) {
  std::vector<std::string> all = {std::string(word)};
  for (std::size_t i = 0; i < word.size();) {
    const std::size_t size = code_point_at(word, i).size;
    all.push_back(std::string(word).erase(i, size));
    i += size;
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

}  // namespace

void NearWords::add(std::string_view word) {
  for (std::string& rest : rests(word)) by_rest_.emplace(std::move(rest), words_.size());
  words_.emplace_back(word);
}

std::vector<std::size_t> NearWords::one_edit_from(std::string_view word) const {
  std::vector<std::size_t> near;
  for (const std::string& rest : rests(word)) {
    const auto [begin, end] = by_rest_.equal_range(rest);
    for (auto found = begin; found != end; ++found) near.push_back(found->second);
  }
  std::sort(near.begin(), near.end());
  near.erase(std::unique(near.begin(), near.end()), near.end());
  std::erase_if(near, [&](std::size_t i) { return word_edits(words_[i], word) != 1; });
  return near;
}

}  // namespace mizan
