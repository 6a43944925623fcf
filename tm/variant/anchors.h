// Which names of the translation stand where a spelling stands: the evidence of bilingual text.
// Internal to tm/variant.
#pragma once

#include <cstdint>
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
  std::string name;  // key: folded as BareForm::key
  double fit = 0;    // transliteration score
  double share = 0;  // of the occurrences that have a translation
};

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

 private:
  static std::uint64_t place(std::uint32_t text, std::uint32_t segment) {
    return static_cast<std::uint64_t>(text) << 32 | segment;
  }

  const std::vector<Spelling>& other_;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> beside_;  // spellings by segment
};

}  // namespace mizan
