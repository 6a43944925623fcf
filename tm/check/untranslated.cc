// untranslated, wrong-script-letter: letters of the wrong language or alphabet.
#include <algorithm>
#include <string>
#include <utility>

#include "tm/base/utf8.h"
#include "tm/check/families.h"
#include "tm/text/script.h"
#include "tm/variant/name_knowledge.h"

namespace mizan {
namespace {

// Letters of the Arabic script that Arabic does not write, though they look as if: what a Persian
// or Urdu keyboard leaves. پ چ گ ڤ and their like stand for foreign sounds and are left alone.
struct LookAlike {
  char32_t wrong;
  char32_t right;
};
constexpr LookAlike kArabicLookAlikes[] = {
    {0x06CC, 0x064A},  // Farsi yeh
    {0x06D2, 0x064A},  // yeh barree
    {0x06A9, 0x0643},  // keheh
    {0x06AA, 0x0643},  // swash kaf
    {0x06C1, 0x0647},  // heh goal
    {0x06BE, 0x0647},  // heh doachashmee
    {0x06D5, 0x0647},  // ae
    {0x06C3, 0x0629},  // teh marbuta goal
    {0x06C0, 0x0629},  // heh with yeh above
};

std::optional<char32_t> intended_arabic(char32_t c) {
  for (const LookAlike& pair : kArabicLookAlikes) {
    if (pair.wrong == c) return pair.right;
  }
  return std::nullopt;
}

bool is_cyrillic_or_greek(char32_t c) {
  return (c >= 0x0370 && c <= 0x03FF) || (c >= 0x0400 && c <= 0x052F);
}

struct Letters {
  std::size_t arabic = 0;
  std::size_t latin = 0;
  std::size_t other = 0;  // Cyrillic or Greek
  std::string corrected;  // the word with its Arabic look-alikes put right
  bool look_alike = false;
};

Letters letters_of(std::string_view word) {
  Letters letters;
  for (std::size_t i = 0; i < word.size();) {
    const CodePoint c = code_point_at(word, i);
    i += c.size;
    if (is_arabic_letter(c.value)) ++letters.arabic;
    if (is_latin_letter(c.value)) ++letters.latin;
    if (is_cyrillic_or_greek(c.value)) ++letters.other;
    const auto intended = intended_arabic(c.value);
    letters.look_alike = letters.look_alike || intended.has_value();
    append_utf8(letters.corrected, intended.value_or(c.value));
  }
  return letters;
}

void check_alphabets(const Bead& bead, const CheckedSegment& segment, std::size_t index,
                     FindingList& findings) {
  for (const CheckedWord& word : segment.words) {
    if (word.kind != TokenKind::kWord) continue;
    const std::string_view text = word.range.of(segment.text);
    const Letters letters = letters_of(text);
    const CheckedPlace place{segment.language, index, word.range};
    if (letters.look_alike && segment.language == Language::kArabic) {
      Report report =
          report_at(place, "wrong-script-letter",
                    "“" + quoted(text) + "” holds a letter of another alphabet", letters.corrected);
      report.replacement = letters.corrected;
      findings.add(bead, std::move(report));
    } else if (letters.other > 0 && letters.latin + letters.arabic > 0) {
      findings.add(bead, report_at(place, "wrong-script-letter",
                                   "“" + quoted(text) + "” mixes two alphabets", ""));
    }
  }
}

// Each run of Arabic words in the English.
void check_english(const Bead& bead, const CheckedSegment& segment, std::size_t index,
                   FindingList& findings) {
  const auto& words = segment.words;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].kind != TokenKind::kWord) continue;
    if (letters_of(words[i].range.of(segment.text)).arabic == 0) continue;
    std::size_t last = i;
    while (last + 1 < words.size() && words[last + 1].kind == TokenKind::kWord &&
           letters_of(words[last + 1].range.of(segment.text)).arabic > 0) {
      ++last;
    }
    const ByteRange range{words[i].range.begin, words[last].range.end};
    findings.add(bead, report_at({Language::kEnglish, index, range}, "untranslated",
                                 "“" + quoted(range.of(segment.text)) + "” was left in Arabic",
                                 "translate it"));
    i = last;
  }
}

// Words in Latin letters that stand together in the Arabic.
struct LatinRun {
  ByteRange range;
  std::size_t lower_case = 0;  // words without a capital
  std::size_t longest = 0;     // word, in letters
  bool ordinary = true;        // nothing but lower-case words of English
};

// Whether a space leads to the run. Behind a bracket or quotation mark it is meant to be in Latin
// letters; {name} and <b class="x"> are for programs.
bool stands_free(std::string_view text, const ByteRange& range) {
  return (range.begin == 0 || text[range.begin - 1] == ' ') &&
         !text.substr(range.end).starts_with('=');
}

// Names and titles stay in Latin letters; this many lower-case words are a sentence, and ordinary
// words are words that the translator has left. Shorter ones are often borrowed (app).
bool is_left_over(std::string_view text, const LatinRun& run) {
  constexpr std::size_t kSentenceWords = 4;
  constexpr std::size_t kLetters = 4;
  return run.lower_case >= kSentenceWords ||
         (run.ordinary && run.longest >= kLetters && stands_free(text, run.range));
}

// Whether the lower-case word is English: the dictionary has it, or the English side itself.
bool is_english(std::string_view word, std::span<const CheckedSegment> english,
                const NameKnowledge* words) {
  if (words != nullptr && words->is_word(Language::kEnglish, word)) return true;
  return std::ranges::any_of(english, [&](const CheckedSegment& segment) {
    return std::ranges::any_of(segment.words, [&](const CheckedWord& other) {
      return other.range.of(segment.text) == word;
    });
  });
}

void check_arabic(const CheckedDocument& document, const Bead& bead, std::size_t index,
                  const NameKnowledge* words, FindingList& findings) {
  const CheckedSegment& segment = document.arabic[index];
  std::optional<LatinRun> run;
  const auto close = [&] {
    if (run && is_left_over(segment.text, *run)) {
      findings.add(bead,
                   report_at({Language::kArabic, index, run->range}, "untranslated",
                             "“" + quoted(run->range.of(segment.text)) + "” was left in English",
                             "translate it"));
    }
    run.reset();
  };
  for (const CheckedWord& word : segment.words) {
    if (word.kind != TokenKind::kWord) continue;
    const std::string_view text = word.range.of(segment.text);
    if (letters_of(text).latin == 0) {
      close();
      continue;
    }
    if (!run) run = LatinRun{.range = word.range};
    run->range.end = word.range.end;
    const bool lower_case = std::ranges::all_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
    if (text[0] >= 'a' && text[0] <= 'z') ++run->lower_case;
    run->longest = std::max(run->longest, text.size());
    run->ordinary = run->ordinary && lower_case &&
                    is_english(text, document.segments(bead, Language::kEnglish), words);
  }
  close();
}

}  // namespace

void check_untranslated(const CheckedDocument& document, const Bead& bead,
                        const NameKnowledge* words, FindingList& findings) {
  for (const Language side : {Language::kArabic, Language::kEnglish}) {
    const SegmentRange range = CheckedDocument::range(bead, side);
    for (std::size_t i = range.begin; i < range.end; ++i) {
      const CheckedSegment& segment = document.side(side)[i];
      check_alphabets(bead, segment, i, findings);
      side == Language::kArabic ? check_arabic(document, bead, i, words, findings)
                                : check_english(bead, segment, i, findings);
    }
  }
}

}  // namespace mizan
