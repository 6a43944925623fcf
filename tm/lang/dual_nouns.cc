#include "tm/lang/dual_nouns.h"

#include <string>
#include <unordered_map>

#include "tm/text/normalize.h"

namespace mizan {
namespace {

// Nouns whose form in ـين or ـان can only be a dual, because their plural is broken or feminine
// (يوم, أيام): time, measures, people, forces, institutions, the things of the news. Authored here;
// nouns whose dual is also a name or another word (بحرين, طالبان, دوران, يدين) are left out. The
// ending is left off.
constexpr std::string_view kStems[] = {
    "يوم",  "شهر",   "عام",    "أسبوع", "عقد",     "قرن",   "فصل",    "موسم",   "جزء",   "مبلغ",
    "رقم",  "عدد",   "هدف",    "متر",   "كيلومتر", "ميل",   "قدم",    "طن",     "رطل",   "دولار",
    "جنيه", "دينار", "درهم",   "لتر",   "هكتار",   "فدان",  "سهم",    "سطر",    "حرف",   "وجه",
    "باب",  "قسم",   "نوع",    "شكل",   "صنف",     "شرط",   "سبب",    "خيار",   "حل",    "مثال",
    "طرف",  "جانب",  "مستوي",  "اتجاه", "خط",      "رأي",   "سؤال",   "موضوع",  "ملف",   "بند",
    "مركز", "موقع",  "مكان",   "مصدر",  "ركن",     "ضعف",   "رجل",    "طفل",    "ولد",   "شاب",
    "شخص",  "ابن",   "أخو",    "جندي",  "ضابط",    "قائد",  "زعيم",   "وزير",   "رئيس",  "نائب",
    "عضو",  "قتيل",  "جريح",   "أسير",  "تاجر",    "خبير",  "طبيب",   "شريك",   "خصم",   "شاعر",
    "صديق", "زميل",  "فريق",   "عنصر",  "فرد",     "بطل",   "لص",     "نجم",    "زوج",   "شقيق",
    "أمير", "ملك",   "سفير",   "جيش",   "لواء",    "فيلق",  "حزب",    "بلد",    "بيت",   "منزل",
    "مبني", "برج",   "شارع",   "طريق",  "جسر",     "نهر",   "بنك",    "مصرف",   "مصنع",  "متجر",
    "منجم", "ميناء", "مطار",   "سجن",   "مسجد",    "مجلس",  "نظام",   "برنامج", "مشروع", "قانون",
    "قرار", "اتفاق", "حادث",   "هجوم",  "صاروخ",   "لغم",   "انقلاب", "انفجار", "مؤتمر", "اجتماع",
    "لقاء", "خطاب",  "بيان",   "تقرير", "كتاب",    "فيلم",  "مقال",   "مقطع",   "ألبوم", "منتخب",
    "نادي", "ملعب",  "شوط",    "لقب",   "كأس",     "حصان",  "كلب",    "قارب",   "قطار",  "محرك",
    "هاتف", "باص",   "مستشفي", "فندق",  "مطعم",    "معسكر", "مخيم",   "قطاع",   "حقل",   "بئر",
    "جبل",  "مقعد",  "منصب",   "عرض",   "سيناريو", "عمود",  "ذراع",   "كتف"};

// The same of feminine nouns, ـة turned to ـت.
constexpr std::string_view kFeminineStems[] = {
    "مرت",   "ساعت",  "سنت",   "دقيقت", "ثانيت", "ليلت",    "فترت",   "مدينت", "دولت",  "جماعت",
    "شركت",  "منظمت", "امرأت", "فتات",  "سيدت",  "طالبت",   "مبارات", "جولت",  "نقطت",  "قنبلت",
    "طائرت", "سفينت", "سيارت", "قذيفت", "عمليت", "غارت",    "حالت",   "مرحلت", "خطوت",  "ولايت",
    "منطقت", "قضيت",  "لجنت",  "كلمت",  "رسالت", "صورت",    "درجت",   "قاعدت", "كتيبت", "دبابت",
    "حافلت", "شاحنت", "ناقلت", "قريت",  "ضربت",  "جائزت",   "وظيفت",  "علامت", "قطعت",  "مجموعت",
    "فئت",   "جهت",   "جريمت", "مهمت",  "زيارت", "ميليشيت", "مرتبت",  "بوصت",  "ياردت", "فرقت",
    "وحدت",  "سريت",  "حكومت", "وزارت", "محكمت", "شقيقت",   "ابنت",   "صديقت", "زوجت"};

// Words in ـتين, ـتان or ـين that are no duals, though they look it.
constexpr std::string_view kNotDual[] = {
    "بلدان",     "بوتين",      "أرجنتين",    "فالنتين",   "مارتين",    "كونستانتين", "كريستين",
    "كوينتين",   "روتين",      "بروتين",     "نيكوتين",   "تين",       "متين",       "بستان",
    "فستان",     "كتان",       "باكستان",    "شيطان",     "أوستين",    "جوستين",     "داستين",
    "بنتين",     "أوزبكستان",  "تركمانستان", "كازاخستان", "أفغانستان", "كردستان",    "داغستان",
    "طاجيكستان", "قيرغيزستان", "هندوستان",   "عربستان",   "بلوشستان",  "وزيرستان",   "كولتين",
    "كرياتين",   "ليفانتين",   "كابتان",     "قبطان",     "امتنان",    "برزنتان",    "سبتان",
    "تتان",      "بريتان",     "مونتان",     "كوانتان",   "ترامونتان", "ماونتين",    "كوارنتين",
    "فاونتين",   "شتين",       "آينشتاين",   "ليتين",     "لاتين",     "بتان"};

std::unordered_map<std::string, bool> dual_index() {
  std::unordered_map<std::string, bool> index;
  const auto add = [&](std::string_view stem) {
    const std::string folded = fold(stem, FoldProfile::kTehMarbuta);
    index.emplace(folded + "ين", true);
    index.emplace(folded + "ان", true);
  };
  for (const std::string_view stem : kStems) add(stem);
  for (const std::string_view stem : kFeminineStems) add(stem);
  for (const std::string_view word : kNotDual) {
    index.insert_or_assign(fold(word, FoldProfile::kTehMarbuta), false);
  }
  return index;
}

// Whether a word, folded to kTehMarbuta and without conjunction, preposition and article, is a
// dual of the list of nouns that newsrooms count: يومين, شهران. "Seems": any other word in ـتين or
// ـتان. "Never": a name or word that is known to end so.
enum class DualReading { kNone, kSeems, kCertain, kNever };

DualReading read_dual(std::string_view key) {
  // Two letters of ending and two of stem at the least, two bytes each.
  if (key.size() < 8 || !(key.ends_with("ين") || key.ends_with("ان"))) return DualReading::kNone;
  static const std::unordered_map<std::string, bool> index = dual_index();
  if (const auto found = index.find(std::string(key)); found != index.end()) {
    return found->second ? DualReading::kCertain : DualReading::kNever;
  }
  const bool feminine = key.ends_with("تين") || key.ends_with("تان");
  return feminine && key.size() >= 10 ? DualReading::kSeems : DualReading::kNone;
}

}  // namespace

std::optional<NumberReading> read_dual_noun(const QuantityPieces& pieces, std::size_t i) {
  std::string_view key = pieces[i].key;
  DualReading reading = DualReading::kNone;
  // The stack of clitics in its order; each step is optional.
  const auto strip = [&](std::string_view clitic) {
    if (reading < DualReading::kCertain && key.starts_with(clitic)) {
      key.remove_prefix(clitic.size());
      reading = std::max(reading, read_dual(key));
    }
  };
  reading = read_dual(key);
  if (reading < DualReading::kCertain) {
    key.starts_with("و") ? strip("و") : strip("ف");
    if (key.starts_with("لل")) {
      strip("لل");
    } else {
      key.starts_with("ب") ? strip("ب") : key.starts_with("ل") ? strip("ل") : strip("ك");
      strip("ال");
    }
  }
  if (reading == DualReading::kNone || reading == DualReading::kNever) return std::nullopt;
  NumberReading result;
  result.mention = {.kind = NumberKind::kImplied,
                    .value = 2,
                    .alternative = std::nullopt,
                    .range = pieces[i].range,
                    .spelled = true,
                    .approximate = false,
                    .doubtful = reading == DualReading::kSeems};
  result.next = i + 1;
  return result;
}

}  // namespace mizan
