#include "tm/format/tsv.h"

#include <algorithm>

#include "tm/text/script.h"

namespace mizan {
namespace {

constexpr std::size_t kSampleRows = 100;

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

}  // namespace

std::vector<std::string_view> split_row(std::string_view row) {
  std::vector<std::string_view> fields;
  std::size_t begin = 0;
  while (true) {
    const std::size_t tab = row.find('\t', begin);
    fields.push_back(row.substr(begin, tab == row.npos ? row.npos : tab - begin));
    if (tab == row.npos) return fields;
    begin = tab + 1;
  }
}

void for_each_line(std::string_view text,
                   const std::function<void(std::size_t, std::string_view)>& visit) {
  std::size_t line = 1;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view row = text.substr(0, end);
    if (row.ends_with('\r')) row.remove_suffix(1);
    visit(line++, row);
    if (end == text.npos) return;
    text.remove_prefix(end + 1);
  }
}

std::string_view trimmed_field(std::string_view field) {
  const std::size_t begin = field.find_first_not_of(" \r");
  if (begin == field.npos) return {};
  return field.substr(begin, field.find_last_not_of(" \r") - begin + 1);
}

std::vector<std::string_view> listed_values(std::string_view field) {
  std::vector<std::string_view> parts;
  while (!field.empty()) {
    const std::size_t end = field.find(';');
    const std::string_view part = trimmed_field(field.substr(0, end));
    if (!part.empty()) parts.push_back(part);
    field.remove_prefix(end == field.npos ? field.size() : end + 1);
  }
  return parts;
}

std::optional<std::size_t> TsvColumns::find(std::string_view name) const {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<std::size_t>(found - names.begin());
}

std::optional<TsvColumns> parse_header(const std::vector<std::string_view>& fields) {
  TsvColumns columns;
  for (const std::string_view field : fields) columns.names.push_back(lower(trimmed_field(field)));
  auto arabic = columns.find("ar");
  if (!arabic) arabic = columns.find("arabic");
  auto english = columns.find("en");
  if (!english) english = columns.find("english");
  if (!arabic || !english) return std::nullopt;
  columns.arabic = *arabic;
  columns.english = *english;
  return columns;
}

bool english_comes_first(std::string_view text) {
  std::size_t rows = 0;
  std::size_t english_first = 0;
  std::size_t arabic_first = 0;
  while (!text.empty() && rows < kSampleRows) {
    const std::size_t end = text.find('\n');
    const auto fields = split_row(text.substr(0, end));
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
    if (fields.size() < 2) continue;
    ++rows;
    const auto first = detect_language(fields[0]);
    const auto second = detect_language(fields[1]);
    if (first == Language::kEnglish && second == Language::kArabic) ++english_first;
    if (first == Language::kArabic && second != Language::kArabic) ++arabic_first;
  }
  return english_first > arabic_first;
}

}  // namespace mizan
