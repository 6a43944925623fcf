#include "tm/format/po_entry.h"

#include <algorithm>
#include <charconv>

#include "tm/base/ascii.h"
#include "tm/base/utf8.h"

namespace mizan {
namespace {

// More forms than any language has.
constexpr std::size_t kMaxTranslations = 16;

constexpr std::string_view kObsolete = "#~";

struct Escape {
  char letter;
  char character;
};
constexpr Escape kEscapes[] = {{'n', '\n'}, {'t', '\t'}, {'r', '\r'}, {'"', '"'}, {'\\', '\\'},
                               {'a', '\a'}, {'b', '\b'}, {'f', '\f'}, {'v', '\v'}};

// A reference with blanks in its name stands in U+2068 ... U+2069.
std::vector<std::string> split_references(std::string_view text) {
  constexpr std::string_view kOpen = "\u2068";
  constexpr std::string_view kClose = "\u2069";
  std::vector<std::string> references;
  while (!(text = ascii_trimmed(text)).empty()) {
    std::size_t end = text.find_first_of(" \t");
    if (text.starts_with(kOpen)) {
      const std::size_t close = text.find(kClose);
      if (close != text.npos) end = text.find_first_of(" \t", close);
    }
    references.emplace_back(text.substr(0, end));
    text.remove_prefix(end == text.npos ? text.size() : end);
  }
  return references;
}

std::size_t columns_before(std::string_view row, std::size_t offset) {
  return count_code_points(row.substr(0, offset));
}

}  // namespace

bool PoEntry::has_flag(std::string_view flag) const {
  return std::ranges::find(flags, flag) != flags.end();
}

bool PoEntries::take_line() {
  if (holding_) return true;
  std::string_view line;
  if (!lines_.next(line)) return false;
  held_ = line;
  holding_ = true;
  return true;
}

bool PoEntries::opens_entry(std::string_view row, Part part) {
  if (part == Part::kComments) return false;
  // A comment behind a keyword belongs to the next entry.
  if (row.starts_with('#')) return part == Part::kTranslation;
  if (row.starts_with("msgctxt")) return true;
  return row.starts_with("msgid") && !row.starts_with("msgid_plural") && part != Part::kContext;
}

bool PoEntries::next(PoEntry& entry, std::optional<PoFault>& fault) {
  entry = {};
  fault.reset();
  part_ = Part::kComments;
  try {
    while (take_line()) {
      std::string_view row = ascii_trimmed(held_);
      const bool obsolete = row.starts_with(kObsolete);
      if (part_ != Part::kComments && !row.empty() && obsolete != entry.obsolete) break;
      if (obsolete) {
        row = ascii_trimmed(row.substr(kObsolete.size()));
        if (row.starts_with('|')) row = {};
        entry.obsolete = true;
      }
      if (opens_entry(row, part_)) break;
      holding_ = false;
      // Blank lines end nothing: msgfmt reads on, too.
      if (row.empty()) continue;
      if (row.starts_with('#')) {
        read_comment(row, entry);
      } else {
        read_row(row,
                 columns_before(held_, static_cast<std::size_t>(row.data() - held_.data())) + 1,
                 entry);
      }
    }
    if (part_ == Part::kTranslation) return true;
    if (part_ != Part::kComments) {
      throw Malformed{"the entry has no msgstr", 1, "give it one, empty if need be"};
    }
    // Comments at the end of a file belong to nothing.
    return false;
  } catch (const Malformed& malformed) {
    fault = {malformed.problem, lines_.place(malformed.column), malformed.advice};
    skip_entry();
    return true;
  }
}

void PoEntries::skip_entry() {
  while (take_line()) {
    const std::string_view row = ascii_trimmed(held_);
    if (row.starts_with('#') || row.starts_with("msgctxt") ||
        (row.starts_with("msgid") && !row.starts_with("msgid_plural"))) {
      return;
    }
    holding_ = false;
  }
}

void PoEntries::read_comment(std::string_view row, PoEntry& entry) {
  const char kind = row.size() > 1 ? row[1] : ' ';
  const std::string_view text = row.substr(std::min<std::size_t>(row.size(), 2));
  switch (kind) {
    case '.':
      entry.extracted.emplace_back(ascii_trimmed(text));
      break;
    case ':':
      for (std::string& reference : split_references(text)) {
        entry.references.push_back(std::move(reference));
      }
      break;
    case ',':
      for (std::string_view rest = text; !rest.empty();) {
        const std::size_t comma = rest.find(',');
        const std::string_view flag = ascii_trimmed(rest.substr(0, comma));
        if (!flag.empty()) entry.flags.emplace_back(flag);
        rest.remove_prefix(comma == rest.npos ? rest.size() : comma + 1);
      }
      break;
    case '|':
      ++entry.previous;
      break;
    default:
      entry.comments.emplace_back(ascii_trimmed(row.substr(1)));
  }
}

std::string& PoEntries::text_of(Part part, PoEntry& entry) const {
  switch (part) {
    case Part::kContext:
      return *entry.context;
    case Part::kPlural:
      return *entry.plural;
    case Part::kTranslation:
      return entry.translations.back();
    default:
      return entry.id;
  }
}

void PoEntries::read_row(std::string_view row, std::size_t column, PoEntry& entry) {
  if (!row.starts_with('"')) return read_keyword(row, column, entry);
  if (part_ == Part::kComments) {
    throw Malformed{"a text without a keyword", column, "write msgid or msgstr in front of it"};
  }
  text_of(part_, entry) += read_string(row, column);
}

void PoEntries::read_keyword(std::string_view row, std::size_t column, PoEntry& entry) {
  const std::size_t quote = std::min(row.find('"'), row.size());
  const std::string_view keyword = ascii_trimmed(row.substr(0, quote));
  const auto out_of_place = [&]() -> Malformed {
    return {"\"" + std::string(keyword.substr(0, 40)) + "\" is out of place here", column,
            "an entry is msgctxt, msgid, msgid_plural, msgstr, in this order"};
  };
  if (keyword == "msgctxt") {
    if (part_ != Part::kComments) throw out_of_place();
    part_ = Part::kContext;
    entry.context.emplace();
  } else if (keyword == "msgid") {
    if (part_ != Part::kComments && part_ != Part::kContext) throw out_of_place();
    part_ = Part::kId;
    entry.line = lines_.number();
  } else if (keyword == "msgid_plural") {
    if (part_ != Part::kId) throw out_of_place();
    part_ = Part::kPlural;
    entry.plural.emplace();
  } else if (keyword == "msgstr") {
    if (part_ != Part::kId) throw out_of_place();
    part_ = Part::kTranslation;
    entry.translations.emplace_back();
    entry.translation_lines.push_back(lines_.number());
  } else if (keyword.starts_with("msgstr[") && keyword.ends_with(']')) {
    if (part_ != Part::kPlural && (part_ != Part::kTranslation || !entry.plural)) {
      throw out_of_place();
    }
    const std::string_view number = keyword.substr(7, keyword.size() - 8);
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), index);
    if (error != std::errc() || end != number.data() + number.size() ||
        index != entry.translations.size() || index >= kMaxTranslations) {
      throw Malformed{"the plural forms are not numbered 0, 1, 2 ...", column, "number them so"};
    }
    part_ = Part::kTranslation;
    entry.translations.emplace_back();
    entry.translation_lines.push_back(lines_.number());
  } else if (keyword == "domain") {
    read_string(row.substr(quote), column + quote);
    return;
  } else {
    throw Malformed{"\"" + std::string(keyword.substr(0, 40)) + "\" is no keyword of PO", column,
                    "an entry is msgctxt, msgid, msgid_plural, msgstr, in this order"};
  }
  text_of(part_, entry) += read_string(row.substr(quote), column + columns_before(row, quote));
}

std::string PoEntries::read_string(std::string_view row, std::size_t column) const {
  const auto fail = [&](const char* problem, std::size_t at, const char* advice) {
    throw Malformed{problem, column + columns_before(row, at), advice};
  };
  std::string text;
  if (row.empty()) fail("no text", 0, "write it in quotation marks");
  std::size_t at = 1;
  for (; at < row.size() && row[at] != '"'; ++at) {
    if (row[at] != '\\') {
      text += row[at];
      continue;
    }
    if (++at == row.size()) break;
    const auto* escape = std::ranges::find(kEscapes, row[at], &Escape::letter);
    if (escape != std::end(kEscapes)) {
      text += escape->character;
      continue;
    }
    const bool hexadecimal = row[at] == 'x';
    const char* begin = row.data() + at + (hexadecimal ? 1 : 0);
    const char* limit = std::min(begin + (hexadecimal ? 2 : 3), row.data() + row.size());
    unsigned value = 0;
    const auto [end, error] = std::from_chars(begin, limit, value, hexadecimal ? 16 : 8);
    // Others would be bytes of an encoding that is not known here.
    if (error != std::errc() || value == 0 || value > 0x7F) {
      fail("an escape that PO does not know", at - 1, "write \\\\ for a backslash");
    }
    text += static_cast<char>(value);
    at = static_cast<std::size_t>(end - row.data()) - 1;
  }
  if (at >= row.size()) fail("the text is not closed", row.size(), "end it with a quotation mark");
  if (at + 1 < row.size()) {
    fail("something behind the text", at + 1, "write \\\" for a quotation mark inside it");
  }
  return text;
}

std::string po_string(std::string_view keyword, std::string_view text) {
  std::string rows(keyword);
  const std::size_t newline = text.find('\n');
  if (newline != text.npos && newline + 1 < text.size())
    rows += " \"\"\n";
  else
    rows += ' ';
  do {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end == text.npos ? end : end + 1);
    rows += '"';
    for (const char c : line) {
      const auto* escape = std::ranges::find(kEscapes, c, &Escape::character);
      if (escape != std::end(kEscapes)) {
        rows += '\\';
        rows += escape->letter;
      } else {
        rows += c;
      }
    }
    rows += "\"\n";
    text.remove_prefix(line.size());
  } while (!text.empty());
  return rows;
}

}  // namespace mizan
