// The lexicon that an alignment uses: the project's core lexicon, FreeDict where it is installed
// (Debian: dict-freedict-ara-eng, dict-freedict-eng-ara; GPL: read, never copied), and of a memory
// the user's lists and what its units have taught.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "tm/memory/database.h"
#include "tm/model/lexicon.h"

namespace mizan {

struct LexiconLayers {
  bool core = true;
  bool freedict = true;
  bool lists = true;    // of the memory
  bool learned = true;  // of the memory
  const Database* memory = nullptr;
};

// The entries of the layers asked for; FreeDict's are left out where they are not installed.
// Throws what Database declares.
Lexicon load_lexicon(const LexiconLayers& layers = {});

// The layers that are the same for every memory, for people: the core lexicon, and each FreeDict
// dictionary by its path.
struct LexiconLayer {
  std::string name;
  std::optional<std::size_t> entries;  // nothing: not installed
};
std::vector<LexiconLayer> fixed_layers();

// The installed FreeDict dictionaries, for people: empty when there are none.
std::vector<std::string> installed_dictionaries();

}  // namespace mizan
