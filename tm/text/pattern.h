// Regular expressions of the user, over original text.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "tm/base/byte_range.h"

namespace mizan {

// A compiled pattern in ICU's syntax (https://unicode-org.github.io/icu/userguide/strings/regexp):
// \w and \b know Arabic marks, (?i) ignores case. Not thread-safe.
class TextPattern {
 public:
  // Throws Error(kUsage) with the character where the pattern is wrong.
  explicit TextPattern(std::string_view pattern);
  TextPattern(const TextPattern&) = delete;
  TextPattern& operator=(const TextPattern&) = delete;
  ~TextPattern();

  // Where the pattern matches, from left to right, without empty matches. Throws Error(kLimit) when
  // that takes longer than a moment: some patterns need time exponential in the text.
  std::vector<ByteRange> find_all(std::string_view text) const;
  bool matches(std::string_view text) const { return !find_all(text).empty(); }

 private:
  struct Matcher;
  std::unique_ptr<Matcher> matcher_;
};

}  // namespace mizan
