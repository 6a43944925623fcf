#include "tm/check/finding_list.h"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <iterator>
#include <tuple>
#include <utility>

#include "tm/text/normalize.h"

namespace mizan {
namespace {

// FNV-1a, 64 bits: stable across machines and releases, which std::hash is not.
class Fingerprint {
 public:
  void add(std::string_view text) {
    for (const char c : text) step(static_cast<std::uint8_t>(c));
    step(0xFF);  // no byte of UTF-8: parts do not run together
  }
  std::string hex() const {
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string result(16, '0');
    for (std::size_t i = 0; i < 16; ++i) result[i] = kDigits[(hash_ >> (60 - 4 * i)) & 15];
    return result;
  }

 private:
  void step(std::uint8_t byte) { hash_ = (hash_ ^ byte) * 0x100000001B3u; }
  std::uint64_t hash_ = 0xCBF29CE484222325u;
};

auto place_key(const Finding& finding) {
  return std::tuple(finding.line, finding.source ? finding.source->begin : 0,
                    finding.target ? finding.target->line : 0,
                    finding.target ? finding.target->begin : 0, std::string_view(finding.rule));
}

std::string folded(std::string_view text) { return fold(text, FoldProfile::kTehMarbuta); }

}  // namespace

FindingSpan FindingList::span(const CheckedPlace& place) const {
  const CheckedSegment& segment = document_.side(place.side)[place.segment];
  assert(place.range.end <= segment.text.size());
  return {segment.line, segment.begin + place.range.begin, segment.begin + place.range.end,
          std::string(place.range.of(segment.text))};
}

// A hostile segment has as many findings as letters.
const std::string& FindingList::folded_text_of(const CheckedSegment& segment) {
  if (segment_ != &segment) folded_ = folded(segment.text);
  segment_ = &segment;
  return folded_;
}

Report report_at(const CheckedPlace& place, std::string_view rule, std::string message,
                 std::string suggestion) {
  Report report{.rule = rule,
                .arabic = {},
                .english = {},
                .message = std::move(message),
                .suggestion = std::move(suggestion),
                .severity = {},
                .related = {},
                .replacement = {}};
  (place.side == Language::kArabic ? report.arabic : report.english) = place;
  return report;
}

void FindingList::add(const Bead& bead, Report report) {
  assert(report.arabic || report.english);
  const Rule* rule = find_rule(report.rule);
  assert(rule != nullptr);
  Finding finding;
  finding.rule = rule->id;
  finding.severity = report.severity.value_or(rule->severity);
  finding.document = document_.name;
  finding.message = std::move(report.message);
  finding.suggestion = std::move(report.suggestion);
  finding.replacement = std::move(report.replacement);
  if (report.arabic) finding.source = span(*report.arabic);
  if (report.english) finding.target = span(*report.english);

  // The Arabic segment beside it; for an English sentence without Arabic, the one before.
  const CheckedSegment* source = nullptr;
  if (report.arabic) {
    source = &document_.arabic[report.arabic->segment];
  } else if (!document_.arabic.empty()) {
    const std::size_t at =
        bead.source.empty() && bead.source.begin > 0 ? bead.source.begin - 1 : bead.source.begin;
    source = &document_.arabic[std::min(at, document_.arabic.size() - 1)];
  }
  const CheckedSegment& place = source ? *source : document_.english[report.english->segment];
  finding.line = place.line;
  finding.id = place.id;
  for (const CheckedPlace& related : report.related) {
    const CheckedSegment& segment = document_.side(related.side)[related.segment];
    finding.related.push_back({.id = std::string(segment.id), .line = segment.line});
  }

  std::ranges::move(report.elsewhere, std::back_inserter(finding.related));

  Fingerprint fingerprint;
  fingerprint.add(finding.rule);
  if (report.subject.empty()) {
    fingerprint.add(finding.source ? folded(finding.source->text) : "");
    fingerprint.add(finding.target ? folded(finding.target->text) : "");
    fingerprint.add(folded_text_of(place));
  } else {
    fingerprint.add(report.subject);
  }
  finding.fingerprint = fingerprint.hex();
  findings_.push_back(std::move(finding));
}

void sort_by_place(std::vector<Finding>& findings) {
  std::ranges::stable_sort(
      findings, [](const Finding& a, const Finding& b) { return place_key(a) < place_key(b); });
}

void FindingList::append(FindingList&& more) {
  assert(&document_ == &more.document_);
  std::ranges::move(more.findings_, std::back_inserter(findings_));
}

std::vector<Finding> FindingList::take() {
  sort_by_place(findings_);
  // Two kinds of evidence may come to the same: a name against its cluster, and against its
  // counterpart.
  const auto same = [](const Finding& a, const Finding& b) {
    return place_key(a) == place_key(b) && a.fingerprint == b.fingerprint;
  };
  findings_.erase(std::unique(findings_.begin(), findings_.end(), same), findings_.end());
  return std::exchange(findings_, {});
}

std::string quoted(std::string_view text) {
  constexpr std::size_t kMost = 80;
  if (text.size() <= kMost) return std::string(text);
  std::size_t end = kMost;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(text.substr(0, end)) + "…";
}

}  // namespace mizan
