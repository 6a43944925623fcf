// The entries of a gettext PO file, as they are written.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tm/base/error.h"
#include "tm/base/line_reader.h"

namespace mizan {

struct PoEntry {
  std::vector<std::string> comments;           // "# ", of the translator
  std::vector<std::string> extracted;          // "#. ", of the program's source
  std::vector<std::string> references;         // "#: ", each one "file:line"
  std::vector<std::string> flags;              // "#, "
  std::size_t previous = 0;                    // "#| ": lines of the text before it changed
  bool obsolete = false;                       // "#~"
  std::optional<std::string> context;          // msgctxt
  std::string id;                              // msgid
  std::optional<std::string> plural;           // msgid_plural
  std::vector<std::string> translations;       // msgstr, or msgstr[0], msgstr[1] ...
  std::vector<std::size_t> translation_lines;  // 1-based, of each
  std::size_t line = 0;                        // 1-based, of msgid

  bool is_header() const { return id.empty() && !context && !obsolete; }
  bool has_flag(std::string_view flag) const;
};

// What is wrong with an entry, and where.
struct PoFault {
  std::string problem;
  InputPlace place;
  std::string advice;
};

class PoEntries {
 public:
  explicit PoEntries(LineReader& lines) : lines_(lines) {}

  // The next entry, or what is wrong with it: then the next call goes on with the entry behind it.
  // False at the end. Throws as LineReader.
  bool next(PoEntry& entry, std::optional<PoFault>& fault);

 private:
  enum class Part { kComments, kContext, kId, kPlural, kTranslation };

  struct Malformed {
    std::string problem;
    std::size_t column = 1;
    std::string advice;
  };

  bool take_line();
  // Whether `row` opens another entry when `part` has been read.
  static bool opens_entry(std::string_view row, Part part);
  void read_comment(std::string_view row, PoEntry& entry);
  void read_row(std::string_view row, std::size_t column, PoEntry& entry);
  void read_keyword(std::string_view row, std::size_t column, PoEntry& entry);
  std::string read_string(std::string_view row, std::size_t column) const;
  std::string& text_of(Part part, PoEntry& entry) const;
  void skip_entry();

  LineReader& lines_;
  std::string held_;  // the line that has been read and not yet used
  bool holding_ = false;
  Part part_ = Part::kComments;
};

// The text as quoted PO strings behind `keyword`, one line for each line of it.
std::string po_string(std::string_view keyword, std::string_view text);

}  // namespace mizan
