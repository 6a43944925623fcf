#include "tm/format/dictd.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "tm/base/error.h"
#include "tm/base/file.h"
#include "tm/base/utf8.h"
#include "tm/text/script.h"

namespace mizan {
namespace {

// dictd numbers are written in base 64 with this alphabet, most significant digit first.
constexpr std::string_view kDigits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

// What a dictionary may unpack to: FreeDict's are 4 MB.
constexpr std::size_t kMaxDictionaryBytes = std::size_t{512} << 20;

constexpr std::string_view kInformationPrefix = "00database";

std::optional<std::uint64_t> parse_number(std::string_view text) {
  if (text.empty() || text.size() > 8) return std::nullopt;
  std::uint64_t value = 0;
  for (const char c : text) {
    const std::size_t digit = kDigits.find(c);
    if (digit == kDigits.npos) return std::nullopt;
    value = value * 64 + digit;
  }
  return value;
}

std::string read_dictionary(const std::string& stem) {
  try {
    return read_file(stem + ".dict", kMaxDictionaryBytes);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::kNotFound) throw;
  }
  // dictzip's .dz is gzip with an index of its own in the header.
  return read_file(stem + ".dict.dz", kMaxDictionaryBytes);
}

// `text` without what stands between `open` and `close` (or the end: FreeDict cuts long remarks).
void remove_enclosed(std::string& text, char open, char close) {
  for (std::size_t begin = text.find(open); begin != text.npos; begin = text.find(open, begin)) {
    const std::size_t end = text.find(close, begin + 1);
    text.erase(begin, end == text.npos ? end : end - begin + 1);
  }
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kEdges = " \t\r.:!?";
  const std::size_t begin = text.find_first_not_of(kEdges);
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(kEdges) - begin + 1);
}

// "12. " at the start of a gloss.
std::string_view without_number(std::string_view text) {
  const std::size_t digits = text.find_first_not_of("0123456789");
  if (digits == 0 || digits == text.npos || !text.substr(digits).starts_with(". ")) return text;
  return text.substr(digits + 2);
}

// Single spaces.
std::string squeezed(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\t';
    if (space && (result.empty() || result.back() == ' ')) continue;
    result += space ? ' ' : c;
  }
  if (result.ends_with(' ')) result.pop_back();
  return result;
}

// The expressions of a headword or gloss line.
std::vector<std::string> expressions(std::string_view line) {
  std::string text(line);
  remove_enclosed(text, '(', ')');
  remove_enclosed(text, '<', '>');
  remove_enclosed(text, '[', ']');
  // "آي - الحرف الأول ...": an explanation follows.
  if (const std::size_t dash = text.find(" - "); dash != text.npos && dash > 0) text.resize(dash);
  constexpr std::array<std::string_view, 4> kSeparators = {",", ";", "،", "؛"};
  std::vector<std::string> found;
  std::string_view rest = text;
  while (!rest.empty()) {
    std::size_t end = rest.npos;
    std::size_t size = 0;
    for (const std::string_view separator : kSeparators) {
      const std::size_t at = rest.find(separator);
      if (at < end) {
        end = at;
        size = separator.size();
      }
    }
    const std::string_view expression = trimmed(rest.substr(0, end));
    if (!expression.empty()) found.push_back(squeezed(expression));
    if (end == rest.npos) break;
    rest.remove_prefix(end + size);
  }
  return found;
}

// Whether the first letter is Arabic; nothing without a letter.
std::optional<bool> starts_arabic(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (is_arabic_letter(c.value)) return true;
    if (is_latin_letter(c.value)) return false;
    at += c.size;
  }
  return std::nullopt;
}

// A headword line without its pronunciation, which is the last thing on it.
std::string_view without_pronunciation(std::string_view line) {
  const std::size_t slash = line.find(" /");
  return slash == line.npos ? line : line.substr(0, slash);
}

}  // namespace

void append_dictd_record(std::string_view record, Lexicon& lexicon) {
  const std::size_t head_end = record.find('\n');
  if (head_end == record.npos) return;
  const std::vector<std::string> headwords =
      expressions(without_pronunciation(record.substr(0, head_end)));
  record.remove_prefix(head_end + 1);
  std::vector<std::string> glosses;
  while (!record.empty()) {
    const std::size_t end = record.find('\n');
    const std::string_view line = without_number(record.substr(0, end));
    for (std::string& gloss : expressions(line)) glosses.push_back(std::move(gloss));
    record.remove_prefix(end == record.npos ? record.size() : end + 1);
  }
  for (const std::string& headword : headwords) {
    const auto arabic_head = starts_arabic(headword);
    for (const std::string& gloss : glosses) {
      const auto arabic_gloss = starts_arabic(gloss);
      if (arabic_head == true && arabic_gloss == false) {
        lexicon.entries.push_back({headword, gloss});
      } else if (arabic_head == false && arabic_gloss == true) {
        lexicon.entries.push_back({gloss, headword});
      }
    }
  }
}

Lexicon read_dictd(const std::string& index_path) {
  constexpr std::string_view kExtension = ".index";
  const std::string stem = index_path.ends_with(kExtension)
                               ? index_path.substr(0, index_path.size() - kExtension.size())
                               : index_path;
  const std::string index_name = stem + std::string(kExtension);
  const std::string index = read_file(index_name);
  return parse_dictd(index, read_dictionary(stem), index_name);
}

Lexicon parse_dictd(std::string_view index, std::string_view dictionary, const std::string& name) {
  // Several index rows may name one record.
  std::vector<std::pair<std::uint64_t, std::uint64_t>> records;
  std::size_t line = 0;
  for (std::string_view rest = index; !rest.empty();) {
    ++line;
    const std::size_t end = rest.find('\n');
    const std::string_view row = rest.substr(0, end);
    rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
    if (row.empty() || row.starts_with(kInformationPrefix)) continue;
    const std::size_t first_tab = row.find('\t');
    const std::size_t second_tab = first_tab == row.npos ? row.npos : row.find('\t', first_tab + 1);
    std::optional<std::uint64_t> offset;
    std::optional<std::uint64_t> size;
    if (second_tab != row.npos) {
      offset = parse_number(row.substr(first_tab + 1, second_tab - first_tab - 1));
      std::string_view number = row.substr(second_tab + 1);
      number = number.substr(0, number.find_first_of("\t\r"));
      size = parse_number(number);
    }
    if (!offset || !size || *offset > dictionary.size() || *size > dictionary.size() - *offset) {
      throw Error(ErrorKind::kMalformed, "not a row of a dictd index", {.file = name, .line = line},
                  "install the dictionary again");
    }
    records.emplace_back(*offset, *size);
  }
  std::sort(records.begin(), records.end());
  records.erase(std::unique(records.begin(), records.end()), records.end());
  Lexicon lexicon;
  lexicon.entries.reserve(records.size() * 2);
  for (const auto& [offset, size] : records) {
    const std::string_view record = dictionary.substr(offset, size);
    if (!find_invalid_utf8(record)) append_dictd_record(record, lexicon);
  }
  return lexicon;
}

}  // namespace mizan
