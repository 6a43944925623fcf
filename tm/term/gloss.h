// What the English side of a concept tells about its Arabic terms: a name takes no plural, a person
// noun has a feminine, a plural may be met in the singular.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tm/model/term_entry.h"

namespace mizan {

struct Gloss {
  bool known = false;        // the concept has an English term
  bool name = false;         // written with a capital where the glossary distinguishes
  bool person = false;       // doctor, refugee, prime minister
  bool adjective = false;    // deadly, novel
  bool plural = false;       // symptoms, sanctions
  bool nationality = false;  // Malian: a capital, but an adjective
  // The consonant classes of every word of the English terms, and the words' lengths.
  std::vector<std::pair<std::string, std::size_t>> frames;
};

// Whether lower case is used at all: in a glossary where every English term has a capital, a
// capital says nothing.
enum class Capitals : unsigned char { kTellNames, kTellNothing };

Gloss read_gloss(const TermConcept& entry, Capitals capitals);

// Without a leading article and without what stands in parentheses: "the Kremlin" -> "Kremlin",
// "party (political)" -> "party".
std::string_view gloss_core(std::string_view english);

// Whether `arabic` (folded to kTehMarbuta, without article) spells some word of the English terms
// by its consonants: ترامب for Trump, فيروس for virus.
bool is_transliterated(std::u16string_view arabic, const Gloss& gloss);

}  // namespace mizan
