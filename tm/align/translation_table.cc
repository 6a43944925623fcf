#include "tm/align/translation_table.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "tm/base/text_map.h"
#include "tm/base/utf8.h"
#include "tm/lang/arabic_morphology.h"
#include "tm/lang/transliteration.h"

namespace mizan {
namespace {

bool is_key_with_clitics(std::string_view word, std::string_view key) {
  if (word == key) return true;
  if (!word.ends_with(key)) return false;
  for (const Proclitics& stack : proclitic_stacks(word)) {
    if (word.substr(stack.bytes) == key) return true;
  }
  return false;
}

// Whether the words from `at` on are those of a phrase whose first word is there.
bool phrase_at(const TextSide& arabic, const std::vector<TypeId>& sentence, std::size_t at,
               const LexiconIndex::Phrase& phrase) {
  for (std::size_t space = phrase.keys.find(' '); space != phrase.keys.npos;) {
    const std::size_t begin = space + 1;
    space = phrase.keys.find(' ', begin);
    if (++at == sentence.size()) return false;
    const std::string_view key = phrase.keys.substr(begin, space - begin);
    if (!is_key_with_clitics(arabic.types[sentence[at]].key, key)) return false;
  }
  return true;
}

// The English types of one text by stem, and by the letters that related words share.
class EnglishIndex {
 public:
  explicit EnglishIndex(const TextSide& english) : english_(english) {
    for (TypeId id = 0; id < english.types.size(); ++id) {
      const std::string& key = english.types[id].key;
      by_stem_.emplace(key, id);
      if (key.size() >= kSharedLetters) by_prefix_[key.substr(0, kSharedLetters)].push_back(id);
    }
  }

  std::optional<TypeId> find(std::string_view stem) const {
    const auto place = by_stem_.find(stem);
    if (place == by_stem_.end()) return std::nullopt;
    return place->second;
  }

  // Words that begin alike and differ in a short ending: universal, universality.
  std::span<const TypeId> related(std::string_view stem) const {
    if (stem.size() < kSharedLetters) return {};
    const auto place = by_prefix_.find(stem.substr(0, kSharedLetters));
    if (place == by_prefix_.end()) return {};
    return place->second;
  }

  static constexpr std::size_t kSharedLetters = 5;

 private:
  const TextSide& english_;
  TextMap<TypeId> by_stem_;
  TextMap<std::vector<TypeId>> by_prefix_;
};

std::size_t shared_prefix(std::string_view a, std::string_view b) {
  const auto [end, ignored] = std::ranges::mismatch(a, b);
  return static_cast<std::size_t>(end - a.begin());
}

// The similarities s(a, e) of one Arabic type.
class Similarities {
 public:
  void raise(TypeId english, double value) {
    const auto known = std::ranges::find(values_, english, &Translation::type);
    if (known == values_.end()) {
      values_.push_back({english, static_cast<float>(value)});
    } else {
      known->probability = std::max(known->probability, static_cast<float>(value));
    }
  }
  bool empty() const { return values_.empty(); }
  std::vector<Translation> take() { return std::move(values_); }

 private:
  std::vector<Translation> values_;
};

class SimilarityFinder {
 public:
  SimilarityFinder(const TextSide& english, const LexiconIndex& lexicon,
                   const AlignmentParameters& parameters)
      : english_(english), index_(english), lexicon_(lexicon), parameters_(parameters) {}

  struct Found {
    std::vector<Translation> translations;
    bool known = true;  // the lexicon has the word under some cheap analysis
  };

  Found find(const WordType& arabic) const {
    Similarities found;
    bool known = true;
    if (const auto same = index_.find(arabic.key)) found.raise(*same, 1.0);
    if (arabic.kind == WordType::Kind::kWord) {
      if (arabic.phrase) {
        add_phrase(arabic, found);
      } else {
        known = add_word(arabic, found);
      }
    }
    return {found.take(), known};
  }

 private:
  void add_gloss(const LexiconIndex::Gloss& gloss, double weight, Similarities& found) const {
    const std::string_view stem = lexicon_.stem(gloss.stem);
    const double value = weight * gloss.weight;
    if (const auto type = index_.find(stem)) found.raise(*type, value);
    for (const TypeId type : index_.related(stem)) {
      const std::string& key = english_.types[type].key;
      const std::size_t shared = shared_prefix(key, stem);
      if (key != stem && 10 * shared >= 6 * std::max(key.size(), stem.size())) {
        found.raise(type, value * parameters_.related_word);
      }
    }
  }

  bool add_word(const WordType& arabic, Similarities& found) const {
    int cheapest = -1;
    for (const ArabicAnalysis& analysis : analyse_arabic(arabic.key)) {
      if (cheapest >= 0 && analysis.cost > cheapest + 2) break;
      const auto glosses = lexicon_.glosses(analysis.stem);
      if (glosses.empty()) continue;
      if (cheapest < 0) cheapest = analysis.cost;
      const double weight = std::pow(parameters_.affix_discount, analysis.cost - cheapest);
      for (const LexiconIndex::Gloss& gloss : glosses) add_gloss(gloss, weight, found);
    }
    return cheapest >= 0 && cheapest <= 2;
  }

  void add_phrase(const WordType& arabic, Similarities& found) const {
    const std::string_view first = std::string_view(arabic.key).substr(0, arabic.key.find(' '));
    for (const LexiconIndex::Phrase& phrase : lexicon_.phrases(first)) {
      if (phrase.keys != arabic.key) continue;
      for (const LexiconIndex::Gloss& gloss : phrase.glosses) add_gloss(gloss, 1.0, found);
    }
  }

  const TextSide& english_;
  EnglishIndex index_;
  const LexiconIndex& lexicon_;
  const AlignmentParameters& parameters_;
};

// The sounds that a name may begin with, as bits: names without one in common are not compared.
enum : unsigned {
  kVowel = 1,
  kLabial = 2,
  kFricative = 4,
  kDental = 8,
  kSibilant = 16,
  kVelar = 32,
  kL = 64,
  kR = 128,
  kM = 256,
  kN = 512
};

unsigned first_sounds(std::string_view word) {
  if (word.empty()) return 0;
  switch (code_point_at(word, 0).value) {
    case U'ب':
    case 'b':
      return kLabial;
    case 'p':
      return kLabial | kFricative;  // ph
    case U'ف':
    case 'f':
    case 'v':
      return kFricative;
    case U'و':
    case 'w':
      return kVowel | kFricative;
    case U'ت':
    case U'ط':
    case U'د':
    case U'ض':
    case 'd':
      return kDental;
    case 't':
      return kDental | kVelar | kSibilant;  // ch written tch, ts
    case U'ث':
    case U'ذ':
    case U'ظ':
      return kDental | kSibilant;
    case U'س':
    case U'ص':
    case U'ز':
    case 's':
    case 'z':
      return kSibilant;
    case U'ش':
      return kSibilant | kVelar;
    case 'c':
      return kSibilant | kVelar;
    case U'ج':
      return kVelar | kSibilant | kVowel;  // g, j, y
    case 'j':
      return kVelar | kVowel | kSibilant;
    case U'ك':
    case U'ق':
    case U'غ':
    case U'خ':
    case 'k':
    case 'q':
    case 'g':
    case 'x':
      return kVelar;
    case U'ل':
    case 'l':
      return kL;
    case U'ر':
    case 'r':
      return kR;
    case U'م':
    case 'm':
      return kM;
    case U'ن':
    case 'n':
      return kN;
    default:
      return kVowel | kVelar;  // vowels and breaths; h is kh as well
  }
}

// An Arabic word as the name that it may be.
struct NameSpelling {
  std::string_view letters;
  unsigned sounds = 0;
};

std::vector<NameSpelling> name_spellings(std::string_view arabic) {
  std::vector<NameSpelling> spellings;
  for (const Proclitics& stack : proclitic_stacks(arabic)) {
    const std::string_view rest = arabic.substr(stack.bytes);
    if (!stack.future) spellings.push_back({rest, first_sounds(rest)});
  }
  return spellings;
}

double best_name_score(std::span<const NameSpelling> arabic, std::string_view latin,
                       unsigned latin_sounds) {
  double best = 0;
  for (const NameSpelling& spelling : arabic) {
    if ((spelling.sounds & latin_sounds) == 0) continue;
    const std::size_t letters = spelling.letters.size() / 2;
    // A Latin name spells out vowels; it is seldom shorter and never three times as long.
    if (letters > latin.size() + 2 || latin.size() > 3 * letters) continue;
    best = std::max(best, transliteration_score(spelling.letters, latin));
  }
  return best;
}

void normalise_rows(std::vector<std::vector<Translation>>& rows, double reserve) {
  for (std::vector<Translation>& row : rows) {
    double sum = reserve;
    for (const Translation& t : row) sum += t.probability;
    for (Translation& t : row) t.probability = static_cast<float>(t.probability / sum);
  }
}

}  // namespace

void add_phrases(TextSide& arabic, const LexiconIndex& lexicon) {
  // The phrases that may begin with each type of the text.
  std::vector<std::vector<LexiconIndex::Phrase>> beginning(arabic.types.size());
  for (TypeId type = 0; type < beginning.size(); ++type) {
    const std::string_view key = arabic.types[type].key;
    for (const Proclitics& stack : proclitic_stacks(key)) {
      std::ranges::move(lexicon.phrases(key.substr(stack.bytes)),
                        std::back_inserter(beginning[type]));
    }
  }
  std::unordered_map<std::string_view, TypeId> ids;
  for (std::vector<TypeId>& sentence : arabic.sentences) {
    const std::size_t words = sentence.size();
    for (std::size_t at = 0; at < words; ++at) {
      for (const LexiconIndex::Phrase& phrase : beginning[sentence[at]]) {
        if (!phrase_at(arabic, sentence, at, phrase)) continue;
        const auto [place, fresh] =
            ids.try_emplace(phrase.keys, static_cast<TypeId>(arabic.types.size()));
        if (fresh) {
          WordType& type = arabic.types.emplace_back();
          type.key = phrase.keys;
          type.phrase = true;
        }
        ++arabic.types[place->second].count;
        ++arabic.tokens;
        sentence.push_back(place->second);
      }
    }
  }
}

TypeSimilarities::TypeSimilarities(const TextSide& arabic, const TextSide& english,
                                   const LexiconIndex& lexicon,
                                   const AlignmentParameters& parameters)
    : arabic_(arabic), english_(english), parameters_(parameters) {
  const SimilarityFinder finder(english, lexicon, parameters);
  for (const WordType& type : arabic.types) {
    SimilarityFinder::Found found = finder.find(type);
    rows_.push_back(std::move(found.translations));
    unknown_.push_back(!found.known);
  }
}

void TypeSimilarities::add_names(const Band& band) {
  std::vector<std::vector<TypeId>> names(english_.sentences.size());  // of each sentence
  for (std::size_t j = 0; j < names.size(); ++j) {
    for (const TypeId id : english_.sentences[j]) {
      const WordType& type = english_.types[id];
      if (type.kind == WordType::Kind::kWord && type.key.size() >= 3 &&
          2 * type.capitalised > type.count) {
        names[j].push_back(id);
      }
    }
  }
  // The sentences of each word that no lexicon knows.
  std::vector<std::vector<std::size_t>> places(arabic_.types.size());
  for (std::size_t i = 0; i < arabic_.sentences.size(); ++i) {
    for (const TypeId a : arabic_.sentences[i]) {
      if (unknown_[a] && (places[a].empty() || places[a].back() != i)) places[a].push_back(i);
    }
  }
  constexpr TypeId kNone = ~TypeId{0};
  std::vector<TypeId> compared(english_.types.size(), kNone);  // the last with which a name was
  std::vector<unsigned> sounds;                                // of the English words
  for (const WordType& type : english_.types) sounds.push_back(first_sounds(type.surface));
  for (TypeId a = 0; a < places.size(); ++a) {
    if (places[a].empty()) continue;
    const std::vector<NameSpelling> spellings = name_spellings(arabic_.types[a].key);
    std::size_t done = 0;  // English sentences before it have been looked through
    for (const std::size_t i : places[a]) {
      const std::size_t last = band.rows[i + 1].last;
      for (std::size_t j = std::max(done, band.rows[i].first); j < last; ++j) {
        for (const TypeId e : names[j]) {
          if (std::exchange(compared[e], a) == a) continue;
          const double score = best_name_score(spellings, english_.types[e].surface, sounds[e]);
          if (score <= parameters_.name_floor) continue;
          rows_[a].push_back({e, static_cast<float>(score * parameters_.name_weight)});
        }
      }
      done = std::max(done, last);
    }
  }
}

TranslationTable TypeSimilarities::table() const {
  TranslationTable table;
  table.to_english = rows_;
  table.to_arabic.resize(english_.types.size());
  for (TypeId a = 0; a < rows_.size(); ++a) {
    for (const Translation& t : rows_[a]) table.to_arabic[t.type].push_back({a, t.probability});
  }
  normalise_rows(table.to_english, parameters_.reserve);
  normalise_rows(table.to_arabic, parameters_.reserve);
  return table;
}

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
