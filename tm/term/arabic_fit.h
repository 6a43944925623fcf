// How well a reading of a written Arabic word fits a word of a term.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "tm/term/arabic_context.h"
#include "tm/term/atoms.h"
#include "tm/term/compiled_terms.h"

namespace mizan {

// Judges readings of one line; holds references to it.
class ArabicFit {
 public:
  ArabicFit(std::string_view line, std::span<const Atom> atoms)
      : atoms_(atoms), habits_(spelling_habits(line, atoms)) {}

  // How likely atom `at`, read as `reading`, is the word `index` of a term of `count` words whose
  // compiled form is `word`: 0 for a form that the word does not take.
  double score(const TermWord& word, const Reading& reading, std::size_t at, std::size_t index,
               std::size_t count) const;

  // Why: "clitic و+ل+ال, dual"; empty for a word written as cited.
  std::string describe(const TermWord& word, const Reading& reading, std::size_t at) const;

  // What the line around the hit says for or against it: a factor of its score. `word` and
  // `reading` are those of the first word, at atom `at`.
  double context_score(const CompiledTerm& term, const TermWord& word, const Reading& reading,
                       std::size_t at) const;

 private:
  double proclitic_score(const TermWord& word, const Reading& reading, std::size_t at,
                         std::size_t index, std::size_t count) const;
  double singular_score(const TermWord& word, const Reading& reading, std::size_t at,
                        std::size_t index, std::size_t count) const;
  double ending_score(const TermWord& word, const Reading& reading, std::size_t at,
                      std::size_t index, std::size_t count) const;
  double broken_score(const TermWord& word, const Reading& reading, std::size_t at,
                      std::size_t index, std::size_t count) const;
  bool has_noun_after(std::size_t at) const;
  double alef_score(const TermWord& word, const Reading& reading, char16_t text,
                    std::size_t index) const;
  double spelling_score(const TermWord& word, const Reading& reading, std::size_t at) const;

  std::span<const Atom> atoms_;
  SpellingHabits habits_;
};

}  // namespace mizan
