#include "tm/variant/evidence.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <span>

#include "tm/base/utf8.h"
#include "tm/lang/arabic_morphology.h"
#include "tm/lang/name_similarity.h"
#include "tm/variant/spelling_keys.h"
#include "tm/variant/word_shapes.h"

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

// Two names of the translation that are spelled this much alike are one.
constexpr double kSameAnchor = 0.9;
constexpr double kListedTogether = 0.9;
// The translation decides between a word's forms when it fits one this well; a form that fits
// nearly as well may be meant too.
constexpr double kAnchored = 0.5;
constexpr double kNearlyAnchored = 0.1;

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

// Whether both are words of the dictionary behind one clitic of one letter: وسكان, وكان.
bool are_words_behind_clitic(const Spelling& a, const Spelling& b, const NameKnowledge& knowledge) {
  constexpr std::size_t kOneLetter = std::string_view("و").size();
  for (const BareForm& x : a.forms) {
    for (const BareForm& y : b.forms) {
      if (x.stripped == kOneLetter && y.stripped == kOneLetter &&
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

float flag(bool holds) { return holds ? 1.0F : 0.0F; }

// The forms of two spellings that are most alike: both first ones, or one of them without clitics.
void choose_forms(const Candidate& left, const Candidate& right, PairEvidence& evidence) {
  for (std::size_t l = 0; l < left.spelling->forms.size(); ++l) {
    for (std::size_t r = 0; r < right.spelling->forms.size(); ++r) {
      if (l > 0 && r > 0) continue;
      if (l + r > 0 && (!may_be_form(left, l) || !may_be_form(right, r))) continue;
      // Not letters enough in common to be the better reading.
      if (l + r > 0 && profile_distance(left.profiles[l], right.profiles[r]) > kFarthest) continue;
      const double similarity =
          name_similarity(left.spelling->forms[l].text, right.spelling->forms[r].text);
      if (similarity > evidence.similarity || l + r == 0) {
        evidence.similarity = similarity;
        evidence.left_form = l;
        evidence.right_form = r;
      }
    }
  }
}

void weigh_letters(Language language, const BareForm& a, const BareForm& b,
                   PairEvidence& evidence) {
  auto& f = evidence.features;
  const double odds = std::log((evidence.similarity + 1e-6) / (1 - evidence.similarity + 1e-6));
  const std::size_t lengths[] = {count_code_points(a.key), count_code_points(b.key)};
  const auto [shortest, longest] = std::minmax(lengths[0], lengths[1]);
  f[kBias] = 1;
  f[kSimilarity] = static_cast<float>(std::clamp(odds, -6.0, 6.0));
  f[kStripped] = flag(evidence.left_form + evidence.right_form > 0);
  f[kInflection] = flag(a.key != b.key && differ_in_ending(language, a.key, b.key));
  f[kPrefix] = flag(differ_in_front(a.key, b.key));
  f[kLength] = static_cast<float>(shortest) / 10;
  f[kShort] = flag(shortest <= 4);
  f[kDistance] = static_cast<float>(longest - shortest);
  f[kHamzaOnly] = flag(a.key == b.key);
  const LetterDifference difference = only_difference(a.key, b.key);
  f[kVowelLost] = flag(difference == LetterDifference::kVowelLost);
  f[kVowelChanged] = flag(difference == LetterDifference::kVowelChanged);
  f[kConsonantLost] = flag(difference == LetterDifference::kConsonantLost);
  f[kConsonantChanged] = flag(difference == LetterDifference::kConsonantChanged);
  if (language == Language::kEnglish) return;
  f[kNisba] = flag(is_nisba_pair(a.key, b.key));
  f[kVerbPrefix] = flag(starts_as_verb(a.key, b.key));
  f[kForeign] = static_cast<float>(std::min(foreign_name_odds(a.text), foreign_name_odds(b.text)));
  for (const BareForm* form : {&a, &b}) {
    f[kPerson] += flag(begins_with_person(form->text));
    f[kPronoun] += flag(ends_with_pronoun(form->text));
    f[kVerbEnding] += flag(ends_as_verb_or_plural(form->text));
  }
}

void weigh_uses(const Spelling& left, const Spelling& right, PairEvidence& evidence) {
  auto& f = evidence.features;
  f[kRarer] =
      static_cast<float>(std::log(std::min(left.occurrences.size(), right.occurrences.size())));
  f[kSameBefore] = flag(overlap(left.before, right.before));
  f[kSameAfter] = flag(overlap(left.after, right.after));
}

void weigh_knowledge(Language language, const Spelling& left, const Spelling& right,
                     const NameKnowledge& knowledge, PairEvidence& evidence) {
  auto& f = evidence.features;
  const auto is_known = [&](const Spelling& spelling, std::size_t form) {
    return form == 0 ? spelling.known_name : knowledge.is_name(language, spelling.forms[form].key);
  };
  const bool left_known = is_known(left, evidence.left_form);
  const bool right_known = is_known(right, evidence.right_form);
  const bool same = left_known && right_known &&
                    shared_rendering(knowledge, left.forms[evidence.left_form].key,
                                     right.forms[evidence.right_form].key);
  f[kKnownOne] = flag(left_known != right_known);
  f[kKnownBoth] = flag(left_known && right_known && !same);
  f[kKnownSame] = flag(same);
  f[kWord] = flag(std::max(left.word, right.word) >= Spelling::Word::kSure);
  f[kDoubtfulWord] = (flag(left.word == Spelling::Word::kDoubtful) +
                      flag(right.word == Spelling::Word::kDoubtful)) /
                     2;
}

void weigh_translation(Language language, const std::vector<Anchor>& left,
                       const std::vector<Anchor>& right, PairEvidence& evidence) {
  auto& f = evidence.features;
  const SharedAnchor shared = shared_anchor(left, right);
  f[kTranslated] = 1;
  f[kShared] = static_cast<float>(shared.fit());
  f[kSharedMissing] = flag(shared.left == nullptr);
  if (shared.left != nullptr) {
    f[kSharedShare] = static_cast<float>(std::min(shared.left->share, shared.right->share));
    // The translation shows what is clitic and what is ending: the rest stands beside its name.
    // (Chile and Chilean both stand beside تشيلي.)
    if (shared.fit() >= 0.5 && language == Language::kArabic) f[kStripped] = f[kInflection] = 0;
    if (shared.fit() >= 0.3) evidence.shared_anchor = shared.left->text;
  }
  f[kUnanchored] = flag(left.empty() || right.empty());
  if (left.empty() || right.empty()) return;
  const Anchor& l = left.front();
  const Anchor& r = right.front();
  const double fit = std::min(l.fit, r.fit);
  if (l.name == r.name || fit <= 0.5) return;
  // Davis and Davies part ديفيس from ديفيز; Prigozhin and Prigozhyn are themselves variants.
  if (name_similarity(l.name, r.name) < kSameAnchor) {
    const double apart = fit - shared.fit();
    evidence.parted = apart > 0.3;
    f[kParted] = static_cast<float>(apart);
  } else if (fit > shared.fit()) {
    f[kShared] = static_cast<float>(fit);
    f[kSharedMissing] = 0;
    f[kSharedShare] = static_cast<float>(std::min(l.share, r.share));
  }
}

// What no letters and no company outweigh.
bool is_ruled_out(Language language, const Spelling& left, const Spelling& right,
                  const NameKnowledge& knowledge, const PairEvidence& evidence) {
  const std::string& a = left.forms[evidence.left_form].key;
  const std::string& b = right.forms[evidence.right_form].key;
  if (are_neighbours(left, right)) return true;
  if (language == Language::kEnglish) return false;
  // Nationalities with the article are one adjective in two forms.
  const bool article = a.starts_with("ال") || b.starts_with("ال");
  return is_plural(a, b) || (article && is_nisba_pair(a, b)) ||
         (!evidence.translated && are_words_behind_clitic(left, right, knowledge));
}

double probability_of(Language language, const PairEvidence& evidence) {
  const auto& weights = language == Language::kEnglish ? kEnglishEvidence
                        : evidence.translated          ? kTranslatedEvidence
                                                       : kArabicEvidence;
  double sum = 0;
  for (std::size_t i = 0; i < kEvidenceCount; ++i) {
    sum += static_cast<double>(evidence.features[i] * weights[i]);
  }
  return 1 / (1 + std::exp(-sum));
}

}  // namespace

PairEvidence weigh(Language language, const Candidate& left, const Candidate& right,
                   const NameKnowledge& knowledge, std::size_t vocabulary) {
  PairEvidence best;
  choose_forms(left, right, best);
  const BareForm& a = left.spelling->forms[best.left_form];
  const BareForm& b = right.spelling->forms[best.right_form];
  weigh_letters(language, a, b, best);
  if (language == Language::kArabic) {
    best.features[kVocabulary] = std::log(static_cast<float>(vocabulary));
  }
  weigh_uses(*left.spelling, *right.spelling, best);
  weigh_knowledge(language, *left.spelling, *right.spelling, knowledge, best);
  best.translated = left.translated && right.translated;
  if (best.translated) {
    weigh_translation(language, left.anchors[best.left_form], right.anchors[best.right_form], best);
  }
  if (is_ruled_out(language, *left.spelling, *right.spelling, knowledge, best)) return best;
  best.probability = probability_of(language, best);
  const auto has_space = [](const BareForm& form) {
    return form.text.find(' ') < form.text.size();
  };
  best.divided = a.key == b.key && has_space(a) != has_space(b);
  // The dictionary itself has both for one name. (Muslim has also inflected forms.)
  const bool listed =
      best.features[kKnownSame] > 0 && best.features[kInflection] == 0 && best.similarity >= 0.5;
  if (listed || (best.divided && !best.parted)) {
    best.probability = std::max(best.probability, kListedTogether);
  }
  return best;
}

}  // namespace mizan
