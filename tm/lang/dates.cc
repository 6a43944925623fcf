#include "tm/lang/dates.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "tm/lang/date_reader.h"
#include "tm/lang/month_names.h"
#include "tm/lang/numeric_dates.h"

namespace mizan {
namespace {

template <std::size_t N>
bool one_of(std::string_view key, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), key) != words.end();
}

// Words before "May" or "March" that make it a month.
constexpr std::array<std::string_view, 21> kEnglishMonthCues = {
    "in",   "of",   "since",  "until", "till",   "by",  "last",  "next", "early",   "late", "mid",
    "this", "from", "before", "after", "during", "end", "every", "each", "between", "on"};
constexpr std::array<std::string_view, 11> kArabicMonthCues = {
    "شهر", "في", "منذ", "حتي", "بدايه", "نهايه", "اواخر", "اواءل", "منتصف", "مطلع", "خلال"};

// Words before four digits that make them a year. Arabic folded to kTehMarbuta.
constexpr std::array<std::string_view, 14> kArabicYearCues = {
    "عام",   "سنه", "العام", "لعام", "بعام", "وعام",  "عامي",
    "اعوام", "منذ", "في",    "موسم", "لسنه", "بحلول", "حتي"};
constexpr std::array<std::string_view, 15> kEnglishYearCues = {
    "in",    "since", "until", "by",   "from",   "during", "of",    "year",
    "early", "late",  "mid",   "till", "before", "after",  "season"};

// Words after four digits that make them a count of something.
constexpr std::array<std::string_view, 12> kUnitWords = {"people", "miles",  "metres",  "meters",
                                                         "feet",   "pounds", "dollars", "troops",
                                                         "شخص",    "دولار",  "جندي",    "متر"};

// A newspaper or a proper name rather than the day.
constexpr std::array<std::string_view, 14> kAfterWeekdayName = {
    "times", "telegraph", "mail",   "mirror", "express", "herald", "post",
    "world", "life",      "people", "league", "review",  "brunch", "fever"};

class DateReader {
 public:
  DateReader(QuantityPieces& pieces, Language language) : pieces_(pieces), language_(language) {}

  std::vector<DateMention> read() {
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (pieces_[i].used) continue;
      if (pieces_[i].kind == PieceKind::kDigits) {
        read_numeric(i);
      } else if (pieces_[i].kind == expected_kind()) {
        if (!read_month(i)) read_weekday(i);
      }
    }
    for (std::size_t i = 0; i < pieces_.size(); ++i) read_year(i);
    std::sort(dates_.begin(), dates_.end(), [](const DateMention& a, const DateMention& b) {
      return a.range.begin < b.range.begin;
    });
    return std::move(dates_);
  }

 private:
  PieceKind expected_kind() const {
    return language_ == Language::kArabic ? PieceKind::kArabic : PieceKind::kLatin;
  }

  // Empty where the text begins.
  std::string_view key_before(std::size_t i, std::size_t steps) const {
    return i < steps ? std::string_view() : pieces_[i - steps].key;
  }

  bool touching(std::size_t i) const { return i < pieces_.size() && !pieces_[i].after_space; }

  std::optional<int> integer(std::size_t i, std::size_t min_digits, std::size_t max_digits) const {
    if (i >= pieces_.size() || pieces_[i].used || pieces_[i].kind != PieceKind::kDigits) {
      return std::nullopt;
    }
    const std::string& key = pieces_[i].key;
    if (key.size() < min_digits || key.size() > max_digits) return std::nullopt;
    int value = 0;
    for (const char c : key) {
      if (c < '0' || c > '9') return std::nullopt;
      value = value * 10 + (c - '0');
    }
    return value;
  }

  std::optional<int> year(std::size_t i) const {
    const auto value = integer(i, 4, 4);
    if (!value || *value < 1000 || *value > 2100) return std::nullopt;
    return value;
  }

  void emit(DateMention date, std::size_t begin, std::size_t end) {
    date.range = {pieces_[begin].range.begin, pieces_[end - 1].range.end};
    for (std::size_t i = begin; i < end; ++i) pieces_[i].used = true;
    dates_.push_back(date);
  }

  // 30/5/2005, 2005-05-30, 30.5.2005
  void read_numeric(std::size_t i) {
    if (const auto dotted = read_dotted_date(pieces_[i].key)) {
      emit(*dotted, i, i + 1);
      return;
    }
    const std::string_view separator =
        i + 1 < pieces_.size() ? std::string_view(pieces_[i + 1].key) : std::string_view();
    if ((separator != "/" && separator != "-") || !touching(i + 1) || !touching(i + 2) ||
        !has_key(pieces_, i + 3, separator) || !touching(i + 3) || !touching(i + 4)) {
      return;
    }
    if (const auto date =
            date_of_parts(integer(i, 1, 4), integer(i + 2, 1, 2), integer(i + 4, 1, 4))) {
      emit(*date, i, i + 5);
    }
  }

  struct FoundMonth {
    const MonthName* name = nullptr;
    std::size_t pieces = 1;
  };

  std::optional<FoundMonth> month_at(std::size_t i) const {
    if (i >= pieces_.size() || pieces_[i].used || pieces_[i].kind != expected_kind()) {
      return std::nullopt;
    }
    if (language_ == Language::kEnglish) {
      if (!pieces_[i].capital) return std::nullopt;
      std::string_view key = pieces_[i].key;
      if (key.ends_with("'s")) key.remove_suffix(2);
      if (const MonthName* name = find_english_month(key)) return FoundMonth{name};
      return std::nullopt;
    }
    std::string_view key = pieces_[i].key;
    for (int clitics = 0; clitics < 3; ++clitics) {
      if (i + 1 < pieces_.size() && pieces_[i + 1].kind == PieceKind::kArabic) {
        const std::string two = std::string(key) + " " + pieces_[i + 1].key;
        if (const MonthName* name = find_arabic_month(two)) {
          return FoundMonth{name, 2};
        }
      }
      if (const MonthName* name = find_arabic_month(key)) {
        // باب, لأب: what is left of a two-letter word is no month
        if (clitics == 0 || key.size() > 4) return FoundMonth{name};
      }
      if (!(key.starts_with("و") || key.starts_with("ل") || key.starts_with("ب") ||
            key.starts_with("ف"))) {
        break;
      }
      key.remove_prefix(2);
    }
    return std::nullopt;
  }

  bool read_month(std::size_t i) {
    const auto month = month_at(i);
    if (!month) return false;
    DateMention date;
    date.calendar = month->name->calendar;
    date.month = month->name->month;
    std::size_t begin = i;
    std::size_t end = i + month->pieces;
    // يوليو/تموز names one month twice
    if (language_ == Language::kArabic) {
      const std::size_t second =
          has_key(pieces_, end, "/") || has_key(pieces_, end, "(") ? end + 1 : end;
      if (const auto again = month_at(second); again && again->name->month == *date.month) {
        end = second + again->pieces;
        if (has_key(pieces_, end, ")")) ++end;
      }
    }
    const std::size_t month_end = end;
    read_day_before(i, begin, date);
    if (!date.day) read_day_after(end, date);
    std::size_t after = end;
    if (has_key(pieces_, after, ",") || has_key(pieces_, after, "،")) ++after;
    if (has_key(pieces_, after, "من")) ++after;
    if (has_key(pieces_, after, "عام") || has_key(pieces_, after, "سنه") ||
        has_key(pieces_, after, "العام") || has_key(pieces_, after, "of")) {
      ++after;
    }
    if (const auto found = year(after)) {
      date.year = found;
      end = after + 1;
    }
    const bool numbers = date.day || date.year;
    if (month->name->abbreviation && !numbers) return false;
    if (month->name->ambiguous && !numbers) {
      const std::string_view cue = key_before(i, 1);
      const bool certain = month_end > i + month->pieces ||
                           (language_ == Language::kArabic
                                ? one_of(cue, kArabicMonthCues)
                                : one_of(cue, kEnglishMonthCues) || (cue == "-" && i > 1));
      date.ambiguous = !certain;
    }
    emit(date, begin, end);
    return true;
  }

  // 26 July, the twenty-sixth of July, السادس والعشرين من يوليو, 5 و6 مايو
  void read_day_before(std::size_t i, std::size_t& begin, DateMention& date) const {
    std::size_t day_end = i;
    if (day_end > 0 && (has_key(pieces_, day_end - 1, "شهر"))) --day_end;
    if (day_end > 0 &&
        (has_key(pieces_, day_end - 1, "من") || has_key(pieces_, day_end - 1, "of"))) {
      --day_end;
    }
    for (std::size_t length = 4; length >= 1; --length) {
      if (day_end < length || pieces_[day_end - length].used) continue;
      const std::size_t start = day_end - length;
      const auto reading = read_number(pieces_, start, language_);
      if (!reading || reading->next != day_end || !is_day(reading->mention)) continue;
      // a count word before the month is no day: "two May weekends" is rare, "last 3 June" not seen
      date.day = static_cast<int>(reading->mention.value);
      begin = start;
      return;
    }
  }

  static bool is_day(const NumberMention& mention) {
    return (mention.kind == NumberKind::kCardinal || mention.kind == NumberKind::kOrdinal) &&
           !mention.approximate && mention.value >= 1 && mention.value <= 31 &&
           mention.value == std::floor(mention.value) &&
           (!mention.spelled || mention.kind == NumberKind::kOrdinal);
  }

  // July 26, July 26th
  void read_day_after(std::size_t& end, DateMention& date) const {
    if (language_ != Language::kEnglish || pieces_[end - 1].key.ends_with("'s")) return;
    const std::size_t at = has_key(pieces_, end, ".") ? end + 1 : end;
    const auto day = integer(at, 1, 2);
    if (!day || *day < 1 || *day > 31 || has_key(pieces_, at + 1, "%")) return;
    std::size_t next = at + 1;
    if (touching(next) && pieces_[next].kind == PieceKind::kLatin) {
      const std::string& suffix = pieces_[next].key;
      if (suffix != "st" && suffix != "nd" && suffix != "rd" && suffix != "th") return;
      ++next;
    }
    date.day = day;
    end = next;
  }

  void read_weekday(std::size_t i) {
    DateMention date;
    if (language_ == Language::kEnglish) {
      std::string_view key = pieces_[i].key;
      if (key.ends_with("'s")) key.remove_suffix(2);
      if (key.size() > 6 && key.ends_with("s")) key.remove_suffix(1);  // Saturdays
      const int day = pieces_[i].capital ? find_english_weekday(key) : 0;
      if (day == 0) return;
      if (i + 1 < pieces_.size() && pieces_[i + 1].capital &&
          one_of(std::string_view(pieces_[i + 1].key), kAfterWeekdayName)) {
        return;
      }
      date.weekday = day;
      date.ambiguous =
          i > 0 && (has_key(pieces_, i - 1, "black") || has_key(pieces_, i - 1, "good"));
      emit(date, i, i + 1);
      return;
    }
    std::string key = pieces_[i].key;
    int day = find_arabic_weekday(key);
    for (int clitics = 0; day == 0 && clitics < 2; ++clitics) {
      if (key.starts_with("لل")) {
        key = "ال" + key.substr(4);
      } else if (key.starts_with("و") || key.starts_with("ف") || key.starts_with("ب") ||
                 key.starts_with("ل")) {
        key = key.substr(2);
      } else {
        break;
      }
      day = find_arabic_weekday(key);
    }
    if (day == 0) {
      date.weekday = weekday_inside_arabic(pieces_[i].key);
      date.ambiguous = true;
      if (*date.weekday != 0) emit(date, i, i + 1);
      return;
    }
    // الأحد عشر and الاثنين والعشرين are numbers
    if (day == 7 || day == 1) {
      const auto next =
          i + 1 < pieces_.size() ? analyse_arabic_number_word(pieces_[i + 1].key) : std::nullopt;
      if (next && (next->word->role == NumberRole::kTen || next->word->role == NumberRole::kTens)) {
        return;
      }
      // "the two of them": a weekday stands after يوم, مساء and the like, or before "last"
      const std::string_view before = key_before(i, 1);
      const std::string_view after =
          i + 1 < pieces_.size() ? std::string_view(pieces_[i + 1].key) : "";
      date.ambiguous = day == 1 && !one_of(before, kWeekdayCues) &&
                       !(before.size() > 2 && one_of(before.substr(2), kWeekdayCues)) &&  // ويوم
                       !one_of(after, kAfterWeekdayCues);
    }
    date.weekday = day;
    emit(date, i, i + 1);
  }

  // Four digits that no month claimed.
  void read_year(std::size_t i) {
    const auto value = year(i);
    if (!value || !read_digits(pieces_, i)) return;
    // letters that touch it: 1930s is a decade, 2000km a length; م and هـ are eras
    const bool century = has_key(pieces_, i + 1, "من") && has_key(pieces_, i + 2, "القرن");
    bool era = false;
    if (touching(i + 1) && !century) {
      const QuantityPiece& next = pieces_[i + 1];
      if (next.key == "م" || next.key == "ه") {
        era = true;
      } else if (next.kind == PieceKind::kLatin || next.kind == PieceKind::kArabic ||
                 next.key == "%" || (next.key == ":" && touching(i + 2))) {
        return;
      }
    }
    if (counts_something(i + 1)) return;
    const std::string_view before = key_before(i, 1);
    if (before == "$" || before == "£" || before == "€" || before == "¥" || before == "%") return;
    const bool continues = before == "-" || before == "و" || before == "/";
    const std::string_view cue = continues ? key_before(i, 2) : before;
    const bool certain = era || century ||
                         (language_ == Language::kArabic ? one_of(cue, kArabicYearCues)
                                                         : one_of(cue, kEnglishYearCues));
    if (!certain && (*value < 1900 || *value > 2100)) return;
    DateMention date;
    date.year = value;
    date.ambiguous = !certain;
    if (era && pieces_[i + 1].key == "ه") date.calendar = Calendar::kHijri;
    std::size_t end = i + 1;
    if (century) {  // 1950 من القرن العشرين
      if (const auto ordinal = read_number(pieces_, end + 2, language_)) end = ordinal->next;
    }
    emit(date, i, end);
    // 1950-53, 2018/19: a span; its end may go unsaid on the other side
    if ((!has_key(pieces_, end, "-") && !has_key(pieces_, end, "/")) || !touching(end) ||
        !touching(end + 1)) {
      return;
    }
    const auto last = integer(end + 1, 2, 2);
    if (!last || *last <= *value % 100) return;
    date.year = *value - *value % 100 + *last;
    date.ambiguous = true;
    emit(date, end + 1, end + 2);
  }

  // A scale or percent word, or a unit: the digits are a count.
  bool counts_something(std::size_t i) const {
    if (i >= pieces_.size()) return false;
    const std::string_view key = pieces_[i].key;
    if (key == "percent" || key == "per" || key == "بالمءه" || key == "بالماءه" ||
        one_of(key, kUnitWords)) {
      return true;
    }
    const NumberWord* word = nullptr;
    if (language_ == Language::kEnglish) {
      word = find_english_number_word(key);
    } else if (const auto analysed = analyse_arabic_number_word(key);
               analysed && !analysed->conjunction && !analysed->preposition) {
      word = analysed->word;
    }
    return word && (word->role == NumberRole::kScale || word->role == NumberRole::kScalePlural);
  }

  static constexpr std::array<std::string_view, 12> kWeekdayCues = {
      "يوم", "مساء", "صباح", "ليله", "ظهر", "فجر", "ايام", "ليل", "يومي", "منذ", "اليوم", "امس"};

  static constexpr std::array<std::string_view, 5> kAfterWeekdayCues = {
      "الماضي", "المقبل", "القادم", "الموافق", "الفاءت"};

  QuantityPieces& pieces_;
  Language language_;
  std::vector<DateMention> dates_;
};

}  // namespace

std::vector<DateMention> read_dates(QuantityPieces& pieces, Language language) {
  return DateReader(pieces, language).read();
}

}  // namespace mizan
