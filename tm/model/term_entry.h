// Concepts and their terms, after TBX (ISO 30042): concept -> language -> term.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
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

// When and by whom; an empty member is unknown. Times are ISO 8601 in UTC.
struct TermHistory {
  std::string created = {};
  std::string created_by = {};
  std::string changed = {};
  std::string changed_by = {};

  bool operator==(const TermHistory&) const = default;
};

// What a file says of a concept or a term that has no member of its own, by TBX's name for it
// ("context", "geographicalUsage"), in the order of the file. What a concept says for one language
// alone has its tag before the name ("ar:definition").
using TermProperties = std::vector<std::pair<std::string, std::string>>;

struct Term {
  std::string text;  // citation form, verbatim
  Language language = Language::kArabic;
  TermStatus status = TermStatus::kPreferred;
  std::string note;
  // As TBX names them: noun, properNoun, verb, adjective, adverb, other; singular, dual, plural,
  // mass, other; masculine, feminine, neuter, other. Empty: not said.
  std::string part_of_speech = {};
  std::string number = {};
  std::string gender = {};
  // Further forms that occur in texts and that no rule makes of the citation form: broken plurals,
  // a feminine, a demonym, an abbreviation.
  std::vector<std::string> forms = {};
  bool case_sensitive = false;    // only with the capitals of the citation
  bool do_not_translate = false;  // stands in a translation as it is
  std::string region = {};        // of the file's language tag: "EG" of ar-EG
  TermProperties properties = {};
  TermHistory history = {};
  std::int64_t id = 0;  // 0: not stored yet

  bool operator==(const Term&) const = default;
};

// Whether they are one term of a concept: the same text for the same region.
bool is_same_term(const Term& a, const Term& b);

// Invariant: at least one term. At most one preferred term per language is the aim (see
// preferred_twice()); an import of a glossary keeps what the glossary says.
struct TermConcept {
  std::int64_t id = 0;  // 0: not stored yet
  std::string subject;
  std::string definition;
  std::string source;  // the file it was imported from, or who says so
  std::vector<Term> terms;
  std::string customer = {};
  std::string project = {};
  std::string note = {};
  TermProperties properties = {};
  TermHistory history = {};

  bool operator==(const TermConcept&) const = default;
};

// Two preferred terms of one language whose scope (region, customer, project, usage, number, part
// of speech) is the same: the first such pair, as indices of `entry.terms`.
std::optional<std::pair<std::size_t, std::size_t>> preferred_twice(const TermConcept& entry);

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
