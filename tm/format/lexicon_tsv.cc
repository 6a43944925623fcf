#include "tm/format/lexicon_tsv.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <optional>
#include <utility>

#include "tm/format/tsv.h"
#include "tm/text/script.h"

namespace mizan {
namespace {

std::optional<double> parse_number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

struct Columns {
  TsvColumns languages;
  std::optional<std::size_t> weight = 2;
  bool named = false;
};

Columns columns_of_header(const TsvColumns& header) {
  return {header, header.find("weight"), true};
}

// Adds the entries of a row; the problem when it has none.
std::string read_row(const std::vector<std::string_view>& fields, const Columns& columns,
                     Lexicon& lexicon) {
  const auto field = [&](std::size_t column) {
    return column < fields.size() ? trimmed_field(fields[column]) : std::string_view();
  };
  if (fields.size() == 1) return "no tab between the languages; write Arabic TAB English";
  const std::vector<std::string_view> forms = listed_values(field(columns.languages.arabic));
  const std::vector<std::string_view> glosses = listed_values(field(columns.languages.english));
  if (forms.empty() || glosses.empty()) {
    return std::string("the ") + (forms.empty() ? "Arabic" : "English") +
           " side is empty; fill it or delete the row";
  }
  double weight = 1;
  const std::string_view text = columns.weight ? field(*columns.weight) : std::string_view();
  if (!text.empty()) {
    const auto number = parse_number(text);
    if (number ? !(*number > 0 && *number <= 1) : columns.named) {
      return "the weight \"" + std::string(text) +
             "\" is not a number above 0 and at most 1; correct it or leave it out";
    }
    weight = number.value_or(1);
  }
  for (const std::string_view form : forms) {
    if (detect_language(form) != Language::kArabic) {
      return "\"" + std::string(form) + "\" is not Arabic; write Arabic TAB English";
    }
    for (const std::string_view gloss : glosses) {
      if (detect_language(gloss) == Language::kArabic) {
        return "\"" + std::string(gloss) + "\" is not English; write Arabic TAB English";
      }
      lexicon.entries.push_back({std::string(form), std::string(gloss), weight});
    }
  }
  return {};
}

std::string plain(std::string_view text) {
  std::string field(text);
  std::ranges::replace_if(
      field, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return field;
}

}  // namespace

WordList parse_lexicon_tsv(std::string_view text, const std::string& name) {
  WordList list;
  Columns columns;
  bool first = true;
  for_each_line(text, [&](std::size_t line, std::string_view content) {
    if (content.starts_with('#') || content.find_first_not_of(" \t") == content.npos) return;
    const std::vector<std::string_view> fields = split_row(content);
    if (std::exchange(first, false)) {
      if (const auto header = parse_header(fields)) {
        columns = columns_of_header(*header);
        return;
      }
      if (english_comes_first(text)) {
        std::swap(columns.languages.arabic, columns.languages.english);
      }
    }
    const std::string problem = read_row(fields, columns, list.lexicon);
    if (!problem.empty()) list.diagnostics.push_back({problem, {.file = name, .line = line}});
  });
  return list;
}

std::string_view lexicon_tsv_header() { return "arabic\tenglish\tweight\tlist\n"; }

std::string lexicon_tsv_row(const LexiconEntry& entry, std::string_view list) {
  char weight[32];
  std::snprintf(weight, sizeof weight, "%.4g", entry.weight);
  return plain(entry.arabic) + '\t' + plain(entry.english) + '\t' + weight + '\t' + plain(list) +
         '\n';
}

}  // namespace mizan
