// How a name is written in the other language: as the termbase and the memory have it, as the
// lexicon knows it, and as its letters suggest.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tm/base/language.h"
#include "tm/model/name_rendering.h"

namespace mizan {

// Renderings of `name` in `language`, at most `limit`: those of the termbase first, then those of
// the memory by the number of units, then the lexicon's, then generated ones; each once. The
// memory may not exist.
std::vector<NameRendering> render_name(std::string_view name, Language language,
                                       const std::string& memory_path, std::size_t limit);

}  // namespace mizan
