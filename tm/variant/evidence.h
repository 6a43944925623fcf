// What speaks for and against two spellings being one name, as numbers for logistic regression.
// Internal to tm/variant and to the trainer.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tm/variant/anchors.h"
#include "tm/variant/name_knowledge.h"
#include "tm/variant/spellings.h"

namespace mizan {

constexpr std::size_t kEvidenceCount = 34;

struct PairEvidence {
  std::array<float, kEvidenceCount> features{};
  std::size_t left_form = 0;  // the forms compared
  std::size_t right_form = 0;
  std::string shared_anchor;  // as written, the name that both stand beside
  bool translated = false;    // both sides have translations to judge by
  bool divided = false;       // one name, in one word and in two
  bool parted = false;        // the translation names them differently
  double similarity = 0;
  double probability = 0;
};

// A spelling with its anchors by form; no anchors where there is no translation.
struct Candidate {
  const Spelling* spelling = nullptr;
  std::vector<std::vector<Anchor>> anchors;  // by form
  std::vector<std::uint64_t> profiles;       // by form, sound_profile()
  bool translated = false;
};

// `vocabulary`: about how many spellings the two were found among.
PairEvidence weigh(Language language, const Candidate& left, const Candidate& right,
                   const NameKnowledge& knowledge, std::size_t vocabulary);

}  // namespace mizan
