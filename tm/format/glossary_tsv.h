// Glossaries as tab-separated rows: Arabic TAB English TAB status-or-note.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tm/base/error.h"
#include "tm/model/term_entry.h"

namespace mizan {

struct GlossaryRow {
  std::string arabic;
  std::string english;
  TermStatus status = TermStatus::kPreferred;  // of the pair
  std::string note;
  std::size_t line = 0;  // 1-based
};

struct Glossary {
  std::string name;
  std::vector<GlossaryRow> rows;
  bool swapped = false;                 // English came first, without a header that says so
  std::vector<Diagnostic> diagnostics;  // rows left out, with their line and what to do
};

// `#` starts a comment line. The third column is a status when it is exactly one of preferred,
// admitted, deprecated, superseded (in any case), else a note. A header line that names
// `ar`/`arabic` and `en`/`english` is honoured in any order; there the status is the column
// `status` and the note `note` or `comment`, else the first column that is left is read like the
// third. Throws as read_text().
Glossary read_glossary(const std::string& path);
Glossary parse_glossary(std::string_view text, const std::string& name);

// Rows that share their Arabic or their English term are one concept, in the order of their first
// rows; `source` is the name of the glossary. A term that several rows hold has the best of their
// statuses (it is the other term of a deprecated pair that is deprecated); notes are joined.
std::vector<TermConcept> to_concepts(const Glossary& glossary);

// The rows of concepts: every Arabic term with every English one, with the worse of their two
// statuses and a header line.
std::string glossary_tsv(const std::vector<TermConcept>& concepts);

}  // namespace mizan
