// A sentence, headline or table cell: what is aligned, stored and looked up.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "tm/base/byte_range.h"
#include "tm/base/language.h"

namespace mizan {

// Invariants: `text` is valid UTF-8, verbatim from the input, without surrounding white space;
// `range` are its bytes in the (converted) input; `paragraph` and `line` never decrease.
struct Segment {
  std::string text;
  ByteRange range;
  std::size_t paragraph = 0;  // 0-based
  std::size_t line = 0;       // 0-based line of the input that holds its first byte
};

struct SegmentedText {
  std::string name;  // the file, for messages; may be empty
  Language language = Language::kArabic;
  std::vector<Segment> segments;
};

}  // namespace mizan
