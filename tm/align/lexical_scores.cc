#include "tm/align/lexical_scores.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <numeric>

namespace mizan {
namespace {

// Where the types of a run of sentences stand, of those sentences that a window holds; the window
// only moves forward.
class Nearby {
 public:
  explicit Nearby(const SentenceRun& run)
      : run_(run), fronts_(run.side->types.size() + 1), counts_(run.side->types.size()) {
    for (const std::vector<TypeId>& sentence : run.sentences) {
      for (const TypeId type : sentence) ++fronts_[type + 1];
    }
    std::partial_sum(fronts_.begin(), fronts_.end(), fronts_.begin());
    places_.resize(fronts_.back());
    std::vector<std::uint32_t> next = fronts_;
    for (std::size_t j = 0; j < run.sentences.size(); ++j) {
      for (const TypeId type : run.sentences[j]) {
        places_[next[type]++] = static_cast<std::uint32_t>(j);
      }
    }
  }

  void move_to(std::size_t first, std::size_t last) {
    for (; last_ < last; ++last_) {
      for (const TypeId type : run_.sentences[last_]) ++counts_[type];
    }
    for (; first_ < first; ++first_) {
      for (const TypeId type : run_.sentences[first_]) {
        --counts_[type];
        ++fronts_[type];
      }
    }
  }

  bool has(TypeId type) const { return counts_[type] != 0; }
  // Ascending sentence numbers, once per token.
  std::span<const std::uint32_t> places(TypeId type) const {
    return {&places_[fronts_[type]], counts_[type]};
  }

 private:
  const SentenceRun& run_;
  std::size_t first_ = 0;
  std::size_t last_ = 0;
  std::vector<std::uint32_t> fronts_;  // of each type's places, the first in the window
  std::vector<std::uint32_t> counts_;  // of its places in the window
  std::vector<std::uint32_t> places_;
};

// A target type that source sentences may explain: p(t|s) summed over their tokens, over e u(t),
// and where it stands.
struct Explained {
  TypeId type = 0;
  float odds = 0;
  std::span<const std::uint32_t> places;
};

// The target types that single source sentences explain, each sentence looked at once, in order.
class SentenceOdds {
 public:
  SentenceOdds(const SentenceRun& source, const SentenceRun& target,
               const std::vector<std::vector<Translation>>& rows, double epsilon)
      : source_(source),
        target_(target),
        rows_(rows),
        epsilon_(epsilon),
        nearby_(target),
        known_(target.side->types.size(), kNew) {}

  // What source sentence `i` explains of the target sentences [first, last).
  void find(std::size_t i, std::size_t first, std::size_t last, std::vector<Explained>& found) {
    nearby_.move_to(first, last);
    found.clear();
    for (const TypeId s : source_.sentences[i]) {
      for (const Translation& t : rows_[s]) {
        if (!nearby_.has(t.type)) continue;
        std::uint32_t& place = known_[t.type];
        if (place == kNew) {
          place = static_cast<std::uint32_t>(found.size());
          found.push_back({t.type, 0, nearby_.places(t.type)});
        }
        found[place].odds += t.probability;
      }
    }
    for (Explained& type : found) {
      type.odds /= static_cast<float>(epsilon_ * target_.side->unigram(type.type));
      known_[type.type] = kNew;
    }
  }

 private:
  static constexpr std::uint32_t kNew = ~std::uint32_t{0};

  const SentenceRun& source_;
  const SentenceRun& target_;
  const std::vector<std::vector<Translation>>& rows_;
  double epsilon_;
  Nearby nearby_;
  std::vector<std::uint32_t> known_;  // place in `found`
};

// log(1 + x) for x >= 0, to about 1e-4: the sums have thousands of terms, and no more is known.
// The logarithm of a float is its exponent and a polynomial of its mantissa (least squares at
// Chebyshev nodes on [1, 2)).
float fast_log1p(float x) {
  const std::uint32_t bits = std::bit_cast<std::uint32_t>(1.0F + x);
  const auto exponent = static_cast<float>(static_cast<int>(bits >> 23) - 127);
  const float m = std::bit_cast<float>((bits & 0x007FFFFFU) | 0x3F800000U);
  const float log2_m =
      -2.5056146F + m * (4.0496168F + m * (-2.0994021F + m * (0.6355111F + m * -0.0800109F)));
  return 0.69314718F * (exponent + log2_m);
}

}  // namespace

DirectedScores::DirectedScores(const SentenceRun& source, const SentenceRun& target,
                               const std::vector<std::vector<Translation>>& rows, const Band& band,
                               std::size_t max_block, double epsilon)
    : max_block_(max_block), blocks_(source.sentences.size() * max_block) {
  const std::size_t size = source.sentences.size();
  SentenceOdds odds(source, target, rows, epsilon);
  std::vector<float> unmatched;  // of each target sentence
  for (const std::vector<TypeId>& sentence : target.sentences) {
    unmatched.push_back(
        static_cast<float>(std::log(epsilon) * static_cast<double>(sentence.size())));
  }
  constexpr std::uint32_t kNew = ~std::uint32_t{0};
  std::vector<std::uint32_t> known(target.side->types.size(), kNew);  // place in `explained`
  std::vector<std::vector<Explained>> sentences(max_block);           // the last few, i % max_block
  std::size_t found = 0;
  std::vector<Explained> explained;
  std::vector<float> gains;
  std::vector<float> scores;
  for (std::size_t i = 0; i < size; ++i) {
    for (; found < std::min(size, i + max_block); ++found) {
      odds.find(found, band.rows[found - std::min(found, max_block - 1)].first,
                band.rows[std::min(size, found + max_block)].last, sentences[found % max_block]);
    }
    double words = 0;
    const std::size_t first = band.rows[i].first;
    for (std::size_t m = 1; m <= max_block && i + m <= size; ++m) {
      for (const Explained& type : sentences[(i + m - 1) % max_block]) {
        std::uint32_t& place = known[type.type];
        if (place != kNew) {
          explained[place].odds += type.odds;
          continue;
        }
        place = static_cast<std::uint32_t>(explained.size());
        explained.push_back(type);
        auto& places = explained.back().places;
        while (!places.empty() && places.front() < first) places = places.subspan(1);
      }
      words += static_cast<double>(source.sentences[i + m - 1].size());
      const std::size_t last = band.rows[i + m].last;
      scores.assign(unmatched.begin() + static_cast<std::ptrdiff_t>(first),
                    unmatched.begin() + static_cast<std::ptrdiff_t>(last));
      const auto share = static_cast<float>((1 - epsilon) / (words + 1));
      gains.resize(explained.size());
      for (std::size_t k = 0; k < gains.size(); ++k) {
        gains[k] = fast_log1p(share * explained[k].odds);
      }
      for (std::size_t k = 0; k < gains.size(); ++k) {
        for (const std::uint32_t place : explained[k].places) {
          if (place >= last) break;
          scores[place - first] += gains[k];
        }
      }
      Block& block = blocks_[i * max_block + m - 1];
      block.start = sums_.size();
      block.first = first;
      double sum = 0;
      sums_.push_back(0);
      for (const float score : scores) {
        sum += score;
        sums_.push_back(static_cast<float>(sum));
      }
    }
    for (const Explained& type : explained) known[type.type] = kNew;
    explained.clear();
  }
}

UnmatchedCount count_unmatched(const TextSide& source, const TextSide& target,
                               const std::vector<std::vector<Translation>>& rows,
                               std::span<const TokenBlock> blocks, double epsilon) {
  UnmatchedCount count;
  std::vector<double> mass(target.types.size(), 0.0);
  std::vector<TypeId> touched;
  for (const TokenBlock& block : blocks) {
    double words = 0;
    for (std::size_t i = block.source.begin; i < block.source.end; ++i) {
      for (const TypeId s : source.sentences[i]) {
        for (const Translation& t : rows[s]) {
          if (mass[t.type] == 0) touched.push_back(t.type);
          mass[t.type] += t.probability;
        }
      }
      words += static_cast<double>(source.sentences[i].size());
    }
    const double share = (1 - epsilon) / (words + 1);
    for (std::size_t j = block.target.begin; j < block.target.end; ++j) {
      for (const TypeId t : target.sentences[j]) {
        const double own = epsilon * target.unigram(t);
        count.unmatched += block.weight * own / (own + share * mass[t]);
        count.tokens += block.weight;
      }
    }
    for (const TypeId t : touched) mass[t] = 0;
    touched.clear();
  }
  return count;
}

}  // namespace mizan
