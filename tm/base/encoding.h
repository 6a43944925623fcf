// Bytes of unknown encoding become UTF-8 text.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace mizan {

struct DecodedText {
  std::string text;      // valid UTF-8, without a byte order mark
  std::string encoding;  // "UTF-8", "UTF-16LE", "UTF-16BE" or "windows-1256"
};

// Detects UTF-8 (with or without a byte order mark), UTF-16 (with one, or by the zero bytes of its
// ASCII characters) and windows-1256, and converts. Detection prefers UTF-8: a text that is UTF-8
// but for a few bytes is damaged UTF-8, not windows-1256. `name` is the file that errors name.
// Throws Error(kMalformed): binary content (NUL bytes, control characters), invalid UTF-8 with the
// byte offset, line and column, an odd number of bytes or a lone surrogate in UTF-16.
DecodedText decode_text(std::string_view bytes, const std::string& name);

// The same piece by piece, in memory that does not grow with the text: the encoding is decided by
// the first MB, or for a text that opens in ASCII by the first MB from where it is something else.
class TextDecoder {
 public:
  explicit TextDecoder(std::string name);
  TextDecoder(const TextDecoder&) = delete;
  TextDecoder& operator=(const TextDecoder&) = delete;
  ~TextDecoder();

  // Appends to `text` what the bytes so far make, whole characters.
  void feed(std::string_view bytes, std::string& text);
  // After the last bytes.
  void finish(std::string& text);
  // After finish().
  std::string encoding() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// read_file and decode_text; additionally an empty text is an Error(kMalformed).
DecodedText read_text(const std::string& path);

}  // namespace mizan
