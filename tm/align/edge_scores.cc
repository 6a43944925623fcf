#include "tm/align/edge_scores.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace mizan {
namespace {

// The words of a sentence without the phrases that were added behind them.
std::span<const TypeId> words_of(const SentenceRun& run, std::size_t i) {
  const std::vector<TypeId>& sentence = run.sentences[i];
  const auto phrases =
      std::ranges::find_if(sentence, [&](TypeId type) { return run.side->types[type].phrase; });
  return {sentence.begin(), phrases};
}

// What the target words gain from a set of source words, one set at a time.
class Gain {
 public:
  Gain(const SentenceRun& target, const std::vector<std::vector<Translation>>& rows, double epsilon)
      : target_(target), rows_(rows), epsilon_(epsilon), mass_(target.side->types.size()) {}

  void set_source(std::span<const TypeId> words) {
    for (const TypeId type : touched_) mass_[type] = 0;
    touched_.clear();
    for (const TypeId s : words) {
      for (const Translation& t : rows_[s]) {
        if (mass_[t.type] == 0) touched_.push_back(t.type);
        mass_[t.type] += t.probability;
      }
    }
    share_ = (1 - epsilon_) / static_cast<double>(words.size() + 1);
  }

  double of(std::span<const TypeId> words) const {
    double sum = 0;
    for (const TypeId t : words) {
      if (mass_[t] == 0) continue;
      sum += std::log1p(share_ * mass_[t] / (epsilon_ * target_.side->unigram(t)));
    }
    return sum;
  }

 private:
  const SentenceRun& target_;
  const std::vector<std::vector<Translation>>& rows_;
  double epsilon_;
  double share_ = 0;
  std::vector<double> mass_;
  std::vector<TypeId> touched_;
};

}  // namespace

EdgeScores::EdgeScores(const SentenceRun& source, const SentenceRun& target,
                       const std::vector<std::vector<Translation>>& rows, const Band& band,
                       std::size_t edge_words, double epsilon) {
  const auto head = [&](std::span<const TypeId> words) {
    return words.first(std::min(edge_words, words.size()));
  };
  const auto tail = [&](std::span<const TypeId> words) {
    return words.last(std::min(edge_words, words.size()));
  };
  Gain gain(target, rows, epsilon);
  for (std::size_t i = 0; i < source.sentences.size(); ++i) {
    const std::size_t first = band.rows[i].first;
    const std::size_t last = band.rows[i + 1].last;
    starts_.push_back(begins_.size());
    firsts_.push_back(first);
    const std::span<const TypeId> words = words_of(source, i);
    gain.set_source(head(words));
    for (std::size_t j = first; j < last; ++j) {
      begins_.push_back(static_cast<float>(gain.of(head(words_of(target, j)))));
    }
    gain.set_source(tail(words));
    for (std::size_t j = first; j < last; ++j) {
      ends_.push_back(static_cast<float>(gain.of(tail(words_of(target, j)))));
    }
  }
}

}  // namespace mizan
