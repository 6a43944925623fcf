// How well a reading of a written English word fits a word of a term.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "tm/term/atoms.h"
#include "tm/term/compiled_terms.h"

namespace mizan {

// Whether the word is a month that is another word too: may, march.
bool is_month(std::u16string_view lower);

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
