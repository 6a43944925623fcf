// ascii-punctuation, end-punctuation: marks of the other script, and sentences that end otherwise
// than their translation.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "tm/base/utf8.h"
#include "tm/check/characters.h"
#include "tm/check/families.h"
#include "tm/text/script.h"

namespace mizan {
namespace {

struct MarkPair {
  char32_t ascii;
  char32_t arabic;
};
constexpr MarkPair kPairs[] = {{U',', 0x060C}, {U';', 0x061B}, {U'?', 0x061F}};

// The script of the word next to a mark on one side, spaces and closing marks between them
// skipped: Arabic, Latin, or nothing.
std::optional<Language> neighbour(const Characters& characters, std::ptrdiff_t i, int step) {
  for (i += step; characters.inside(i); i += step) {
    const char32_t c = characters[i];
    if (is_arabic_letter(c)) return Language::kArabic;
    if (is_latin_letter(c)) return Language::kEnglish;
    if (digit_value(c) >= 0) return std::nullopt;
    if (!is_white_space(c) && !is_quotation_mark(c) && !is_arabic_mark(c) && c != U')' &&
        c != U'(' && c != U'\'' && c != 0x2019) {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

// A mark belongs to the words around it: an English title in Arabic text keeps its comma.
bool is_foreign(const Characters& characters, std::ptrdiff_t i, Language language) {
  const auto before = neighbour(characters, i, -1);
  const auto after = neighbour(characters, i, 1);
  if (!before && !after) return false;
  if (digit_value(characters[i - 1]) >= 0 && digit_value(characters[i + 1]) >= 0) return false;
  return before ? *before == language : *after == language;
}

void check_script(const Bead& bead, const CheckedSegment& segment, const CheckedPlace& place,
                  FindingList& findings) {
  const bool arabic = segment.language == Language::kArabic;
  const Characters characters(segment.text);
  for (std::ptrdiff_t i = 0; i < characters.size(); ++i) {
    for (const MarkPair& pair : kPairs) {
      const char32_t wrong = arabic ? pair.ascii : pair.arabic;
      if (characters[i] != wrong || !is_foreign(characters, i, segment.language)) continue;
      std::string right;
      append_utf8(right, arabic ? pair.arabic : pair.ascii);
      CheckedPlace at = place;
      at.range = characters.range(i, i);
      Report report = report_at(
          at, "ascii-punctuation",
          arabic ? "an English mark in Arabic text" : "an Arabic mark in English text", right);
      report.replacement = std::move(right);
      findings.add(bead, std::move(report));
    }
  }
}

enum class Ending { kNone, kStatement, kQuestion, kExclamation, kOpen };

struct SentenceEnd {
  Ending ending = Ending::kNone;
  std::ptrdiff_t at = -1;  // the last character that is no closing mark
};

// What ends a segment behind its closing quotation marks and brackets. kOpen: a colon, comma or
// dash, after which the sentence goes on.
SentenceEnd sentence_end(const CheckedSegment& segment, const Characters& characters) {
  SentenceEnd end;
  std::ptrdiff_t i = characters.size() - 1;
  const auto closes = [](char32_t c) {
    return is_quotation_mark(c) || is_white_space(c) || c == U'\'' || c == 0x2019 || c == 0x2018 ||
           c == U')' || c == U']' || is_bidi_control(c) || c == 0x203A || c == U'*';
  };
  while (i >= 0 && closes(characters[i])) --i;
  end.at = i;
  if (i < 0) return end;
  switch (characters[i]) {
    case U'?':
    case 0x061F:
      end.ending = Ending::kQuestion;
      break;
    case U'!':
      end.ending = Ending::kExclamation;
      break;
    case U'.':
    case 0x2026:
    case 0x06D4:
      end.ending = Ending::kStatement;
      break;
    default:
      end.ending =
          is_word_character(characters[i]) || characters[i] == U'%' ? Ending::kNone : Ending::kOpen;
  }
  // He asked: "Why?". The question is over there the end of the sentence, or not.
  if (end.ending == Ending::kStatement) {
    std::ptrdiff_t quoted = i - 1;
    while (quoted >= 0 && closes(characters[quoted])) --quoted;
    const char32_t mark = quoted >= 0 && quoted < i - 1 ? characters[quoted] : U' ';
    if (mark == U'?' || mark == 0x061F || mark == U'!') end.ending = Ending::kOpen;
  }
  // The full stop of "U.S." or "Inc." may end the sentence too, or not.
  if (end.ending == Ending::kStatement && !segment.words.empty()) {
    const CheckedWord& last = segment.words.back();
    const ByteRange stop = characters.range(i, i);
    if (last.kind == TokenKind::kWord && last.range.contains(stop)) end.ending = Ending::kOpen;
  }
  return end;
}

// A sentence, not a heading, a byline or a caption of a word or two; one that has lost the spaces
// between its words is long.
bool is_sentence(const CheckedSegment& segment) {
  constexpr std::ptrdiff_t kWords = 3;
  constexpr std::size_t kLength = 30;
  return std::ranges::count(segment.words, TokenKind::kWord, &CheckedWord::kind) >= kWords ||
         count_code_points(segment.text) >= kLength;
}

std::string_view name_of(Ending ending) {
  switch (ending) {
    case Ending::kStatement:
      return "a full stop";
    case Ending::kQuestion:
      return "a question mark";
    case Ending::kExclamation:
      return "an exclamation mark";
    default:
      return "no mark";
  }
}

void check_ends(const CheckedDocument& document, const Bead& bead, FindingList& findings) {
  if (bead.one_sided() ||
      (document.kind == CheckedDocument::Kind::kTexts && bead.confidence < kTrustedBead)) {
    return;
  }
  const std::size_t last_arabic = bead.source.end - 1;
  const std::size_t last_english = bead.target.end - 1;
  const CheckedSegment& arabic = document.arabic[last_arabic];
  const CheckedSegment& english = document.english[last_english];
  if (!is_sentence(arabic) || !is_sentence(english)) return;
  const Characters arabic_text(arabic.text);
  const Characters english_text(english.text);
  const SentenceEnd a = sentence_end(arabic, arabic_text);
  const SentenceEnd e = sentence_end(english, english_text);
  if (a.at < 0 || e.at < 0 || a.ending == Ending::kOpen || e.ending == Ending::kOpen) return;
  const bool question = (a.ending == Ending::kQuestion) != (e.ending == Ending::kQuestion);
  const bool missing = (a.ending == Ending::kNone) != (e.ending == Ending::kNone);
  if (!question && !missing) return;
  Report report{
      .rule = "end-punctuation",
      .arabic = CheckedPlace{Language::kArabic, last_arabic, arabic_text.range(a.at, a.at)},
      .english = CheckedPlace{Language::kEnglish, last_english, english_text.range(e.at, e.at)},
      .message = "the Arabic ends with " + std::string(name_of(a.ending)) + ", the English with " +
                 std::string(name_of(e.ending)),
      .suggestion = "end both alike",
      .severity = {},
      .related = {}};
  findings.add(bead, std::move(report));
}

}  // namespace

void check_punctuation(const CheckedDocument& document, const Bead& bead, FindingList& findings) {
  for_each_segment(document, bead, [&](const CheckedSegment& segment, const CheckedPlace& place) {
    check_script(bead, segment, place, findings);
  });
  check_ends(document, bead, findings);
}

}  // namespace mizan
