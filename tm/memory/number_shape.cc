#include "tm/memory/number_shape.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

#include "tm/base/utf8.h"
#include "tm/text/normalize.h"
#include "tm/text/script.h"

namespace mizan {
namespace {

constexpr std::size_t kGroup = 3;  // digits between two thousands separators

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_digit);
}

// The digits of a number's whole part, with or without thousands separators; "" when it is not one.
std::string whole_part(std::string_view written) {
  const std::size_t comma = written.find(',');
  const std::string_view head = written.substr(0, comma);
  if (!all_digits(head) || (head.size() > 1 && head[0] == '0')) return {};
  if (comma == written.npos) return std::string(head);
  if (head.size() > kGroup) return {};
  std::string digits(head);
  for (std::size_t at = comma; at < written.size(); at += kGroup + 1) {
    const std::string_view group = written.substr(at + 1, kGroup);
    if (written[at] != ',' || group.size() != kGroup || !all_digits(group)) return {};
    digits += group;
  }
  return digits;
}

struct PlainNumber {
  std::string whole;
  std::string decimals;  // "" when there are none
  bool grouped = false;
};

// What a folded number token says, when it is a plain number; `whole` is empty when it is not.
PlainNumber read_plain(std::string_view folded) {
  PlainNumber number;
  const std::size_t point = folded.find('.');
  if (point != folded.npos) {
    number.decimals = folded.substr(point + 1);
    if (!all_digits(number.decimals)) return {};
  }
  number.whole = whole_part(folded.substr(0, point));
  number.grouped = folded.find(',') != folded.npos;
  return number;
}

std::string separators(std::string_view folded) {
  std::string found;
  std::ranges::copy_if(folded, std::back_inserter(found), [](char c) { return !is_digit(c); });
  return found;
}

// The separators and digits that `shape` uses, or those that go with its digits.
struct Shape {
  char32_t zero = U'0';
  std::string thousands = ",";
  std::string decimal = ".";
};

Shape read_shape(std::string_view shape) {
  Shape result;
  for (std::size_t at = 0; at < shape.size();) {
    const CodePoint c = code_point_at(shape, at);
    at += c.size;
    if (const int digit = digit_value(c.value); digit >= 0) {
      result.zero = c.value - static_cast<char32_t>(digit);
      break;
    }
  }
  if (result.zero != U'0') {
    result.thousands = "\u066C";
    result.decimal = "\u066B";
  }
  for (std::size_t at = 0; at < shape.size();) {
    const CodePoint c = code_point_at(shape, at);
    const std::string_view written = shape.substr(at, c.size);
    const std::string folded = fold(written, FoldProfile::kMarks);
    if (folded == ",") result.thousands = written;
    if (folded == ".") result.decimal = written;
    at += c.size;
  }
  return result;
}

void append_digits(std::string& text, std::string_view ascii, char32_t zero) {
  for (const char c : ascii) {
    if (is_digit(c)) {
      append_utf8(text, zero + static_cast<char32_t>(c - '0'));
    } else {
      text += c;
    }
  }
}

}  // namespace

std::string number_value(std::string_view number) {
  std::string folded = fold(number, FoldProfile::kMarks);
  PlainNumber plain = read_plain(folded);
  if (plain.whole.empty()) return folded;
  return plain.decimals.empty() ? plain.whole : plain.whole + "." + plain.decimals;
}

bool fits_shape(std::string_view value, std::string_view shape) {
  const std::string folded = fold(shape, FoldProfile::kMarks);
  const bool plain = !read_plain(value).whole.empty();
  if (plain != !read_plain(folded).whole.empty()) return false;
  return plain || separators(value) == separators(folded);
}

std::string in_shape_of(std::string_view number, std::string_view shape) {
  const Shape written = read_shape(shape);
  const std::string folded = fold(number, FoldProfile::kMarks);
  const PlainNumber value = read_plain(folded);
  std::string text;
  if (value.whole.empty()) {
    append_digits(text, folded, written.zero);
    return text;
  }
  const PlainNumber model = read_plain(fold(shape, FoldProfile::kMarks));
  const bool grouped = model.whole.size() > kGroup ? model.grouped : value.grouped;
  for (std::size_t i = 0; i < value.whole.size(); ++i) {
    const std::size_t rest = value.whole.size() - i;
    if (grouped && i > 0 && rest % kGroup == 0) text += written.thousands;
    append_digits(text, value.whole.substr(i, 1), written.zero);
  }
  if (!value.decimals.empty()) {
    text += written.decimal;
    append_digits(text, value.decimals, written.zero);
  }
  return text;
}

}  // namespace mizan
