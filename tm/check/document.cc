#include "tm/check/document.h"

#include <algorithm>
#include <cassert>

#include "tm/text/normalize.h"

namespace mizan {

CheckedSegment read_segment(std::string_view text, Language language) {
  CheckedSegment segment;
  segment.language = language;
  segment.text = text;
  std::size_t previous_end = 0;
  for (const Token& token : tokenize(text)) {
    segment.words.push_back({token.kind, token.range,
                             fold(token.range.of(text), FoldProfile::kMarks),
                             segment.words.empty() || token.range.begin > previous_end});
    previous_end = token.range.end;
  }
  segment.quantities = find_quantities(text, language);
  return segment;
}

bool is_capitalised(std::string_view word) {
  return !word.empty() && word[0] >= 'A' && word[0] <= 'Z';
}

const Bead& bead_of(const CheckedDocument& document, const CheckedPlace& place) {
  const auto bead = std::partition_point(
      document.beads.begin(), document.beads.end(), [&](const Bead& candidate) {
        return CheckedDocument::range(candidate, place.side).end <= place.segment;
      });
  assert(bead != document.beads.end());
  return *bead;
}

bool has_both_sides(const CheckedDocument& document, const Bead& bead) {
  bool words[2] = {false, false};
  for_each_segment(document, bead, [&](const CheckedSegment& segment, const CheckedPlace&) {
    if (!segment.words.empty()) words[segment.language == Language::kArabic ? 0 : 1] = true;
  });
  return words[0] && words[1];
}

}  // namespace mizan
