#include "tm/project/lexicon_learning.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tm/align/translation_table.h"
#include "tm/align/vocabulary.h"
#include "tm/base/utf8.h"
#include "tm/lang/arabic_morphology.h"
#include "tm/lang/english_morphology.h"
#include "tm/text/normalize.h"
#include "tm/text/script.h"
#include "tm/text/tokens.h"

namespace mizan {
namespace {

// How keys and links are made; a change of either makes old counts wrong.
const std::string kRules = "1/" + std::to_string(kFoldVersion);

// Units that are linked together: enough for words to recur, few enough for model 1's table of
// pairs (some 100 MB).
constexpr std::size_t kBatch = 2000;

// A few units are a sample of a language, not a text of their own: a word that is one of ten there
// is no frequent word. Model 1 takes unigrams over at least so many tokens.
constexpr std::size_t kLeastTokens = 50'000;

// Fainter links say nothing of a pair. This number and those of the layer were chosen by hand among
// a few, on documents with gold (news, law, literature, the authored ones), each aligned with what
// others teach, for lexicons of every size: bolder ones gain where no lexicon is and lose where
// there is a good one.
constexpr double kLeastLink = 0.1;

// A pair becomes an entry when it counts and shares so much of both words' occurrences; its weight
// is that share, less for what was hardly ever seen (kDoubt occurrences halve it).
constexpr double kLeastCount = 0.5;
constexpr double kLeastShare = 0.2;
constexpr double kDoubt = 1;

// How much of an inflected word is taken off when the lexicon knows what remains: proclitics, no
// guesses at patterns.
constexpr int kKeyCost = 2;

using Waiting = WordCountUpdate::Waiting;

std::vector<Segment> side_of(const std::vector<Waiting>& units, std::string Waiting::*text) {
  std::vector<Segment> segments;
  for (const Waiting& unit : units) segments.emplace_back().text = unit.*text;
  return segments;
}

// Sentence i of one side with sentence i of the other alone.
Band diagonal(std::size_t sentences) {
  Band band;
  for (std::size_t i = 0; i <= sentences; ++i) band.rows.push_back({i, i});
  return band;
}

bool is_one_word(std::string_view text) {
  const std::vector<Token> tokens = tokenize(text);
  return tokens.size() == 1 && tokens[0].kind == TokenKind::kWord;
}

// English articles translate no Arabic word; left in, they stick to words that no lexicon knows.
void drop_articles(TextSide& english) {
  const auto is_article = [&](TypeId id) {
    const std::string& key = english.types[id].key;
    return key == "the" || key == "a" || key == "an";
  };
  for (std::vector<TypeId>& sentence : english.sentences) std::erase_if(sentence, is_article);
}

// Links of one batch of units under the model that the batch has refined.
class Linker {
 public:
  Linker(const std::vector<Waiting>& units, const LexiconIndex& lexicon)
      : arabic_(index_text(side_of(units, &Waiting::arabic), Language::kArabic)),
        english_(index_text(side_of(units, &Waiting::english), Language::kEnglish)) {
    arabic_.tokens = std::max(arabic_.tokens, kLeastTokens);
    english_.tokens = std::max(english_.tokens, kLeastTokens);
    add_phrases(arabic_, lexicon);
    drop_articles(english_);
    const AlignmentParameters parameters;
    TypeSimilarities similarities(arabic_, english_, lexicon, parameters);
    similarities.add_names(diagonal(units.size()));
    std::vector<TrainingBead> beads;
    for (std::size_t i = 0; i < units.size(); ++i) {
      beads.push_back({std::span(arabic_.sentences).subspan(i, 1),
                       std::span(english_.sentences).subspan(i, 1)});
    }
    table_ = train_model1(arabic_, english_, beads, similarities.table(), parameters);
    for (const WordType& type : arabic_.types) arabic_words_.push_back(arabic_word(type, lexicon));
    for (const WordType& type : english_.types) english_words_.push_back(english_word(type));
  }

  std::vector<WordLink> links(std::size_t unit) const {
    const std::vector<TypeId>& arabic = arabic_.sentences[unit];
    const std::vector<TypeId>& english = english_.sentences[unit];
    // f and g: what share of an English token an Arabic one explains, and the reverse.
    const std::vector<double> f = shares(arabic, english, table_.to_english, english_);
    const std::vector<double> g = shares(english, arabic, table_.to_arabic, arabic_);
    // What no word of the other side explains is counted under no word (kNone).
    std::map<std::pair<TypeId, TypeId>, double> counts;
    for (const TypeId a : arabic) counts[{a, kNone}] += 1;
    for (const TypeId e : english) counts[{kNone, e}] += 1;
    for (std::size_t a = 0; a < arabic.size(); ++a) {
      for (std::size_t e = 0; e < english.size(); ++e) {
        const double link = std::sqrt(f[a * english.size() + e] * g[e * arabic.size() + a]);
        if (link < kLeastLink) continue;
        counts[{arabic[a], english[e]}] += link;
        counts[{arabic[a], kNone}] -= link;
        counts[{kNone, english[e]}] -= link;
      }
    }
    std::vector<WordLink> links;
    for (const auto& [types, count] : counts) {
      const CountedWord a = types.first == kNone ? CountedWord{} : arabic_words_[types.first];
      const CountedWord e = types.second == kNone ? CountedWord{} : english_words_[types.second];
      const bool left_out =
          (types.first != kNone && a.key.empty()) || (types.second != kNone && e.key.empty());
      if (!left_out) links.push_back({a, e, count});
    }
    return links;
  }

 private:
  static constexpr TypeId kNone = ~TypeId{0};

  static std::vector<double> shares(const std::vector<TypeId>& from, const std::vector<TypeId>& to,
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

  // Arabic words only: what is Latin or a number matches itself. Phrases are of the lexicon
  // already.
  static CountedWord arabic_word(const WordType& type, const LexiconIndex& lexicon) {
    if (type.kind != WordType::Kind::kWord || type.surface.empty()) return {};
    if (!is_arabic_letter(code_point_at(type.key, 0).value) || !is_one_word(type.key)) return {};
    for (const ArabicAnalysis& analysis : analyse_arabic(type.key)) {
      if (analysis.cost > kKeyCost) break;
      if (!lexicon.glosses(analysis.stem).empty()) return {analysis.stem, analysis.stem};
    }
    return {type.key, type.key};
  }

  static CountedWord english_word(const WordType& type) {
    if (type.kind != WordType::Kind::kWord || type.surface.empty()) return {};
    if (!is_one_word(type.surface) || english_stem(type.surface) != type.key) return {};
    return {type.key, type.surface};
  }

  TextSide arabic_;
  TextSide english_;
  TranslationTable table_;
  std::vector<CountedWord> arabic_words_;
  std::vector<CountedWord> english_words_;
};

enum class From { kWaiting, kAll };

std::size_t learn(const Database& database, const LexiconSource& known,
                  const LearningOptions& options, From from) {
  std::size_t learned = 0;
  if (from == From::kAll) {
    WordCountUpdate update(database, kRules);
    update.clear();
    update.commit();
  }
  while (learned < options.most_units) {
    WordCountUpdate update(database, kRules);
    const std::vector<Waiting> units =
        update.waiting(std::min(kBatch, options.most_units - learned));
    if (!units.empty()) {
      const Linker linker(units, known());
      for (std::size_t i = 0; i < units.size(); ++i) update.learn(units[i].id, linker.links(i));
    }
    update.commit();
    if (units.empty()) break;
    learned += units.size();
    if (options.progress) options.progress(learned);
  }
  return learned;
}

}  // namespace

std::size_t learn_lexicon(const Database& database, const LexiconSource& known,
                          const LearningOptions& options) {
  if (learning_stats(database).waiting == 0) return 0;
  return learn(database, known, options, From::kWaiting);
}

std::size_t relearn_lexicon(const Database& database, const LexiconSource& known,
                            const LearningOptions& options) {
  return learn(database, known, options, From::kAll);
}

Lexicon learned_lexicon(const Database& database) {
  Lexicon lexicon;
  WordCounts(database, kRules).visit_pairs([&](const LearnedPair& pair) {
    if (pair.count < kLeastCount) return;
    const double share =
        std::sqrt(pair.count / pair.arabic_count * pair.count / pair.english_count);
    if (share < kLeastShare) return;
    lexicon.entries.push_back({std::string(pair.arabic), std::string(pair.english),
                               share * pair.count / (pair.count + kDoubt)});
  });
  return lexicon;
}

WordCountStats learning_stats(const Database& database) {
  return WordCounts(database, kRules).stats();
}

}  // namespace mizan
