// English names of places that everybody spells in one way.
#pragma once

#include <string_view>

namespace mizan {

// Whether a word (lower case) is the name of a continent, a country or one of the world's large
// cities, as CLDR has it, or looks like the adjective of one: Latvia, Madrid, Latvian. Such a name
// has no other spelling in print, as that of a person has. Thread-safe.
bool is_place_name(std::string_view english);

}  // namespace mizan
