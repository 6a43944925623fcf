// The name-like words of texts, each spelling once with its places. Internal to tm/variant.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "tm/base/byte_range.h"
#include "tm/base/language.h"
#include "tm/model/segment.h"
#include "tm/variant/name_knowledge.h"

namespace mizan {

struct WordPlace {
  std::uint32_t text = 0;     // number of the document
  std::uint32_t segment = 0;  // of that text
  std::uint32_t token = 0;    // of that segment, words only
  ByteRange range;            // bytes of the segment, the whole word
  bool initial = false;       // where English capitals say nothing: starts of sentences, titles
};

// A form that a word may have once its proclitics are off.
struct BareForm {
  std::string text;
  std::string key;           // Arabic: folded to kTehMarbuta; English: lower case
  std::size_t stripped = 0;  // bytes of `text`'s word in front of it
};

// A word as written (marks dropped), everywhere it stands.
struct Spelling {
  std::vector<BareForm> forms;  // the one decided on first, then others that it may have
  // The places by the clitics that stand before the first form there, in bytes.
  struct Occurrence {
    WordPlace place;
    std::size_t stripped = 0;
  };
  std::vector<Occurrence> occurrences;
  // Whether the dictionary has it: not at all, by more endings and clitics than so short a stem
  // makes likely (باتون as بات + ون), surely, or as no name whatever it stands beside: the nisba of
  // a name or word that it has (روسية), an English word with a capital only where any word has one.
  enum class Word { kNo, kDoubtful, kSure, kNoName } word = Word::kNo;
  bool known_name = false;  // the dictionary has it as a name
  // Neighbours as written: hashes of the words before and after, sorted, each once.
  std::vector<std::uint64_t> before;
  std::vector<std::uint64_t> after;
};

// All spellings of names and (flagged) of words with three letters or more, in order of their first
// place, then those of two words (divided_names.h); texts may be null. A clitic is taken off where
// the rest stands alone elsewhere, or after other clitics.
std::vector<Spelling> collect_spellings(std::span<const SegmentedText* const> texts,
                                        Language language, const NameKnowledge& knowledge);

}  // namespace mizan
