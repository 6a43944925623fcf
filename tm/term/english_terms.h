// English terms: compiled from their citation forms, and how a written word could be such a word.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tm/model/term_entry.h"
#include "tm/term/atoms.h"
#include "tm/term/compiled_terms.h"

namespace mizan {

// The key under which British and American spellings meet: "defence", "defense" -> "defense".
std::u16string english_key(std::u16string_view lower);

void compile_english_term(const CompiledTerm& term, const TermConcept& entry, Relatives relatives,
                          CompiledTerms& compiled);

// The readings of the word at `atoms[at]`, alone or joined with the next one (anti-viral); sorted
// by stem.
std::vector<Reading> read_english(std::span<const Atom> atoms, std::size_t at, const TermTrie& trie,
                                  Relatives relatives);

}  // namespace mizan
