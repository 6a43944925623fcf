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

// The English word that the Arabic one was to be: one edit away, and not itself in the Arabic.
const LatinWord* nearest(const LatinWord& word, const std::vector<LatinWord>& english,
                         const std::vector<LatinWord>& arabic) {
  for (const LatinWord& candidate : english) {
    if (candidate.acronym != word.acronym || word_edits(candidate.key, word.key) != 1) continue;
    const bool taken = std::any_of(arabic.begin(), arabic.end(), [&](const LatinWord& other) {
      return other.key == candidate.key;
    });
    if (!taken) return &candidate;
  }
  return nullptr;
}

// Web sites and other tokens that the tokenizer parts: weather.com against weather and com.
bool written_in(const CheckedDocument& document, const Bead& bead, const LatinWord& word) {
  for (const CheckedSegment& segment : document.segments(bead, Language::kEnglish)) {
    std::string run;
    for (const CheckedWord& english : segment.words) {
      if (english.after_space) run.clear();
      for (const char c : english.key) {
        if (c != '.' && c != '-' && c != '\'') run += c;
      }
      if (run == word.key || run == word.key + "s" || run + "s" == word.key) return true;
    }
  }
  return false;
}

void check_tokens(const CheckedDocument& document, const Bead& bead,
                  const std::vector<LatinWord>& english, FindingList& findings) {
  const std::vector<LatinWord> arabic = latin_words(document, bead, Language::kArabic);
  for (const LatinWord& word : arabic) {
    const bool found = std::any_of(english.begin(), english.end(),
                                   [&](const LatinWord& e) { return e.key == word.key; });
    if (found || written_in(document, bead, word)) continue;
    const LatinWord* near = word.key.size() >= 2 ? nearest(word, english, arabic) : nullptr;
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
      // A preposition that is also a letter name may stand before or behind: في بي بي سي.
      for (std::size_t from = 0; from + word.key.size() <= run.letters.size(); ++from) {
        const std::size_t off = letters_off(run, from, word.key);
        found = found || off == 0;
        if ((off == 1 || swapped(run, from, word.key)) &&
            run.letters.size() <= word.key.size() + 1) {
          near = &word;
        }
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
