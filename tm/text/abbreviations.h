// Abbreviations that end in a full stop, and the words that open sentences after them.
#pragma once

#include <string_view>

namespace mizan {

enum class Abbreviation {
  kNone,
  kTitle,         // a name or an example follows: never the end of a sentence (Dr., e.g., أ.د.)
  kEither,        // the end when a word that opens sentences follows (Inc., p.m., U.S., إلخ.)
  kBeforeNumber,  // an abbreviation only before a number (No. 5, Oct. 12)
};

// The kind of `word`, given without its final full stop, in the letter case of the text.
Abbreviation abbreviation_of(std::string_view word);

// English: The, He, However ..., in this letter case.
bool opens_english_sentence(std::string_view word);

// Arabic: an adverb, pronoun, particle or news verb with which a new sentence starts, bare or
// behind the conjunctions و and ف (prepositions and negations only behind one). Marks and hamza
// seats do not matter.
bool opens_arabic_sentence(std::string_view word);

// Arabic: as, according to ...: words that lead from a quotation to its source.
bool follows_quotation(std::string_view word);

// A verb of speech that may follow a quotation and belongs to its sentence: said, قال.
bool is_speech_verb(std::string_view word);

}  // namespace mizan
