// Translation units as the rows of a table: TSV, where a `"` is a plain character, and CSV, quoted
// as RFC 4180 has it. No comments: a `#` is text.
#pragma once

#include <string>
#include <string_view>

#include "tm/base/line_reader.h"
#include "tm/format/unit_reader.h"
#include "tm/format/unit_writer.h"

namespace mizan {

// Calls `visit` for each row, in order; origin.file is `path`, origin.position the 0-based row.
// Which columns hold what, `options.table` says or a header row with names that unit_columns.h
// knows, else the script of the first rows. Cells of other columns are counted as left out; empty
// rows are nothing. A row with too few columns is malformed. Throws as LineReader, and
// Error(kUsage) for columns in `options.table` that do not say where the texts are.
UnitReadSummary read_unit_tsv(const std::string& path, const UnitVisitor& visit,
                              const UnitReadOptions& options = {});
// The same with quoted fields, of several lines even. The delimiter is found from the content
// unless `options.table` has one.
UnitReadSummary read_unit_csv(const std::string& path, const UnitVisitor& visit,
                              const UnitReadOptions& options = {});

// The same for text at hand.
UnitReadSummary parse_unit_tsv(std::string_view text, const std::string& name,
                               const UnitVisitor& visit, const UnitReadOptions& options = {});
UnitReadSummary parse_unit_csv(std::string_view text, const std::string& name,
                               const UnitVisitor& visit, const UnitReadOptions& options = {});

// Whether a text that starts so is a CSV of both languages, by its header or its first rows. A
// table with tabs is none.
bool opens_unit_csv(std::string_view start);

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

// A header row, then comma-separated rows. What the reader gives for the result is the units
// written, but for inline tags and properties other than kUnitIdProperty; "\r\n" inside a text
// becomes "\n", several notes become one.
class UnitCsvWriter : public UnitWriter {
 public:
  explicit UnitCsvWriter(TextSink sink) : sink_(std::move(sink)) {}
  void begin(const UnitFileHeader& header) override;
  void write(const TranslationUnit& unit) override;
  void finish() override {}

 private:
  TextSink sink_;
};

}  // namespace mizan
