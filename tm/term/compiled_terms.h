// The terms of one language, compiled for recognition: their words as paths of a trie, and what
// each word may do. Readings are how a word of a text could be such a word.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tm/term/atoms.h"
#include "tm/term/term_trie.h"

namespace mizan {

// Whether forms that are not the term itself are wanted: nisba adjectives, verbs, shortened forms.
enum class Relatives : std::uint8_t { kLeaveOut, kInclude };

// Which form of a cited word a stem of the trie stands for.
enum class Variant : std::uint8_t {
  kCited,
  kListed,    // a further form that the entry lists
  kSingular,  // of a word cited in the plural: عقوبة of عقوبات
  kManqus,    // with the ya that tanwin dropped from the citation: محامي of محام
  kLoose,     // the consonant frame of a transliterated word, for قراطي and قوراطي
  kGlued,     // all words of the term written as one: تيريزاماي, handwashing
  kRoot,      // the radicals alone, for derivations (related forms)
};

struct TermWord {
  std::u16string marks;  // folded to kMarks, without article and required proclitics
  Variant variant = Variant::kCited;
  char16_t conjunction = 0;  // proclitics the citation has inside the term: والوقاية منها
  char16_t preposition = 0;
  bool article = false;  // the citation has the article
  bool name = false;     // a proper name: takes proclitics and little else
  bool transliterated = false;
  bool person = false;  // has a feminine and plurals of persons
  bool adjective = false;
  bool manqus = false;  // cited without the ya that tanwin dropped: محام
  LetterCase letter_case = LetterCase::kLower;  // English: of the citation
  bool case_sensitive = false;                  // English: only with these capitals
};

enum class Ending : std::uint8_t {
  kNone,
  // Arabic.
  kAlef,  // tanwin, or the dual in construct state
  kHeh,   // feminine ة or the pronoun ه
  kYeh,   // plural or dual in construct state, or the pronoun ي
  kWaw,   // plural in construct state
  kAn,
  kYn,
  kWn,
  kTan,         // تان تين تا تي of a word in ة
  kAt,          // sound feminine plural
  kAtOfAlef,    // قناة قنوات, مباراة مباريات
  kOpenTeh,     // اة written ات
  kMasculine,   // the ة of the citation is absent
  kDroppedYeh,  // قاض for قاضي
  kBroken,
  kNisba,
  kRoot,
  // English.
  kPlural,
};

// A way to read one written word, or a few, as a stem.
struct Reading {
  std::uint32_t stem = TermTrie::kNone;
  std::uint8_t atoms = 1;   // how many atoms of the text it takes
  std::uint8_t offset = 0;  // letters of proclitics
  std::uint8_t kept = 0;    // letters from `offset` that are letters of the stem
  Ending ending = Ending::kNone;
  std::int8_t enclitic = -1;  // index of the pronoun
  std::int16_t plural_row = -1;
  bool question = false;
  char16_t conjunction = 0;
  char16_t preposition = 0;
  bool article = false;
  bool related = false;
};

struct CompiledTerm {
  std::uint32_t entry = 0;  // index of the concept
  std::uint32_t term = 0;   // index within it
  bool particle = false;    // English: a hyphenated noun from a phrasal verb (follow-up)
  bool month = false;       // English: the concept is a month (May, March)
  std::uint8_t words = 1;
};

struct Sequence {
  std::uint32_t term = 0;
  std::uint32_t first_word = 0;
  std::uint8_t words = 1;
  bool shortened = false;  // only the head of the term: a related form
};

struct CompiledTerms {
  TermTrie trie;
  std::vector<TermWord> words;
  std::vector<Sequence> sequences;
  std::vector<CompiledTerm> terms;

  void reserve(std::size_t concepts);
  // Adds the path of `stems` with `path_words`, one each.
  void add_sequence(std::uint32_t term, const std::vector<std::u16string>& stems,
                    const std::vector<TermWord>& path_words, bool shortened = false);
};

}  // namespace mizan
