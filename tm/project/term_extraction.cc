#include "tm/project/term_extraction.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "tm/lang/english_morphology.h"
#include "tm/project/word_linker.h"

namespace mizan {
namespace {

// As for learning: enough for words to recur, few enough for model 1's table of pairs.
constexpr std::size_t kBatch = 2000;

// One side of a batch for the linker, and which word of the bead each of its tokens is. English
// articles translate no Arabic word and are left out.
struct LinkedSide {
  TextSide side;
  std::vector<std::vector<std::size_t>> words;
};

class SideBuilder {
 public:
  explicit SideBuilder(TermExtraction& extraction) : extraction_(extraction) {}

  void add(const std::vector<TextWord>& words) {
    std::vector<TypeId> sentence;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::string& letters = words[i].letters;
      if (letters == "the" || letters == "a" || letters == "an") continue;
      sentence.push_back(type_of(words[i]));
      places.push_back(i);
    }
    built_.side.tokens += sentence.size();
    built_.side.lengths.push_back(static_cast<double>(sentence.size()));
    built_.side.sentences.push_back(std::move(sentence));
    built_.words.push_back(std::move(places));
  }

  LinkedSide take() { return std::move(built_); }

 private:
  TypeId type_of(const TextWord& word) {
    std::string key = extraction_.stem(word);
    std::vector<WordType>& types = built_.side.types;
    const auto [known, is_new] = ids_.try_emplace(key, static_cast<TypeId>(types.size()));
    if (is_new) {
      WordType type;
      type.kind = word.kind == AtomKind::kNumber ? WordType::Kind::kNumber : WordType::Kind::kWord;
      type.surface = word.kind == AtomKind::kArabic ? key : word.letters;
      type.key = std::move(key);
      types.push_back(std::move(type));
    }
    WordType& type = types[known->second];
    ++type.count;
    type.capitalised += word.kind == AtomKind::kLatin && word.letter_case != LetterCase::kLower;
    return known->second;
  }

  TermExtraction& extraction_;
  LinkedSide built_;
  std::unordered_map<std::string, TypeId> ids_;
};

}  // namespace

void link_words(TermExtraction& extraction, const LexiconIndex& lexicon) {
  const std::size_t beads = extraction.beads().size();
  for (std::size_t from = 0; from < beads; from += kBatch) {
    const std::size_t to = std::min(beads, from + kBatch);
    SideBuilder arabic_builder(extraction);
    SideBuilder english_builder(extraction);
    for (std::size_t i = from; i < to; ++i) {
      arabic_builder.add(extraction.beads()[i].arabic_words);
      english_builder.add(extraction.beads()[i].english_words);
    }
    LinkedSide arabic = arabic_builder.take();
    LinkedSide english = english_builder.take();
    const WordLinker linker(std::move(arabic.side), std::move(english.side), lexicon);
    for (std::size_t i = from; i < to; ++i) {
      std::vector<ExtractionLink> links;
      for (const TokenLink& link : linker.links(i - from)) {
        links.push_back({arabic.words[i - from][link.arabic], english.words[i - from][link.english],
                         link.share});
      }
      extraction.link(i, links);
    }
  }
}

}  // namespace mizan
