// Glossaries as Excel workbooks (.xlsx, ISO 29500).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tm/format/glossary.h"

namespace mizan {

// Whether a file that starts so is a ZIP archive, as every workbook is.
bool opens_zip(std::string_view bytes);

// Every sheet that is a glossary (columns as GlossaryTable says; no comment rows), in the order of
// the workbook; the others are named in the diagnostics. Shared strings, inline strings, numbers
// and cached results of formulas are read as text. Throws as read_file; Error(kMalformed) for what
// is not a workbook, is damaged or encrypted; Error(kLimit) above 256 MB unpacked or 32,767
// characters in a cell. Columns behind the 256th are counted as lost.
Glossary read_xlsx(const std::string& path, const std::vector<std::string>& columns = {});
Glossary parse_xlsx(std::string bytes, const std::string& name,
                    const std::vector<std::string>& columns = {});

// The workbook of glossary_rows(), its bytes.
std::string glossary_xlsx(const std::vector<TermConcept>& concepts, LossCounts& losses);

}  // namespace mizan
