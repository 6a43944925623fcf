#include "tm/format/hunalign_dic.h"

#include <utility>

#include "tm/format/tsv.h"
#include "tm/text/script.h"

namespace mizan {
namespace {

constexpr std::string_view kSeparator = " @ ";
constexpr std::size_t kLinesToSee = 100;

}  // namespace

bool looks_like_hunalign_dic(std::string_view text) {
  std::size_t lines = 0;
  std::size_t entries = 0;
  while (!text.empty() && lines < kLinesToSee) {
    const std::size_t end = text.find('\n');
    const std::string_view row = text.substr(0, end);
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
    if (row.find_first_not_of(" \t\r") == row.npos) continue;
    ++lines;
    entries += row.find(kSeparator) != row.npos && row.find('\t') == row.npos;
  }
  return 2 * entries > lines;
}

WordList parse_hunalign_dic(std::string_view text, const std::string& name) {
  WordList list;
  for_each_line(text, [&](std::size_t line, std::string_view row) {
    if (row.find_first_not_of(" \t") == row.npos) return;
    const auto leave_out = [&](const char* problem) {
      list.diagnostics.push_back({problem, {.file = name, .line = line}});
    };
    const std::size_t at = row.find(kSeparator);
    if (at == row.npos) {
      leave_out("no \" @ \" between the languages; write English @ Arabic");
      return;
    }
    std::string_view arabic = trimmed_field(row.substr(at + kSeparator.size()));
    std::string_view english = trimmed_field(row.substr(0, at));
    if (detect_language(english) == Language::kArabic) std::swap(arabic, english);
    if (detect_language(arabic) != Language::kArabic || english.empty() ||
        detect_language(english) == Language::kArabic) {
      leave_out("not one Arabic and one English side; write English @ Arabic");
      return;
    }
    list.lexicon.entries.push_back({std::string(arabic), std::string(english)});
  });
  return list;
}

std::string hunalign_dic_row(const LexiconEntry& entry) {
  return entry.english + std::string(kSeparator) + entry.arabic + '\n';
}

}  // namespace mizan
