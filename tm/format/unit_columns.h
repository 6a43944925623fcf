// Which column of a table of translation units holds what.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "tm/base/language.h"
#include "tm/format/table_rows.h"

namespace mizan {

// Absent columns are empty. Either both texts by language, or both by their role in translation.
struct UnitColumns {
  using Column = std::optional<std::size_t>;

  Column arabic;
  Column english;
  Column source_text;
  Column target_text;
  Column source_language;  // cells are language tags
  Column target_language;
  Column document;
  Column author;
  Column created;
  Column changed;
  Column note;
  Column id;
  std::vector<std::string> names;  // of all columns; empty without a header

  // Whether they say where the two texts are.
  bool complete() const { return (arabic && english) || (source_text && target_text); }
  // Of the columns with the texts, the last.
  std::size_t last_text() const;
  // Whether one of the members is `column`.
  bool known(std::size_t column) const;
};

// By names such as "ar", "Arabic", "en-US", "source", "targetString", "sourceLang", "note",
// "description"; of two columns with one meaning the first counts. May be incomplete().
UnitColumns named_columns(std::span<const std::string> names);

// By the script of the first rows: the first two columns when they hold the two languages, in
// either order, else those that do; Arabic, then English, when none do. Complete.
UnitColumns columns_by_script(std::span<const TableRow> rows);

// Whether most rows hold Arabic in one column and English in another.
bool hold_both_languages(std::span<const TableRow> rows);

}  // namespace mizan
