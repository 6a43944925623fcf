// What is wrong or doubtful within a termbase.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tm/model/term_entry.h"

namespace mizan {

enum class TermFaultKind {
  kDuplicate,     // two concepts share a term in each language
  kTwoPreferred,  // of one language and scope within a concept
  kNoneApproved,  // a language whose terms are all deprecated or superseded
  kEmptySide,     // no term in one of the languages
  kConflict,      // one preferred term, two concepts that prefer different renderings
  kContained,     // a term that is part of a term of another concept
};

// "duplicate", "two-preferred", "none-approved", "empty-side", "conflict", "contained".
std::string_view to_string(TermFaultKind kind);

struct TermFault {
  TermFaultKind kind = TermFaultKind::kDuplicate;
  std::vector<const TermConcept*> concepts;  // of those that were checked; one or more
  std::string message;                       // one line for a person
};

// Whether contained terms are wanted: they are no mistake (حرب, حرب أهلية), but show where the
// longer term may want the shorter one's rendering.
enum class ContainedTerms { kLeaveOut, kInclude };

// Terms are compared folded, without articles. In order of kind, then of the concepts. Concepts of
// different customers or projects neither duplicate nor contradict each other.
std::vector<TermFault> find_term_faults(std::span<const TermConcept> concepts,
                                        ContainedTerms contained = ContainedTerms::kLeaveOut);

}  // namespace mizan
