#include "tm/align/aligner.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "tm/align/lexical_scores.h"
#include "tm/align/search.h"
#include "tm/align/vocabulary.h"

namespace mizan {
namespace {

constexpr std::size_t kMaxBlock = 8;

std::vector<double> prefix_sums(const std::vector<double>& values) {
  std::vector<double> sums(values.size() + 1, 0.0);
  std::partial_sum(values.begin(), values.end(), sums.begin() + 1);
  return sums;
}

// The lexical model in both directions and Gale and Church's length model.
class ModelScorer : public BeadScorer {
 public:
  ModelScorer(const TextSide& arabic, const TextSide& english, const TranslationTable& table,
              const Band& band, const AlignmentParameters& parameters)
      : parameters_(parameters),
        arabic_words_(arabic.sentences),
        english_words_(english.sentences),
        to_english_(arabic, english, table.to_english, band, kMaxBlock, parameters),
        to_arabic_(english, arabic, table.to_arabic, band.transposed(), kMaxBlock, parameters),
        arabic_lengths_(prefix_sums(arabic.lengths)),
        english_lengths_(prefix_sums(english.lengths)),
        ratio_(english_lengths_.back() / std::max(1.0, arabic_lengths_.back())) {}

  double score(std::size_t i, std::size_t m, std::size_t j, std::size_t n) const override {
    if (m == 0) return omitted(english_words_, j);
    if (n == 0) return omitted(arabic_words_, i);
    const double lexical = 0.5 * (to_english_.ratio(i, m, j, n) + to_arabic_.ratio(j, n, i, m));
    return lexical + parameters_.length_weight * length(i, m, j, n);
  }

 private:
  double omitted(const std::vector<std::vector<TypeId>>& sentences, std::size_t at) const {
    return parameters_.omission_word * static_cast<double>(sentences[at].size());
  }

  double length(std::size_t i, std::size_t m, std::size_t j, std::size_t n) const {
    const double expected = (arabic_lengths_[i + m] - arabic_lengths_[i]) * ratio_;
    const double found = english_lengths_[j + n] - english_lengths_[j];
    const double mean = std::max(1.0, 0.5 * (expected + found));
    const double delta = (found - expected) / std::sqrt(mean * parameters_.length_variance);
    return std::log(std::max(1e-12, std::erfc(std::abs(delta) / std::sqrt(2.0))));
  }

  const AlignmentParameters& parameters_;
  const std::vector<std::vector<TypeId>>& arabic_words_;
  const std::vector<std::vector<TypeId>>& english_words_;
  DirectedScores to_english_;
  DirectedScores to_arabic_;
  std::vector<double> arabic_lengths_;
  std::vector<double> english_lengths_;
  double ratio_;  // English characters per Arabic character, of these texts
};

std::vector<TrainingBead> training_beads(const TextSide& arabic, const TextSide& english,
                                         const Alignment& alignment) {
  std::vector<TrainingBead> beads;
  for (const Bead& bead : alignment.beads) {
    if (bead.one_sided()) continue;
    beads.push_back({std::span(arabic.sentences).subspan(bead.source.begin, bead.source.size()),
                     std::span(english.sentences).subspan(bead.target.begin, bead.target.size()),
                     bead.confidence});
  }
  return beads;
}

// Epsilon of this text: what the beads say, with the value so far as a prior.
double estimate_epsilon(const TextSide& arabic, const TextSide& english,
                        const TranslationTable& table, const Alignment& alignment,
                        const AlignmentParameters& initial, double current) {
  std::vector<TokenBlock> forward;
  std::vector<TokenBlock> backward;
  for (const Bead& bead : alignment.beads) {
    if (bead.one_sided()) continue;
    forward.push_back({bead.source, bead.target, bead.confidence});
    backward.push_back({bead.target, bead.source, bead.confidence});
  }
  const UnmatchedCount there = count_unmatched(arabic, english, table.to_english, forward, current);
  const UnmatchedCount back = count_unmatched(english, arabic, table.to_arabic, backward, current);
  return (there.unmatched + back.unmatched + initial.epsilon_strength * initial.epsilon) /
         (there.tokens + back.tokens + initial.epsilon_strength);
}

// The priors of this text: the shapes of its beads, with the initial priors as pseudo-counts.
std::vector<BeadShape> estimate_shapes(const Alignment& alignment,
                                       const AlignmentParameters& initial) {
  std::vector<BeadShape> shapes = bead_shapes(initial);
  double total = 0;
  for (const BeadShape& shape : shapes) total += std::exp(shape.log_prior);
  std::vector<double> counts;
  for (const BeadShape& shape : shapes) {
    counts.push_back(initial.prior_strength * std::exp(shape.log_prior) / total);
  }
  for (const Bead& bead : alignment.beads) {
    for (std::size_t k = 0; k < shapes.size(); ++k) {
      if (shapes[k].source == bead.source.size() && shapes[k].target == bead.target.size()) {
        counts[k] += bead.confidence;
      }
    }
  }
  for (std::size_t k = 0; k < shapes.size(); ++k) {
    shapes[k].log_prior = std::log(counts[k] / counts[0]);
  }
  return shapes;
}

Alignment align_arabic(std::span<const Segment> arabic_text, std::span<const Segment> english_text,
                       const LexiconIndex& lexicon, const AlignmentParameters& initial) {
  TextSide arabic = index_text(arabic_text, Language::kArabic);
  const TextSide english = index_text(english_text, Language::kEnglish);
  add_phrases(arabic, lexicon);
  const TranslationTable lexical = lexical_table(arabic, english, lexicon, initial);
  const Band band = Band::full(arabic_text.size(), english_text.size());
  AlignmentParameters parameters = initial;
  std::vector<BeadShape> shapes = bead_shapes(initial);
  TranslationTable table = lexical;
  Alignment alignment;
  for (int pass = 0;; ++pass) {
    alignment = search(band, shapes, ModelScorer(arabic, english, table, band, parameters),
                       parameters.temperature);
    if (pass == initial.training_passes) return alignment;
    parameters.epsilon =
        estimate_epsilon(arabic, english, table, alignment, initial, parameters.epsilon);
    shapes = estimate_shapes(alignment, initial);
    table = train_model1(arabic, english, training_beads(arabic, english, alignment), lexical,
                         initial);
  }
}

}  // namespace

Alignment align(std::span<const Segment> source, std::span<const Segment> target,
                Language source_language, const LexiconIndex& lexicon,
                const AlignmentOptions& options) {
  if (source_language == Language::kArabic) {
    return align_arabic(source, target, lexicon, options.parameters);
  }
  Alignment alignment = align_arabic(target, source, lexicon, options.parameters);
  for (Bead& bead : alignment.beads) std::swap(bead.source, bead.target);
  return alignment;
}

}  // namespace mizan
