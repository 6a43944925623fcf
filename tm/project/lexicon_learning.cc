#include "tm/project/lexicon_learning.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tm/align/phrases.h"
#include "tm/align/vocabulary.h"
#include "tm/base/utf8.h"
#include "tm/lang/arabic_morphology.h"
#include "tm/lang/english_morphology.h"
#include "tm/project/word_linker.h"
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

// Chosen by hand like kLeastLink (word_linker.cc). A pair becomes an entry when it counts and
// shares so much of both words' occurrences; its weight is that share, less for what was hardly
// ever seen (kDoubt occurrences halve it).
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
      : linker_(arabic_side(units, lexicon), english_side(units), lexicon) {
    for (const WordType& type : linker_.arabic().types) {
      arabic_words_.push_back(arabic_word(type, lexicon));
    }
    for (const WordType& type : linker_.english().types) {
      english_words_.push_back(english_word(type));
    }
  }

  std::vector<WordLink> links(std::size_t unit) const {
    const std::vector<TypeId>& arabic = linker_.arabic().sentences[unit];
    const std::vector<TypeId>& english = linker_.english().sentences[unit];
    // What no word of the other side explains is counted under no word (kNone).
    std::map<std::pair<TypeId, TypeId>, double> counts;
    for (const TypeId a : arabic) counts[{a, kNone}] += 1;
    for (const TypeId e : english) counts[{kNone, e}] += 1;
    for (const TokenLink& link : linker_.links(unit)) {
      const TypeId a = arabic[link.arabic];
      const TypeId e = english[link.english];
      counts[{a, e}] += link.share;
      counts[{a, kNone}] -= link.share;
      counts[{kNone, e}] -= link.share;
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

  static TextSide arabic_side(const std::vector<Waiting>& units, const LexiconIndex& lexicon) {
    TextSide side = index_text(side_of(units, &Waiting::arabic), Language::kArabic);
    add_phrases(side, lexicon);
    return side;
  }

  static TextSide english_side(const std::vector<Waiting>& units) {
    TextSide side = index_text(side_of(units, &Waiting::english), Language::kEnglish);
    drop_articles(side);
    return side;
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

  WordLinker linker_;
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
