#include "tm/memory/clitic_key.h"

#include <array>
#include <cstddef>

#include "tm/base/utf8.h"
#include "tm/text/script.h"

namespace mizan {
namespace {

constexpr std::size_t kLettersKept = 3;

// Tried in order; the article before its ل, so that لل goes at once.
constexpr std::array<std::string_view, 8> kProclitics = {"ال", "لل", "و", "ف", "ب", "ك", "ل", "س"};

// Pronouns on the folded form, longest first. ي and ك are left: they end too many stems
// (مصري, شريك) and news seldom says "my" or "your".
constexpr std::array<std::string_view, 8> kEnclitics = {"هما", "كما", "ها", "هم",
                                                        "هن",  "كم",  "نا", "ه"};

}  // namespace

std::string_view clitic_key(std::string_view word) {
  if (word.empty()) return word;
  if (!is_arabic_letter(code_point_at(word, 0).value)) {
    constexpr std::string_view kPossessive = "'s";
    const bool possessive =
        word.ends_with(kPossessive) && word.size() >= kLettersKept + kPossessive.size();
    return possessive ? word.substr(0, word.size() - kPossessive.size()) : word;
  }
  std::size_t letters = count_code_points(word);
  const auto take_off = [&letters](std::string_view affix) {
    const std::size_t size = affix.size() / 2;  // Arabic letters are two bytes
    if (letters < kLettersKept + size) return false;
    letters -= size;
    return true;
  };
  bool found = true;
  while (found) {
    found = false;
    for (const std::string_view proclitic : kProclitics) {
      if (word.starts_with(proclitic) && take_off(proclitic)) {
        word.remove_prefix(proclitic.size());
        found = true;
        break;
      }
    }
  }
  for (const std::string_view enclitic : kEnclitics) {
    if (!word.ends_with(enclitic) || !take_off(enclitic)) continue;
    word.remove_suffix(enclitic.size());
    // مدينته ends like مدينة: the ت that a pronoun brings out goes too, but not that of ات.
    if (word.ends_with("ت") && !word.ends_with("ات") && take_off("ت")) word.remove_suffix(2);
    break;
  }
  return word;
}

}  // namespace mizan
