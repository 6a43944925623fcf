#include "tm/lang/dates.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

namespace mizan {
namespace {

// "2023-07-26", "____-07-__", "Sun", with "doubtful" after it when ambiguous.
std::string show(const DateMention& date) {
  static constexpr std::string_view kDays[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  std::string result;
  if (date.weekday) {
    result = kDays[*date.weekday - 1];
  } else {
    const auto part = [](std::optional<int> value, std::size_t width) {
      if (!value) return std::string(width, '_');
      std::string digits = std::to_string(*value);
      return std::string(width - std::min(width, digits.size()), '0') + digits;
    };
    result = part(date.year, 4) + "-" + part(date.month, 2) + "-" + part(date.day, 2);
  }
  if (date.calendar == Calendar::kHijri) result += "h";
  if (date.ambiguous) result += " doubtful";
  return result;
}

struct Row {
  Language language;
  std::string_view text;
  std::vector<std::string> dates;
};

void PrintTo(const Row& row, std::ostream* out) { *out << row.text; }

class Dates : public testing::TestWithParam<Row> {};

TEST_P(Dates, SayWhatTheTextSays) {
  std::vector<std::string> found;
  for (const DateMention& date : find_dates(GetParam().text, GetParam().language)) {
    found.push_back(show(date));
  }
  EXPECT_EQ(found, GetParam().dates) << GetParam().text;
}

constexpr Language kAr = Language::kArabic;
constexpr Language kEn = Language::kEnglish;

INSTANTIATE_TEST_SUITE_P(
    Arabic, Dates,
    testing::Values(
        Row{kAr, "في السادس والعشرين من يوليو 2023", {"2023-07-26"}},
        Row{kAr, "في 26 من تموز/يوليو 2023", {"2023-07-26"}}, Row{kAr, "30 أيار", {"____-05-30"}},
        Row{kAr, "جويلية ١٩٦٢", {"1962-07-__"}},
        Row{kAr, "ليوليوز وفبراير", {"____-07-__", "____-02-__"}},
        Row{kAr, "تشرين الثاني 2019", {"2019-11-__"}}, Row{kAr, "عام 2012", {"2012-__-__"}},
        Row{kAr, "نحو 2000 فرد", {"2000-__-__ doubtful"}}, Row{kAr, "2000 جندي و1950 دولار", {}},
        Row{kAr, "شهر مارس", {"____-03-__"}}, Row{kAr, "مارس الضغط", {"____-03-__ doubtful"}},
        Row{kAr, "يوم الأحد ويوم الاثنين", {"Sun", "Mon"}}, Row{kAr, "الأحد عشر", {}},
        Row{kAr, "15 رمضان", {"____-09-15h"}}, Row{kAr, "سنة 1440هـ", {"1440-__-__h"}},
        Row{kAr, "30/5/2005", {"2005-05-30"}}, Row{kAr, "عام2012", {"2012-__-__"}},
        Row{kAr, "الأحد، والاثنين معا", {"Sun", "Mon doubtful"}},
        Row{kAr, "الاثنين الماضي", {"Mon"}}, Row{kAr, "فيالمدينةيومالجمعةالماضي", {"Fri doubtful"}},
        Row{kAr, "والأحداث والسبتي", {}}, Row{kAr, "صنداي", {"Sun doubtful"}}));

INSTANTIATE_TEST_SUITE_P(
    English, Dates,
    testing::Values(
        Row{kEn, "July 26, 2023", {"2023-07-26"}}, Row{kEn, "26 July 2023", {"2023-07-26"}},
        Row{kEn, "the twenty-sixth of July", {"____-07-26"}},
        Row{kEn, "on the 26th of July", {"____-07-26"}}, Row{kEn, "mid-September", {"____-09-__"}},
        Row{kEn, "Sept. 11, 2001", {"2001-09-11"}}, Row{kEn, "in May", {"____-05-__"}},
        Row{kEn, "Mrs May", {"____-05-__ doubtful"}}, Row{kEn, "you may march", {}},
        Row{kEn, "since 1998", {"1998-__-__"}}, Row{kEn, "(1967)", {"1967-__-__ doubtful"}},
        Row{kEn, "2,000 men", {}},
        Row{kEn, "the 2018-19 season", {"2018-__-__ doubtful", "2019-__-__ doubtful"}},
        Row{kEn, "the 1950-53 war", {"1950-__-__ doubtful", "1953-__-__ doubtful"}},
        Row{kEn, "2005-05-30", {"2005-05-30"}}, Row{kEn, "3/4/2019", {"2019-04-03 doubtful"}},
        Row{kEn, "on Sunday, the Sunday Times", {"Sun"}}, Row{kEn, "Saturday's", {"Sat"}},
        Row{kEn, "July's 4-1 win", {"____-07-__"}},
        Row{kEn, "1 January-15 March", {"____-01-01", "____-03-15"}}));

}  // namespace
}  // namespace mizan
