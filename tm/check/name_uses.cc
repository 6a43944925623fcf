#include "tm/check/name_uses.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "tm/base/utf8.h"
#include "tm/check/edit_distance.h"
#include "tm/check/name_forms.h"
#include "tm/lang/name_similarity.h"
#include "tm/text/normalize.h"
#include "tm/text/script.h"
#include "tm/variant/name_parts.h"

namespace mizan {
namespace {

constexpr std::size_t kShortestCounterpart = 3;

Language other_language(Language language) {
  return language == Language::kArabic ? Language::kEnglish : Language::kArabic;
}

// The names that an English word is made of, without their articles; none when it has no capital.
// Russia-Ukraine is two, Coventry-2 one.
std::vector<std::string_view> parts_of_name(std::string_view word) {
  constexpr std::size_t kShortestPart = 4;
  const std::string_view name = word.substr(start_of_name(word));
  if (!is_capitalised(name)) return {};
  std::vector<std::string_view> parts;
  for (std::string_view rest = name;;) {
    const std::string_view part = rest.substr(0, rest.find('-'));
    if (part.size() < kShortestPart || !is_capitalised(part) ||
        !std::ranges::all_of(part, [](unsigned char c) { return is_latin_letter(c); })) {
      return {name};
    }
    parts.push_back(part);
    if (part.size() == rest.size()) return parts;
    rest.remove_prefix(part.size() + 1);
  }
}

// A name that stands elsewhere too, and is no word.
bool can_be_owed(const NameUse& name) {
  return name.known != NameUse::Known::kSurely && name.places.size() > 1 &&
         count_code_points(name.forms.front()) >= kShortestCounterpart;
}

}  // namespace

bool NameUse::stands_in(std::size_t bead) const {
  return std::ranges::find(places, bead, &Place::bead) != places.end();
}

bool NameUse::has_form(std::string_view form) const {
  return std::ranges::find(forms, form) != forms.end();
}

NameUses::NameUses(const CheckedDocument& document, const NameKnowledge& knowledge,
                   std::span<const CheckedPlace> clustered)
    : document_(document), knowledge_(knowledge) {
  arabic_.by_bead.resize(document.beads.size());
  english_.by_bead.resize(document.beads.size());
  for (std::size_t b = 0; b < document_.beads.size(); ++b) {
    for_each_segment(
        document_, document_.beads[b], [&](const CheckedSegment& segment, CheckedPlace place) {
          for (const CheckedWord& word : segment.words) {
            if (word.kind != TokenKind::kWord) continue;
            place.range = word.range;
            segment.language == Language::kArabic ? collect_arabic(segment, word, {b, place})
                                                  : collect_english(segment, word, {b, place});
          }
        });
  }
  // Clitics stand in front: a name and its word end together.
  using End = std::tuple<Language, std::size_t, std::size_t>;
  std::set<End> ends;
  for (const CheckedPlace& place : clustered) {
    ends.emplace(place.side, place.segment, place.range.end);
  }
  for (Side* one : {&arabic_, &english_}) {
    for (NameUse& use : one->uses) {
      const CheckedPlace& place = use.places.front().place;
      use.clustered = ends.contains({place.side, place.segment, place.range.end});
    }
  }
  for (NameUse& use : english_.uses) {
    use.known = lower_case_.contains(use.key) ? NameUse::Known::kSurely : known_english(use);
  }
}

void NameUses::collect_english(const CheckedSegment& segment, const CheckedWord& word,
                               const NameUse::Place& place) {
  const std::string_view text = without_possessive(word.range.of(segment.text));
  const std::string whole(without_possessive(word.key));
  const std::vector<std::string_view> parts = parts_of_name(text);
  if (parts.empty()) lower_case_.insert(word.key);
  for (const std::string_view part : parts) {
    const bool acronym = !acronym_letters(part).empty();
    const std::string key = part == text ? whole : fold(part, FoldProfile::kMarks);
    const auto [found, added] =
        english_.numbers.try_emplace(acronym ? std::string(part) : key, english_.uses.size());
    if (added)
      english_.uses.push_back({.key = key, .forms = {key}, .places = {}, .acronym = acronym});
    NameUse& use = english_.uses[found->second];
    // al-Qaeda stands in dictionaries with its article.
    if (parts.size() == 1 && !use.has_form(whole)) use.forms.push_back(whole);
    const auto begin = word.range.begin + static_cast<std::size_t>(part.data() - text.data());
    use.places.push_back(
        {place.bead, {place.place.side, place.place.segment, {begin, begin + part.size()}}});
    english_.by_bead[place.bead].push_back(found->second);
  }
}

void NameUses::collect_arabic(const CheckedSegment& segment, const CheckedWord& word,
                              const NameUse::Place& place) {
  std::string key = fold(word.range.of(segment.text), FoldProfile::kTehMarbuta);
  const auto [found, added] = arabic_.numbers.try_emplace(key, arabic_.uses.size());
  if (added) {
    std::vector<std::string> forms = bare_forms(key);
    const NameUse::Known known = known_arabic(forms);
    arabic_.uses.push_back(
        {.key = std::move(key), .forms = std::move(forms), .places = {}, .known = known});
  }
  arabic_.uses[found->second].places.push_back(place);
  arabic_.by_bead[place.bead].push_back(found->second);
}

NameUse::Known NameUses::known_english(const NameUse& use) const {
  bool name = false;
  for (const std::string_view form : use.forms) {
    for (const std::string_view ending : {"", "s", "es"}) {
      if (!form.ends_with(ending)) continue;
      const std::string_view stem = form.substr(0, form.size() - ending.size());
      if (knowledge_.is_word(Language::kEnglish, stem)) return NameUse::Known::kSurely;
      name = name || knowledge_.is_name(Language::kEnglish, stem);
    }
  }
  return name ? NameUse::Known::kDoubtfully : NameUse::Known::kNo;
}

NameUse::Known NameUses::known_arabic(const std::vector<std::string>& forms) const {
  const auto known = [&](const std::string& form) {
    return knowledge_.is_word(Language::kArabic, form) ||
           knowledge_.is_name(Language::kArabic, form);
  };
  if (known(forms.front())) return NameUse::Known::kSurely;
  return std::any_of(forms.begin() + 1, forms.end(), known) ? NameUse::Known::kDoubtfully
                                                            : NameUse::Known::kNo;
}

bool NameUses::stands_in_bead(Language language, std::size_t bead, std::string_view form) const {
  return std::ranges::any_of(in_bead(language, bead), [&](std::size_t number) {
    return side(language).uses[number].has_form(form);
  });
}

bool NameUses::renders(const std::string& arabic, const std::string& english) const {
  const auto renderings = knowledge_.translations(arabic);
  return std::ranges::find(renderings, english) != renderings.end();
}

double NameUses::best_fit(const NameUse& use, const std::string& form) const {
  const Language other = other_language(use.places.front().place.side);
  std::vector<std::size_t> beside;
  for (const NameUse::Place& place : use.places) {
    const auto numbers = in_bead(other, place.bead);
    beside.insert(beside.end(), numbers.begin(), numbers.end());
  }
  std::ranges::sort(beside);
  const auto again = std::ranges::unique(beside);
  beside.erase(again.begin(), again.end());
  double best = 0;
  for (const std::size_t number : beside) {
    for (const std::string& counterpart : side(other).uses[number].forms) {
      if (count_code_points(counterpart) < kShortestCounterpart) continue;
      best = std::max(best, name_similarity(form, counterpart));
    }
  }
  return best;
}

std::span<const std::size_t> NameUses::beads_of(Language language, std::string_view form) {
  auto& beads = side(language).beads_of_form;
  if (beads.empty()) {
    for (std::size_t b = 0; b < document_.beads.size(); ++b) {
      for (const std::size_t number : in_bead(language, b)) {
        for (const std::string& known : side(language).uses[number].forms) {
          std::vector<std::size_t>& of_form = beads[known];
          if (of_form.empty() || of_form.back() != b) of_form.push_back(b);
        }
      }
    }
  }
  const auto found = beads.find(form);
  return found == beads.end() ? std::span<const std::size_t>() : found->second;
}

// Whether a form of the other side, no word of the dictionaries, stands where the two stand and
// hardly anywhere else.
bool NameUses::bound(Language language, const std::string& form, const NameUse& word,
                     const NameUse& right) {
  if (knowledge_.is_word(language, form)) return false;
  std::vector<std::size_t> beads;
  for (const NameUse* use : {&word, &right}) {
    for (const NameUse::Place& place : use->places) beads.push_back(place.bead);
  }
  std::ranges::sort(beads);
  beads.erase(std::ranges::unique(beads).begin(), beads.end());
  const std::span<const std::size_t> stands = beads_of(language, form);
  const auto together = std::ranges::count_if(
      stands, [&](std::size_t bead) { return std::ranges::binary_search(beads, bead); });
  constexpr double kDice = 0.75;
  return 2.0 * static_cast<double>(together) >=
         kDice * static_cast<double>(stands.size() + beads.size());
}

// Whether a form of the other side is one letter away from one that fits `right` where that stands:
// the two sides may err alike, or the other one spell its name in two ways.
bool NameUses::near_counterpart(Language language, const std::string& form, const NameUse& right,
                                const std::string& right_form) const {
  constexpr std::size_t kShortest = 6;  // Zhang and Zhong are two
  const bool has_digit = std::ranges::any_of(form, [](char c) { return c >= '0' && c <= '9'; });
  if (count_code_points(form) < kShortest || has_digit) return false;
  for (const NameUse::Place& place : right.places) {
    for (const std::size_t number : in_bead(language, place.bead)) {
      for (const std::string& counterpart : side(language).uses[number].forms) {
        if (word_edits(form, counterpart) == 1 && !edit_between(form, counterpart).first &&
            name_similarity(right_form, counterpart) > kFittingName) {
          return true;
        }
      }
    }
  }
  return false;
}

bool NameUses::has_name_across(const NameUse& use) const {
  const Language other = other_language(use.places.front().place.side);
  return std::ranges::any_of(use.places, [&](const NameUse::Place& place) {
    return std::ranges::any_of(in_bead(other, place.bead), [&](std::size_t number) {
      return can_be_owed(side(other).uses[number]);
    });
  });
}

bool NameUses::owed(const NameUse& word, const std::string& form, const NameUse& right,
                    const std::string& right_form) {
  const Language language = word.places.front().place.side;
  const std::size_t bead = word.places.front().bead;
  const std::span<const std::size_t> beads = beads_of(language, right_form);
  if (word.places.size() > 1 || std::ranges::binary_search(beads, bead)) return false;
  const Side& other = side(other_language(language));
  return std::ranges::any_of(other.by_bead[bead], [&](std::size_t number) {
    const NameUse& name = other.uses[number];
    const std::string& counterpart = name.forms.front();
    if (!can_be_owed(name)) return false;
    const auto together = std::ranges::count_if(name.places, [&](const NameUse::Place& place) {
      return std::ranges::binary_search(beads, place.bead);
    });
    // Elsewhere the text may say "he" for it.
    if (together == 0 || 3 * together < 2 * std::ssize(name.places) - 2) return false;
    const double fit = name_similarity(right_form, counterpart);
    const double own_fit = name_similarity(form, counterpart);
    if (fit <= kFittingName || own_fit <= kPossibleName) return false;
    // Each stands once: the one that is a word is wrong, else the one that fits less.
    const double margin = word.known > right.known   ? -kBetterName
                          : word.known < right.known ? kBetterName
                                                     : 0;
    if (beads.size() == 1 && own_fit + margin >= fit) return false;
    // Nothing else there may be that name.
    return std::ranges::none_of(in_bead(language, bead), [&](std::size_t i) {
      const NameUse& use = side(language).uses[i];
      return &use != &word && std::ranges::any_of(use.forms, [&](const std::string& reading) {
        return name_similarity(reading, counterpart) > kFittingName;
      });
    });
  });
}

NameUses::Verdict NameUses::ask(const NameUse& word, const std::string& form, const NameUse& right,
                                const std::string& right_form) {
  const Language language = word.places.front().place.side;
  const Language other = other_language(language);
  const bool arabic = language == Language::kArabic;
  Verdict verdict = Verdict::kOpen;
  bool called_for = false;
  double best = kFittingName;
  for (const std::size_t number : in_bead(other, word.places.front().bead)) {
    for (const std::string& counterpart : side(other).uses[number].forms) {
      if (count_code_points(counterpart) < kShortestCounterpart) continue;
      const auto beads = beads_of(other, counterpart);
      const bool rendering =
          renders(arabic ? right_form : counterpart, arabic ? counterpart : right_form);
      const double fit_right = name_similarity(right_form, counterpart);
      const bool beside =
          rendering || (fit_right > kOtherName &&
                        std::ranges::any_of(right.places, [&](const NameUse::Place& place) {
                          return std::ranges::binary_search(beads, place.bead);
                        }));
      called_for = called_for || rendering || (beside && fit_right > kFittingName);
      for (const std::string& reading : word.forms) {
        const double fit = name_similarity(reading, counterpart);
        if (fit <= best) continue;
        const bool same = reading == form &&
                          (beside || (word.known == NameUse::Known::kNo &&
                                      near_counterpart(other, counterpart, right, right_form)));
        if (!same && fit <= fit_right + kBetterName) continue;
        best = fit;
        verdict = same ? Verdict::kSame : Verdict::kOther;
      }
      if (verdict == Verdict::kOpen && beside &&
          (rendering || fit_right > kPossibleName || bound(other, counterpart, word, right))) {
        verdict = Verdict::kSame;
      }
    }
  }
  return verdict == Verdict::kSame && called_for ? Verdict::kCalledFor : verdict;
}

}  // namespace mizan
