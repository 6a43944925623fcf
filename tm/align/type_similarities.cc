#include "tm/align/type_similarities.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "tm/align/name_spelling.h"
#include "tm/base/text_map.h"
#include "tm/lang/arabic_morphology.h"

namespace mizan {
namespace {

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

void normalise_rows(std::vector<std::vector<Translation>>& rows, double reserve) {
  for (std::vector<Translation>& row : rows) {
    double sum = reserve;
    for (const Translation& t : row) sum += t.probability;
    for (Translation& t : row) t.probability = static_cast<float>(t.probability / sum);
  }
}

}  // namespace

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
    const std::vector<PossibleName> spellings = possible_names(arabic_.types[a].key);
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

}  // namespace mizan
