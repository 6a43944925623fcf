#include "tm/align/translation_table.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>
#include <unordered_map>

#include "tm/lang/arabic_morphology.h"
#include "tm/lang/english_morphology.h"
#include "tm/lang/transliteration.h"
#include "tm/text/normalize.h"
#include "tm/text/tokens.h"

namespace mizan {
namespace {

// A hash that takes string_view, so that look-ups copy nothing.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};
template <typename Value>
using TextMap = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

constexpr std::string_view kArticle = "ال";

// Words of a gloss that carry none of its meaning when others stand beside them.
constexpr std::array<std::string_view, 24> kGrammatical = {
    "a",  "an", "the", "of", "to", "in", "on", "at",  "for",  "by",  "with", "from",
    "as", "be", "and", "or", "up", "it", "is", "out", "into", "one", "off",  "that"};

std::vector<std::string> gloss_stems(std::string_view gloss) {
  const std::string folded = fold(gloss, FoldProfile::kMarks);
  std::vector<std::string> all;
  std::vector<std::string> content;
  for (const Token& token : tokenize(folded)) {
    if (token.kind != TokenKind::kWord && token.kind != TokenKind::kNumber) continue;
    const std::string_view word = token.range.of(folded);
    all.push_back(english_stem(word));
    if (std::ranges::find(kGrammatical, word) == kGrammatical.end()) content.push_back(all.back());
  }
  return content.empty() ? all : content;
}

std::vector<std::string> arabic_keys(std::string_view arabic) {
  const std::string folded = fold(arabic, FoldProfile::kTehMarbuta);
  std::vector<std::string> keys;
  for (const Token& token : tokenize(folded)) {
    if (token.kind == TokenKind::kWord) keys.emplace_back(token.range.of(folded));
  }
  return keys;
}

std::string_view without_article(std::string_view key) {
  return key.starts_with(kArticle) && key.size() > kArticle.size() + 4 ? key.substr(kArticle.size())
                                                                       : key;
}

bool is_key_with_clitics(std::string_view word, std::string_view key) {
  if (word == key) return true;
  if (!word.ends_with(key)) return false;
  for (const Proclitics& stack : proclitic_stacks(word)) {
    if (word.substr(stack.bytes) == key) return true;
  }
  return false;
}

}  // namespace

struct LexiconIndex::Tables {
  std::vector<std::string> stems;
  TextMap<std::uint32_t> stem_ids;
  TextMap<std::vector<Gloss>> words;
  TextMap<std::vector<Phrase>> phrases;

  std::uint32_t stem_id(const std::string& stem) {
    const auto [place, fresh] =
        stem_ids.try_emplace(stem, static_cast<std::uint32_t>(stems.size()));
    if (fresh) stems.push_back(stem);
    return place->second;
  }

  void add_glosses(std::vector<Gloss>& glosses, const std::vector<std::string>& gloss,
                   float weight) {
    // The words of a gloss share its weight: each alone is weaker evidence.
    const float share = weight / std::sqrt(static_cast<float>(gloss.size()));
    for (const std::string& stem : gloss) {
      const std::uint32_t id = stem_id(stem);
      const auto known = std::ranges::find(glosses, id, &Gloss::stem);
      if (known == glosses.end()) {
        glosses.push_back({id, share});
      } else {
        known->weight = std::max(known->weight, share);
      }
    }
  }

  void add(const LexiconEntry& entry) {
    std::vector<std::string> keys = arabic_keys(entry.arabic);
    const std::vector<std::string> gloss = gloss_stems(entry.english);
    if (keys.empty() || gloss.empty()) return;
    const float weight = static_cast<float>(entry.weight);
    if (keys.size() == 1) {
      add_glosses(words[keys.front()], gloss, weight);
      return;
    }
    for (std::string& key : keys) key = without_article(key);
    std::vector<Phrase>& list = phrases[keys.front()];
    auto phrase = std::ranges::find(list, keys, &Phrase::keys);
    if (phrase == list.end()) {
      list.push_back({std::move(keys), {}});
      phrase = list.end() - 1;
    }
    add_glosses(phrase->glosses, gloss, weight);
  }
};

LexiconIndex::LexiconIndex(const Lexicon& lexicon) {
  auto tables = std::make_unique<Tables>();
  for (const LexiconEntry& entry : lexicon.entries) tables->add(entry);
  tables_ = std::move(tables);
}

LexiconIndex::LexiconIndex(LexiconIndex&&) noexcept = default;
LexiconIndex& LexiconIndex::operator=(LexiconIndex&&) noexcept = default;
LexiconIndex::~LexiconIndex() = default;

std::span<const LexiconIndex::Gloss> LexiconIndex::glosses(std::string_view arabic_key) const {
  const auto place = tables_->words.find(arabic_key);
  if (place == tables_->words.end()) return {};
  return place->second;
}

std::span<const LexiconIndex::Phrase> LexiconIndex::phrases(std::string_view arabic_key) const {
  const auto place = tables_->phrases.find(arabic_key);
  if (place == tables_->phrases.end()) return {};
  return place->second;
}

const std::vector<std::string>& LexiconIndex::stems() const { return tables_->stems; }

namespace {

// A type that stands for a phrase; no word has a space.
std::string phrase_key(const LexiconIndex::Phrase& phrase) {
  std::string key;
  for (const std::string& word : phrase.keys) {
    if (!key.empty()) key += ' ';
    key += word;
  }
  return key;
}

bool phrase_at(const TextSide& arabic, const std::vector<TypeId>& sentence, std::size_t at,
               const LexiconIndex::Phrase& phrase) {
  if (at + phrase.keys.size() > sentence.size()) return false;
  for (std::size_t i = 1; i < phrase.keys.size(); ++i) {
    if (!is_key_with_clitics(arabic.types[sentence[at + i]].key, phrase.keys[i])) return false;
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
      : english_(english), index_(english), lexicon_(lexicon), parameters_(parameters) {
    for (TypeId id = 0; id < english.types.size(); ++id) {
      const WordType& type = english.types[id];
      if (type.kind == WordType::Kind::kWord && type.key.size() >= 3 &&
          2 * type.capitalised > type.count) {
        names_.push_back(id);
      }
    }
  }

  std::vector<Translation> find(const WordType& arabic) const {
    Similarities found;
    if (const auto same = index_.find(arabic.key)) found.raise(*same, 1.0);
    if (arabic.kind == WordType::Kind::kWord) {
      const bool known = arabic.key.find(' ') != std::string::npos ? add_phrase(arabic, found)
                                                                   : add_word(arabic, found);
      if (!known) add_names(arabic, found);
    }
    return found.take();
  }

 private:
  void add_gloss(const LexiconIndex::Gloss& gloss, double weight, Similarities& found) const {
    const std::string& stem = lexicon_.stems()[gloss.stem];
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

  // Whether the lexicon knows the word under some analysis.
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

  bool add_phrase(const WordType& arabic, Similarities& found) const {
    const std::string_view first = std::string_view(arabic.key).substr(0, arabic.key.find(' '));
    for (const LexiconIndex::Phrase& phrase : lexicon_.phrases(first)) {
      if (phrase_key(phrase) != arabic.key) continue;
      for (const LexiconIndex::Gloss& gloss : phrase.glosses) add_gloss(gloss, 1.0, found);
    }
    return true;
  }

  void add_names(const WordType& arabic, Similarities& found) const {
    for (const TypeId id : names_) {
      const std::string& latin = english_.types[id].surface;
      double best = 0;
      for (const Proclitics& stack : proclitic_stacks(arabic.key)) {
        if (stack.future) continue;
        const std::string_view rest = std::string_view(arabic.key).substr(stack.bytes);
        best = std::max(best, transliteration_score(rest, latin));
      }
      if (best > parameters_.name_floor) found.raise(id, best * parameters_.name_weight);
    }
  }

  const TextSide& english_;
  EnglishIndex index_;
  const LexiconIndex& lexicon_;
  const AlignmentParameters& parameters_;
  std::vector<TypeId> names_;
};

void normalise_rows(std::vector<std::vector<Translation>>& rows, double reserve) {
  for (std::vector<Translation>& row : rows) {
    double sum = reserve;
    for (const Translation& t : row) sum += t.probability;
    for (Translation& t : row) t.probability = static_cast<float>(t.probability / sum);
  }
}

}  // namespace

void add_phrases(TextSide& arabic, const LexiconIndex& lexicon) {
  std::unordered_map<std::string, TypeId> ids;
  for (std::vector<TypeId>& sentence : arabic.sentences) {
    const std::size_t words = sentence.size();
    for (std::size_t at = 0; at < words; ++at) {
      const std::string key = arabic.types[sentence[at]].key;
      for (const Proclitics& stack : proclitic_stacks(key)) {
        const std::string_view first = std::string_view(key).substr(stack.bytes);
        for (const LexiconIndex::Phrase& phrase : lexicon.phrases(first)) {
          if (!phrase_at(arabic, sentence, at, phrase)) continue;
          const auto [place, fresh] =
              ids.try_emplace(phrase_key(phrase), static_cast<TypeId>(arabic.types.size()));
          if (fresh) arabic.types.push_back({WordType::Kind::kWord, place->first, {}, 0, 0});
          ++arabic.types[place->second].count;
          ++arabic.tokens;
          sentence.push_back(place->second);
        }
      }
    }
  }
}

TranslationTable lexical_table(const TextSide& arabic, const TextSide& english,
                               const LexiconIndex& lexicon, const AlignmentParameters& parameters) {
  TranslationTable table;
  table.to_english.resize(arabic.types.size());
  table.to_arabic.resize(english.types.size());
  const SimilarityFinder finder(english, lexicon, parameters);
  for (TypeId a = 0; a < arabic.types.size(); ++a) {
    table.to_english[a] = finder.find(arabic.types[a]);
    for (const Translation& t : table.to_english[a]) {
      table.to_arabic[t.type].push_back({a, t.probability});
    }
  }
  normalise_rows(table.to_english, parameters.reserve);
  normalise_rows(table.to_arabic, parameters.reserve);
  return table;
}

namespace {

using Sentences = std::span<const std::vector<TypeId>>;

struct DirectedBead {
  Sentences source;
  Sentences target;
  double weight;
};

// t(target|source) from expected counts, in one direction.
class Model1 {
 public:
  Model1(const TextSide& source, const TextSide& target,
         const std::vector<std::vector<Translation>>& prior, const AlignmentParameters& parameters)
      : source_(source), target_(target), parameters_(parameters), rows_(source.types.size()) {
    for (TypeId s = 0; s < rows_.size(); ++s) {
      for (const Translation& t : prior[s]) cell(s, t.type).prior = t.probability;
    }
  }

  std::vector<std::vector<Translation>> train(const std::vector<DirectedBead>& beads) {
    for (const DirectedBead& bead : beads) touch(bead);
    for (Row& row : rows_) {
      for (Cell& c : row.cells) c.probability = 0.7 * c.prior + 0.3 * kNewPair;
    }
    constexpr int kIterations = 3;
    for (int i = 0; i < kIterations; ++i) {
      for (const DirectedBead& bead : beads) count(bead);
      maximise();
    }
    std::vector<std::vector<Translation>> table(rows_.size());
    for (TypeId s = 0; s < rows_.size(); ++s) {
      for (const Cell& c : rows_[s].cells) {
        if (c.probability > kSmallest) {
          table[s].push_back({c.type, static_cast<float>(c.probability)});
        }
      }
    }
    return table;
  }

 private:
  static constexpr double kNewPair = 0.02;    // a pair that no lexicon lists, before any count
  static constexpr double kSmallest = 0.002;  // what is less decides nothing

  struct Cell {
    TypeId type;
    double prior = 0;
    double probability = 0;
    double count = 0;
  };
  struct Row {
    std::vector<Cell> cells;
    std::unordered_map<TypeId, std::uint32_t> index;
    double count = 0;
  };

  Cell& cell(TypeId s, TypeId t) {
    Row& row = rows_[s];
    const auto [place, fresh] =
        row.index.try_emplace(t, static_cast<std::uint32_t>(row.cells.size()));
    if (fresh) row.cells.push_back({t});
    return row.cells[place->second];
  }

  template <typename Visit>
  void each_pair(const DirectedBead& bead, Visit visit) {
    for (const std::vector<TypeId>& target : bead.target) {
      for (const TypeId t : target) {
        for (const std::vector<TypeId>& source : bead.source) {
          for (const TypeId s : source) visit(s, t);
        }
      }
    }
  }

  void touch(const DirectedBead& bead) {
    each_pair(bead, [this](TypeId s, TypeId t) { cell(s, t); });
  }

  void count(const DirectedBead& bead) {
    std::vector<Cell*> cells;
    for (const std::vector<TypeId>& target : bead.target) {
      for (const TypeId t : target) {
        cells.clear();
        double sum = target_.unigram(t);  // the empty word
        for (const std::vector<TypeId>& source : bead.source) {
          for (const TypeId s : source) {
            cells.push_back(&cell(s, t));
            sum += cells.back()->probability;
          }
        }
        std::size_t next = 0;
        for (const std::vector<TypeId>& source : bead.source) {
          for (const TypeId s : source) {
            Cell& c = *cells[next++];
            const double share = bead.weight * c.probability / sum;
            c.count += share;
            rows_[s].count += share;
          }
        }
      }
    }
  }

  void maximise() {
    for (Row& row : rows_) {
      for (Cell& c : row.cells) {
        const double counted = std::max(0.0, c.count - parameters_.count_discount);
        c.probability = (counted + parameters_.lexicon_strength * c.prior) /
                        (row.count + parameters_.lexicon_strength);
        c.count = 0;
      }
      row.count = 0;
    }
  }

  const TextSide& source_;
  const TextSide& target_;
  const AlignmentParameters& parameters_;
  std::vector<Row> rows_;
};

}  // namespace

TranslationTable train_model1(const TextSide& arabic, const TextSide& english,
                              std::span<const TrainingBead> beads, const TranslationTable& prior,
                              const AlignmentParameters& parameters) {
  std::vector<DirectedBead> forward;
  std::vector<DirectedBead> backward;
  for (const TrainingBead& bead : beads) {
    forward.push_back({bead.arabic, bead.english, bead.weight});
    backward.push_back({bead.english, bead.arabic, bead.weight});
  }
  TranslationTable table;
  table.to_english = Model1(arabic, english, prior.to_english, parameters).train(forward);
  table.to_arabic = Model1(english, arabic, prior.to_arabic, parameters).train(backward);
  return table;
}

}  // namespace mizan
