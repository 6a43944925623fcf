#include "tm/format/unit_tsv.h"

#include <optional>

#include "tm/base/encoding.h"
#include "tm/base/utf8.h"
#include "tm/format/tsv.h"

namespace mizan {
namespace {

std::string single_line(std::string_view text) {
  std::string line(text);
  for (char& c : line) {
    if (c == '\t' || c == '\n' || c == '\r') c = ' ';
  }
  return line;
}

class RowReader {
 public:
  RowReader(const TsvColumns& columns, const std::string& name)
      : columns_(columns),
        name_(name),
        document_(columns.find("document")),
        author_(columns.find("author")),
        created_(columns.find("created")),
        changed_(columns.find("changed")),
        source_(columns.find("source")),
        note_(columns.find("note")),
        id_(columns.find("id")) {}

  // Whether the row has the columns of both texts.
  bool complete(const std::vector<std::string_view>& fields) const {
    return fields.size() > std::max(columns_.arabic, columns_.english);
  }

  TranslationUnit read(const std::vector<std::string_view>& fields) const {
    TranslationUnit unit;
    unit.arabic = trimmed_field(fields[columns_.arabic]);
    unit.english = trimmed_field(fields[columns_.english]);
    unit.origin.file = name_;
    unit.origin.document = field(fields, document_);
    unit.origin.author = field(fields, author_);
    unit.origin.created = field(fields, created_);
    unit.origin.changed = field(fields, changed_);
    if (const auto language = parse_language(field(fields, source_))) {
      unit.source_language = *language;
    }
    if (std::string note = field(fields, note_); !note.empty()) {
      unit.notes.push_back(std::move(note));
    }
    if (std::string id = field(fields, id_); !id.empty()) {
      unit.properties.emplace_back(kUnitIdProperty, std::move(id));
    }
    return unit;
  }

 private:
  static std::string field(const std::vector<std::string_view>& fields,
                           const std::optional<std::size_t>& column) {
    if (!column || *column >= fields.size()) return {};
    return std::string(trimmed_field(fields[*column]));
  }

  const TsvColumns& columns_;
  const std::string& name_;
  std::optional<std::size_t> document_;
  std::optional<std::size_t> author_;
  std::optional<std::size_t> created_;
  std::optional<std::size_t> changed_;
  std::optional<std::size_t> source_;
  std::optional<std::size_t> note_;
  std::optional<std::size_t> id_;
};

}  // namespace

UnitReadSummary read_unit_tsv(const std::string& path, const UnitVisitor& visit,
                              const UnitReadOptions& options) {
  return parse_unit_tsv(read_text(path).text, path, visit, options);
}

UnitReadSummary parse_unit_tsv(std::string_view text, const std::string& name,
                               const UnitVisitor& visit, const UnitReadOptions& options) {
  UnitReadSummary summary;
  summary.format = "TSV";
  TsvColumns columns;
  const auto header = parse_header(split_row(text.substr(0, text.find_first_of("\r\n"))));
  if (header) {
    columns = *header;
  } else if (english_comes_first(text)) {
    summary.swapped = true;
    std::swap(columns.arabic, columns.english);
  }
  const RowReader reader(columns, name);
  std::int64_t position = 0;
  for_each_line(text, [&](std::size_t line, std::string_view row) {
    if ((line == 1 && header) || trimmed_field(row).empty()) return;
    const std::vector<std::string_view> fields = split_row(row);
    if (!reader.complete(fields)) {
      const InputPlace place{.file = name, .line = line, .column = count_code_points(row) + 1};
      if (fields.size() == 1) {
        report_malformed(options, summary, "no tab between Arabic and English", place,
                         "write Arabic TAB English");
      } else {
        report_malformed(options, summary, "too few columns", place,
                         "fill the columns that the header names");
      }
      return;
    }
    TranslationUnit unit = reader.read(fields);
    unit.origin.line = line;
    unit.origin.position = position++;
    hand_out(unit, options, summary, visit);
  });
  return summary;
}

void UnitTsvWriter::write(const TranslationUnit& unit) {
  count_losses(unit, {}, losses_);
  sink_(single_line(unit.arabic) + '\t' + single_line(unit.english) + '\n');
}

}  // namespace mizan
