#include "tm/term/arabic_context.h"

#include <algorithm>
#include <array>
#include <utility>

#include "tm/lang/broken_plurals.h"

namespace mizan {
namespace {

using Words = std::u16string_view;

template <typename Table>
bool contains(const Table& table, Words word) {
  return std::ranges::find(table, word) != std::ranges::end(table);
}

// What stands here for a reading that the line makes unlikely: below what is shown, and above what
// the other side of a translation can confirm.
constexpr double kUnlikely = 0.4;

// Words after which a name of a place stands, not an adjective: prepositions of place, directions,
// and what a country has. Folded, without article.
constexpr std::array<Words, 60> kBeforePlaces = {
    u"في",      u"الي",   u"من",     u"عن",   u"علي",   u"بين",    u"داخل",  u"خارج",  u"عبر",
    u"شمال",    u"جنوب",  u"شرق",    u"غرب",  u"وسط",   u"شمالي",  u"جنوبي", u"شرقي",  u"غربي",
    u"رءيس",    u"جيش",   u"شعب",    u"حدود", u"سكان",  u"مستقبل", u"اراضي", u"سفير",  u"وزراء",
    u"بلاد",    u"مطار",  u"عاصمه",  u"دول",  u"دوله",  u"قرب",    u"نحو",   u"مع",    u"ضد",
    u"ان",      u"لان",   u"لكن",    u"تجاه", u"حول",   u"انحاء",  u"مدن",   u"تاريخ", u"وضع",
    u"استقرار", u"امن",   u"انسحاب", u"قوات", u"رءيسا", u"حكام",   u"سلطات", u"غادر",  u"زار",
    u"دخل",     u"منتخب", u"لاعبي",  u"سيما", u"كانت",  u"تشهد"};

// What countries do in the news, in the imperfect that their feminine gender takes.
constexpr std::array<Words, 24> kVerbsOfCountries = {
    u"تعاني", u"تواجه", u"تشهد",  u"تقول",  u"تعلن", u"تتهم", u"تسعي",  u"ترفض",
    u"تعتمد", u"تعتزم", u"تستعد", u"تدعو",  u"تءكد", u"تنفي", u"تطالب", u"تريد",
    u"تملك",  u"تحتاج", u"تخشي",  u"تنتظر", u"تضم",  u"تعيش", u"تصبح",  u"تظل"};

// Words that no bare noun follows, only a verb or a clause with its verb.
constexpr std::array<Words, 22> kBeforeVerbs = {
    u"قد",    u"فقد",    u"لقد",    u"لم",     u"لن",     u"سوف",   u"الذي", u"التي",
    u"الذين", u"عندما",  u"حينما",  u"كلما",   u"طالما",  u"بعدما", u"مما",  u"اذا",
    u"لما",   u"اللذين", u"اللذان", u"اللتان", u"اللتين", u"ريثما"};

// A bare noun may follow these as a predicate, but one that is written as a verb hardly does.
constexpr std::array<Words, 12> kBeforeVerbsOrPredicates = {u"انه",   u"بانه", u"لانه", u"كانه",
                                                            u"لكنه",  u"فانه", u"حيث",  u"كما",
                                                            u"بينما", u"فيما", u"ثم",   u"حين"};

// Before أن: then it is أنْ, and a verb follows.
constexpr std::array<Words, 11> kBeforeAnWithVerb = {
    u"بعد", u"منذ", u"قبل", u"دون", u"يجب", u"يمكن", u"ينبغي", u"يتعين", u"بمجرد", u"سبق", u"يريد"};

// A preposition with the pronoun of a relative clause: "an injury that he suffered", تعرض لها.
constexpr std::array<Words, 14> kResumptive = {u"له",    u"لها", u"لهم",  u"فيه",   u"فيها",
                                               u"به",    u"بها", u"اليه", u"اليها", u"عليه",
                                               u"عليها", u"عنه", u"عنها", u"منها"};

// Active participles whose letters are a verb of the third form in common use.
constexpr std::array<Words, 14> kParticiplesAndVerbs = {u"شاهد", u"طالب", u"قاتل", u"عامل", u"حاكم",
                                                        u"صاحب", u"تابع", u"ساعد", u"حافظ", u"عارض",
                                                        u"هاجم", u"غادر", u"رافق", u"قابل"};

// Nouns of action of the first form that are written as their verb.
constexpr std::array<Words, 50> kActionsAndVerbs = {
    u"حكم", u"قتل", u"ضرب", u"طلب", u"رفض", u"دعم", u"عرض", u"نقل", u"قصف", u"كشف",
    u"نشر", u"رفع", u"خفض", u"طرد", u"خطف", u"حظر", u"منع", u"فتح", u"دخل", u"ربح",
    u"كسب", u"شرح", u"وعد", u"وصف", u"سجن", u"حبس", u"فرض", u"بحث", u"درس", u"رسم",
    u"ذكر", u"شكر", u"نظر", u"صنع", u"حرق", u"قطع", u"جمع", u"ربط", u"ضبط", u"ضغط",
    u"هدم", u"نهب", u"طعن", u"عقد", u"وضع", u"وقف", u"حشد", u"هجم", u"سحب", u"دفع"};

// What a participle in the accusative leads to: مضيفا أن, مشيرة إلى.
constexpr std::array<Words, 9> kAfterSaying = {u"ان",   u"انه",   u"انها", u"انهم", u"بان",
                                               u"بانه", u"بانها", u"الي",  u"انني"};

// Nouns that have lost their sense in a fixed phrase with the next word. Folded, without clitics.
constexpr std::pair<Words, Words> kFixedPhrases[] = {
    {u"بناء", u"علي"},    {u"قيد", u"الحياه"},  {u"قيد", u"التنفيذ"},   {u"قيد", u"الدراسه"},
    {u"قيد", u"التحقيق"}, {u"قيد", u"الانشاء"}, {u"قيد", u"الاستخدام"}, {u"وجه", u"الخصوص"},
    {u"وجه", u"التحديد"}, {u"وجه", u"العموم"},  {u"وجه", u"السرعه"},    {u"حد", u"كبير"},
    {u"حد", u"سواء"},     {u"حد", u"ما"},       {u"حد", u"ذاته"},       {u"حد", u"ذاتها"},
    {u"حد", u"بعيد"},     {u"سبيل", u"المثال"}, {u"عين", u"الاعتبار"},  {u"عين", u"المكان"},
    {u"راس", u"المال"},   {u"راس", u"السنه"},   {u"بيت", u"القصيد"},    {u"ظهر", u"قلب"},
    {u"عرض", u"البحر"},   {u"عرض", u"الحاءط"},  {u"صدد", u"ذلك"},       {u"جانب", u"ذلك"}};

// Nouns that look like the feminine of a nisba and are hardly ever one.
constexpr std::array<Words, 25> kNounsLikeNisbas = {
    u"اتفاقيه", u"عمليه",   u"جمعيه",    u"ميزانيه", u"مسءوليه", u"بندقيه", u"مروحيه",
    u"امكانيه", u"فعاليه",  u"احتفاليه", u"بطاريه",  u"مديريه",  u"مفوضيه", u"قنصليه",
    u"بلديه",   u"اغلبيه",  u"اقليه",    u"اهميه",   u"افضليه",  u"ارضيه",  u"اشكاليه",
    u"تسميه",   u"مشروعيه", u"صلاحيه",   u"نظريه"};

// Who owes: after these علي is "on me".
constexpr std::array<Words, 10> kDuties = {u"يجب",  u"وجب",   u"يتوجب", u"توجب",  u"يتحتم",
                                           u"تحتم", u"يتعين", u"تعين",  u"ينبغي", u"لزاما"};

const Atom* word_before(std::span<const Atom> atoms, std::size_t at) {
  const bool near =
      at > 0 && atoms[at].before == Gap::kSpace && atoms[at - 1].kind == AtomKind::kArabic;
  return near ? &atoms[at - 1] : nullptr;
}

const Atom* word_after(std::span<const Atom> atoms, std::size_t at) {
  const bool near = at + 1 < atoms.size() && atoms[at + 1].before == Gap::kSpace &&
                    atoms[at + 1].kind == AtomKind::kArabic;
  return near ? &atoms[at + 1] : nullptr;
}

bool opens_clause(std::span<const Atom> atoms, std::size_t at) {
  return at == 0 || atoms[at].before == Gap::kBreak;
}

Words without_conjunction(Words key) {
  if (key.size() > 2 && (key.front() == u'و' || key.front() == u'ف')) key.remove_prefix(1);
  return key;
}

// The word behind its article (الكتاب, وبالكتاب, للكتاب); empty when it has none.
Words behind_article(Words key) {
  if (key.starts_with(u"الذ") || key == u"التي") return {};
  for (const Words front :
       {u"ال", u"وال", u"فال", u"بال", u"كال", u"وبال", u"فبال", u"لل", u"ولل", u"فلل"}) {
    if (key.size() >= front.size() + 2 && key.starts_with(front)) return key.substr(front.size());
  }
  return {};
}

bool is_listed_plural(Words word) {
  bool listed = false;
  visit_singulars(word, [&](Words, const BrokenPlural& row) { listed = listed || is_listed(row); });
  return listed;
}

// Whether the letters are a noun of action and its verb (تعرض, تعاون).
bool is_form_five_or_six(Words marks) {
  if (marks.size() < 4 || marks.size() > 5 || marks[0] != u'ت' || marks.ends_with(u'ة')) {
    return false;
  }
  const bool alef = marks.find(u'ا') != marks.npos;
  if (marks.size() == 4) return !alef && marks[3] != u'ي';
  return marks[2] == u'ا' || (!alef && marks[3] != u'ي');  // تعاون, تدهور
}

bool is_active_participle(Words marks) {
  return marks.size() >= 4 && (marks[0] == u'م' || marks[1] == u'ا');
}

bool verb_must_follow(std::span<const Atom> atoms, std::size_t at) {
  const Atom* before = word_before(atoms, at);
  if (before == nullptr) return false;
  if (contains(kBeforeVerbs, before->key)) return true;
  if (contains(kBeforeVerbs, without_conjunction(before->key))) return true;
  const Atom* earlier = before->key == u"ان" ? word_before(atoms, at - 1) : nullptr;
  return earlier != nullptr && contains(kBeforeAnWithVerb, without_conjunction(earlier->key));
}

// Whether the bare word is rather a verb.
bool is_verb(std::span<const Atom> atoms, const Reading& reading, std::size_t at) {
  if (reading.article || reading.preposition != 0 || reading.enclitic >= 0) return false;
  if (verb_must_follow(atoms, at)) return true;
  if (reading.ending != Ending::kNone) return false;
  const Words letters = Words(atoms[at].marks).substr(reading.offset);
  const bool action = contains(kActionsAndVerbs, letters);
  const bool mediate = is_form_five_or_six(letters);
  const Atom* before = word_before(atoms, at);
  if (before != nullptr && (action || mediate) &&
      contains(kBeforeVerbsOrPredicates, without_conjunction(before->key))) {
    return true;
  }
  const Atom* after = word_after(atoms, at);
  if (after == nullptr) return false;
  if (mediate && contains(kResumptive, after->key)) return true;
  if (!opens_clause(atoms, at)) return false;
  const bool subject = !behind_article(after->key).empty() && !after->key.starts_with(u'ل');
  return mediate || (subject && (action || contains(kParticiplesAndVerbs, letters)));
}

// "asking for help", "adding that": a participle that goes on with its verb's object.
bool is_circumstance(std::span<const Atom> atoms, const TermWord& word, const Reading& reading,
                     std::size_t at) {
  if (reading.article || reading.preposition != 0 || !word.person) return false;
  const bool accusative = reading.ending == Ending::kAlef;
  if (!accusative && reading.ending != Ending::kHeh) return false;
  if (!is_active_participle(word.marks)) return false;
  const Atom* after = word_after(atoms, at);
  if (after == nullptr) return false;
  if (contains(kAfterSaying, after->key)) return true;
  return accusative && atoms[at].tanwin_fath && !behind_article(after->key).empty();
}

// وقعت, توقع: behind its subject stands its object (وقعت الحكومة الاتفاقية), which agrees by
// chance.
bool is_feminine_verb(const Atom* atom) {
  if (atom == nullptr || atom->marks.size() < 4 || !behind_article(atom->key).empty()) return false;
  return atom->marks.ends_with(u'ت') || atom->marks.starts_with(u'ت');
}

// القواعد البحرية: behind a feminine or a plural with its article, a word with article and feminine
// ending of a nisba or participle agrees, and is no noun.
bool is_agreeing_adjective(std::span<const Atom> atoms, const TermWord& word,
                           const Reading& reading, std::size_t at) {
  if (reading.conjunction != 0 || reading.preposition != 0 || reading.enclitic >= 0) return false;
  const Atom& atom = atoms[at];
  const Words rest = behind_article(atom.key);
  if (!atom.marks.ends_with(u'ة') || rest.empty() || !(reading.article || word.article)) {
    return false;
  }
  const bool nisba = rest.size() >= 5 && rest.ends_with(u"يه") && !is_listed_plural(rest);  // أدوية
  const bool plural =
      reading.ending == Ending::kBroken && !is_listed(broken_plural(reading.plural_row));
  if (!nisba && !plural && reading.ending != Ending::kHeh) return false;
  const Atom* before = word_before(atoms, at);
  if (before == nullptr) return false;
  const Words noun = behind_article(before->key);
  if (noun.empty()) return false;
  if (contains(kNounsLikeNisbas, rest) && is_feminine_verb(word_before(atoms, at - 1)))
    return false;
  bool agrees = before->marks.ends_with(u'ة') || noun.ends_with(u"ات");
  visit_singulars(
      noun, [&](Words, const BrokenPlural& row) { agrees = agrees || row.confidence >= 0.8; });
  return agrees;
}

bool is_fixed_phrase(std::span<const Atom> atoms, const TermWord& word, std::size_t at) {
  const Atom* after = word_after(atoms, at);
  if (after == nullptr) return false;
  // اللجوء إلى is "resorting to", unless somebody asks for it.
  if (word.marks == u"لجوء" && after->key == u"الي") {
    const Atom* before = word_before(atoms, at);
    constexpr std::array<Words, 5> kAsked = {u"طلب", u"حق", u"طالب", u"طلبات", u"طالبي"};
    return before == nullptr || !contains(kAsked, without_conjunction(before->key));
  }
  return std::ranges::any_of(kFixedPhrases, [&](const auto& phrase) {
    return word.marks.size() == phrase.first.size() && after->key == phrase.second &&
           atoms[at].key.ends_with(phrase.first);
  });
}

// عليّ أن أودعها: "on me", not Ali.
bool is_on_me(std::span<const Atom> atoms, std::size_t at) {
  const Atom* before = word_before(atoms, at);
  const Atom* after = word_after(atoms, at);
  if (after != nullptr && (after->marks == u"أن" || after->marks == u"ألا")) return true;
  if (before == nullptr) return false;
  const Words verb = without_conjunction(before->key);
  if (contains(kDuties, verb)) return true;
  // كان علي استجماع قواي: I had to.
  const bool masdar = after != nullptr && after->key.size() >= 4 && !after->tanwin_fath &&
                      behind_article(after->key).empty() &&
                      (after->marks.front() == u'ا' || after->marks.front() == u'ت');
  return verb == u"كان" && masdar;
}

// مالي is a place after what has places and countries before it, and else an adjective.
double place_score(std::span<const Atom> atoms, const TermWord& word, const Reading& reading,
                   std::size_t at) {
  if (!word.transliterated || word.marks.size() < 4 || !word.marks.ends_with(u'ي') ||
      reading.article) {
    return 1;
  }
  if (at == 0 || reading.preposition != 0) return 1;
  const Atom& before = atoms[at - 1];
  if (before.kind != AtomKind::kArabic || atoms[at].before == Gap::kBreak) return 1;
  Words key = before.key;
  // An adjective would agree: after a feminine or a plural it is مالية. A verb in ت has a subject.
  if (before.marks.ends_with(u'ة') || key.ends_with(u'ت') || contains(kVerbsOfCountries, key)) {
    return 1;
  }
  for (const Words clitic : {u"و", u"ف", u"ب", u"ل", u"ال"}) {
    if (contains(kBeforePlaces, key)) return 1;
    if (key.size() > clitic.size() + 2 && key.starts_with(clitic)) key.remove_prefix(clitic.size());
  }
  if (contains(kBeforePlaces, key)) return 1;
  // و joins names to names and adjectives to adjectives.
  if (reading.conjunction != 0) return key.ends_with(u'ي') ? 0.4 : 0.9;
  return 0.45;
}

}  // namespace

SpellingHabits spelling_habits(std::string_view line, std::span<const Atom> atoms) {
  SpellingHabits habits;
  habits.question = line.find('?') != line.npos || line.find("؟") != line.npos;
  for (const Atom& atom : atoms) {
    if (atom.kind != AtomKind::kArabic) continue;
    const Words marks = atom.marks;
    habits.hamza = habits.hamza || marks.find_first_of(u"أإ") != marks.npos;
    habits.tanwin = habits.tanwin || atom.tanwin_fath;
    habits.alef_maqsura = habits.alef_maqsura || marks.ends_with(u'ى');
    habits.dotless_yeh = habits.dotless_yeh || marks == u"فى" || marks == u"التى" ||
                         marks == u"الذى" || marks == u"وفى";
    habits.heh_for_teh =
        habits.heh_for_teh || (marks.size() > 5 && marks.starts_with(u"ال") &&
                               marks.ends_with(u'ه') && !ends_in_radical_heh(marks));
  }
  habits.alef_maqsura = habits.alef_maqsura && !habits.dotless_yeh;
  return habits;
}

bool ends_in_radical_heh(Words word) {
  return std::ranges::any_of(
      std::array<Words, 17>{u"الله", u"وجه", u"جاه", u"نبه", u"باه", u"شبه", u"ابه", u"فقه", u"نزه",
                            u"فيه", u"سفه", u"تجه", u"موه", u"ويه", u"جيه", u"مياه", u"شوه"},
      [&](Words root) { return word.ends_with(root); });
}

bool has_definite_after(std::span<const Atom> atoms, std::size_t at) {
  const Atom* after = word_after(atoms, at);
  return after != nullptr && !behind_article(after->key).empty();
}

double yeh_score(std::span<const Atom> atoms, const TermWord& word, std::size_t at,
                 std::size_t index, std::size_t count) {
  if (index > 0) return 0;
  const Atom* before = word_before(atoms, at);
  const Atom* after = word_after(atoms, at);
  if (count > 1) {
    // A construct state goes on with a noun: مرضي وبائي are two adjectives.
    const bool adjective = after != nullptr && !has_definite_after(atoms, at) &&
                           (after->key.starts_with(u'م') || after->key.ends_with(u'ي') ||
                            after->marks.ends_with(u'ة'));
    return adjective ? 0.1 : 0.6;
  }
  if (word.person) return 0.9;
  if (word.marks == u"يد") return 0.85;  // its dual, "hands of"
  if (has_definite_after(atoms, at) && is_active_participle(word.marks)) return 0.85;
  constexpr std::array<Words, 16> kBeforeNouns = {u"في",  u"من",  u"الي", u"عن", u"علي", u"مع",
                                                  u"عدم", u"كل",  u"بعض", u"ان", u"هذا", u"هذه",
                                                  u"بعد", u"قبل", u"ضد",  u"عند"};
  return before != nullptr && contains(kBeforeNouns, before->key) ? 0.6 : 0.3;
}

double arabic_context_score(std::span<const Atom> atoms, const CompiledTerm& term,
                            const TermWord& word, const Reading& reading, std::size_t at) {
  if (term.words > 1) return 1;
  if (is_agreeing_adjective(atoms, word, reading, at)) return kUnlikely;
  if (word.name) {
    const bool bare = reading.conjunction == 0 && reading.preposition == 0;
    if (bare && word.marks == u"علي" && is_on_me(atoms, at)) return kUnlikely;
    return place_score(atoms, word, reading, at);
  }
  if (is_verb(atoms, reading, at) || is_circumstance(atoms, word, reading, at) ||
      is_fixed_phrase(atoms, word, at)) {
    return kUnlikely;
  }
  return 1;
}

}  // namespace mizan
