// Text for people on a terminal: colour, isolation of right-to-left text, columns.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "tm/base/language.h"

namespace mizan {

struct TerminalStyle {
  bool color = false;
  bool isolate = false;  // wrap fields in FSI ... PDI
  std::size_t columns = 100;
};

enum class Emphasis { kBold, kDim, kRed, kGreen, kYellow, kBlue, kRedLine, kYellowLine };

// `text` in a colour when the style has colours.
std::string emphasised(std::string_view text, Emphasis emphasis, const TerminalStyle& style);

// A field of user text inside a line of ours: isolated when the style says so and there is any.
std::string shown(std::string_view text, const TerminalStyle& style);
// The same for text of a known language, which may begin with a word of the other script.
std::string shown(std::string_view text, Language language, const TerminalStyle& style);

// A sentence of ours that quotes user text between “ and ”: each quotation isolated.
std::string shown_quotations(std::string_view sentence, const TerminalStyle& style);

// A tab or line break inside a TSV field becomes a space: TSV has no quoting.
std::string tsv_field(std::string_view text);

}  // namespace mizan
