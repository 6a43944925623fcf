// The terms that a command works with: glossary files and, when there is one, the termbase.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "tm/base/error.h"
#include "tm/memory/database.h"
#include "tm/model/term_entry.h"
#include "tm/term/recognizer.h"

namespace mizan {

// What was told while glossaries were read.
struct GlossarySummary {
  std::vector<Diagnostic> diagnostics;  // what had to be left out
  std::size_t malformed = 0;            // rows that could not be read
};

// The concepts of the glossaries, of any format that read_terms() knows, and, with a database,
// those of its termbase; adds to `summary`.
std::vector<TermConcept> load_concepts(const std::vector<std::string>& glossaries,
                                       Database* database, GlossarySummary& summary);

// A recognizer of load_concepts().
TermRecognizer load_terms(const std::vector<std::string>& glossaries, Database* database,
                          GlossarySummary& summary);

// The memory opened for reading when the file exists; null otherwise. For commands that use a
// memory without needing one.
std::unique_ptr<Database> open_if_present(const std::string& path);

}  // namespace mizan
