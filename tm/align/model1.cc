#include "tm/align/model1.h"

#include <algorithm>
#include <cstdint>

namespace mizan {
namespace {

// One bead flattened: its tokens, and the numbers of their pairs, English token by English token.
struct FlatBead {
  std::vector<TypeId> arabic;
  std::vector<TypeId> english;
  std::vector<std::uint32_t> pairs;
  double weight;
};

// The tokens of a bead from which something can be learned: what stands in nearly every sentence of
// a long text pairs with everything.
std::vector<TypeId> flatten(const TextSide& side, std::span<const std::vector<TypeId>> sentences) {
  constexpr std::uint32_t kOften = 40;
  constexpr double kEverywhere = 0.004;
  std::vector<TypeId> tokens;
  for (const std::vector<TypeId>& sentence : sentences) {
    for (const TypeId type : sentence) {
      if (side.types[type].count <= kOften || side.unigram(type) < kEverywhere) {
        tokens.push_back(type);
      }
    }
  }
  return tokens;
}

// The pairs of types that stand together in some bead or that the prior lists, numbered by Arabic
// type, with what the prior says of each.
struct TypePairs {
  std::vector<TypeId> arabic;
  std::vector<TypeId> english;
  std::vector<float> to_english;
  std::vector<float> to_arabic;
  std::size_t size() const { return arabic.size(); }
};

// Writes the numbers of their pairs into the beads. One Arabic type after the other, so that what
// is known of the English types is one small array.
TypePairs number_pairs(std::vector<FlatBead>& beads, const TranslationTable& prior) {
  struct Place {
    std::uint32_t bead = 0;
    std::uint32_t token = 0;
  };
  std::vector<std::vector<Place>> places(prior.to_english.size());  // of the Arabic types
  for (std::size_t b = 0; b < beads.size(); ++b) {
    beads[b].pairs.resize(beads[b].arabic.size() * beads[b].english.size());
    for (std::size_t k = 0; k < beads[b].arabic.size(); ++k) {
      places[beads[b].arabic[k]].push_back(
          {static_cast<std::uint32_t>(b), static_cast<std::uint32_t>(k)});
    }
  }
  std::vector<std::vector<Translation>> to_arabic(prior.to_english.size());  // by Arabic type
  for (TypeId e = 0; e < prior.to_arabic.size(); ++e) {
    for (const Translation& t : prior.to_arabic[e]) to_arabic[t.type].push_back({e, t.probability});
  }
  TypePairs pairs;
  std::vector<std::uint32_t> numbers(prior.to_arabic.size());  // of the English types, from 1
  for (TypeId a = 0; a < places.size(); ++a) {
    const std::size_t before = pairs.size();
    const auto number = [&](TypeId e) {
      if (numbers[e] <= before) {
        pairs.arabic.push_back(a);
        pairs.english.push_back(e);
        numbers[e] = static_cast<std::uint32_t>(pairs.size());
      }
      return numbers[e] - 1;
    };
    for (const Place& place : places[a]) {
      FlatBead& bead = beads[place.bead];
      for (std::size_t k = 0; k < bead.english.size(); ++k) {
        bead.pairs[k * bead.arabic.size() + place.token] = number(bead.english[k]);
      }
    }
    for (const Translation& t : prior.to_english[a]) number(t.type);
    for (const Translation& t : to_arabic[a]) number(t.type);
    pairs.to_english.resize(pairs.size());
    pairs.to_arabic.resize(pairs.size());
    for (const Translation& t : prior.to_english[a]) {
      pairs.to_english[number(t.type)] = t.probability;
    }
    for (const Translation& t : to_arabic[a]) pairs.to_arabic[number(t.type)] = t.probability;
  }
  return pairs;
}

// Model 1 in both directions over the same pairs.
class Model1 {
 public:
  Model1(const TextSide& arabic, const TextSide& english, std::span<const TrainingBead> beads,
         const TranslationTable& prior, const AlignmentParameters& parameters)
      : arabic_(arabic), english_(english), parameters_(parameters) {
    for (const TrainingBead& bead : beads) {
      beads_.push_back(
          {flatten(arabic, bead.arabic), flatten(english, bead.english), {}, bead.weight});
    }
    pairs_ = number_pairs(beads_, prior);
  }

  TranslationTable train() const {
    const std::vector<float> to_english = train_direction(pairs_.to_english, Direction::kToEnglish);
    const std::vector<float> to_arabic = train_direction(pairs_.to_arabic, Direction::kToArabic);
    TranslationTable table;
    table.to_english.resize(arabic_.types.size());
    table.to_arabic.resize(english_.types.size());
    for (std::size_t pair = 0; pair < pairs_.size(); ++pair) {
      const TypeId a = pairs_.arabic[pair];
      const TypeId e = pairs_.english[pair];
      if (to_english[pair] > kSmallest) table.to_english[a].push_back({e, to_english[pair]});
      if (to_arabic[pair] > kSmallest) table.to_arabic[e].push_back({a, to_arabic[pair]});
    }
    return table;
  }

 private:
  enum class Direction { kToEnglish, kToArabic };
  static constexpr float kNewPair = 0.006F;   // a pair that no lexicon lists, before any count
  static constexpr float kKnownShare = 0.7F;  // what the lexicon's pairs keep of theirs
  static constexpr float kSmallest = 0.002F;  // what is less decides nothing
  static constexpr int kIterations = 3;

  std::vector<float> train_direction(const std::vector<float>& prior, Direction direction) const {
    std::vector<float> probability(prior.size());
    for (std::size_t pair = 0; pair < prior.size(); ++pair) {
      probability[pair] = kKnownShare * prior[pair] + kNewPair;
    }
    const bool to_english = direction == Direction::kToEnglish;
    const std::vector<TypeId>& rows = to_english ? pairs_.arabic : pairs_.english;
    std::vector<float> counts(prior.size());
    std::vector<double> row_counts((to_english ? arabic_ : english_).types.size());
    for (int i = 0; i < kIterations; ++i) {
      std::ranges::fill(counts, 0.0F);
      for (const FlatBead& bead : beads_) count(bead, probability, direction, counts);
      std::ranges::fill(row_counts, 0.0);
      for (std::size_t pair = 0; pair < counts.size(); ++pair) {
        row_counts[rows[pair]] += counts[pair];
      }
      for (std::size_t pair = 0; pair < counts.size(); ++pair) {
        const double counted = std::max(0.0, counts[pair] - parameters_.count_discount);
        probability[pair] =
            static_cast<float>((counted + parameters_.lexicon_strength * prior[pair]) /
                               (row_counts[rows[pair]] + parameters_.lexicon_strength));
      }
    }
    return probability;
  }

  // Expected counts of the pairs of one bead: each target token is shared out among the source
  // tokens and the empty word.
  void count(const FlatBead& bead, const std::vector<float>& probability, Direction direction,
             std::vector<float>& counts) const {
    const bool to_english = direction == Direction::kToEnglish;
    const std::vector<TypeId>& targets = to_english ? bead.english : bead.arabic;
    const TextSide& target_side = to_english ? english_ : arabic_;
    const std::size_t width = bead.arabic.size();
    const std::size_t sources = to_english ? width : bead.english.size();
    const std::size_t step = to_english ? 1 : width;
    for (std::size_t t = 0; t < targets.size(); ++t) {
      const std::size_t first = to_english ? t * width : t;
      double sum = target_side.unigram(targets[t]);
      for (std::size_t s = 0; s < sources; ++s) sum += probability[bead.pairs[first + s * step]];
      const double share = bead.weight / sum;
      for (std::size_t s = 0; s < sources; ++s) {
        const std::uint32_t pair = bead.pairs[first + s * step];
        counts[pair] += static_cast<float>(share * probability[pair]);
      }
    }
  }

  const TextSide& arabic_;
  const TextSide& english_;
  const AlignmentParameters& parameters_;
  std::vector<FlatBead> beads_;
  TypePairs pairs_;
};

}  // namespace

TranslationTable train_model1(const TextSide& arabic, const TextSide& english,
                              std::span<const TrainingBead> beads, const TranslationTable& prior,
                              const AlignmentParameters& parameters) {
  return Model1(arabic, english, beads, prior, parameters).train();
}

}  // namespace mizan
