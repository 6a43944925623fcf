#include "tm/term/arabic_terms.h"

#include <algorithm>
#include <array>
#include <vector>

#include "tm/base/utf8.h"
#include "tm/lang/broken_plurals.h"
#include "tm/term/arabic_readings.h"

namespace mizan {
namespace {

// Masdars of form VIII from roots in lam: their ال is no article. Folded, as they stand.
constexpr std::array<std::u16string_view, 20> kLamWords = {
    u"التءام", u"التباس", u"التجاء", u"التحاق", u"التحام",   u"التزام",  u"التصاق",
    u"التفات", u"التفاف", u"التقاء", u"التقاط", u"التماس",   u"التهاب",  u"التهابات",
    u"التهام", u"التواء", u"التياع", u"الله",   u"التزامات", u"التماسات"};

// Participles and masdars of defective roots, cited without the ya that tanwin drops.
constexpr std::array<std::u16string_view, 69> kManqus = {
    u"قاض",   u"داع",   u"راع",   u"ساع",   u"غاز",   u"وال",  u"ناد",  u"واد",  u"راو",  u"جان",
    u"بان",   u"ماض",   u"ثان",   u"خال",   u"كاف",   u"واف",  u"حام",  u"رام",  u"باق",  u"ناج",
    u"صاف",   u"تال",   u"ناع",   u"محام",  u"مراع",  u"موال", u"مناف", u"مواز", u"مساو", u"معاد",
    u"معان",  u"مناد",  u"معتد",  u"متعد",  u"متدن",  u"مهتد", u"مشتر", u"منتم", u"مكتف", u"متساو",
    u"متواز", u"متوال", u"متنام", u"متقاض", u"مستشف", u"مدع",  u"معد",  u"مفت",  u"مغن",  u"مرب",
    u"مؤد",   u"مستو",  u"تحد",   u"تعاف",  u"تقاض",  u"تبن",  u"تخل",  u"تصد",  u"تعد",  u"تدن",
    u"تفش",   u"تحر",   u"تمن",   u"ترد",   u"تلق",   u"توال", u"تساو", u"تواز"};

template <typename Table>
bool contains(const Table& table, std::u16string_view word) {
  return std::ranges::find(table, word) != std::ranges::end(table);
}

struct Option {
  std::u16string stem;
  TermWord word;
};

std::u16string keys(std::u16string_view marks) {
  std::u16string key(marks);
  for (char16_t& c : key) c = key_letter(c);
  return key;
}

// Takes the article off `word.marks`, inside a term also the proclitics before it.
void strip_proclitics(TermWord& word, std::size_t index) {
  const std::u16string& marks = word.marks;
  const bool lam_word = marks.starts_with(u"الت") || marks.starts_with(u"الل");
  if (lam_word && contains(kLamWords, keys(marks))) return;
  const auto at = [&](std::size_t i) { return i < marks.size() ? marks[i] : u'\0'; };
  std::size_t i = 0;
  char16_t conjunction = 0;
  char16_t preposition = 0;
  if (index > 0 && (at(0) == u'و' || at(0) == u'ف')) conjunction = at(i++);
  if (index > 0 && (at(i) == u'ب' || at(i) == u'ك' || at(i) == u'ل')) preposition = at(i++);
  std::size_t taken = 0;
  if (preposition == u'ل' && at(i) == u'ل') {
    taken = i + 1;
  } else if (at(i) == u'ا' && at(i + 1) == u'ل') {
    taken = i + 2;
  }
  const std::size_t least = taken > 2 ? 3 : 2;
  if (taken == 0 || marks.size() < taken + least) return;
  word.conjunction = conjunction;
  word.preposition = preposition;
  word.article = true;
  word.marks.erase(0, taken);
}

void add_option(std::vector<Option>& options, const TermWord& word, std::u16string_view key,
                Variant variant) {
  if (key.size() < 2) return;
  for (const Option& option : options) {
    if (option.stem == key) return;
  }
  options.push_back({std::u16string(key), word});
  Option& option = options.back();
  option.word.variant = variant;
  if (variant == Variant::kSingular) option.word.marks = option.stem;
}

// The singulars of a word cited in the plural or dual.
void add_singulars(std::vector<Option>& options, const TermWord& word, std::size_t index,
                   std::size_t count, const Gloss& gloss) {
  const std::u16string key = keys(word.marks);
  const auto rest = [&](std::size_t letters) {
    return std::u16string_view(key).substr(0, key.size() - letters);
  };
  const bool plural = gloss.plural && index == 0;
  if (key.ends_with(u"ات") && (key.size() >= 6 || plural) && key.size() >= 4) {
    add_option(options, word, std::u16string(rest(2)) + u"ه", Variant::kSingular);
    add_option(options, word, rest(2), Variant::kSingular);
  }
  if (plural || (index > 0 && count > 1)) {
    if (key.ends_with(u"تين") && key.size() > 4) {
      add_option(options, word, std::u16string(rest(3)) + u"ه", Variant::kSingular);
    } else if (key.ends_with(u"ين") && key.size() >= 4) {
      add_option(options, word, rest(2), Variant::kSingular);
    } else if (plural && (key.ends_with(u"ون") || key.ends_with(u"ان")) && key.size() > 4) {
      add_option(options, word, rest(2), Variant::kSingular);
    }
  }
  // The plural shapes that need no English plural have an alef.
  if (index > 0 || (!plural && (count == 1 || key.find(u'ا') == key.npos))) return;
  visit_singulars(key, [&](std::u16string_view singular, const BrokenPlural& row) {
    // Without an English plural only shapes that are hardly anything else.
    if (row.confidence < (plural ? 0.6 : 0.85) || row.scope == PluralScope::kPerson) return;
    if (options.size() < 6) add_option(options, word, singular, Variant::kSingular);
  });
}

std::vector<Option> options_of(const Atom& atom, std::size_t index, std::size_t count,
                               const Gloss& gloss) {
  TermWord word;
  word.marks = atom.marks;
  std::vector<Option> options;
  if (atom.kind != AtomKind::kArabic) {
    word.name = true;
    options.push_back({atom.key, word});
    return options;
  }
  strip_proclitics(word, index);
  const std::u16string key = keys(word.marks);
  word.transliterated = is_transliterated(key, gloss);
  const bool shaped_adjective = (key.starts_with(u'م') && key.size() >= 4) || key.ends_with(u'ي') ||
                                (key.size() == 4 && key[2] == u'ي');
  const bool demonym = gloss.nationality && key.ends_with(u'ي');
  word.name = gloss.name && !demonym && (count > 1 ? word.transliterated : !gloss.plural);
  word.person = index == 0 && (gloss.person || demonym || !gloss.known);
  word.adjective = count == 1 && (demonym || (gloss.adjective && shaped_adjective));
  options.push_back({key, word});
  if (!word.name) {
    if (atom.tanwin_kasr || (key.size() < 7 && contains(kManqus, key))) {
      TermWord full = word;
      full.marks += u'ي';
      add_option(options, full, key + u'ي', Variant::kManqus);
    }
    add_singulars(options, word, index, count, gloss);
  }
  if (word.transliterated) {
    if (const std::u16string frame = loose_frame(key); !frame.empty()) {
      add_option(options, word, frame, Variant::kLoose);
    }
  }
  return options;
}

// The masdar shapes of forms II, IV and VII to X: تفعيل, إفعال, انفعال, افتعال, استفعال.
bool is_masdar(std::u16string_view key) {
  if (key.size() == 5 && key[0] == u'ت' && key[3] == u'ي') return true;
  return key.size() >= 5 && key[0] == u'ا' && key[key.size() - 2] == u'ا';
}

constexpr std::size_t kMostSequences = 12;

void add_products(std::uint32_t term, const std::vector<std::vector<Option>>& words,
                  CompiledTerms& compiled) {
  std::vector<std::size_t> choice(words.size(), 0);
  std::vector<std::u16string> stems(words.size());
  std::vector<TermWord> path(words.size());
  for (std::size_t made = 0; made < kMostSequences; ++made) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      stems[i] = words[i][choice[i]].stem;
      path[i] = words[i][choice[i]].word;
    }
    compiled.add_sequence(term, stems, path);
    std::size_t i = 0;
    while (i < words.size() && ++choice[i] == words[i].size()) choice[i++] = 0;
    if (i == words.size()) return;
  }
}

void add_glued(std::uint32_t term, const std::vector<std::vector<Option>>& words,
               std::span<const Atom> atoms, CompiledTerms& compiled) {
  const bool names = std::ranges::all_of(
      words, [](const std::vector<Option>& options) { return options.front().word.name; });
  if (words.size() != 2 || !names) return;
  for (const Atom& atom : atoms) {
    if (atom.kind != AtomKind::kArabic) return;
  }
  TermWord word = words.front().front().word;
  word.variant = Variant::kGlued;
  word.marks += atoms[1].marks;
  compiled.add_sequence(term, {keys(word.marks)}, {word});
}

// The letters of a pair (text, term) that folding makes equal: how much their difference costs.
double letter_score(char16_t text, char16_t cited, std::size_t length) {
  const bool is_short = length <= 4;
  switch (key_letter(text)) {
    case u'ا':
      if (text == u'ا') return cited == u'آ' ? 0.9 : 0.97;
      if (cited == u'ا') return text == u'آ' ? 0.6 : 0.92;
      if (text == u'آ' || cited == u'آ') return is_short ? 0.3 : 0.7;
      return is_short ? 0.6 : 0.9;
    case u'ء':
      return 0.95;
    default:
      return 0.95;
  }
}

// Frames of loose spellings agree; this says whether the words do: at most two letters of the g
// family exchanged and one vowel letter more or less.
double loose_score(std::u16string_view text, std::u16string_view cited) {
  const auto sound = [](char16_t c) { return c == u'ج' || c == u'ق' || c == u'گ' ? u'غ' : c; };
  std::size_t exchanged = 0;
  std::size_t i = 0;
  std::size_t k = 0;
  std::size_t vowels = 0;
  while (i < text.size() || k < cited.size()) {
    if (i < text.size() && k < cited.size() && sound(text[i]) == sound(cited[k])) {
      exchanged += text[i] != cited[k];
      ++i, ++k;
    } else if (i < text.size() && (k == cited.size() || text.size() - i > cited.size() - k)) {
      ++vowels, ++i;
    } else if (k < cited.size() && (i == text.size() || text.size() - i < cited.size() - k)) {
      ++vowels, ++k;
    } else {
      vowels += 2;
      ++i, ++k;
    }
  }
  if (vowels == 0 && exchanged == 0) return 0;  // the cited spelling has its own path
  if (vowels > 1 || exchanged > 2 || (vowels > 0 && std::min(text.size(), cited.size()) < 5))
    return 0;
  return (vowels > 0 ? 0.8 : 1.0) * (exchanged > 0 ? 0.9 : 1.0);
}

// Words after which a name of a place stands, not an adjective: prepositions of place, directions,
// and what a country has. Folded, without article.
constexpr std::array<std::u16string_view, 60> kBeforePlaces = {
    u"في",      u"الي",   u"من",     u"عن",   u"علي",   u"بين",    u"داخل",  u"خارج",  u"عبر",
    u"شمال",    u"جنوب",  u"شرق",    u"غرب",  u"وسط",   u"شمالي",  u"جنوبي", u"شرقي",  u"غربي",
    u"رءيس",    u"جيش",   u"شعب",    u"حدود", u"سكان",  u"مستقبل", u"اراضي", u"سفير",  u"وزراء",
    u"بلاد",    u"مطار",  u"عاصمه",  u"دول",  u"دوله",  u"قرب",    u"نحو",   u"مع",    u"ضد",
    u"ان",      u"لان",   u"لكن",    u"تجاه", u"حول",   u"انحاء",  u"مدن",   u"تاريخ", u"وضع",
    u"استقرار", u"امن",   u"انسحاب", u"قوات", u"رءيسا", u"حكام",   u"سلطات", u"غادر",  u"زار",
    u"دخل",     u"منتخب", u"لاعبي",  u"سيما", u"كانت",  u"تشهد"};

constexpr std::array<std::u16string_view, 6> kParticlesInAlef = {u"على", u"إلى", u"الى",
                                                                 u"حتى", u"متى", u"لدى"};

// Words that only a verb follows, or a clause with its verb.
constexpr std::array<std::u16string_view, 14> kBeforeVerbs = {
    u"قد",  u"وقد", u"فقد", u"لقد", u"ولقد", u"لم",   u"ولم",
    u"فلم", u"لن",  u"ولن", u"سوف", u"الذي", u"التي", u"الذين"};

// What countries do in the news, in the imperfect that their feminine gender takes.
constexpr std::array<std::u16string_view, 24> kVerbsOfCountries = {
    u"تعاني", u"تواجه", u"تشهد",  u"تقول",  u"تعلن", u"تتهم", u"تسعي",  u"ترفض",
    u"تعتمد", u"تعتزم", u"تستعد", u"تدعو",  u"تءكد", u"تنفي", u"تطالب", u"تريد",
    u"تملك",  u"تحتاج", u"تخشي",  u"تنتظر", u"تضم",  u"تعيش", u"تصبح",  u"تظل"};

// Before ون and ين the ya of a manqus drops (قاضون), that of a nisba does not (جنديون).
bool loses_firm_yeh(const TermWord& word, const Reading& reading) {
  const std::u16string& marks = word.marks;
  if (!marks.ends_with(u'ي') || reading.kept >= marks.size()) return false;
  const bool active = marks.size() == 4 && marks[1] == u'ا';
  return !active && !(marks.size() >= 4 && (marks[0] == u'م' || marks[0] == u'ت'));
}

}  // namespace

void compile_arabic_term(const CompiledTerm& term, const TermConcept& entry, const Gloss& gloss,
                         Relatives relatives, CompiledTerms& compiled) {
  std::vector<Atom> atoms = split_atoms(entry.terms[term.term].text);
  if (atoms.empty() || atoms.size() > 200) return;
  const auto number = static_cast<std::uint32_t>(compiled.terms.size());
  compiled.terms.push_back(term);
  compiled.terms.back().words = static_cast<std::uint8_t>(atoms.size());
  std::vector<std::vector<Option>> words;
  words.reserve(atoms.size());
  for (std::size_t i = 0; i < atoms.size(); ++i) {
    words.push_back(options_of(atoms[i], i, atoms.size(), gloss));
  }
  add_products(number, words, compiled);
  add_glued(number, words, atoms, compiled);
  if (relatives == Relatives::kLeaveOut) return;
  const Option& head = words.front().front();
  if (words.size() > 1) {
    compiled.add_sequence(number, {head.stem}, {head.word}, true);
  } else if (const std::u16string root = root_of(head.stem); !root.empty() && !head.word.name) {
    TermWord word = head.word;
    word.variant = Variant::kRoot;
    compiled.add_sequence(number, {root}, {word});
  }
}

ArabicFit::ArabicFit(std::span<const Atom> atoms) : atoms_(atoms) {
  constexpr std::array<std::u16string_view, 12> kTrueHeh = {
      u"الله",  u"الوجه", u"الاتجاه", u"المياه",  u"الانتباه", u"التوجيه",
      u"الفقه", u"الشبه", u"التنويه", u"الترفيه", u"المشابه",  u"الاشتباه"};
  for (const Atom& atom : atoms) {
    dotless_yeh_ = dotless_yeh_ || atom.marks == u"فى" || atom.marks == u"التى" ||
                   atom.marks == u"الذى" || atom.marks == u"وفى";
    heh_for_teh_ = heh_for_teh_ || (atom.marks.size() > 5 && atom.marks.starts_with(u"ال") &&
                                    atom.marks.ends_with(u'ه') && !contains(kTrueHeh, atom.key));
  }
}

double ArabicFit::proclitic_score(const TermWord& word, const Reading& reading, std::size_t at,
                                  std::size_t index, std::size_t count) const {
  double score = 1;
  if (index > 0) {
    if (reading.question || reading.conjunction != word.conjunction ||
        reading.preposition != word.preposition) {
      return 0;
    }
  } else if (reading.conjunction != 0 || reading.preposition != 0 || reading.question) {
    score *= 0.99;
    if (reading.question) score *= 0.9;
    const bool bare = reading.ending == Ending::kNone && reading.enclitic < 0 && !reading.article;
    // ف opens a clause: inside one, فعلي is an adjective, not "so Ali".
    const bool opening =
        at == 0 || atoms_[at].before == Gap::kBreak || atoms_[at].before == Gap::kQuote;
    if (reading.conjunction == u'ف' && !opening) {
      score *= bare && word.marks.size() <= 3 ? 0.4 : 0.9;
    }
    // لبن is milk, not "to bin": two letters behind a clitic are too little to know a word by.
    if (bare && word.marks.size() <= 2 && count == 1) {
      score *= reading.preposition != 0 ? 0.45 : 0.55;
    }
  }
  if (reading.article && !word.article) {
    if (word.name && count == 1) {
      score *= word.marks.ends_with(u'ي') ? 0.3 : word.marks.size() <= 3 ? 0.45 : 0.75;
    } else {
      score *= word.name ? 0.9 : 0.99;
    }
  } else if (!reading.article && word.article && !word.marks.starts_with(u'ل')) {
    if (word.name && count == 1) {
      // برلمان, إيدز may stand bare; a country that is no transliteration keeps its article.
      score *= word.transliterated ? (word.marks.size() <= 3 ? 0.5 : 0.6) : 0.45;
    } else {
      score *= 0.97;
    }
  }
  return score;
}

// A final ي that no citation has: plural or dual in construct state, "my", or a nisba adjective,
// which is another word.
double ArabicFit::yeh_score(const TermWord& word, std::size_t at, std::size_t index,
                            std::size_t count) const {
  if (index > 0) return 0;
  if (word.person) return 0.9;
  if (count > 1) return 0.6;
  const Atom* before = at > 0 ? &atoms_[at - 1] : nullptr;
  constexpr std::array<std::u16string_view, 16> kBeforeNouns = {
      u"في",  u"من", u"الي", u"عن",  u"علي", u"مع",  u"عدم", u"كل",
      u"بعض", u"ان", u"هذا", u"هذه", u"بعد", u"قبل", u"ضد",  u"عند"};
  const bool noun_place = before == nullptr || contains(kBeforeNouns, before->key) ||
                          atoms_[at].before == Gap::kBreak || atoms_[at].before == Gap::kQuote;
  return noun_place ? 0.6 : 0.3;
}

double ArabicFit::ending_score(const TermWord& word, const Reading& reading, std::size_t at,
                               std::size_t index, std::size_t count) const {
  const Atom& atom = atoms_[at];
  const bool inside = index > 0;
  const std::size_t length = word.marks.size();
  const bool closed_teh = word.marks.ends_with(u'ة');
  switch (reading.ending) {
    case Ending::kNone:
      return 1;
    case Ending::kAlef:
      if (reading.article) return 0;
      if (word.name) return atom.tanwin_fath && length <= 3 ? 0.9 : 0;
      if (atom.tanwin_fath) return 0.98;
      return length <= 2 ? 0.5 : inside ? 0.9 : 0.8;
    case Ending::kHeh: {
      if (word.name) return 0;
      if (reading.enclitic >= 0) return word.person ? 0.9 : 0;  // رئيسته
      const bool pronoun = atom.marks.ends_with(u'ه');
      if (pronoun && !reading.article) return length <= 2 ? 0.5 : 0.93;
      const double spelled = pronoun ? 0.85 : 1;
      if (inside) return closed_teh ? 0 : 0.93 * spelled;
      return word.person || word.adjective ? 0.9 * spelled : 0;
    }
    case Ending::kYeh:
      if (word.name || reading.article || !atom.marks.ends_with(u'ي')) return 0;
      return yeh_score(word, at, index, count);
    case Ending::kWaw:
      if (word.name || reading.article || inside || loses_firm_yeh(word, reading)) return 0;
      return word.person ? 0.95 : 0.6;
    case Ending::kAn:
    case Ending::kYn:
      if (word.name || loses_firm_yeh(word, reading)) return 0;
      return length <= 2 ? 0.5 : 0.93;
    case Ending::kWn:
      if (word.name || loses_firm_yeh(word, reading)) return 0;
      return word.person || word.adjective ? 0.95 : inside ? 0.9 : 0.5;
    case Ending::kTan:
      return word.name ? 0 : 0.95;
    case Ending::kAt:
      if (word.name) return 0;
      // كتيبة has كتائب; كتيبات are booklets. (Persons have both: أميرات.)
      if (closed_teh && length == 5 && word.marks[2] == u'ي' && word.marks[3] != u'ي' &&
          count == 1 && !word.person) {
        return 0.45;
      }
      if (closed_teh) return 0.96;
      if (inside) return 0.95;
      if (word.adjective && !word.person) return 0.45;  // المستجدات is a noun of its own
      return length <= 3 ? 0.55 : 0.9;
    case Ending::kAtOfAlef:
      return word.name ? 0 : 0.93;
    case Ending::kOpenTeh:
      return 0.7;
    case Ending::kMasculine:
      return inside && closed_teh && !word.name ? 0.88 : 0;
    case Ending::kDroppedYeh:
      if (word.name || reading.article || !word.marks.ends_with(u'ي')) return 0;
      if (atom.tanwin_kasr) return 0.95;
      return inside ? 0.85 : word.variant == Variant::kManqus ? 0.9 : 0.3;
    case Ending::kBroken: {
      if (word.name) return 0;
      const BrokenPlural& row = broken_plural(reading.plural_row);
      // ة is no radical: neither شركة nor شراكة has four.
      const auto radical = [](std::u16string_view shape) {
        return shape.back() >= u'1' && shape.back() <= u'4';
      };
      if (closed_teh && radical(row.singular)) return 0;
      if (atom.marks.ends_with(u'ة') && radical(row.plural) && reading.enclitic < 0) return 0;
      // أفعال begins with أ: إسهام is a masdar.
      if (row.plural.starts_with(u'ا') && atom.marks[reading.offset] == u'إ') return 0;
      // آثار of أثر has its two alefs in one; أمان is no plural of أمن.
      if (row.plural == u"ا1ا2" && atom.marks[reading.offset] == u'أ') return 0;
      double score = row.confidence;
      if (inside && score < 0.5) return 0;
      if (row.scope == PluralScope::kPerson && !word.person && !word.adjective && !inside) {
        score *= 0.5;
      }
      if (row.scope == PluralScope::kAdjective && !word.adjective && !inside) return 0;
      return score;
    }
    case Ending::kNisba:
      return 0.7;
    case Ending::kRoot:
      return 0.6;
    case Ending::kPlural:
      break;
  }
  return 0;
}

double ArabicFit::spelling_score(const TermWord& word, const Reading& reading,
                                 std::size_t at) const {
  const Atom& atom = atoms_[at];
  const std::u16string_view text = std::u16string_view(atom.marks).substr(reading.offset);
  double score = 1;
  const std::size_t letters = std::min<std::size_t>(reading.kept, word.marks.size());
  for (std::size_t i = 0; i < letters; ++i) {
    const char16_t t = text[i];
    const char16_t c = word.marks[i];
    if (t == c || word.variant == Variant::kSingular) continue;
    const bool last = i + 1 == word.marks.size() && i + 1 == text.size();
    if (last && c == u'ي' && t == u'ى') {
      // على for علي, تفشى for تفشي: another word, unless the writer leaves out the dots throughout.
      const bool particle = contains(kParticlesInAlef, atom.marks);
      score *= dotless_yeh_ && !particle ? 0.9 : letters <= 3 ? 0.2 : 0.4;
    } else if (last && c == u'ى' && t == u'ي') {
      score *= letters > 3 ? 0.8 : reading.article ? 0.75 : 0.45;
    } else if (last && c == u'ة' && t == u'ه') {
      // كتابه is "his book" where the term is كتابة.
      score *= reading.article ? 0.85 : heh_for_teh_ ? 0.75 : 0.4;
    } else if (last && c == u'ه' && t == u'ة') {
      score *= 0.5;
    } else {
      score *= letter_score(t, c, letters);
    }
  }
  return score;
}

// A word cited in the plural, met as another form of its singular.
double ArabicFit::singular_score(const TermWord& word, const Reading& reading, std::size_t index,
                                 std::size_t count) const {
  // Another broken plural than the one cited is as a rule another sense: أعراض symptoms, عروض
  // shows.
  if (reading.ending == Ending::kBroken) return count > 1 ? 0.8 : 0.45;
  if (reading.ending != Ending::kNone && reading.ending != Ending::kHeh) return 0.92;
  // الحزب المحافظ is not حزب المحافظين: only the head is met in the singular; but غسل يده.
  if (index > 0 && reading.enclitic < 0) return 0;
  if (count > 1) return 0.85;
  // With a pronoun a masdar is the action (انتخابنا, our electing), not one of the elections; and
  // three bare letters have too many senses (عرض of أعراض, قيد of قيود).
  const bool pronoun = reading.enclitic >= 0 || reading.ending == Ending::kHeh;
  if ((pronoun && is_masdar(word.marks)) || word.marks.size() <= 3) return 0.45;
  return 0.6;
}

double ArabicFit::score(const TermWord& word, const Reading& reading, std::size_t at,
                        std::size_t index, std::size_t count) const {
  const Atom& atom = atoms_[at];
  if (atom.kind != AtomKind::kArabic) return 1;
  if ((word.variant == Variant::kRoot) != (reading.ending == Ending::kRoot)) return 0;
  double score = proclitic_score(word, reading, at, index, count);
  if (score == 0) return 0;
  if (reading.enclitic >= 0) {
    if (word.name) return 0;
    if (kEnclitics[static_cast<std::size_t>(reading.enclitic)] == u"ه" &&
        !atom.marks.ends_with(u'ه')) {
      return 0;
    }
    score *= word.marks.size() <= 2 ? 0.6 : 0.95;
  }
  switch (word.variant) {
    case Variant::kSingular:
      score *= singular_score(word, reading, index, count);
      break;
    case Variant::kLoose: {
      const std::u16string_view text =
          std::u16string_view(atom.key).substr(reading.offset, reading.kept);
      std::u16string cited = word.marks;
      for (char16_t& c : cited) c = key_letter(c);
      score *= loose_score(text, cited);
      return score * ending_score(word, reading, at, index, count);
    }
    case Variant::kGlued:
      score *= reading.ending == Ending::kNone ? 0.9 : 0;
      break;
    case Variant::kCited:
    case Variant::kManqus:
    case Variant::kRoot:
      break;
  }
  if (score == 0) return 0;
  score *= ending_score(word, reading, at, index, count);
  if (score == 0) return 0;
  return score * spelling_score(word, reading, at);
}

double ArabicFit::context_score(const CompiledTerm& term, const TermWord& word,
                                const Reading& reading, std::size_t at) const {
  if (term.words == 1 && at > 0 && !reading.article && reading.preposition == 0 &&
      reading.enclitic < 0 && atoms_[at].before == Gap::kSpace &&
      contains(kBeforeVerbs, atoms_[at - 1].key)) {
    return 0.4;  // قد تعرض: a verb of the same letters
  }
  if (term.words > 1 || !word.name || !word.transliterated || word.marks.size() < 4 ||
      !word.marks.ends_with(u'ي') || reading.article)
    return 1;
  if (at == 0 || reading.preposition != 0) return 1;
  const Atom& before = atoms_[at - 1];
  if (before.kind != AtomKind::kArabic || atoms_[at].before == Gap::kBreak) return 1;
  std::u16string_view key = before.key;
  // An adjective would agree: after a feminine or a plural it is مالية. A verb in ت has a subject.
  if (before.marks.ends_with(u'ة') || key.ends_with(u'ت') || contains(kVerbsOfCountries, key)) {
    return 1;
  }
  for (const std::u16string_view clitic : {u"و", u"ف", u"ب", u"ل", u"ال"}) {
    if (contains(kBeforePlaces, key)) return 1;
    if (key.size() > clitic.size() + 2 && key.starts_with(clitic)) key.remove_prefix(clitic.size());
  }
  if (contains(kBeforePlaces, key)) return 1;
  // و joins names to names and adjectives to adjectives.
  if (reading.conjunction != 0) return key.ends_with(u'ي') ? 0.4 : 0.9;
  return 0.45;
}

std::string ArabicFit::describe(const TermWord& word, const Reading& reading,
                                std::size_t at) const {
  const Atom& atom = atoms_[at];
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
  switch (reading.ending) {
    case Ending::kAlef:
      part(atom.tanwin_fath ? "tanwin" : "ending ا");
      break;
    case Ending::kHeh:
      part(atom.marks.ends_with(u'ه') && reading.enclitic < 0 && !reading.article ? "pronoun ه"
                                                                                  : "feminine");
      break;
    case Ending::kYeh:
    case Ending::kWaw:
      part(reading.ending == Ending::kWaw ? "construct و" : "ending ي");
      break;
    case Ending::kAn:
      part("dual");
      break;
    case Ending::kYn:
      part("plural or dual ين");
      break;
    case Ending::kWn:
      part("plural ون");
      break;
    case Ending::kTan:
      part("dual");
      break;
    case Ending::kAt:
    case Ending::kAtOfAlef:
      part("plural ات");
      break;
    case Ending::kOpenTeh:
      part("ت for ة");
      break;
    case Ending::kMasculine:
      part("masculine");
      break;
    case Ending::kDroppedYeh:
      part("dropped ي");
      break;
    case Ending::kBroken:
      if (const BrokenPlural& row = broken_plural(reading.plural_row); is_listed(row)) {
        part("broken plural");
      } else {
        part("broken plural (pattern " + pattern_name(row) + ")");
      }
      break;
    case Ending::kNisba:
      part("nisba adjective");
      break;
    case Ending::kRoot:
      part("same root");
      break;
    case Ending::kNone:
    case Ending::kPlural:
      break;
  }
  if (word.variant == Variant::kLoose || reading.kept == 0) return text;
  // The lowest rung of the folding ladder on which the letters meet.
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
  if (teh) {
    part("folding: teh-marbuta");
  } else if (yeh) {
    part("folding: yeh");
  } else if (hamza) {
    part("folding: hamza");
  } else if (alef) {
    part("folding: alef");
  } else if (atom.end - atom.begin > atom.marks.size() * 2 && reading.ending != Ending::kAlef) {
    part("folding: marks");
  }
  return text;
}

}  // namespace mizan
