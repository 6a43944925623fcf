// acronym, latin-token: what the Arabic keeps in Latin letters, or spells out letter by letter.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tm/base/utf8.h"
#include "tm/check/addresses.h"
#include "tm/check/edit_distance.h"
#include "tm/check/families.h"
#include "tm/check/letter_runs.h"
#include "tm/text/script.h"

namespace mizan {
namespace {

struct LatinWord {
  std::string key;  // lower case, without stops and hyphens: U.N. is un
  CheckedPlace place;
  bool acronym = false;  // two letters or more, all of them capitals, or letters with digits
};

std::optional<LatinWord> latin_word(const CheckedSegment& segment, std::size_t index,
                                    const CheckedWord& word) {
  if (word.kind != TokenKind::kWord || is_address(word.key)) return std::nullopt;
  const std::string_view text = word.range.of(segment.text);
  LatinWord latin{{}, {segment.language, index, word.range}, true};
  std::size_t letters = 0;
  std::size_t digits = 0;
  std::size_t capitals = 0;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    i += c.size;
    if (is_arabic_letter(c.value)) return std::nullopt;
    if (is_latin_letter(c.value)) ++letters;
    if (c.value >= 'A' && c.value <= 'Z') ++capitals;
    if (digit_value(c.value) >= 0) ++digits;
  }
  if (letters == 0) return std::nullopt;
  for (const char c : word.key) {
    if (c != '.' && c != '-' && c != '\'') latin.key += c;
  }
  if (word.key.ends_with("'s")) latin.key.pop_back();
  // MWPs: the plural of an acronym
  const bool plural = capitals >= 2 && capitals + 1 == letters && text.back() == 's';
  if (plural) latin.key.pop_back();
  latin.acronym = (letters + digits >= 2) && (capitals == letters || plural || digits > 0);
  return latin;
}

std::vector<LatinWord> latin_words(const CheckedDocument& document, const Bead& bead,
                                   Language side) {
  std::vector<LatinWord> words;
  const SegmentRange range = CheckedDocument::range(bead, side);
  for (std::size_t s = range.begin; s < range.end; ++s) {
    const CheckedSegment& segment = document.side(side)[s];
    for (const CheckedWord& word : segment.words) {
      if (auto latin = latin_word(segment, s, word)) words.push_back(std::move(*latin));
    }
  }
  return words;
}

std::size_t count_of(const std::vector<LatinWord>& words, std::string_view key) {
  return static_cast<std::size_t>(std::ranges::count(words, key, &LatinWord::key));
}

// The English word that the Arabic one was to be: one edit away, and more often there than in the
// Arabic.
const LatinWord* nearest(const LatinWord& word, const std::vector<LatinWord>& english,
                         const std::vector<LatinWord>& arabic) {
  constexpr std::size_t kClear = 3;  // letters; shorter words are near to many others
  for (const LatinWord& candidate : english) {
    if (candidate.acronym != word.acronym &&
        std::min(candidate.key.size(), word.key.size()) < kClear) {
      continue;
    }
    if (word_edits(candidate.key, word.key) == 1 &&
        count_of(english, candidate.key) > count_of(arabic, candidate.key)) {
      return &candidate;
    }
  }
  return nullptr;
}

// Whether a word of the English is `key` but for the s of the plural.
bool is_token(std::string_view key, std::string_view english) {
  return key == english || (key.ends_with('s') && key.substr(0, key.size() - 1) == english) ||
         (english.ends_with('s') && english.substr(0, english.size() - 1) == key);
}

// Tokens that the tokenizer parts, weather.com against weather and com, and parts of others: 229E
// of HCoV-229E.
bool written_in(const CheckedDocument& document, const Bead& bead, const LatinWord& word) {
  constexpr std::string_view kJoints = ".-'";
  for (const CheckedSegment& segment : document.segments(bead, Language::kEnglish)) {
    std::vector<std::string> runs;  // from each part since the last space to the one at hand
    const auto is_run = [&](std::string_view run) { return is_token(word.key, run); };
    for (const CheckedWord& english : segment.words) {
      if (english.after_space) runs.clear();
      const std::string_view key = english.key;
      for (std::size_t begin = 0; begin < key.size();) {
        const std::size_t end = std::min(key.find_first_of(kJoints, begin), key.size());
        if (end > begin) runs.emplace_back();
        for (std::string& run : runs) run += key.substr(begin, end - begin);
        if (std::ranges::any_of(runs, is_run)) return true;
        begin = end + 1;
      }
    }
  }
  return false;
}

void check_tokens(const CheckedDocument& document, const Bead& bead,
                  const std::vector<LatinWord>& english, FindingList& findings) {
  const std::vector<LatinWord> arabic = latin_words(document, bead, Language::kArabic);
  std::vector<const LatinWord*> told;  // English words that a finding has named
  for (const LatinWord& word : arabic) {
    const std::size_t there = count_of(english, word.key);
    if (there >= count_of(arabic, word.key)) continue;
    if (there == 0 && written_in(document, bead, word)) continue;
    const LatinWord* near = word.key.size() >= 2 ? nearest(word, english, arabic) : nullptr;
    // Once more than in the English, which has a pronoun instead.
    if (there > 0 && !near) continue;
    if (near && std::ranges::find(told, near) != told.end()) continue;
    if (near) told.push_back(near);
    const std::string text(document.text(word.place));
    Report report{.rule = near && word.acronym ? "acronym" : "latin-token",
                  .arabic = word.place,
                  .english = {},
                  .message = "“" + text + "” is not in the English",
                  .suggestion = "",
                  .severity = {},
                  .related = {}};
    if (near) {
      report.english = near->place;
      report.message = "“" + text + "” and “" + std::string(document.text(near->place)) +
                       "” differ by one letter";
      report.suggestion = "write the same on both sides";
    } else if (!word.acronym || word.key.size() < 2) {
      // A word that the translator glossed for the reader.
      report.severity = Severity::kInfo;
    }
    findings.add(bead, std::move(report));
  }
}

// Whether the run spells the acronym but for two neighbours that changed places.
bool swapped(const LetterRun& run, std::size_t from, std::string_view acronym) {
  std::string other(acronym);
  for (std::size_t i = 0; i + 1 < other.size(); ++i) {
    std::swap(other[i], other[i + 1]);
    if (letters_off(run, from, other) == 0) return true;
    std::swap(other[i], other[i + 1]);
  }
  return false;
}

void check_letter_runs(const CheckedDocument& document, const Bead& bead,
                       const std::vector<LatinWord>& english, FindingList& findings) {
  for (const LetterRun& run : letter_runs(document, bead.source)) {
    const LatinWord* near = nullptr;
    bool found = false;
    for (const LatinWord& word : english) {
      if (!word.acronym || word.key.size() < 3 || word.key.size() > run.letters.size()) continue;
      // A particle may be taken for one letter more; NBC in MSNBC is another acronym.
      if (run.letters.size() > word.key.size() + 1) continue;
      found = found || spells(run, word.key);
      for (std::size_t from = 0; from + word.key.size() <= run.letters.size(); ++from) {
        if (letters_off(run, from, word.key) == 1 || swapped(run, from, word.key)) near = &word;
      }
    }
    if (found || !near) continue;
    findings.add(bead,
                 {.rule = "acronym",
                  .arabic = run.place,
                  .english = near->place,
                  .message = "“" + std::string(document.text(run.place)) + "” does not spell “" +
                             std::string(document.text(near->place)) + "”",
                  .suggestion = "write the same letters on both sides",
                  .severity = {},
                  .related = {}});
  }
}

}  // namespace

// An English acronym that the Arabic spells out in words is the rule, not the exception; only what
// the Arabic has in letters is held against the English.
void check_latin(const CheckedDocument& document, const Bead& bead, FindingList& findings) {
  if (bead.one_sided()) return;
  const std::vector<LatinWord> english = latin_words(document, bead, Language::kEnglish);
  check_tokens(document, bead, english, findings);
  check_letter_runs(document, bead, english, findings);
}

}  // namespace mizan
