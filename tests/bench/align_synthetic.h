// Parallel texts of any length with known beads, made out of short ones.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "tests/bench/align_development.h"

namespace mizan::bench {

struct BeadText {
  std::vector<std::string> arabic;
  std::vector<std::string> english;
};

std::vector<BeadText> beads_of(const Document& document);
// A bead for each unit of a TMX file.
std::vector<BeadText> beads_of_tmx(const std::string& path);

// At least `source_size` Arabic sentences out of `beads`, in short runs, shuffled; the same text
// every time. Some sentences are merged with the next on one side, some left out of one side. Once
// every bead was used they are used again, with other numbers and with words replaced by invented
// names, so that a long text does not repeat itself.
Document recombine(std::span<const BeadText> beads, std::size_t source_size);

}  // namespace mizan::bench
