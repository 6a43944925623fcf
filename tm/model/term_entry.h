// Concepts and their terms, after TBX (ISO 30042): concept -> language -> term.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tm/base/language.h"

namespace mizan {

enum class TermStatus { kPreferred, kAdmitted, kDeprecated, kSuperseded };

// "preferred", "admitted", "deprecated", "superseded".
std::string_view to_string(TermStatus status);

// The status that is spelled exactly so, in lower case; nothing for any other text.
std::optional<TermStatus> parse_term_status(std::string_view text);

// Whether a translation may use a term of this status.
constexpr bool is_approved(TermStatus status) {
  return status == TermStatus::kPreferred || status == TermStatus::kAdmitted;
}

struct Term {
  std::string text;  // citation form, verbatim
  Language language = Language::kArabic;
  TermStatus status = TermStatus::kPreferred;
  std::string note;
};

// Invariant: at least one term. At most one preferred term per language is the aim; an import of
// a glossary keeps what the glossary says.
struct TermConcept {
  std::int64_t id = 0;  // 0: not stored yet
  std::string subject;
  std::string definition;
  std::string source;  // the file it was imported from
  std::vector<Term> terms;
};

// An occurrence of a term in running text.
struct TermHit {
  std::size_t line = 0;   // 0-based line (or segment) of the text
  std::size_t begin = 0;  // bytes within that line, original text, clitics included
  std::size_t end = 0;
  std::string surface;                         // the bytes [begin, end)
  std::string term;                            // citation form as the glossary has it
  TermStatus status = TermStatus::kPreferred;  // of that term
  std::vector<std::string> translations;       // approved renderings, preferred first
  std::string evidence;                        // why: "exact", "clitic و+", "folding: hamza", ...
  double confidence = 1;                       // 0-1
  bool related = false;                        // a related form, not the term itself
  std::int64_t concept_id = 0;
};

}  // namespace mizan
