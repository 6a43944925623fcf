#include "tests/reference/memory_scan.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <thread>

#include "tm/memory/similarity.h"

namespace mizan::reference {
namespace {

// The edit distance of keys alone, where every cost is a whole one, bit by bit (Myers 1999 as Hyyrö
// 2003 has it): never above the distance of the tokens, and a few nanoseconds.
class KeyDistance {
 public:
  // Knows queries of at most 64 tokens; of others it says 0.
  KeyDistance(std::span<const std::uint32_t> query, std::size_t keys)
      : tokens_(query.size()), places_(keys) {
    for (std::size_t i = 0; i < std::min<std::size_t>(tokens_, 64); ++i) {
      places_[query[i]] |= std::uint64_t{1} << i;
    }
  }

  int operator()(std::span<const std::uint32_t> unit) const {
    if (tokens_ > 64 || tokens_ == 0) return 0;
    const std::uint64_t last = std::uint64_t{1} << (tokens_ - 1);
    std::uint64_t up = ~std::uint64_t{0};
    std::uint64_t down = 0;
    auto distance = static_cast<int>(tokens_);
    for (const std::uint32_t key : unit) {
      const std::uint64_t equal = places_[key];
      const std::uint64_t diagonal = equal | down;
      const std::uint64_t across = (((equal & up) + up) ^ up) | equal;
      std::uint64_t more = down | ~(across | up);
      std::uint64_t less = up & across;
      if ((more & last) != 0) ++distance;
      if ((less & last) != 0) --distance;
      more = more << 1 | 1;
      less <<= 1;
      up = less | ~(diagonal | more);
      down = more & diagonal;
    }
    return distance;
  }

 private:
  std::size_t tokens_;
  std::vector<std::uint64_t> places_;  // for each key: its tokens in the query
};

}  // namespace

MemoryScan::MemoryScan(const TranslationMemory& memory, Language side) {
  memory.for_each({}, [&](const TranslationUnit& unit) {
    texts_.push_back(unit.text(side));
    begins_.push_back(keys_.size());
    for (const TokenKey& token : token_keys(texts_.back())) {
      folded_.push_back(number(numbers_, token.folded));
      keys_.push_back(number(numbers_, token.key));
    }
  });
  begins_.push_back(keys_.size());
}

double MemoryScan::best_score(std::string_view text, double least) const {
  const ComparedText query = prepare_comparison(text);
  // Words that no unit has get numbers that no unit's words have.
  Numbers unknown;
  const auto number_of = [&](const std::string& word) {
    const auto known = numbers_.find(word);
    if (known != numbers_.end()) return known->second;
    return static_cast<std::uint32_t>(numbers_.size()) + number(unknown, word);
  };
  const std::size_t n = query.tokens.size();
  std::vector<std::uint32_t> folded;
  std::vector<std::uint32_t> keys;
  for (const ComparedToken& token : query.tokens) {
    folded.push_back(number_of(token.folded));
    keys.push_back(number_of(token.key));
  }
  const KeyDistance key_distance(keys, numbers_.size() + unknown.size());
  double best = 0;
  for (std::size_t u = 0; u < texts_.size(); ++u) {
    const std::size_t begin = begins_[u];
    const std::size_t m = begins_[u + 1] - begin;
    const std::size_t longer = std::max(n, m);
    const int limit = static_cast<int>(std::floor(
        (1.0 - std::max(best, least)) * static_cast<double>(longer) * kWholeCost + 1e-9));
    if ((longer - std::min(n, m)) * kWholeCost > static_cast<std::size_t>(limit)) continue;
    if (key_distance(std::span(keys_).subspan(begin, m)) * kWholeCost > limit) continue;
    const int distance = token_distance(n, m, limit, [&](std::size_t i, std::size_t j) {
      if (folded[i] == folded_[begin + j]) return 0;
      return keys[i] == keys_[begin + j] ? 1 : kWholeCost;
    });
    if (distance > limit) continue;
    const double score = similarity(query, prepare_comparison(texts_[u]));
    if (score + 1e-9 >= least) best = std::max(best, score);
  }
  return best;
}

std::vector<double> MemoryScan::best_scores(const std::vector<std::string>& texts,
                                            double least) const {
  std::vector<double> scores(texts.size());
  const auto every_other = [&](std::size_t first) {
    for (std::size_t i = first; i < texts.size(); i += 2) scores[i] = best_score(texts[i], least);
  };
  std::thread other(every_other, 1);
  every_other(0);
  other.join();
  return scores;
}

}  // namespace mizan::reference
