#include "tm/format/glossary_tsv.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
#include <unordered_map>

#include "tm/base/ascii.h"
#include "tm/base/encoding.h"
#include "tm/format/tsv.h"

namespace mizan {
namespace {

constexpr std::array<TermStatus, 4> kStatuses = {TermStatus::kPreferred, TermStatus::kAdmitted,
                                                 TermStatus::kDeprecated, TermStatus::kSuperseded};

std::optional<TermStatus> parse_status(std::string_view text) {
  const std::string lower = ascii_lower(text);
  for (const TermStatus status : kStatuses) {
    if (lower == to_string(status)) return status;
  }
  return std::nullopt;
}

// The columns besides the two terms.
struct FurtherColumns {
  std::optional<std::size_t> status;
  std::optional<std::size_t> note;
  std::optional<std::size_t> either;  // a status or a note
};

FurtherColumns further_columns(const TsvColumns& columns) {
  FurtherColumns further;
  if (columns.names.empty()) {
    further.either = 2;
    return further;
  }
  further.status = columns.find("status");
  further.note = columns.find("note");
  if (!further.note) further.note = columns.find("comment");
  if (further.status || further.note) return further;
  for (std::size_t i = 0; i < columns.names.size(); ++i) {
    if (i == columns.arabic || i == columns.english) continue;
    further.either = i;
    break;
  }
  return further;
}

std::string_view field(const std::vector<std::string_view>& fields,
                       const std::optional<std::size_t>& column) {
  if (!column || *column >= fields.size()) return {};
  return trimmed_field(fields[*column]);
}

// Adds the row's further columns; false, with the problem, when its status is not one.
bool read_further(const std::vector<std::string_view>& fields, const FurtherColumns& further,
                  GlossaryRow& row, std::string& problem) {
  row.note = field(fields, further.note);
  if (const std::string_view text = field(fields, further.status); !text.empty()) {
    const auto status = parse_status(text);
    if (!status) {
      problem = "the status \"" + std::string(text) +
                "\" is not known; write preferred, admitted, deprecated or superseded";
      return false;
    }
    row.status = *status;
  }
  if (const std::string_view text = field(fields, further.either); !text.empty()) {
    if (const auto status = parse_status(text)) {
      row.status = *status;
    } else {
      row.note = text;
    }
  }
  return true;
}

// Union-find over the rows.
std::size_t root_of(std::vector<std::size_t>& parents, std::size_t row) {
  while (parents[row] != row) row = parents[row] = parents[parents[row]];
  return row;
}

void join_rows_that_share(const std::vector<GlossaryRow>& rows, std::string GlossaryRow::*term,
                          std::vector<std::size_t>& parents) {
  std::unordered_map<std::string_view, std::size_t> first_row;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto [at, is_new] = first_row.emplace(rows[i].*term, i);
    if (is_new) continue;
    const std::size_t a = root_of(parents, at->second);
    const std::size_t b = root_of(parents, i);
    parents[std::max(a, b)] = std::min(a, b);
  }
}

void add_term(TermConcept& entry, const std::string& text, Language language,
              const GlossaryRow& row) {
  const auto known = std::find_if(entry.terms.begin(), entry.terms.end(), [&](const Term& term) {
    return term.language == language && term.text == text;
  });
  if (known == entry.terms.end()) {
    entry.terms.push_back({text, language, row.status, row.note});
    return;
  }
  known->status = std::min(known->status, row.status);
  if (row.note.empty() || known->note.find(row.note) != std::string::npos) return;
  if (!known->note.empty()) known->note += "; ";
  known->note += row.note;
}

}  // namespace

Glossary read_glossary(const std::string& path) {
  return parse_glossary(read_text(path).text, path);
}

Glossary parse_glossary(std::string_view text, const std::string& name) {
  Glossary glossary;
  glossary.name = name;
  TsvColumns columns;
  bool first = true;
  FurtherColumns further;
  for_each_line(text, [&](std::size_t line, std::string_view content) {
    if (content.starts_with('#') || content.find_first_not_of(" \t") == content.npos) return;
    const std::vector<std::string_view> fields = split_row(content);
    if (first) {
      first = false;
      const auto header = parse_header(fields);
      if (header) {
        columns = *header;
      } else if (english_comes_first(text)) {
        glossary.swapped = true;
        std::swap(columns.arabic, columns.english);
      }
      further = further_columns(columns);
      if (header) return;
    }
    GlossaryRow row;
    row.line = line;
    row.arabic = field(fields, columns.arabic);
    row.english = field(fields, columns.english);
    std::string problem;
    if (fields.size() == 1) {
      problem = "no tab between Arabic and English; write Arabic TAB English";
    } else if (row.arabic.empty() || row.english.empty()) {
      problem = std::string("the ") + (row.arabic.empty() ? "Arabic" : "English") +
                " term is empty; fill it or delete the row";
    } else if (read_further(fields, further, row, problem)) {
      glossary.rows.push_back(std::move(row));
      return;
    }
    glossary.diagnostics.push_back({problem, {.file = name, .line = line}});
  });
  return glossary;
}

std::vector<TermConcept> to_concepts(const Glossary& glossary) {
  std::vector<std::size_t> parents(glossary.rows.size());
  std::iota(parents.begin(), parents.end(), std::size_t{0});
  join_rows_that_share(glossary.rows, &GlossaryRow::arabic, parents);
  join_rows_that_share(glossary.rows, &GlossaryRow::english, parents);
  std::vector<TermConcept> concepts;
  std::unordered_map<std::size_t, std::size_t> concept_of_root;
  for (std::size_t i = 0; i < glossary.rows.size(); ++i) {
    const GlossaryRow& row = glossary.rows[i];
    const auto [at, is_new] = concept_of_root.emplace(root_of(parents, i), concepts.size());
    if (is_new) concepts.emplace_back().source = glossary.name;
    add_term(concepts[at->second], row.arabic, Language::kArabic, row);
    add_term(concepts[at->second], row.english, Language::kEnglish, row);
  }
  return concepts;
}

std::string glossary_tsv(const std::vector<TermConcept>& concepts) {
  std::string tsv = "arabic\tenglish\tstatus\tnote\n";
  const auto plain = [](std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return text;
  };
  for (const TermConcept& entry : concepts) {
    for (const Term& arabic : entry.terms) {
      if (arabic.language != Language::kArabic) continue;
      for (const Term& english : entry.terms) {
        if (english.language != Language::kEnglish) continue;
        const std::string& note = arabic.note.empty() ? english.note : arabic.note;
        tsv += plain(arabic.text) + '\t' + plain(english.text) + '\t';
        tsv += to_string(std::max(arabic.status, english.status));
        tsv += '\t' + plain(note) + '\n';
      }
    }
  }
  return tsv;
}

}  // namespace mizan
