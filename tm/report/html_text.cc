#include "tm/report/html_text.h"

namespace mizan {

std::string html_escaped(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      case '\'':
        result += "&#39;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

std::string html_isolated(std::string_view text) { return "<bdi>" + html_escaped(text) + "</bdi>"; }

std::string html_message(std::string_view sentence) {
  constexpr std::string_view kOpen = "“";
  constexpr std::string_view kClose = "”";
  std::string html;
  while (true) {
    const std::size_t open = sentence.find(kOpen);
    const std::size_t close = open == std::string_view::npos ? open : sentence.find(kClose, open);
    if (close == std::string_view::npos) break;
    const std::size_t words = open + kOpen.size();
    html += html_escaped(sentence.substr(0, words)) +
            html_isolated(sentence.substr(words, close - words)) + std::string(kClose);
    sentence.remove_prefix(close + kClose.size());
  }
  return html + html_escaped(sentence);
}

}  // namespace mizan
