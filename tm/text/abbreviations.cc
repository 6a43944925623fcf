#include "tm/text/abbreviations.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "tm/text/normalize.h"

namespace mizan {
namespace {

// All tables: our own, from the style guides' usual lists.

// Before a name, an example or a comparison.
constexpr std::string_view kTitles[] = {
    "Adm",    "Amb",    "Atty", "Brig", "Capt", "Cdr", "Cmdr", "Col",  "Cpl",  "Det",   "Dr",
    "Drs",    "Fr",     "Ft",   "Gen",  "Gens", "Gov", "Govs", "Hon",  "Insp", "Lieut", "Lt",
    "Maj",    "Messrs", "Mlle", "Mme",  "Mr",   "Mrs", "Ms",   "Mt",   "Mx",   "Pfc",   "Pres",
    "Prof",   "Profs",  "Pvt",  "Rep",  "Reps", "Rev", "Sen",  "Sens", "Sgt",  "Spc",   "Supt",
    "approx", "ca",     "cf",   "e.g",  "eg",   "i.e", "ie",   "v",    "viz",  "vs"};

// Companies, days, times, addresses, states, generations: mid-sentence or at its end.
constexpr std::string_view kEither[] = {
    "Ariz", "Assn", "Ave",  "Blvd", "Bros", "Calif", "Co",    "Colo", "Conn", "Corp",
    "Cos",  "Dept", "Dist", "Esq",  "Fla",  "Fri",   "Inc",   "Jr",   "Ky",   "Ltd",
    "Mich", "Minn", "Mon",  "Okla", "Ph.D", "PhD",   "Pty",   "Rd",   "Sat",  "Sr",
    "St",   "Ste",  "Tenn", "Tex",  "Thu",  "Thur",  "Thurs", "Tue",  "Tues", "Univ",
    "Va",   "Wed",  "Wis",  "al",   "dept", "est",   "etc",   "الخ",  "إلخ"};

// Numbered parts, and months: in the midst of a sentence a day or year follows them.
constexpr std::string_view kBeforeNumber[] = {
    "Art", "Arts", "Ch",  "Eq",  "Fig", "Figs", "No",  "Nos", "Op",  "Sec", "Vol",
    "art", "ch",   "fig", "no",  "nos", "p",    "pp",  "sec", "vol", "Apr", "Aug",
    "Dec", "Feb",  "Jan", "Jul", "Jun", "Mar",  "Nov", "Oct", "Sep", "Sept"};

constexpr std::string_view kEnglishOpeners[] = {
    "A",       "About",   "According", "After",   "All",       "Also",    "Although", "Among",
    "An",      "And",     "Another",   "Are",     "As",        "At",      "Because",  "Before",
    "Both",    "But",     "By",        "Can",     "Despite",   "Did",     "Do",       "Does",
    "During",  "Each",    "Earlier",   "Even",    "Every",     "Few",     "For",      "From",
    "Further", "Had",     "Has",       "Have",    "He",        "Her",     "Here",     "His",
    "How",     "However", "I",         "If",      "In",        "Instead", "Is",       "It",
    "Its",     "Last",    "Later",     "Many",    "Meanwhile", "More",    "Moreover", "Most",
    "Much",    "My",      "Neither",   "Nor",     "Not",       "Now",     "Of",       "On",
    "Once",    "One",     "Only",      "Or",      "Other",     "Others",  "Our",      "Over",
    "Perhaps", "Several", "She",       "Since",   "So",        "Some",    "Still",    "Such",
    "Than",    "That",    "The",       "Their",   "Then",      "There",   "These",    "They",
    "This",    "Those",   "Though",    "Through", "Thus",      "To",      "Today",    "Under",
    "Unless",  "Until",   "Was",       "We",      "Were",      "What",    "When",     "Where",
    "Whether", "Which",   "While",     "Who",     "Why",       "With",    "Without",  "Yet",
    "You",     "Your"};

// Folded to the rung kHamza.
constexpr std::string_view kArabicOpeners[] = {
    "اشار",  "اضاف",  "اضافت", "اعلن", "اعلنت", "افاد", "افادت", "اكد",  "اكدت", "اما",  "اوضح",
    "اوضحت", "تابع",  "تابعت", "تم",   "ذكر",   "ذكرت", "ذلك",   "رغم",  "شدد",  "شددت", "صرح",
    "صرحت",  "عندما", "قال",   "قالت", "كما",   "لذلك", "لقد",   "لكن",  "نحن",  "نعم",  "هءلاء",
    "هذا",   "هذه",   "هل",    "هناك", "يبدو",  "يذكر", "يعد",   "يقول", "يمكن"};

// Only behind a conjunction: bare, they go on with a sentence as often.
constexpr std::string_view kArabicConnected[] = {
    "ثم", "في", "مع", "بعد", "قبل", "منذ", "خلال", "ان",  "انا",  "انه", "الا",
    "لا", "لم", "لن", "هو",  "هي",  "هم",  "قد",   "ليس", "ليست", "كان", "كانت"};

// Arabic folded to the rung kHamza.
constexpr std::string_view kSpeechVerbs[] = {
    "added",    "adding",    "agreed",    "announced", "answered",  "argued",   "asked",
    "asks",     "begged",    "called",    "claimed",   "commented", "cried",    "declared",
    "demanded", "exclaimed", "explained", "joked",     "laughed",   "noted",    "pleaded",
    "quipped",  "read",      "recalled",  "remarked",  "replied",   "reported", "reports",
    "said",     "say",       "says",      "screamed",  "shouted",   "stated",   "tells",
    "told",     "tweeted",   "urged",     "warned",    "whispered", "wondered", "wrote",
    "yelled",   "اجاب",      "اجابت",     "اضاف",      "اضافت",     "اوضح",     "اوضحت",
    "تابع",     "تابعت",     "تساءل",     "تساءلت",    "رد",        "ردت",      "سال",
    "سالت",     "صاح",       "صاحت",      "صرخ",       "صرخت",      "علق",      "علقت",
    "غرد",      "غردت",      "قال",       "قالت",      "قالوا",     "كتب",      "كتبت",
    "هتف",      "هتفت",      "هتفوا",     "يتساءل",    "يسال",      "يقول",     "تقول"};

constexpr std::string_view kQuotationTails[] = {"بحسب", "حسب", "حسبما", "كما",
                                                "وذلك", "وفق", "وفقا"};

template <std::size_t n>
bool contains(const std::string_view (&table)[n], std::string_view word) {
  return std::find(std::begin(table), std::end(table), word) != std::end(table);
}

}  // namespace

Abbreviation abbreviation_of(std::string_view word) {
  if (contains(kTitles, word)) return Abbreviation::kTitle;
  if (contains(kEither, word)) return Abbreviation::kEither;
  if (contains(kBeforeNumber, word)) return Abbreviation::kBeforeNumber;
  return Abbreviation::kNone;
}

bool opens_english_sentence(std::string_view word) { return contains(kEnglishOpeners, word); }

bool opens_arabic_sentence(std::string_view word) {
  const std::string folded = fold(word, FoldProfile::kHamza);
  if (contains(kArabicOpeners, folded)) return true;
  constexpr std::string_view kWaw = "و";
  constexpr std::string_view kFeh = "ف";
  const bool conjunction = folded.starts_with(kWaw) || folded.starts_with(kFeh);
  if (!conjunction) return false;
  const std::string_view bare = std::string_view(folded).substr(kWaw.size());
  return contains(kArabicOpeners, bare) || contains(kArabicConnected, bare);
}

bool follows_quotation(std::string_view word) {
  return contains(kQuotationTails, fold(word, FoldProfile::kHamza));
}

bool is_speech_verb(std::string_view word) {
  return contains(kSpeechVerbs, fold(word, FoldProfile::kHamza));
}

}  // namespace mizan
