#include "tm/variant/anchors.h"

#include <algorithm>

#include "tm/lang/transliteration.h"

namespace mizan {
namespace {

constexpr double kPoorFit = 0.05;
// Frequent names are anchored well enough by their first places.
constexpr std::size_t kOccurrencesRead = 24;

}  // namespace

AnchorIndex::AnchorIndex(std::span<const VariantDocument> documents, Language language,
                         const std::vector<Spelling>& other)
    : other_(other) {
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> standing;
  for (std::size_t i = 0; i < other.size(); ++i) {
    for (const Spelling::Occurrence& occurrence : other[i].occurrences) {
      standing[place(occurrence.place.text, occurrence.place.segment)].push_back(
          static_cast<std::uint32_t>(i));
    }
  }
  for (std::size_t d = 0; d < documents.size(); ++d) {
    if (documents[d].alignment == nullptr) continue;
    const bool source = documents[d].text->language == language;
    const auto text = static_cast<std::uint32_t>(d);
    for (const Bead& bead : documents[d].alignment->beads) {
      const SegmentRange here = source ? bead.source : bead.target;
      const SegmentRange there = source ? bead.target : bead.source;
      std::vector<std::uint32_t> names;
      for (std::size_t s = there.begin; s < there.end; ++s) {
        const auto found = standing.find(place(text, static_cast<std::uint32_t>(s)));
        if (found != standing.end()) {
          names.insert(names.end(), found->second.begin(), found->second.end());
        }
      }
      if (there.empty()) continue;
      std::sort(names.begin(), names.end());
      names.erase(std::unique(names.begin(), names.end()), names.end());
      for (std::size_t s = here.begin; s < here.end; ++s) {
        beside_[place(text, static_cast<std::uint32_t>(s))] = names;
      }
    }
  }
}

bool AnchorIndex::translated(const std::vector<Spelling::Occurrence>& occurrences) const {
  return std::any_of(occurrences.begin(), occurrences.end(), [this](const auto& occurrence) {
    return beside_.contains(place(occurrence.place.text, occurrence.place.segment));
  });
}

std::vector<Anchor> AnchorIndex::anchors(
    Language language, const BareForm& form,
    const std::vector<Spelling::Occurrence>& occurrences) const {
  std::unordered_map<std::uint32_t, std::size_t> beads;
  std::size_t translated = 0;
  for (std::size_t i = 0; i < std::min(occurrences.size(), kOccurrencesRead); ++i) {
    const WordPlace& at = occurrences[i].place;
    const auto found = beside_.find(place(at.text, at.segment));
    if (found == beside_.end()) continue;
    ++translated;
    for (const std::uint32_t name : found->second) ++beads[name];
  }
  std::vector<Anchor> result;
  for (const auto& [name, count] : beads) {
    // An Arabic name may wear clitics that its other places did not take off.
    Anchor best;
    for (const BareForm& other : other_[name].forms) {
      const double fit = language == Language::kArabic ? transliteration_score(form.key, other.key)
                                                       : transliteration_score(other.key, form.key);
      if (fit > best.fit) best = {other.key, fit, 0};
    }
    if (best.fit < kPoorFit) continue;
    best.share = static_cast<double>(count) / static_cast<double>(translated);
    result.push_back(best);
  }
  std::sort(result.begin(), result.end(), [](const Anchor& a, const Anchor& b) {
    return a.fit != b.fit ? a.fit > b.fit : a.name < b.name;
  });
  return result;
}

}  // namespace mizan
