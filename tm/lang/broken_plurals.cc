#include "tm/lang/broken_plurals.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <functional>
#include <iterator>
#include <utility>

#include "tm/base/utf8.h"

namespace mizan {
namespace {

using enum PluralScope;

// The patterns of the reference grammars (Wright I §304-305; Ryding, A Reference Grammar of Modern
// Standard Arabic, ch. 7.3), with the spellings that weak and doubled roots and hamzas give them.
// Confidence: .9 where the shape is nearly always a plural, .8 productive, .7 frequent; .4 where
// the shape is more often a masdar, a verb or another noun (فعول, فعال, فعل), so that only a listed
// plural is believed without further support.
constexpr std::array kRows = {
    // Triliteral without vowel letters.
    BrokenPlural{u"123", u"ا12ا3", .9},   // مرض أمراض
    BrokenPlural{u"123", u"12و3", .4},    // حرب حروب
    BrokenPlural{u"123", u"12ا3", .4},    // جبل جبال
    BrokenPlural{u"123", u"ا123", .4},    // سهم أسهم
    BrokenPlural{u"123", u"123ان", .4},   // بلد بلدان
    BrokenPlural{u"123", u"12ا3ه", .4},   // حجر حجارة
    BrokenPlural{u"123", u"12ا3ي", .4},   // أرض أراض
    BrokenPlural{u"123", u"ا1ا23", .4},   // مكان أماكن by way of أمكن
    BrokenPlural{u"123", u"12يان", .4},   // صبي صبيان
    BrokenPlural{u"ا12", u"ا1ا2", .9},    // أثر آثار
    BrokenPlural{u"12", u"12و2", .8},     // خط خطوط
    BrokenPlural{u"12", u"ا12ا2", .8},    // سن أسنان
    BrokenPlural{u"12", u"12ا2", .4},     // ظل ظلال
    BrokenPlural{u"12ء", u"ا12اء", .8},   // عبء أعباء
    BrokenPlural{u"12و", u"ا12اء", .9},   // عضو أعضاء
    BrokenPlural{u"12ي", u"ا12اء", .7},   // حي أحياء
    BrokenPlural{u"12ي", u"12اء", .4},    // ظبي ظباء
    BrokenPlural{u"1ي", u"ا1ياء", .8},    // حي أحياء
    BrokenPlural{u"1ا3", u"ا1وا3", .9},   // باب أبواب
    BrokenPlural{u"1ا3", u"ا1يا3", .7},   // ناب أنياب
    BrokenPlural{u"1ا3", u"1ي3ان", .8},   // نار نيران
    BrokenPlural{u"1ا3", u"1و3", .4},     // دار دور
    BrokenPlural{u"1ا3", u"1يا3", .4},    // دار ديار
    BrokenPlural{u"1و3", u"1ي3ان", .7},   // حوت حيتان
    BrokenPlural{u"1و3", u"1يا3", .4},    // ثوب ثياب
    BrokenPlural{u"1ي23", u"ا12ا3", .8},  // فيلم أفلام
    // Feminine triliterals.
    BrokenPlural{u"123ه", u"123", .4},       // دولة دول
    BrokenPlural{u"123ه", u"12ا3", .4},      // نقطة نقاط
    BrokenPlural{u"123ه", u"12و3", .4},      // صخرة صخور
    BrokenPlural{u"123ه", u"ا123", .4},      // نعمة أنعم
    BrokenPlural{u"123ه", u"12اء3", .4},     // ضرة ضرائر
    BrokenPlural{u"12ه", u"122", .45},       // قصة قصص
    BrokenPlural{u"12ه", u"12ا2", .4},       // سلة سلال
    BrokenPlural{u"1ا3ه", u"1و3", .4},       // ساحة سوح
    BrokenPlural{u"1و3ه", u"1و3", .4},       // صورة صور
    BrokenPlural{u"12يه", u"12ي", .4},       // قرية قرى
    BrokenPlural{u"12ي3ه", u"12اء3", .9},    // ضريبة ضرائب
    BrokenPlural{u"12ي3ه", u"123", .4},      // سفينة سفن
    BrokenPlural{u"12يه", u"12ايا", .9},     // ضحية ضحايا
    BrokenPlural{u"12يءه", u"12ايا", .9},    // خطيئة خطايا
    BrokenPlural{u"12ا3ه", u"12اء3", .9},    // رسالة رسائل
    BrokenPlural{u"12و3ه", u"12اء3", .8},    // حمولة حمائل
    BrokenPlural{u"1ا23ه", u"1وا23", .9},    // قاعدة قواعد
    BrokenPlural{u"1ا2ه", u"1وا2", .8},      // مادة مواد
    BrokenPlural{u"1ا2يه", u"1وا2ي", .8},    // ناحية نواحي
    BrokenPlural{u"1اويه", u"1وايا", .9},    // زاوية زوايا
    BrokenPlural{u"123و4ه", u"12ا3ي4", .9},  // أسطورة أساطير
    BrokenPlural{u"ا23يه", u"ا2ا3ي", .8},    // أغنية أغاني
    BrokenPlural{u"1234ه", u"12ا34", .9},    // قنبلة قنابل, منطقة مناطق
    BrokenPlural{u"م1ي3ه", u"م1اء3", .8},    // مصيبة مصائب
    BrokenPlural{u"م1ا3ه", u"م1او3", .8},    // مغارة مغاور
    // A long vowel after the first radical.
    BrokenPlural{u"1ا23", u"12ا3", .4, kPerson},   // طالب طلاب
    BrokenPlural{u"1ا23", u"123ه", .4, kPerson},   // طالب طلبة
    BrokenPlural{u"1ا23", u"123اء", .8, kPerson},  // عالم علماء
    BrokenPlural{u"1ا23", u"12و3", .4, kPerson},   // شاهد شهود
    BrokenPlural{u"1ا23", u"ا12ا3", .4, kPerson},  // صاحب أصحاب
    BrokenPlural{u"1ا23", u"123", .4, kPerson},    // حارس حرس
    BrokenPlural{u"1ا23", u"123ان", .4, kPerson},  // فارس فرسان
    BrokenPlural{u"1ا23", u"1وا23", .8},           // عامل عوامل
    BrokenPlural{u"1اء3", u"1ا3ه", .4, kPerson},   // قائد قادة
    BrokenPlural{u"1اء3", u"1وا3", .4, kPerson},   // نائب نواب
    BrokenPlural{u"1ا2ء", u"12اء", .4, kPerson},   // قارئ قراء
    BrokenPlural{u"1ا2ي", u"12اه", .4, kPerson},   // قاض قضاة
    BrokenPlural{u"1ا2ي", u"ا12يه", .4},           // واد أودية, ناد أندية
    BrokenPlural{u"1ا2ي", u"1وا2ي", .7},           // ناد نواد
    BrokenPlural{u"1ا2", u"12ا2", .4, kPerson},    // شاب شباب
    BrokenPlural{u"1ا2", u"12ان", .4, kPerson},    // شاب شبان
    BrokenPlural{u"1ا2", u"1وا2", .4},             // خاص خواص
    BrokenPlural{u"1ا2و3", u"1وا2ي3", .95},        // صاروخ صواريخ
    BrokenPlural{u"1ا2ي3", u"1وا2ي3", .95},        // تاريخ تواريخ
    BrokenPlural{u"1ي2ا3", u"1وا2ي3", .9},         // ديوان دواوين
    BrokenPlural{u"1ي2اء", u"1وا2ء", .9},          // ميناء موانئ
    BrokenPlural{u"1ي2اء", u"1وا2ي", .8},          // ميناء مواني
    // A long vowel after the second radical.
    BrokenPlural{u"12ا3", u"ا123ه", .9},          // سلاح أسلحة
    BrokenPlural{u"12ا3", u"123", .4},            // كتاب كتب
    BrokenPlural{u"12ا3", u"12اء3", .4},          // شمال شمائل
    BrokenPlural{u"12ا3", u"123ان", .4},          // غلام غلمان
    BrokenPlural{u"12ا3", u"12ا2ي3", .85},        // عقار عقاقير, شباك شبابيك
    BrokenPlural{u"12ا3", u"ا1ا23", .8},          // مكان أماكن
    BrokenPlural{u"12اء", u"ا12يه", .85},         // دواء أدوية
    BrokenPlural{u"12اء", u"ا12ءه", .85},         // وباء أوبئة
    BrokenPlural{u"12ي3", u"123اء", .85},         // وزير وزراء
    BrokenPlural{u"12ي3", u"ا123اء", .8},         // صديق أصدقاء
    BrokenPlural{u"12ي2", u"ا12اء", .85},         // طبيب أطباء
    BrokenPlural{u"12ي3", u"123ي", .4, kPerson},  // جريح جرحى
    BrokenPlural{u"12ي2", u"ا12ه", .7},           // دليل أدلة
    BrokenPlural{u"12ي3", u"ا123ه", .4},          // رغيف أرغفة
    BrokenPlural{u"12ي3", u"123", .4},            // طريق طرق
    BrokenPlural{u"12ي3", u"12ا3", .4},           // كبير كبار
    BrokenPlural{u"12ي3", u"ا12ا3", .4},          // شريف أشراف
    BrokenPlural{u"12ي3", u"123ان", .4},          // قضيب قضبان
    BrokenPlural{u"12ي3", u"12اء3", .8},          // فصيل فصائل
    BrokenPlural{u"12ي3", u"12ا3ي", .55},         // يتيم يتامى
    BrokenPlural{u"12ي", u"ا12ياء", .85},         // نبي أنبياء
    BrokenPlural{u"12و3", u"ا123ه", .8},          // عمود أعمدة
    BrokenPlural{u"12و3", u"123", .4},            // رسول رسل
    BrokenPlural{u"12و3", u"12اء3", .4},          // عجوز عجائز
    BrokenPlural{u"12و3", u"12ا2ي3", .7},         // دبوس دبابيس
    BrokenPlural{u"12و", u"ا12اء", .8},           // عدو أعداء
    // Four radicals; the prefixes م ت ا count as one.
    BrokenPlural{u"1234", u"12ا34", .85},  // مصنع مصانع, خندق خنادق
    BrokenPlural{u"1234", u"12ا34ه", .75, kPerson},
    BrokenPlural{u"123ا4", u"12ا3ي4", .9},           // عنوان عناوين
    BrokenPlural{u"123و4", u"12ا3ي4", .9},           // صندوق صناديق
    BrokenPlural{u"123ي4", u"12ا3ي4", .9},           // تقرير تقارير
    BrokenPlural{u"123ا4", u"12ا34", .85},           // زلزال زلازل
    BrokenPlural{u"123ا4", u"12ا34ه", .8, kPerson},  // أستاذ أساتذة
    BrokenPlural{u"123و4", u"12ا34ه", .8, kPerson},  // دكتور دكاترة
    BrokenPlural{u"123ي4", u"12ا34ه", .8, kPerson},  // تلميذ تلامذة
    BrokenPlural{u"م12ي", u"م1ا2ي", .8},             // مبنى مبان
    BrokenPlural{u"1ا2و3ه", u"1وا2ي3", .9},          // فاتورة فواتير
    BrokenPlural{u"123ي4ه", u"12ا3ي4", .85},         // تعويذة تعاويذ
    BrokenPlural{u"م12اه", u"م1ا2ي", .8},            // مصفاة مصافي
    BrokenPlural{u"م12", u"م1ا2", .55},              // محل محال
    BrokenPlural{u"123ان", u"12ا3ي", .7},            // سكران سكارى
    // Nisba nouns.
    BrokenPlural{u"123ي", u"12و3", .4},    // جندي جنود
    BrokenPlural{u"123ي", u"ا12ا3", .75},  // كردي أكراد
    BrokenPlural{u"1ا23ي", u"1وا23", .6}, BrokenPlural{u"ا123ي", u"ا1ا23", .85},  // أجنبي أجانب
    BrokenPlural{u"1234ي", u"12ا34ه", .75},  // مغربي مغاربة
    BrokenPlural{u"123ي", u"12ا3ي", .4},     // كرسي كراسي
    BrokenPlural{u"123اء", u"12ا3ي", .8},    // صحراء صحارى
    // Adjectives of colour and defect.
    BrokenPlural{u"ا123", u"123اء", .85, kAdjective},  // أبيض بيضاء
    BrokenPlural{u"ا123", u"123", .4, kAdjective},     // أزرق زرق
    BrokenPlural{u"ا123", u"ا1ا23", .85},              // أصبع أصابع
};

constexpr BrokenPlural kWords[] = {
#include "tm/lang/broken_plural_words.inc"
};
static_assert(std::ranges::is_sorted(kWords, {}, &BrokenPlural::plural));

constexpr std::size_t kLongestPlural = 8;  // letters
static_assert(std::ranges::all_of(kRows, [](const BrokenPlural& row) {
  return row.plural.size() <= kLongestPlural;
}));

// Patterns below this give way to a plural that is listed.
constexpr double kDoubtful = 0.5;

constexpr bool is_slot(char16_t c) { return c >= u'1' && c <= u'4'; }

constexpr bool is_yeh(char16_t c) { return c == u'ي' || c == u'و'; }

using Radicals = std::array<char16_t, 4>;

bool matches(std::u16string_view shape, std::u16string_view word, Radicals& radicals) {
  if (shape.size() != word.size()) return false;
  radicals.fill(0);
  for (std::size_t i = 0; i < shape.size(); ++i) {
    if (!is_slot(shape[i])) {
      if (shape[i] != word[i]) return false;
      continue;
    }
    char16_t& radical = radicals[shape[i] - u'1'];
    if (radical != 0 && radical != word[i]) return false;
    radical = word[i];
  }
  return true;
}

// Shapes that a first or doubled radical makes another word: تفاعل is the masdar of form VI (a noun
// in ت has تفاعيل, one in ة like تجربة has تجارب), مفاعلة that of form III, حيوي of حي a nisba.
bool is_other(const BrokenPlural& row, const Radicals& radicals) {
  if (row.plural == u"12ا34" && radicals[0] == u'ي') return true;  // the verb يلامس
  if (row.plural == u"12ا34") return radicals[0] == u'ت' && !row.singular.ends_with(u'ه');
  if (row.plural == u"12ا34ه") return radicals[0] == u'م';
  return row.plural == u"12و2" && is_yeh(radicals[1]);
}

}  // namespace

void visit_singulars(std::u16string_view plural,
                     const std::function<void(std::u16string_view, const BrokenPlural&)>& visit) {
  if (plural.size() > kLongestPlural) return;
  const auto listed = std::ranges::equal_range(kWords, plural, {}, &BrokenPlural::plural);
  for (const BrokenPlural& word : listed) visit(word.singular, word);
  Radicals radicals;
  std::array<char16_t, 12> singular{};
  for (const BrokenPlural& row : kRows) {
    if (!listed.empty() && row.confidence < kDoubtful) continue;
    if (!matches(row.plural, plural, radicals)) continue;
    // An alef is no radical; a shape that would need one is another shape. فعائل of a root in ي is
    // فعايا, never ولائي of ولاية.
    bool sound = !(row.plural.ends_with(u"اء3") && is_yeh(radicals[2])) && !is_other(row, radicals);
    for (std::size_t i = 0; i < row.singular.size(); ++i) {
      const char16_t c = row.singular[i];
      singular[i] = is_slot(c) ? radicals[c - u'1'] : c;
      if (is_slot(c) && singular[i] == u'ا' && i > 0) sound = false;
    }
    if (sound) visit({singular.data(), row.singular.size()}, row);
  }
}

std::span<const BrokenPlural> listed_plurals() { return kWords; }

bool is_listed(const BrokenPlural& row) {
  return !std::less<>()(&row, std::begin(kWords)) && std::less<>()(&row, std::end(kWords));
}

bool is_listed_noun(std::u16string_view word) {
  static const auto kSingulars = [] {
    std::array<std::u16string_view, std::size(kWords)> words;
    std::ranges::transform(kWords, words.begin(), &BrokenPlural::singular);
    std::ranges::sort(words);
    return words;
  }();
  return std::ranges::binary_search(kWords, word, {}, &BrokenPlural::plural) ||
         std::ranges::binary_search(kSingulars, word);
}

int row_number(const BrokenPlural& row) {
  if (is_listed(row)) return static_cast<int>(kRows.size() + (&row - kWords));
  return static_cast<int>(&row - kRows.data());
}

const BrokenPlural& broken_plural(int row_number) {
  assert(row_number >= 0);
  const auto number = static_cast<std::size_t>(row_number);
  return number < kRows.size() ? kRows[number] : kWords[number - kRows.size()];
}

std::string pattern_name(const BrokenPlural& row) {
  constexpr char32_t kLetters[] = {U'ف', U'ع', U'ل', U'ل'};
  std::string name;
  bool second = false;
  for (std::size_t i = 0; i < row.plural.size(); ++i) {
    char32_t letter = row.plural[i];
    if (is_slot(row.plural[i])) {
      letter = kLetters[row.plural[i] - u'1'];
      // A doubled root has its second radical in the place of the third.
      if (row.plural[i] == u'2' && std::exchange(second, true)) letter = U'ل';
    } else if (letter == U'ا' && i == 0) {
      letter = U'أ';
    } else if (letter == U'ء' && i + 1 < row.plural.size()) {
      letter = U'ئ';
    } else if (letter == U'ه' && i + 1 == row.plural.size()) {
      letter = U'ة';
    }
    append_utf8(name, letter);
  }
  return name;
}

}  // namespace mizan
