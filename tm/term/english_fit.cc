#include "tm/term/english_fit.h"

#include <algorithm>
#include <array>
#include <utility>

#include "tm/term/english_terms.h"

namespace mizan {
namespace {

using Words = std::u16string_view;

constexpr std::array<Words, 28> kBeforeNouns = {
    u"a",     u"an",   u"and",     u"any",    u"by",      u"close", u"each",
    u"every", u"for",  u"further", u"good",   u"her",     u"his",   u"its",
    u"no",    u"of",   u"our",     u"proper", u"regular", u"that",  u"the",
    u"their", u"this", u"under",   u"with",   u"without", u"year",  u"your"};

// Given names that are words too.
constexpr std::array<Words, 34> kNamesAndWords = {
    u"art",   u"bill",  u"bob",   u"chase",  u"clay",  u"cliff", u"dawn",   u"drew", u"faith",
    u"frank", u"grace", u"grant", u"guy",    u"heath", u"hope",  u"iris",   u"jack", u"joy",
    u"lance", u"mark",  u"miles", u"nick",   u"pat",   u"penny", u"pierce", u"ray",  u"rich",
    u"rob",   u"rose",  u"ruby",  u"summer", u"wade",  u"ward",  u"will"};

// Words in common use that are acronyms in capitals.
constexpr std::array<Words, 22> kWordsAsAcronyms = {
    u"all", u"am", u"an", u"are", u"as", u"at", u"be", u"can", u"do",  u"he", u"in",
    u"is",  u"it", u"me", u"no",  u"or", u"so", u"to", u"us",  u"was", u"we", u"who"};

// Words that make the next one a verb, and those that make it one behind "to".
constexpr std::array<Words, 26> kBeforeVerbs = {
    u"can",   u"cannot", u"cant",    u"could",  u"couldnt", u"did", u"didnt",
    u"do",    u"does",   u"doesnt",  u"dont",   u"i",       u"let", u"may",
    u"might", u"must",   u"shall",   u"should", u"they",    u"we",  u"will",
    u"wont",  u"would",  u"wouldnt", u"you",    u"shouldnt"};

constexpr std::array<Words, 5> kBeforeVerbsInS = {u"he", u"she", u"it", u"that", u"this"};

constexpr std::array<Words, 23> kAfterVerbs = {
    u"a",   u"an",    u"the",     u"this",   u"these", u"those", u"his",  u"her",
    u"its", u"their", u"our",     u"my",     u"your",  u"him",   u"them", u"us",
    u"it",  u"me",    u"against", u"itself", u"up",    u"to",    u"with"};

// Fixed phrases in which a noun is no noun.
constexpr std::pair<Words, Words> kPhrases[] = {
    {u"lead", u"to"},     {u"leads", u"to"},    {u"all", u"right"},    {u"are", u"right"},
    {u"be", u"right"},    {u"in", u"case"},     {u"is", u"right"},     {u"not", u"right"},
    {u"right", u"after"}, {u"right", u"away"},  {u"right", u"before"}, {u"right", u"here"},
    {u"right", u"now"},   {u"right", u"there"}, {u"thats", u"right"},  {u"was", u"right"},
    {u"were", u"right"}};

constexpr std::array<Words, 5> kMonthsAsWords = {u"april", u"august", u"june", u"march", u"may"};

constexpr std::array<Words, 22> kBeforeMonths = {
    u"and", u"beginning", u"between", u"by",  u"during", u"early", u"end", u"from",
    u"in",  u"last",      u"late",    u"mid", u"next",   u"of",    u"on",  u"since",
    u"th",  u"this",      u"through", u"to",  u"until",  u"till"};

constexpr std::array<Words, 22> kAfterModals = {
    u"all",   u"any", u"god", u"he",    u"i",     u"it",    u"my",   u"not",
    u"our",   u"she", u"the", u"their", u"there", u"these", u"they", u"this",
    u"those", u"we",  u"you", u"your",  u"his",   u"be"};

template <typename Table>
bool contains(const Table& table, Words word) {
  return std::ranges::find(table, word) != std::ranges::end(table);
}

bool is_capital(const Atom* atom) {
  return atom != nullptr && atom->kind == AtomKind::kLatin &&
         atom->letter_case != LetterCase::kLower;
}

}  // namespace

bool is_month(std::u16string_view lower) { return contains(kMonthsAsWords, lower); }

const Atom* EnglishFit::word_before(std::size_t at) const {
  return at > 0 && atoms_[at].before != Gap::kBreak ? &atoms_[at - 1] : nullptr;
}

const Atom* EnglishFit::word_after(std::size_t at) const {
  return at + 1 < atoms_.size() && atoms_[at + 1].before != Gap::kBreak ? &atoms_[at + 1] : nullptr;
}

// Whether the line around the word is in capitals throughout, so that they tell nothing.
bool EnglishFit::among_capitals(std::size_t at) const {
  std::size_t capitals = 0;
  for (const Atom* near : {word_before(at), word_after(at)}) {
    if (near == nullptr || near->kind != AtomKind::kLatin) continue;
    if (near->letter_case != LetterCase::kUpper) return false;
    capitals += near->marks.size() > 1;
  }
  return capitals > 0;
}

// Bill Gates, Bill and Melinda Gates: a common noun that starts a personal name is another word.
double EnglishFit::name_score(std::size_t at) const {
  const Atom* after = word_after(at);
  if (after != nullptr && after->key == u"and") after = word_after(at + 1);
  return is_capital(after) ? 0.25 : 0.8;
}

double EnglishFit::case_score(const TermWord& word, const Reading& reading, std::size_t at,
                              std::size_t count) const {
  const Atom& atom = atoms_[at];
  const LetterCase text = atom.letter_case;
  const std::size_t length = word.marks.size();
  if (word.case_sensitive) {
    // A sentence begins with a capital whatever its first word is.
    const bool opens = text == LetterCase::kTitle && word.letter_case == LetterCase::kLower &&
                       (at == 0 || atom.before == Gap::kBreak);
    return text == word.letter_case || opens ? 1 : 0;
  }
  switch (word.letter_case) {
    case LetterCase::kLower:
      if (text == LetterCase::kUpper && length <= 4 && count == 1 && reading.atoms == 1 &&
          !among_capitals(at) && length > 1) {
        return 0.4;  // an acronym of the same letters
      }
      if (text == LetterCase::kTitle && count == 1 && contains(kNamesAndWords, word.marks)) {
        return name_score(at);
      }
      return 1;
    case LetterCase::kTitle:
      if (text == LetterCase::kTitle || text == LetterCase::kMixed) return 1;
      if (text == LetterCase::kUpper) return length <= 3 && !among_capitals(at) ? 0.5 : 0.95;
      return count > 1 || word.variant == Variant::kGlued ? 0.85 : 0.25;
    case LetterCase::kUpper:
      if (length <= 1) return text == LetterCase::kLower ? 0.5 : 1;
      if (text == LetterCase::kUpper) {
        return among_capitals(at) && !atom.initialism && contains(kWordsAsAcronyms, word.marks)
                   ? 0.3
                   : 1;
      }
      if (text == LetterCase::kMixed) return reading.ending == Ending::kPlural ? 1 : 0.8;
      if (text == LetterCase::kTitle) return length >= 4 || count > 1 ? 0.85 : 0.2;
      return count > 1 ? 0.8 : length >= 5 ? 0.6 : 0.1;
    case LetterCase::kMixed:
      return text == LetterCase::kLower ? (count > 1 ? 0.85 : 0.6) : 0.97;
  }
  return 0;
}

double EnglishFit::score(const TermWord& word, const Reading& reading, std::size_t at,
                         std::size_t index, std::size_t count) const {
  const Atom& atom = atoms_[at];
  if (atom.kind != AtomKind::kLatin) return 1;
  if ((word.variant == Variant::kRoot) != (reading.ending == Ending::kRoot)) return 0;
  if (reading.ending == Ending::kRoot) return 0.6;
  double score = case_score(word, reading, at, count);
  if (word.variant == Variant::kSingular) {
    score *= reading.ending == Ending::kNone ? 0.85 : 0.97;
  } else if (reading.ending == Ending::kPlural) {
    const bool name =
        word.letter_case == LetterCase::kTitle && count == 1 && word.variant != Variant::kGlued;
    score *= name ? 0.4 : index + 1 < count ? 0.9 : 0.98;
  }
  if (reading.atoms > 1) score *= atoms_[at + 1].before == Gap::kHyphen ? 0.95 : 0.8;
  if (reading.atoms > 1 && word.variant == Variant::kGlued)
    return 0;  // its words are a path already
  if (word.variant == Variant::kGlued) score *= 0.93;
  if (atom.possessive && index + 1 == count) score *= 0.99;
  if (english_key(atom.marks) != atom.marks && reading.ending == Ending::kNone &&
      atom.marks != word.marks) {
    score *= 0.97;
  }
  return score;
}

// A term is a noun far more often than a verb; the words around say when the text's word is not.
double EnglishFit::noun_score(const Reading& reading, std::size_t at, const Atom* before,
                              const Atom* after) const {
  const Atom& atom = atoms_[at];
  if (atom.possessive || reading.atoms > 1) return 1;
  for (const auto& [first, second] : kPhrases) {
    if ((before != nullptr && before->key == first && atom.key == second) ||
        (after != nullptr && atom.key == first && after->key == second)) {
      return 0.3;
    }
  }
  if (before == nullptr) return 1;
  if (reading.ending == Ending::kPlural) return contains(kBeforeVerbsInS, before->key) ? 0.35 : 1;
  if (contains(kBeforeVerbs, before->key)) return 0.35;
  if (before->key == u"not") {
    const Atom* auxiliary = word_before(at - 1);
    if (auxiliary != nullptr && contains(kBeforeVerbs, auxiliary->key)) return 0.35;
  }
  const bool infinitive =
      before->key == u"to" && after != nullptr && contains(kAfterVerbs, after->key);
  return infinitive ? 0.35 : 1;
}

double EnglishFit::context_score(const CompiledTerm& term, const TermWord& word,
                                 const Reading& reading, std::size_t at) const {
  const Atom* before = word_before(at);
  if (term.particle && word.variant != Variant::kGlued && reading.atoms == 1) {
    // "to follow up" is a verb, "a follow up" the noun.
    const std::size_t last = at + term.words - 1;
    if (last >= atoms_.size() || atoms_[last].before != Gap::kSpace) return 1;
    return before != nullptr && contains(kBeforeNouns, before->key) ? 0.65 : 0.2;
  }
  if (term.words > 1) return 1;
  const Atom* after = word_after(at);
  const bool month = is_month(word.marks) && !term.month;
  if (word.letter_case == LetterCase::kLower && !(month && is_capital(&atoms_[at]))) {
    return noun_score(reading, at, before, after);
  }
  if (!month) return 1;
  if ((after != nullptr && after->kind == AtomKind::kNumber) ||
      (before != nullptr &&
       (before->kind == AtomKind::kNumber || contains(kBeforeMonths, before->key)) &&
       !is_capital(after) && !atoms_[at].possessive)) {
    return 0.35;
  }
  if (at == 0 && after != nullptr && contains(kAfterModals, after->key)) return 0.3;
  return 1;
}

std::string EnglishFit::describe(const TermWord& word, const Reading& reading,
                                 std::size_t at) const {
  const Atom& atom = atoms_[at];
  std::string text;
  const auto part = [&](const char* words) {
    if (!text.empty()) text += ", ";
    text += words;
  };
  if (atom.kind != AtomKind::kLatin) return text;
  if (word.variant == Variant::kListed) part("listed form");
  if (reading.ending == Ending::kPlural && word.variant != Variant::kSingular) part("plural");
  if (reading.ending == Ending::kNone && word.variant == Variant::kSingular)
    part("singular of the plural");
  if (reading.ending == Ending::kRoot) part("same stem");
  if (atom.possessive) part("possessive");
  if (word.variant == Variant::kGlued) part("written as one word");
  if (reading.atoms > 1) part("written as two words");
  if (atom.initialism) part("full stops");
  if (atom.letter_case != word.letter_case && reading.ending != Ending::kRoot) part("case");
  if (reading.ending == Ending::kNone && reading.atoms == 1 && word.variant == Variant::kCited &&
      atom.marks != word.marks) {
    part("spelling");
  }
  return text;
}

}  // namespace mizan
