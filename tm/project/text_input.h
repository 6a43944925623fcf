// Text files as they come from users, made into segments.
#pragma once

#include <string>

#include "tm/base/language.h"
#include "tm/model/segment.h"

namespace mizan {

enum class Segmentation {
  kSentences,      // running text: split into sentences
  kSemicolonsToo,  // the same, and at ؛ and ;
  kLines,          // one segment a line already
};

struct TextInput {
  std::string text;      // UTF-8, converted if need be
  std::string encoding;  // of the file
  SegmentedText segmented;
};

// Reads `path` ("-": standard input), finds its language from its script unless `language` says,
// and splits it. Throws what read_text throws, and Error(kMalformed) when the file has no Arabic or
// Latin letters to tell its language by.
TextInput read_text_input(const std::string& path, Segmentation segmentation);
TextInput read_text_input(const std::string& path, Segmentation segmentation, Language language);

// Two files that translate each other. `first` and `second` are as named by the caller, whichever
// way round the languages are.
struct TextPair {
  TextInput first;
  TextInput second;

  const TextInput& side(Language language) const {
    return first.segmented.language == language ? first : second;
  }
};

// Throws Error(kUsage) when both files are in one language.
TextPair read_text_pair(const std::string& first, const std::string& second,
                        Segmentation segmentation);

}  // namespace mizan
