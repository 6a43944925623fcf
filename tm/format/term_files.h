// Files of terms in any format that Mizan knows.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tm/base/language.h"
#include "tm/format/tbx_reader.h"

namespace mizan {

// Reads TBX, a workbook or a table of text, whichever the content is; "-" is standard input.
// `columns` are the meanings of a table's columns in order (GlossaryTable). Throws as the readers,
// and Error(kUsage) for columns of a file that has none.
TermFile read_terms(const std::string& path, const std::vector<std::string>& columns = {});

enum class TermFormat { kTsv, kCsv, kXlsx, kTbx, kTbx3, kTbx3AsElements, kOmegat };

// By "tsv", "csv", "xlsx", "tbx" (version 2), "tbx3", "tbx3-dct", "omegat".
std::optional<TermFormat> parse_term_format(std::string_view name);
// By the end of a file's name: OmegaT's are .txt, .tab and .utf8.
std::optional<TermFormat> term_format_of(std::string_view path);

struct TermWriteOptions {
  TermFormat format = TermFormat::kTsv;
  Language source = Language::kArabic;  // the first column of an OmegaT glossary
};

// The bytes of the file. What the format cannot say is counted in `losses`.
std::string written_terms(const std::vector<TermConcept>& concepts, const TermWriteOptions& options,
                          LossCounts& losses);

}  // namespace mizan
