// Glossaries as text: TSV (Arabic TAB English TAB status-or-note), CSV, and OmegaT's glossaries.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tm/format/glossary.h"
#include "tm/model/term_entry.h"

namespace mizan {

// `#` starts a comment line. The delimiter is the tab where rows have one, and a `"` is a plain
// character then; else the fields are quoted as RFC 4180 has it and the delimiter is found from the
// content. Columns as GlossaryTable says. Throws as LineReader, and Error(kUsage) as GlossaryTable.
Glossary read_glossary(const std::string& path, const std::vector<std::string>& columns = {});
Glossary parse_glossary(std::string_view text, const std::string& name,
                        const std::vector<std::string>& columns = {});

// The rows of concepts (glossary_rows) as TSV or CSV.
std::string glossary_tsv(const std::vector<TermConcept>& concepts, LossCounts& losses);
std::string glossary_csv(const std::vector<TermConcept>& concepts, LossCounts& losses);

// Rows "source TAB target TAB comment" without a header, as OmegaT reads them; terms that must not
// be used are left out and counted.
std::string glossary_omegat(const std::vector<TermConcept>& concepts, Language source,
                            LossCounts& losses);

}  // namespace mizan
