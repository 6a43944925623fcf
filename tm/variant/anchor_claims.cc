#include "tm/variant/anchor_claims.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <unordered_map>

namespace mizan {
namespace {

// What fits no better than this claims nothing.
constexpr double kClaim = 0.5;
// By how much a fit must be better to take a name away.
constexpr double kBetter = 0.02;

// Calls visit(bead) for every place that anchors are read from.
template <typename Visit>
void for_each_bead(const Candidate& candidate, const AnchorIndex& index, Visit visit) {
  const auto& occurrences = candidate.spelling->occurrences;
  for (std::size_t i = 0; i < std::min(occurrences.size(), kOccurrencesRead); ++i) {
    if (const auto bead = index.bead(occurrences[i].place)) visit(*bead);
  }
}

std::uint64_t claim_key(std::uint32_t bead, std::uint32_t name) {
  return static_cast<std::uint64_t>(bead) << 32 | name;
}

struct Claim {
  std::size_t candidate = 0;
  double fit = 0;
};

}  // namespace

void settle_claims(std::vector<Candidate>& candidates, const AnchorIndex& index) {
  std::unordered_map<std::uint64_t, std::vector<Claim>> claims;
  for (std::size_t c = 0; c < candidates.size(); ++c) {
    if (!candidates[c].translated) continue;
    std::unordered_map<std::uint32_t, double> fits;  // by the best form
    for (const std::vector<Anchor>& anchors : candidates[c].anchors) {
      for (const Anchor& anchor : anchors) {
        double& fit = fits[anchor.spelling];
        fit = std::max(fit, anchor.fit);
      }
    }
    for_each_bead(candidates[c], index, [&](std::uint32_t bead) {
      for (const auto& [name, fit] : fits) {
        if (fit >= kClaim && index.count(bead, name) > 0) {
          claims[claim_key(bead, name)].push_back({c, fit});
        }
      }
    });
  }
  const auto outbid = [&](std::size_t c, const Anchor& anchor, std::uint32_t bead) {
    const auto found = claims.find(claim_key(bead, anchor.spelling));
    if (found == claims.end()) return false;
    const auto better =
        std::count_if(found->second.begin(), found->second.end(), [&](const Claim& claim) {
          return claim.candidate != c && claim.fit > anchor.fit + kBetter;
        });
    return static_cast<std::size_t>(better) >= index.count(bead, anchor.spelling);
  };
  for (std::size_t c = 0; c < candidates.size(); ++c) {
    const bool word =
        candidates[c].translated && candidates[c].spelling->word >= Spelling::Word::kSure;
    for (std::vector<Anchor>& anchors : candidates[c].anchors) {
      const std::vector<Anchor> all = anchors;
      for (Anchor& anchor : anchors) {
        if (anchor.fit < kClaim) continue;
        std::size_t beads = 0;
        std::size_t left = 0;
        for_each_bead(candidates[c], index, [&](std::uint32_t bead) {
          if (index.count(bead, anchor.spelling) == 0) return;
          ++beads;
          const bool has_better =
              word || std::any_of(all.begin(), all.end(), [&](const Anchor& own) {
                return own.fit > anchor.fit + kBetter && index.count(bead, own.spelling) > 0;
              });
          if (!has_better || !outbid(c, anchor, bead)) ++left;
        });
        anchor.share *=
            static_cast<double>(left) / static_cast<double>(std::max<std::size_t>(beads, 1));
      }
      std::erase_if(anchors, [](const Anchor& anchor) { return anchor.share <= 0; });
    }
  }
}

}  // namespace mizan
