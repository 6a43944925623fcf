// double-space, space-punctuation, detached-waw: white space that is too much, missing, or on the
// wrong side.
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tm/check/characters.h"
#include "tm/check/families.h"
#include "tm/text/script.h"

namespace mizan {
namespace {

constexpr char32_t kArabicComma = 0x060C;
constexpr char32_t kArabicSemicolon = 0x061B;
constexpr char32_t kArabicQuestionMark = 0x061F;
constexpr char32_t kWaw = 0x0648;
constexpr char32_t kEnDash = 0x2013;
constexpr char32_t kEmDash = 0x2014;

bool is_plain_space(char32_t c) { return c == U' ' || c == U'\t'; }
bool is_digit(char32_t c) { return digit_value(c) >= 0; }
bool is_arabic_stop(char32_t c) {
  return c == kArabicComma || c == kArabicSemicolon || c == kArabicQuestionMark;
}
bool is_dash(char32_t c) { return c == kEnDash || c == kEmDash; }
bool opens_bracket(char32_t c) { return c == U'(' || c == U'['; }
bool closes_bracket(char32_t c) { return c == U')' || c == U']'; }

// One segment under this family's rules.
class Spacing {
 public:
  Spacing(const CheckedSegment& segment, const CheckedPlace& place, const Bead& bead,
          FindingList& findings)
      : segment_(segment),
        place_(place),
        bead_(bead),
        findings_(findings),
        characters_(segment.text) {}

  void check() {
    for (std::ptrdiff_t i = 0; i < characters_.size(); ++i) {
      check_space_run(i);
      check_stop(i);
      check_bracket(i);
      check_glued_digit(i);
      check_script_change(i);
      check_waw(i);
    }
    check_quotations();
    check_dashes();
  }

 private:
  bool arabic() const { return segment_.language == Language::kArabic; }

  void report(std::ptrdiff_t first, std::ptrdiff_t last, std::string_view rule, std::string message,
              std::string suggestion, std::optional<std::string> replacement = {}) {
    CheckedPlace place = place_;
    place.range = characters_.range(std::max<std::ptrdiff_t>(first, 0),
                                    std::min(last, characters_.size() - 1));
    Report report = report_at(place, rule, std::move(message), std::move(suggestion));
    report.replacement = std::move(replacement);
    findings_.add(bead_, std::move(report));
  }

  std::string text(std::ptrdiff_t first, std::ptrdiff_t last) const {
    return std::string(characters_.range(first, last).of(segment_.text));
  }

  // Whether character `i` stands inside a word or number: U.S., www.example.org, 1,250.
  bool inside_token(std::ptrdiff_t i) const {
    const ByteRange c = characters_.range(i, i);
    const auto after =
        std::partition_point(segment_.words.begin(), segment_.words.end(),
                             [&](const CheckedWord& word) { return word.range.end <= c.begin; });
    return after != segment_.words.end() && after->range.contains(c) &&
           (after->kind == TokenKind::kWord || after->kind == TokenKind::kNumber);
  }

  void check_space_run(std::ptrdiff_t i) {
    if (!is_plain_space(characters_[i]) || is_plain_space(characters_[i - 1])) return;
    std::ptrdiff_t last = i;
    while (is_plain_space(characters_[last + 1]) && characters_.inside(last + 1)) ++last;
    const char32_t before = characters_[i - 1];
    const char32_t after = characters_[last + 1];
    if (last == i || i == 0 || last + 1 == characters_.size()) return;
    if (before == U'\n' || after == U'\n' || before == U'\r' || after == U'\r') return;
    // Two spaces after a full stop are a typist's habit in English.
    if (!arabic() && (ends_sentence(before) || is_quotation_mark(before))) return;
    report(i, last, "double-space", "more than one space", "one space", " ");
  }

  // A stop stands after a word, and a space after it.
  void check_stop(std::ptrdiff_t i) {
    const char32_t c = characters_[i];
    const bool comma = c == U',' || c == U';' || is_arabic_stop(c);
    if (!comma && c != U'.' && c != U'!' && c != U'?' && c != U':') return;
    if (inside_token(i) || ends_entity(i)) return;
    const char32_t before = characters_[i - 1];
    const char32_t after = characters_[i + 1];
    const bool at_edge = is_white_space(after) || is_quotation_mark(after) || after == U'\'' ||
                         after == 0x2019 || closes_bracket(after);
    if (is_plain_space(before) && i >= 2 && is_word_before(i - 1)) {
      // " ..." trails off, " .NET" and " :)" are no stops; " : " and " ! " are French habits.
      const bool emoticon = (c == U':' || c == U';') && !is_white_space(after);
      if (at_edge && after != c && !emoticon) {
        report(i - 1, i, "space-punctuation", "a space before the punctuation mark", "delete it",
               text(i, i));
        return;
      }
    }
    if (!is_word_character(before) && !is_quotation_mark(before) && !closes_bracket(before)) return;
    if (!is_letter(after)) return;
    if (arabic() ? !missing_after_in_arabic(c, before, after)
                 : !missing_after_in_english(c, before, after)) {
      return;
    }
    const Characters::Run next = characters_.word_around(i + 1);
    report(i, next.last, "space-punctuation", "no space after the punctuation mark", "add one",
           text(i, i) + ' ' + text(i + 1, next.last));
  }

  // R&amp;D
  bool ends_entity(std::ptrdiff_t i) const {
    const Characters::Run name = characters_.word_around(i - 1);
    return characters_[i] == U';' && name.size() > 0 &&
           (characters_[name.first - 1] == U'&' || characters_[name.first - 1] == U'#');
  }

  // Whether a word or a closing mark ends right before the space at `i`.
  bool is_word_before(std::ptrdiff_t i) const {
    const char32_t c = characters_[i - 1];
    return is_word_character(c) || is_quotation_mark(c) || closes_bracket(c) || c == U'%';
  }

  static bool missing_after_in_arabic(char32_t c, char32_t before, char32_t after) {
    if (c == U',' || is_arabic_stop(c)) return is_arabic_letter(after) || is_arabic_letter(before);
    return is_arabic_letter(after) && !is_digit(before);
  }

  static bool missing_after_in_english(char32_t c, char32_t before, char32_t after) {
    if (c == U',' || c == U';') return is_latin_letter(after);
    if (c == U':') return false;  // Re:Zero, TED:talks
    const bool upper = after < 0x80 && after >= U'A' && after <= U'Z';
    const bool lower = before < 0x80 && before >= U'a' && before <= U'z';
    return upper && (lower || is_quotation_mark(before) || closes_bracket(before));
  }

  void check_bracket(std::ptrdiff_t i) {
    const char32_t c = characters_[i];
    if (opens_bracket(c) && is_plain_space(characters_[i + 1]) && characters_.inside(i + 2)) {
      report(i, i + 1, "space-punctuation", "a space inside the bracket", "delete it", text(i, i));
    } else if (closes_bracket(c) && is_plain_space(characters_[i - 1]) && i >= 2 &&
               is_word_before(i - 1)) {
      report(i - 1, i, "space-punctuation", "a space inside the bracket", "delete it", text(i, i));
    }
    // English brackets attach: word(s), (re)start.
    if (!arabic()) return;
    if (opens_bracket(c) && is_arabic_letter(characters_[i - 1]) &&
        !is_proclitic(characters_.word_around(i - 1))) {
      report(i - 1, i, "space-punctuation", "no space before the bracket", "add one");
    } else if (closes_bracket(c) && is_arabic_letter(characters_[i + 1])) {
      report(i, i + 1, "space-punctuation", "no space after the bracket", "add one");
    }
  }

  // و ب ل ك ف س أ, ال and their stacks, with or without a tatweel: what may touch a quotation mark
  // or a number.
  bool is_proclitic(Characters::Run run) const {
    std::u32string letters;
    for (std::ptrdiff_t i = run.first; i <= run.last; ++i) {
      if (is_arabic_letter(characters_[i]) && characters_[i] != kTatweel) letters += characters_[i];
    }
    constexpr std::u32string_view kStacks[] = {
        U"و",  U"ف",   U"ب",   U"ل",  U"ك",  U"س",  U"أ",  U"ال", U"وال",  U"فال",  U"بال", U"كال",
        U"لل", U"ولل", U"فلل", U"وب", U"ول", U"فب", U"فل", U"وك", U"وبال", U"فبال", U"وكال"};
    return std::find(std::begin(kStacks), std::end(kStacks), letters) != std::end(kStacks);
  }

  // 16في, عام2016: a number touches a clitic before it and a short unit after it (1445هـ, 5كم).
  void check_glued_digit(std::ptrdiff_t i) {
    if (!arabic()) return;
    const char32_t c = characters_[i];
    const char32_t next = characters_[i + 1];
    if (is_digit(c) && is_arabic_letter(next) && next != kTatweel) {
      std::ptrdiff_t last = i + 1;
      while (is_arabic_letter(characters_[last + 1])) ++last;
      if (last - i >= kShortestWord || is_function_word(i + 1, last)) {
        report(i, last, "space-punctuation", "no space after the number", "add one");
      }
    } else if (is_arabic_letter(c) && c != kTatweel && is_digit(next)) {
      std::ptrdiff_t first = i;
      while (is_arabic_letter(characters_[first - 1])) --first;
      if (!is_proclitic({first, i}) && i - first + 1 >= kShortestWord) {
        report(first, i + 1, "space-punctuation", "no space before the number", "add one");
      }
    }
  }

  // كأسBetfred: an Arabic word and a Latin one touch. A clitic may: لـNATO.
  void check_script_change(std::ptrdiff_t i) {
    const char32_t c = characters_[i];
    const char32_t next = characters_[i + 1];
    const bool to_latin = is_arabic_letter(c) && c != kTatweel && is_latin_letter(next);
    const bool to_arabic = is_latin_letter(c) && is_arabic_letter(next) && next != kTatweel;
    if (!arabic() || (!to_latin && !to_arabic)) return;
    if (to_latin) {
      std::ptrdiff_t first = i;
      while (is_arabic_letter(characters_[first - 1])) --first;
      if (is_proclitic({first, i})) return;
    }
    report(i, i + 1, "space-punctuation", "no space between the words of two scripts", "add one");
  }

  // What follows a number at once without a space is a unit or era below this many letters.
  static constexpr std::ptrdiff_t kShortestWord = 3;
  bool is_function_word(std::ptrdiff_t first, std::ptrdiff_t last) const {
    constexpr std::u32string_view kWords[] = {U"في", U"من", U"عن", U"أو", U"لا", U"ما", U"أن"};
    std::u32string word;
    for (std::ptrdiff_t i = first; i <= last; ++i) word += characters_[i];
    return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
  }

  // The conjunction belongs to the word that it joins. Before a number, Latin letters or a mark it
  // may stand alone; و. is an initial.
  void check_waw(std::ptrdiff_t i) {
    if (!arabic() || characters_[i] != kWaw || i == 0) return;
    if (!is_plain_space(characters_[i - 1]) || !is_plain_space(characters_[i + 1])) return;
    if (!is_arabic_letter(characters_[i + 2])) return;
    report(i, i + 1, "detached-waw", "the conjunction stands apart from its word",
           "join it to the word");
  }

  // Both guillemets, or neither.
  static bool same_kind(char32_t a, char32_t b) {
    const auto guillemet = [](char32_t c) { return c == 0x00AB || c == 0x00BB; };
    return guillemet(a) == guillemet(b);
  }

  // Marks that pair up in order: a space belongs outside of them and none inside.
  void check_quotations() {
    std::vector<std::ptrdiff_t> marks;
    for (std::ptrdiff_t i = 0; i < characters_.size(); ++i) {
      if (!is_quotation_mark(characters_[i])) continue;
      // 6'2": inches
      if (characters_[i] == U'"' && is_digit(characters_[i - 1]) && marks.size() % 2 == 0) continue;
      marks.push_back(i);
    }
    if (marks.size() % 2 != 0) {  // which one opens is not known
      for (const std::ptrdiff_t i : marks) check_lone_mark(i);
      return;
    }
    // A quotation in other marks within a quotation: «x "y" z».
    std::vector<std::pair<std::ptrdiff_t, std::ptrdiff_t>> nested;
    std::vector<std::ptrdiff_t> open;
    for (const std::ptrdiff_t i : marks) {
      if (!open.empty() && same_kind(characters_[open.back()], characters_[i])) {
        nested.emplace_back(open.back(), i);
        open.pop_back();
      } else {
        open.push_back(i);
      }
    }
    if (open.empty()) {
      for (const auto& [first, last] : nested) check_quotation(first, last);
      return;
    }
    for (std::size_t k = 0; k < marks.size(); k += 2) check_quotation(marks[k], marks[k + 1]);
  }

  // A mark that has its spaces wrong whether it opens or closes: :" x, x"y.
  void check_lone_mark(std::ptrdiff_t i) {
    if (!arabic()) return;
    if (characters_[i - 1] == U':' && is_plain_space(characters_[i + 1])) {
      report(i, i + 1, "space-punctuation", "a space inside the quotation mark", "put it outside");
    } else if (is_arabic_letter(characters_[i - 1]) && is_arabic_letter(characters_[i + 1]) &&
               !is_proclitic(characters_.word_around(i - 1))) {
      report(i - 1, i + 1, "space-punctuation", "no space beside the quotation mark", "add one");
    }
  }

  void check_quotation(std::ptrdiff_t open, std::ptrdiff_t close) {
    if (is_plain_space(characters_[open + 1]) && open + 1 < close) {
      report(open, open + 1, "space-punctuation", "a space inside the quotation mark",
             "put it outside");
    } else if (arabic() && is_arabic_letter(characters_[open - 1]) &&
               !is_proclitic(characters_.word_around(open - 1))) {
      report(open - 1, open, "space-punctuation", "no space before the quotation mark", "add one");
    } else if (arabic() && characters_[open - 1] == U':' && is_letter(characters_[open + 1])) {
      report(open - 1, open, "space-punctuation", "no space before the quotation mark", "add one");
    }
    if (is_plain_space(characters_[close - 1]) && close - 1 > open) {
      report(close - 1, close, "space-punctuation", "a space inside the quotation mark",
             "put it outside");
    } else if (arabic() && is_arabic_letter(characters_[close + 1])) {
      report(close, close + 1, "space-punctuation", "no space after the quotation mark", "add one");
    }
  }

  // A dash with a space on one side alone, unless a second one closes the insertion the other way:
  // كلمة –وهي مثال– أخرى. Or with none, where the other end of an insertion has two.
  void check_dashes() {
    std::vector<std::ptrdiff_t> before;  // " –word"
    std::vector<std::ptrdiff_t> after;   // "word– "
    std::vector<std::ptrdiff_t> tight;   // "word–word"
    bool spaced = false;                 // "word – word"
    for (std::ptrdiff_t i = 1; i + 1 < characters_.size(); ++i) {
      if (arabic() && characters_[i] == U'-' && is_plain_space(characters_[i - 1]) &&
          is_plain_space(characters_[i + 1])) {
        spaced = true;
      }
      if (!is_dash(characters_[i]) && !is_hyphen_for_dash(i)) continue;
      const bool left = is_plain_space(characters_[i - 1]);
      const bool right = is_plain_space(characters_[i + 1]);
      if (left && right) spaced = true;
      if (left && !right && is_letter(characters_[i + 1]) && is_word_before(i - 1)) {
        before.push_back(i);
      }
      if (right && !left && is_letter(characters_[i - 1]) &&
          is_word_character(characters_[i + 2])) {
        after.push_back(i);
      }
      if (is_arabic_letter(characters_[i - 1]) && is_arabic_letter(characters_[i + 1])) {
        tight.push_back(i);
      }
    }
    if (before.empty() || after.empty()) {
      for (const std::ptrdiff_t i : before) report_dash(i, "a space on one side of the dash alone");
      for (const std::ptrdiff_t i : after) report_dash(i, "a space on one side of the dash alone");
    }
    if (!spaced) return;
    for (const std::ptrdiff_t i : tight) report_dash(i, "no space beside this dash alone");
  }

  void report_dash(std::ptrdiff_t i, std::string message) {
    report(i - 1, i + 1, "space-punctuation", std::move(message),
           "a space on both sides, or on none");
  }

  // "the year- it is over"; but "short- and long-term", "two- or three-year", "pre- and postwar".
  bool is_hyphen_for_dash(std::ptrdiff_t i) const {
    if (arabic() || characters_[i] != U'-' || !is_letter(characters_[i - 1]) ||
        !is_plain_space(characters_[i + 1])) {
      return false;
    }
    const std::string word = word_at(i + 2);
    if (word.empty()) return false;
    if (word != "and" && word != "or" && word != "to" && word != "versus") return true;
    constexpr std::string_view kPrefixes[] = {"pre",   "post",  "pro",   "anti",  "mid",
                                              "over",  "under", "sub",   "multi", "inter",
                                              "intra", "micro", "macro", "non"};
    const Characters::Run front = characters_.word_around(i - 1);
    if (std::ranges::find(kPrefixes, text(front.first, front.last)) != std::end(kPrefixes)) {
      return false;
    }
    // What hangs in the air comes down at the next hyphen, a word or two later.
    constexpr int kWordsBetween = 3;
    int spaces = 0;
    for (std::ptrdiff_t k = i + 2; k < characters_.size() && spaces <= kWordsBetween; ++k) {
      if (is_plain_space(characters_[k])) ++spaces;
      if (characters_[k] == U'-') return false;
    }
    return true;
  }

  // The word that begins at `i`; empty when none does.
  std::string word_at(std::ptrdiff_t i) const {
    const Characters::Run run = characters_.word_around(i);
    return run.size() == 0 ? std::string() : text(run.first, run.last);
  }

  const CheckedSegment& segment_;
  const CheckedPlace& place_;
  const Bead& bead_;
  FindingList& findings_;
  const Characters characters_;
};

}  // namespace

void check_spacing(const CheckedDocument& document, const Bead& bead, FindingList& findings) {
  for_each_segment(document, bead, [&](const CheckedSegment& segment, const CheckedPlace& place) {
    Spacing(segment, place, bead, findings).check();
  });
}

}  // namespace mizan
