#include "tm/text/sentences.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstdint>
#include <string>

#include "tm/base/utf8.h"
#include "tm/text/abbreviations.h"
#include "tm/text/script.h"

namespace mizan {
namespace {

bool is_line_break(char32_t c) {
  return c == '\n' || c == '\r' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 ||
         c == 0x2029;
}

bool is_white_space(char32_t c) {
  return c == ' ' || c == '\t' || is_line_break(c) ||
         (c >= 0x80 && u_isUWhiteSpace(static_cast<UChar32>(c)));
}

// Bidi controls, joiners, byte order marks: no part in any decision.
bool is_invisible(char32_t c) {
  return c >= 0x80 && (is_bidi_control(c) || (c >= 0x200B && c <= 0x200D) || c == 0x2060 ||
                       c == 0xFEFF || c == 0x00AD);
}

bool is_dot(char32_t c) { return c == '.' || c == 0x2024 || c == 0x06D4; }
bool is_ellipsis(char32_t c) { return c == 0x2026; }
bool is_question(char32_t c) {
  return c == '?' || c == '!' || c == 0x061F || c == 0x203C || (c >= 0x2047 && c <= 0x2049);
}
bool is_terminator(char32_t c) { return is_dot(c) || is_question(c) || is_ellipsis(c); }

bool is_double_quote(char32_t c) {
  return c == '"' || c == 0x201C || c == 0x201D || c == 0x201E || c == 0xAB || c == 0xBB;
}
bool is_quote(char32_t c) {
  return is_double_quote(c) || c == '\'' || c == 0x2018 || c == 0x2019 || c == 0x2039 ||
         c == 0x203A;
}
bool is_closing_bracket(char32_t c) { return c == ')' || c == ']' || c == '}'; }
bool is_opening_bracket(char32_t c) { return c == '(' || c == '[' || c == '{'; }

// Whatever follows these goes on with the sentence (SContinue of UAX #29, without the dashes).
bool continues_sentence(char32_t c) {
  return c == ',' || c == ';' || c == ':' || c == 0x060C || c == 0x061B || c == '/';
}

bool is_dash(char32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2015); }

bool is_letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)); }
bool is_lower(char32_t c) { return u_islower(static_cast<UChar32>(c)); }
bool is_upper(char32_t c) { return u_isupper(static_cast<UChar32>(c)); }

bool is_word_character(char32_t c) {
  return is_letter(c) || digit_value(c) >= 0 || is_arabic_mark(c) || c == kTatweel ||
         u_getCombiningClass(static_cast<UChar32>(c)) != 0;
}

// The visible characters of one paragraph, with their places.
class Paragraph {
 public:
  Paragraph(std::string_view text, ByteRange range, const SentenceOptions& options)
      : options_(options) {
    for (std::size_t i = range.begin; i < range.end;) {
      const CodePoint point = code_point_at(text, i);
      if (!is_invisible(point.value)) {
        characters_.push_back(point.value);
        offsets_.push_back(i);
      }
      i += point.size;
    }
    offsets_.push_back(range.end);
  }

  bool blank() const { return std::all_of(characters_.begin(), characters_.end(), is_white_space); }

  // Byte offsets right behind each sentence but the last.
  std::vector<std::size_t> breaks() {
    std::vector<std::size_t> result;
    const std::size_t n = characters_.size();
    for (std::size_t i = 0; i < n; ++i) {
      note_quotes_until(i);
      const char32_t c = characters_[i];
      if (options_.split_semicolon && (c == ';' || c == 0x061B) && i + 1 < n &&
          is_white_space(characters_[i + 1])) {
        result.push_back(offsets_[i + 1]);
        sentence_begin_ = i + 1;
        continue;
      }
      if (!is_terminator(c)) continue;
      const Stop stop = stop_at(i);
      if (stop.next == n) break;
      if (ends_sentence(stop)) {
        result.push_back(offsets_[stop.after]);
        sentence_begin_ = stop.after;
        note_quotes_until(stop.after);
      }
      i = stop.after - 1;
    }
    return result;
  }

 private:
  // A run of terminators with the quotation marks and brackets that close behind it.
  struct Stop {
    std::size_t begin = 0;  // the first terminator
    std::size_t end = 0;    // behind the last terminator
    std::size_t after = 0;  // behind the closing marks
    std::size_t next = 0;   // the first character that is not white space
    bool quote_closes = false;
    bool bracket_closes = false;
  };

  char32_t at(std::size_t i) const { return i < characters_.size() ? characters_[i] : 0; }

  // Keeps track of whether a straight quotation mark is open, and where it opened.
  void note_quotes_until(std::size_t end) {
    for (; noted_ < end; ++noted_) {
      const char32_t c = characters_[noted_];
      if (is_double_quote(c)) {
        const bool opens = c == 0xAB || c == 0x201E || (c != 0xBB && !quote_open_);
        quote_open_ = opens;
        if (opens) quote_begin_ = noted_;
      } else if (is_opening_bracket(c)) {
        bracket_begin_ = noted_;
      }
    }
  }

  std::size_t skip_space(std::size_t i) const {
    while (i < characters_.size() && is_white_space(characters_[i])) ++i;
    return i;
  }

  Stop stop_at(std::size_t begin) const {
    Stop stop;
    stop.begin = begin;
    std::size_t i = begin;
    while (is_terminator(at(i))) ++i;
    stop.end = i;
    bool open = quote_open_;
    while (true) {
      const char32_t c = at(i);
      const std::size_t spaced = skip_space(i);
      if (is_closing_bracket(c)) {
        stop.bracket_closes = true;
        ++i;
      } else if (is_quote(c) && closes_quotation(i, open)) {
        stop.quote_closes = true;
        if (is_double_quote(c)) open = false;
        ++i;
      } else if (spaced > i && (at(spaced) == 0xBB || (at(spaced) == '"' && open)) &&
                 !is_word_character(at(spaced + 1))) {
        // French spacing before the closing mark.
        stop.quote_closes = true;
        open = false;
        i = spaced + 1;
      } else if (stop.quote_closes && is_terminator(c)) {  // ."." and !".
        ++i;
      } else {
        break;
      }
    }
    stop.after = i;
    stop.next = skip_space(i);
    return stop;
  }

  // A mark right behind a terminator closes, unless it touches the next word and none is open.
  bool closes_quotation(std::size_t i, bool open) const {
    const char32_t c = at(i);
    if (c == 0xAB || c == 0x201E) return false;
    const bool touches_word = is_word_character(at(i + 1));
    if (!is_double_quote(c)) return !touches_word;
    return open || !touches_word;
  }

  bool ends_sentence(const Stop& stop) const {
    const char32_t next = at(stop.next);
    if (continues_sentence(next) || is_closing_bracket(next) || is_terminator(next)) return false;
    if (stop.next == stop.after) return ends_without_space(stop);
    if (is_dash(next) && is_white_space(at(stop.next + 1))) return false;
    const std::size_t word = skip_openers(stop.next);
    const bool single_dot = stop.end == stop.begin + 1 && is_dot(at(stop.begin));
    if (single_dot && !stop.quote_closes && !stop.bracket_closes) {
      if (is_list_number(stop)) return false;
      if (const Verdict verdict = judge_abbreviation(stop, word); verdict != Verdict::kOpen) {
        return verdict == Verdict::kEnds;
      }
    }
    if (is_lower(at(word))) return looks_like_name(word);
    if (is_trailing_ellipsis(stop)) return ellipsis_ends(word);
    if (is_question(at(stop.end - 1)) && (stop.quote_closes || stop.bracket_closes)) {
      return !quotation_goes_on(stop, word);
    }
    return true;
  }

  std::size_t skip_openers(std::size_t i) const {
    while (i < characters_.size() && (is_quote(at(i)) || is_opening_bracket(at(i)) ||
                                      is_dash(at(i)) || is_white_space(at(i)))) {
      ++i;
    }
    return i;
  }

  bool is_trailing_ellipsis(const Stop& stop) const {
    return is_ellipsis(at(stop.end - 1)) ||
           (stop.end >= stop.begin + 2 && is_dot(at(stop.end - 1)) && is_dot(at(stop.end - 2)));
  }

  // The word that starts at `i`, with its marks and inner apostrophes.
  std::string word_at(std::size_t i) const {
    std::string word;
    for (; is_word_character(at(i)) ||
           (is_letter(at(i + 1)) && !word.empty() && (at(i) == '\'' || at(i) == 0x2019));
         ++i) {
      append_utf8(word, at(i));
    }
    return word;
  }

  std::size_t word_end(std::size_t i) const {
    while (is_word_character(at(i))) ++i;
    return i;
  }

  // Where the word begins that ends before `end`; an initialism's full stops belong to it.
  std::size_t word_begin(std::size_t end) const {
    std::size_t i = end;
    while (i > sentence_begin_ &&
           (is_word_character(at(i - 1)) ||
            (is_dot(at(i - 1)) && i >= 2 && i < end && is_word_character(at(i - 2))))) {
      --i;
    }
    return i;
  }

  std::string text_of(std::size_t begin, std::size_t end) const {
    std::string text;
    for (std::size_t i = begin; i < end; ++i) append_utf8(text, at(i));
    return text;
  }

  // "1." or "أ." before the first word of a paragraph's sentence numbers it.
  bool is_list_number(const Stop& stop) const {
    const std::size_t begin = skip_openers(sentence_begin_);
    if (sentence_begin_ != 0 || begin >= stop.begin || stop.begin - begin > 3) return false;
    for (std::size_t i = begin; i < stop.begin; ++i) {
      if (digit_value(at(i)) < 0) return stop.begin - begin == 1 && is_letter(at(i));
    }
    return true;
  }

  bool opens_sentence(std::size_t word) const {
    const std::string next = word_at(word);
    return is_arabic_letter(at(word)) ? opens_arabic_sentence(next) : opens_english_sentence(next);
  }

  enum class Verdict { kOpen, kEnds, kGoesOn };

  // The full stop of `stop` as the end of an abbreviation or initial before the word at `word`.
  Verdict judge_abbreviation(const Stop& stop, std::size_t word) const {
    const std::size_t begin = word_begin(stop.begin);
    if (begin == stop.begin) return Verdict::kOpen;
    const std::string text = text_of(begin, stop.begin);
    Abbreviation kind = abbreviation_of(text);
    if (kind == Abbreviation::kNone) kind = initial_kind(begin, stop.begin, word);
    switch (kind) {
      case Abbreviation::kNone:
        return Verdict::kOpen;
      case Abbreviation::kTitle:
        return Verdict::kGoesOn;
      case Abbreviation::kBeforeNumber:
        return digit_value(at(word)) >= 0 ? Verdict::kGoesOn : Verdict::kOpen;
      case Abbreviation::kEither:
        return opens_sentence(word) ? Verdict::kEnds : Verdict::kGoesOn;
    }
    return Verdict::kOpen;
  }

  // Initials (J. K. Rowling, د. محمد) and initialisms (U.S., أ.ف.ب.).
  Abbreviation initial_kind(std::size_t begin, std::size_t end, std::size_t next) const {
    const std::size_t first = skip_clitic(begin, end);
    std::size_t letters = 0;
    bool dotted = false;
    for (std::size_t i = first; i < end; ++i) {
      const char32_t c = at(i);
      if (is_dot(c)) {
        dotted = true;
        letters = 0;
      } else if (is_letter(c) && c != kTatweel) {
        if (++letters > 1) return Abbreviation::kNone;
      } else if (digit_value(c) >= 0) {
        return Abbreviation::kNone;
      }
    }
    if (letters == 0) return Abbreviation::kNone;
    if (dotted) return Abbreviation::kEither;
    const char32_t letter = at(first);
    if (is_arabic_letter(letter)) {
      // 1445 هـ. and 2020 م. are years, and a metre or an hour may end a sentence.
      const bool after_number = begin >= 2 && digit_value(at(skip_space_back(begin))) >= 0;
      return after_number ? Abbreviation::kNone : Abbreviation::kTitle;
    }
    // No name goes on in the other script.
    const bool initial = is_upper(letter) && !is_arabic_letter(at(next));
    return initial ? Abbreviation::kEither : Abbreviation::kNone;
  }

  // Past a clitic before an Arabic title or initialism: ود. and وأ.ف.ب., but not the words له and
  // فم, which end sentences.
  std::size_t skip_clitic(std::size_t begin, std::size_t end) const {
    constexpr std::u32string_view kClitics = U"وفبلك";
    constexpr std::u32string_view kTitlesAfterWaw = U"دمأ";
    if (end < begin + 2 || kClitics.find(at(begin)) == std::u32string_view::npos) return begin;
    const char32_t letter = at(begin + 1);
    const bool dotted = end > begin + 2 && is_dot(at(begin + 2));
    const bool title = end == begin + 2 && at(begin) == U'و' &&
                       kTitlesAfterWaw.find(letter) != std::u32string_view::npos;
    return (dotted && is_arabic_letter(letter)) || title ? begin + 1 : begin;
  }

  // The last character before `i` that is not white space.
  std::size_t skip_space_back(std::size_t i) const {
    while (i > 0 && is_white_space(at(i - 1))) --i;
    return i == 0 ? 0 : i - 1;
  }

  // al-Shabab, iPhone: names may start with a small letter, sentences too then.
  bool looks_like_name(std::size_t word) const {
    for (std::size_t i = word; is_word_character(at(i)) || is_dash(at(i)); ++i) {
      if (is_upper(at(i))) return true;
    }
    return false;
  }

  bool ellipsis_ends(std::size_t word) const {
    if (is_arabic_letter(at(word))) return opens_arabic_sentence(word_at(word));
    return is_upper(at(word)) && word_at(word) != "I";
  }

  // Whether the quotation or bracket that closes behind a question or exclamation is inside a
  // sentence: a title in its midst (رواية "من يخاف؟" في) or speech with its verb behind it.
  bool quotation_goes_on(const Stop& stop, std::size_t word) const {
    if (!is_word_character(at(stop.next))) return false;
    const std::size_t opened = stop.quote_closes ? quote_begin_ : bracket_begin_;
    const bool in_midst =
        opened > skip_space(sentence_begin_) && at(skip_space_back(opened)) != ':';
    const bool arabic = is_arabic_letter(at(word));
    if (arabic && follows_quotation(word_at(word))) return true;
    if (in_midst && opened < stop.begin) {
      constexpr std::size_t kTitleWords = 6;  // longer ones are speech, which ends its sentence
      std::size_t words = 1;
      for (std::size_t i = opened; i < stop.begin; ++i) words += is_white_space(at(i));
      if (words <= kTitleWords) return arabic ? !opens_sentence(word) : stop.bracket_closes;
    }
    // Speech with its verb: "Stop!" Mr Smith said. But: "Stop!" She said no more.
    constexpr std::size_t kNameWords = 4;
    if (!arabic && word_at(word) != "I" && opens_sentence(word)) return false;
    std::size_t i = word;
    for (std::size_t k = 0; k < kNameWords && is_word_character(at(i)); ++k) {
      if (is_speech_verb(word_at(i))) return true;
      if (is_arabic_letter(at(i))) return false;
      i = skip_space(word_end(i));
      if (is_dot(at(i))) i = skip_space(i + 1);
    }
    return false;
  }

  // A letter that numbers an item: ب. and هـ. before a space.
  bool is_label(std::size_t i) const {
    const std::size_t end = at(i + 1) == kTatweel ? i + 2 : i + 1;
    return is_dot(at(end)) && is_white_space(at(end + 1));
  }

  // No space behind the full stop: انتهى.وقال and ended.The, but not 3.5, U.S. or example.com.
  bool ends_without_space(const Stop& stop) const {
    constexpr std::size_t kWholeWord = 3;  // letters; shorter ones may be an initialism's
    if (is_trailing_ellipsis(stop)) return false;
    const std::size_t after = word_end(stop.next);
    std::size_t begin = stop.begin;
    while (begin > sentence_begin_ && is_word_character(at(begin - 1))) --begin;
    const bool whole_word_before = stop.begin - begin >= kWholeWord;
    const char32_t next = at(stop.next);
    if (is_arabic_letter(next)) {
      if (stop.quote_closes || is_question(at(stop.end - 1))) return true;
      // إغلاقها.ب. التبرعات: the items of a law.
      const bool goes_on_whole = after - stop.next >= kWholeWord || is_label(stop.next);
      return is_arabic_letter(at(begin)) && whole_word_before && goes_on_whole;
    }
    const bool lower_word = whole_word_before && is_lower(at(stop.begin - 1));
    return lower_word && is_upper(next) && opens_sentence(stop.next) && is_white_space(at(after));
  }

  const SentenceOptions& options_;
  std::vector<char32_t> characters_;
  std::vector<std::size_t> offsets_;
  std::size_t sentence_begin_ = 0;
  std::size_t noted_ = 0;
  bool quote_open_ = false;
  std::size_t quote_begin_ = 0;
  std::size_t bracket_begin_ = 0;
};

ByteRange trimmed(std::string_view text, ByteRange range) {
  while (range.begin < range.end) {
    const CodePoint point = code_point_at(text, range.begin);
    if (!is_white_space(point.value)) break;
    range.begin += point.size;
  }
  while (range.begin < range.end) {
    const CodePoint point = code_point_before(text, range.end);
    if (!is_white_space(point.value)) break;
    range.end -= point.size;
  }
  return range;
}

// Behind the line break at `i`.
std::size_t skip_line_break(std::string_view text, std::size_t i) {
  if (text.substr(i, 2) == "\r\n") return i + 2;
  return i + code_point_at(text, i).size;
}

}  // namespace

std::vector<Segment> split_sentences(std::string_view text, Language /*language*/,
                                     const SentenceOptions& options) {
  std::vector<Segment> segments;
  std::size_t paragraph = 0;
  std::size_t line = 0;
  std::size_t begin = 0;
  while (begin < text.size()) {
    std::size_t end = begin;
    while (end < text.size() && !is_line_break(code_point_at(text, end).value)) {
      end += code_point_at(text, end).size;
    }
    Paragraph content(text, {begin, end}, options);
    if (!content.blank()) {
      std::vector<std::size_t> breaks = content.breaks();
      breaks.push_back(end);
      std::size_t from = begin;
      for (const std::size_t to : breaks) {
        const ByteRange range = trimmed(text, {from, to});
        from = to;
        if (range.empty()) continue;
        segments.push_back({std::string(range.of(text)), range, paragraph, line});
      }
      ++paragraph;
    }
    if (end == text.size()) break;
    const char32_t line_break = code_point_at(text, end).value;
    line += line_break == '\n' || line_break == '\r';
    begin = skip_line_break(text, end);
  }
  return segments;
}

std::vector<Segment> split_lines(std::string_view text) {
  std::vector<Segment> segments;
  std::size_t paragraph = 0;
  std::size_t line = 0;
  for (std::size_t begin = 0; begin < text.size(); ++line) {
    const std::size_t newline = text.find('\n', begin);
    const std::size_t end = newline == text.npos ? text.size() : newline;
    ByteRange range = trimmed(text, {begin, end});
    segments.push_back({std::string(range.of(text)), range, paragraph, line});
    if (!range.empty()) ++paragraph;
    begin = end + 1;
  }
  return segments;
}

}  // namespace mizan
