#include "tm/variant/evidence.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <span>

#include "tm/base/utf8.h"
#include "tm/lang/arabic_morphology.h"
#include "tm/lang/name_similarity.h"
#include "tm/variant/spelling_keys.h"

namespace mizan {
namespace {

#include "tm/variant/evidence_weights.inc"

enum Feature : std::size_t {
  kBias,
  kSimilarity,  // log odds of the letters alone, within +-6
  kStripped,    // one is compared without a clitic that it always has
  kInflection,  // one is the other with an ending of inflection or nisba
  kPrefix,      // one is the other with letters in front
  kLength,      // letters of the shorter, tens
  kShort,       // four letters or fewer
  kRarer,       // log of the count of the rarer
  kSameBefore,  // a neighbour in common
  kSameAfter,
  kKnownOne,  // the dictionary has one of them as a name
  kKnownBoth,
  kWord,       // one of them is a word of the dictionary
  kHamzaOnly,  // equal but for hamza seats, ى/ي, ة/ه
  kTranslated,
  kShared,         // fit of the poorer of the two with the name they share
  kSharedMissing,  // translated and no name shared
  kParted,         // each has a good anchor of its own, and not in common
  kUnanchored,     // translated, and one has no anchor at all
  kSharedShare,    // part of the occurrences that the shared name stands beside
  kDistance,       // letters by which their lengths differ
  kVerbPrefix,
  kNisba,         // stem in common, both with an ending of nisba
  kForeign,       // letters of a foreign name, log odds of the less foreign of the two
  kDoubtfulWord,  // one may be a word of the dictionary
  kKnownSame,     // the dictionary has both as names, rendered alike
  kVowelLost,     // all that parts them: a vowel letter that one of them lacks
  kVowelChanged,
  kConsonantLost,
  kConsonantChanged,
  kVocabulary,  // log of the number of spellings in the texts: chance finds more that are alike
  kPerson,      // how many of the two may begin with a person of the imperfect
  kPronoun,     // how many may end in a pronoun
  kVerbEnding,  // how many may end as verbs and plurals do
};
static_assert(kVerbEnding + 1 == kEvidenceCount);

constexpr std::string_view kArabicEndings[] = {
    "ي",  "يه",  "يين",  "يون",  "يات", "ين",  "ون",  "ان",   "ات",  "ه",
    "ا",  "وا",  "يا",   "تين",  "تان", "هم",  "ها",  "نا",   "ت",   "ن",
    "وي", "ويه", "اء",   "ك",    "هما", "ته",  "تها", "تهم",  "تنا", "تي",
    "ني", "كم",  "يتان", "يتين", "وه",  "وها", "ونه", "ونها", "تا",  "تم"};
constexpr std::string_view kEnglishEndings[] = {
    "s",    "es", "n",   "an",   "ian", "ese",  "i",   "ish", "ic",  "er", "ers", "ans",
    "ians", "ns", "y",   "ist",  "ism", "ists", "al",  "man", "son", "e",  "ee",  "a",
    "o",    "ia", "ean", "eans", "as",  "os",   "ina", "ine", "en",  "sen"};

// Two names of the translation that are spelled this much alike are one.
constexpr double kSameAnchor = 0.9;
constexpr double kListedTogether = 0.9;
// The translation decides between a word's forms when it fits one this well; a form that fits
// nearly as well may be meant too.
constexpr double kAnchored = 0.5;
constexpr double kNearlyAnchored = 0.1;

constexpr std::string_view kNisbaEndings[] = {"ي", "يه", "يين", "يون", "يات", "يتين", "يتان"};

bool is_nisba_pair(std::string_view a, std::string_view b) {
  for (const std::string_view x : kNisbaEndings) {
    if (!a.ends_with(x)) continue;
    const std::string_view stem = a.substr(0, a.size() - x.size());
    for (const std::string_view y : kNisbaEndings) {
      if (x != y && b.size() == stem.size() + y.size() && b.starts_with(stem) && b.ends_with(y)) {
        return true;
      }
    }
  }
  return false;
}

// One is a longer word of the other's letters with the ending of a sound plural.
bool is_plural(std::string_view a, std::string_view b) {
  constexpr std::string_view kPlurals[] = {"ات", "ون", "ين"};
  constexpr std::size_t kShortestStem = 4;
  if (a.size() > b.size()) std::swap(a, b);
  return b.starts_with(a) && count_code_points(a) >= kShortestStem &&
         std::find(std::begin(kPlurals), std::end(kPlurals), b.substr(a.size())) !=
             std::end(kPlurals);
}

bool is_ending(Language language, std::string_view rest) {
  const auto has = [rest](std::span<const std::string_view> endings) {
    return std::find(endings.begin(), endings.end(), rest) != endings.end();
  };
  return language == Language::kArabic ? has(kArabicEndings) : has(kEnglishEndings);
}

// The words are one stem with two endings, or a bare stem and an ending.
bool differ_in_ending(Language language, std::string_view a, std::string_view b) {
  std::size_t common = 0;
  while (common < std::min(a.size(), b.size()) && a[common] == b[common]) ++common;
  while (common > 0 && common < a.size() &&
         (static_cast<unsigned char>(a[common]) & 0xC0) == 0x80) {
    --common;
  }
  const auto ends = [&](std::size_t stem) {
    const std::string_view x = a.substr(stem);
    const std::string_view y = b.substr(stem);
    return (x.empty() || is_ending(language, x)) && (y.empty() || is_ending(language, y));
  };
  // The ending may start inside what is common: مصري, مصرية.
  const std::size_t letter = language == Language::kArabic ? 2 : 1;
  for (std::size_t back = 0; back <= 2 && common >= back * letter + 3 * letter; ++back) {
    if (ends(common - back * letter)) return true;
  }
  return false;
}

// One of the words ends in the other: letters come before it that are no clitic.
bool differ_in_front(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  return a.size() < b.size() && b.ends_with(a);
}

bool starts_as_verb(std::string_view a, std::string_view b) {
  constexpr std::string_view kPersons[] = {"ي", "ت", "ن", "ا", "م"};
  const auto first = [&](std::string_view word) {
    return std::any_of(std::begin(kPersons), std::end(kPersons),
                       [word](std::string_view person) { return word.starts_with(person); });
  };
  return a.size() > 2 && b.size() > 2 && first(a) && first(b) && a.substr(0, 2) != b.substr(0, 2) &&
         a.substr(2) == b.substr(2);
}

// The only letter that parts two words, when it is one: which of kVowelLost to kConsonantChanged.
std::optional<Feature> only_difference(std::string_view left, std::string_view right) {
  std::u32string a = to_utf32(left);
  std::u32string b = to_utf32(right);
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a.pop_back();
    b.pop_back();
  }
  std::size_t common = 0;
  while (common < std::min(a.size(), b.size()) && a[common] == b[common]) ++common;
  a.erase(0, common);
  b.erase(0, common);
  if (std::max(a.size(), b.size()) != 1) return std::nullopt;
  constexpr std::u32string_view kVowels = U"اويءaeiou";
  const auto vowel = [kVowels](char32_t letter) {
    return kVowels.find(letter) != std::u32string_view::npos;
  };
  if (a.empty() || b.empty()) return vowel((a + b)[0]) ? kVowelLost : kConsonantLost;
  return vowel(a[0]) && vowel(b[0]) ? kVowelChanged : kConsonantChanged;
}

constexpr std::string_view kPersons[] = {"ي", "ت", "ن", "أ"};
constexpr std::string_view kPronouns[] = {"ه", "ها", "هم", "هما", "نا", "كم", "هن"};
constexpr std::string_view kVerbEndings[] = {"ت", "وا", "ون", "ين", "ان", "ا", "ات"};

float starts_with_any(std::string_view word, std::span<const std::string_view> list) {
  return std::any_of(list.begin(), list.end(),
                     [word](auto part) { return word.starts_with(part); });
}

float ends_with_any(std::string_view word, std::span<const std::string_view> list) {
  return std::any_of(list.begin(), list.end(), [word](auto part) { return word.ends_with(part); });
}

bool overlap(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j) return true;
    ++(*i < *j ? i : j);
  }
  return false;
}

// Whether one stands right after the other: a first name and a surname, however alike.
bool are_neighbours(const Spelling& a, const Spelling& b) {
  const auto follows = [](const Spelling& first, const Spelling& second) {
    return std::binary_search(first.after.begin(), first.after.end(),
                              std::hash<std::string_view>()(second.forms[0].text));
  };
  return follows(a, b) || follows(b, a);
}

// Whether both are words of the dictionary behind one clitic: وسكان, وكان.
bool are_words_behind_clitic(const Spelling& a, const Spelling& b, const NameKnowledge& knowledge) {
  for (const BareForm& x : a.forms) {
    for (const BareForm& y : b.forms) {
      if (x.stripped > 0 && x.stripped == y.stripped &&
          a.forms[0].key.substr(0, x.stripped) == b.forms[0].key.substr(0, x.stripped) &&
          knowledge.is_word(Language::kArabic, x.key) &&
          knowledge.is_word(Language::kArabic, y.key)) {
        return true;
      }
    }
  }
  return false;
}

bool shared_rendering(const NameKnowledge& knowledge, std::string_view a, std::string_view b) {
  const auto of_a = knowledge.translations(a);
  const auto of_b = knowledge.translations(b);
  return std::any_of(of_a.begin(), of_a.end(), [of_b](const std::string& rendering) {
    return std::find(of_b.begin(), of_b.end(), rendering) != of_b.end();
  });
}

struct SharedAnchor {
  const Anchor* left = nullptr;
  const Anchor* right = nullptr;
  double fit() const { return left == nullptr ? 0 : std::min(left->fit, right->fit); }
};

SharedAnchor shared_anchor(const std::vector<Anchor>& left, const std::vector<Anchor>& right) {
  SharedAnchor best;
  for (const Anchor& l : left) {
    for (const Anchor& r : right) {
      if (l.name == r.name && std::min(l.fit, r.fit) > best.fit()) best = {&l, &r};
    }
  }
  return best;
}

// Whether the translation has a form's name, or has none for any form: بيليس beside Bellis is not
// يليس behind a clitic.
bool may_be_form(const Candidate& candidate, std::size_t form) {
  const auto fit = [&candidate](std::size_t f) {
    return candidate.anchors[f].empty() ? 0 : candidate.anchors[f].front().fit;
  };
  double best = 0;
  for (std::size_t f = 0; f < candidate.anchors.size(); ++f) best = std::max(best, fit(f));
  return best < kAnchored || fit(form) + kNearlyAnchored >= best;
}

}  // namespace

PairEvidence weigh(Language language, const Candidate& left, const Candidate& right,
                   const NameKnowledge& knowledge, std::size_t vocabulary) {
  PairEvidence best;
  for (std::size_t l = 0; l < left.spelling->forms.size(); ++l) {
    for (std::size_t r = 0; r < right.spelling->forms.size(); ++r) {
      if (l > 0 && r > 0) continue;
      if (l + r > 0 && (!may_be_form(left, l) || !may_be_form(right, r))) continue;
      const BareForm& a = left.spelling->forms[l];
      const BareForm& b = right.spelling->forms[r];
      // Not letters enough in common to be the better reading.
      if (l + r > 0 && profile_distance(sound_profile(language, a.key),
                                        sound_profile(language, b.key)) > kFarthest) {
        continue;
      }
      const double similarity = name_similarity(a.text, b.text);
      if (similarity > best.similarity || l + r == 0) {
        best.similarity = similarity;
        best.left_form = l;
        best.right_form = r;
      }
    }
  }
  const BareForm& a = left.spelling->forms[best.left_form];
  const BareForm& b = right.spelling->forms[best.right_form];
  auto& f = best.features;
  const double odds = std::log((best.similarity + 1e-6) / (1 - best.similarity + 1e-6));
  const std::size_t shortest = std::min(count_code_points(a.key), count_code_points(b.key));
  const auto flag = [](bool holds) { return holds ? 1.0F : 0.0F; };
  f[kBias] = 1;
  f[kSimilarity] = static_cast<float>(std::clamp(odds, -6.0, 6.0));
  f[kStripped] = flag(best.left_form + best.right_form > 0);
  f[kInflection] = flag(a.key != b.key && differ_in_ending(language, a.key, b.key));
  const bool nisba = language == Language::kArabic && is_nisba_pair(a.key, b.key);
  f[kNisba] = flag(nisba);
  f[kPrefix] = flag(differ_in_front(a.key, b.key));
  f[kLength] = static_cast<float>(shortest) / 10;
  f[kShort] = flag(shortest <= 4);
  f[kRarer] = static_cast<float>(
      std::log(std::min(left.spelling->occurrences.size(), right.spelling->occurrences.size())));
  f[kSameBefore] = flag(overlap(left.spelling->before, right.spelling->before));
  f[kSameAfter] = flag(overlap(left.spelling->after, right.spelling->after));
  const auto is_known = [&](const Spelling& spelling, std::size_t form) {
    return form == 0 ? spelling.known_name : knowledge.is_name(language, spelling.forms[form].key);
  };
  const bool left_known = is_known(*left.spelling, best.left_form);
  const bool right_known = is_known(*right.spelling, best.right_form);
  f[kKnownOne] = flag(left_known != right_known);
  const bool same_rendering =
      left_known && right_known && shared_rendering(knowledge, a.key, b.key);
  f[kKnownBoth] = flag(left_known && right_known && !same_rendering);
  f[kKnownSame] = flag(same_rendering);
  if (const auto difference = only_difference(a.key, b.key)) f[*difference] = 1;
  f[kDistance] =
      static_cast<float>(std::max(count_code_points(a.key), count_code_points(b.key)) - shortest);
  const Spelling::Word word = std::max(left.spelling->word, right.spelling->word);
  f[kWord] = flag(word >= Spelling::Word::kSure);
  f[kDoubtfulWord] = (flag(left.spelling->word == Spelling::Word::kDoubtful) +
                      flag(right.spelling->word == Spelling::Word::kDoubtful)) /
                     2;
  if (language == Language::kArabic) {
    f[kForeign] =
        static_cast<float>(std::min(foreign_name_odds(a.text), foreign_name_odds(b.text)));
    f[kVocabulary] = std::log(static_cast<float>(vocabulary));
    for (const BareForm* form : {&a, &b}) {
      f[kPerson] += starts_with_any(form->text, kPersons);
      f[kPronoun] += ends_with_any(form->text, kPronouns);
      f[kVerbEnding] += ends_with_any(form->text, kVerbEndings);
    }
  }
  f[kHamzaOnly] = flag(a.key == b.key);
  f[kVerbPrefix] = flag(language == Language::kArabic && starts_as_verb(a.key, b.key));

  best.translated = left.translated && right.translated;
  if (best.translated) {
    const std::vector<Anchor>& left_anchors = left.anchors[best.left_form];
    const std::vector<Anchor>& right_anchors = right.anchors[best.right_form];
    const SharedAnchor shared = shared_anchor(left_anchors, right_anchors);
    f[kTranslated] = 1;
    f[kShared] = static_cast<float>(shared.fit());
    f[kSharedMissing] = flag(shared.left == nullptr);
    if (shared.left != nullptr) {
      f[kSharedShare] = static_cast<float>(std::min(shared.left->share, shared.right->share));
      // The translation shows what is clitic and what is ending: the rest stands beside its name.
      // (Chile and Chilean both stand beside تشيلي.)
      if (shared.fit() >= 0.5 && language == Language::kArabic) f[kStripped] = f[kInflection] = 0;
      if (shared.fit() >= 0.3) best.shared_anchor = shared.left->text;
    }
    f[kUnanchored] = flag(left_anchors.empty() || right_anchors.empty());
    if (!left_anchors.empty() && !right_anchors.empty()) {
      const Anchor& l = left_anchors.front();
      const Anchor& r = right_anchors.front();
      if (l.name != r.name && l.fit > 0.5 && r.fit > 0.5) {
        // Davis and Davies part ديفيس from ديفيز; Prigozhin and Prigozhyn are themselves variants.
        const double likeness = name_similarity(l.name, r.name);
        const double apart = likeness >= kSameAnchor ? 0 : std::min(l.fit, r.fit) - shared.fit();
        best.parted = apart > 0.3;
        f[kParted] = static_cast<float>(apart);
        if (likeness >= kSameAnchor && std::min(l.fit, r.fit) > shared.fit()) {
          f[kShared] = static_cast<float>(std::min(l.fit, r.fit));
          f[kSharedMissing] = 0;
          f[kSharedShare] = static_cast<float>(std::min(l.share, r.share));
        }
      }
    }
  }
  const auto& weights = language == Language::kEnglish ? kEnglishEvidence
                        : best.translated              ? kTranslatedEvidence
                                                       : kArabicEvidence;
  double sum = 0;
  for (std::size_t i = 0; i < f.size(); ++i) sum += static_cast<double>(f[i] * weights[i]);
  best.probability = 1 / (1 + std::exp(-sum));
  // The dictionary itself has both for one name. (Muslim has also inflected forms.)
  if (f[kKnownSame] > 0 && f[kInflection] == 0 && best.similarity >= 0.5) {
    best.probability = std::max(best.probability, kListedTogether);
  }
  const auto has_space = [](const BareForm& form) {
    return form.text.find(' ') < form.text.size();
  };
  best.divided = a.key == b.key && has_space(a) != has_space(b);
  if (best.divided && !best.parted) best.probability = std::max(best.probability, kListedTogether);
  if (is_plural(a.key, b.key) || are_neighbours(*left.spelling, *right.spelling) ||
      (language == Language::kArabic && !best.translated &&
       are_words_behind_clitic(*left.spelling, *right.spelling, knowledge))) {
    best.probability = 0;
  }
  // Nationalities with the article are one adjective in two forms, whatever else they share.
  const bool article = a.key.starts_with("ال") || b.key.starts_with("ال");
  if (nisba && article) best.probability = 0;
  return best;
}

}  // namespace mizan
