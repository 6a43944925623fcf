// Arabic broken plurals as patterns: which singulars a word could be the plural of.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace mizan {

// What a singular must be for the pattern to apply.
enum class PluralScope : std::uint8_t {
  kAny,
  kPerson,     // طالب -> طلاب
  kAdjective,  // feminines of أفعل: أبيض -> بيضاء
};

struct BrokenPlural {
  // Letters folded to kTehMarbuta (ء for every hamza seat, ا for أ إ آ, ي for ى, ه for ة); 1-4 are
  // the radicals in order.
  std::u16string_view singular;
  std::u16string_view plural;
  double confidence;  // that a noun of this singular shape found in the plural shape is its plural
  PluralScope scope = PluralScope::kAny;
};

// Calls `visit(singular, row)` for every singular that the list of plurals or a pattern allows for
// the folded word `plural`, without clitics. Pattern singulars are shapes: most are no words at
// all.
void visit_singulars(std::u16string_view plural,
                     const std::function<void(std::u16string_view, const BrokenPlural&)>& visit);

// The rows' order is their identity: row numbers fit the compact readings of a text.
int row_number(const BrokenPlural& row);
const BrokenPlural& broken_plural(int row_number);

// The plurals that are listed word by word, by plural.
std::span<const BrokenPlural> listed_plurals();

// Whether the row is a plural that is listed, not a pattern.
bool is_listed(const BrokenPlural& row);

// Whether the folded word is a singular or a plural of the list.
bool is_listed_noun(std::u16string_view word);

// The plural shape of a pattern as grammars write it: "ا12ا3" -> "افعال".
std::string pattern_name(const BrokenPlural& row);

}  // namespace mizan
