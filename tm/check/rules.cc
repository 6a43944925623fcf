#include "tm/check/rules.h"

#include <algorithm>

namespace mizan {
namespace {

constexpr Rule kRules[] = {
    {"number-value", Severity::kError, "numbers",
     "A number has another value on the other side. Values are compared, not digits: 25 مليون is "
     "25 million, ٢٠٠٠ is 2,000, a number in words is a number.",
     "نحو 2000 مقاتل | about 2,000 fighters", "نحو 2000 مقاتل | about 200 fighters"},
    {"scale", Severity::kError, "numbers", "The scale word changed: thousand, million, billion.",
     "300 ألف لاجئ | 300,000 refugees", "300 ألف لاجئ | 300 million refugees"},
    {"number-word", Severity::kError, "numbers",
     "A number in words, or an Arabic dual, has another value on the other side, or none.",
     "بعد شهرين | two months later", "بعد شهرين | three months later"},
    {"percent", Severity::kError, "numbers",
     "A percentage became a plain number, or percentage points.", "12 في المئة | 12 per cent",
     "12 في المئة | 12 percentage points"},
    {"currency", Severity::kError, "numbers",
     "An amount of money in another currency. Symbols, words and codes are one: £, pounds, GBP, "
     "جنيه.",
     "120 مليون جنيه | £120 million", "120 مليون جنيه | $120 million"},
    {"unit", Severity::kError, "numbers",
     "The same number in another unit of measure. A number that was converted with its unit (30 "
     "km, "
     "19 miles) is right.",
     "على بعد 30 كيلومترا | 19 miles away", "على بعد 30 كيلومترا | 30 miles away"},
    {"date", Severity::kError, "dates",
     "A day, month, weekday, year or decade differs, or a date is past on one side and to come on "
     "the other. Months are known by all their Arabic names.",
     "26 تموز 2023 | 26 July 2023", "26 تموز 2023 | 26 June 2023"},
    {"term-missing", Severity::kError, "terms",
     "A term of the glossary stands on one side, none of its approved renderings on the other.",
     "فيلق إفريقيا | Africa Corps", "فيلق إفريقيا | African Legion"},
    {"term-deprecated", Severity::kError, "terms",
     "A rendering that the glossary marks deprecated or superseded.", "داعش | ISIS",
     "داعش | Daesh (when the glossary deprecates it)"},
    {"name-cross", Severity::kError, "names",
     "A name of the glossary is spelled otherwise on the other side.", "فاجنر | Wagner",
     "فاجنر | Vagner"},
    {"name-variant-ar", Severity::kWarning, "names",
     "One name is spelled in more than one way in the Arabic, or stands a slip of the hand away "
     "from "
     "the name that the English has.",
     "وصل بريجوجين أمس | Prigozhin arrived yesterday\nغادر بريجوجين اليوم | Prigozhin left today",
     "وصل بريجوجين أمس | Prigozhin arrived yesterday\nغادر بريجوزجن اليوم | Prigozhin left today"},
    {"name-variant-en", Severity::kWarning, "names",
     "One name is spelled in more than one way in the English, or stands a slip of the hand away "
     "from the name that the Arabic has.",
     "وصل بريجوجين أمس | Prigozhin arrived yesterday\nغادر بريجوجين اليوم | Prigozhin left today",
     "وصل بريجوجين أمس | Prigozhin arrived yesterday\nغادر بريجوجين اليوم | Prigozhyn left today"},
    {"name-missing", Severity::kInfo, "names",
     "A name on one side, and no word on the other that may be it. Often a pronoun stands for it: "
     "an info.",
     "التقى الوزير بأندرسون أمس | the minister met Anderson yesterday",
     "التقى الوزير بالوفد أمس | the minister met Anderson yesterday"},
    {"negation", Severity::kWarning, "negation",
     "One side denies and no word of the other does. Words that deny by their sense (refused, "
     "unhappy, عدم) count.",
     "لم يغادر المدينة | He did not leave town", "لم يغادر المدينة | He left town"},
    {"omission", Severity::kError, "coverage", "A sentence of the Arabic has no translation.",
     "وصل الوفد إلى القاهرة صباح الأحد. | The delegation arrived in Cairo on Sunday morning.\n"
     "ودفع الزائرون 300 دولار للفندق. | The visitors paid $300 for the hotel.",
     "وصل الوفد إلى القاهرة صباح الأحد. | The delegation arrived in Cairo on Sunday morning.\n"
     "وتناول الوزراء الغداء على ضفاف النيل مع عائلاتهم. | \n"
     "ودفع الزائرون 300 دولار للفندق. | The visitors paid $300 for the hotel."},
    {"addition", Severity::kWarning, "coverage",
     "A sentence of the English has no counterpart in the Arabic.",
     "وصل الوفد إلى القاهرة صباح الأحد. | The delegation arrived in Cairo on Sunday morning.\n"
     "ودفع الزائرون 300 دولار للفندق. | The visitors paid $300 for the hotel.",
     "وصل الوفد إلى القاهرة صباح الأحد. | The delegation arrived in Cairo on Sunday morning.\n"
     " | The ministers had lunch on the Nile with their families.\n"
     "ودفع الزائرون 300 دولار للفندق. | The visitors paid $300 for the hotel."},
    {"length", Severity::kWarning, "coverage",
     "One side is longer than its translation lets expect, and holds a clause whose words have no "
     "counterpart there.",
     "غادر المدينة، وعاد في المساء | He left town and came back in the evening",
     "غادر المدينة، وعاد في المساء | He left town"},
    {"empty", Severity::kError, "coverage", "One side of a record is empty.", "نعم | Yes",
     "نعم | "},
    {"duplicate", Severity::kWarning, "consistency",
     "A sentence stands twice on one side alone: within a segment, or copied into its neighbour.",
     "غادر المدينة أمس. | He left town yesterday.",
     "غادر المدينة أمس. | He left town yesterday. He left town yesterday."},
    {"inconsistent-target", Severity::kWarning, "consistency",
     "The same Arabic sentence has different translations in one document, in several of one run, "
     "or another one in the memory.",
     "غادر الوفد المدينة أمس. | The delegation left town yesterday.\n"
     "ثم عاد الوفد مساء الأحد. | Then it came back on Sunday evening.\n"
     "غادر الوفد المدينة أمس. | The delegation left town yesterday.",
     "غادر الوفد المدينة أمس. | The delegation left town yesterday.\n"
     "ثم عاد الوفد مساء الأحد. | Then it came back on Sunday evening.\n"
     "غادر الوفد المدينة أمس. | Yesterday the visitors quit the city."},
    {"inconsistent-source", Severity::kWarning, "consistency",
     "The same English sentence translates different Arabic ones in one document, in several of "
     "one "
     "run, or another one in the memory.",
     "غادر الوفد المدينة أمس. | The delegation left town yesterday.\n"
     "ثم عاد الوفد مساء الأحد. | Then it came back on Sunday evening.\n"
     "غادر الوفد المدينة أمس. | The delegation left town yesterday.",
     "غادر الوفد المدينة أمس. | The delegation left town yesterday.\n"
     "ثم عاد الوفد مساء الأحد. | Then it came back on Sunday evening.\n"
     "ترك الزائرون البلدة البارحة. | The delegation left town yesterday."},
    {"acronym", Severity::kError, "latin",
     "An acronym differs, letter for letter: in Latin letters, spelled out in Arabic ones, or from "
     "the one that stands elsewhere or that the Arabic name has.",
     "بي بي سي (MI6) | the BBC (MI6)", "بي بي سي (MI6) | the BBC (MI5)"},
    {"latin-token", Severity::kWarning, "latin",
     "A word in Latin letters in the Arabic is not in the English.",
     "تطبيق Telegram | the Telegram app", "تطبيق Telegram | the Telegran app"},
    {"url", Severity::kError, "latin",
     "A web or mail address differs from the one on the other side, or is missing there. The "
     "scheme "
     "and a slash at the end may differ.",
     "راجع www.example.org/news | see www.example.org/news",
     "راجع www.example.org/news | see www.example.org/nwes"},
    {"placeholder", Severity::kError, "placeholders",
     "What a program fills in or reads as markup ({0}, ${name}, %1$s, <b>) is not on the other "
     "side, "
     "or not as often.",
     "مرحبًا {name} | Hello {name}", "مرحبًا {name} | Hello {nom}"},
    {"doubled-word", Severity::kWarning, "repetition",
     "A word stands twice in a row. Letter names (بي بي سي), emphasis (لا، لا), رويدا رويدا and "
     "what both languages double are left alone.",
     "to fight the militants", "to fight the the militants"},
    {"double-space", Severity::kWarning, "spacing", "More than one space between two words.",
     "في المئة", "في  المئة"},
    {"space-punctuation", Severity::kWarning, "spacing",
     "A space on the wrong side of a mark, or none where one belongs: before a comma or full stop, "
     "inside a quotation mark or bracket, after an Arabic comma, between a number and a word.",
     "قال، ثم \"غادر\"", "قال ،ثم \" غادر\""},
    {"detached-waw", Severity::kWarning, "spacing",
     "The conjunction و stands apart from the word that it belongs to.", "مصر والسودان",
     "مصر و السودان"},
    {"joined-words", Severity::kWarning, "spacing",
     "Two Arabic words without the space between them. Names that are written either way "
     "(عبدالله) are left alone.",
     "شمال البلاد", "شمالالبلاد"},
    {"ascii-punctuation", Severity::kWarning, "punctuation",
     "A comma, semicolon or question mark of the other script. Marks between Latin words or digits "
     "in the Arabic are left alone.",
     "في مصر، والسودان", "في مصر, والسودان"},
    {"end-punctuation", Severity::kWarning, "punctuation",
     "One side ends as a sentence and the other does not, or one of them asks.",
     "غادر الوفد المدينة. | The delegation left the city.",
     "غادر الوفد المدينة | The delegation left the city."},
    {"tatweel", Severity::kWarning, "letters",
     "A word stretched with tatweels. A tatweel that carries a clitic (الـ12, بـ\"خسائر\") and هـ "
     "are right.",
     "محمد", "محـــمد"},
    {"presentation-form", Severity::kWarning, "letters",
     "Letters encoded by their shape, as old files have them: no search finds such a word.", "لا",
     "\uFEFB"},
    {"bidi-control", Severity::kWarning, "letters",
     "An invisible character that overrides the direction of letters, or changes the direction "
     "and never ends it. Direction marks are left alone.",
     "العدد 12", "العدد \u202E12"},
    {"unbalanced", Severity::kWarning, "quotes",
     "A quotation mark or bracket has no partner. A quotation that runs over several sentences of "
     "both texts is whole.",
     "\"heavy losses\"", "\"heavy losses"},
    {"quote-style", Severity::kWarning, "style",
     "A quotation in other marks than the house style asks for, or one that begins and ends in "
     "different ones. Without a house style, two kinds in one text are an info. A quotation within "
     "a quotation takes what marks it likes.",
     "قال \"غادر المدينة\"", "قال \u201Dغادر المدينة\""},
    {"digits-style", Severity::kWarning, "style",
     "Digits of another shape than the house style asks for, or Arabic ones in the English. "
     "Without a house style, two shapes in one text are an info. Codes and addresses are left "
     "alone.",
     "25 قتيلا و35 جريحا", "25 قتيلا و٣٥ جريحا"},
    {"month-system", Severity::kWarning, "style",
     "A month by another region's name than the house style asks for. Without a house style, two "
     "systems in one text are an info. Both names together (يناير/كانون الثاني) are right.",
     "من 3 يناير إلى 5 يوليو", "من 3 يناير إلى 5 تموز"},
    {"orthography", Severity::kWarning, "style",
     "A spelling that the house style rejects. As an info, without being asked: hamzas and dots "
     "that are left out (الى, فى, اذا), ه for ة.",
     "ذهب إلى المدرسة", "ذهب الى المدرسة"},
    {"agreement", Severity::kWarning, "style",
     "A noun after its number: the plural after 3 to 10, the singular after 11 and more.",
     "5 أيام، 11 يومًا، 100 يوم", "5 يوم، 11 أيام، 100 أيام"},
    {"untranslated", Severity::kError, "untranslated",
     "Words of the other language were left in: Arabic letters in the English, an English sentence "
     "in the Arabic.",
     "خوفًا من الألغام | for fear of mines", "خوفًا من الألغام | for fear of الألغام"},
    {"wrong-script-letter", Severity::kError, "untranslated",
     "A letter of another alphabet that looks right: Persian ی and ک, Urdu ہ, Cyrillic а.",
     "التفكير", "التفکير"},
};

}  // namespace

std::span<const Rule> rules() { return kRules; }

const Rule* find_rule(std::string_view id) {
  const auto found =
      std::find_if(std::begin(kRules), std::end(kRules), [&](const Rule& r) { return r.id == id; });
  return found == std::end(kRules) ? nullptr : &*found;
}

}  // namespace mizan
