// English terms: compiled from their citation forms, how a written word could be such a word, and
// how well it fits.
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

// Judges readings of one line, as ArabicFit does.
class EnglishFit {
 public:
  explicit EnglishFit(std::span<const Atom> atoms) : atoms_(atoms) {}

  double score(const TermWord& word, const Reading& reading, std::size_t at, std::size_t index,
               std::size_t count) const;
  double context_score(const CompiledTerm& term, const TermWord& word, const Reading& reading,
                       std::size_t at) const;
  std::string describe(const TermWord& word, const Reading& reading, std::size_t at) const;

 private:
  double case_score(const TermWord& word, const Reading& reading, std::size_t at,
                    std::size_t count) const;
  double name_score(std::size_t at) const;
  double noun_score(const Reading& reading, std::size_t at, const Atom* before,
                    const Atom* after) const;
  bool among_capitals(std::size_t at) const;
  const Atom* word_before(std::size_t at) const;
  const Atom* word_after(std::size_t at) const;

  std::span<const Atom> atoms_;
};

}  // namespace mizan
