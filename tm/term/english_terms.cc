#include "tm/term/english_terms.h"

#include <algorithm>
#include <array>
#include <utility>

#include "tm/base/utf8.h"
#include "tm/lang/english_morphology.h"
#include "tm/term/english_fit.h"
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
  replace(u"zzes", u"z");
  replace(u"ves", u"f");
  replace(u"ves", u"fe");
  for (const Words ending : {u"ses", u"xes", u"zes", u"ches", u"shes", u"oes"}) {
    if (plural.ends_with(ending)) replace(u"es", u"");
  }
  replace(u"s", u"");
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
  stored.month = atoms.size() == 1 && is_month(atoms.front().key) && names_month(entry);
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

}  // namespace mizan
