// Translation units as an XCES alignment (cesAlign), as OPUS has it: links between the sentences of
// two documents that are files of their own.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "tm/format/unit_reader.h"

namespace mizan {

constexpr std::string_view kXcesCertaintyProperty = "certainty";

// Calls `visit` for each link, in order; origin.document is the first document of its group. The
// documents of a group are looked for beside the alignment, with ".gz" or without, and in the
// folders "xml" and "raw" there; they are held in memory while their group is read. The languages
// are those that the documents' folders or names tell ("ar/a.xml"), else those of their scripts.
// Words (`w`) are joined by spaces but for those at punctuation. A link to a sentence that is not
// there is malformed, one-sided links are untranslated. Throws as read_tmx(), for the documents
// too.
UnitReadSummary read_unit_xces(const std::string& path, const UnitVisitor& visit,
                               const UnitReadOptions& options = {});

// Gives the bytes of a document that an alignment names.
using XcesDocuments = std::function<std::string(const std::string& name)>;

// The same for an alignment at hand.
UnitReadSummary read_unit_xces_bytes(std::string_view bytes, const std::string& name,
                                     const XcesDocuments& documents, const UnitVisitor& visit,
                                     const UnitReadOptions& options = {});

}  // namespace mizan
