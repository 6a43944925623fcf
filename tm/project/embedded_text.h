// Text files that travel inside the binary.
#pragma once

#include <vector>

#include "tm/base/embedded_text.h"

namespace mizan {

// glossaries/core/*.tsv.
const std::vector<EmbeddedText>& core_lexicon_files();

}  // namespace mizan
