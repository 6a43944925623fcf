#include "tm/align/lexical_scores.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>

namespace mizan {
namespace {

// Where each type stands in a run of sentences: ascending sentence numbers, once per token.
class Postings {
 public:
  explicit Postings(const SentenceRun& run) : starts_(run.side->types.size() + 1) {
    for (const std::vector<TypeId>& sentence : run.sentences) {
      for (const TypeId type : sentence) ++starts_[type + 1];
    }
    for (std::size_t type = 1; type < starts_.size(); ++type) starts_[type] += starts_[type - 1];
    places_.resize(starts_.back());
    std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
    for (std::size_t j = 0; j < run.sentences.size(); ++j) {
      for (const TypeId type : run.sentences[j]) {
        places_[next[type]++] = static_cast<std::uint32_t>(j);
      }
    }
  }

  // The places of `type` from sentence `first` on, up to before `last`.
  std::span<const std::uint32_t> within(TypeId type, std::size_t first, std::size_t last) const {
    const auto all = std::span(places_).subspan(starts_[type], starts_[type + 1] - starts_[type]);
    const auto begin = std::ranges::lower_bound(all, first);
    const auto end = std::lower_bound(begin, all.end(), last);
    return {begin, end};
  }

 private:
  std::vector<std::uint32_t> starts_;
  std::vector<std::uint32_t> places_;
};

// A target type that a block of source sentences may explain.
struct Explained {
  float own = 0;   // e u(t)
  float mass = 0;  // sum over s of p(t|s)
  std::span<const std::uint32_t> places;
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
  const Postings postings(target);
  const auto unmatched = static_cast<float>(std::log(epsilon));
  std::vector<float> own;  // e u(t) of each type
  for (TypeId type = 0; type < target.side->types.size(); ++type) {
    own.push_back(static_cast<float>(epsilon * target.side->unigram(type)));
  }
  constexpr std::uint32_t kNew = ~std::uint32_t{0};
  constexpr std::uint32_t kAbsent = kNew - 1;  // does not stand in the band: explained by no one
  std::vector<std::uint32_t> known(target.side->types.size(), kNew);  // place in `explained`
  std::vector<TypeId> touched;
  std::vector<Explained> explained;
  std::vector<float> scores;
  const std::size_t size = source.sentences.size();
  for (std::size_t i = 0; i < size; ++i) {
    double words = 0;
    const std::size_t first = band.rows[i].first;
    const std::size_t reach = band.rows[std::min(size, i + max_block)].last;
    for (std::size_t m = 1; m <= max_block && i + m <= size; ++m) {
      for (const TypeId s : source.sentences[i + m - 1]) {
        for (const Translation& t : rows[s]) {
          std::uint32_t& place = known[t.type];
          if (place == kNew) {
            touched.push_back(t.type);
            const auto places = postings.within(t.type, first, reach);
            place = places.empty() ? kAbsent : static_cast<std::uint32_t>(explained.size());
            if (!places.empty()) explained.push_back({own[t.type], 0, places});
          }
          if (place != kAbsent) explained[place].mass += t.probability;
        }
      }
      words += static_cast<double>(source.sentences[i + m - 1].size());
      const std::size_t last = band.rows[i + m].last;
      scores.clear();
      for (std::size_t j = first; j < last; ++j) {
        scores.push_back(unmatched * static_cast<float>(target.sentences[j].size()));
      }
      const auto share = static_cast<float>((1 - epsilon) / (words + 1));
      for (const Explained& type : explained) {
        const float gain = fast_log1p(share * type.mass / type.own);
        for (const std::uint32_t place : type.places) {
          if (place >= last) break;
          scores[place - first] += gain;
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
    for (const TypeId type : touched) known[type] = kNew;
    touched.clear();
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
