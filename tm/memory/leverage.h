// New texts held against the memory, segment by segment.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "tm/model/leverage.h"
#include "tm/model/segment.h"

namespace mizan {

// Words as word processors and invoices count them: what stands between white space and holds a
// letter or a digit. والحكومة, al-Qaeda and 22/11/2026 are one word each, a dash alone is none.
std::size_t count_words(std::string_view text);

// Texts of one job, in order: a segment that an earlier one equals (similarity 1), in this text or
// one before, is a repetition unless the memory has an exact match for it.
class LeverageAnalysis {
 public:
  // `jobs` threads look up, each with its own connection; the result does not depend on them.
  LeverageAnalysis(std::string memory_path, std::size_t jobs);

  // Segments without any letter, digit or sign are left out. Throws what Database and lookup()
  // throw.
  LeverageText analyse(const SegmentedText& text);

 private:
  std::string memory_path_;
  std::size_t jobs_;
  // The segments so far, by what makes two of them equal, and their best match.
  std::unordered_map<std::string, std::optional<Match>> seen_;
};

}  // namespace mizan
