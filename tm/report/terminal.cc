#include "tm/report/terminal.h"

#include "tm/text/bidi.h"

namespace mizan {
namespace {

std::string_view code_of(Emphasis emphasis) {
  switch (emphasis) {
    case Emphasis::kBold:
      return "1";
    case Emphasis::kDim:
      return "2";
    case Emphasis::kRed:
      return "31";
    case Emphasis::kGreen:
      return "32";
    case Emphasis::kYellow:
      return "33";
    case Emphasis::kBlue:
      return "34";
    case Emphasis::kRedLine:  // underlined too: it lies under joined letters of either direction
      return "4;31";
    case Emphasis::kYellowLine:
      return "4;33";
  }
  return "0";
}

}  // namespace

std::string emphasised(std::string_view text, Emphasis emphasis, const TerminalStyle& style) {
  if (!style.color) return std::string(text);
  std::string result = "\x1b[";
  result += code_of(emphasis);
  result += 'm';
  result += text;
  result += "\x1b[0m";
  return result;
}

std::string shown(std::string_view text, const TerminalStyle& style) {
  return style.isolate && !text.empty() ? isolate(text) : std::string(text);
}

std::string shown(std::string_view text, Language language, const TerminalStyle& style) {
  return style.isolate && !text.empty() ? isolate(text, language) : std::string(text);
}

std::string shown_quotations(std::string_view sentence, const TerminalStyle& style) {
  constexpr std::string_view kOpen = "“";
  constexpr std::string_view kClose = "”";
  std::string result;
  while (true) {
    const std::size_t begin = sentence.find(kOpen);
    if (begin == std::string_view::npos) break;
    const std::size_t end = sentence.find(kClose, begin);
    if (end == std::string_view::npos) break;
    const std::size_t words = begin + kOpen.size();
    result += sentence.substr(0, words);
    result += shown(sentence.substr(words, end - words), style);
    result += kClose;
    sentence.remove_prefix(end + kClose.size());
  }
  return result.append(sentence);
}

std::string tsv_field(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c == '\t' || c == '\n' || c == '\r') c = ' ';
  }
  return result;
}

}  // namespace mizan
