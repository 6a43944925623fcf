// The keywords of file formats and the blanks around them: ASCII only, no locale.
#pragma once

#include <string>
#include <string_view>

namespace mizan {

// With A-Z as a-z.
inline std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

// Without spaces, tabs and line ends at both ends.
inline std::string_view ascii_trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

}  // namespace mizan
