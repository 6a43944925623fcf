// name-variant-ar, name-variant-en: what tm/variant found, as findings of this document.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "tm/check/families.h"

namespace mizan {
namespace {

std::optional<CheckedPlace> find_place(const CheckedDocument& document, Language side,
                                       const NamePlace& place) {
  const std::string& file =
      side == Language::kArabic ? document.arabic_file : document.english_file;
  if (!place.file.empty() && !file.empty() && place.file != file) return std::nullopt;
  const auto& segments = document.side(side);
  auto segment = std::lower_bound(
      segments.begin(), segments.end(), place.line,
      [](const CheckedSegment& candidate, std::size_t line) { return candidate.line < line; });
  for (; segment != segments.end() && segment->line == place.line; ++segment) {
    if (segment->begin <= place.begin && place.end <= segment->begin + segment->text.size()) {
      return CheckedPlace{side,
                          static_cast<std::size_t>(segment - segments.begin()),
                          {place.begin - segment->begin, place.end - segment->begin}};
    }
  }
  return std::nullopt;
}

}  // namespace

void check_names(const CheckedDocument& document, std::span<const NameCluster> clusters,
                 FindingList& findings) {
  for (const NameCluster& cluster : clusters) {
    if (cluster.common_noun) continue;
    const bool arabic = cluster.language == Language::kArabic;
    for (const NameSpelling& spelling : cluster.spellings) {
      if (spelling.text == cluster.preferred) continue;
      std::vector<CheckedPlace> places;
      for (const NamePlace& place : spelling.places) {
        if (const auto found = find_place(document, cluster.language, place)) {
          places.push_back(*found);
        }
      }
      if (places.empty()) continue;
      Report report{.rule = arabic ? "name-variant-ar" : "name-variant-en",
                    .arabic = {},
                    .english = {},
                    .message = "“" + spelling.text + "” is “" + cluster.preferred + "” elsewhere",
                    .suggestion = cluster.preferred,
                    .severity = {},
                    .related = {places.begin() + 1, places.end()}};
      (arabic ? report.arabic : report.english) = places.front();
      for (const NameSpelling& other : cluster.spellings) {
        if (other.text != cluster.preferred || other.places.empty()) continue;
        if (const auto found = find_place(document, cluster.language, other.places.front())) {
          report.related.push_back(*found);
        }
      }
      findings.add(bead_of(document, places.front()), std::move(report));
    }
  }
}

}  // namespace mizan
