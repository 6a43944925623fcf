#include "tm/format/glossary_tsv.h"

#include <algorithm>
#include <deque>
#include <optional>

#include "tm/base/ascii.h"
#include "tm/base/line_reader.h"
#include "tm/format/glossary_columns.h"
#include "tm/format/table_rows.h"
#include "tm/text/script.h"

namespace mizan {
namespace {

// The rows that tell what the columns are.
constexpr std::size_t kSampleRows = 100;
constexpr std::string_view kDelimiters = ",;|";
// What a row of a TSV without a header or both languages is taken for.
const std::vector<std::string> kPlainColumns = {"ar", "en", "status-or-note"};

bool is_comment(const TableRow& row) { return row.fields[0].starts_with('#'); }

std::vector<TableRow> first_rows(TableRows& rows) {
  std::vector<TableRow> sample;
  for (TableRow row; sample.size() < kSampleRows && rows.next(row);) {
    const bool blank = row.fields.size() == 1 && ascii_trimmed(row.fields[0]).empty();
    if (!is_comment(row) && !blank) sample.push_back(std::move(row));
  }
  return sample;
}

// Whether the text is a table with this delimiter: its rows name or hold the two languages.
bool is_table(std::string_view text, TableDialect dialect,
              const std::vector<std::string>& columns) {
  LineReader lines(text, "");
  TableRows rows(lines, dialect);
  const std::vector<TableRow> sample = first_rows(rows);
  if (!columns.empty()) {
    return std::ranges::any_of(sample, [](const TableRow& row) { return row.fields.size() > 1; });
  }
  return GlossaryTable("", {}).find_columns(sample).has_value();
}

TableDialect find_dialect(std::string_view start, const std::vector<std::string>& columns) {
  if (ascii_trimmed(start).empty()) return {};
  if (is_table(start, {}, columns)) return {};
  for (const char delimiter : kDelimiters) {
    const TableDialect dialect{delimiter, Quoting::kQuotes};
    if (is_table(start, dialect, columns)) return dialect;
  }
  return {};
}

// Or has no second column either, which is told row by row.
bool holds_arabic(const std::vector<TableRow>& rows) {
  const auto is_arabic = [](const std::string& field) {
    return detect_language(field) == Language::kArabic;
  };
  return std::ranges::none_of(rows, [](const TableRow& row) { return row.fields.size() > 1; }) ||
         std::ranges::any_of(
             rows, [&](const TableRow& row) { return std::ranges::any_of(row.fields, is_arabic); });
}

Glossary read(LineReader& lines, const std::string& name, const std::vector<std::string>& columns) {
  TableRows rows(lines, find_dialect(lines.ahead(), columns));
  const std::vector<TableRow> sample = first_rows(rows);
  GlossaryTable table(name, columns);
  std::optional<std::size_t> header = table.find_columns(sample);
  if (!header) {
    if (!holds_arabic(sample)) {
      throw Error(ErrorKind::kMalformed, "no column holds Arabic", {.file = name},
                  "give rows of Arabic TAB English, or say with --columns what they hold");
    }
    table = GlossaryTable(name, kPlainColumns);
    header = table.find_columns(sample);
  }
  for (std::size_t i = *header; i < sample.size(); ++i) table.add(sample[i]);
  for (TableRow row; rows.next(row);) {
    if (!is_comment(row)) table.add(row);
  }
  return table.take();
}

std::string plain(std::string text) {
  std::ranges::replace_if(
      text, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return text;
}

// A row that would be read as a comment.
void count_comment(const std::vector<std::string>& row, LossCounts& losses) {
  if (row[0].starts_with('#')) ++losses["rows that start with #, which makes them comments"];
}

}  // namespace

Glossary read_glossary(const std::string& path, const std::vector<std::string>& columns) {
  LineReader lines(path);
  return read(lines, path, columns);
}

Glossary parse_glossary(std::string_view text, const std::string& name,
                        const std::vector<std::string>& columns) {
  LineReader lines(text, name);
  return read(lines, name, columns);
}

std::string glossary_tsv(const std::vector<TermConcept>& concepts, LossCounts& losses) {
  std::string tsv;
  for (const std::vector<std::string>& row : glossary_rows(concepts, losses)) {
    count_comment(row, losses);
    for (std::size_t i = 0; i < row.size(); ++i) tsv += (i == 0 ? "" : "\t") + plain(row[i]);
    tsv += '\n';
  }
  return tsv;
}

std::string glossary_csv(const std::vector<TermConcept>& concepts, LossCounts& losses) {
  std::string csv;
  for (const std::vector<std::string>& row : glossary_rows(concepts, losses)) {
    count_comment(row, losses);
    for (std::size_t i = 0; i < row.size(); ++i) {
      csv += (i == 0 ? "" : ",") + quoted_field(row[i], ',');
    }
    csv += "\r\n";
  }
  return csv;
}

std::string glossary_omegat(const std::vector<TermConcept>& concepts, Language source,
                            LossCounts& losses) {
  std::string rows;
  for (const TermConcept& entry : concepts) {
    for (const Term& from : entry.terms) {
      if (from.language != source) continue;
      for (const Term& to : entry.terms) {
        if (to.language == source) continue;
        if (!is_approved(to.status)) {
          ++losses["deprecated or superseded terms"];
          continue;
        }
        const std::string& note = to.note.empty() ? from.note : to.note;
        const std::string& comment = note.empty() ? entry.definition : note;
        count_comment({from.text}, losses);
        rows += plain(from.text) + '\t' + plain(to.text);
        if (!comment.empty()) rows += '\t' + plain(comment);
        rows += '\n';
      }
    }
  }
  return rows;
}

}  // namespace mizan
