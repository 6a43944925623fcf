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

// A target type that source sentences may explain: p(t|s) summed over their tokens, over e u(t),
// and where it stands.
struct Explained {
  TypeId type = 0;
  float odds = 0;
  std::span<const std::uint32_t> places;
};

// The target types that single source sentences explain, each sentence looked at once.
class SentenceOdds {
 public:
  SentenceOdds(const SentenceRun& source, const SentenceRun& target,
               const std::vector<std::vector<Translation>>& rows, double epsilon)
      : source_(source),
        rows_(rows),
        postings_(target),
        own_(target.side->types.size(), 0),
        known_(target.side->types.size(), kNew) {
    for (const std::vector<TypeId>& sentence : target.sentences) {
      for (const TypeId type : sentence) {
        if (own_[type] == 0) own_[type] = static_cast<float>(epsilon * target.side->unigram(type));
      }
    }
  }

  // What source sentence `i` explains of the target sentences [first, last).
  void find(std::size_t i, std::size_t first, std::size_t last, std::vector<Explained>& found) {
    found.clear();
    touched_.clear();
    for (const TypeId s : source_.sentences[i]) {
      for (const Translation& t : rows_[s]) {
        if (own_[t.type] == 0) continue;  // stands nowhere in the run
        std::uint32_t& place = known_[t.type];
        if (place == kNew) {
          touched_.push_back(t.type);
          const auto places = postings_.within(t.type, first, last);
          place = places.empty() ? kAbsent : static_cast<std::uint32_t>(found.size());
          if (!places.empty()) found.push_back({t.type, 0, places});
        }
        if (place != kAbsent) found[place].odds += t.probability;
      }
    }
    for (Explained& type : found) type.odds /= own_[type.type];
    for (const TypeId type : touched_) known_[type] = kNew;
  }

 private:
  static constexpr std::uint32_t kNew = ~std::uint32_t{0};
  static constexpr std::uint32_t kAbsent = kNew - 1;  // not among the sentences asked for

  const SentenceRun& source_;
  const std::vector<std::vector<Translation>>& rows_;
  Postings postings_;
  std::vector<float> own_;            // e u(t); 0 of types that the run does not hold
  std::vector<std::uint32_t> known_;  // place in `found`
  std::vector<TypeId> touched_;
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
