// Translation units as tab-separated rows: Arabic TAB English. No quoting: a `"` is a plain
// character; no comments: a `#` is text.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "tm/base/error.h"
#include "tm/model/translation_unit.h"

namespace mizan {

struct UnitTsvSummary {
  std::size_t units = 0;
  bool swapped = false;                 // the file has English first, without a header that says so
  std::vector<Diagnostic> diagnostics;  // rows left out, with their line and what to do
};

// Calls `visit` for each row, in order; origin.file is `path`, origin.position the 0-based row. A
// header line that names `ar`/`arabic` and `en`/`english` is honoured in any order, and so are its
// columns `document`, `author`, `created`, `changed`, `source` (ar or en: the language that was
// translated), `note`, `id` (kept as a property). Further columns are ignored; empty lines too.
// Throws as read_text().
UnitTsvSummary read_unit_tsv(const std::string& path,
                             const std::function<void(const TranslationUnit&)>& visit);

// The same for text at hand.
UnitTsvSummary parse_unit_tsv(std::string_view text, const std::string& name,
                              const std::function<void(const TranslationUnit&)>& visit);

// "Arabic TAB English LF". Tabs and line breaks inside a text become spaces.
std::string unit_tsv_row(const TranslationUnit& unit);

}  // namespace mizan
