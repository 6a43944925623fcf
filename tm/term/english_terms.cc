#include "tm/term/english_terms.h"

#include <algorithm>
#include <array>
#include <utility>

#include "tm/base/utf8.h"
#include "tm/lang/english_morphology.h"
#include "tm/term/gloss.h"

namespace mizan {
namespace {

using Words = std::u16string_view;
using Form = std::pair<Words, Words>;

// Plurals that no rule gives, with their singulars. Sorted.
constexpr Form kIrregularPlurals[] = {{u"algae", u"alga"},
                                      {u"alumni", u"alumnus"},
                                      {u"analyses", u"analysis"},
                                      {u"antennae", u"antenna"},
                                      {u"appendices", u"appendix"},
                                      {u"axes", u"axis"},
                                      {u"bacilli", u"bacillus"},
                                      {u"bacteria", u"bacterium"},
                                      {u"bases", u"basis"},
                                      {u"cacti", u"cactus"},
                                      {u"calves", u"calf"},
                                      {u"children", u"child"},
                                      {u"crises", u"crisis"},
                                      {u"criteria", u"criterion"},
                                      {u"curricula", u"curriculum"},
                                      {u"data", u"datum"},
                                      {u"diagnoses", u"diagnosis"},
                                      {u"elves", u"elf"},
                                      {u"emphases", u"emphasis"},
                                      {u"feet", u"foot"},
                                      {u"foci", u"focus"},
                                      {u"formulae", u"formula"},
                                      {u"fungi", u"fungus"},
                                      {u"geese", u"goose"},
                                      {u"genera", u"genus"},
                                      {u"halves", u"half"},
                                      {u"hooves", u"hoof"},
                                      {u"hypotheses", u"hypothesis"},
                                      {u"indices", u"index"},
                                      {u"knives", u"knife"},
                                      {u"larvae", u"larva"},
                                      {u"leaves", u"leaf"},
                                      {u"lice", u"louse"},
                                      {u"lives", u"life"},
                                      {u"loaves", u"loaf"},
                                      {u"loci", u"locus"},
                                      {u"matrices", u"matrix"},
                                      {u"media", u"medium"},
                                      {u"memoranda", u"memorandum"},
                                      {u"metastases", u"metastasis"},
                                      {u"mice", u"mouse"},
                                      {u"nuclei", u"nucleus"},
                                      {u"oases", u"oasis"},
                                      {u"ova", u"ovum"},
                                      {u"oxen", u"ox"},
                                      {u"parentheses", u"parenthesis"},
                                      {u"people", u"person"},
                                      {u"phenomena", u"phenomenon"},
                                      {u"prognoses", u"prognosis"},
                                      {u"prostheses", u"prosthesis"},
                                      {u"radii", u"radius"},
                                      {u"referenda", u"referendum"},
                                      {u"scarves", u"scarf"},
                                      {u"selves", u"self"},
                                      {u"shelves", u"shelf"},
                                      {u"spectra", u"spectrum"},
                                      {u"stimuli", u"stimulus"},
                                      {u"strata", u"stratum"},
                                      {u"syllabi", u"syllabus"},
                                      {u"symposia", u"symposium"},
                                      {u"synopses", u"synopsis"},
                                      {u"teeth", u"tooth"},
                                      {u"theses", u"thesis"},
                                      {u"thieves", u"thief"},
                                      {u"vertebrae", u"vertebra"},
                                      {u"vertices", u"vertex"},
                                      {u"viscera", u"viscus"},
                                      {u"wives", u"wife"},
                                      {u"wolves", u"wolf"}};
static_assert(std::ranges::is_sorted(kIrregularPlurals));

// Whole words, then parts, in British and American spelling (Oxford Style Manual, ch. 21).
constexpr Form kSpellings[] = {
    {u"aluminium", u"aluminum"}, {u"cheque", u"check"},        {u"drivethru", u"drivethrough"},
    {u"gaol", u"jail"},          {u"grey", u"gray"},           {u"judgement", u"judgment"},
    {u"mould", u"mold"},         {u"plough", u"plow"},         {u"programme", u"program"},
    {u"sceptic", u"skeptic"},    {u"sceptical", u"skeptical"}, {u"storey", u"story"},
    {u"sulphur", u"sulfur"},     {u"thru", u"through"},        {u"tyre", u"tire"}};
constexpr Form kSpellingParts[] = {
    {u"anaem", u"anem"},         {u"anaesth", u"anesth"},     {u"archaeo", u"archeo"},
    {u"diarrhoea", u"diarrhea"}, {u"foet", u"fet"},           {u"gynaec", u"gynec"},
    {u"haem", u"hem"},           {u"leukaem", u"leukem"},     {u"manoeuvr", u"maneuver"},
    {u"mediaev", u"mediev"},     {u"oedem", u"edem"},         {u"oesoph", u"esoph"},
    {u"oestr", u"estr"},         {u"orthopaed", u"orthoped"}, {u"paed", u"ped"}};
constexpr Form kSpellingEndings[] = {{u"isation", u"ization"}, {u"isations", u"izations"},
                                     {u"ise", u"ize"},         {u"ised", u"ized"},
                                     {u"ising", u"izing"},     {u"iser", u"izer"},
                                     {u"isers", u"izers"},     {u"ises", u"izes"},
                                     {u"yse", u"yze"},         {u"yser", u"yzer"},
                                     {u"our", u"or"},          {u"ours", u"ors"},
                                     {u"oured", u"ored"},      {u"ouring", u"oring"},
                                     {u"tre", u"ter"},         {u"tres", u"ters"},
                                     {u"ogue", u"og"},         {u"ogues", u"ogs"},
                                     {u"ence", u"ense"},       {u"ences", u"enses"},
                                     {u"elled", u"eled"},      {u"elling", u"eling"},
                                     {u"eller", u"eler"},      {u"ellers", u"elers"},
                                     {u"ellor", u"elor"},      {u"ellors", u"elors"},
                                     {u"ourable", u"orable"},  {u"ourite", u"orite"}};

constexpr std::array<Words, 20> kParticles = {u"about", u"across",  u"after", u"around", u"away",
                                              u"back",  u"by",      u"down",  u"in",     u"into",
                                              u"off",   u"on",      u"out",   u"over",   u"thru",
                                              u"to",    u"through", u"under", u"up",     u"with"};

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

std::string ascii(Words word) {
  std::string text;
  for (const char16_t c : word) append_utf8(text, c);
  return text;
}

// Where derivations of one stem meet.
std::u16string stem_key(Words word) {
  const std::string stem = english_stem(ascii(word));
  std::u16string key(1, u'^');
  key.append(stem.begin(), stem.end());
  return key;
}

// Calls `visit` for every word that `plural` could be the plural of.
template <typename Visit>
void visit_english_singulars(Words plural, const Visit& visit) {
  const auto irregular = std::ranges::lower_bound(kIrregularPlurals, plural, {}, &Form::first);
  if (irregular != std::end(kIrregularPlurals) && irregular->first == plural) {
    visit(irregular->second);
  }
  const auto replace = [&](Words ending, Words by) {
    if (plural.size() < ending.size() + 2 || !plural.ends_with(ending)) return;
    std::u16string singular(plural.substr(0, plural.size() - ending.size()));
    singular += by;
    visit(Words(singular));
  };
  replace(u"men", u"man");
  replace(u"children", u"child");
  if (!plural.ends_with(u's') || plural.ends_with(u"ss")) return;
  replace(u"ies", u"y");
  replace(u"ves", u"f");
  replace(u"ves", u"fe");
  for (const Words ending : {u"ses", u"xes", u"zes", u"ches", u"shes", u"oes"}) {
    if (plural.ends_with(ending)) replace(u"es", u"");
  }
  replace(u"s", u"");
}

bool is_capital(const Atom* atom) {
  return atom != nullptr && atom->kind == AtomKind::kLatin &&
         atom->letter_case != LetterCase::kLower;
}

constexpr std::size_t kMostWords = 200;

}  // namespace

std::u16string english_key(std::u16string_view lower) {
  std::u16string key(lower);
  if (key.size() < 4) return key;
  for (const Form& form : kSpellings) {
    if (key == form.first) return std::u16string(form.second);
    if (key.size() == form.first.size() + 1 && key.back() == u's' && key.starts_with(form.first)) {
      return std::u16string(form.second) + u's';
    }
  }
  const bool digraph = key.find(u"ae") != key.npos || key.find(u"oe") != key.npos;
  for (const Form& form : kSpellingParts) {
    if (!digraph) break;
    if (const std::size_t at = key.find(form.first); at != key.npos) {
      key.replace(at, form.first.size(), form.second);
    }
  }
  for (const Form& form : kSpellingEndings) {
    if (key.size() >= form.first.size() + 2 && key.ends_with(form.first)) {
      key.replace(key.size() - form.first.size(), form.first.size(), form.second);
      break;
    }
  }
  return key;
}

namespace {

bool names_month(const TermConcept& entry) {
  constexpr std::array<std::string_view, 11> kMonths = {
      "مايو", "أيار", "مارس", "آذار", "أبريل", "إبريل", "نيسان", "يونيو", "حزيران", "أغسطس", "آب"};
  return std::ranges::any_of(entry.terms, [&](const Term& term) {
    return std::ranges::any_of(
        kMonths, [&](std::string_view month) { return term.text.find(month) != term.text.npos; });
  });
}

// The words of a text as a path.
struct Path {
  std::vector<std::u16string> stems;
  std::vector<TermWord> words;
  std::u16string glued;
  bool letters_only = true;
};

Path path_of(std::span<const Atom> atoms, const Term& term) {
  Path path;
  for (const Atom& atom : atoms) {
    TermWord word;
    word.marks = atom.marks;
    word.letter_case = atom.letter_case;
    word.case_sensitive = term.case_sensitive;
    word.name = atom.letter_case != LetterCase::kLower;
    path.letters_only = path.letters_only && atom.kind == AtomKind::kLatin;
    path.glued += atom.marks;
    path.stems.push_back(english_key(atom.key));
    path.words.push_back(std::move(word));
  }
  return path;
}

// Cited in the plural, met in the singular: the last word, which is the head.
void add_english_singulars(std::uint32_t term, const Path& path, Words head,
                           CompiledTerms& compiled) {
  if (path.words.back().letter_case != LetterCase::kLower || head.size() <= 3) return;
  int added = 0;
  visit_english_singulars(head, [&](Words singular) {
    if (singular.size() < 3 || added == 2) return;
    std::vector<std::u16string> stems = path.stems;
    std::vector<TermWord> words = path.words;
    stems.back() = english_key(singular);
    words.back().variant = Variant::kSingular;
    words.back().marks = std::u16string(singular);
    compiled.add_sequence(term, stems, words);
    ++added;
  });
}

void add_english_relatives(std::uint32_t term, const Path& path, Words only,
                           CompiledTerms& compiled) {
  if (path.words.size() > 1) {
    compiled.add_sequence(term, {path.stems.back()}, {path.words.back()}, true);
  } else if (!path.words.front().name && path.letters_only && only.size() > 3) {
    TermWord word = path.words.front();
    word.variant = Variant::kRoot;
    compiled.add_sequence(term, {stem_key(only)}, {word});
  }
}

}  // namespace

void compile_english_term(const CompiledTerm& term, const TermConcept& entry, Relatives relatives,
                          CompiledTerms& compiled) {
  const Term& cited = entry.terms[term.term];
  const std::vector<Atom> atoms = split_atoms(gloss_core(cited.text));
  if (atoms.empty() || atoms.size() > kMostWords) return;
  const auto number = static_cast<std::uint32_t>(compiled.terms.size());
  CompiledTerm& stored = compiled.terms.emplace_back(term);
  stored.words = static_cast<std::uint8_t>(atoms.size());
  stored.particle = atoms.size() > 1 && atoms.back().before == Gap::kHyphen &&
                    contains(kParticles, atoms.back().key);
  stored.month =
      atoms.size() == 1 && contains(kMonthsAsWords, atoms.front().key) && names_month(entry);
  const Path path = path_of(atoms, cited);
  compiled.add_sequence(number, path.stems, path.words);
  if (atoms.size() > 1 && atoms.size() <= 3 && path.letters_only && path.glued.size() >= 5) {
    TermWord word = path.words.front();
    word.marks = path.glued;
    word.variant = Variant::kGlued;
    compiled.add_sequence(number, {english_key(path.glued)}, {word});
  }
  add_english_singulars(number, path, atoms.back().key, compiled);
  for (const std::string& form : cited.forms) {
    const std::vector<Atom> listed = split_atoms(form);
    if (listed.empty() || listed.size() > kMostWords) continue;
    Path other = path_of(listed, cited);
    for (TermWord& word : other.words) word.variant = Variant::kListed;
    compiled.add_sequence(number, other.stems, other.words);
  }
  if (relatives == Relatives::kInclude) {
    add_english_relatives(number, path, atoms.front().key, compiled);
  }
}

std::vector<Reading> read_english(std::span<const Atom> atoms, std::size_t at, const TermTrie& trie,
                                  Relatives relatives) {
  std::vector<Reading> readings;
  const auto add = [&](Words stem, Ending ending, std::uint8_t count, bool related) {
    const std::uint32_t id = trie.find(stem);
    if (id == TermTrie::kNone) return;
    Reading reading;
    reading.stem = id;
    reading.ending = ending;
    reading.atoms = count;
    reading.related = related;
    readings.push_back(reading);
  };
  const auto add_numbers = [&](Words key, std::uint8_t count) {
    add(english_key(key), Ending::kNone, count, false);
    visit_english_singulars(
        key, [&](Words singular) { add(english_key(singular), Ending::kPlural, count, false); });
  };
  const Atom& atom = atoms[at];
  if (atom.kind != AtomKind::kLatin) {
    add(atom.key, Ending::kNone, 1, false);
    return readings;
  }
  add_numbers(atom.key, 1);
  if (at + 1 < atoms.size() && atoms[at + 1].kind == AtomKind::kLatin && !atom.possessive) {
    const Atom& next = atoms[at + 1];
    const bool spaced = next.before == Gap::kSpace && atom.key.size() > 2 && next.key.size() > 2 &&
                        !contains(kParticles, next.key);
    if (next.before == Gap::kHyphen || spaced) add_numbers(atom.key + next.key, 2);
  }
  if (relatives == Relatives::kInclude && atom.key.size() > 3) {
    add(stem_key(atom.key), Ending::kRoot, 1, true);
  }
  std::ranges::sort(readings, {}, &Reading::stem);
  return readings;
}

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
  const Atom* after = word_after(at);
  if (term.words == 1 && word.letter_case == LetterCase::kLower) {
    return noun_score(reading, at, before, after);
  }
  if (term.words > 1 || !contains(kMonthsAsWords, word.marks) || term.month ||
      word.letter_case == LetterCase::kLower)
    return 1;
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
