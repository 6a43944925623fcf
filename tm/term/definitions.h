// Places where a writer says what a short form or a foreign name means: "words (other form)".
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tm/base/byte_range.h"

namespace mizan {

// A bracket and what stands in front of it; bytes of the segment.
struct Bracket {
  ByteRange inner;
  std::size_t before_end = 0;          // where the words in front end
  std::optional<ByteRange> quotation;  // those words when they stand in quotation marks
};

// The innermost round brackets of `segment` that hold something, in order.
std::vector<Bracket> find_brackets(std::string_view segment);

// Whether `text` can be the short form of words: two to ten characters that begin with a letter or
// digit, with a capital among them, of two words at most (Schwartz and Hearst 2003, and no lower
// case words).
bool is_short_form(std::string_view text);

// Where the long form of `short_form` begins in `before`, which ends where the long form ends: the
// shortest run of words whose letters, read backwards, spell the short form, its first letter at
// the beginning of a word. After A. Schwartz and M. Hearst, A Simple Algorithm for Identifying
// Abbreviation Definitions in Biomedical Text, Pacific Symposium on Biocomputing 8 (2003); like
// there, of at most min(|short|+5, 2|short|) words.
std::optional<std::size_t> find_long_form(std::string_view before, std::string_view short_form);

}  // namespace mizan
