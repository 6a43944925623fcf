// Glossaries as tables: a row is an Arabic and an English term that render each other, with what
// is said of the pair.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "tm/base/error.h"
#include "tm/format/unit_losses.h"
#include "tm/model/term_entry.h"

namespace mizan {

struct GlossaryRow {
  std::string arabic;
  std::string english;
  TermStatus status = TermStatus::kPreferred;  // of the pair
  std::string note;
  std::string part_of_speech = {};
  std::string number = {};  // of the Arabic term, as its gender
  std::string gender = {};
  std::vector<std::string> forms = {};  // each of the term in its script
  bool case_sensitive = false;          // the English term
  bool do_not_translate = false;
  std::string entry = {};  // rows with the same are one concept, with another are two
  std::string definition = {};
  std::string subject = {};
  std::string source = {};
  std::string customer = {};
  std::string project = {};
  std::size_t line = 0;  // 1-based
};

struct Glossary {
  std::string name;
  std::vector<GlossaryRow> rows;
  bool swapped = false;                 // English came first, without a header that says so
  std::vector<Diagnostic> diagnostics;  // rows left out, with their line and what to do
  // Of them, those that could not be read; a term without its rendering is read, and says nothing.
  std::size_t malformed = 0;
  LossCounts losses;  // cells of columns that mean nothing here
};

// Rows that share their Arabic or their English term, or name one entry, are one concept, in the
// order of their first rows; `source` is the name of the glossary unless a row says it. A term that
// several rows hold has the best of their statuses (it is the other term of a deprecated pair that
// is deprecated); notes are joined, and that of a row goes to the term whose status is worse.
std::vector<TermConcept> to_concepts(const Glossary& glossary);

// The rows of concepts, a header first: every Arabic term with every English one, with the worse of
// their two statuses. Behind arabic, english, status and note stand the columns that some concept
// needs. What rows cannot say is counted in `losses`.
std::vector<std::vector<std::string>> glossary_rows(const std::vector<TermConcept>& concepts,
                                                    LossCounts& losses);

}  // namespace mizan
