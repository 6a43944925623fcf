#include "tm/term/gloss.h"

#include <algorithm>
#include <array>
#include <string>

#include "tm/base/ascii.h"

namespace mizan {
namespace {

// English nouns for persons that their ending does not give away (the endings are below).
constexpr auto kPersonNouns = std::to_array<std::string_view>(
    {"academic",      "accused",      "activist",    "actor",        "addict",
     "adult",         "adversary",    "advocate",    "agent",        "aide",
     "ally",          "amateur",      "ambassador",  "analyst",      "ancestor",
     "apprentice",    "artist",       "athlete",     "attorney",     "author",
     "baby",          "bachelor",     "baron",       "bishop",       "boss",
     "boy",           "bride",        "brother",     "cadet",        "caliph",
     "candidate",     "captain",      "captive",     "cardinal",     "casualty",
     "chair",         "chairman",     "champion",    "chief",        "child",
     "citizen",       "civilian",     "cleric",      "clerk",        "client",
     "coach",         "colleague",    "colonel",     "comic",        "companion",
     "comrade",       "consul",       "convict",     "cook",         "corporal",
     "correspondent", "cousin",       "crew",        "criminal",     "critic",
     "customer",      "dead",         "deceased",    "delegate",     "deputy",
     "descendant",    "detective",    "diplomat",    "director",     "dissident",
     "doctor",        "driver",       "editor",      "emir",         "enemy",
     "envoy",         "executive",    "expatriate",  "expert",       "fan",
     "father",        "fellow",       "fisherman",   "foreigner",    "freshman",
     "friend",        "fugitive",     "general",     "genius",       "gentleman",
     "girl",          "governor",     "graduate",    "groom",        "guard",
     "guest",         "guide",        "head",        "heir",         "hero",
     "host",          "hostage",      "human",       "husband",      "imam",
     "individual",    "infant",       "injured",     "inmate",       "intellectual",
     "intern",        "invalid",      "journalist",  "judge",        "juror",
     "kid",           "killed",       "kin",         "king",         "lady",
     "lieutenant",    "lord",         "major",       "man",          "marshal",
     "martyr",        "mayor",        "mechanic",    "member",       "midwife",
     "militant",      "minister",     "minor",       "missing",      "monarch",
     "monk",          "mother",       "muslim",      "nanny",        "native",
     "neighbour",     "nephew",       "newborn",     "newlywed",     "nobleman",
     "nominee",       "novice",       "nurse",       "official",     "opponent",
     "oracle",        "orator",       "orphan",      "participant",  "partner",
     "passenger",     "pastor",       "patient",     "patriot",      "peasant",
     "people",        "person",       "personality", "physician",    "pilgrim",
     "pilot",         "pirate",       "plaintiff",   "poet",         "police officer",
     "pope",          "premier",      "president",   "priest",       "prince",
     "principal",     "professional", "professor",   "prophet",      "radical",
     "rebel",         "recruit",      "refugee",     "relative",     "representative",
     "resident",      "respondent",   "retired",     "rival",        "saint",
     "sceptic",       "scholar",      "scientist",   "secretary",    "servant",
     "sheikh",        "sibling",      "sister",      "skeptic",      "sniper",
     "soldier",       "solicitor",    "son",         "spokesperson", "spouse",
     "spy",           "student",      "sultan",      "superior",     "survivor",
     "suspect",       "teen",         "tenant",      "terrorist",    "thief",
     "toddler",       "tourist",      "tyrant",      "unemployed",   "vet",
     "veteran",       "victim",       "villain",     "virgin",       "volunteer",
     "widow",         "wife",         "witness",     "wizard",       "woman",
     "worker",        "wounded",      "youth"});
static_assert(std::ranges::is_sorted(kPersonNouns));

// Nouns with an ending of persons that name things.
constexpr auto kThings = std::to_array<std::string_view>(
    {"abdomen",        "access",      "address",     "amen",        "anger",       "answer",
     "antidepressant", "antioxidant", "assist",      "awareness",   "barrier",     "beer",
     "blindness",      "border",      "buffer",      "bumper",      "business",    "butter",
     "cancer",         "carrier",     "center",      "chapter",     "character",   "charter",
     "cluster",        "coffee",      "color",       "committee",   "computer",    "congress",
     "constant",       "coolant",     "copper",      "corner",      "corridor",    "counter",
     "covenant",       "cover",       "crater",      "cylinder",    "danger",      "darkness",
     "decor",          "decree",      "degree",      "deodorant",   "dinner",      "disaster",
     "disinfectant",   "disorder",    "door",        "dress",       "elephant",    "elevator",
     "encounter",      "error",       "escalator",   "excess",      "express",     "exterior",
     "factor",         "favor",       "feather",     "fee",         "fervor",      "fever",
     "fiber",          "filter",      "finger",      "fist",        "fitness",     "floor",
     "flower",         "fodder",      "folder",      "fortress",    "freezer",     "frontier",
     "furor",          "gender",      "ginger",      "glacier",     "glamor",      "grant",
     "guarantee",      "happiness",   "harbor",      "helicopter",  "holder",      "honor",
     "horror",         "humor",       "hunger",      "hydrant",     "illness",     "incubator",
     "indicator",      "interior",    "jubilee",     "knee",        "ladder",      "laser",
     "layer",          "leather",     "letter",      "levee",       "lever",       "liquor",
     "list",           "litter",      "liver",       "lower",       "manner",      "marker",
     "matter",         "mattress",    "mess",        "metaphor",    "meteor",      "meter",
     "mirror",         "mist",        "monitor",     "motor",       "mower",       "murder",
     "number",         "offer",       "omen",        "order",       "oyster",      "painkiller",
     "paper",          "parameter",   "pedigree",    "pennant",     "pepper",      "pier",
     "plant",          "pointer",     "pollutant",   "poster",      "powder",      "power",
     "prayer",         "press",       "printer",     "process",     "processor",   "progress",
     "projector",      "propeller",   "proper",      "quarter",     "reactor",     "recess",
     "regimen",        "register",    "restaurant",  "river",       "router",      "rubber",
     "rumor",          "sanitizer",   "scanner",     "screwdriver", "sealant",     "sector",
     "sensor",         "server",      "shelter",     "shoulder",    "shower",      "shutter",
     "sickness",       "silver",      "slaughter",   "slider",      "slipper",     "specimen",
     "spider",         "splinter",    "spree",       "stamen",      "sticker",     "stress",
     "success",        "summer",      "super",       "supper",      "surrender",   "tenor",
     "terror",         "theater",     "thermometer", "thunder",     "tiger",       "timber",
     "tower",          "tractor",     "trailer",     "transfer",    "transformer", "transistor",
     "tree",           "trigger",     "tumor",       "twist",       "upper",       "vapor",
     "variant",        "vector",      "ventilator",  "vigor",       "wafer",       "waist",
     "want",           "warrant",     "water",       "weakness",    "weather",     "wilderness",
     "winter",         "wonder",      "wrist",       "zipper"});
static_assert(std::ranges::is_sorted(kThings));

// Peoples and creeds that no ending gives away.
constexpr auto kPeoples = std::to_array<std::string_view>(
    {"afghan",   "arab",      "briton", "croat",  "czech",   "dane",  "druze", "finn",    "german",
     "greek",    "gypsy",     "houthi", "iraqi",  "israeli", "jew",   "kurd",  "kuwaiti", "muslim",
     "omani",    "pakistani", "pole",   "qatari", "saudi",   "scot",  "serb",  "shiite",  "slav",
     "spaniard", "sunni",     "swede",  "tuareg", "turk",    "yemeni"});
static_assert(std::ranges::is_sorted(kPeoples));

constexpr std::array<std::string_view, 11> kPersonEndings = {
    "er", "or", "ist", "ian", "ee", "man", "woman", "ant", "ess", "ier", "eur"};

constexpr std::array<std::string_view, 12> kAdjectiveEndings = {
    "ive", "ous", "ful", "less", "able", "ible", "ical", "ial", "ed", "ic", "ary", "ly"};

constexpr std::array<std::string_view, 41> kAdjectives = {
    "active",   "acute",  "best",   "big",    "black",   "blue",   "brave", "bright", "cold",
    "deep",     "early",  "fast",   "first",  "free",    "full",   "great", "green",  "heavy",
    "high",     "hot",    "large",  "lethal", "local",   "long",   "low",   "mild",   "mutant",
    "national", "new",    "novel",  "old",    "private", "public", "red",   "severe", "short",
    "small",    "strong", "urgent", "white",  "young"};
static_assert(std::ranges::is_sorted(kAdjectives));

constexpr std::array<std::string_view, 10> kIrregularPlurals = {
    "children", "data", "forces", "media", "men", "mice", "people", "personnel", "police", "women"};

bool contains(const auto& sorted, std::string_view word) {
  return std::ranges::binary_search(sorted, word);
}

bool ends_with_any(std::string_view word, const auto& endings) {
  return std::ranges::any_of(endings, [&](std::string_view ending) {
    return word.size() > ending.size() + 2 && word.ends_with(ending);
  });
}

bool is_person(std::string_view noun) {
  if (contains(kPersonNouns, noun)) return true;
  return ends_with_any(noun, kPersonEndings) && !contains(kThings, noun);
}

bool is_people(std::string_view noun) {
  constexpr std::array<std::string_view, 5> kEndings = {"ian", "ean", "ese", "ish", "can"};
  return contains(kPeoples, noun) || ends_with_any(noun, kEndings);
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// The head of an English noun phrase: the last word before "of", "for", "in" and the like.
std::string_view head_of(std::string_view phrase) {
  for (const std::string_view link :
       {" of ", " for ", " in ", " to ", " from ", " with ", " on "}) {
    if (const std::size_t at = phrase.find(link); at != phrase.npos) phrase = phrase.substr(0, at);
  }
  const std::size_t space = phrase.rfind(' ');
  return space == phrase.npos ? phrase : phrase.substr(space + 1);
}

bool is_plural(std::string_view head) {
  if (std::ranges::find(kIrregularPlurals, head) != kIrregularPlurals.end()) return true;
  if (head.size() < 4 || !head.ends_with('s')) return false;
  for (const std::string_view ending :
       {"ss", "us", "is", "ics", "news", "series", "species", "diabetes", "measles"}) {
    if (head.ends_with(ending)) return false;
  }
  return true;
}

std::string singular(std::string_view head) {
  if (head.ends_with("ies")) return std::string(head.substr(0, head.size() - 3)) + "y";
  if (is_plural(head) && head.ends_with('s')) return std::string(head.substr(0, head.size() - 1));
  return std::string(head);
}

// Consonants by sound class; '?' may be K or S, '*' is skipped.
void append_latin_class(std::string& classes, std::string_view word, std::size_t i) {
  const char c = word[i];
  const char next = i + 1 < word.size() ? word[i + 1] : '\0';
  char sound = '*';
  switch (c) {
    case 'b':
      sound = 'B';
      break;
    case 'p':
      sound = next == 'h' ? 'F' : 'B';
      break;
    case 'f':
    case 'v':
      sound = 'F';
      break;
    case 't':
      sound = 'T';
      break;
    case 'd':
      sound = 'D';
      break;
    case 'z':
      sound = 'S';
      break;
    case 's':
      sound = 'S';
      break;
    case 'c':
      sound = '?';
      break;
    case 'g':
    case 'j':
    case 'k':
    case 'q':
      sound = 'K';
      break;
    case 'x':
      classes += 'K';
      sound = 'S';
      break;
    case 'l':
      sound = 'L';
      break;
    case 'm':
      sound = 'M';
      break;
    case 'n':
      sound = 'N';
      break;
    case 'r':
      sound = 'R';
      break;
    default:
      break;
  }
  if (sound != '*' && (classes.empty() || classes.back() != sound)) classes += sound;
}

std::string latin_classes(std::string_view word) {
  std::string classes;
  for (std::size_t i = 0; i < word.size(); ++i) append_latin_class(classes, word, i);
  return classes;
}

char arabic_class(char16_t c) {
  switch (c) {
    case u'ب':
    case u'پ':
      return 'B';
    case u'ف':
    case u'ڤ':
      return 'F';
    case u'ت':
    case u'ط':
    case u'ث':
      return 'T';
    case u'د':
    case u'ض':
      return 'D';
    case u'ذ':
    case u'ز':
    case u'ظ':
    case u'س':
    case u'ص':
    case u'ش':
      return 'S';
    case u'ج':
    case u'غ':
    case u'ق':
    case u'ك':
    case u'خ':
    case u'گ':
    case u'چ':
      return 'K';
    case u'ل':
      return 'L';
    case u'م':
      return 'M';
    case u'ن':
      return 'N';
    case u'ر':
      return 'R';
    default:
      return '*';
  }
}

bool class_equal(char a, char b) { return a == b || (b == '?' && (a == 'K' || a == 'S')); }

// Equal but for one class inserted, deleted or replaced when the frame is long.
bool frames_agree(std::string_view a, std::string_view b) {
  std::size_t begin = 0;
  while (begin < a.size() && begin < b.size() && class_equal(a[begin], b[begin])) ++begin;
  std::size_t end_a = a.size();
  std::size_t end_b = b.size();
  while (end_a > begin && end_b > begin && class_equal(a[end_a - 1], b[end_b - 1]))
    --end_a, --end_b;
  const std::size_t rest = std::max(end_a - begin, end_b - begin);
  return rest == 0 || (rest == 1 && std::max(a.size(), b.size()) >= 4 && begin > 0);
}

void add_frames(Gloss& gloss, std::string_view phrase) {
  while (!phrase.empty()) {
    const std::size_t end = std::min(phrase.find_first_of(" -"), phrase.size());
    gloss.frames.emplace_back(latin_classes(phrase.substr(0, end)), end);
    phrase.remove_prefix(std::min(end + 1, phrase.size()));
  }
}

}  // namespace

std::string_view gloss_core(std::string_view english) {
  for (const std::string_view article : {"the ", "The ", "a ", "an "}) {
    if (english.starts_with(article)) english.remove_prefix(article.size());
  }
  if (const std::size_t open = english.find(" ("); open != english.npos && open > 0) {
    english = english.substr(0, open);
  }
  while (english.ends_with(' ')) english.remove_suffix(1);
  return english;
}

Gloss read_gloss(const TermConcept& entry, Capitals capitals) {
  Gloss gloss;
  for (const Term& term : entry.terms) {
    if (term.language != Language::kEnglish) continue;
    const std::string_view core = gloss_core(term.text);
    if (core.empty()) continue;
    const std::string folded = ascii_lower(core);
    add_frames(gloss, folded);
    if (!is_approved(term.status)) continue;
    const std::string_view head = head_of(folded);
    const std::string base = singular(head);
    // al-Qaeda is a name too.
    const bool capital = std::ranges::any_of(core.substr(0, core.find(' ')), is_upper);
    if (!gloss.known) {
      gloss.known = true;
      gloss.name = capital && capitals == Capitals::kTellNames;
    }
    const bool one_word = folded.find(' ') == folded.npos;
    gloss.plural = gloss.plural || (is_plural(head) && !(capital && one_word && gloss.name));
    gloss.person = gloss.person || is_person(base);
    gloss.adjective = gloss.adjective ||
                      (one_word && (contains(kAdjectives, folded) ||
                                    ends_with_any(std::string_view(folded), kAdjectiveEndings)));
    gloss.nationality = gloss.nationality || (capital && is_people(base));
  }
  return gloss;
}

bool is_transliterated(std::u16string_view arabic, const Gloss& gloss) {
  std::string classes;
  for (const char16_t c : arabic) {
    const char sound = arabic_class(c);
    if (sound != '*' && (classes.empty() || classes.back() != sound)) classes += sound;
  }
  if (classes.empty()) return false;
  return std::ranges::any_of(gloss.frames, [&](const auto& frame) {
    // One consonant says little: only a word as short (ماي, May) may match by it.
    const bool comparable = classes.size() > 1 || (frame.second <= 4 && arabic.size() <= 4);
    return comparable && frames_agree(classes, frame.first);
  });
}

}  // namespace mizan
