#include <algorithm>
#include <iterator>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "tm/check/denials.h"
#include "tm/text/normalize.h"

namespace mizan {
namespace {

using WordSet = std::unordered_set<std::string_view>;
using enum DenialKind;

// Arabic words are folded to kAlef and stand without a conjunction.
const std::unordered_map<std::string_view, DenialKind>& arabic_kinds() {
  static const std::unordered_map<std::string_view, DenialKind> kinds = {
      {"لم", kVerb},     {"لن", kVerb},      {"لا", kVerb},      {"ليس", kVerb},
      {"ليست", kVerb},   {"ليسوا", kVerb},   {"ليسا", kVerb},    {"لسنا", kVerb},
      {"لست", kVerb},    {"لسن", kVerb},     {"اليس", kVerb},    {"اليست", kVerb},
      {"غير", kNoun},    {"بغير", kNoun},    {"لغير", kNoun},    {"كغير", kNoun},
      {"الغير", kSense}, {"دون", kNoun},     {"بدون", kNoun},    {"دونما", kNoun},
      {"بلا", kNoun},    {"عدم", kNoun},     {"بعدم", kNoun},    {"لعدم", kNoun},
      {"الا", kLimit},   {"سوى", kLimit},    {"قلما", kSense},   {"نادرا", kSense},
      {"لولا", kSense},  {"بالكاد", kSense}, {"مستحيل", kSense}, {"المستحيل", kSense},
      {"عكس", kSense},   {"بعكس", kSense},   {"بدلا", kSense},   {"عوضا", kSense},
      {"بعيدا", kSense}, {"ضد", kSense},     {"خاليا", kSense},  {"خال", kSense},
      {"حجب", kSense},   {"لحجب", kSense},   {"بحجب", kSense},   {"خالي", kSense},
      {"خالية", kSense}, {"عديم", kSense},   {"عديمة", kSense},  {"عديمي", kSense},
      {"بغض", kSense},   {"كاد", kSense},    {"كادت", kSense},   {"يكاد", kSense},
      {"تكاد", kSense},
  };
  return kinds;
}

// What turns لا into an idiom that English says without a denial: still, must, especially, at
// least, undoubtedly.
const WordSet& arabic_idioms() {
  static const WordSet words = {
      "يزال",  "تزال", "ازال", "نزال", "يزالون", "زال", "زالت",  "زالوا",  "بد",     "شك",
      "سيما",  "يقل",  "تقل",  "يزيد", "تزيد",   "ريب", "محالة", "يتجاوز", "تتجاوز", "يتعدى",
      "تتعدى", "غنى",  "احد",  "شيء",  "مثيل",   "عن",  "ان",    "ذلك",    "ه",      "مرة"};
  return words;
}

std::string key_at(const CheckedSegment& segment, std::size_t i) {
  return i < segment.words.size() ? denial_key(segment.words[i]) : std::string();
}

// Of a noun: رأيه his opinion.
bool has_pronoun(std::string_view key) {
  return key.ends_with("ه") || key.ends_with("ها") || key.ends_with("هم") || key.ends_with("هما");
}

std::optional<Denial> read(const CheckedSegment& segment, WordPosition at) {
  constexpr std::string_view kShadda = "\u0651";
  const CheckedWord& word = segment.words[at.word];
  std::string key = denial_key(word);
  if (key.starts_with("بدون")) key = "بدون";  // بدونها
  const auto found = arabic_kinds().find(key);
  if (found == arabic_kinds().end()) return std::nullopt;
  Denial denial{.at = at, .kind = found->second};
  const std::string next = key_at(segment, at.word + 1);
  const bool marked = word.range.of(segment.text).find(kShadda) != std::string_view::npos;
  if (key == "غير" && (marked || next.starts_with("ان") || has_pronoun(next))) {
    return std::nullopt;  // changed, changed his; however
  }
  if (key == "لم" && (next.starts_with("شمل") || next == "الشمل")) return std::nullopt;  // reunion
  if (word.key.ends_with("ألا")) denial.kind = kVerb;               // أن لا in one word
  if (key == "الا" && next.starts_with("ان")) return std::nullopt;  // however
  // إن لم يكن: if not, albeit
  const bool albeit = key == "لم" && at.word > 0 && key_at(segment, at.word - 1) == "ان";
  const bool idiom = (key == "لا" || denial.kind == kNoun) && arabic_idioms().contains(next);
  if (albeit || idiom) denial.kind = kSense;
  const bool carries_on = key == "لا" && word.key != key;  // ولا
  denial.optional = carries_on || key == "دون" || stands_before(segment, at.word, 2);
  return denial;
}

// ما denies a verb where a clause begins; elsewhere it is far more often "what".
bool begins_clause(const CheckedSegment& segment, std::size_t i) {
  static const WordSet kOpeners = {"لكن", "ولكن", "انه", "انها", "اني"};
  return i == 0 || segment.words[i - 1].kind != TokenKind::kWord ||
         segment.words[i].key.starts_with("و") || kOpeners.contains(key_at(segment, i - 1));
}

// Whether a fair share of the renderings deny: one of many is a rare sense, or noise.
bool denies_by_sense(std::string_view arabic, WordRenderings& renderings) {
  constexpr std::ptrdiff_t kShare = 5;
  const auto stems = renderings.stems(arabic);
  const auto denying = std::count_if(stems.begin(), stems.end(), is_refusal);
  return denying * kShare >= std::max<std::ptrdiff_t>(1, std::ssize(stems));
}

// لايناسب, a space lost: a particle may hide in a word that the dictionaries do not know.
bool may_hide_particle(std::string_view key, WordRenderings& renderings) {
  constexpr std::string_view kParticles[] = {"لا", "لم", "لن", "ليس", "غير"};
  constexpr std::string_view kPersons[] = {"ي", "ت", "ن", "ا"};
  constexpr std::size_t kRunTogether = 24;  // bytes; twelve letters
  const bool found =
      std::any_of(std::begin(kParticles), std::end(kParticles), [&](std::string_view particle) {
        const std::size_t inside = key.find(particle, 2);
        if (key.size() >= kRunTogether && inside != key.npos && key.substr(inside - 2, 2) != "ا") {
          return true;  // not the article of المجموعة
        }
        if (key.size() <= particle.size() + 4) return false;
        if (key.ends_with(particle)) return true;
        if (!key.starts_with(particle)) return false;
        return std::any_of(std::begin(kPersons), std::end(kPersons), [&](std::string_view p) {
          return key.substr(particle.size()).starts_with(p);
        });
      });
  return found && renderings.stems(key).empty();
}

}  // namespace

std::string denial_key(const CheckedWord& arabic) {
  std::string key = fold(arabic.key, FoldProfile::kAlef);
  constexpr std::string_view kConjunctions[] = {"و", "ف"};
  for (const std::string_view conjunction : kConjunctions) {
    if (!key.starts_with(conjunction)) continue;
    const std::string_view rest = std::string_view(key).substr(conjunction.size());
    if (arabic_kinds().contains(rest) || rest == "ما") return std::string(rest);
  }
  return key;
}

std::vector<Denial> read_arabic_denials(std::span<const CheckedSegment> segments) {
  std::vector<Denial> denials;
  for (std::size_t s = 0; s < segments.size(); ++s) {
    for (std::size_t i = 0; i < segments[s].words.size(); ++i) {
      if (segments[s].words[i].kind != TokenKind::kWord) continue;
      if (auto denial = read(segments[s], {s, i})) denials.push_back(std::move(*denial));
    }
  }
  return denials;
}

std::vector<Denial> read_arabic_refusals(std::span<const CheckedSegment> segments,
                                         WordRenderings& renderings) {
  std::vector<Denial> refusals;
  for (std::size_t s = 0; s < segments.size(); ++s) {
    for (std::size_t i = 0; i < segments[s].words.size(); ++i) {
      const CheckedWord& word = segments[s].words[i];
      if (word.kind != TokenKind::kWord) continue;
      const std::string key = denial_key(word);
      if (arabic_kinds().contains(key)) continue;
      if ((key == "ما" && begins_clause(segments[s], i)) || denies_by_sense(word.key, renderings) ||
          may_hide_particle(key, renderings)) {
        refusals.push_back({.at = {s, i}, .kind = kSense});
      }
    }
  }
  return refusals;
}

}  // namespace mizan
