// Markup inside a segment, kept beside the plain text that is matched and searched.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace mizan {

// The vocabulary that a tag's name and attributes belong to.
enum class InlineMarkup : std::uint8_t { kTmx, kXliff1, kXliff2 };

enum class InlineKind : std::uint8_t {
  kOpen,   // an element around text begins: hi, g, mrk, pc
  kClose,  // the last open one ends; only `offset` has a meaning
  kCode,   // an element at one place: bpt ept ph it ut x bx ex sc ec cp
  kSpace,  // white space around the segment; `content` is it
};

struct InlineTag {
  InlineKind kind = InlineKind::kCode;
  InlineMarkup markup = InlineMarkup::kTmx;
  std::size_t offset = 0;  // the byte of the plain text in front of which it stands
  std::string name;        // of the element: "bpt", "g", "pc"
  std::vector<std::pair<std::string, std::string>> attributes;  // in the order of the file
  std::string
      content;  // of a code: what its element holds, as XML ("&lt;b&gt;", with sub elements)

  friend bool operator==(const InlineTag&, const InlineTag&) = default;
};

}  // namespace mizan
