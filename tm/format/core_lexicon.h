// The project's own lexicon, glossaries/core/*.tsv.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tm/base/error.h"
#include "tm/model/lexicon.h"

namespace mizan {

struct CoreLexicon {
  Lexicon lexicon;
  std::vector<Diagnostic> diagnostics;  // rows left out, with their line and what to do
};

// Columns: arabic TAB glosses ("; " between) TAB part of speech TAB further Arabic forms ("; "
// between); `#` starts a comment line. Every form has every gloss. Throws as read_text().
CoreLexicon read_core_lexicon(const std::string& path);
CoreLexicon parse_core_lexicon(std::string_view text, const std::string& name);

}  // namespace mizan
