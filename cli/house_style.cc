#include "cli/house_style.h"

#include <algorithm>
#include <optional>

#include "tm/base/error.h"
#include "tm/check/rules.h"
#include "tm/text/script.h"

namespace mizan {
namespace {

constexpr std::string_view kAny = "any";

template <typename Value>
struct Choice {
  std::string_view name;
  Value value;
};
constexpr Choice<DigitShape> kDigits[] = {{"arabic-indic", DigitShape::kArabicIndic},
                                          {"western", DigitShape::kWestern}};
constexpr Choice<MonthSystem> kMonths[] = {{"gregorian-egyptian", MonthSystem::kEgyptian},
                                           {"levantine", MonthSystem::kLevantine},
                                           {"maghrebi", MonthSystem::kMaghrebi},
                                           {"moroccan", MonthSystem::kMoroccan}};
constexpr Choice<QuoteShape> kQuotes[] = {
    {"guillemets", QuoteShape::kGuillemets}, {"straight", QuoteShape::kStraight},
    {"curly", QuoteShape::kCurly},           {"« »", QuoteShape::kGuillemets},
    {"\" \"", QuoteShape::kStraight},        {"“ ”", QuoteShape::kCurly}};

[[noreturn]] void fail(std::string_view option, std::string_view value, const InputPlace& place,
                       const std::string& advice) {
  throw Error(ErrorKind::kUsage,
              "check: " + std::string(option) + " cannot be " + std::string(value), place, advice);
}

std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

// The parts between commas.
template <typename Visit>
void for_each_part(std::string_view list, const Visit& visit) {
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    if (const std::string_view part = trim(list.substr(0, comma)); !part.empty()) visit(part);
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
}

template <typename Value, std::size_t N>
std::vector<std::string_view> names_of(const Choice<Value> (&choices)[N]) {
  std::vector<std::string_view> names = {kAny};
  for (const Choice<Value>& choice : choices) names.push_back(choice.name);
  return names;
}

template <typename Value, std::size_t N>
std::optional<Value> chosen(const Invocation& call, std::span<const std::string> paths,
                            std::string_view option, const Choice<Value> (&choices)[N]) {
  std::optional<Value> result;
  for (const Config::Layer& layer : call.layers(option, paths)) {
    const auto found = std::ranges::find(choices, layer.value, &Choice<Value>::name);
    if (found != std::end(choices)) {
      result = found->value;
    } else if (layer.value == kAny) {
      result.reset();
    } else {
      std::string known;
      for (const std::string_view name : names_of(choices)) {
        known += (known.empty() ? "" : ", ") + std::string(name);
      }
      fail(option, layer.value, layer.place, "choose one of " + known);
    }
  }
  return result;
}

void read_severity(std::string_view part, const InputPlace& place, CheckOptions& options) {
  const std::size_t equals = part.find('=');
  const std::string_view rule = trim(part.substr(0, std::min(equals, part.size())));
  const std::string_view level =
      equals == std::string_view::npos ? std::string_view() : trim(part.substr(equals + 1));
  if (find_rule(rule) == nullptr) {
    std::vector<std::string> known;
    for (const Rule& candidate : rules()) known.emplace_back(candidate.id);
    const auto meant = did_you_mean(rule, known);
    throw Error(ErrorKind::kUsage, "check: no rule " + std::string(rule), place,
                meant ? "did you mean " + *meant + "?" : "see mizan check --rules");
  }
  std::optional<Severity>& severity = options.severities[std::string(rule)];
  severity.reset();
  if (level == "off") return;
  for (const Severity candidate : {Severity::kInfo, Severity::kWarning, Severity::kError}) {
    if (level == to_string(candidate)) severity = candidate;
  }
  if (!severity) {
    fail("severity", part, place, "write RULE=off, RULE=info, RULE=warning or RULE=error");
  }
}

void read_spelling(std::string_view part, const InputPlace& place, CheckOptions& options) {
  const std::size_t slash = part.find('/');
  const std::string_view preferred = trim(part.substr(0, std::min(slash, part.size())));
  const std::string_view rejected =
      slash == std::string_view::npos ? std::string_view() : trim(part.substr(slash + 1));
  if (preferred.empty() || rejected.empty() || preferred == rejected ||
      detect_language(preferred) != detect_language(rejected)) {
    fail("spelling", part, place, "write PREFERRED/REJECTED, both in one language");
  }
  options.house.spellings.push_back({std::string(preferred), std::string(rejected)});
}

Option by_path(Option option) {
  option.reach = Option::Reach::kByPath;
  return option;
}

}  // namespace

std::vector<Option> house_style_options() {
  return {by_path({"digits", OptionKind::kValue, "SHAPE",
                   "house style: digits of the Arabic: any, arabic-indic, western"}),
          by_path({"months", OptionKind::kValue, "SYSTEM",
                   "house style: any, gregorian-egyptian (يناير), levantine (كانون الثاني), "
                   "maghrebi (جانفي), moroccan"}),
          by_path({"arabic-quotes", OptionKind::kValue, "MARKS",
                   "house style: any, guillemets, straight, curly"}),
          by_path({"english-quotes", OptionKind::kValue, "MARKS",
                   "house style: any, guillemets, straight, curly"}),
          by_path({"spelling", OptionKind::kList, "PREFERRED/REJECTED",
                   "house style: a spelling that is not to be used; repeatable, or with commas"}),
          by_path({"severity", OptionKind::kList, "RULE=LEVEL",
                   "off, info, warning or error for a rule; repeatable, or with commas"})};
}

CheckOptions house_style(const Invocation& call, std::span<const std::string> paths) {
  CheckOptions options;
  options.house.digits = chosen(call, paths, "digits", kDigits);
  options.house.months = chosen(call, paths, "months", kMonths);
  options.house.arabic_quotes = chosen(call, paths, "arabic-quotes", kQuotes);
  options.house.english_quotes = chosen(call, paths, "english-quotes", kQuotes);
  for (const Config::Layer& layer : call.layers("severity", paths)) {
    for_each_part(layer.value,
                  [&](std::string_view part) { read_severity(part, layer.place, options); });
  }
  for (const Config::Layer& layer : call.layers("spelling", paths)) {
    for_each_part(layer.value,
                  [&](std::string_view part) { read_spelling(part, layer.place, options); });
  }
  return options;
}

}  // namespace mizan
