#include "tm/project/word_linker.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include "tm/align/band.h"
#include "tm/align/model1.h"
#include "tm/align/type_similarities.h"

namespace mizan {
namespace {

// A few units are a sample of a language, not a text of their own: a word that is one of ten there
// is no frequent word. Model 1 takes unigrams over at least so many tokens.
constexpr std::size_t kLeastTokens = 50'000;

// Fainter links say nothing of a pair. This number and those of the lexicon that is learned
// (lexicon_learning.cc) were chosen by hand among a few, on documents with gold (news, law,
// literature, the authored ones), each aligned with what others teach, for lexicons of every size:
// bolder ones gain where no lexicon is and lose where there is a good one.
constexpr double kLeastLink = 0.1;

// Sentence i of one side with sentence i of the other alone.
Band diagonal(std::size_t sentences) {
  Band band;
  for (std::size_t i = 0; i <= sentences; ++i) band.rows.push_back({i, i});
  return band;
}

// What share of each `to` token each `from` token explains.
std::vector<double> shares(const std::vector<TypeId>& from, const std::vector<TypeId>& to,
                           const std::vector<std::vector<Translation>>& table,
                           const TextSide& to_side) {
  std::vector<double> result(from.size() * to.size());
  std::vector<double> sums;
  for (const TypeId t : to) sums.push_back(to_side.unigram(t));
  for (std::size_t s = 0; s < from.size(); ++s) {
    for (const Translation& translation : table[from[s]]) {
      for (std::size_t t = 0; t < to.size(); ++t) {
        if (to[t] != translation.type) continue;
        result[s * to.size() + t] = translation.probability;
        sums[t] += translation.probability;
      }
    }
  }
  for (std::size_t s = 0; s < from.size(); ++s) {
    for (std::size_t t = 0; t < to.size(); ++t) result[s * to.size() + t] /= sums[t];
  }
  return result;
}

}  // namespace

WordLinker::WordLinker(TextSide arabic, TextSide english, const LexiconIndex& lexicon)
    : arabic_(std::move(arabic)), english_(std::move(english)) {
  arabic_.tokens = std::max(arabic_.tokens, kLeastTokens);
  english_.tokens = std::max(english_.tokens, kLeastTokens);
  const AlignmentParameters parameters;
  TypeSimilarities similarities(arabic_, english_, lexicon, parameters);
  similarities.add_names(diagonal(arabic_.sentences.size()));
  std::vector<TrainingBead> beads;
  for (std::size_t i = 0; i < arabic_.sentences.size(); ++i) {
    beads.push_back(
        {std::span(arabic_.sentences).subspan(i, 1), std::span(english_.sentences).subspan(i, 1)});
  }
  table_ = train_model1(arabic_, english_, beads, similarities.table(), parameters);
}

std::vector<TokenLink> WordLinker::links(std::size_t sentence) const {
  const std::vector<TypeId>& arabic = arabic_.sentences[sentence];
  const std::vector<TypeId>& english = english_.sentences[sentence];
  const std::vector<double> f = shares(arabic, english, table_.to_english, english_);
  const std::vector<double> g = shares(english, arabic, table_.to_arabic, arabic_);
  std::vector<TokenLink> links;
  for (std::size_t a = 0; a < arabic.size(); ++a) {
    for (std::size_t e = 0; e < english.size(); ++e) {
      const double share = std::sqrt(f[a * english.size() + e] * g[e * arabic.size() + a]);
      if (share >= kLeastLink) links.push_back({a, e, share});
    }
  }
  return links;
}

}  // namespace mizan
