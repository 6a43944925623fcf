// Which script a character or a text is written in.
#pragma once

#include <optional>
#include <string_view>

#include "tm/base/language.h"

namespace mizan {

// A letter of the Arabic script: U+0620-064A, 066E-06D3, the supplements and presentation forms.
bool is_arabic_letter(char32_t c);
// Harakat, tanwin, shadda, sukun, superscript alef, Quranic annotation signs: U+0610-061A,
// 064B-065F, 0670, 06D6-06ED (but for its letters and symbols), 08D3-08FF.
bool is_arabic_mark(char32_t c);
bool is_latin_letter(char32_t c);
// Any Unicode decimal digit; its value 0-9 or -1.
int digit_value(char32_t c);
// LRM, RLM, ALM, LRE..PDF, LRI..PDI.
bool is_bidi_control(char32_t c);
constexpr char32_t kTatweel = 0x0640;

// The language of a text by the letters that are most of it; nothing when there are no letters.
std::optional<Language> detect_language(std::string_view text);

}  // namespace mizan
