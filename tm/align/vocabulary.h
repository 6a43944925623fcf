// The two texts of an alignment as numbers: word types and, for each sentence, its tokens.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "tm/base/language.h"
#include "tm/model/segment.h"

namespace mizan {

using TypeId = std::uint32_t;

// One word type of a text. `key` is what it is compared by: folded letters (Arabic), a stem
// (English), ASCII digits (numbers), the ASCII sign of its class (punctuation).
struct WordType {
  enum class Kind { kWord, kNumber, kPunctuation };
  Kind kind = Kind::kWord;
  std::string key;
  std::string surface;  // lower-cased form first seen, for names
  std::uint32_t count = 0;
  std::uint32_t capitalised = 0;  // English: times written with a capital letter

  // A lexicon entry of several words, added behind the words of its sentence.
  bool phrase = false;
};

struct TextSide {
  std::vector<WordType> types;
  std::vector<std::vector<TypeId>> sentences;
  std::vector<double> lengths;  // code points of each sentence
  std::size_t tokens = 0;

  double unigram(TypeId type) const {
    return static_cast<double>(types[type].count) / static_cast<double>(tokens);
  }
};

// Of the segments that are not empty.
TextSide index_text(std::span<const Segment> segments, Language language);

}  // namespace mizan
