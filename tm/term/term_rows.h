// Concepts and terms as rows of the database. Inserting, updating and deleting happen inside a
// Write of the caller.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "tm/memory/database.h"
#include "tm/model/term_entry.h"

namespace mizan {

// All concepts, or the one with this id, in order of id, their terms in the order of adding.
std::vector<TermConcept> read_concepts(const Database& database,
                                       std::optional<std::int64_t> id = std::nullopt);

// Stores new concepts and terms and sets their ids. Histories are kept; where they say nothing, it
// is now and `author`. `database` must outlive it.
class ConceptInserter {
 public:
  explicit ConceptInserter(const Database& database);

  // With its terms.
  void insert(TermConcept& entry, std::string_view author);
  void insert_term(std::int64_t concept_id, Term& term, std::string_view author);

 private:
  const Database& database_;
  Statement concept_;
  Statement term_;
};

// By their ids; changed now, by `author`.
void update_concept(const Database& database, const TermConcept& entry, std::string_view author);
void update_term(const Database& database, const Term& term, std::string_view author);
void delete_term(const Database& database, std::int64_t id);
// With its terms.
void delete_concept(const Database& database, std::int64_t id);

}  // namespace mizan
