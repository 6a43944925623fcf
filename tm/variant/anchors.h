// Which names of the translation stand where a spelling stands: the evidence of bilingual text.
// Internal to tm/variant.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "tm/variant/spellings.h"
#include "tm/variant/variants.h"

namespace mizan {

// A name on the other side, with how well it fits by its letters and in how many of the spelling's
// beads it stands.
struct Anchor {
  std::string name;            // key: folded as BareForm::key
  double fit = 0;              // transliteration score
  double share = 0;            // of the occurrences that have a translation
  std::uint32_t spelling = 0;  // its number on the other side
  std::string text;            // as written there
};

// Frequent names are anchored well enough by their first places.
constexpr std::size_t kOccurrencesRead = 24;

// The other side of every segment: the spellings that occur in the bead.
class AnchorIndex {
 public:
  // For the spellings of `language` in the documents; `other` are those of the other language.
  AnchorIndex(std::span<const VariantDocument> documents, Language language,
              const std::vector<Spelling>& other);

  // Anchors of a form that stands at these occurrences, best fit first, poor ones left out.
  std::vector<Anchor> anchors(Language language, const BareForm& form,
                              const std::vector<Spelling::Occurrence>& occurrences) const;

  // Whether any of the occurrences has a translation.
  bool translated(const std::vector<Spelling::Occurrence>& occurrences) const;

  // The bead that a word stands in; none where nothing stands on the other side.
  std::optional<std::uint32_t> bead(const WordPlace& at) const;

  // How often a spelling of the other side stands in the bead.
  std::size_t count(std::uint32_t bead, std::uint32_t spelling) const;

 private:
  static std::uint64_t place(std::uint32_t text, std::uint32_t segment) {
    return static_cast<std::uint64_t>(text) << 32 | segment;
  }

  const std::vector<Spelling>& other_;
  std::unordered_map<std::uint64_t, std::uint32_t> bead_of_;  // by segment
  std::vector<std::vector<std::uint32_t>> beads_;  // spellings of the other side, sorted, repeated
};

}  // namespace mizan
