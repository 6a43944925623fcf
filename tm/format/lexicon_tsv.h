// A user's word list as tab-separated text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tm/base/error.h"
#include "tm/model/lexicon.h"

namespace mizan {

// What was read of a user's list, in whatever format it came.
struct WordList {
  Lexicon lexicon;
  std::vector<Diagnostic> diagnostics;  // rows left out, with their line and what to do
};

// Arabic TAB English [TAB weight], the languages in either order; "; " separates several forms or
// glosses of one row; `#` starts a comment line; a header may name the columns `ar`/`arabic`,
// `en`/`english` and `weight`, in any order, among others. A weight is above 0 and at most 1, and 1
// where none is given; without a header, a third column that is no number is a remark.
WordList parse_lexicon_tsv(std::string_view text, const std::string& name);

// The header of the rows below.
std::string_view lexicon_tsv_header();
// A row that parse_lexicon_tsv() reads: arabic, english, weight, list.
std::string lexicon_tsv_row(const LexiconEntry& entry, std::string_view list);

}  // namespace mizan
