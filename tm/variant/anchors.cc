#include "tm/variant/anchors.h"

#include <algorithm>

#include "tm/lang/transliteration.h"

namespace mizan {
namespace {

constexpr double kPoorFit = 0.05;

}  // namespace

AnchorIndex::AnchorIndex(std::span<const VariantDocument> documents, Language language,
                         const std::vector<Spelling>& other)
    : other_(other) {
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> standing;
  for (std::size_t i = 0; i < other.size(); ++i) {
    // (An Arabic nisba may well be the name beside an English one.)
    if (language == Language::kArabic && other[i].word == Spelling::Word::kNoName) continue;
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
      for (std::size_t s = here.begin; s < here.end; ++s) {
        bead_of_[place(text, static_cast<std::uint32_t>(s))] =
            static_cast<std::uint32_t>(beads_.size());
      }
      beads_.push_back(std::move(names));
    }
  }
}

std::optional<std::uint32_t> AnchorIndex::bead(const WordPlace& at) const {
  const auto found = bead_of_.find(place(at.text, at.segment));
  return found == bead_of_.end() ? std::nullopt : std::optional(found->second);
}

std::size_t AnchorIndex::count(std::uint32_t bead, std::uint32_t spelling) const {
  const auto [begin, end] = std::equal_range(beads_[bead].begin(), beads_[bead].end(), spelling);
  return static_cast<std::size_t>(end - begin);
}

bool AnchorIndex::translated(const std::vector<Spelling::Occurrence>& occurrences) const {
  return std::any_of(occurrences.begin(), occurrences.end(),
                     [this](const auto& occurrence) { return bead(occurrence.place).has_value(); });
}

std::vector<Anchor> AnchorIndex::anchors(
    Language language, const BareForm& form,
    const std::vector<Spelling::Occurrence>& occurrences) const {
  std::unordered_map<std::uint32_t, std::size_t> beads;
  std::size_t translated = 0;
  for (std::size_t i = 0; i < std::min(occurrences.size(), kOccurrencesRead); ++i) {
    const std::optional<std::uint32_t> at = bead(occurrences[i].place);
    if (!at) continue;
    ++translated;
    const std::vector<std::uint32_t>& names = beads_[*at];
    for (std::size_t n = 0; n < names.size(); ++n) {
      if (n == 0 || names[n] != names[n - 1]) ++beads[names[n]];
    }
  }
  std::vector<Anchor> result;
  for (const auto& [name, count] : beads) {
    // An Arabic name may wear clitics that its other places did not take off.
    Anchor best;
    for (const BareForm& other : other_[name].forms) {
      const double fit = language == Language::kArabic ? transliteration_score(form.key, other.key)
                                                       : transliteration_score(other.key, form.key);
      if (fit > best.fit) best = {other.key, fit, 0, name, other.text};
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
