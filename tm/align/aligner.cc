#include "tm/align/aligner.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>
#include <utility>

#include "tm/align/anchors.h"
#include "tm/align/boundary_cues.h"
#include "tm/align/confidence.h"
#include "tm/align/edge_scores.h"
#include "tm/align/glued_words.h"
#include "tm/align/length_model.h"
#include "tm/align/lexical_scores.h"
#include "tm/align/model1.h"
#include "tm/align/phrases.h"
#include "tm/align/search.h"
#include "tm/align/translation_table.h"
#include "tm/align/type_similarities.h"
#include "tm/align/vocabulary.h"

namespace mizan {
namespace {

// A shape of bead less likely than this is not looked for in long texts: e^-11 of a 1:1.
constexpr double kHopeless = -11;

// The cheap search takes longer lists in steps of this many sentences.
constexpr std::size_t kCoarseSide = 3;

// How far, in English sentences, a pass on a long text may leave the path of the one before.
constexpr std::size_t kMargin = 5;

// The most sentences that a bead of these shapes has on one side.
std::size_t longest(const std::vector<BeadShape>& shapes) {
  std::size_t most = 1;
  for (const BeadShape& shape : shapes) most = std::max({most, shape.source, shape.target});
  return most;
}

// What the search needs to know of the two texts; the parts change from pass to pass.
struct Model {
  const TextSide& arabic;
  const TextSide& english;
  LengthModel lengths;
  BoundaryCues cues;
  const AlignmentParameters& parameters;
  std::vector<BeadShape> shapes;
  TranslationTable table;
  double epsilon;
};

// A part of the two texts, and what every scorer asks of it: words that are left out, words that
// explain each other, lengths.
struct ScoredPart {
  ScoredPart(const Model& of_texts, const Band& band, std::size_t arabic_begin,
             std::size_t english_begin, std::size_t longest_side)
      : model(of_texts),
        arabic_offset(arabic_begin),
        english_offset(english_begin),
        arabic{&model.arabic,
               std::span(model.arabic.sentences).subspan(arabic_begin, band.source_size())},
        english{&model.english,
                std::span(model.english.sentences).subspan(english_begin, band.target_size())},
        to_english(arabic, english, model.table.to_english, band, longest_side, model.epsilon),
        to_arabic(english, arabic, model.table.to_arabic, band.transposed(), longest_side,
                  model.epsilon) {}

  // The score of a sentence that stands alone: the `i`-th of one side.
  double omission(const SentenceRun& side, std::size_t i) const {
    return model.parameters.omission_word * static_cast<double>(side.sentences[i].size());
  }

  double both_ways(std::size_t i, std::size_t m, std::size_t j, std::size_t n) const {
    return 0.5 * (to_english.ratio(i, m, j, n) + to_arabic.ratio(j, n, i, m));
  }

  double length(std::size_t i, std::size_t m, std::size_t j, std::size_t n) const {
    return model.parameters.length_weight *
           model.lengths.log_probability(arabic_offset + i, m, english_offset + j, n);
  }

  const Model& model;
  std::size_t arabic_offset;
  std::size_t english_offset;
  SentenceRun arabic;
  SentenceRun english;
  DirectedScores to_english;
  DirectedScores to_arabic;
};

// The lexical model in both directions, the edges, the lengths and the cues of one part.
class ModelScorer : public BeadScorer {
 public:
  ModelScorer(const Model& model, const Band& band, std::size_t arabic_begin,
              std::size_t english_begin)
      : part_(model, band, arabic_begin, english_begin, longest(model.shapes)),
        edges_(part_.arabic, part_.english, model.table.to_english, band,
               static_cast<std::size_t>(model.parameters.edge_words), model.epsilon) {}

  double score(std::size_t i, std::size_t m, std::size_t j, std::size_t n) const override {
    if (m == 0) return part_.omission(part_.english, j);
    if (n == 0) return part_.omission(part_.arabic, i);
    const Model& model = part_.model;
    const double edges = edges_.begin(i, j) + edges_.end(i + m - 1, j + n - 1);
    return part_.both_ways(i, m, j, n) + model.parameters.edge_weight * edges +
           part_.length(i, m, j, n) +
           model.parameters.cue_weight *
               model.cues.log_ratio(part_.arabic_offset + i, m, part_.english_offset + j, n);
  }

 private:
  ScoredPart part_;
  EdgeScores edges_;
};

// What is cheap: only single sentences explain others, so a bead of several is judged in the one
// direction in which it can be, without edges and cues.
class CoarseScorer : public BeadScorer {
 public:
  CoarseScorer(const Model& model, const Band& band, std::size_t arabic_begin,
               std::size_t english_begin)
      : part_(model, band, arabic_begin, english_begin, 1) {}

  double score(std::size_t i, std::size_t m, std::size_t j, std::size_t n) const override {
    if (m == 0) return part_.omission(part_.english, j);
    if (n == 0) return part_.omission(part_.arabic, i);
    const double lexical = m == 1 && n == 1 ? part_.both_ways(i, 1, j, 1)
                           : m == 1         ? part_.to_english.ratio(i, 1, j, n)
                                            : part_.to_arabic.ratio(j, 1, i, m);
    return lexical + part_.length(i, m, j, n);
  }

 private:
  ScoredPart part_;
};

template <typename Scorer>
Alignment search_all(const Model& model, const std::vector<BeadShape>& shapes, const Band& band,
                     std::optional<double> temperature) {
  return search_by_windows(
      band, shapes,
      [&](const Band& part, std::size_t i, std::size_t j) {
        return std::make_unique<Scorer>(model, part, i, j);
      },
      temperature);
}

// The two-sided beads, each with its confidence as weight. Of a long text every n-th teaches
// enough, in bounded memory.
std::vector<TrainingBead> training_beads(const TextSide& arabic, const TextSide& english,
                                         const Alignment& alignment) {
  constexpr std::size_t kMost = 20'000;
  const std::size_t step = alignment.beads.size() / kMost + 1;
  std::vector<TrainingBead> beads;
  for (std::size_t k = 0; k < alignment.beads.size(); k += step) {
    const Bead& bead = alignment.beads[k];
    if (bead.one_sided()) continue;
    beads.push_back({std::span(arabic.sentences).subspan(bead.source.begin, bead.source.size()),
                     std::span(english.sentences).subspan(bead.target.begin, bead.target.size()),
                     bead.confidence});
  }
  return beads;
}

// Epsilon of this text: what the beads say, with the initial value as a prior.
double estimate_epsilon(const Model& model, const Alignment& alignment) {
  std::vector<TokenBlock> forward;
  std::vector<TokenBlock> backward;
  for (const Bead& bead : alignment.beads) {
    if (bead.one_sided()) continue;
    forward.push_back({bead.source, bead.target, bead.confidence});
    backward.push_back({bead.target, bead.source, bead.confidence});
  }
  const UnmatchedCount there =
      count_unmatched(model.arabic, model.english, model.table.to_english, forward, model.epsilon);
  const UnmatchedCount back =
      count_unmatched(model.english, model.arabic, model.table.to_arabic, backward, model.epsilon);
  const AlignmentParameters& initial = model.parameters;
  return (there.unmatched + back.unmatched + initial.epsilon_strength * initial.epsilon) /
         (there.tokens + back.tokens + initial.epsilon_strength);
}

bool one_sided(const BeadShape& shape) { return shape.source == 0 || shape.target == 0; }

// The initial priors, with those of omissions for the first pass.
std::vector<BeadShape> first_shapes(const AlignmentParameters& parameters) {
  std::vector<BeadShape> shapes = bead_shapes(parameters);
  for (BeadShape& shape : shapes) {
    if (one_sided(shape)) shape.log_prior = parameters.first_omission;
  }
  return shapes;
}

// In a long text every shape costs time, and those that are much less likely than a 1:1 would
// hardly be chosen.
void drop_hopeless(std::vector<BeadShape>& shapes) {
  std::erase_if(shapes, [](const BeadShape& shape) {
    return !one_sided(shape) && shape.log_prior < kHopeless;
  });
}

// Whether an alignment was free to find omissions, so that their number says something.
enum class Omissions { kNotCounted, kCounted };

// The priors of this text: the shapes of its beads, with the initial priors as pseudo-counts.
// Omissions of either side share one count.
std::vector<BeadShape> estimate_shapes(const Alignment& alignment,
                                       const AlignmentParameters& initial, Omissions known) {
  std::vector<BeadShape> shapes = bead_shapes(initial);
  double total = 0;
  for (const BeadShape& shape : shapes) total += std::exp(shape.log_prior);
  const double omission = 2 * std::exp(initial.omission) / total;
  const bool counted = known == Omissions::kCounted;
  double omissions = initial.omission_strength * omission;
  double beads = initial.omission_strength;
  std::vector<double> counts;
  for (const BeadShape& shape : shapes) {
    counts.push_back(initial.prior_strength * std::exp(shape.log_prior) / total);
  }
  for (const Bead& bead : alignment.beads) {
    if (counted) beads += bead.confidence;
    if (counted && bead.one_sided()) omissions += bead.confidence;
    for (std::size_t k = 0; k < shapes.size(); ++k) {
      if (shapes[k].source == bead.source.size() && shapes[k].target == bead.target.size()) {
        counts[k] += bead.confidence;
      }
    }
  }
  double two_sided = 0;
  for (std::size_t k = 0; k < shapes.size(); ++k) {
    if (!one_sided(shapes[k])) two_sided += counts[k];
  }
  const double omission_share = omissions / beads;
  for (std::size_t k = 0; k < shapes.size(); ++k) {
    if (one_sided(shapes[k])) {
      counts[k] = two_sided * omission_share / (1 - omission_share) / 2;
    }
  }
  for (std::size_t k = 0; k < shapes.size(); ++k) {
    shapes[k].log_prior = std::log(counts[k] / counts[0]);
  }
  return shapes;
}

// What of a band a cheap search leaves.
Band narrow(const Band& band, const Model& model) {
  std::vector<BeadShape> shapes = model.shapes;
  drop_hopeless(shapes);
  std::erase_if(shapes, [](const BeadShape& shape) {
    return std::max(shape.source, shape.target) > kCoarseSide ||
           (shape.source > 1 && shape.target > 1);
  });
  const Alignment coarse = search_all<CoarseScorer>(model, shapes, band, std::nullopt);
  return Band::around(coarse, model.arabic.sentences.size(), model.english.sentences.size(),
                      kMargin);
}

// Beads of the segments that are not empty.
Alignment align_arabic(std::span<const Segment> arabic_text, std::span<const Segment> english_text,
                       const LexiconIndex& lexicon, const AlignmentParameters& parameters) {
  TextSide arabic = index_text(arabic_text, Language::kArabic);
  const TextSide english = index_text(english_text, Language::kEnglish);
  split_glued_words(arabic, lexicon);
  add_phrases(arabic, lexicon);
  TypeSimilarities similarities(arabic, english, lexicon, parameters);
  Model model{arabic,
              english,
              LengthModel(arabic, english, parameters),
              BoundaryCues(arabic_text, english_text),
              parameters,
              first_shapes(parameters),
              similarities.table(),
              parameters.epsilon};
  Band band = find_band(arabic, english, model.table);
  const bool whole = band == Band::full(arabic.sentences.size(), english.sentences.size());
  if (!whole) band = narrow(band, model);
  similarities.add_names(band);
  const TranslationTable lexical = similarities.table();
  model.table = lexical;
  for (int pass = 0;; ++pass) {
    if (!whole) drop_hopeless(model.shapes);
    if (pass == parameters.training_passes) {
      Alignment alignment =
          search_all<ModelScorer>(model, model.shapes, band, parameters.confidence_temperature);
      calibrate(alignment, parameters);
      return alignment;
    }
    const Alignment alignment =
        search_all<ModelScorer>(model, model.shapes, band, parameters.temperature);
    model.epsilon = estimate_epsilon(model, alignment);
    model.shapes = estimate_shapes(alignment, parameters,
                                   pass == 0 ? Omissions::kNotCounted : Omissions::kCounted);
    model.lengths.fit(alignment, parameters);
    model.cues.fit(alignment, parameters);
    model.table = train_model1(arabic, english, training_beads(arabic, english, alignment), lexical,
                               parameters);
    if (!whole) {
      band = Band::around(alignment, arabic.sentences.size(), english.sentences.size(), kMargin);
    }
  }
}

// Where the segments with text stand among all.
struct FilledSegments {
  explicit FilledSegments(std::span<const Segment> all) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (!all[i].text.empty()) places.push_back(i);
    }
    places.push_back(all.size());
  }
  // The range of all segments that `range` stands for: up to the last of its own.
  SegmentRange original(const SegmentRange& range) const {
    if (range.empty()) return {};
    return {places[range.begin], places[range.end - 1] + 1};
  }

  std::vector<std::size_t> places;
};

// Beads of all segments from those of the filled ones: an empty segment between two beads, or at an
// end, translates nothing.
Alignment with_empty_segments(const Alignment& alignment, const FilledSegments& arabic,
                              const FilledSegments& english) {
  Alignment all;
  std::size_t i = 0;
  std::size_t j = 0;
  const auto fill = [&](std::size_t source, std::size_t target) {
    for (; i < source; ++i) all.beads.push_back({{i, i + 1}, {j, j}, 1.0});
    for (; j < target; ++j) all.beads.push_back({{i, i}, {j, j + 1}, 1.0});
  };
  for (const Bead& bead : alignment.beads) {
    const SegmentRange source = arabic.original(bead.source);
    const SegmentRange target = english.original(bead.target);
    fill(source.empty() ? i : source.begin, target.empty() ? j : target.begin);
    Bead placed{{i, i}, {j, j}, bead.confidence};
    if (!source.empty()) placed.source.end = i = source.end;
    if (!target.empty()) placed.target.end = j = target.end;
    all.beads.push_back(placed);
  }
  fill(arabic.places.back(), english.places.back());
  return all;
}

}  // namespace

Alignment align(std::span<const Segment> source, std::span<const Segment> target,
                Language source_language, const LexiconIndex& lexicon,
                const AlignmentOptions& options) {
  const bool arabic_first = source_language == Language::kArabic;
  const std::span<const Segment> arabic = arabic_first ? source : target;
  const std::span<const Segment> english = arabic_first ? target : source;
  Alignment alignment =
      with_empty_segments(align_arabic(arabic, english, lexicon, options.parameters),
                          FilledSegments(arabic), FilledSegments(english));
  if (!arabic_first) {
    for (Bead& bead : alignment.beads) std::swap(bead.source, bead.target);
  }
  return alignment;
}

}  // namespace mizan
