// Where a word may be two that have lost the space between them, and what speaks for it. Internal
// to tm/check.
#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "tm/check/document.h"
#include "tm/check/renderings.h"

namespace mizan {

struct WordJoint {
  std::size_t place = 0;              // letters before the joint
  std::vector<std::size_t> features;  // numbers of the weights that the log odds are the sum of
  double log_odds = 0;
};

// Not thread-safe. Document and renderings outlive it.
class WordJoints {
 public:
  WordJoints(const CheckedDocument& document, WordRenderings& renderings);

  // The translation that the words asked for have from now on.
  void set_beside(std::span<const CheckedSegment> english);

  // The places where `word`, of the Arabic side, may be two words, those with log odds above
  // `least`. A logistic model of binary features: what the dictionaries, the rest of the text and
  // the translation know of the whole and of its parts, and the letters that would end and begin a
  // word (weights: tests/bench/train_joined_words.py).
  std::vector<WordJoint> find(const CheckedSegment& segment, const CheckedWord& word,
                              double least = -std::numeric_limits<double>::infinity());

 private:
  struct Whole;
  struct Cut;
  struct Part;

  // Fills in what is known of the whole; false when a word so well known has no joint at `cuts`.
  bool may_have_joint(Whole& whole, std::span<const Cut> cuts, std::string_view key) const;
  std::optional<WordJoint> joint_at(Whole& whole, const Cut& cut, double least);
  Part part(std::u32string_view letters) const;
  std::optional<int> dictionary_cost(std::u32string_view word) const;
  bool is_dual(std::u32string_view word) const;
  bool recurs(std::string_view key) const;
  bool is_rendered(std::u32string_view word);
  bool is_name_beside(std::u32string_view part, double least) const;

  WordRenderings& renderings_;
  std::unordered_map<std::string_view, int> counts_;  // words of the Arabic side
  std::span<const CheckedSegment> english_;
  std::optional<std::unordered_set<std::string>> english_stems_;
};

// How many features there are.
std::size_t joint_feature_count();

}  // namespace mizan
