// date: times told from now that point to the past on one side and to the future on the other:
// "earlier this year" against في وقت لاحق هذا العام. How a language says them is style, so that
// nothing is said where any word of a side points the other side's way.
#include <algorithm>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "tm/check/families.h"
#include "tm/text/normalize.h"

namespace mizan {
namespace {

enum class Direction { kPast, kFuture };
enum class Use {
  kDate,        // says when
  kBesideNoun,  // a date beside a noun of time: "last week", الشهر المقبل; else a hint
  kHint,        // may point that way
};

struct TimeWord {
  std::string_view word;
  Direction direction;
  Use use;
};

using enum Direction;
using enum Use;

constexpr TimeWord kEnglish[] = {
    {"yesterday", kPast, kDate},    {"earlier", kPast, kBesideNoun},
    {"last", kPast, kBesideNoun},   {"past", kPast, kBesideNoun},
    {"before", kPast, kHint},       {"previous", kPast, kBesideNoun},
    {"ago", kPast, kHint},          {"previously", kPast, kHint},
    {"since", kPast, kHint},        {"former", kPast, kHint},
    {"recent", kPast, kHint},       {"recently", kPast, kHint},
    {"first", kPast, kHint},        {"already", kPast, kHint},
    {"tomorrow", kFuture, kDate},   {"later", kFuture, kBesideNoun},
    {"next", kFuture, kBesideNoun}, {"coming", kFuture, kBesideNoun},
    {"after", kFuture, kHint},      {"upcoming", kFuture, kBesideNoun},
    {"then", kFuture, kHint},       {"following", kFuture, kHint},
    {"will", kFuture, kHint},       {"would", kFuture, kHint},
    {"soon", kFuture, kHint},       {"future", kFuture, kHint},
    {"ahead", kFuture, kHint},      {"afterwards", kFuture, kHint},
    {"subsequent", kFuture, kHint}, {"subsequently", kFuture, kHint},
};

// Folded to kTehMarbuta.
constexpr TimeWord kArabic[] = {
    {"امس", kPast, kDate},
    {"سابق", kPast, kBesideNoun},
    {"الماضي", kPast, kBesideNoun},
    {"الماضيه", kPast, kBesideNoun},
    {"المنصرم", kPast, kBesideNoun},
    {"المنصرمه", kPast, kBesideNoun},
    {"الفاءت", kPast, kBesideNoun},
    {"الفاءته", kPast, kBesideNoun},
    {"قبل", kPast, kHint},
    {"منذ", kPast, kHint},
    {"السابق", kPast, kHint},
    {"السابقه", kPast, kHint},
    {"سابقا", kPast, kHint},
    {"الماضيين", kPast, kHint},
    {"الاخير", kPast, kHint},
    {"الاخيره", kPast, kHint},
    {"البارحه", kPast, kHint},
    {"غدا", kFuture, kDate},
    {"لاحق", kFuture, kBesideNoun},
    {"المقبل", kFuture, kBesideNoun},
    {"المقبله", kFuture, kBesideNoun},
    {"القادم", kFuture, kBesideNoun},
    {"القادمه", kFuture, kBesideNoun},
    {"بعد", kFuture, kHint},
    {"بعدها", kFuture, kHint},
    {"التالي", kFuture, kHint},
    {"التاليه", kFuture, kHint},
    {"اللاحق", kFuture, kHint},
    {"اللاحقه", kFuture, kHint},
    {"لاحقا", kFuture, kHint},
    {"المستقبل", kFuture, kHint},
    {"سوف", kFuture, kHint},
    {"ثم", kFuture, kHint},
    {"القادمين", kFuture, kHint},
    {"المقبلين", kFuture, kHint},
};

// "this" and "today" only beside "earlier" and "later".
constexpr std::string_view kEnglishTimes[] = {
    "day",  "days",  "night",  "week",   "weeks",  "weekend", "month", "months",
    "year", "years", "decade", "summer", "winter", "season",  "this",  "today"};

// Without article, folded to kTehMarbuta.
constexpr std::string_view kArabicTimes[] = {"يوم",  "ايام", "ليله",  "اسبوع", "اسابيع", "شهر",
                                             "اشهر", "عام",  "اعوام", "سنه",   "سنوات",  "عقد",
                                             "صيف",  "شتاء", "موسم",  "وقت"};

const TimeWord* find_word(Language side, const CheckedWord& word) {
  const auto look_up = [](std::span<const TimeWord> words, std::string_view key) {
    const auto found = std::ranges::find(words, key, &TimeWord::word);
    return found == words.end() ? nullptr : &*found;
  };
  if (side == Language::kEnglish) return look_up(kEnglish, word.key);
  return look_up(kArabic, fold(word.key, FoldProfile::kTehMarbuta));
}

// English puts the noun behind the word, Arabic before it.
bool has_noun(const CheckedSegment& segment, std::size_t i) {
  if (segment.language == Language::kEnglish) {
    return i + 1 < segment.words.size() &&
           std::ranges::find(kEnglishTimes, segment.words[i + 1].key) != std::end(kEnglishTimes);
  }
  if (i == 0) return false;
  constexpr std::string_view kArticle = "ال";
  std::string noun = fold(segment.words[i - 1].key, FoldProfile::kTehMarbuta);
  if (noun.starts_with(kArticle)) noun.erase(0, kArticle.size());
  return std::ranges::find(kArabicTimes, noun) != std::end(kArabicTimes);
}

struct RelativeDate {
  CheckedPlace place;
  Direction direction;
};

// The first of a side.
std::optional<RelativeDate> find_date(const CheckedDocument& document, const Bead& bead,
                                      Language side) {
  const SegmentRange range = CheckedDocument::range(bead, side);
  for (std::size_t s = range.begin; s < range.end; ++s) {
    const CheckedSegment& segment = document.side(side)[s];
    for (std::size_t i = 0; i < segment.words.size(); ++i) {
      const TimeWord* word = find_word(side, segment.words[i]);
      if (word && (word->use == kDate || (word->use == kBesideNoun && has_noun(segment, i)))) {
        return RelativeDate{{side, s, segment.words[i].range}, word->direction};
      }
    }
  }
  return std::nullopt;
}

bool points(const CheckedDocument& document, const Bead& bead, Language side, Direction direction) {
  return std::ranges::any_of(document.segments(bead, side), [&](const CheckedSegment& segment) {
    return std::ranges::any_of(segment.words, [&](const CheckedWord& word) {
      const TimeWord* found = find_word(side, word);
      return found && found->direction == direction;
    });
  });
}

std::string_view name(Direction direction) { return direction == kPast ? "past" : "future"; }

}  // namespace

void check_relative_dates(const CheckedDocument& document, const Bead& bead,
                          FindingList& findings) {
  if (bead.one_sided()) return;
  const auto english = find_date(document, bead, Language::kEnglish);
  if (!english) return;
  const auto arabic = find_date(document, bead, Language::kArabic);
  if (!arabic || arabic->direction == english->direction ||
      points(document, bead, Language::kEnglish, arabic->direction) ||
      points(document, bead, Language::kArabic, english->direction)) {
    return;
  }
  findings.add(bead, {.rule = "date",
                      .arabic = arabic->place,
                      .english = english->place,
                      .message = "“" + quoted(document.text(arabic->place)) + "” is the " +
                                 std::string(name(arabic->direction)) + ", “" +
                                 quoted(document.text(english->place)) + "” the " +
                                 std::string(name(english->direction)),
                      .suggestion = "compare the two dates with the source",
                      .severity = {},
                      .related = {}});
}

}  // namespace mizan
