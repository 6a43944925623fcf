// date: two months named as one. month-system: names of months of another region than the house's,
// or than the rest of the document's.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tm/check/families.h"
#include "tm/text/normalize.h"

namespace mizan {
namespace {

struct MonthMention {
  const Bead* bead;
  CheckedPlace place;
  ArabicMonth month;
};

// The month that starts with word `i`, and how many words its name has. A clitic may stand before
// it: ويوليو, لشباط.
std::optional<std::pair<ArabicMonth, std::size_t>> month_at(const CheckedSegment& segment,
                                                            std::size_t i, std::size_t* clitic) {
  constexpr std::string_view kClitics[] = {"", "و", "ف", "ب", "ل", "ك"};
  const auto key = [&](std::size_t word) {
    return fold(segment.words[word].range.of(segment.text), FoldProfile::kTehMarbuta);
  };
  const std::string first = key(i);
  for (const std::string_view prefix : kClitics) {
    if (!segment.words[i].range.of(segment.text).starts_with(prefix)) continue;
    const std::string name = first.substr(prefix.size());
    *clitic = prefix.size();
    if (i + 1 < segment.words.size()) {
      if (auto month = arabic_month(name + ' ' + key(i + 1))) return std::pair(*month, 2);
    }
    if (auto month = arabic_month(name)) return std::pair(*month, 1);
  }
  return std::nullopt;
}

bool adjoin(const CheckedSegment& segment, const CheckedPlace& a, const CheckedPlace& b) {
  const std::string_view between = segment.text.substr(a.range.end, b.range.begin - a.range.end);
  return between.size() <= 4 && (between.find('/') != std::string_view::npos ||
                                 between.find('(') != std::string_view::npos ||
                                 between.find('-') != std::string_view::npos);
}

// أيار/يونيو: two names of one date in two systems that are not one month. يونيو/يوليو are two of
// one system.
void report_two_months(const CheckedSegment& segment, const MonthMention& first,
                       const MonthMention& second, FindingList& findings) {
  const bool one_system = std::ranges::any_of(kMonthSystems, [&](MonthSystem system) {
    return first.month.in(system) && second.month.in(system);
  });
  const ByteRange between{first.place.range.end, second.place.range.begin};
  if (one_system || between.of(segment.text) != "/") return;
  findings.add(*first.bead, report_at({first.place.side,
                                       first.place.segment,
                                       {first.place.range.begin, second.place.range.end}},
                                      "date", "two months are named as one",
                                      "compare the date with the source"));
}

// Only where the reader of dates is sure of a month: آب and نيسان are other words too. A month in
// two names at once (يناير/كانون الثاني) serves every reader, and is left out.
void read_segment_months(const Bead& bead, const CheckedSegment& segment, std::size_t index,
                         std::vector<MonthMention>& mentions, FindingList& findings) {
  std::vector<MonthMention> found;
  for (std::size_t i = 0; i < segment.words.size(); ++i) {
    const CheckedWord& word = segment.words[i];
    const bool dated = std::ranges::any_of(segment.quantities.dates, [&](const DateMention& date) {
      return date.month && !date.ambiguous && date.calendar == Calendar::kGregorian &&
             date.range.contains(word.range);
    });
    if (!dated || word.kind != TokenKind::kWord) continue;
    std::size_t clitic = 0;
    const auto month = month_at(segment, i, &clitic);
    if (!month) continue;
    const ByteRange range{word.range.begin + clitic,
                          segment.words[i + month->second - 1].range.end};
    found.push_back({&bead, {Language::kArabic, index, range}, month->first});
    i += month->second - 1;
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    const bool joined = i + 1 < found.size() && adjoin(segment, found[i].place, found[i + 1].place);
    const bool twin = joined && found[i].month.month == found[i + 1].month.month;
    if (joined && !twin) report_two_months(segment, found[i], found[i + 1], findings);
    if (twin) {
      ++i;
    } else {
      mentions.push_back(found[i]);
    }
  }
}

// The system that has most of the names; of equals the first.
MonthSystem usual_system(const std::vector<MonthMention>& mentions) {
  MonthSystem usual = MonthSystem::kEgyptian;
  std::ptrdiff_t most = -1;
  for (const MonthSystem system : kMonthSystems) {
    const std::ptrdiff_t count = std::ranges::count_if(
        mentions, [&](const MonthMention& mention) { return mention.month.in(system); });
    if (count > most) {
      most = count;
      usual = system;
    }
  }
  return usual;
}

}  // namespace

void check_months(const CheckedDocument& document, const HouseStyle& house, FindingList& findings) {
  std::vector<MonthMention> mentions;
  for (const Bead& bead : document.beads) {
    for (std::size_t i = bead.source.begin; i < bead.source.end; ++i) {
      read_segment_months(bead, document.arabic[i], i, mentions, findings);
    }
  }
  const MonthSystem right = house.months.value_or(usual_system(mentions));
  for (const MonthMention& mention : mentions) {
    if (mention.month.in(right)) continue;
    const std::string name(month_name(mention.month.month, right));
    Report report =
        report_at(mention.place, "month-system",
                  house.months ? "a month that the house calls otherwise"
                               : "a month in another system than elsewhere in the text (" +
                                     std::string(to_string(right)) + ")",
                  name);
    if (house.months) {
      report.replacement = name;
    } else {
      report.severity = Severity::kInfo;
    }
    findings.add(*mention.bead, std::move(report));
  }
}

}  // namespace mizan
