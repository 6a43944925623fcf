// Words that stand in names and do not tell them apart. Words of either
// script are folded to kTehMarbuta, where not said otherwise.
#pragma once

#include <cstddef>
#include <string_view>

namespace mizan {

// Mr, President, الشيخ: may stand before a name or not.
bool is_title(std::string_view word);

// bin, van, دي: may be missing inside a name.
bool is_name_particle(std::string_view word);

// al, el, ash before a Latin spelling of an Arabic name, in lower case.
bool is_article(std::string_view word);

// Articles, Abdul, Mac, أبو: belong to the word after them, however the two are joined.
bool is_name_prefix(std::string_view word);

// Where a Latin name begins, after an article joined to it: 3 in al-Qaeda, 0 in Qaeda.
std::size_t start_of_name(std::string_view word);

}  // namespace mizan
