#include "tm/report/leverage_view.h"

#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>

namespace mizan {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kSchema = 1;

struct BandLabel {
  LeverageBand band;
  const char* label;
};

constexpr std::array<BandLabel, kLeverageBands> kLabels = {{
    {LeverageBand::kContext, "in context 101%"},
    {LeverageBand::kExact, "exact 100%"},
    {LeverageBand::kRepetition, "repetitions"},
    {LeverageBand::k95To99, "95-99%"},
    {LeverageBand::k85To94, "85-94%"},
    {LeverageBand::k75To84, "75-84%"},
    {LeverageBand::k50To74, "50-74%"},
    {LeverageBand::kNone, "none"},
}};

LeverageTable total_of(std::span<const LeverageRow> rows) {
  LeverageTable total;
  for (const LeverageRow& row : rows) {
    for (std::size_t i = 0; i < kLeverageBands; ++i) total.bands[i] += row.table.bands[i];
  }
  return total;
}

std::string table_line(const char* label, const LeverageCount& count, std::size_t words) {
  char line[96];
  const double share =
      words == 0 ? 0 : 100.0 * static_cast<double>(count.words) / static_cast<double>(words);
  std::snprintf(line, sizeof line, "  %-16s %10zu %10zu %7.1f%%\n", label, count.segments,
                count.words, share);
  return line;
}

std::string view_table(const std::string& heading, const LeverageTable& table,
                       const TerminalStyle& style) {
  char columns[96];
  std::snprintf(columns, sizeof columns, "  %-16s %10s %10s %8s\n", "", "segments", "words",
                "of words");
  std::string view = emphasised(heading, Emphasis::kBold, style) + '\n' + columns;
  const LeverageCount total = table.total();
  for (const BandLabel& row : kLabels) view += table_line(row.label, table[row.band], total.words);
  return view + table_line("total", total, total.words);
}

std::string tsv_rows(const std::string& name, std::string_view language,
                     const LeverageTable& table) {
  std::string rows;
  for (const BandLabel& row : kLabels) {
    const LeverageCount& count = table[row.band];
    rows += tsv_field(name) + '\t' + std::string(language) + '\t' +
            std::string(to_string(row.band)) + '\t' + std::to_string(count.segments) + '\t' +
            std::to_string(count.words) + '\n';
  }
  return rows;
}

Json table_object(const LeverageTable& table) {
  const LeverageCount total = table.total();
  Json bands;
  for (const BandLabel& row : kLabels) {
    bands[std::string(to_string(row.band))] = {{"segments", table[row.band].segments},
                                               {"words", table[row.band].words}};
  }
  return {{"segments", total.segments}, {"words", total.words}, {"bands", bands}};
}

}  // namespace

std::string view_leverage(std::span<const LeverageRow> rows, const TerminalStyle& style) {
  std::string view;
  for (const LeverageRow& row : rows) {
    const std::string language = row.language == Language::kArabic ? "Arabic" : "English";
    view += view_table(shown(row.name, style) + " (" + language + ")", row.table, style) + '\n';
  }
  if (rows.size() > 1) {
    view +=
        view_table("all " + std::to_string(rows.size()) + " texts", total_of(rows), style) + '\n';
  }
  return view;
}

std::string leverage_tsv(std::span<const LeverageRow> rows) {
  std::string table = "file\tlanguage\tband\tsegments\twords\n";
  for (const LeverageRow& row : rows) table += tsv_rows(row.name, code(row.language), row.table);
  return table + tsv_rows("total", "", total_of(rows));
}

std::string leverage_json(std::span<const LeverageRow> rows) {
  Json files = Json::array();
  for (const LeverageRow& row : rows) {
    Json file = {{"file", row.name}, {"language", code(row.language)}};
    file.update(table_object(row.table));
    files.push_back(std::move(file));
  }
  return Json({{"schema", kSchema}, {"files", files}, {"total", table_object(total_of(rows))}})
      .dump(2, ' ', false, Json::error_handler_t::replace);
}

}  // namespace mizan
