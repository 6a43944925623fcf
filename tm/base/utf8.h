// UTF-8 at the border: validation, and steps from code point to code point.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace mizan {

// The offset of the first byte that does not continue valid UTF-8 (overlong forms, surrogates and
// values above U+10FFFF are invalid); nothing when all of `text` is valid.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

struct CodePoint {
  char32_t value = 0;
  std::size_t size = 0;  // bytes
};

// The code point that starts at `offset` of valid UTF-8.
CodePoint code_point_at(std::string_view text, std::size_t offset);

// The code point that ends right before `offset` (> 0) of valid UTF-8.
CodePoint code_point_before(std::string_view text, std::size_t offset);

void append_utf8(std::string& text, char32_t value);

// The number of code points of valid UTF-8.
std::size_t count_code_points(std::string_view text);

std::u32string to_utf32(std::string_view text);
std::string to_utf8(std::u32string_view text);

}  // namespace mizan
