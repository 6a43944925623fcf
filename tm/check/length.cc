// length: a clause of one side that the other lacks, by length and by words together.
#include "tm/check/clause_gap.h"
#include "tm/check/families.h"

namespace mizan {
namespace {

// Log odds; on professional news one pair in two hundred is above, which mostly lacks something.
constexpr double kLeast = 0.7;

}  // namespace

void check_length(const CheckedDocument& document, const Bead& bead, WordRenderings& renderings,
                  FindingList& findings) {
  if (!has_both_sides(document, bead)) return;
  if (document.kind == CheckedDocument::Kind::kTexts && bead.confidence < kTrustedBead) return;
  const auto arabic = document.segments(bead, Language::kArabic);
  const auto english = document.segments(bead, Language::kEnglish);
  const auto [of_arabic, of_english] = find_clause_gaps(arabic, english, renderings, kLeast);
  for (const Language side : {Language::kArabic, Language::kEnglish}) {
    const ClauseGap& gap = side == Language::kArabic ? of_arabic : of_english;
    if (gap.range.empty() || gap_log_odds(gap) < kLeast) continue;
    const CheckedPlace place{side, CheckedDocument::range(bead, side).begin + gap.segment,
                             gap.range};
    findings.add(bead,
                 report_at(place, "length",
                           "“" + quoted(document.text(place)) + "” seems to be missing in the " +
                               (side == Language::kArabic ? "English" : "Arabic"),
                           "translate it, or delete it"));
    return;
  }
}

}  // namespace mizan
