#include "tm/term/arabic_fit.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "tm/lang/broken_plurals.h"
#include "tm/term/arabic_evidence.h"
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

constexpr std::array<std::u16string_view, 5> kBiliterals = {u"يد", u"أب", u"أخ", u"دم", u"فم"};

constexpr std::array<std::u16string_view, 6> kParticlesInAlef = {u"على", u"إلى", u"الى",
                                                                 u"حتى", u"متى", u"لدى"};

// فاعل and the participles in م.
bool is_participle(std::u16string_view marks) {
  return marks.size() >= 4 && (marks[0] == u'م' || marks[1] == u'ا');
}

// What may follow a word whose ya tanwin has dropped: محامون, معديًا has it back.
bool takes_manqus(Ending ending) {
  switch (ending) {
    case Ending::kNone:
    case Ending::kWn:
    case Ending::kYn:
    case Ending::kWaw:
    case Ending::kYeh:
    case Ending::kDroppedYeh:
    case Ending::kBroken:
      return true;
    default:
      return false;
  }
}

// Before ون and ين the ya of a manqus drops (قاضون), that of a nisba does not (جنديون).
bool loses_firm_yeh(const TermWord& word, const Reading& reading) {
  const std::u16string& marks = word.marks;
  if (!marks.ends_with(u'ي') || reading.kept >= marks.size()) return false;
  const bool active = marks.size() == 4 && marks[1] == u'ا';
  return !active && !(marks.size() >= 4 && (marks[0] == u'م' || marks[0] == u'ت'));
}

}  // namespace

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
    if (reading.question) score *= habits_.question ? 0.9 : 0.4;
    const bool bare = reading.ending == Ending::kNone && reading.enclitic < 0 && !reading.article;
    // وزير is a noun of its own, not "and a jar".
    if (bare && is_listed_noun(atoms_[at].key)) score *= 0.4;
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

double ArabicFit::ending_score(const TermWord& word, const Reading& reading, std::size_t at,
                               std::size_t index, std::size_t count) const {
  const Atom& atom = atoms_[at];
  const bool inside = index > 0;
  const std::size_t length = word.marks.size();
  if (word.manqus && !takes_manqus(reading.ending)) return 0;
  const bool closed_teh = word.marks.ends_with(u'ة');
  const bool feminine =
      closed_teh || (word.variant == Variant::kSingular && word.marks.ends_with(u'ه'));
  switch (reading.ending) {
    case Ending::kNone:
      return 1;
    case Ending::kAlef:
      // ةً and ىً take no alef.
      if (reading.article || feminine || word.marks.ends_with(u'ى')) return 0;
      if (word.name) return atom.tanwin_fath && length <= 3 ? 0.9 : 0;
      if (atom.tanwin_fath) return 0.98;
      // Who writes tanwin means a dual, which goes on with a noun: no لاعبا without one.
      if (habits_.tanwin && !inside && !has_noun_after(at)) return 0.45;
      return length <= 2 ? 0.5 : inside ? 0.9 : 0.8;
    case Ending::kHeh: {
      if (word.name || word.marks.ends_with(u'ى')) return 0;
      if (reading.enclitic >= 0) return word.person ? 0.9 : 0;  // رئيسته
      const bool pronoun = atom.marks.ends_with(u'ه');
      if (pronoun && !reading.article) return length <= 2 ? 0.5 : 0.93;
      const double spelled = pronoun ? 0.85 : 1;
      if (inside) return closed_teh ? 0 : 0.93 * spelled;
      return word.person || word.adjective ? 0.9 * spelled : 0;
    }
    case Ending::kYeh:
      if (word.name || reading.article || !atom.marks.ends_with(u'ي')) return 0;
      return yeh_score(atoms_, word, at, index, count);
    case Ending::kWaw:
      if (word.name || reading.article || inside || loses_firm_yeh(word, reading)) return 0;
      return word.person ? 0.95 : is_participle(word.marks) ? 0.85 : 0.4;
    case Ending::kAn:
    case Ending::kYn:
      if (word.name || loses_firm_yeh(word, reading)) return 0;
      // Of words with two letters only those that have no third are sure: اليدين, not الجنين.
      return length > 2 || contains(kBiliterals, word.marks) ? 0.93 : 0.45;
    case Ending::kWn:
      if (word.name || loses_firm_yeh(word, reading)) return 0;
      if (word.person || word.adjective) return 0.95;
      return inside ? 0.9 : is_participle(word.marks) ? 0.85 : 0.5;
    case Ending::kTan:
      return word.name || !feminine ? 0 : 0.95;
    case Ending::kAt:
      if (word.name) return 0;
      // كتيبة has كتائب; كتيبات are booklets. (Persons have both: أميرات.)
      if (closed_teh && length == 5 && word.marks[2] == u'ي' && word.marks[3] != u'ي' &&
          count == 1 && !word.person) {
        return 0.45;
      }
      if (feminine) return 0.96;
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
    case Ending::kBroken:
      return word.name ? 0 : broken_score(word, reading, at, index, count);
    case Ending::kNisba:
      return 0.7;
    case Ending::kRoot:
      return 0.6;
    case Ending::kPlural:
      break;
  }
  return 0;
}

double ArabicFit::broken_score(const TermWord& word, const Reading& reading, std::size_t at,
                               std::size_t index, std::size_t count) const {
  const bool inside = index > 0;
  const BrokenPlural& row = broken_plural(reading.plural_row);
  const std::u16string_view plural = std::u16string_view(atoms_[at].marks).substr(reading.offset);
  // ة is no radical: neither شركة nor شراكة has four.
  const auto radical = [](std::u16string_view shape) {
    return shape.back() >= u'1' && shape.back() <= u'4';
  };
  if (word.marks.ends_with(u'ة') && radical(row.singular)) return 0;
  if (plural.ends_with(u'ة') && radical(row.plural) && reading.enclitic < 0) return 0;
  if (word.manqus && !is_listed(row)) return 0;
  double score = row.confidence;
  if (row.plural.starts_with(u'ا')) {
    // أفعال begins with أ: إسهام is a masdar, واحدة no plural of حديد.
    if (plural[0] == u'إ' && !is_listed(row)) return 0;
    // آثار of أثر has its two alefs in one; أمان is no plural of أمن.
    if (row.plural == u"ا1ا2" && plural[0] == u'أ') return 0;
    if (plural[0] == u'ا' && habits_.hamza) score *= is_listed(row) ? 0.8 : 0.5;
  }
  // الأحد: the article is no part of a shape.
  if (!is_listed(row) && plural.starts_with(u"ال")) return 0;
  // فعالى ends in ى; جراحي is an adjective.
  const bool adjective_shape = row.plural == u"12ا3ي" && row.singular != u"123ي";
  if (adjective_shape && plural.ends_with(u'ي') && !habits_.dotless_yeh) score *= 0.5;
  // A participle that names a person or a quality has a sound plural: مماثل is none of ممثلة.
  const bool quality = word.adjective && !word.marks.ends_with(u'ة');
  if ((word.person || quality) && !is_listed(row) && word.marks.starts_with(u'م') &&
      row.plural == u"12ا34") {
    return 0;
  }
  // كتبه is "his books", not the writers.
  if (row.plural.ends_with(u'ه') && plural.ends_with(u'ه') && reading.enclitic < 0) {
    score *= reading.article ? 0.85 : habits_.heh_for_teh ? 0.75 : 0.4;
  }
  // The other words of a term do not vouch for a shape that is as often another word.
  if (count > 1 && score < 0.5) return 0;
  if (row.scope == PluralScope::kPerson && !word.person && !word.adjective && !inside) {
    score *= 0.5;
  }
  if (row.scope == PluralScope::kAdjective && !word.adjective && !inside) return 0;
  return score;
}

// Whether a noun may follow the word at atom `at` in construct state: not the end, no particle, and
// nothing that و joins.
bool ArabicFit::has_noun_after(std::size_t at) const {
  if (at + 1 == atoms_.size() || atoms_[at + 1].before != Gap::kSpace) return false;
  const std::u16string_view next = atoms_[at + 1].key;
  return next.size() > 3 && !next.starts_with(u'و');
}

// Letters of text and term that folding makes one alef: how much their difference costs.
double ArabicFit::alef_score(const TermWord& word, const Reading& reading, char16_t text,
                             std::size_t index) const {
  const char16_t cited = word.marks[index];
  const std::size_t length = word.marks.size();
  const bool is_short = length <= 4;
  if (cited == u'ا') return text == u'آ' ? 0.6 : 0.92;
  if (text == u'ا') {
    if (cited == u'آ') return 0.9;
    if (!habits_.hamza || word.name) return 0.97;
    // الحاد is "the acute", not إلحاد.
    if (index == 0 && word.marks[1] == u'ل' && length <= 5) return 0.4;
    // كامل is no "like أمل", رايان no dual of رأي.
    const bool leans = reading.conjunction != 0 || reading.preposition != 0;
    return length <= 3 && !reading.article && (leans || index > 0) ? 0.4 : 0.97;
  }
  if (text == u'آ' || cited == u'آ') return is_short ? 0.3 : 0.7;
  if (word.name || word.transliterated) return is_short ? 0.6 : 0.9;
  // أعمار are ages, إعمار is reconstruction.
  return is_short || (length == 5 && word.marks[3] == u'ا') ? 0.4 : 0.85;
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
      const bool verb = !reading.article && word.marks.starts_with(u'ت');
      score *= habits_.dotless_yeh && !particle ? 0.9 : letters <= 3 || verb ? 0.1 : 0.4;
    } else if (last && c == u'ى' && t == u'ي') {
      // المعني is "concerned", not المعنى, unless the writer keeps the two letters apart nowhere.
      const bool doubtful = letters <= 3 ? habits_.alef_maqsura || !reading.article
                                         : letters == 4 && habits_.alef_maqsura;
      score *= doubtful ? 0.45 : 0.8;
    } else if (last && c == u'ة' && t == u'ه') {
      // كتابه is "his book" where the term is كتابة.
      const bool radical = ends_in_radical_heh(text);
      score *= radical ? 0.4 : reading.article ? 0.85 : habits_.heh_for_teh ? 0.75 : 0.4;
    } else if (last && c == u'ه' && t == u'ة') {
      score *= 0.5;
    } else {
      score *= key_letter(t) == u'ا' ? alef_score(word, reading, t, i) : 0.95;
    }
  }
  return score;
}

// A word cited in the plural, met as another form of its singular.
double ArabicFit::singular_score(const TermWord& word, const Reading& reading, std::size_t at,
                                 std::size_t index, std::size_t count) const {
  // Another broken plural than the one cited is as a rule another sense: أعراض symptoms, عروض
  // shows.
  if (reading.ending == Ending::kBroken) return count > 1 ? 0.8 : 0.45;
  if (reading.ending != Ending::kNone && reading.ending != Ending::kHeh) return 0.92;
  // الحزب المحافظ is not حزب المحافظين: only the head is met in the singular; but غسل يده.
  if (index > 0 && reading.enclitic < 0) return 0;
  if (count > 1) return 0.85;
  // A masdar with its object is the action (انتخابنا, our electing), not one of the elections; and
  // three bare letters have too many senses (عرض of أعراض, قيد of قيود).
  // صادر of صادرات is a participle.
  const bool active =
      word.marks.size() == 4 && word.marks[1] == u'ا' && !word.marks.ends_with(u'ه');
  const bool bare = word.marks.size() <= 3 && !word.marks.ends_with(u'ه');
  const bool action =
      is_masdar(word.marks) && (reading.enclitic >= 0 || reading.article ||
                                reading.ending == Ending::kHeh || has_definite_after(atoms_, at));
  return action || active || bare ? 0.45 : 0.6;
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
    const bool doubtful = word.marks.size() <= 2 && !contains(kBiliterals, word.marks);
    score *= doubtful ? 0.6 : 0.95;
  }
  switch (word.variant) {
    case Variant::kSingular:
      score *= singular_score(word, reading, at, index, count);
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
    case Variant::kListed:
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
  return arabic_context_score(atoms_, term, word, reading, at);
}

std::string ArabicFit::describe(const TermWord& word, const Reading& reading,
                                std::size_t at) const {
  return arabic_evidence(atoms_[at], word, reading);
}

}  // namespace mizan
