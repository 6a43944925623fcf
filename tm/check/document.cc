#include "tm/check/document.h"

#include <algorithm>
#include <cassert>

#include "tm/text/normalize.h"

namespace mizan {
namespace {

// Where the line that holds `offset` starts.
std::size_t line_start(std::string_view input, std::size_t offset) {
  const std::size_t newline = offset == 0 ? std::string_view::npos : input.rfind('\n', offset - 1);
  return newline == std::string_view::npos ? 0 : newline + 1;
}

}  // namespace

std::vector<CheckedWord> read_words(std::string_view text) {
  std::vector<CheckedWord> words;
  std::size_t previous_end = 0;
  for (const Token& token : tokenize(text)) {
    words.push_back({token.kind, token.range, fold(token.range.of(text), FoldProfile::kMarks),
                     words.empty() || token.range.begin > previous_end});
    previous_end = token.range.end;
  }
  return words;
}

CheckedSegment placed_segment(const Segment& segment, std::string_view input, Language language) {
  CheckedSegment placed;
  placed.language = language;
  placed.text = segment.text;
  placed.line = segment.line + 1;
  placed.begin = segment.range.begin - line_start(input, segment.range.begin);
  placed.paragraph = segment.paragraph;
  return placed;
}

void read_text_of(CheckedSegment& segment) {
  segment.words = read_words(segment.text);
  segment.quantities = find_quantities(segment.text, segment.language);
}

CheckedSegment read_segment(std::string_view text, Language language) {
  CheckedSegment segment;
  segment.language = language;
  segment.text = text;
  read_text_of(segment);
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

CheckedPlace first_segment(const CheckedDocument& document, const Bead& bead, Language side) {
  const std::size_t first = CheckedDocument::range(bead, side).begin;
  return {side, first, {0, document.side(side)[first].text.size()}};
}

std::optional<CheckedPlace> find_place(const CheckedDocument& document, Language side,
                                       const NamePlace& place) {
  const auto& segments = document.side(side);
  auto segment = std::ranges::lower_bound(segments, place.line, {}, &CheckedSegment::line);
  for (; segment != segments.end() && segment->line == place.line; ++segment) {
    if (segment->begin <= place.begin && place.end <= segment->begin + segment->text.size()) {
      return CheckedPlace{side,
                          static_cast<std::size_t>(segment - segments.begin()),
                          {place.begin - segment->begin, place.end - segment->begin}};
    }
  }
  return std::nullopt;
}

bool has_both_sides(const CheckedDocument& document, const Bead& bead) {
  bool words[2] = {false, false};
  for_each_segment(document, bead, [&](const CheckedSegment& segment, const CheckedPlace&) {
    if (!segment.words.empty()) words[segment.language == Language::kArabic ? 0 : 1] = true;
  });
  return words[0] && words[1];
}

}  // namespace mizan
