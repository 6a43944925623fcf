// Arabic terms, compiled from their citation forms.
#pragma once

#include "tm/model/term_entry.h"
#include "tm/term/compiled_terms.h"
#include "tm/term/gloss.h"

namespace mizan {

// Adds term number `term.term` of `entry` to `compiled`.
void compile_arabic_term(const CompiledTerm& term, const TermConcept& entry, const Gloss& gloss,
                         Relatives relatives, CompiledTerms& compiled);

}  // namespace mizan
