#include "tm/term/arabic_fit.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "tm/base/utf8.h"
#include "tm/lang/broken_plurals.h"
#include "tm/term/arabic_readings.h"

namespace mizan {
namespace {

template <typename Table>
bool contains(const Table& table, std::u16string_view word) {
  return std::ranges::find(table, word) != std::ranges::end(table);
}

// The masdar shapes of forms II, IV and VII to X: تفعيل, إفعال, انفعال, افتعال, استفعال.
bool is_masdar(std::u16string_view key) {
  if (key.size() == 5 && key[0] == u'ت' && key[3] == u'ي') return true;
  return key.size() >= 5 && key[0] == u'ا' && key[key.size() - 2] == u'ا';
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
