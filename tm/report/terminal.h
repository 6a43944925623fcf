// Text for people on a terminal: colour, isolation of right-to-left text, columns.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mizan {

struct TerminalStyle {
  bool color = false;
  bool isolate = false;  // wrap fields in FSI ... PDI
  std::size_t columns = 100;
};

enum class Emphasis { kBold, kDim, kRed, kGreen, kYellow, kBlue };

// `text` in a colour when the style has colours.
std::string emphasised(std::string_view text, Emphasis emphasis, const TerminalStyle& style);

// A field of user text inside a line of ours: isolated when the style says so.
std::string shown(std::string_view text, const TerminalStyle& style);

// `text` with blanks up to `width` terminal columns, on the right for left-to-right text.
std::string padded(std::string_view text, std::size_t width);

// A tab or line break inside a TSV field becomes a space: TSV has no quoting.
std::string tsv_field(std::string_view text);

}  // namespace mizan
