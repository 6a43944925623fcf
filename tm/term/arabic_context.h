// What the line around a written Arabic word says about it: how its writer spells, and whether the
// words beside it leave it the sense of a term.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "tm/term/atoms.h"
#include "tm/term/compiled_terms.h"

namespace mizan {

// What one line shows of its writer's spelling: who writes hamzas means no hamza by a bare alef.
struct SpellingHabits {
  bool hamza = false;         // أ and إ are written
  bool tanwin = false;        // ً is written
  bool alef_maqsura = false;  // ى and ي are kept apart: إلى
  bool dotless_yeh = false;   // words end in ى where others write ي: فى
  bool heh_for_teh = false;   // and in ه for ة: المدينه
  bool question = false;      // a question mark: أ may ask
};

SpellingHabits spelling_habits(std::string_view line, std::span<const Atom> atoms);

// Whether the final ه of a word, folded to kMarks, is one of its radicals: الوجه, المنبه.
bool ends_in_radical_heh(std::u16string_view word);

// Whether a noun with its article follows: then the word at atom `at` is in construct state with
// it.
bool has_definite_after(std::span<const Atom> atoms, std::size_t at);

// A final ي that no citation has: plural or dual in construct state, "my", or a nisba adjective,
// which is another word. `index` and `count`: which word of the term.
double yeh_score(std::span<const Atom> atoms, const TermWord& word, std::size_t at,
                 std::size_t index, std::size_t count);

// For or against a term of one word that stands at atom `at`, read as `reading`: verbs, adverbs and
// adjectives are written with the letters of nouns (تعرض, قانونا, البحرية), مالي is Mali and
// financial, علي is Ali and "on me".
double arabic_context_score(std::span<const Atom> atoms, const CompiledTerm& term,
                            const TermWord& word, const Reading& reading, std::size_t at);

}  // namespace mizan
