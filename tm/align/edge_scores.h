// Whether two sentences begin alike, and end alike: model 1 knows no order, but translators keep
// what stands at the ends of a passage there, and neighbours that share their vocabulary differ by
// it.
#pragma once

#include <cstddef>
#include <vector>

#include "tm/align/band.h"
#include "tm/align/lexical_scores.h"
#include "tm/align/translation_table.h"

namespace mizan {

class EdgeScores {
 public:
  // Compares the first and last `edge_words` words; `rows[s]` lists p(t|s).
  EdgeScores(const SentenceRun& source, const SentenceRun& target,
             const std::vector<std::vector<Translation>>& rows, const Band& band,
             std::size_t edge_words, double epsilon);

  // What the words at the edges gain from each other, in nats, 0 or more; of sentences inside the
  // band.
  double begin(std::size_t i, std::size_t j) const { return begins_[place(i, j)]; }
  double end(std::size_t i, std::size_t j) const { return ends_[place(i, j)]; }

 private:
  std::size_t place(std::size_t i, std::size_t j) const { return starts_[i] + j - firsts_[i]; }

  std::vector<std::size_t> starts_;  // of each source sentence in the tables
  std::vector<std::size_t> firsts_;  // its first target sentence
  std::vector<float> begins_;
  std::vector<float> ends_;
};

}  // namespace mizan
