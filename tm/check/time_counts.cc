// number-word: two days or more against one day (يوم واحد, "a day later", "day-long"). One of a
// unit of time is mostly said without a number, so that comparing numbers does not see it.
#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "tm/check/families.h"
#include "tm/text/normalize.h"

namespace mizan {
namespace {

using Class = CheckedQuantity::Class;
using Words = std::span<const std::string_view>;

bool holds(Words words, std::string_view key) {
  return std::ranges::find(words, key) != words.end();
}

// The one of a unit that a word says together with its neighbours.
struct SingleTime {
  const MeasureUnit* unit;
  ByteRange range;
};

// "one day", "one-day", "day-long", "a day later", "within a day"; not "twice a day".
std::optional<SingleTime> english_single(const CheckedSegment& segment, std::size_t i) {
  constexpr std::string_view kUnits[] = {"hour", "day",    "week",   "month",
                                         "year", "decade", "century"};
  constexpr std::string_view kBefore[] = {
      "after", "for",    "within", "lasted", "lasting", "lasts", "about",         "over",
      "under", "than",   "nearly", "almost", "only",    "just",  "around",        "took",
      "takes", "during", "barely", "hardly", "roughly", "spent", "approximately", "least"};
  constexpr std::string_view kBehind[] = {"ago", "later", "after", "before", "earlier", "long"};
  const auto& words = segment.words;
  std::string_view key = words[i].key;
  bool single = key.starts_with("one-");
  if (single) key.remove_prefix(key.find('-') + 1);
  for (const std::string_view ending : {"-long", "long"}) {
    if (!key.ends_with(ending)) continue;
    key.remove_suffix(ending.size());
    single = true;
    break;
  }
  if (!holds(kUnits, key)) return std::nullopt;
  const MeasureUnit* unit = unit_of_word(key, Language::kEnglish);
  if (single) return SingleTime{unit, words[i].range};
  if (i == 0) return std::nullopt;
  const std::string_view before = words[i - 1].key;
  const bool article = before == "a" || before == "an";
  if (before == "one" || before == "single" ||
      (article && i + 1 < words.size() && holds(kBehind, words[i + 1].key)) ||
      (article && i > 1 && holds(kBefore, words[i - 2].key))) {
    return SingleTime{unit, {words[i - 1].range.begin, words[i].range.end}};
  }
  return std::nullopt;
}

// Folded to kTehMarbuta.
constexpr std::string_view kArabicUnits[] = {"ساعه", "يوم",  "يوما", "اسبوع", "اسبوعا",
                                             "شهر",  "شهرا", "عام",  "عاما",  "سنه",
                                             "عقد",  "عقدا", "قرن",  "قرنا"};

// The key without the conjunction and preposition that may stand before it.
std::string_view bare(std::string_view key, Words words) {
  for (const std::string_view clitic : {"و", "ف", "ب", "ل"}) {
    if (holds(words, key)) break;
    if (key.starts_with(clitic)) key.remove_prefix(clitic.size());
  }
  return holds(words, key) ? key : std::string_view();
}

// يوم واحد, بعد يوم, استمر يومًا; not يوم الأحد, عام 2012 or 15 يومًا.
std::optional<SingleTime> arabic_single(const CheckedSegment& segment, std::size_t i) {
  constexpr std::string_view kBefore[] = {
      "قبل",  "بعد", "منذ",   "خلال",   "مده",   "طوال",  "سوي", "نحو",  "حوالي",  "قرابه",  "زهاء",
      "غضون", "من",  "استمر", "استمرت", "يستمر", "تستمر", "دام", "دامت", "استغرق", "استغرقت"};
  constexpr std::string_view kOne[] = {"واحد", "واحده", "واحدا"};
  const auto& words = segment.words;
  const auto key_of = [&](std::size_t at) {
    return at < words.size() && words[at].kind == TokenKind::kWord
               ? fold(words[at].key, FoldProfile::kTehMarbuta)
               : std::string();
  };
  const std::string word = key_of(i);
  const std::string_view unit_word = bare(word, kArabicUnits);
  if (unit_word.empty()) return std::nullopt;
  const MeasureUnit* unit = unit_of_word(unit_word, Language::kArabic);
  const std::string behind = key_of(i + 1);
  if (holds(kOne, behind)) return SingleTime{unit, {words[i].range.begin, words[i + 1].range.end}};
  const std::string before = i > 0 ? key_of(i - 1) : std::string();
  if (bare(before, kBefore).empty() || behind.starts_with("ال") || behind == "ونصف") {
    return std::nullopt;
  }
  const bool named = std::ranges::any_of(segment.quantities.dates, [&](const DateMention& date) {
    return date.range.begin < words[i].range.end + 2 && words[i].range.begin < date.range.end;
  });
  const bool numbered = i + 1 < words.size() && words[i + 1].kind == TokenKind::kNumber;
  if (named || numbered) return std::nullopt;
  return SingleTime{unit, words[i].range};
}

std::optional<SingleTime> single_at(const CheckedSegment& segment, std::size_t i) {
  return segment.language == Language::kArabic ? arabic_single(segment, i)
                                               : english_single(segment, i);
}

bool is_counted(const CheckedSegment& segment, const CheckedWord& word) {
  return std::ranges::any_of(segment.quantities.numbers, [&](const NumberMention& number) {
    return number.range.end <= word.range.begin && word.range.begin - number.range.end <= 1;
  });
}

// The unit in the plural or dual, without a number: أيام, يومي الأحد والاثنين, "days".
bool says_many(const CheckedSegment& segment, const CheckedWord& word, const MeasureUnit* unit) {
  if (is_counted(segment, word)) return false;
  const std::string key = fold(word.key, FoldProfile::kTehMarbuta);
  if (segment.language == Language::kEnglish) {
    return key.ends_with("s") && unit_of_word(key, Language::kEnglish) == unit;
  }
  std::string_view noun = key;
  if (noun.ends_with("ي")) noun.remove_suffix(std::string_view("ي").size());
  if (unit_of_word(noun, Language::kArabic) != unit) return false;
  return noun.size() < key.size() || std::ranges::none_of(kArabicUnits, [&](std::string_view one) {
           return key.ends_with(one);
         });
}

// The first place of a side that says one of the unit. Nothing where the side has the unit in
// another count as well, which the many may stand for.
struct Side {
  std::optional<CheckedPlace> single;
  bool many = false;
};

Side read_side(const CheckedDocument& document, const Bead& bead, Language side,
               const MeasureUnit* unit) {
  Side result;
  const SegmentRange range = CheckedDocument::range(bead, side);
  for (std::size_t s = range.begin; s < range.end; ++s) {
    const CheckedSegment& segment = document.side(side)[s];
    for (std::size_t i = 0; i < segment.words.size(); ++i) {
      if (segment.words[i].kind != TokenKind::kWord) continue;
      const auto single = single_at(segment, i);
      if (single && single->unit == unit && !result.single) {
        result.single = CheckedPlace{side, s, single->range};
      }
      result.many = result.many || says_many(segment, segment.words[i], unit);
    }
  }
  return result;
}

// A number that counts units of time from two on, without its equal on the other side.
bool counts_time(const CheckedQuantity& q) {
  return q.type == Class::kNumber && q.unit && q.unit->dimension == Dimension::kTime &&
         (!q.matched || q.surplus) && !q.approximate && !q.doubtful && q.value >= 2 &&
         q.value == std::floor(q.value) &&
         (q.kind == NumberKind::kCardinal || q.kind == NumberKind::kImplied);
}

void report_many(const CheckedDocument& document, const Bead& bead,
                 std::vector<CheckedQuantity>& own, const std::vector<CheckedQuantity>& others,
                 FindingList& findings) {
  for (CheckedQuantity& q : own) {
    if (!counts_time(q)) continue;
    const Side there = read_side(document, bead, other(q.place.side), q.unit);
    if (!there.single || there.many || read_side(document, bead, q.place.side, q.unit).single ||
        std::ranges::any_of(
            others, [&](const CheckedQuantity& o) { return o.unit == q.unit && counts_time(o); })) {
      continue;
    }
    q.matched = true;
    q.surplus = false;
    const bool arabic = q.place.side == Language::kArabic;
    findings.add(bead, {.rule = "number-word",
                        .arabic = arabic ? q.place : *there.single,
                        .english = arabic ? *there.single : q.place,
                        .message = "“" + quoted(document.text(q.place)) + "” is not the one of “" +
                                   quoted(document.text(*there.single)) + "”",
                        .suggestion = "compare the two numbers with the source",
                        .severity = {},
                        .related = {}});
    return;
  }
}

}  // namespace

void check_time_counts(const CheckedDocument& document, const Bead& bead, QuantityMatch& match,
                       FindingList& findings) {
  if (bead.one_sided()) return;
  report_many(document, bead, match.arabic, match.english, findings);
  report_many(document, bead, match.english, match.arabic, findings);
}

}  // namespace mizan
