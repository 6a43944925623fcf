// The characters of a segment, for rules that look at neighbours. Internal to tm/check.
#pragma once

#include <string_view>
#include <vector>

#include "tm/base/byte_range.h"

namespace mizan {

struct PlacedCharacter {
  char32_t value = 0;
  ByteRange range;  // within the segment
};

// Indices that start below 0 or end beyond the text are read as a space: the edge of a segment
// parts words like one.
class Characters {
 public:
  explicit Characters(std::string_view text);

  std::ptrdiff_t size() const { return static_cast<std::ptrdiff_t>(characters_.size()); }
  char32_t operator[](std::ptrdiff_t i) const { return inside(i) ? at(i).value : U' '; }
  bool inside(std::ptrdiff_t i) const { return i >= 0 && i < size(); }
  ByteRange range(std::ptrdiff_t first, std::ptrdiff_t last) const {
    return {at(first).range.begin, at(last).range.end};
  }
  // The run of letters, marks, tatweels and digits that holds character `i`, as first and last
  // index; empty (last < first) when `i` is none of these.
  struct Run {
    std::ptrdiff_t first = 0;
    std::ptrdiff_t last = -1;
    std::ptrdiff_t size() const { return last - first + 1; }
  };
  Run word_around(std::ptrdiff_t i) const;

 private:
  const PlacedCharacter& at(std::ptrdiff_t i) const {
    return characters_[static_cast<std::size_t>(i)];
  }
  std::vector<PlacedCharacter> characters_;
};

bool is_white_space(char32_t c);
bool is_letter(char32_t c);  // Arabic or Latin
bool is_word_character(char32_t c);
// Full stop, exclamation mark, question marks of both scripts, ellipsis.
bool ends_sentence(char32_t c);
// Double marks of all shapes and guillemets; not the single ones, which are apostrophes.
bool is_quotation_mark(char32_t c);

}  // namespace mizan
