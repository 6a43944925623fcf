#include "tm/format/table_rows.h"

#include <utility>

#include "tm/base/utf8.h"

namespace mizan {
namespace {

// A quotation mark that nothing closes must not take the rest of a large file with it.
constexpr std::size_t kMaxRowLines = 200;
constexpr std::size_t kMaxRowBytes = std::size_t{256} << 10;

void split(std::string_view row, char delimiter, std::vector<std::string>& fields) {
  std::size_t count = 0;
  while (true) {
    const std::size_t end = row.find(delimiter);
    if (count == fields.size()) fields.emplace_back();
    fields[count++].assign(row.substr(0, end));
    if (end == row.npos) break;
    row.remove_prefix(end + 1);
  }
  fields.resize(count);
}

}  // namespace

const TableRows::Line* TableRows::line(std::size_t index) {
  while (ahead_.size() <= index) {
    std::string_view text;
    if (!lines_.next(text)) return nullptr;
    ahead_.push_back({std::string(text), lines_.number()});
  }
  return &ahead_[index];
}

bool TableRows::next(TableRow& row) {
  row.problem.clear();
  if (dialect_.quoting == Quoting::kNone) {
    std::string_view text;
    if (!lines_.next(text)) return false;
    row.line = lines_.number();
    split(text, dialect_.delimiter, row.fields);
    return true;
  }
  const Line* first = line(0);
  if (first == nullptr) return false;
  row.line = first->number;
  if (first->text.find('"') == std::string::npos) {
    split(first->text, dialect_.delimiter, row.fields);
    ahead_.pop_front();
  } else {
    read_quoted(row);
  }
  return true;
}

void TableRows::read_quoted(TableRow& row) {
  row.fields.assign(1, {});
  std::size_t index = 0;  // of the line
  std::size_t at = 0;
  std::size_t opened = 0;  // where the field's quotation mark is, when `inside`
  bool inside = false;
  bool quoted = false;  // the field at hand was; nothing may follow its end
  std::size_t bytes = 0;
  const auto fail = [&](const char* problem, std::size_t line_index, std::size_t offset) {
    row.problem = problem;
    row.line = ahead_[line_index].number;
    row.column = count_code_points(std::string_view(ahead_[line_index].text).substr(0, offset)) + 1;
    ahead_.pop_front();
  };
  std::size_t opening_line = 0;
  while (true) {
    const std::string& text = ahead_[index].text;
    std::string& field = row.fields.back();
    if (at == text.size()) {
      if (!inside) break;
      bytes += text.size();
      field += '\n';
      at = 0;
      if (++index >= kMaxRowLines || bytes > kMaxRowBytes || line(index) == nullptr) {
        return fail("a quotation mark that nothing closes", opening_line, opened);
      }
      continue;
    }
    const char c = text[at];
    if (inside) {
      if (c != '"') {
        field += c;
      } else if (at + 1 < text.size() && text[at + 1] == '"') {
        field += '"';
        ++at;
      } else {
        inside = false;
      }
    } else if (c == dialect_.delimiter) {
      row.fields.emplace_back();
      quoted = false;
    } else if (quoted) {
      return fail("text behind the closing quotation mark", index, at);
    } else if (c == '"' && field.empty()) {
      inside = true;
      quoted = true;
      opened = at;
      opening_line = index;
    } else {
      field += c;  // a quotation mark inside a plain field is text
    }
    ++at;
  }
  ahead_.erase(ahead_.begin(), ahead_.begin() + static_cast<std::ptrdiff_t>(index) + 1);
}

std::string quoted_field(std::string_view field, char delimiter) {
  const char special[] = {'"', '\n', '\r', delimiter};
  const bool edge = !field.empty() && (field.front() == ' ' || field.back() == ' ');
  if (!edge && field.find_first_of(std::string_view(special, sizeof special)) == field.npos) {
    return std::string(field);
  }
  std::string quoted = "\"";
  for (const char c : field) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

}  // namespace mizan
