#include "tm/check/characters.h"

#include "tm/base/utf8.h"
#include "tm/text/script.h"

namespace mizan {

Characters::Characters(std::string_view text) {
  characters_.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    characters_.push_back({c.value, {i, i + c.size}});
    i += c.size;
  }
}

Characters::Run Characters::word_around(std::ptrdiff_t i) const {
  if (!is_word_character((*this)[i])) return {};
  Run run{i, i};
  while (is_word_character((*this)[run.first - 1])) --run.first;
  while (is_word_character((*this)[run.last + 1])) ++run.last;
  return run;
}

bool is_white_space(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r' || c == 0x00A0 || c == 0x202F ||
         c == 0x2009 || c == 0x3000;
}

bool is_letter(char32_t c) { return is_arabic_letter(c) || is_latin_letter(c); }

bool is_word_character(char32_t c) {
  return is_letter(c) || is_arabic_mark(c) || c == kTatweel || digit_value(c) >= 0;
}

bool ends_sentence(char32_t c) {
  return c == U'.' || c == U'!' || c == U'?' || c == 0x061F || c == 0x2026 || c == 0x06D4;
}

bool is_quotation_mark(char32_t c) {
  return c == U'"' || (c >= 0x201C && c <= 0x201F) || c == 0xFF02 || c == 0x00AB || c == 0x00BB;
}

}  // namespace mizan
