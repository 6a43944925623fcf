#include "tm/check/edit_distance.h"

#include <algorithm>
#include <string>
#include <vector>

#include "tm/base/utf8.h"
#include "tm/text/script.h"

namespace mizan {
namespace {

// Letters that Arabic words end in when they are inflected, or made into an adjective.
constexpr std::u32string_view kArabicEndings = U"اىيةهتنء";

// `rest`: the last letter of a word, or nothing; `stem`: the letters before it.
bool is_arabic_ending(std::u32string_view stem, std::u32string_view rest) {
  if (rest.empty()) return true;
  // The construct state of a plural: أمريكيو.
  const bool plural = rest.front() == U'و' && stem.ends_with(U'ي');
  return plural || kArabicEndings.find(rest.front()) != std::u32string_view::npos;
}

}  // namespace

std::size_t word_edits(std::string_view left, std::string_view right) {
  const std::u32string a = to_utf32(left);
  const std::u32string b = to_utf32(right);
  const std::size_t width = b.size() + 1;
  std::vector<std::size_t> cost((a.size() + 1) * width);
  const auto at = [&](std::size_t i, std::size_t j) -> std::size_t& { return cost[i * width + j]; };
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        at(i, j) = i + j;
        continue;
      }
      at(i, j) = std::min(
          {at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        at(i, j) = std::min(at(i, j), at(i - 2, j - 2) + 1);
      }
    }
  }
  return at(a.size(), b.size());
}

WordEdit edit_between(std::string_view a, std::string_view b) {
  const std::u32string left = to_utf32(a);
  const std::u32string right = to_utf32(b);
  std::size_t same = 0;
  while (same < std::min(left.size(), right.size()) && left[same] == right[same]) ++same;
  std::u32string sorted_left = left;
  std::u32string sorted_right = right;
  std::sort(sorted_left.begin(), sorted_left.end());
  std::sort(sorted_right.begin(), sorted_right.end());
  const std::u32string_view longer = left.size() > right.size() ? left : right;
  WordEdit edit{
      .swap = sorted_left == sorted_right, .first = same == 0, .last = same + 1 >= longer.size()};
  if (!edit.last) return edit;
  // Americann: no ending doubles a letter that is not doubled before it.
  const bool doubled = left.size() != right.size() && same >= 2 && longer[same] == longer[same - 1];
  const std::u32string_view stem = longer.substr(0, same);
  edit.inflection = !longer.empty() && is_arabic_letter(longer.front())
                        ? is_arabic_ending(stem, std::u32string_view(left).substr(same)) &&
                              is_arabic_ending(stem, std::u32string_view(right).substr(same))
                        : left.size() != right.size() && !(doubled && longer[same] != U's');
  return edit;
}

}  // namespace mizan
