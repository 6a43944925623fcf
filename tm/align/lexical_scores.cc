#include "tm/align/lexical_scores.h"

#include <algorithm>
#include <cmath>

namespace mizan {
namespace {

// The sentences that hold each type, ascending, once per token.
std::vector<std::vector<std::uint32_t>> occurrences(const TextSide& side) {
  std::vector<std::vector<std::uint32_t>> places(side.types.size());
  for (std::size_t j = 0; j < side.sentences.size(); ++j) {
    for (const TypeId type : side.sentences[j]) {
      places[type].push_back(static_cast<std::uint32_t>(j));
    }
  }
  return places;
}

}  // namespace

DirectedScores::DirectedScores(const TextSide& source, const TextSide& target,
                               const std::vector<std::vector<Translation>>& rows, const Band& band,
                               std::size_t max_block, const AlignmentParameters& parameters)
    : max_block_(max_block), blocks_(source.sentences.size() * max_block) {
  const auto places = occurrences(target);
  const double epsilon = parameters.epsilon;
  const double unmatched = std::log(epsilon);
  std::vector<double> mass(target.types.size(), 0.0);  // sum over s of p(t|s), of one block
  std::vector<TypeId> touched;
  std::vector<double> sentence_scores;
  const std::size_t size = source.sentences.size();
  for (std::size_t i = 0; i < size; ++i) {
    double words = 0;
    for (std::size_t m = 1; m <= max_block && i + m <= size; ++m) {
      for (const TypeId s : source.sentences[i + m - 1]) {
        for (const Translation& t : rows[s]) {
          if (mass[t.type] == 0) touched.push_back(t.type);
          mass[t.type] += t.probability;
        }
      }
      words += static_cast<double>(source.sentences[i + m - 1].size());
      const std::size_t first = band.rows[i].first;
      const std::size_t last = band.rows[i + m].last;
      sentence_scores.assign(last - first, 0.0);
      for (std::size_t j = first; j < last; ++j) {
        sentence_scores[j - first] = unmatched * static_cast<double>(target.sentences[j].size());
      }
      const double share = (1 - epsilon) / (words + 1);
      for (const TypeId t : touched) {
        const double gain = std::log1p(share * mass[t] / (epsilon * target.unigram(t)));
        const auto& list = places[t];
        for (auto place = std::ranges::lower_bound(list, first);
             place != list.end() && *place < last; ++place) {
          sentence_scores[*place - first] += gain;
        }
      }
      Block& block = blocks_[i * max_block + m - 1];
      block.start = sums_.size();
      block.first = first;
      double sum = 0;
      sums_.push_back(0);
      for (const double score : sentence_scores) {
        sum += score;
        sums_.push_back(static_cast<float>(sum));
      }
    }
    for (const TypeId t : touched) mass[t] = 0;
    touched.clear();
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
