// Arabic-English word translations, in layers that add up: what the memory has taught, the
// project's core lexicon, dictionaries installed on the machine.
#pragma once

#include <iterator>
#include <string>
#include <vector>

namespace mizan {

// One dictionary entry: an Arabic written form (possibly several words) and an English gloss
// (possibly several words), both verbatim. Weights compare the glosses of one Arabic form.
struct LexiconEntry {
  std::string arabic;
  std::string english;
  double weight = 1;
};

// A plain list of entries; what uses it (tm/align) builds the index that it needs, on keys of its
// own folding.
struct Lexicon {
  std::vector<LexiconEntry> entries;

  void append(Lexicon layer) {
    entries.insert(entries.end(), std::make_move_iterator(layer.entries.begin()),
                   std::make_move_iterator(layer.entries.end()));
  }
};

}  // namespace mizan
