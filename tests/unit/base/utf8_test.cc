#include "tm/base/utf8.h"

#include <gtest/gtest.h>

#include <string>

namespace mizan {
namespace {

TEST(Utf8, FindsTheFirstInvalidByte) {
  using std::string_literals::operator""s;
  struct Row {
    std::string bytes;
    std::optional<std::size_t> offset;
  };
  const Row rows[] = {
      {"", std::nullopt},
      {"a\0b"s, std::nullopt},
      {"مالي \U0001F600 \uFFFF", std::nullopt},
      {"\xC2\x80\xDF\xBF\xE0\xA0\x80\xEF\xBF\xBF\xF0\x90\x80\x80\xF4\x8F\xBF\xBF", std::nullopt},
      {"a\x80", 1},
      {"\xC1\xBF", 0},
      {"ab\xE0\x9F\xBF", 2},
      {"\xED\xA0\x80", 0},
      {"\xED\xBF\xBF", 0},
      {"\xF0\x8F\xBF\xBF", 0},
      {"\xF4\x90\x80\x80", 0},
      {"\xF5\x80\x80\x80", 0},
      {"\xFE", 0},
      {"ok\xD9", 2},
      {"ok\xE2\x80", 2},
      {"ok\xF0\x9F\x98", 2},
      {"\xD9z", 0},
  };
  for (const Row& row : rows) EXPECT_EQ(find_invalid_utf8(row.bytes), row.offset) << row.bytes;
}

TEST(Utf8, StepsBothWays) {
  const std::string text = "aم\u20AC\U0001F600";
  const char32_t values[] = {U'a', U'م', 0x20AC, 0x1F600};
  std::size_t i = 0;
  for (const char32_t value : values) {
    const CodePoint point = code_point_at(text, i);
    EXPECT_EQ(point.value, value);
    i += point.size;
    EXPECT_EQ(code_point_before(text, i).value, value);
  }
  EXPECT_EQ(i, text.size());
  EXPECT_EQ(count_code_points(text), 4U);
  EXPECT_EQ(to_utf8(to_utf32(text)), text);
}

}  // namespace
}  // namespace mizan
