// The words of a text that deny: لم, not, without, unhappy, refused. Internal to tm/check.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tm/check/document.h"
#include "tm/check/renderings.h"

namespace mizan {

// A word among the segments of one side of a bead.
struct WordPosition {
  std::size_t segment = 0;
  std::size_t word = 0;

  bool operator==(const WordPosition&) const = default;
};

enum class DenialKind {
  kVerb,   // لم, not: denies what happens
  kNoun,   // غير, without, no
  kForm,   // unhappy
  kSense,  // refused, بدلا: may deny, depending on what is said
  kLimit,  // only, سوى: denies all the rest; with a denial before it, nothing but the rest
};

struct Denial {
  WordPosition at;
  DenialKind kind = DenialKind::kVerb;
  std::string denied = {};  // kForm: "happy" of unhappy
  // The other language may do without: ولا and nor carry on an earlier denial, دون is "under".
  bool optional = false;
};

// Whether the word denies whatever is said: not kSense, not kLimit.
bool surely_denies(const Denial& denial);

// Idioms that deny nothing are left out or may deny: لا يزال (still), whether or not.
std::vector<Denial> read_arabic_denials(std::span<const CheckedSegment> segments);
std::vector<Denial> read_english_denials(std::span<const CheckedSegment> segments,
                                         const NameKnowledge& words);

// The ordinary words that may deny, kSense: failed, امتنع, and words that hide a particle for want
// of a space. Apart, because they take a look at every word.
std::vector<Denial> read_arabic_refusals(std::span<const CheckedSegment> segments,
                                         WordRenderings& renderings);
std::vector<Denial> read_english_refusals(std::span<const CheckedSegment> segments);

// Whether an English word with this stem (english_stem) may deny by its sense.
bool is_refusal(const std::string& stem);

// The Arabic word folded to kAlef, without a conjunction before a word of denial.
std::string denial_key(const CheckedWord& arabic);

// Whether the words from `i` on, `length` of them, stand earlier in the segment. No pardon, no
// mercy: the other language may deny once.
bool stands_before(const CheckedSegment& segment, std::size_t i, std::size_t length);

}  // namespace mizan
