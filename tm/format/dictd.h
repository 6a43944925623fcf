// Dictionaries in dictd's format, as FreeDict's Debian packages install them: NAME.index beside
// NAME.dict or NAME.dict.dz. Read where they are installed, never copied (they are GPL).
#pragma once

#include <string>
#include <string_view>

#include "tm/model/lexicon.h"

namespace mizan {

// The entries of an Arabic-English or an English-Arabic dictionary; the direction is seen from the
// script of each headword. Pronunciations (/.../), marks in <> and [], remarks in () and after " -
// " are left out; headwords and glosses listed with commas or semicolons are separate entries.
// Throws Error: kNotFound, kIo, kMalformed, kLimit.
Lexicon read_dictd(const std::string& index_path);

// The same for an index and a dictionary at hand; `name` is the index file that errors name.
Lexicon parse_dictd(std::string_view index, std::string_view dictionary, const std::string& name);

// One record: the line of the headword, then its glosses, a line each ("1. ..." or bare).
void append_dictd_record(std::string_view record, Lexicon& lexicon);

}  // namespace mizan
