// omission, addition, empty: what has no counterpart.
#include "tm/check/families.h"

namespace mizan {
namespace {

bool has_words(const CheckedSegment& segment) {
  for (const CheckedWord& word : segment.words) {
    if (word.kind == TokenKind::kWord || word.kind == TokenKind::kNumber) return true;
  }
  return false;
}

void report_segments(const CheckedDocument& document, const Bead& bead, Language side,
                     FindingList& findings) {
  const SegmentRange range = CheckedDocument::range(bead, side);
  for (std::size_t i = range.begin; i < range.end; ++i) {
    const CheckedSegment& segment = document.side(side)[i];
    if (!has_words(segment)) continue;  // a line of asterisks
    const CheckedPlace whole{side, i, {0, segment.text.size()}};
    const bool arabic = side == Language::kArabic;
    Report report{
        .rule = arabic ? "omission" : "addition",
        .arabic = {},
        .english = {},
        .message = arabic ? "the sentence has no translation" : "the sentence is not in the Arabic",
        .suggestion = arabic ? "translate it" : "check it against the source",
        .severity = {},
        .related = {}};
    if (document.kind == CheckedDocument::Kind::kRecords) {
      report.rule = "empty";
      report.message = arabic ? "the English is empty" : "the Arabic is empty";
      report.suggestion = "translate it";
    }
    (arabic ? report.arabic : report.english) = whole;
    findings.add(bead, std::move(report));
  }
}

bool is_empty(const CheckedDocument& document, const Bead& bead, Language side) {
  for (const CheckedSegment& segment : document.segments(bead, side)) {
    if (!segment.text.empty()) return false;
  }
  return true;
}

}  // namespace

void check_coverage(const CheckedDocument& document, const Bead& bead, FindingList& findings) {
  const bool no_arabic = is_empty(document, bead, Language::kArabic);
  const bool no_english = is_empty(document, bead, Language::kEnglish);
  if (no_arabic == no_english) return;
  report_segments(document, bead, no_english ? Language::kArabic : Language::kEnglish, findings);
}

}  // namespace mizan
