// Terms in running text, from the termbase outward: every word of a line is read in all the ways
// it can be written (clitics, endings, plurals, spellings), a reading counts only when what remains
// is a word of a term, and the compiled term decides whether it may take that form.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "tm/base/language.h"
#include "tm/model/term_entry.h"

namespace mizan {

struct FindOptions {
  // Below this a hit is too doubtful to show.
  double min_confidence = 0.5;
  // Nisba adjectives, verbs and other derivations, shortened forms: hits marked `related`.
  bool related = false;
  // Hits inside longer hits too (the check of a translation wants them); otherwise the longest
  // wins.
  bool overlapping = false;
  // The same segment in the other language, when there is one: a term whose rendering stands there
  // is likelier, a doubtful one whose rendering does not is dropped.
  std::string_view other_side;
};

// What a text says for one concept.
struct Renderings {
  std::vector<TermHit> approved;    // by preferred and admitted terms, in order of place
  std::vector<TermHit> unapproved;  // by deprecated and superseded terms
};

// Immutable once built, and so safe to share between threads. Owns copies of its concepts.
class TermRecognizer {
 public:
  // A concept that is not stored yet (id 0) gets a negative id, unique within this recognizer.
  explicit TermRecognizer(std::vector<TermConcept> concepts);
  TermRecognizer(TermRecognizer&&) noexcept;
  TermRecognizer& operator=(TermRecognizer&&) noexcept;
  ~TermRecognizer();

  // The terms of `language` in `line` (valid UTF-8), in order of place, related ones last within a
  // place. A place has several hits when concepts share the term, or when their terms fit equally.
  // `TermHit::line` is left 0.
  std::vector<TermHit> find(std::string_view line, Language language,
                            const FindOptions& options = {}) const;

  // The terms of the concept that stand in `text`, inflected or not, also inside longer terms.
  // Related forms do not count.
  Renderings renderings(std::string_view text, Language language, std::int64_t concept_id) const;

  // Whether an approved term of the concept stands in `text`.
  bool rendering_present(std::string_view text, Language language, std::int64_t concept_id) const;

  // Null for an id that no concept has.
  const TermConcept* find_concept(std::int64_t concept_id) const;

  std::span<const TermConcept> concepts() const;

 private:
  struct Compiled;
  std::unique_ptr<const Compiled> compiled_;
};

}  // namespace mizan
