#include "tm/text/bidi.h"

#include <utf8proc.h>

#include <algorithm>
#include <cassert>
#include <optional>

#include "tm/base/utf8.h"
#include "tm/text/bidi_controls.h"

namespace mizan {
namespace {

constexpr char32_t kEscape = 0x1B;

enum class Direction { kLeftToRight, kRightToLeft };

// The first strong character as FSI looks for it (UAX #9, P2): not inside an isolate.
std::optional<Direction> first_strong(std::string_view text) {
  std::size_t depth = 0;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = code_point_at(text, i);
    i += point.size;
    if (point.value == kEscape) {
      i = std::min(text.find('m', i), text.size() - 1) + 1;
    } else if (opens_isolate(point.value)) {
      ++depth;
    } else if (point.value == kPopDirectionalIsolate) {
      if (depth > 0) --depth;
    } else if (depth == 0) {
      switch (utf8proc_get_property(static_cast<utf8proc_int32_t>(point.value))->bidi_class) {
        case UTF8PROC_BIDI_CLASS_L:
          return Direction::kLeftToRight;
        case UTF8PROC_BIDI_CLASS_R:
        case UTF8PROC_BIDI_CLASS_AL:
          return Direction::kRightToLeft;
        default:
          break;
      }
    }
  }
  return std::nullopt;
}

bool is_space(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0x3000;
}

std::size_t column_count(char32_t c) {
  const utf8proc_property_t* property = utf8proc_get_property(static_cast<utf8proc_int32_t>(c));
  if (property->ignorable) return 0;
  return static_cast<std::size_t>(std::max(0, utf8proc_charwidth(static_cast<int>(c))));
}

// The end of the longest start of `word` that fits into `columns`, at least one character with the
// marks that follow it.
std::size_t fitting_prefix(std::string_view word, std::size_t columns) {
  std::size_t width = 0;
  std::size_t end = 0;
  while (end < word.size()) {
    const CodePoint point = code_point_at(word, end);
    const std::size_t step = column_count(point.value);
    if (width + step > columns && step > 0 && width > 0) break;
    width += step;
    end += point.size;
  }
  return end;
}

}  // namespace

std::string isolate(std::string_view text) {
  std::string result;
  result.reserve(text.size() + 6);
  append_utf8(result, kFirstStrongIsolate);
  std::vector<char32_t> open;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = code_point_at(text, i);
    const std::string_view bytes = text.substr(i, point.size);
    i += point.size;
    if (opens_isolate(point.value) || opens_embedding(point.value)) {
      open.push_back(point.value);
    } else if (point.value == kPopDirectionalFormat) {
      if (!open.empty() && opens_embedding(open.back())) open.pop_back();
    } else if (point.value == kPopDirectionalIsolate) {
      // It closes the embeddings inside its isolate too. A stray one would end ours: leave it out.
      const auto isolate = std::find_if(open.rbegin(), open.rend(), opens_isolate);
      if (isolate == open.rend()) continue;
      open.erase(std::prev(isolate.base()), open.end());
    }
    result += bytes;
  }
  for (; !open.empty(); open.pop_back()) {
    append_utf8(result,
                opens_isolate(open.back()) ? kPopDirectionalIsolate : kPopDirectionalFormat);
  }
  append_utf8(result, kPopDirectionalIsolate);
  return result;
}

std::string isolate(std::string_view text, Language language) {
  const bool arabic = language == Language::kArabic;
  // Without a strong character FSI runs from left to right.
  const Direction shown = first_strong(text).value_or(Direction::kLeftToRight);
  if (shown == (arabic ? Direction::kRightToLeft : Direction::kLeftToRight)) return isolate(text);
  std::string marked;
  append_utf8(marked, arabic ? kRightToLeftMark : kLeftToRightMark);
  marked += text;
  return isolate(marked);
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = code_point_at(text, i);
    width += column_count(point.value);
    i += point.size;
  }
  return width;
}

std::vector<std::string> wrap(std::string_view text, std::size_t columns) {
  assert(columns > 0);
  std::vector<std::string> lines;
  std::string line;
  std::size_t line_width = 0;
  std::size_t i = 0;
  while (i < text.size()) {
    const CodePoint first = code_point_at(text, i);
    if (is_space(first.value)) {
      i += first.size;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && !is_space(code_point_at(text, end).value)) {
      end += code_point_at(text, end).size;
    }
    std::string_view word = text.substr(i, end - i);
    i = end;
    std::size_t width = display_width(word);
    if (!line.empty() && line_width + 1 + width > columns) {
      lines.push_back(std::move(line));
      line.clear();
      line_width = 0;
    }
    if (!line.empty()) {
      line += ' ';
      ++line_width;
    }
    while (width > columns) {
      const std::size_t cut = fitting_prefix(word, columns);
      if (cut == word.size()) break;  // a single character wider than the line
      lines.emplace_back(word.substr(0, cut));
      word.remove_prefix(cut);
      width -= display_width(lines.back());
    }
    line += word;
    line_width += width;
  }
  if (!line.empty() || lines.empty()) lines.push_back(std::move(line));
  return lines;
}

}  // namespace mizan
