// Which words of the two sides of a bead render each other. Internal to tm/check.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tm/check/document.h"
#include "tm/check/renderings.h"

namespace mizan {

// A word or a number of one side.
struct SideWord {
  std::size_t segment = 0;  // of the side, within the span given
  const CheckedWord* token = nullptr;
  std::string_view text;  // as written
  // What it meets words of the other language by: of an Arabic word the stems of its renderings, of
  // an English one its own.
  std::span<const std::string> stems;
  double begin = 0;       // characters of the side before it
  double characters = 0;  // of it
  // How much it says that no word of the other side renders it: the log of how many times more
  // often such a word is found without a counterpart when it has none than when it has one. A word
  // that the dictionaries do not know says little, a number much; 0 for grammatical words.
  double weight = 0;  // the most it can be, until it is looked up
  bool linked = false;

  bool is_content() const { return weight > 0; }
};

struct SideWords {
  std::vector<SideWord> words;
  // Characters of the side, with what its acronyms and blends (Brexit) would take spelled out.
  double length = 0;
};

// The words of a side, none looked up or linked yet. `segments` outlive them.
SideWords words_of(std::span<const CheckedSegment> segments, Language language);

// Looks the words up, and links each with one of the other side at most, by its digits or letters
// or by the dictionaries. `renderings` outlive the words.
void link_known_words(SideWords& arabic, SideWords& english, WordRenderings& renderings);

// Links what is left as names, one with one, and acronyms and blends with all that they stand for.
void link_names(SideWords& arabic, SideWords& english);

}  // namespace mizan
