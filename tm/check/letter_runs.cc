#include "tm/check/letter_runs.h"

#include <utility>

#include "tm/check/letter_names.h"

namespace mizan {

std::vector<LetterRun> letter_runs(const CheckedDocument& document, SegmentRange range) {
  constexpr std::size_t kFewestLetters = 3;
  std::vector<LetterRun> runs;
  for (std::size_t s = range.begin; s < range.end; ++s) {
    const CheckedSegment& segment = document.arabic[s];
    for (std::size_t i = 0; i < segment.words.size(); ++i) {
      LetterRun run;
      run.place = {Language::kArabic, s, segment.words[i].range};
      std::size_t end = i;
      while (end < segment.words.size() && segment.words[end].kind == TokenKind::kWord) {
        const std::string_view key = segment.words[end].key;
        const auto letters = end == i ? letters_named_after_clitic(key) : letters_named(key);
        if (letters.empty()) break;
        run.letters.push_back(letters);
        run.place.range.end = segment.words[end].range.end;
        ++end;
      }
      if (run.letters.size() >= kFewestLetters) {
        runs.push_back(std::move(run));
        i = end - 1;
      }
    }
  }
  return runs;
}

}  // namespace mizan
