// Text files that travel inside the binary.
#pragma once

#include <string_view>
#include <vector>

namespace mizan {

struct EmbeddedText {
  std::string_view name;
  std::string_view text;
};

// glossaries/core/*.tsv.
const std::vector<EmbeddedText>& core_lexicon_files();

}  // namespace mizan
