// Translation units as hunalign's text output: source TAB target TAB score, the sentences of a bead
// joined by " ~~~ ".
#pragma once

#include <string>
#include <string_view>

#include "tm/format/unit_reader.h"

namespace mizan {

// The property that holds the score of a row.
constexpr std::string_view kHunalignScoreProperty = "hunalign-score";

// Calls `visit` for each row, in order; sentences are joined by a space, rows of paragraph marks
// ("<p>") are nothing, one-sided rows are untranslated. The languages of the columns are seen from
// their scripts. A row without its two tabs or its score is malformed. Throws as LineReader.
UnitReadSummary read_unit_hunalign(const std::string& path, const UnitVisitor& visit,
                                   const UnitReadOptions& options = {});
UnitReadSummary parse_unit_hunalign(std::string_view text, const std::string& name,
                                    const UnitVisitor& visit, const UnitReadOptions& options = {});

// Whether every whole row of a text that starts so is of three fields with a score as the last.
bool opens_unit_hunalign(std::string_view start);

}  // namespace mizan
