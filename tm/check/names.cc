// name-variant-ar, name-variant-en: what tm/variant found, as findings of this document.
#include <optional>
#include <string>
#include <vector>

#include "tm/check/families.h"

namespace mizan {
namespace {

std::optional<CheckedPlace> place_here(const CheckedDocument& document, Language side,
                                       const NamePlace& place) {
  const std::string& file =
      side == Language::kArabic ? document.arabic_file : document.english_file;
  if (!place.file.empty() && !file.empty() && place.file != file) return std::nullopt;
  return find_place(document, side, place);
}

}  // namespace

std::vector<CheckedPlace> check_names(const CheckedDocument& document,
                                      std::span<const NameCluster> clusters,
                                      FindingList& findings) {
  std::vector<CheckedPlace> all;
  for (const NameCluster& cluster : clusters) {
    if (cluster.common_noun) continue;
    const bool arabic = cluster.language == Language::kArabic;
    std::vector<CheckedPlace> preferred;
    std::vector<Report> reports;
    for (const NameSpelling& spelling : cluster.spellings) {
      std::vector<CheckedPlace> places;
      for (const NamePlace& place : spelling.places) {
        if (const auto found = place_here(document, cluster.language, place)) {
          places.push_back(*found);
        }
      }
      all.insert(all.end(), places.begin(), places.end());
      if (spelling.text == cluster.preferred) {
        preferred = std::move(places);
      } else if (!places.empty()) {
        reports.push_back(report_at(
            places.front(), arabic ? "name-variant-ar" : "name-variant-en",
            "“" + spelling.text + "” is “" + cluster.preferred + "” elsewhere", cluster.preferred));
        reports.back().related.assign(places.begin() + 1, places.end());
      }
    }
    for (Report& report : reports) {
      if (!preferred.empty()) report.related.push_back(preferred.front());
      const CheckedPlace& place = arabic ? *report.arabic : *report.english;
      findings.add(bead_of(document, place), std::move(report));
    }
  }
  return all;
}

}  // namespace mizan
