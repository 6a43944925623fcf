// The termbase: concepts with their terms, in the database that the memory uses. Every change is a
// Write, so that `undo` takes it back.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
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
  std::string customer;              // equal to this
  std::string project;               // equal to this
  std::string text;                  // a term contains this, spelling folded
};

struct TermImport {
  std::int64_t concepts_added = 0;
  std::int64_t concepts_extended = 0;  // got further terms, or something of a term changed
  std::int64_t unchanged = 0;          // concepts that were there already as they are
};

// How a change is recorded: what `undo` calls it, and who made it ("": not said).
struct TermWrite {
  std::string_view command;
  std::string_view author = {};
};

// Not thread-safe: one Termbase (and Database) a thread. Throws the errors of Database;
// Error(kNotFound) for an id that does not exist; Error(kUsage) for a concept without terms or
// with an empty one, or with one term twice. `database` must outlive it.
class Termbase {
 public:
  explicit Termbase(Database& database);

  // Stores a new concept; its id. Error(kUsage) when a concept has all its terms already.
  std::int64_t add(const TermConcept& entry, const TermWrite& how = {"term add"});

  // Stores the concepts of a glossary in one write. A concept whose terms meet a stored concept on
  // both sides (the same Arabic and the same English term) extends it.
  TermImport import(const std::vector<TermConcept>& entries, const TermWrite& how);

  // Changes one concept: `change` gets it as it is stored; a term that it leaves with its id stays
  // that term, whatever its text. Returns the concept as it is then; nothing is written when
  // nothing has changed.
  TermConcept update(std::int64_t concept_id, const TermWrite& how,
                     const std::function<void(TermConcept&)>& change);
  // The terms of `others` join the concept and they go; what it does not say itself it takes from
  // them. Returns the concept.
  TermConcept merge(std::int64_t concept_id, std::span<const std::int64_t> others,
                    const TermWrite& how);
  void remove(std::int64_t concept_id);

  // In order of id.
  std::vector<TermConcept> list(const TermFilter& filter = {}) const;
  TermConcept get(std::int64_t concept_id) const;
  // Concepts with a term that reads `text` after folding (case, marks, hamza, articles and the
  // like), in either language.
  std::vector<TermConcept> find(std::string_view text) const;

  // Two spellings that an editor has declared to be two names. Order does not matter; recording
  // twice is once. False when it was known.
  bool record_distinct(std::string_view a, std::string_view b);
  bool forget_distinct(std::string_view a, std::string_view b);
  std::vector<std::pair<std::string, std::string>> distinct_names() const;

 private:
  void store_changes(const TermConcept& before, TermConcept& after, std::string_view author);

  Database& database_;
};

}  // namespace mizan
