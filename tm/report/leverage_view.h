// The match-band table for people and programs.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "tm/model/leverage.h"
#include "tm/report/terminal.h"

namespace mizan {

// What is shown of a text: its name, its language and its table.
struct LeverageRow {
  std::string name;
  Language language = Language::kArabic;
  LeverageTable table;
};

// A table for each text, and one for all of them when there are several.
std::string view_leverage(std::span<const LeverageRow> rows, const TerminalStyle& style);
// "file TAB language TAB band TAB segments TAB words" with a header; the total last, as "total".
std::string leverage_tsv(std::span<const LeverageRow> rows);
// One object: {"schema":1,"files":[{"file","language","segments","words","bands":{...}}],"total"}.
std::string leverage_json(std::span<const LeverageRow> rows);

}  // namespace mizan
