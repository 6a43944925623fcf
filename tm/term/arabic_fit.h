// How well a reading of a written Arabic word fits a word of a term.
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "tm/term/atoms.h"
#include "tm/term/compiled_terms.h"

namespace mizan {

// Judges readings of one line; holds references to it.
class ArabicFit {
 public:
  explicit ArabicFit(std::span<const Atom> atoms);

  // How likely atom `at`, read as `reading`, is the word `index` of a term of `count` words whose
  // compiled form is `word`: 0 for a form that the word does not take.
  double score(const TermWord& word, const Reading& reading, std::size_t at, std::size_t index,
               std::size_t count) const;

  // Why: "clitic و+ل+ال, dual"; empty for a word written as cited.
  std::string describe(const TermWord& word, const Reading& reading, std::size_t at) const;

  // What the line around the hit says for or against it: a factor of its score. Only one-word names
  // that look like a nisba adjective ask (مالي Mali, financial). `word` and `reading` are those of
  // the first word, at atom `at`.
  double context_score(const CompiledTerm& term, const TermWord& word, const Reading& reading,
                       std::size_t at) const;

 private:
  double proclitic_score(const TermWord& word, const Reading& reading, std::size_t at,
                         std::size_t index, std::size_t count) const;
  double singular_score(const TermWord& word, const Reading& reading, std::size_t index,
                        std::size_t count) const;
  double ending_score(const TermWord& word, const Reading& reading, std::size_t at,
                      std::size_t index, std::size_t count) const;
  double yeh_score(const TermWord& word, std::size_t at, std::size_t index,
                   std::size_t count) const;
  double spelling_score(const TermWord& word, const Reading& reading, std::size_t at) const;

  std::span<const Atom> atoms_;
  bool dotless_yeh_ = false;  // the writer ends words in ى where others write ي: فى
  bool heh_for_teh_ = false;  // and in ه for ة: المدينه
};

}  // namespace mizan
