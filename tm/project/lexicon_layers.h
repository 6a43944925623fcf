// The lexicon that an alignment uses: the project's core lexicon and FreeDict where it is
// installed. (Debian: dict-freedict-ara-eng, dict-freedict-eng-ara. GPL: read, never copied.)
#pragma once

#include <string>
#include <vector>

#include "tm/model/lexicon.h"

namespace mizan {

struct LexiconLayers {
  bool core = true;
  bool freedict = true;
};

// The entries of the layers asked for; FreeDict's are left out where they are not installed.
Lexicon load_lexicon(const LexiconLayers& layers = {});

// The installed FreeDict dictionaries, for people: empty when there are none.
std::vector<std::string> installed_dictionaries();

}  // namespace mizan
