// Why a written Arabic word counts as a word of a term, for people.
#pragma once

#include <string>

#include "tm/term/atoms.h"
#include "tm/term/compiled_terms.h"

namespace mizan {

// "clitic و+ل+ال, dual"; empty for a word written as cited.
std::string arabic_evidence(const Atom& atom, const TermWord& word, const Reading& reading);

}  // namespace mizan
