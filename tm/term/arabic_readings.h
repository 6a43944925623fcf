// How a written Arabic word could be a word of a term: every stack of proclitics, every pronoun,
// every ending and broken plural whose undoing leaves a stem that some term has.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "tm/term/atoms.h"
#include "tm/term/compiled_terms.h"

namespace mizan {

inline constexpr std::array<std::u16string_view, 11> kEnclitics = {
    u"هما", u"كما", u"هم", u"هن", u"ها", u"كم", u"كن", u"نا", u"ه", u"ك", u"ني"};

// Sorted by stem; empty when the word can be no word of any term.
std::vector<Reading> read_arabic(const Atom& atom, const TermTrie& trie, Relatives relatives);

// The consonant frame under which spellings of a transliterated word meet: inner vowel letters
// dropped, the letters for a foreign g (ج غ ق) made one. Empty for a word too short to judge.
std::u16string loose_frame(std::u16string_view key);

// The radicals of a derived word by its affixes and weak letters; empty when they are not three.
std::u16string root_of(std::u16string_view key);

}  // namespace mizan
