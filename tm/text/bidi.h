// Arabic and English on one line, without disturbing each other (UAX #9).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tm/base/language.h"

namespace mizan {

// FSI `text` PDI, for text of unknown direction inside a line of the other one. Isolates and
// embeddings that `text` leaves open are closed first.
std::string isolate(std::string_view text);

// The same for text whose language is known: where its first strong character does not run that
// language's way (an Arabic line that begins with "MI6" or a figure), a mark that does comes first.
// Colour codes (ESC [ ... m) are no text.
std::string isolate(std::string_view text, Language language);

// The number of terminal columns of `text`: marks, tatweel-carried or not, take none, East Asian
// wide characters two.
std::size_t display_width(std::string_view text);

// `text` in lines of at most `columns` terminal columns, broken at spaces (or inside a longer
// word). Never empty.
std::vector<std::string> wrap(std::string_view text, std::size_t columns);

}  // namespace mizan
