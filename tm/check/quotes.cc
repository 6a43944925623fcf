// unbalanced: quotation marks and brackets without a partner.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "tm/base/utf8.h"
#include "tm/check/families.h"
#include "tm/text/script.h"

namespace mizan {
namespace {

enum class Mark { kOpens, kCloses, kEither };

struct QuoteMark {
  Mark mark = Mark::kEither;
  CheckedPlace place;
};

bool is_space(char32_t c) { return c == ' ' || c == 0x00A0 || c == '\t'; }

// What the characters around a straight mark make it.
Mark orient(std::string_view text, std::size_t begin, std::size_t end) {
  const char32_t before = begin > 0 ? code_point_before(text, begin).value : U' ';
  const char32_t after = end < text.size() ? code_point_at(text, end).value : U' ';
  const bool word_after =
      is_arabic_letter(after) || is_latin_letter(after) || digit_value(after) >= 0;
  // A tatweel carries a clitic to the quotation: بـ"خسائر".
  const bool gap_before = is_space(before) || before == '(' || before == '[' ||
                          before == kTatweel || before == '-' || before == 0x2013 ||
                          before == 0x2014;
  if (gap_before && !is_space(after)) return Mark::kOpens;
  if (word_after && is_space(before)) return Mark::kOpens;
  if (!gap_before && !word_after) return Mark::kCloses;
  // و"فاجنر": a clitic letter before the mark
  if (word_after && begin > 0 && is_arabic_letter(before)) return Mark::kOpens;
  return Mark::kEither;
}

// Double marks of all shapes; single ones are apostrophes as often as not.
std::vector<QuoteMark> quote_marks(const CheckedSegment& segment, std::size_t index) {
  std::vector<QuoteMark> marks;
  const std::string_view text = segment.text;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    std::optional<Mark> mark;
    switch (c.value) {
      case U'"':
      case 0x201F:
      case 0xFF02:
        mark = orient(text, i, i + c.size);
        // 5'10" and 6": inches, unless a quotation is open
        if (i > 0 && digit_value(code_point_before(text, i).value) >= 0 && marks.size() % 2 == 0 &&
            *mark != Mark::kOpens) {
          mark.reset();
        }
        break;
      case 0x201C:
      case 0x201D:  // Arabic keyboards type ” first as often as “
      case 0x201E:
        mark = orient(text, i, i + c.size);
        break;
      case 0x00AB:
      case 0x2039:
        mark = Mark::kOpens;
        break;
      case 0x00BB:
      case 0x203A:
        mark = Mark::kCloses;
        break;
      default:
        break;
    }
    if (mark) marks.push_back({*mark, {segment.language, index, {i, i + c.size}}});
    i += c.size;
  }
  return marks;
}

// The mark without a partner within its segment; marks pair up in order. Typists put » for «, so
// only the number decides whether one is left over, the shapes decide which.
std::optional<QuoteMark> left_over(const std::vector<QuoteMark>& marks) {
  if (marks.size() % 2 == 0) return std::nullopt;
  bool open = false;
  const QuoteMark* opened = nullptr;
  for (const QuoteMark& mark : marks) {
    if (!open) {
      if (mark.mark == Mark::kCloses) return mark;
      open = true;
      opened = &mark;
    } else {
      if (mark.mark == Mark::kOpens) return *opened;
      open = false;
    }
  }
  return open ? *opened : marks.back();
}

// How far a quotation may run: after so many segments without its end it was forgotten.
constexpr std::size_t kLongestQuotation = 8;

// Leftover marks of one side that meet their partner in a later segment: a quotation over several
// sentences or paragraphs (each of which may open it anew).
struct SideMarks {
  std::vector<std::vector<QuoteMark>> marks;
  std::vector<std::optional<QuoteMark>> left;
  std::vector<char> whole;  // the leftover has its partner elsewhere

  SideMarks(const CheckedDocument& document, Language side) {
    const auto& segments = document.side(side);
    for (std::size_t i = 0; i < segments.size(); ++i) {
      marks.push_back(quote_marks(segments[i], i));
      left.push_back(left_over(marks.back()));
    }
    whole.assign(segments.size(), false);
    for (std::size_t i = 0; i < segments.size(); ++i) {
      if (!left[i] || whole[i] || left[i]->mark == Mark::kCloses) continue;
      const std::size_t last = std::min(segments.size() - 1, i + kLongestQuotation);
      for (std::size_t j = i + 1; j <= last; ++j) {
        if (!left[j]) {
          // A quotation of its own in between: the first one was not open any more.
          if (!marks[j].empty() && marks[j].front().place.range.begin > 0) break;
          continue;
        }
        if (left[j]->mark == Mark::kOpens) {
          if (left[j]->place.range.begin == 0) continue;  // opened anew with its paragraph
          break;
        }
        for (std::size_t k = i; k <= j; ++k) whole[k] = whole[k] || left[k].has_value();
        break;
      }
    }
  }
};

std::size_t mark_count(const SideMarks& side, SegmentRange range) {
  std::size_t count = 0;
  for (std::size_t i = range.begin; i < range.end; ++i) count += side.marks[i].size();
  return count;
}

constexpr std::string_view kMendPair = "add the missing mark, or delete this one";

void check_quotation_marks(const Bead& bead, Language side, const SideMarks& own,
                           const SideMarks& others, FindingList& findings) {
  const SegmentRange range = CheckedDocument::range(bead, side);
  if (mark_count(own, range) % 2 == 0) return;
  // Odd on both sides: the quotation goes on in the next bead, in both languages alike.
  const std::size_t there = mark_count(others, CheckedDocument::range(bead, other(side)));
  if (there % 2 == 1) return;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    // A quotation that seems to go on elsewhere, but that the other side ends here, does not.
    if (!own.left[i] || (own.whole[i] && there == 0)) continue;
    findings.add(bead, report_at(own.left[i]->place, "unbalanced",
                                 "the quotation mark has no partner", std::string(kMendPair)));
    return;
  }
}

// (a) and 1) at the start of a segment number a list; :) smiles.
void check_brackets(const CheckedDocument& document, const Bead& bead, Language side,
                    FindingList& findings) {
  const SegmentRange range = CheckedDocument::range(bead, side);
  std::vector<CheckedPlace> open;
  for (std::size_t s = range.begin; s < range.end; ++s) {
    const std::string_view text = document.side(side)[s].text;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const CheckedPlace place{side, s, {i, i + 1}};
      if (text[i] == '(' || text[i] == '[') {
        open.push_back(place);
      } else if (text[i] == ')' || text[i] == ']') {
        if (!open.empty()) {
          open.pop_back();
          continue;
        }
        const bool list = i <= 4 && text.substr(0, i).find(' ') == std::string_view::npos;
        const bool smile = i > 0 && (text[i - 1] == ':' || text[i - 1] == ';');
        if (!list && !smile)
          findings.add(bead, report_at(place, "unbalanced", "the bracket has no partner",
                                       std::string(kMendPair)));
      }
    }
  }
  for (const CheckedPlace& place : open) {
    findings.add(
        bead, report_at(place, "unbalanced", "the bracket has no partner", std::string(kMendPair)));
  }
}

}  // namespace

void check_quotes(const CheckedDocument& document, FindingList& findings) {
  const SideMarks arabic(document, Language::kArabic);
  const SideMarks english(document, Language::kEnglish);
  for (const Bead& bead : document.beads) {
    if (!bead.one_sided()) {
      check_quotation_marks(bead, Language::kArabic, arabic, english, findings);
      check_quotation_marks(bead, Language::kEnglish, english, arabic, findings);
    }
    check_brackets(document, bead, Language::kArabic, findings);
    check_brackets(document, bead, Language::kEnglish, findings);
  }
}

}  // namespace mizan
