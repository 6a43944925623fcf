#include <algorithm>
#include <iterator>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "tm/check/denials.h"
#include "tm/lang/english_morphology.h"

namespace mizan {
namespace {

using WordSet = std::unordered_set<std::string_view>;
using enum DenialKind;

const std::unordered_map<std::string_view, DenialKind>& english_kinds() {
  static const std::unordered_map<std::string_view, DenialKind> kinds = {
      {"not", kVerb},        {"never", kVerb},   {"cannot", kVerb},  {"nobody", kNoun},
      {"none", kNoun},       {"nothing", kNoun}, {"nowhere", kNoun}, {"no", kNoun},
      {"nor", kNoun},        {"neither", kNoun}, {"without", kNoun}, {"unable", kNoun},
      {"only", kLimit},      {"until", kLimit},  {"unless", kSense}, {"little", kSense},
      {"few", kSense},       {"under", kSense},  {"below", kSense},  {"against", kSense},
      {"lesser", kSense},    {"non", kNoun},     {"no-one", kNoun},  {"except", kLimit},
      {"merely", kLimit},    {"solely", kLimit}, {"alone", kLimit},  {"just", kLimit},
      {"but", kLimit},       {"before", kLimit}, {"rather", kSense}, {"instead", kSense},
      {"otherwise", kSense}, {"beyond", kSense}, {"free", kSense},   {"too", kSense},
      {"zero", kSense},      {"unlike", kSense}, {"far", kSense},    {"less", kSense},
      {"other", kSense},
  };
  return kinds;
}

std::string_view key_at(const CheckedSegment& segment, std::size_t i) {
  return i < segment.words.size() ? std::string_view(segment.words[i].key) : std::string_view();
}

// Unbeaten and unlisted, whether the dictionaries know the rest or not; not under, union, uncle.
bool looks_denied(std::string_view word) {
  return word.starts_with("un") && word.size() > 6 &&
         (word.ends_with("ed") || word.ends_with("en") || word.ends_with("ing") ||
          word.ends_with("able") || word.ends_with("ible") || word.ends_with("ly")) &&
         !word.starts_with("under") && !word.starts_with("uni");
}

// What a word denies by its form: happy in unhappy; nothing for under. in- and dis- deny only
// before an adjective or agreement: "inform" is no denied form, "discover" no denied cover.
std::optional<std::string> denied_by_form(std::string_view word, const NameKnowledge& words) {
  constexpr std::string_view kPrefixes[] = {"un", "im", "ir", "il", "non", "no-", "in", "dis"};
  // Words that begin like a denial, and whose rest is a word, and that are none.
  constexpr std::string_view kNone[] = {
      "immediate", "immigra", "impact",  "implant",   "imply",       "import",
      "impose",    "impress", "imprint", "imprison",  "improve",     "improvi",
      "impassion", "under",   "unit",    "unless",    "indeed",      "inten",
      "invalu",    "inflam",  "illumin", "union",     "nonetheless", "unto",
      "impart",    "impeach", "impair",  "impound",   "invent",      "insect",
      "incit",     "insur",   "inmate",  "intestate", "incens",      "inter"};
  constexpr std::string_view kAdjectives[] = {"able", "ible", "ent", "ant",  "ate",  "ect", "ive",
                                              "al",   "ite",  "ure", "ably", "ibly", "ity", "ful"};
  constexpr std::string_view kAgreement[] = {"agree", "like",  "approv", "satisf", "honest",
                                             "loyal", "trust", "obey",   "obedi",  "continu",
                                             "allow", "prove", "believ", "similar"};
  constexpr std::size_t kShortestRest = 3;
  const auto begins = [&](std::string_view begin) { return word.starts_with(begin); };
  if (std::any_of(std::begin(kNone), std::end(kNone), begins)) return std::nullopt;
  if (word.ends_with("'s")) return std::nullopt;  // Iran's
  for (const std::string_view prefix : kPrefixes) {
    if (!word.starts_with(prefix) || word.size() < prefix.size() + kShortestRest) continue;
    std::string_view rest = word.substr(prefix.size());
    if (rest.starts_with('-')) return std::string(rest.substr(1));
    if (prefix == "no-") return std::string(rest);
    std::string_view adjective = rest;
    if (adjective.ends_with("ly")) adjective.remove_suffix(2);
    if (prefix == "in" &&
        std::none_of(std::begin(kAdjectives), std::end(kAdjectives),
                     [&](std::string_view end) { return adjective.ends_with(end); }))
      continue;
    if (prefix == "dis" && std::none_of(std::begin(kAgreement), std::end(kAgreement),
                                        [&](std::string_view b) { return rest.starts_with(b); }))
      continue;
    const auto known = [&](std::string_view form) {
      return words.is_word(Language::kEnglish, form);
    };
    if (known(rest) || known(english_stem(rest))) return std::string(rest);
    if (rest.ends_with("ly")) rest.remove_suffix(2);
    if (known(rest)) return std::string(rest);
  }
  if (looks_denied(word)) return std::string(word.substr(2));
  if (word.ends_with("less") && word.size() > 7)
    return std::string(word.substr(0, word.size() - 4));
  return std::nullopt;
}

// Law No. 10, the neighbours of No 10: a number follows.
bool is_number_sign(const CheckedSegment& segment, std::size_t i) {
  const CheckedWord& word = segment.words[i];
  if (word.key != "no") return false;
  std::string_view rest = segment.text.substr(word.range.end);
  const bool stopped = rest.starts_with('.');
  if (stopped) rest.remove_prefix(1);
  return rest.size() > 1 && rest[0] == ' ' && rest[1] >= '0' && rest[1] <= '9' &&
         (stopped || (i > 0 && is_capitalised(word.range.of(segment.text))));
}

// The kind of a word of denial as it stands; nothing where it is part of an idiom.
std::optional<DenialKind> kind_at(const CheckedSegment& segment, std::size_t i) {
  static const WordSet kNotIdioms = {"least", "long", "help", "wait"};
  static const WordSet kNoIdioms = {"doubt", "matter", "sooner"};
  static const WordSet kAllBut = {"nothing", "all", "anything"};
  const std::string_view key = segment.words[i].key;
  const std::string_view before = i > 0 ? key_at(segment, i - 1) : "";
  const std::string_view next = key_at(segment, i + 1);
  if (key.ends_with("n't") || (key == "yet" && next == "to") || (key == "no" && next == "longer")) {
    return kNotIdioms.contains(next) ? kSense : kVerb;
  }
  const auto found = english_kinds().find(key);
  if (found == english_kinds().end() || is_number_sign(segment, i)) return std::nullopt;
  if (key == "but" && i > 0 && !kAllBut.contains(before)) return std::nullopt;
  if (found->second == kLimit || found->second == kSense) return found->second;
  const bool bound = key == "no" && key_at(segment, i + 2) == "than";  // no later than
  const bool whether = key == "not" && before == "or";
  const bool more = key == "never" && next == "more";
  const bool idiom = (key == "no" ? kNoIdioms : kNotIdioms).contains(next);
  return bound || whether || more || idiom ? kSense : found->second;
}

std::optional<Denial> read(const CheckedSegment& segment, WordPosition at,
                           const NameKnowledge& words) {
  const std::string_view key = segment.words[at.word].key;
  if (const auto kind = kind_at(segment, at.word)) {
    const bool and_not = key == "not" && at.word > 0 && key_at(segment, at.word - 1) == "and";
    const bool again = *kind == kNoun && stands_before(segment, at.word, 1);
    return Denial{.at = at, .kind = *kind, .optional = key == "nor" || and_not || again};
  }
  if (english_kinds().contains(key)) return std::nullopt;
  auto denied = denied_by_form(key, words);
  if (!denied) return std::nullopt;
  return Denial{.at = at, .kind = kForm, .denied = std::move(*denied)};
}

}  // namespace

bool surely_denies(const Denial& denial) { return denial.kind != kSense && denial.kind != kLimit; }

bool stands_before(const CheckedSegment& segment, std::size_t i, std::size_t length) {
  const auto begin = segment.words.begin();
  const auto from = begin + static_cast<std::ptrdiff_t>(i);
  const auto to = from + static_cast<std::ptrdiff_t>(std::min(length, segment.words.size() - i));
  return std::search(begin, from, from, to, [](const CheckedWord& a, const CheckedWord& b) {
           return a.key == b.key;
         }) != from;
}

bool is_refusal(const std::string& stem) {
  static const std::unordered_set<std::string> stems = [] {
    constexpr std::string_view kWords[] = {
        "fail",    "failure",   "refuse",   "refusal",    "deny",      "denial",     "lack",
        "absent",  "absence",   "avoid",    "prevent",    "ban",       "forbid",     "prohibit",
        "reject",  "rejection", "exclude",  "abstain",    "refrain",   "withhold",   "devoid",
        "illegal", "unable",    "unlikely", "inability",  "hardly",    "barely",     "scarcely",
        "rarely",  "seldom",    "rare",     "impossible", "incapable", "impossibly",
    };
    std::unordered_set<std::string> result;
    for (const std::string_view word : kWords) result.insert(english_stem(word));
    return result;
  }();
  return stems.contains(stem);
}

std::vector<Denial> read_english_denials(std::span<const CheckedSegment> segments,
                                         const NameKnowledge& words) {
  std::vector<Denial> denials;
  for (std::size_t s = 0; s < segments.size(); ++s) {
    for (std::size_t i = 0; i < segments[s].words.size(); ++i) {
      if (segments[s].words[i].kind != TokenKind::kWord) continue;
      if (auto denial = read(segments[s], {s, i}, words)) denials.push_back(std::move(*denial));
    }
  }
  return denials;
}

std::vector<Denial> read_english_refusals(std::span<const CheckedSegment> segments) {
  std::vector<Denial> refusals;
  for (std::size_t s = 0; s < segments.size(); ++s) {
    for (std::size_t i = 0; i < segments[s].words.size(); ++i) {
      const CheckedWord& word = segments[s].words[i];
      if (word.kind != TokenKind::kWord) continue;
      if (word.key.starts_with("out-") || is_refusal(english_stem(word.key))) {
        refusals.push_back({.at = {s, i}, .kind = kSense});
      }
    }
  }
  return refusals;
}

}  // namespace mizan
