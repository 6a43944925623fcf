#include "tm/format/unit_table.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "tm/base/ascii.h"
#include "tm/base/utf8.h"
#include "tm/format/table_rows.h"
#include "tm/format/unit_columns.h"
#include "tm/text/script.h"

namespace mizan {
namespace {

using Column = UnitColumns::Column;

// The rows that tell what the columns are.
constexpr std::size_t kSampleRows = 100;
constexpr std::string_view kDelimiters = ",;|";

bool is_empty(const TableRow& row) {
  return std::ranges::all_of(row.fields,
                             [](const std::string& field) { return ascii_trimmed(field).empty(); });
}

std::vector<TableRow> first_rows(TableRows& rows) {
  std::vector<TableRow> sample;
  while (sample.size() < kSampleRows) {
    TableRow row;
    if (!rows.next(row)) break;
    sample.push_back(std::move(row));
  }
  return sample;
}

// The delimiter by which the text is a table of both languages.
std::optional<char> find_delimiter(std::string_view text) {
  for (const char delimiter : kDelimiters) {
    LineReader lines(text, "");
    TableRows rows(lines, {delimiter, Quoting::kQuotes});
    const std::vector<TableRow> sample = first_rows(rows);
    if (!sample.empty() && named_columns(sample[0].fields).complete()) return delimiter;
    if (hold_both_languages(sample)) return delimiter;
  }
  return std::nullopt;
}

class UnitTable {
 public:
  UnitTable(const std::string& name, const UnitVisitor& visit, const UnitReadOptions& options,
            UnitReadSummary& summary)
      : name_(name), visit_(visit), options_(options), summary_(summary) {}

  void read(LineReader& lines, TableDialect dialect) {
    delimiter_ = dialect.delimiter;
    TableRows rows(lines, dialect);
    std::vector<TableRow> sample = first_rows(rows);
    std::size_t first = std::min(options_.table.skip_rows, sample.size());
    first += find_columns(std::span(sample).subspan(first));
    for (; first < sample.size(); ++first) read_row(sample[first]);
    for (TableRow row; rows.next(row);) read_row(row);
  }

 private:
  // Returns the number of header rows: 0 or 1.
  std::size_t find_columns(std::span<const TableRow> rows) {
    const UnitColumns named = rows.empty() ? UnitColumns() : named_columns(rows[0].fields);
    if (!options_.table.columns.empty()) {
      columns_ = named_columns(options_.table.columns);
      if (!columns_.complete()) {
        throw Error(ErrorKind::kUsage, "the columns do not say where the texts are", {},
                    "name ar and en, or source and target, in their order");
      }
      return named.complete() ? 1 : 0;
    }
    if (named.complete()) {
      columns_ = named;
      return 1;
    }
    columns_ = columns_by_script(rows);
    summary_.swapped = *columns_.english < *columns_.arabic;
    return 0;
  }

  void read_row(const TableRow& row) {
    if (!row.problem.empty()) {
      report_malformed(options_, summary_, row.problem,
                       {.file = name_, .line = row.line, .column = row.column},
                       "write a quotation mark inside a quoted field twice");
      return;
    }
    if (is_empty(row)) return;
    if (row.fields.size() <= columns_.last_text()) {
      report_short(row);
      return;
    }
    TranslationUnit unit;
    read_texts(row, unit);
    unit.origin.file = name_;
    unit.origin.document = cell(row, columns_.document);
    unit.origin.author = cell(row, columns_.author);
    unit.origin.created = cell(row, columns_.created);
    unit.origin.changed = cell(row, columns_.changed);
    if (std::string note = cell(row, columns_.note); !note.empty()) {
      unit.notes.push_back(std::move(note));
    }
    if (std::string id = cell(row, columns_.id); !id.empty()) {
      unit.properties.emplace_back(kUnitIdProperty, std::move(id));
    }
    count_left_out(row);
    unit.origin.line = row.line;
    unit.origin.position = position_++;
    hand_out(unit, options_, summary_, visit_);
  }

  void report_short(const TableRow& row) {
    // Behind the row's end, where the next column is missing.
    std::size_t column = row.fields.size();
    for (const std::string& field : row.fields) column += count_code_points(field);
    const InputPlace place{.file = name_, .line = row.line, .column = column};
    if (row.fields.size() > 1 || !columns_.names.empty()) {
      report_malformed(options_, summary_, "too few columns", place,
                       "fill the columns that the header names");
    } else if (delimiter_ == '\t') {
      report_malformed(options_, summary_, "no tab between Arabic and English", place,
                       "write Arabic TAB English");
    } else {
      report_malformed(options_, summary_,
                       std::string("no \"") + delimiter_ + "\" between Arabic and English", place,
                       "give each text a column of its own");
    }
  }

  void read_texts(const TableRow& row, TranslationUnit& unit) {
    if (columns_.arabic) {
      unit.arabic = cell(row, columns_.arabic);
      unit.english = cell(row, columns_.english);
      if (const auto language = parse_language(cell(row, columns_.source_language))) {
        unit.source_language = *language;
      }
      return;
    }
    std::string source = cell(row, columns_.source_text);
    std::string target = cell(row, columns_.target_text);
    unit.source_language = source_language(row, source, target);
    const bool arabic = unit.source_language == Language::kArabic;
    unit.arabic = std::move(arabic ? source : target);
    unit.english = std::move(arabic ? target : source);
  }

  // By the tags of the row, its scripts (the target's first: terms like "AIDS" stay in Latin
  // letters in Arabic, too), or what it was last.
  Language source_language(const TableRow& row, const std::string& source,
                           const std::string& target) {
    const auto tagged = parse_language(cell(row, columns_.source_language));
    const auto target_tagged = parse_language(cell(row, columns_.target_language));
    if (tagged) {
      last_source_ = *tagged;
    } else if (target_tagged) {
      last_source_ = other(*target_tagged);
    } else if (detect_language(target) == Language::kArabic) {
      last_source_ = Language::kEnglish;
    } else if (detect_language(source) == Language::kArabic) {
      last_source_ = Language::kArabic;
    }
    return last_source_;
  }

  static std::string cell(const TableRow& row, const Column& column) {
    if (!column || *column >= row.fields.size()) return {};
    return std::string(ascii_trimmed(row.fields[*column]));
  }

  void count_left_out(const TableRow& row) {
    for (std::size_t i = 0; i < std::min(row.fields.size(), columns_.names.size()); ++i) {
      if (columns_.known(i) || columns_.names[i] == "-" || ascii_trimmed(row.fields[i]).empty()) {
        continue;
      }
      ++summary_.left_out["cells of the column " + columns_.names[i]];
    }
  }

  const std::string& name_;
  const UnitVisitor& visit_;
  const UnitReadOptions& options_;
  UnitReadSummary& summary_;
  char delimiter_ = '\t';
  UnitColumns columns_;
  std::int64_t position_ = 0;
  Language last_source_ = Language::kArabic;
};

UnitReadSummary read_tsv(LineReader& lines, const std::string& name, const UnitVisitor& visit,
                         const UnitReadOptions& options) {
  UnitReadSummary summary;
  summary.format = "TSV";
  UnitTable(name, visit, options, summary)
      .read(lines, {options.table.delimiter.value_or('\t'), Quoting::kNone});
  return summary;
}

UnitReadSummary read_csv(LineReader& lines, const std::string& name, const UnitVisitor& visit,
                         const UnitReadOptions& options) {
  UnitReadSummary summary;
  summary.format = "CSV";
  const char delimiter = options.table.delimiter
                             ? *options.table.delimiter
                             : find_delimiter(lines.ahead()).value_or(kDelimiters.front());
  UnitTable(name, visit, options, summary).read(lines, {delimiter, Quoting::kQuotes});
  return summary;
}

std::string single_line(std::string_view text) {
  std::string line(text);
  std::ranges::replace_if(
      line, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return line;
}

}  // namespace

UnitReadSummary read_unit_tsv(const std::string& path, const UnitVisitor& visit,
                              const UnitReadOptions& options) {
  LineReader lines(path);
  return read_tsv(lines, path, visit, options);
}

UnitReadSummary read_unit_csv(const std::string& path, const UnitVisitor& visit,
                              const UnitReadOptions& options) {
  LineReader lines(path);
  return read_csv(lines, path, visit, options);
}

UnitReadSummary parse_unit_tsv(std::string_view text, const std::string& name,
                               const UnitVisitor& visit, const UnitReadOptions& options) {
  LineReader lines(text, name);
  return read_tsv(lines, name, visit, options);
}

UnitReadSummary parse_unit_csv(std::string_view text, const std::string& name,
                               const UnitVisitor& visit, const UnitReadOptions& options) {
  LineReader lines(text, name);
  return read_csv(lines, name, visit, options);
}

bool opens_unit_csv(std::string_view start) {
  if (ascii_trimmed(start).empty()) return false;
  const std::string_view first = start.substr(0, start.find('\n'));
  try {
    return first.find('\t') == first.npos && find_delimiter(start).has_value();
  } catch (const Error&) {
    return false;  // no text: the reader says why
  }
}

void UnitTsvWriter::write(const TranslationUnit& unit) {
  count_losses(unit, {}, losses_);
  sink_(single_line(unit.arabic) + '\t' + single_line(unit.english) + '\n');
}

void UnitCsvWriter::begin(const UnitFileHeader& header) {
  if (!header.properties.empty()) losses_["properties"] += header.properties.size();
  if (!header.notes.empty()) losses_["notes"] += header.notes.size();
  sink_("ar,en,source,id,document,author,created,changed,note\n");
}

void UnitCsvWriter::write(const TranslationUnit& unit) {
  count_losses(unit,
               {.properties = true,
                .notes = true,
                .dates = true,
                .author = true,
                .document = true,
                .source_language = true,
                .line_breaks = true},
               losses_);
  const auto other_properties = std::ranges::count_if(
      unit.properties, [](const auto& property) { return property.first != kUnitIdProperty; });
  if (other_properties > 0) losses_["properties"] += static_cast<std::size_t>(other_properties);
  std::string note;
  for (const std::string& part : unit.notes) note += (note.empty() ? "" : "\n") + part;
  const Origin& origin = unit.origin;
  std::string row;
  for (const std::string_view field :
       {std::string_view(unit.arabic), std::string_view(unit.english), code(unit.source_language),
        unit_id(unit), std::string_view(origin.document), std::string_view(origin.author),
        std::string_view(origin.created), std::string_view(origin.changed),
        std::string_view(note)}) {
    if (!row.empty()) row += ',';
    row += quoted_field(field, ',');
  }
  sink_(row + '\n');
}

}  // namespace mizan
