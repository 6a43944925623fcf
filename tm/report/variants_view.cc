#include "tm/report/variants_view.h"

#include <cstdio>

namespace mizan {
namespace {

// An editor wants to find the spelling, not to read a list: the first places are enough.
constexpr std::size_t kPlacesShown = 5;

std::string places_of(const NameSpelling& spelling) {
  std::string text;
  std::string_view file;
  for (std::size_t i = 0; i < spelling.places.size() && i < kPlacesShown; ++i) {
    const NamePlace& place = spelling.places[i];
    if (i != 0) text += ", ";
    if (place.file != file) text += place.file + ":";
    file = place.file;
    text += std::to_string(place.line);
  }
  if (spelling.places.size() > kPlacesShown) {
    text += " and " + std::to_string(spelling.places.size() - kPlacesShown) + " more";
  }
  return text;
}

}  // namespace

std::string view_cluster(const NameCluster& cluster, const TerminalStyle& style) {
  char confidence[16];
  std::snprintf(confidence, sizeof confidence, "%.2f", cluster.confidence);
  std::string view = emphasised(shown(cluster.preferred, style), Emphasis::kBold, style) + "  " +
                     (cluster.common_noun ? "word" : "name") + ", confidence " + confidence + '\n';
  for (const NameSpelling& spelling : cluster.spellings) {
    view += "  " + shown(spelling.text, style) + "  " + std::to_string(spelling.places.size()) +
            "×  " + places_of(spelling) + '\n';
  }
  return view + "  " + emphasised(cluster.evidence, Emphasis::kDim, style) + '\n';
}

}  // namespace mizan
