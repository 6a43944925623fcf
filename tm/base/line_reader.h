// The lines of a text file one after the other, in memory that does not grow with the file.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "tm/base/error.h"

namespace mizan {

// Reads a file of any encoding that decode_text() knows, gzip unpacked, as UTF-8. "\n" and "\r\n"
// end a line. All members throw as read_text() does, for an empty file too, and Error(kLimit) for a
// line of more than 16 MB.
class LineReader {
 public:
  // "-" is standard input.
  explicit LineReader(const std::string& path);
  // The bytes of a file called `name`; they must outlive the reader.
  LineReader(std::string_view bytes, std::string name);
  LineReader(const LineReader&) = delete;
  LineReader& operator=(const LineReader&) = delete;
  ~LineReader();

  // The next line without its end, until the next call; false at the end of the file.
  bool next(std::string_view& line);
  // Of the line that next() gave last; 1-based.
  std::size_t number() const;
  InputPlace place(std::size_t column = 0) const;
  // What next() will give, line ends and all, as far as the first 64 KB go. The last line may be
  // cut off, between characters.
  std::string_view ahead();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace mizan
