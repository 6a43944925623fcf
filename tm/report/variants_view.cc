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

std::string source_of(PreferredBy by) {
  return by == PreferredBy::kFrequency ? "" : ", as the " + std::string(to_string(by)) + " has it";
}

// What the other language has where these spellings stand: one name, or more.
std::string across(const NameCluster& cluster, const TerminalStyle& style) {
  const bool arabic = cluster.language == Language::kArabic;
  std::string names;
  for (const std::string& name : cluster.beside) {
    names += (names.empty() ? "" : ", ") + shown(name, style);
  }
  const std::string count =
      cluster.beside.size() == 1 ? "one" : std::to_string(cluster.beside.size());
  return count + (arabic ? " English" : " Arabic") +
         (cluster.beside.size() == 1 ? " name, " : " names, ") + names + ", " +
         std::to_string(cluster.spellings.size()) + (arabic ? " Arabic" : " English") +
         " spellings";
}

}  // namespace

std::string view_cluster(const NameCluster& cluster, const TerminalStyle& style) {
  char confidence[16];
  std::snprintf(confidence, sizeof confidence, "%.2f", cluster.confidence);
  std::string view = emphasised(shown(cluster.preferred, style), Emphasis::kBold, style) + "  " +
                     (cluster.common_noun ? "word" : "name") + ", confidence " + confidence +
                     source_of(cluster.preferred_by) + '\n';
  for (const NameSpelling& spelling : cluster.spellings) {
    view += "  " + shown(spelling.text, style) + "  " + std::to_string(spelling.places.size()) +
            "×  " + places_of(spelling) + '\n';
  }
  if (!cluster.beside.empty()) view += "  " + across(cluster, style) + '\n';
  return view + "  " + emphasised(cluster.evidence, Emphasis::kDim, style) + '\n';
}

}  // namespace mizan
