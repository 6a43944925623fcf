#include "tm/lang/month_names.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "tm/text/normalize.h"

namespace mizan {
namespace {

constexpr Calendar kG = Calendar::kGregorian;
constexpr Calendar kH = Calendar::kHijri;

// The Latin names of Egypt and the Gulf, the Syriac ones of the Levant and Iraq, the French ones of
// Tunisia and Algeria, those of Morocco.
constexpr MonthName kArabicMonths[] = {
    {"يناير", 1},
    {"جانفي", 1},
    {"كانون الثاني", 1},
    {"فبراير", 2},
    {"فيفري", 2},
    {"شباط", 2},
    {"مارس", 3, kG, true},
    {"آذار", 3},
    {"أبريل", 4},
    {"أفريل", 4},
    {"نيسان", 4, kG, true},
    {"مايو", 5},
    {"أيار", 5},
    {"ماي", 5, kG, true},
    {"يونيو", 6},
    {"يونيه", 6},
    {"جوان", 6, kG, true},
    {"حزيران", 6},
    {"يوليو", 7},
    {"يوليه", 7},
    {"يوليوز", 7},
    {"جويلية", 7},
    {"تموز", 7},
    {"أغسطس", 8},
    {"أوغسطس", 8},
    {"آب", 8, kG, true},
    {"أوت", 8, kG, true},
    {"غشت", 8},
    {"سبتمبر", 9},
    {"شتنبر", 9},
    {"أيلول", 9},
    {"أكتوبر", 10},
    {"تشرين الأول", 10},
    {"نوفمبر", 11},
    {"نونبر", 11},
    {"تشرين الثاني", 11},
    {"ديسمبر", 12},
    {"دجنبر", 12},
    {"كانون الأول", 12},
    {"محرم", 1, kH, true},
    {"صفر", 2, kH, true},
    {"ربيع الأول", 3, kH, true},
    {"ربيع الآخر", 4, kH},
    {"ربيع الثاني", 4, kH, true},
    {"جمادى الأولى", 5, kH},
    {"جمادى الآخرة", 6, kH},
    {"جمادى الثانية", 6, kH},
    {"رجب", 7, kH, true},
    {"شعبان", 8, kH, true},
    {"رمضان", 9, kH, true},
    {"شوال", 10, kH},
    {"ذو القعدة", 11, kH},
    {"ذي القعدة", 11, kH},
    {"ذو الحجة", 12, kH},
    {"ذي الحجة", 12, kH},
};

constexpr MonthName kEnglishMonths[] = {
    {"january", 1},
    {"february", 2},
    {"march", 3, kG, true},
    {"april", 4},
    {"may", 5, kG, true},
    {"june", 6},
    {"july", 7},
    {"august", 8},
    {"september", 9},
    {"october", 10},
    {"november", 11},
    {"december", 12},
    {"jan", 1, kG, true, true},
    {"feb", 2, kG, true, true},
    {"mar", 3, kG, true, true},
    {"apr", 4, kG, true, true},
    {"jun", 6, kG, true, true},
    {"jul", 7, kG, true, true},
    {"aug", 8, kG, true, true},
    {"sep", 9, kG, true, true},
    {"sept", 9, kG, true, true},
    {"oct", 10, kG, true, true},
    {"nov", 11, kG, true, true},
    {"dec", 12, kG, true, true},
    {"muharram", 1, kH},
    {"safar", 2, kH, true},
    {"rajab", 7, kH, true},
    {"shaaban", 8, kH},
    {"ramadan", 9, kH, true},
    {"ramadhan", 9, kH, true},
    {"shawwal", 10, kH},
};

constexpr std::string_view kArabicWeekdays[] = {"الاثنين", "الثلاثاء", "الأربعاء", "الخميس",
                                                "الجمعة",  "السبت",    "الأحد"};
constexpr std::string_view kEnglishWeekdays[] = {"monday", "tuesday",  "wednesday", "thursday",
                                                 "friday", "saturday", "sunday"};

using MonthIndex = std::unordered_map<std::string, const MonthName*>;

template <std::size_t N>
MonthIndex index_of(const MonthName (&names)[N]) {
  MonthIndex index;
  for (const MonthName& name : names) {
    index.emplace(fold(name.form, FoldProfile::kTehMarbuta), &name);
  }
  return index;
}

const MonthName* look_up(const MonthIndex& index, std::string_view key) {
  const auto found = index.find(std::string(key));
  return found == index.end() ? nullptr : found->second;
}

using DayIndex = std::unordered_map<std::string, int>;

DayIndex day_index(const std::string_view (&names)[7]) {
  DayIndex index;
  for (int day = 0; day < 7; ++day) {
    index.emplace(fold(names[day], FoldProfile::kTehMarbuta), day + 1);
  }
  return index;
}

int look_up(const DayIndex& index, std::string_view key) {
  const auto found = index.find(std::string(key));
  return found == index.end() ? 0 : found->second;
}

}  // namespace

const MonthName* find_arabic_month(std::string_view key) {
  static const MonthIndex index = index_of(kArabicMonths);
  return look_up(index, key);
}

const MonthName* find_english_month(std::string_view key) {
  static const MonthIndex index = index_of(kEnglishMonths);
  return look_up(index, key);
}

int find_arabic_weekday(std::string_view key) {
  static const DayIndex index = day_index(kArabicWeekdays);
  return look_up(index, key);
}

int weekday_inside_arabic(std::string_view key) {
  constexpr std::string_view kTransliterated[] = {"مونداي",  "تيوزداي", "وينزداي", "ثيرزداي",
                                                  "فرايداي", "ساترداي", "صنداي"};
  if (key.ends_with("داي")) {
    const auto found = std::ranges::find(kTransliterated, key);
    return found == std::end(kTransliterated)
               ? 0
               : static_cast<int>(found - std::begin(kTransliterated)) + 1;
  }
  static const std::vector<std::string> names = [] {
    std::vector<std::string> folded;
    for (const std::string_view name : kArabicWeekdays) {
      folded.push_back(fold(name, FoldProfile::kTehMarbuta));
    }
    return folded;
  }();
  // A word of three letters at the least stands before it; الأحداث holds no Sunday.
  constexpr std::size_t kShortest = 6;  // bytes
  for (std::size_t at = kShortest; (at = key.find("ال", at)) != std::string_view::npos; ++at) {
    const auto found = std::ranges::find_if(
        names, [&](const std::string& name) { return key.substr(at).starts_with(name); });
    if (found != names.end()) return static_cast<int>(found - names.begin()) + 1;
  }
  return 0;
}

int find_english_weekday(std::string_view key) {
  static const DayIndex index = day_index(kEnglishWeekdays);
  return look_up(index, key);
}

}  // namespace mizan
