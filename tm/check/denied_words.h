// The word that a denial denies, found again on the other side. Internal to tm/check.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tm/check/denials.h"
#include "tm/check/document.h"
#include "tm/check/renderings.h"

namespace mizan {

// Over the segments of a bead; they and `renderings` outlive it.
class DeniedWords {
 public:
  DeniedWords(std::span<const CheckedSegment> arabic, std::span<const CheckedSegment> english,
              WordRenderings& renderings);

  // Where the other side has what `denial` (of `side`) denies; empty where the dictionaries do not
  // bring the two together.
  std::vector<WordPosition> counterparts(Language side, const Denial& denial) const;

  // The words of the other side that render the word of `side` at `at`.
  std::vector<WordPosition> renderings(Language side, WordPosition at) const;

 private:
  const CheckedSegment& segment(Language side, std::size_t s) const {
    return side == Language::kArabic ? arabic_[s] : english_[s];
  }
  std::vector<WordPosition> denied_in_arabic(const Denial& denial) const;
  std::vector<WordPosition> denied_in_english(const Denial& denial) const;
  std::vector<WordPosition> english_of(std::string_view arabic) const;
  std::vector<WordPosition> arabic_of(std::string_view english) const;
  bool is_name(WordPosition english) const;

  std::span<const CheckedSegment> arabic_;
  std::span<const CheckedSegment> english_;
  WordRenderings& renderings_;
  struct Stem {
    WordPosition at;
    std::string stem;
  };
  std::vector<Stem> stems_;  // of the English words of sense
};

}  // namespace mizan
