#include "tm/check/run_text.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "tm/base/utf8.h"

namespace mizan {
namespace {

CheckedDocument placed_document(const CheckedFile& file) {
  CheckedDocument document;
  if (file.kind == CheckedFile::Kind::kRecords) document.kind = CheckedDocument::Kind::kRecords;
  for (const CheckedSide* side : {&file.arabic, &file.english}) {
    const Language language = side->text.language;
    auto& segments = language == Language::kArabic ? document.arabic : document.english;
    segments.reserve(side->text.segments.size());
    for (const Segment& segment : side->text.segments) {
      segments.push_back(placed_segment(segment, side->input, language));
      const std::size_t record = segments.size() - 1;
      if (record < file.records.size()) segments.back().id = file.records[record].id;
    }
  }
  document.beads = file.alignment.beads;
  return document;
}

}  // namespace

RunText::RunText(const RunFile& file)
    : file_(*file.file),
      options_(*file.options),
      document_(placed_document(file_)),
      findings_(document_) {
  for (const Finding& finding : file_.findings) {
    if (finding.source) said_.insert({finding.rule, finding.source->line, finding.source->begin});
  }
}

std::string_view RunText::document_name(std::size_t bead) const {
  return bead < file_.records.size() ? std::string_view(file_.records[bead].document) : "";
}

bool RunText::says_of_name(std::string_view rule, std::string_view spelling) const {
  return std::ranges::any_of(file_.findings, [&](const Finding& finding) {
    if (finding.rule != rule) return false;
    const auto& span = finding.source ? finding.source : finding.target;
    return span->text.find(spelling) != std::string::npos;
  });
}

bool RunText::says_of_sentence(std::string_view rule, const CheckedPlace& arabic) const {
  const CheckedSegment& segment = document_.arabic[arabic.segment];
  return said_.contains({std::string(rule), segment.line, segment.begin});
}

RelatedPlace RunText::related(const CheckedPlace& place) const {
  const bool arabic = place.side == Language::kArabic;
  const CheckedSide& side = arabic ? file_.arabic : file_.english;
  const CheckedSegment& segment = document_.side(place.side)[place.segment];
  RelatedPlace related{.id = std::string(segment.id),
                       .line = segment.line,
                       .file = side.text.name,
                       .begin = segment.begin + place.range.begin,
                       .end = segment.begin + place.range.end,
                       .text = std::string(document_.text(place))};
  const std::size_t before = count_code_points(segment.text.substr(0, place.range.begin));
  if (file_.kind == CheckedFile::Kind::kTexts) {
    const std::size_t begin = side.text.segments[place.segment].range.begin;
    const std::string_view line = std::string_view(side.input).substr(begin - segment.begin);
    related.column = count_code_points(line.substr(0, segment.begin)) + before + 1;
  } else {
    const CheckedRecord& record = file_.records[place.segment];
    const std::optional<TextPlace>& start = arabic ? record.arabic : record.english;
    // A record may begin in a line before that of its text.
    if (start && start->line == segment.line) related.column = start->column + before;
  }
  return related;
}

void RunText::finish() {
  std::vector<Finding> findings = findings_.take();
  if (findings.empty()) return;
  for (Finding& finding : findings) {
    const auto record =
        std::ranges::lower_bound(document_.arabic, finding.line, {}, &CheckedSegment::line);
    finding.document = document_name(static_cast<std::size_t>(record - document_.arabic.begin()));
  }
  options_.apply(findings);
  std::ranges::move(findings, std::back_inserter(file_.findings));
  sort_by_place(file_.findings);
}

}  // namespace mizan
