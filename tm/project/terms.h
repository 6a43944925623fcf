// The terms that a command works with: glossary files and, when there is one, the termbase.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "tm/base/error.h"
#include "tm/memory/database.h"
#include "tm/model/term_entry.h"
#include "tm/term/recognizer.h"

namespace mizan {

// A recognizer of the glossaries' terms and, with a database, those of its termbase. Rows of a
// glossary that had to be left out are added to `diagnostics`.
TermRecognizer load_terms(const std::vector<std::string>& glossaries, Database* database,
                          std::vector<Diagnostic>& diagnostics);

// The memory opened for reading when the file exists; null otherwise. For commands that use a
// memory without needing one.
std::unique_ptr<Database> open_if_present(const std::string& path);

}  // namespace mizan
