#include "tm/lang/broken_plurals.h"

#include <array>
#include <cassert>

#include "tm/base/utf8.h"

namespace mizan {
namespace {

using enum PluralScope;

// The patterns of the reference grammars (Wright I §304-305; Ryding, A Reference Grammar of Modern
// Standard Arabic, ch. 7.3), with the spellings that weak and doubled roots and hamzas give them.
// Confidence: .9 where the shape is nearly always a plural, .8 productive, .7 frequent, .6 and .55
// where the plural shape is as often another word.
constexpr std::array kRows = {
    // Triliteral without vowel letters.
    BrokenPlural{u"123", u"ا12ا3", .9},   // مرض أمراض
    BrokenPlural{u"123", u"12و3", .8},    // حرب حروب
    BrokenPlural{u"123", u"12ا3", .7},    // جبل جبال
    BrokenPlural{u"123", u"ا123", .7},    // سهم أسهم
    BrokenPlural{u"123", u"123ان", .6},   // بلد بلدان
    BrokenPlural{u"123", u"12ا3ه", .55},  // حجر حجارة
    BrokenPlural{u"123", u"12ا3ي", .6},   // أرض أراض
    BrokenPlural{u"123", u"ا1ا23", .6},   // مكان أماكن by way of أمكن
    BrokenPlural{u"123", u"12يان", .55},  // صبي صبيان
    BrokenPlural{u"12", u"12و2", .8},     // خط خطوط
    BrokenPlural{u"12", u"ا12ا2", .8},    // سن أسنان
    BrokenPlural{u"12", u"12ا2", .6},     // ظل ظلال
    BrokenPlural{u"12ء", u"ا12اء", .8},   // عبء أعباء
    BrokenPlural{u"12و", u"ا12اء", .9},   // عضو أعضاء
    BrokenPlural{u"12ي", u"ا12اء", .7},   // حي أحياء
    BrokenPlural{u"12ي", u"12اء", .6},    // ظبي ظباء
    BrokenPlural{u"1ي", u"ا1ياء", .8},    // حي أحياء
    BrokenPlural{u"1ا3", u"ا1وا3", .9},   // باب أبواب
    BrokenPlural{u"1ا3", u"ا1يا3", .7},   // ناب أنياب
    BrokenPlural{u"1ا3", u"1ي3ان", .8},   // نار نيران
    BrokenPlural{u"1ا3", u"1و3", .55},    // دار دور
    BrokenPlural{u"1ا3", u"1يا3", .55},   // دار ديار
    BrokenPlural{u"1و3", u"1ي3ان", .7},   // حوت حيتان
    BrokenPlural{u"1و3", u"1يا3", .55},   // ثوب ثياب
    BrokenPlural{u"1ي23", u"ا12ا3", .8},  // فيلم أفلام
    // Feminine triliterals.
    BrokenPlural{u"123ه", u"123", .65},      // دولة دول
    BrokenPlural{u"123ه", u"12ا3", .65},     // نقطة نقاط
    BrokenPlural{u"123ه", u"12و3", .55},     // صخرة صخور
    BrokenPlural{u"123ه", u"ا123", .6},      // نعمة أنعم
    BrokenPlural{u"123ه", u"12اء3", .6},     // ضرة ضرائر
    BrokenPlural{u"12ه", u"122", .65},       // قصة قصص
    BrokenPlural{u"12ه", u"12ا2", .6},       // سلة سلال
    BrokenPlural{u"1ا3ه", u"1و3", .55},      // ساحة سوح
    BrokenPlural{u"1و3ه", u"1و3", .6},       // صورة صور
    BrokenPlural{u"12يه", u"12ي", .6},       // قرية قرى
    BrokenPlural{u"12ي3ه", u"12اء3", .9},    // ضريبة ضرائب
    BrokenPlural{u"12ي3ه", u"123", .7},      // سفينة سفن
    BrokenPlural{u"12يه", u"12ايا", .9},     // ضحية ضحايا
    BrokenPlural{u"12يءه", u"12ايا", .9},    // خطيئة خطايا
    BrokenPlural{u"12ا3ه", u"12اء3", .9},    // رسالة رسائل
    BrokenPlural{u"12و3ه", u"12اء3", .8},    // حمولة حمائل
    BrokenPlural{u"1ا23ه", u"1وا23", .9},    // قاعدة قواعد
    BrokenPlural{u"1ا2ه", u"1وا2", .8},      // مادة مواد
    BrokenPlural{u"1ا2يه", u"1وا2ي", .8},    // ناحية نواحي
    BrokenPlural{u"1اويه", u"1وايا", .9},    // زاوية زوايا
    BrokenPlural{u"123و4ه", u"12ا3ي4", .9},  // أسطورة أساطير
    BrokenPlural{u"123يه", u"12ا3ي", .8},    // أغنية أغاني
    BrokenPlural{u"1234ه", u"12ا34", .9},    // قنبلة قنابل, منطقة مناطق
    BrokenPlural{u"م1ي3ه", u"م1اء3", .8},    // مصيبة مصائب
    BrokenPlural{u"م1ا3ه", u"م1او3", .8},    // مغارة مغاور
    // A long vowel after the first radical.
    BrokenPlural{u"1ا23", u"12ا3", .75, kPerson},  // طالب طلاب
    BrokenPlural{u"1ا23", u"123ه", .75, kPerson},  // طالب طلبة
    BrokenPlural{u"1ا23", u"123اء", .8, kPerson},  // عالم علماء
    BrokenPlural{u"1ا23", u"12و3", .8, kPerson},   // شاهد شهود
    BrokenPlural{u"1ا23", u"ا12ا3", .8, kPerson},  // صاحب أصحاب
    BrokenPlural{u"1ا23", u"123", .55, kPerson},   // حارس حرس
    BrokenPlural{u"1ا23", u"123ان", .7, kPerson},  // فارس فرسان
    BrokenPlural{u"1ا23", u"1وا23", .8},           // عامل عوامل
    BrokenPlural{u"1اء3", u"1ا3ه", .75, kPerson},  // قائد قادة
    BrokenPlural{u"1اء3", u"1وا3", .8, kPerson},   // نائب نواب
    BrokenPlural{u"1ا2ء", u"12اء", .7, kPerson},   // قارئ قراء
    BrokenPlural{u"1ا2ي", u"12اه", .85, kPerson},  // قاض قضاة
    BrokenPlural{u"1ا2ي", u"ا12يه", .7},           // واد أودية, ناد أندية
    BrokenPlural{u"1ا2ي", u"1وا2ي", .7},           // ناد نواد
    BrokenPlural{u"1ا2", u"12ا2", .6, kPerson},    // شاب شباب
    BrokenPlural{u"1ا2", u"12ان", .6, kPerson},    // شاب شبان
    BrokenPlural{u"1ا2", u"1وا2", .6},             // خاص خواص
    BrokenPlural{u"1ا2و3", u"1وا2ي3", .95},        // صاروخ صواريخ
    BrokenPlural{u"1ا2ي3", u"1وا2ي3", .95},        // تاريخ تواريخ
    BrokenPlural{u"1ي2ا3", u"1وا2ي3", .9},         // ديوان دواوين
    BrokenPlural{u"1ي2اء", u"1وا2ء", .9},          // ميناء موانئ
    BrokenPlural{u"1ي2اء", u"1وا2ي", .8},          // ميناء مواني
    // A long vowel after the second radical.
    BrokenPlural{u"12ا3", u"ا123ه", .9},            // سلاح أسلحة
    BrokenPlural{u"12ا3", u"123", .7},              // كتاب كتب
    BrokenPlural{u"12ا3", u"12اء3", .6},            // شمال شمائل
    BrokenPlural{u"12ا3", u"123ان", .55},           // غلام غلمان
    BrokenPlural{u"12ا3", u"12ا2ي3", .85},          // عقار عقاقير, شباك شبابيك
    BrokenPlural{u"12ا3", u"ا1ا23", .8},            // مكان أماكن
    BrokenPlural{u"12اء", u"ا12يه", .85},           // دواء أدوية
    BrokenPlural{u"12اء", u"ا12ءه", .85},           // وباء أوبئة
    BrokenPlural{u"12ي3", u"123اء", .85, kPerson},  // وزير وزراء
    BrokenPlural{u"12ي3", u"ا123اء", .8, kPerson},  // صديق أصدقاء
    BrokenPlural{u"12ي2", u"ا12اء", .85, kPerson},  // طبيب أطباء
    BrokenPlural{u"12ي3", u"123ي", .75, kPerson},   // جريح جرحى
    BrokenPlural{u"12ي2", u"ا12ه", .7},             // دليل أدلة
    BrokenPlural{u"12ي3", u"ا123ه", .75},           // رغيف أرغفة
    BrokenPlural{u"12ي3", u"123", .65},             // طريق طرق
    BrokenPlural{u"12ي3", u"12ا3", .6},             // كبير كبار
    BrokenPlural{u"12ي3", u"ا12ا3", .7},            // شريف أشراف
    BrokenPlural{u"12ي3", u"123ان", .65},           // قضيب قضبان
    BrokenPlural{u"12ي", u"ا12ياء", .85, kPerson},  // نبي أنبياء
    BrokenPlural{u"12و3", u"ا123ه", .8},            // عمود أعمدة
    BrokenPlural{u"12و3", u"123", .65},             // رسول رسل
    BrokenPlural{u"12و3", u"12اء3", .7},            // عجوز عجائز
    BrokenPlural{u"12و3", u"12ا2ي3", .7},           // دبوس دبابيس
    BrokenPlural{u"12و", u"ا12اء", .8},             // عدو أعداء
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
    // Nisba nouns.
    BrokenPlural{u"123ي", u"12و3", .8},    // جندي جنود
    BrokenPlural{u"123ي", u"ا12ا3", .75},  // كردي أكراد
    BrokenPlural{u"1ا23ي", u"1وا23", .6},
    BrokenPlural{u"ا123ي", u"ا1ا23", .85},   // أجنبي أجانب
    BrokenPlural{u"1234ي", u"12ا34ه", .75},  // مغربي مغاربة
    BrokenPlural{u"123ي", u"12ا3ي", .7},     // كرسي كراسي
    BrokenPlural{u"123اء", u"12ا3ي", .8},    // صحراء صحارى
    // Adjectives of colour and defect.
    BrokenPlural{u"ا123", u"123اء", .85, kAdjective},  // أبيض بيضاء
    BrokenPlural{u"ا123", u"123", .6, kAdjective},     // أزرق زرق
    BrokenPlural{u"ا123", u"ا1ا23", .85},              // أصبع أصابع
    // Words with plurals of their own.
    BrokenPlural{u"امراه", u"نساء", .95, kEntry},
    BrokenPlural{u"امراه", u"نسوه", .9, kEntry},
    BrokenPlural{u"يد", u"ايدي", .95, kEntry},
    BrokenPlural{u"يد", u"ايادي", .9, kEntry},
    BrokenPlural{u"اب", u"اباء", .9, kEntry},
    BrokenPlural{u"اخ", u"اخوه", .9, kEntry},
    BrokenPlural{u"اخ", u"اخوان", .8, kEntry},
    BrokenPlural{u"اخت", u"اخوات", .95, kEntry},
    BrokenPlural{u"ابن", u"ابناء", .95, kEntry},
    BrokenPlural{u"ابنه", u"بنات", .9, kEntry},
    BrokenPlural{u"بنت", u"بنات", .95, kEntry},
    BrokenPlural{u"اسم", u"اسماء", .95, kEntry},
    BrokenPlural{u"ام", u"امهات", .95, kEntry},
    BrokenPlural{u"فم", u"افواه", .95, kEntry},
    BrokenPlural{u"يوم", u"ايام", .95, kEntry},
    BrokenPlural{u"سنه", u"سنوات", .95, kEntry},
    BrokenPlural{u"سنه", u"سنين", .9, kEntry},
    BrokenPlural{u"سنه", u"سنون", .9, kEntry},
    BrokenPlural{u"ماء", u"مياه", .95, kEntry},
    BrokenPlural{u"شفه", u"شفاه", .95, kEntry},
    BrokenPlural{u"انسان", u"ناس", .7, kEntry},
    BrokenPlural{u"انسان", u"اناس", .8, kEntry},
    BrokenPlural{u"شخص", u"شخوص", .8, kEntry},
    BrokenPlural{u"برنامج", u"برامج", .95, kEntry},
    BrokenPlural{u"دينار", u"دنانير", .95, kEntry},
    BrokenPlural{u"قيراط", u"قراريط", .95, kEntry},
    BrokenPlural{u"نيه", u"نوايا", .9, kEntry},
    BrokenPlural{u"ليله", u"ليالي", .95, kEntry},
    BrokenPlural{u"اهل", u"اهالي", .9, kEntry},
    BrokenPlural{u"شيء", u"اشياء", .95, kEntry},
    BrokenPlural{u"راي", u"اراء", .95, kEntry},
    BrokenPlural{u"بءر", u"ابار", .95, kEntry},
    BrokenPlural{u"راس", u"رءوس", .95, kEntry},
    BrokenPlural{u"كاس", u"كءوس", .95, kEntry},
    BrokenPlural{u"كاس", u"كووس", .9, kEntry},
    BrokenPlural{u"فاس", u"فءوس", .9, kEntry},
    BrokenPlural{u"فار", u"فءران", .95, kEntry},
    BrokenPlural{u"ثار", u"ثارات", .8, kEntry},
    BrokenPlural{u"اله", u"الهه", .8, kEntry},
    BrokenPlural{u"امام", u"اءمه", .9, kEntry},
    BrokenPlural{u"مريض", u"مرضي", .9, kEntry},
    BrokenPlural{u"ذكري", u"ذكريات", .9, kEntry},
    BrokenPlural{u"فيلسوف", u"فلاسفه", .95, kEntry},
    BrokenPlural{u"افريقي", u"افارقه", .95, kEntry},
    BrokenPlural{u"تلميذ", u"تلاميذ", .95, kEntry},
    BrokenPlural{u"امبراطور", u"اباطره", .95, kEntry},
    BrokenPlural{u"بطريرك", u"بطاركه", .95, kEntry},
};

constexpr bool is_slot(char16_t c) { return c >= u'1' && c <= u'4'; }

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

}  // namespace

void visit_singulars(std::u16string_view plural,
                     const std::function<void(std::u16string_view, const BrokenPlural&)>& visit) {
  Radicals radicals;
  std::array<char16_t, 12> singular{};
  for (const BrokenPlural& row : kRows) {
    if (!matches(row.plural, plural, radicals)) continue;
    // An alef is no radical; a shape that would need one is another shape.
    bool sound = true;
    for (std::size_t i = 0; i < row.singular.size(); ++i) {
      const char16_t c = row.singular[i];
      singular[i] = is_slot(c) ? radicals[c - u'1'] : c;
      if (is_slot(c) && singular[i] == u'ا' && i > 0) sound = false;
    }
    if (sound) visit({singular.data(), row.singular.size()}, row);
  }
}

int row_number(const BrokenPlural& row) { return static_cast<int>(&row - kRows.data()); }

const BrokenPlural& broken_plural(int row_number) {
  assert(row_number >= 0 && row_number < static_cast<int>(kRows.size()));
  return kRows[static_cast<std::size_t>(row_number)];
}

std::string pattern_name(const BrokenPlural& row) {
  constexpr char32_t kLetters[] = {U'ف', U'ع', U'ل', U'ل'};
  std::string name;
  for (const char16_t c : row.plural) append_utf8(name, is_slot(c) ? kLetters[c - u'1'] : c);
  return name;
}

}  // namespace mizan
