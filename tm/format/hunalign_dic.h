// Word lists of the aligner hunalign (.dic): "target words @ source words", one entry a line.
#pragma once

#include <string>
#include <string_view>

#include "tm/format/lexicon_tsv.h"

namespace mizan {

// Whether most of the first lines of `text` are entries of this form.
bool looks_like_hunalign_dic(std::string_view text);

// Which side is Arabic is seen from the script of each line.
WordList parse_hunalign_dic(std::string_view text, const std::string& name);

// For hunalign run with the Arabic text as its source.
std::string hunalign_dic_row(const LexiconEntry& entry);

}  // namespace mizan
