// Which column of a glossary holds what, and its rows read accordingly.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "tm/format/glossary.h"
#include "tm/format/table_rows.h"
#include "tm/format/unit_columns.h"

namespace mizan {

// The columns besides the two texts; absent ones are empty.
struct GlossaryColumns {
  UnitColumns::Column status, note, status_or_note, part_of_speech, number, gender, forms,
      case_sensitive, do_not_translate, definition, subject, source, customer, project, entry;
};

// Reads rows into a Glossary, in the order of the table. The columns are those that `columns` names
// in order ("ar", "en", "status", "note", ...; a word that is no name skips its column), else those
// that the first row names, else Arabic and English by their script and in the first column behind
// them a status or a note. A column named "comment" holds what one named "note" does, "description"
// a definition.
class GlossaryTable {
 public:
  // Throws Error(kUsage) when `columns` are not empty and do not say where the two texts are.
  GlossaryTable(std::string name, const std::vector<std::string>& columns);

  // Finds the columns from the first rows; how many of them (0 or 1) are a header. Nothing when
  // these rows name no columns and do not hold the two languages, and `columns` were not given.
  std::optional<std::size_t> find_columns(std::span<const TableRow> sample);
  void add(const TableRow& row);
  // After the last row.
  Glossary take();

 private:
  std::string cell(const TableRow& row, const UnitColumns::Column& column) const;
  void read_texts(const TableRow& row, GlossaryRow& pair) const;
  // False, with the problem, when the row's status is not one.
  bool read_further(const TableRow& row, GlossaryRow& pair, std::string& problem) const;

  UnitColumns texts_;
  GlossaryColumns further_;
  bool given_ = false;  // the columns, by the caller
  Glossary glossary_;
};

}  // namespace mizan
