// The part of a word that stays when its clitics change: what the fuzzy index is built on.
#pragma once

#include <string_view>

namespace mizan {

// Stored with the index; a mismatch reindexes.
constexpr int kCliticKeyVersion = 1;

// `word` is folded to kTehMarbuta. Arabic: proclitics (و ف ب ك ل س ال لل) are taken off the front
// one by one, then one pronoun (or a final ه, the folded ة) off the end, as long as three letters
// stay; English: the possessive 's. Other words are their own key. The key is a part of `word`.
//
// It serves retrieval, not morphology: فكرة and كرة share a key, which costs a comparison and no
// more. What matters is that key(clitic + word) == key(word): letters go one by one and to the
// end, so that وفلسطين and فلسطين end alike.
std::string_view clitic_key(std::string_view word);

}  // namespace mizan
