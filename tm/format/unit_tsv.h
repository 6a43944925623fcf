// Translation units as tab-separated rows: Arabic TAB English. No quoting: a `"` is a plain
// character; no comments: a `#` is text.
#pragma once

#include <string>
#include <string_view>

#include "tm/format/unit_reader.h"
#include "tm/format/unit_writer.h"

namespace mizan {

// Calls `visit` for each row, in order; origin.file is `path`, origin.position the 0-based row. A
// header line that names `ar`/`arabic` and `en`/`english` is honoured in any order, and so are its
// columns `document`, `author`, `created`, `changed`, `source` (ar or en: the language that was
// translated), `note`, `id` (the property kUnitIdProperty). Further columns are ignored; empty
// lines too. A row with too few columns is malformed. Throws as read_text().
UnitReadSummary read_unit_tsv(const std::string& path, const UnitVisitor& visit,
                              const UnitReadOptions& options = {});

// The same for text at hand.
UnitReadSummary parse_unit_tsv(std::string_view text, const std::string& name,
                               const UnitVisitor& visit, const UnitReadOptions& options = {});

// Rows "Arabic TAB English" without a header. Tabs and line breaks inside a text become spaces.
class UnitTsvWriter : public UnitWriter {
 public:
  explicit UnitTsvWriter(TextSink sink) : sink_(std::move(sink)) {}
  void begin(const UnitFileHeader&) override {}
  void write(const TranslationUnit& unit) override;
  void finish() override {}

 private:
  TextSink sink_;
};

}  // namespace mizan
