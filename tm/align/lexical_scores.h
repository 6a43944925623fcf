// How well blocks of sentences explain each other's words (Moore 2002, with a translation table as
// the lexical model), for every block inside a band, in constant time per question.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "tm/align/band.h"
#include "tm/align/translation_table.h"
#include "tm/align/vocabulary.h"

namespace mizan {

// Consecutive sentences of one side, with the text whose types they use.
struct SentenceRun {
  const TextSide* side = nullptr;
  std::span<const std::vector<TypeId>> sentences;
};

// One direction: the log-likelihood ratio of target sentences given a block of source sentences,
//   sum over tokens t of log(((1-e)/(|S|+1)) sum over s of p(t|s) + e u(t)) - log u(t).
class DirectedScores {
 public:
  // `rows[s]` lists p(t|s). Blocks hold up to `max_block` source sentences; `band` counts the
  // sentences of the two runs.
  DirectedScores(const SentenceRun& source, const SentenceRun& target,
                 const std::vector<std::vector<Translation>>& rows, const Band& band,
                 std::size_t max_block, double epsilon);

  // Target sentences [begin, begin + count) given source sentences [i, i + m).
  double ratio(std::size_t i, std::size_t m, std::size_t begin, std::size_t count) const {
    const Block& block = blocks_[i * max_block_ + m - 1];
    const float* sums = &sums_[block.start];
    return sums[begin + count - block.first] - sums[begin - block.first];
  }

 private:
  struct Block {
    std::size_t start = 0;  // into sums_
    std::size_t first = 0;  // first target boundary of the block
  };
  std::size_t max_block_;
  std::vector<Block> blocks_;
  std::vector<float> sums_;  // prefix sums over target sentences
};

// A bead of one direction, with the weight it deserves.
struct TokenBlock {
  SegmentRange source;
  SegmentRange target;
  double weight = 1;
};

// How many target tokens of the blocks the unigram model explains, rather than the translation
// table: the expectation that epsilon is estimated from.
struct UnmatchedCount {
  double unmatched = 0;
  double tokens = 0;
};
UnmatchedCount count_unmatched(const TextSide& source, const TextSide& target,
                               const std::vector<std::vector<Translation>>& rows,
                               std::span<const TokenBlock> blocks, double epsilon);

}  // namespace mizan
