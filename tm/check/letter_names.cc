#include "tm/check/letter_names.h"

#include <string>
#include <unordered_map>

namespace mizan {
namespace {

struct LetterName {
  std::string_view name;
  std::string_view letters;
};

// As Arabic newsrooms spell them out. Words that are also prepositions (في, إن, أن, أو, أي) count
// only within a run of letter names; the caller sees to that.
constexpr LetterName kNames[] = {
    {"إيه", "A"},   {"ايه", "A"},    {"أيه", "A"},  {"بي", "BP"},  {"سي", "C"},  {"دي", "D"},
    {"إي", "E"},    {"اي", "EAI"},   {"أي", "EAI"}, {"إف", "F"},   {"اف", "F"},  {"أف", "F"},
    {"جي", "GJ"},   {"إتش", "H"},    {"اتش", "H"},  {"إيتش", "H"}, {"آي", "I"},  {"جيه", "J"},
    {"جاي", "J"},   {"كيه", "K"},    {"كي", "K"},   {"كاي", "K"},  {"إل", "L"},  {"ال", "L"},
    {"إم", "M"},    {"ام", "M"},     {"أم", "M"},   {"إن", "N"},   {"ان", "N"},  {"أن", "N"},
    {"أو", "O"},    {"او", "O"},     {"كيو", "Q"},  {"آر", "R"},   {"ار", "R"},  {"أر", "R"},
    {"إس", "S"},    {"اس", "S"},     {"أس", "S"},   {"تي", "T"},   {"يو", "U"},  {"في", "V"},
    {"دبليو", "W"}, {"دابليو", "W"}, {"إكس", "X"},  {"اكس", "X"},  {"واي", "Y"}, {"زد", "Z"},
    {"زي", "Z"},    {"أتش", "H"},    {"ايتش", "H"}, {"أيتش", "H"}, {"أل", "L"},  {"أكس", "X"},
    {"ڤي", "V"},    {"زيد", "Z"},
};

}  // namespace

std::string_view letters_named(std::string_view key) {
  // بى بى سى: Egyptian print leaves the dots of the last letter out.
  constexpr std::string_view kUndotted = "ى";
  std::string dotted;
  if (key.ends_with(kUndotted)) {
    dotted = std::string(key.substr(0, key.size() - kUndotted.size())) + "ي";
    key = dotted;
  }
  static const auto by_name = [] {
    std::unordered_map<std::string_view, std::string_view> map;
    for (const LetterName& letter : kNames) map.emplace(letter.name, letter.letters);
    return map;
  }();
  const auto found = by_name.find(key);
  return found == by_name.end() ? std::string_view() : found->second;
}

std::string_view letters_named_after_clitic(std::string_view key) {
  if (const auto letters = letters_named(key); !letters.empty()) return letters;
  for (const std::string_view clitic :
       {"و", "ف", "ل", "ب", "ك", "ال", "لل", "وال", "بال", "ول", "وب"}) {
    if (!key.starts_with(clitic)) continue;
    if (const auto letters = letters_named(key.substr(clitic.size())); !letters.empty()) {
      return letters;
    }
  }
  return {};
}

}  // namespace mizan
