#include "tm/check/letter_runs.h"

#include <algorithm>
#include <utility>

#include "tm/check/letter_names.h"

namespace mizan {

namespace {

constexpr std::size_t kFewestLetters = 3;

// The longest letter name, دابليو, and a clitic before it.
constexpr std::size_t kLongestName = std::string_view("والدابليو").size();

// Whether a word ends as a run of letter names does: few do.
bool ends_with_letter_name(std::string_view key) {
  constexpr std::size_t kLetter = 2;  // bytes
  for (std::size_t size = 2 * kLetter; size <= kLongestName && size < key.size(); size += kLetter) {
    if (!letters_named(key.substr(key.size() - size)).empty()) return true;
  }
  return false;
}

// بيبيسي: a word of letter names alone, as many as make a run.
std::vector<std::string_view> glued_letters(std::string_view key) {
  std::vector<std::string_view> letters;
  if (!ends_with_letter_name(key)) return letters;
  while (!key.empty()) {
    std::size_t size = std::min(key.size(), kLongestName);
    std::string_view named;
    for (; size > 0 && named.empty(); --size) {
      const std::string_view head = key.substr(0, size);
      named = letters.empty() ? letters_named_after_clitic(head) : letters_named(head);
    }
    if (named.empty()) return {};
    letters.push_back(named);
    key.remove_prefix(size + 1);
  }
  return letters.size() >= kFewestLetters ? letters : std::vector<std::string_view>();
}

// بي-بي-سي, بي.بي.سي: a mark between two letter names, with no space around it.
bool is_joint(const CheckedSegment& segment, std::size_t i) {
  const auto& words = segment.words;
  if (i + 1 >= words.size() || words[i].kind == TokenKind::kWord) return false;
  const std::string_view text = words[i].range.of(segment.text);
  return (text == "-" || text == ".") && !words[i].after_space && !words[i + 1].after_space;
}

LetterRun run_from(const CheckedSegment& segment, std::size_t index, std::size_t i) {
  const auto& words = segment.words;
  LetterRun run{{}, {Language::kArabic, index, words[i].range}};
  run.letters = glued_letters(words[i].key);
  if (!run.letters.empty()) return run;
  for (std::size_t end = i; end < words.size() && words[end].kind == TokenKind::kWord; ++end) {
    const std::string_view key = words[end].key;
    const auto letters = end == i ? letters_named_after_clitic(key) : letters_named(key);
    if (letters.empty()) break;
    run.letters.push_back(letters);
    run.place.range.end = words[end].range.end;
    if (is_joint(segment, end + 1)) ++end;
  }
  return run;
}

}  // namespace

std::vector<LetterRun> letter_runs(const CheckedDocument& document, SegmentRange range) {
  std::vector<LetterRun> runs;
  for (std::size_t s = range.begin; s < range.end; ++s) {
    const CheckedSegment& segment = document.arabic[s];
    for (std::size_t i = 0; i < segment.words.size(); ++i) {
      if (segment.words[i].kind != TokenKind::kWord) continue;
      LetterRun run = run_from(segment, s, i);
      if (run.letters.size() < kFewestLetters) continue;
      while (i + 1 < segment.words.size() &&
             segment.words[i + 1].range.end <= run.place.range.end) {
        ++i;
      }
      runs.push_back(std::move(run));
    }
  }
  return runs;
}

std::size_t letters_off(const LetterRun& run, std::size_t from, std::string_view acronym) {
  std::size_t off = 0;
  for (std::size_t i = 0; i < acronym.size(); ++i) {
    const char upper = acronym[i] >= 'a' && acronym[i] <= 'z'
                           ? static_cast<char>(acronym[i] - 'a' + 'A')
                           : acronym[i];
    off += run.letters[from + i].find(upper) == std::string_view::npos;
  }
  return off;
}

bool spells(const LetterRun& run, std::string_view acronym) {
  for (std::size_t from = 0; from + acronym.size() <= run.letters.size(); ++from) {
    if (letters_off(run, from, acronym) == 0) return true;
  }
  return false;
}

}  // namespace mizan
