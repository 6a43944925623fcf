// number-value, scale, number-word, percent: numbers compared as values.
#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "tm/base/utf8.h"
#include "tm/check/families.h"
#include "tm/lang/arabic_morphology.h"
#include "tm/text/normalize.h"
#include "tm/text/script.h"

namespace mizan {
namespace {

using Class = CheckedQuantity::Class;

// Up to here a number word is also an idiom, an article or left to the context ("one", كلا, "the
// two"): alone it may say nothing.
constexpr double kSmall = 12;

bool is_number(const CheckedQuantity& q) { return q.type == Class::kNumber; }

bool can_pair(const CheckedQuantity& q) {
  if ((q.matched && !q.weakly && !q.surplus) || q.approximate ||
      (q.type != Class::kNumber && q.type != Class::kYear && q.type != Class::kCode)) {
    return false;
  }
  if (q.kind == NumberKind::kFraction) return false;
  return !q.doubtful || q.kind == NumberKind::kImplied || q.type == Class::kYear;
}

bool is_power_of_ten(double ratio) {
  const double exponent = std::log10(ratio);
  return std::abs(exponent) > 0.5 && std::abs(exponent - std::round(exponent)) < 1e-9;
}

// The significant digits: 2.5 million and 25 have the same.
std::string digits_of(double value) {
  std::string digits = std::to_string(static_cast<long long>(std::llround(value * 1000)));
  while (digits.size() > 1 && digits.back() == '0') digits.pop_back();
  return digits;
}

std::size_t digit_distance(const std::string& a, const std::string& b) {
  if (a.size() != b.size()) return a.size() + b.size();
  std::size_t distance = 0;
  for (std::size_t i = 0; i < a.size(); ++i) distance += a[i] != b[i];
  return distance;
}

// How likely the two say the same number, one of them wrongly; nothing when they are unrelated.
std::optional<double> affinity(const CheckedQuantity& a, const CheckedQuantity& b) {
  constexpr double kOfOneKind = 3;
  if (a.kind == NumberKind::kClock || b.kind == NumberKind::kClock) {
    return a.kind == b.kind ? std::optional<double>(kOfOneKind) : std::nullopt;
  }
  if (a.type == Class::kCode || b.type == Class::kCode) {
    return a.type == b.type ? std::optional<double>(kOfOneKind) : std::nullopt;
  }
  const bool percent_a = a.kind == NumberKind::kPercent || a.kind == NumberKind::kPercentPoint;
  const bool percent_b = b.kind == NumberKind::kPercent || b.kind == NumberKind::kPercentPoint;
  const bool decade_a = a.kind == NumberKind::kDecade;
  const bool decade_b = b.kind == NumberKind::kDecade;
  if ((a.type == Class::kYear || decade_a) != (b.type == Class::kYear || decade_b) && !a.doubtful &&
      !b.doubtful) {
    return std::nullopt;
  }
  const double larger = std::max(a.value, b.value);
  const double smaller = std::min(a.value, b.value);
  double score = 0;
  if (a.surplus || b.surplus) score -= 1.5;
  if (percent_a && percent_b) score += 3;
  if (percent_a != percent_b) score -= 1;
  if ((a.kind == NumberKind::kOrdinal) == (b.kind == NumberKind::kOrdinal)) {
    score += 0.5;
  } else if (a.spelled && b.spelled) {
    // خامس and "six" count different things
    score -= 1.5;
  }
  if (smaller > 0 && is_power_of_ten(larger / smaller)) {
    score += 4;
  } else {
    const std::size_t distance = digit_distance(digits_of(a.value), digits_of(b.value));
    if (distance <= 1) score += 3;
    if (distance == 2) score += 1.5;
  }
  if (larger <= kSmall) score += 2;
  if (smaller > 0 && larger / smaller <= 10) score += 1;
  if (!a.spelled && !b.spelled) score += 1;
  return score >= 1 ? std::optional<double>(score) : std::nullopt;
}

template <typename Predicate>
bool any_character(std::string_view text, Predicate predicate) {
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    if (predicate(c.value)) return true;
    i += c.size;
  }
  return false;
}

// Says its thousands or millions in a word: 300 ألف, "2.5 million".
bool has_scale(const CheckedDocument& document, const CheckedQuantity& q) {
  if (q.value < 1000) return false;
  return any_character(document.text(q.place),
                       [](char32_t c) { return is_arabic_letter(c) || is_latin_letter(c); });
}

// Words alone: "25 million" is a figure.
bool in_words(const CheckedDocument& document, const CheckedQuantity& q) {
  return !any_character(document.text(q.place), [](char32_t c) { return digit_value(c) >= 0; });
}

std::string_view rule_of(const CheckedDocument& document, const CheckedQuantity& a,
                         const CheckedQuantity& b) {
  const double thousands = std::log10(std::max(a.value, b.value) / std::min(a.value, b.value)) / 3;
  if ((has_scale(document, a) || has_scale(document, b)) && thousands > 0.5 &&
      std::abs(thousands - std::round(thousands)) < 1e-9) {
    return "scale";
  }
  return in_words(document, a) && in_words(document, b) ? "number-word" : "number-value";
}

// The pair has been reported; a value said too often is so no more.
void settle(std::vector<CheckedQuantity>& own, CheckedQuantity& quantity) {
  for (CheckedQuantity& other : own) {
    if (other.value == quantity.value) other.surplus = false;
  }
  quantity.matched = true;
  quantity.weakly = false;
}

void report_pairs(const CheckedDocument& document, const Bead& bead,
                  std::vector<CheckedQuantity>& arabic, std::vector<CheckedQuantity>& english,
                  FindingList& findings) {
  while (true) {
    CheckedQuantity* best_arabic = nullptr;
    CheckedQuantity* best_english = nullptr;
    double best = 0;
    for (CheckedQuantity& a : arabic) {
      if (!can_pair(a)) continue;
      for (CheckedQuantity& e : english) {
        if (!can_pair(e) || (a.matched && e.matched) || (a.doubtful && e.doubtful)) continue;
        if ((a.type == Class::kYear && e.type == Class::kYear)) continue;
        const auto score = affinity(a, e);
        if (score && *score > best) {
          best = *score;
          best_arabic = &a;
          best_english = &e;
        }
      }
    }
    if (!best_arabic) return;
    settle(arabic, *best_arabic);
    settle(english, *best_english);
    const std::string_view arabic_words = document.text(best_arabic->place);
    const std::string_view english_words = document.text(best_english->place);
    const bool decades =
        best_arabic->kind == NumberKind::kDecade && best_english->kind == NumberKind::kDecade;
    findings.add(bead, {.rule = decades ? "date" : rule_of(document, *best_arabic, *best_english),
                        .arabic = best_arabic->place,
                        .english = best_english->place,
                        .message = "“" + quoted(english_words) + "” is not the value of “" +
                                   quoted(arabic_words) + "”",
                        .suggestion = decades ? "compare the two dates with the source"
                                              : "compare the two numbers with the source",
                        .severity = {},
                        .related = {}});
  }
}

// A count from three on that nothing before it takes for known: "eight cups", not "the eight",
// "those eight" or الثمانية, which stand for things that are named elsewhere.
bool counts_new(const CheckedDocument& document, const CheckedQuantity& q) {
  if (q.kind != NumberKind::kCardinal || q.value < 3 || q.value != std::floor(q.value)) {
    return false;
  }
  const CheckedSegment& segment = document.side(q.place.side)[q.place.segment];
  const auto word = std::ranges::find_if(
      segment.words, [&](const CheckedWord& w) { return w.range.begin >= q.place.range.begin; });
  if (word == segment.words.end()) return false;
  if (q.place.side == Language::kArabic) {
    return std::ranges::none_of(proclitic_stacks(word->key),
                                [](const Proclitics& stack) { return stack.article; });
  }
  constexpr std::string_view kKnown[] = {"the", "these", "those", "all",   "both",
                                         "a",   "other", "my",    "your",  "his",
                                         "her", "its",   "our",   "their", "which"};
  if (word == segment.words.begin()) return true;
  const CheckedWord& before = *std::prev(word);
  // Channel Four is a name, and so is "half a dozen" for six.
  const bool name = before.kind == TokenKind::kWord && is_capitalised(document.text(q.place));
  return !name && std::ranges::find(kKnown, before.key) == std::end(kKnown) &&
         !document.text(q.place).ends_with("dozen");
}

// Ten years are one عقد, seven days a week.
bool is_one_of_another_unit(const CheckedDocument& document, const Bead& bead,
                            const CheckedQuantity& q) {
  if (!q.unit || q.unit->dimension != Dimension::kTime) return false;
  const Language there = other(q.place.side);
  return std::ranges::any_of(document.segments(bead, there), [&](const CheckedSegment& segment) {
    return std::ranges::any_of(segment.words, [&](const CheckedWord& word) {
      const MeasureUnit* unit = unit_of_word(fold(word.key, FoldProfile::kTehMarbuta), there);
      return unit && unit != q.unit && measures_meet(q.value, *q.unit, 1, *unit);
    });
  });
}

// $1 = 3.75 riyals: the one of a rate, which الدولار = 3.75 leaves out.
bool is_one_of_rate(const CheckedDocument& document, const CheckedQuantity& q) {
  const std::string_view text = document.side(q.place.side)[q.place.segment].text;
  const std::string_view behind = text.substr(q.place.range.end);
  return q.value == 1 && behind.substr(0, behind.find_first_not_of(' ') + 1).ends_with('=');
}

// A number that the other side does not have at all.
void report_alone(const CheckedDocument& document, const Bead& bead,
                  const std::vector<CheckedQuantity>& own, FindingList& findings) {
  for (const CheckedQuantity& q : own) {
    if (q.matched || q.approximate || q.doubtful || !is_number(q)) continue;
    if (q.kind == NumberKind::kFraction || q.kind == NumberKind::kImplied ||
        q.kind == NumberKind::kDecade || q.kind == NumberKind::kClock) {
      continue;
    }
    if (is_one_of_another_unit(document, bead, q) || is_one_of_rate(document, q)) continue;
    const bool loud = !q.spelled || q.value > kSmall || counts_new(document, q);
    Report report{.rule = in_words(document, q) ? "number-word" : "number-value",
                  .arabic = {},
                  .english = {},
                  .message = "“" + quoted(document.text(q.place)) + "” is not on the other side",
                  .suggestion = "translate the number, or drop it on both sides",
                  .severity = loud ? Severity::kWarning : Severity::kInfo,
                  .related = {}};
    (q.place.side == Language::kArabic ? report.arabic : report.english) = q.place;
    findings.add(bead, std::move(report));
  }
}

bool same_value(const CheckedQuantity& a, const CheckedQuantity& b) {
  return std::abs(a.value - b.value) < 1e-9 * std::max(1.0, std::abs(a.value));
}

// 10 to 15 per cent: a range names the percent once, at its end.
bool opens_percent_range(const std::vector<CheckedQuantity>& own, const CheckedQuantity& q) {
  constexpr std::size_t kLongestLink = 14;  // bytes of " to about ", " إلى "
  if (q.kind != NumberKind::kCardinal) return false;
  const auto next = std::ranges::find_if(own, [&](const CheckedQuantity& other) {
    return other.type == Class::kNumber && other.place.segment == q.place.segment &&
           other.place.range.begin >= q.place.range.end;
  });
  return next != own.end() && next->kind == NumberKind::kPercent &&
         next->place.range.begin - q.place.range.end <= kLongestLink;
}

// A percentage whose number stands over there as a plain number or as percentage points.
void report_percent(const CheckedDocument& document, const Bead& bead,
                    const std::vector<CheckedQuantity>& own,
                    const std::vector<CheckedQuantity>& others, FindingList& findings) {
  for (const CheckedQuantity& q : own) {
    if (!q.matched || q.kind != NumberKind::kPercent) continue;
    const CheckedQuantity* plain = nullptr;
    bool percent = false;
    for (const CheckedQuantity& o : others) {
      if (!same_value(q, o) || o.kind == NumberKind::kFraction) continue;
      percent = percent || o.kind == NumberKind::kPercent || opens_percent_range(others, o);
      // 2000 may look like a year.
      const bool count = o.type == Class::kNumber && o.kind != NumberKind::kOrdinal;
      if (count || o.type == Class::kYear) plain = &o;
    }
    if (percent || !plain) continue;
    const bool arabic = q.place.side == Language::kArabic;
    findings.add(bead, {.rule = "percent",
                        .arabic = arabic ? q.place : plain->place,
                        .english = arabic ? plain->place : q.place,
                        .message = "“" + quoted(document.text(q.place)) + "” is a percentage, “" +
                                   quoted(document.text(plain->place)) + "” is not",
                        .suggestion = "say the same measure on both sides",
                        .severity = {},
                        .related = {}});
  }
}

// ملايين against "thousands": the only thing that a vague count says.
void report_vague(const CheckedDocument& document, const Bead& bead, const QuantityMatch& match,
                  FindingList& findings) {
  const auto lone = [](const std::vector<CheckedQuantity>& own) -> const CheckedQuantity* {
    const CheckedQuantity* found = nullptr;
    for (const CheckedQuantity& q : own) {
      if (!q.approximate || q.matched || q.value < 10) continue;
      if (found) return nullptr;
      found = &q;
    }
    return found;
  };
  const CheckedQuantity* arabic = lone(match.arabic);
  const CheckedQuantity* english = lone(match.english);
  if (!arabic || !english) return;
  const double ratio =
      std::max(arabic->value, english->value) / std::min(arabic->value, english->value);
  constexpr double kOrder = 9;  // tens against a hundred; a score is no ten
  if (ratio < kOrder) return;
  findings.add(bead, {.rule = "scale",
                      .arabic = arabic->place,
                      .english = english->place,
                      .message = "“" + quoted(document.text(english->place)) +
                                 "” is another order of magnitude than “" +
                                 quoted(document.text(arabic->place)) + "”",
                      .suggestion = "compare the two with the source",
                      .severity = {},
                      .related = {}});
}

}  // namespace

void check_numbers(const CheckedDocument& document, const Bead& bead, const QuantityMatch& match,
                   FindingList& findings) {
  if (bead.one_sided()) return;
  report_percent(document, bead, match.arabic, match.english, findings);
  report_percent(document, bead, match.english, match.arabic, findings);
  report_vague(document, bead, match, findings);
  std::vector<CheckedQuantity> arabic = match.arabic;
  std::vector<CheckedQuantity> english = match.english;
  report_pairs(document, bead, arabic, english, findings);
  report_alone(document, bead, arabic, findings);
  report_alone(document, bead, english, findings);
}

}  // namespace mizan
