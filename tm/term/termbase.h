// The termbase: concepts with their terms, in the database that the memory uses. Every change is a
// Write, so that `undo` takes it back.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tm/base/language.h"
#include "tm/memory/database.h"
#include "tm/model/term_entry.h"

namespace mizan {

// What `list` shows; an empty field asks nothing.
struct TermFilter {
  std::optional<Language> language;  // concepts with a term of it
  std::optional<TermStatus> status;  // concepts with a term of this status
  std::string subject;               // equal to this
  std::string source;                // the glossary file it came from, equal to this
  std::string text;                  // a term contains this, spelling folded
};

// A term of the termbase that resembles a new one.
struct SimilarTerm {
  std::int64_t concept_id = 0;
  Term term;
  double similarity = 0;  // 1: the same letters after folding
};

struct AddedConcept {
  std::int64_t id = 0;
  bool already_there = false;        // the same pair was stored before; nothing was written
  std::vector<SimilarTerm> similar;  // best first, of other concepts
};

struct TermImport {
  std::int64_t concepts_added = 0;
  std::int64_t concepts_extended = 0;  // got further terms, or a status or note changed
  std::int64_t terms_added = 0;
  std::int64_t terms_changed = 0;
  std::int64_t unchanged = 0;  // concepts that were there already as they are
};

// Not thread-safe: one Termbase (and Database) a thread. Throws the errors of Database;
// Error(kNotFound) for an id that does not exist; Error(kUsage) for a concept without terms or
// with an empty one. `database` must outlive it.
class Termbase {
 public:
  explicit Termbase(Database& database);

  // Stores `entry` and says what resembles it. `command` names the write for `undo`.
  AddedConcept add(const TermConcept& entry, std::string_view command = "term add");

  // Stores the concepts of a glossary in one write. A concept whose terms meet a stored concept on
  // both sides (the same Arabic and the same English term) extends it.
  TermImport import(const std::vector<TermConcept>& entries, std::string_view command);

  // A further term of a stored concept.
  void add_term(std::int64_t concept_id, const Term& term);
  // The status, and the note unless empty, of the terms of the concept that read `text`.
  void set_status(std::int64_t concept_id, std::string_view text, TermStatus status,
                  std::string_view note = {});
  // Replaces subject, definition and terms by those of `entry`, whose id says which concept.
  void replace(const TermConcept& entry);
  void remove(std::int64_t concept_id);

  // In order of id.
  std::vector<TermConcept> list(const TermFilter& filter = {}) const;
  std::optional<TermConcept> get(std::int64_t concept_id) const;
  // Concepts with a term that reads `text` after folding (case, marks, hamza and the like), in
  // either language.
  std::vector<TermConcept> find(std::string_view text) const;
  // Terms like `text`, best first: the same letters but for folding, then by edit similarity.
  std::vector<SimilarTerm> similar(std::string_view text, std::size_t limit = 5) const;

  // Two spellings that an editor has declared to be two names. Order does not matter; recording
  // twice is once. False when it was known.
  bool record_distinct(std::string_view a, std::string_view b);
  bool forget_distinct(std::string_view a, std::string_view b);
  std::vector<std::pair<std::string, std::string>> distinct_names() const;

 private:
  Database& database_;
};

}  // namespace mizan
