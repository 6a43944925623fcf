// Users' word lists in whatever format they have.
#pragma once

#include <string>
#include <string_view>

#include "tm/format/lexicon_tsv.h"

namespace mizan {

struct ReadWordList {
  WordList list;
  std::string_view format;  // "dictd", "hunalign", "TSV"
};

// A dictd dictionary is known by its name (NAME.index, NAME.dict or NAME.dict.dz), other formats
// by their content. Throws as read_text() and read_dictd(), and Error(kMalformed) when there is no
// entry at all.
ReadWordList read_word_list(const std::string& path);

}  // namespace mizan
