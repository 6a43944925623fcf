#include "tm/term/arabic_evidence.h"

#include <algorithm>

#include "tm/base/utf8.h"
#include "tm/lang/broken_plurals.h"
#include "tm/term/arabic_readings.h"

namespace mizan {
namespace {

const char* ending_name(const Atom& atom, const Reading& reading) {
  switch (reading.ending) {
    case Ending::kAlef:
      return atom.tanwin_fath ? "tanwin" : "accusative or dual ا";
    case Ending::kHeh: {
      const bool pronoun = atom.marks.ends_with(u'ه') && reading.enclitic < 0 && !reading.article;
      return pronoun ? "pronoun ه" : "feminine";
    }
    case Ending::kYeh:
      return "construct plural or dual ي, or pronoun ي";
    case Ending::kWaw:
      return "construct plural و";
    case Ending::kAn:
    case Ending::kTan:
      return "dual";
    case Ending::kYn:
      return "plural or dual ين";
    case Ending::kWn:
      return "plural ون";
    case Ending::kAt:
    case Ending::kAtOfAlef:
      return "plural ات";
    case Ending::kOpenTeh:
      return "ت for ة";
    case Ending::kMasculine:
      return "masculine";
    case Ending::kDroppedYeh:
      return "dropped ي";
    case Ending::kNisba:
      return "nisba adjective";
    case Ending::kRoot:
      return "same root";
    default:
      return "";
  }
}

// The lowest rung of the folding ladder on which the letters of text and term meet.
const char* folding_rung(const Atom& atom, const TermWord& word, const Reading& reading) {
  const std::u16string_view letters = std::u16string_view(atom.marks).substr(reading.offset);
  bool alef = false;
  bool hamza = false;
  bool yeh = false;
  bool teh = false;
  for (std::size_t i = 0; i < std::min<std::size_t>(reading.kept, word.marks.size()); ++i) {
    if (letters[i] == word.marks[i] || word.variant == Variant::kSingular) continue;
    const char16_t key = key_letter(letters[i]);
    alef = alef || key == u'ا';
    hamza = hamza || key == u'ء';
    yeh = yeh || key == u'ي';
    teh = teh || key == u'ه';
  }
  if (teh) return "teh-marbuta";
  if (yeh) return "yeh";
  if (hamza) return "hamza";
  if (alef) return "alef";
  const bool marks = atom.end - atom.begin > atom.marks.size() * 2;
  return marks && reading.ending != Ending::kAlef ? "marks" : "";
}

}  // namespace

std::string arabic_evidence(const Atom& atom, const TermWord& word, const Reading& reading) {
  if (atom.kind != AtomKind::kArabic) return {};
  std::string text;
  const auto part = [&](const std::string& words) {
    if (!text.empty()) text += ", ";
    text += words;
  };
  std::string clitic;
  const auto join = [&](const std::string& letters) {
    if (!clitic.empty()) clitic += "+";
    clitic += letters;
  };
  const auto letter = [](char16_t c) {
    std::string utf8;
    append_utf8(utf8, c);
    return utf8;
  };
  if (reading.question) join("أ");
  if (reading.conjunction != 0 && word.conjunction == 0) join(letter(reading.conjunction));
  if (reading.preposition != 0 && word.preposition == 0) join(letter(reading.preposition));
  if (reading.article && !word.article) join("ال");
  if (!clitic.empty()) part("clitic " + clitic);
  if (word.article && !reading.article && !word.marks.starts_with(u'ل')) part("without ال");
  if (reading.enclitic >= 0) {
    std::u32string pronoun;
    for (const char16_t c : kEnclitics[static_cast<std::size_t>(reading.enclitic)]) pronoun += c;
    part("pronoun " + to_utf8(pronoun));
  }
  if (word.variant == Variant::kSingular && reading.ending == Ending::kNone)
    part("singular of the plural");
  if (word.variant == Variant::kGlued) part("written as one word");
  if (word.variant == Variant::kLoose) part("transliteration spelled otherwise");
  if (word.variant == Variant::kListed) part("listed form");
  if (reading.ending == Ending::kBroken) {
    const BrokenPlural& row = broken_plural(reading.plural_row);
    part(is_listed(row) ? "broken plural" : "broken plural (pattern " + pattern_name(row) + ")");
  } else if (const char* ending = ending_name(atom, reading); *ending != '\0') {
    part(ending);
  }
  if (word.variant == Variant::kLoose || reading.kept == 0) return text;
  if (const char* rung = folding_rung(atom, word, reading); *rung != '\0') {
    part(std::string("folding: ") + rung);
  }
  return text;
}

}  // namespace mizan
