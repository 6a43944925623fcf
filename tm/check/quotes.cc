// unbalanced: quotation marks and brackets without a partner, within their side and beside the
// other.
#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "tm/check/families.h"
#include "tm/check/quote_marks.h"

namespace mizan {
namespace {

using Side = QuoteMark::Side;

// The mark without a partner within its segment; marks pair up in order. Typists put » for «, so
// only the number decides whether one is left over, the shapes decide which.
std::optional<QuoteMark> left_over(const std::vector<QuoteMark>& marks) {
  if (marks.size() % 2 == 0) return std::nullopt;
  bool open = false;
  const QuoteMark* opened = nullptr;
  for (const QuoteMark& mark : marks) {
    if (!open) {
      if (mark.side == Side::kCloses) return mark;
      open = true;
      opened = &mark;
    } else {
      if (mark.side == Side::kOpens) return *opened;
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
  // The marks are single ones: good as evidence of what the other side lacks.
  std::vector<char> single;
  std::vector<char> whole;  // the leftover has its partner elsewhere
  // The leftover opens a quotation, and another one begins before it ends.
  std::vector<char> forgotten;
  // Of a leftover that is whole: the segment that holds its partner.
  std::vector<std::optional<std::size_t>> begin;
  std::vector<std::optional<std::size_t>> end;

  SideMarks(const CheckedDocument& document, Language side) {
    const auto& segments = document.side(side);
    for (std::size_t i = 0; i < segments.size(); ++i) {
      marks.push_back(quote_marks(segments[i], i));
      left.push_back(left_over(marks.back()));
    }
    single.assign(segments.size(), false);
    whole.assign(segments.size(), false);
    forgotten.assign(segments.size(), false);
    begin.resize(segments.size());
    end.resize(segments.size());
    find_ends();
    // Within a quotation single marks hold another one, which the other side may do without.
    std::size_t quoted = 0;
    for (std::size_t i = 0; i < segments.size(); ++i) {
      if (end[i]) quoted = std::max(quoted, *end[i]);
      if (!marks[i].empty() || i < quoted) continue;
      marks[i] = single_quote_marks(segments[i], i);
      left[i] = left_over(marks[i]);
      single[i] = !marks[i].empty();
    }
    find_ends();
  }

 private:
  void find_ends() {
    for (std::size_t i = 0; i < left.size(); ++i) {
      if (left[i] && !whole[i] && left[i]->side != Side::kCloses) find_end(i);
    }
  }

  void find_end(std::size_t i) {
    const std::size_t last = std::min(left.size() - 1, i + kLongestQuotation);
    for (std::size_t j = i + 1; j <= last; ++j) {
      if (single[j] != single[i]) continue;
      if (!left[j]) {
        // A quotation of its own in between: the first one was not open any more.
        forgotten[i] = !marks[j].empty() && marks[j].front().place.range.begin > 0;
      } else if (left[j]->side == Side::kOpens) {
        // At the start of a segment it is opened anew with its paragraph.
        forgotten[i] = left[j]->place.range.begin > 0;
      } else {
        end[i] = j;
        begin[j] = i;
        for (std::size_t k = i; k <= j; ++k) whole[k] = whole[k] || left[k].has_value();
        return;
      }
      if (forgotten[i]) return;
    }
  }
};

std::size_t mark_count(const SideMarks& side, SegmentRange range) {
  std::size_t count = 0;
  for (std::size_t i = range.begin; i < range.end; ++i) count += side.marks[i].size();
  return count;
}

std::optional<std::size_t> first_left(const SideMarks& side, SegmentRange range) {
  for (std::size_t i = range.begin; i < range.end; ++i) {
    if (side.left[i]) return i;
  }
  return std::nullopt;
}

// Two marks that both open or both close a quotation, by the spaces around them.
bool same_way(const std::vector<QuoteMark>& marks, Side way) {
  return marks.size() == 2 && std::ranges::all_of(marks, [&](const QuoteMark& mark) {
           return mark.side == way && mark.shape != QuoteShape::kGuillemets;  // typists put » for «
         });
}

constexpr std::string_view kMendPair = "add the missing mark, or delete this one";

class QuotationCheck {
 public:
  QuotationCheck(const CheckedDocument& document, FindingList& findings)
      : document_(document),
        findings_(findings),
        arabic_(document, Language::kArabic),
        english_(document, Language::kEnglish) {}

  void check(const Bead& bead) {
    check_side(bead, Language::kArabic, arabic_, english_);
    check_side(bead, Language::kEnglish, english_, arabic_);
  }

 private:
  void check_side(const Bead& bead, Language side, const SideMarks& own, const SideMarks& others) {
    const SegmentRange range = CheckedDocument::range(bead, side);
    const SegmentRange beside = CheckedDocument::range(bead, other(side));
    const std::size_t here = mark_count(own, range);
    const std::size_t there = mark_count(others, beside);
    if (here % 2 == 0) {
      check_same_way(bead, range, own, here, there);
    } else if (there % 2 == 1) {
      check_alike(bead, range, beside, own, others);
    } else {
      for (std::size_t i = range.begin; i < range.end; ++i) {
        if (!own.left[i]) continue;
        if (own.whole[i] &&
            (there == 0 || is_one_paragraph(own, i) || goes_on(own, i, others, beside))) {
          check_alone(bead, i, own, others);
          continue;
        }
        // Single marks that the other side pairs are its evidence, not the fault.
        if (own.single[i] && there > 0) continue;
        // A quotation that seems to go on elsewhere, but that the other side ends here, does not.
        report(bead, *own.left[i]);
        return;
      }
    }
  }

  // Even, and yet without partners: “x “y. Where the other side has as many marks, x” y” is one
  // quotation with its spaces put wrong.
  void check_same_way(const Bead& bead, SegmentRange range, const SideMarks& own, std::size_t here,
                      std::size_t there) {
    if (range.size() != 1 || there % 2 == 1 || there == 0 || own.single[range.begin]) return;
    const std::vector<QuoteMark>& marks = own.marks[range.begin];
    const bool opens_twice = same_way(marks, Side::kOpens) && after_space(marks[1]);
    if (opens_twice || (same_way(marks, Side::kCloses) && there > here)) {
      report(bead, marks[1]);
    }
  }

  // x "y" z or x "y"z: a letter before the mark may be a clitic, or the end of the quotation.
  bool after_space(const QuoteMark& mark) const {
    const std::string_view text = document_.side(mark.place.side)[mark.place.segment].text;
    return mark.place.range.begin > 0 && text[mark.place.range.begin - 1] == ' ';
  }

  // The leftover of the other side in the bead of segment `i`.
  std::optional<std::size_t> left_beside(const SideMarks& own, std::size_t i,
                                         const SideMarks& others) const {
    const Language side = own.left[i]->place.side;
    return first_left(others,
                      CheckedDocument::range(bead_of(document_, {side, i, {}}), other(side)));
  }

  // «س. ص». for "X," he said. "Y.": where the quotation that begins or ends in segment `i` stays
  // within one paragraph of its text, the other side may cut it where it likes.
  bool is_one_paragraph(const SideMarks& own, std::size_t i) const {
    if (document_.kind != CheckedDocument::Kind::kTexts) return false;
    const auto partner = own.end[i] ? own.end[i] : own.begin[i];
    const auto& segments = document_.side(own.left[i]->place.side);
    return partner && segments[*partner].paragraph == segments[i].paragraph;
  }

  // A quotation of several paragraphs that ends here, and that the other side begins anew with
  // this paragraph, so that its marks look like a quotation of their own.
  bool goes_on(const SideMarks& own, std::size_t i, const SideMarks& others,
               SegmentRange beside) const {
    if (!own.begin[i]) return false;
    const auto opens = left_beside(own, *own.begin[i], others);
    const std::vector<QuoteMark>& marks = others.marks[beside.begin];
    return opens && !others.whole[*opens] && others.left[*opens]->side == Side::kOpens &&
           marks.size() == 2 && marks.front().place.range.begin == 0;
  }

  // A mark beside whole quotations is reported, whatever it seems to go on to.
  bool is_stray(const SideMarks& own, std::size_t i, const SideMarks& others) const {
    const Language side = own.left[i]->place.side;
    const std::size_t there =
        mark_count(others, CheckedDocument::range(bead_of(document_, {side, i, {}}), other(side)));
    return there > 0 && there % 2 == 0;
  }

  // A quotation over several sentences has one of its ends in segment `i`, where the other side
  // quotes nothing. Beside its other end it may.
  void check_alone(const Bead& bead, std::size_t i, const SideMarks& own, const SideMarks& others) {
    const bool opens = own.end[i].has_value();
    if (!opens && !own.begin[i]) return;
    const auto partner = left_beside(own, opens ? *own.end[i] : *own.begin[i], others);
    if (!partner) return;
    const auto beyond = opens ? others.begin[*partner] : others.end[*partner];
    const bool paired = beyond && !is_stray(others, *beyond, own);
    if (!paired) {
      // A missing end is seen where the quotation begins.
      if (opens && others.left[*partner]->side == Side::kCloses)
        report_begin(bead, *partner, others);
      return;
    }
    // The partner has another one there, which is found here too: the mark in `i` is one too many.
    const auto rival = left_beside(others, *beyond, own);
    if (rival && !own.whole[*rival]) report(bead, *own.left[i]);
  }

  // At the start of the bead on the side of `closes`, the end of a quotation that begins here on
  // the other side.
  void report_begin(const Bead& bead, std::size_t closes, const SideMarks& own) {
    const Language side = own.left[closes]->place.side;
    const SegmentRange range = CheckedDocument::range(bead, side);
    const CheckedSegment& first = document_.side(side)[range.begin];
    if (first.words.empty() || !reported_.insert({side, range.begin}).second) return;
    Report report =
        report_at({side, range.begin, first.words.front().range}, "unbalanced",
                  "a quotation begins here on the other side alone", "begin it here too");
    report.related.push_back(own.left[closes]->place);
    findings_.add(bead, std::move(report));
  }

  // Odd on both sides: the quotation goes on in the next bead, in both languages alike. Unless it
  // ends here in one of them, or later, and in the other never; or is forgotten in both.
  void check_alike(const Bead& bead, SegmentRange range, SegmentRange beside, const SideMarks& own,
                   const SideMarks& others) {
    const auto i = first_left(own, range);
    const auto j = first_left(others, beside);
    if (!i || !j || own.left[*i]->side != Side::kOpens) return;
    const auto there = others.end[*j];
    if (own.whole[*i]) {
      if (there && begins_again(own, *i, others, *there)) report_end(own, *own.left[*i], *there);
      return;
    }
    const bool ends_there = others.left[*j]->side == Side::kCloses;
    if (!ends_there && !own.forgotten[*i] && !there) return;
    if (there) {
      report_end(own, *own.left[*i], *there);
    } else if (!own.single[*i]) {
      report(bead, *own.left[*i]);
    }
  }

  // Whether the quotation that opens in segment `i` takes another one's end for its own: after
  // segment `there` of the other side, where it ends, a new one begins on both sides.
  bool begins_again(const SideMarks& own, std::size_t i, const SideMarks& others,
                    std::size_t there) const {
    if (!own.end[i]) return false;
    const Language side = own.left[i]->place.side;
    const SegmentRange end =
        CheckedDocument::range(bead_of(document_, {other(side), there, {}}), side);
    for (std::size_t k = std::max(i + 1, end.end); k <= *own.end[i]; ++k) {
      if (!own.left[k] || own.left[k]->side != Side::kOpens) continue;
      const auto beside = left_beside(own, k, others);
      return beside && others.left[*beside]->side == Side::kOpens;
    }
    return false;
  }

  // At the end of the text beside segment `there` of the other one, where the quotation
  // that `opening` begins should end.
  void report_end(const SideMarks& own, const QuoteMark& opening, std::size_t there) {
    const Language side = opening.place.side;
    const Bead& bead = bead_of(document_, {other(side), there, {}});
    if (bead.one_sided()) return;
    const SegmentRange range = CheckedDocument::range(bead, side);
    // A whole quotation here: the sides cut what was said in other places. The end of one: it has
    // another one within it.
    const auto left = first_left(own, range);
    if (left ? own.left[*left]->side == Side::kCloses : mark_count(own, range) > 0) return;
    const CheckedSegment& last = document_.side(side)[range.end - 1];
    if (last.words.empty() || !reported_.insert({side, range.end - 1}).second) return;
    Report report = report_at({side, range.end - 1, last.words.back().range}, "unbalanced",
                              "a quotation ends here on the other side alone", "end it here too");
    report.related.push_back(opening.place);
    findings_.add(bead, std::move(report));
  }

  void report(const Bead& bead, const QuoteMark& mark) {
    if (!reported_.insert({mark.place.side, mark.place.segment}).second) return;
    findings_.add(bead, report_at(mark.place, "unbalanced", "the quotation mark has no partner",
                                  std::string(kMendPair)));
  }

  const CheckedDocument& document_;
  FindingList& findings_;
  const SideMarks arabic_;
  const SideMarks english_;
  std::set<std::pair<Language, std::size_t>> reported_;  // segments: one fault is said once
};

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
  QuotationCheck quotations(document, findings);
  for (const Bead& bead : document.beads) {
    if (!bead.one_sided()) quotations.check(bead);
    check_brackets(document, bead, Language::kArabic, findings);
    check_brackets(document, bead, Language::kEnglish, findings);
  }
}

}  // namespace mizan
