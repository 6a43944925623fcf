// name-variant-en, name-variant-ar: a name that stands once in a spelling of its own, a
// slip of the hand away from a name of the text or of the dictionaries that its counterpart calls
// for.
#include <algorithm>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "tm/base/utf8.h"
#include "tm/check/arabic_forms.h"
#include "tm/check/edit_distance.h"
#include "tm/check/families.h"
#include "tm/check/name_forms.h"
#include "tm/check/near_words.h"
#include "tm/check/renderings.h"
#include "tm/lang/arabic_morphology.h"
#include "tm/lang/name_similarity.h"
#include "tm/text/normalize.h"
#include "tm/variant/name_knowledge.h"

namespace mizan {
namespace {

// Probabilities that an Arabic and an English word are one name: worth holding against the
// spelling, and worth trusting.
constexpr double kPossible = 0.2;
constexpr double kFits = 0.5;

// By so much more a name fits its counterpart than another one does.
constexpr double kBetter = 0.15;

// Shorter names are near to many others.
constexpr std::size_t kShortestName = 4;
constexpr std::size_t kLongName = 5;
constexpr std::size_t kShortestPart = 3;

// A wrong spelling is copied once at most.
constexpr std::size_t kMostSlips = 2;

struct Place {
  std::size_t bead = 0;
  CheckedPlace place;
};

// Whether the dictionaries have a word. kDoubtfully: as another name, or when clitics are taken
// off.
enum class Known { kNo, kDoubtfully, kSurely };

// A spelling with everywhere it stands in the document.
struct Use {
  std::string key;  // English: lower case, no 's; Arabic: folded to kTehMarbuta
  std::vector<Place> places;
  Known known = Known::kNo;
};

// How two words differ.
struct Edit {
  bool swap = false;   // two neighbours changed places
  bool first = false;  // the first letter is another
  bool last = false;   // nothing but the end is another, as between two inflections
};

Edit edit_between(std::string_view a, std::string_view b) {
  const std::u32string left = to_utf32(a);
  const std::u32string right = to_utf32(b);
  std::size_t same = 0;
  while (same < std::min(left.size(), right.size()) && left[same] == right[same]) ++same;
  std::u32string sorted_left = left;
  std::u32string sorted_right = right;
  std::sort(sorted_left.begin(), sorted_left.end());
  std::sort(sorted_right.begin(), sorted_right.end());
  const std::u32string& longer = left.size() > right.size() ? left : right;
  // Americann: no ending doubles a letter that is not doubled before it.
  const bool doubled = left.size() != right.size() && same >= 2 && same + 1 == longer.size() &&
                       longer[same] == longer[same - 1] && longer[same] != U's';
  return {.swap = sorted_left == sorted_right,
          .first = same == 0,
          .last = same + 1 >= longer.size() && !doubled};
}

class RespelledNames {
 public:
  RespelledNames(const CheckedDocument& document, const NameKnowledge& knowledge,
                 FindingList& findings)
      : document_(document), knowledge_(knowledge), findings_(findings), forms_(document) {}

  void run() {
    collect();
    check_english();
    check_arabic();
  }

 private:
  void collect() {
    for (std::size_t b = 0; b < document_.beads.size(); ++b) {
      const Bead& bead = document_.beads[b];
      for_each_segment(document_, bead, [&](const CheckedSegment& segment, CheckedPlace place) {
        for (const CheckedWord& word : segment.words) {
          if (word.kind != TokenKind::kWord) continue;
          place.range = word.range;
          segment.language == Language::kArabic ? collect_arabic(segment, word, {b, place})
                                                : collect_english(segment, word, {b, place});
        }
      });
    }
    for (Use& use : english_) {
      use.known = lower_case_.contains(use.key) ? Known::kSurely : known_english(use);
    }
  }

  void collect_english(const CheckedSegment& segment, const CheckedWord& word, Place place) {
    const std::string_view text = without_possessive(word.range.of(segment.text));
    place.place.range.end = place.place.range.begin + text.size();
    if (!is_capitalised(text)) {
      lower_case_.insert(word.key);
      return;
    }
    if (text.size() < kShortestName || !acronym_letters(text).empty()) return;
    const std::string key(without_possessive(word.key));
    const auto [found, added] = english_numbers_.try_emplace(key, english_.size());
    if (added) english_.push_back({key, {}, Known::kNo});
    english_[found->second].places.push_back(place);
  }

  void collect_arabic(const CheckedSegment& segment, const CheckedWord& word, const Place& place) {
    std::string key = fold(word.range.of(segment.text), FoldProfile::kTehMarbuta);
    const auto [found, added] = arabic_numbers_.try_emplace(key, arabic_.size());
    if (added) {
      const Known known = known_arabic(key);
      arabic_.push_back({std::move(key), {}, known});
    }
    arabic_[found->second].places.push_back(place);
  }

  Known known_english(const Use& use) const {
    bool name = false;
    for (const std::string_view ending : {"", "s", "es"}) {
      if (!use.key.ends_with(ending)) continue;
      const std::string_view stem =
          std::string_view(use.key).substr(0, use.key.size() - ending.size());
      if (knowledge_.is_word(Language::kEnglish, stem)) return Known::kSurely;
      name = name || knowledge_.is_name(Language::kEnglish, stem);
    }
    return name ? Known::kDoubtfully : Known::kNo;
  }

  Known known_arabic(const std::string& key) const {
    constexpr int kLikely = 3;  // analyses that assume more are guesses
    for (const ArabicAnalysis& analysis : analyse_arabic(key)) {
      if (analysis.cost > kLikely) break;
      if (knowledge_.is_word(Language::kArabic, analysis.stem) ||
          knowledge_.is_name(Language::kArabic, analysis.stem)) {
        return analysis.cost == 0 ? Known::kSurely : Known::kDoubtfully;
      }
    }
    return Known::kNo;
  }

  static bool share_a_bead(const Use& a, const Use& b) {
    return std::any_of(a.places.begin(), a.places.end(), [&](const Place& mine) {
      return std::any_of(b.places.begin(), b.places.end(),
                         [&](const Place& yours) { return mine.bead == yours.bead; });
    });
  }

  // Two names of one sentence, as a rule; but not when one of them is the other with two letters
  // turned, and not known by itself.
  static bool side_by_side(const Use& use, const Use& right, const Edit& edit) {
    const bool slip = edit.swap && use.known == Known::kNo && right.places.size() > 1;
    return !slip && share_a_bead(use, right);
  }

  using Forms = ArabicForms::Forms;

  // The capitalised words of the English of a bead, lower case.
  const std::set<std::string>& english_names(std::size_t bead) {
    const auto [place, added] = english_names_.try_emplace(bead);
    if (!added) return place->second;
    for (const CheckedSegment& segment :
         document_.segments(document_.beads[bead], Language::kEnglish)) {
      for (const CheckedWord& word : segment.words) {
        if (word.kind == TokenKind::kWord && is_capitalised(word.range.of(segment.text))) {
          place->second.emplace(without_possessive(word.key));
        }
      }
    }
    return place->second;
  }

  bool stands_beside(const std::string& form, const Use& use) {
    return std::any_of(use.places.begin(), use.places.end(),
                       [&](const Place& place) { return forms_.has_word(place.bead, form); });
  }

  // What the Arabic of the bead says of an English word that was perhaps to be `right`.
  enum class Verdict { kSame, kOpen, kOther };

  Verdict ask_arabic(const Use& word, const Use& right) {
    Verdict verdict = Verdict::kOpen;
    double best = kFits;
    for (const Forms& forms : forms_.words(word.places.front().bead)) {
      for (const std::string& form : forms) {
        if (count_code_points(form) < kShortestPart) continue;
        const double fit_right = name_similarity(form, right.key);
        const double fit_word = name_similarity(form, word.key);
        const bool beside = stands_beside(form, right);
        if (fit_word > best && (beside || fit_word > fit_right + kBetter)) {
          best = fit_word;
          verdict = beside ? Verdict::kSame : Verdict::kOther;
        }
        if (verdict == Verdict::kOpen && beside &&
            (fit_right > kPossible || renders(form, right.key))) {
          verdict = Verdict::kSame;
        }
      }
    }
    return verdict;
  }

  bool renders(const std::string& arabic, const std::string& english) const {
    const auto renderings = knowledge_.translations(arabic);
    return std::find(renderings.begin(), renderings.end(), english) != renderings.end();
  }

  void check_english() {
    NearWords near;
    for (const Use& use : english_) near.add(use.key);
    for (const Use& use : english_) {
      if (use.known == Known::kSurely || use.places.size() > 1) continue;
      if (check_in_text(use, near.one_edit_from(use.key)) || use.known != Known::kNo) continue;
      check_known_names(use);
    }
  }

  bool check_in_text(const Use& use, const std::vector<std::size_t>& near) {
    for (const std::size_t i : near) {
      const Use& right = english_[i];
      const Edit edit = edit_between(use.key, right.key);
      if (side_by_side(use, right, edit)) continue;
      // Indonesia and Indonesian
      if (edit.last && use.key.size() != right.key.size()) continue;
      const Verdict verdict = ask_arabic(use, right);
      if (verdict == Verdict::kOther) continue;
      const bool recurs = right.places.size() > 1;
      const bool clear =
          use.known == Known::kNo &&
          (edit.swap || (!edit.first && !edit.last && use.key.size() >= kLongName && recurs));
      if (!clear && (verdict == Verdict::kOpen || (use.known != Known::kNo && !recurs))) continue;
      // Each stands once: the one that its counterpart fits less is wrong.
      if (!recurs && right.known == Known::kNo && fit_of_english(use) > fit_of_english(right)) {
        continue;
      }
      const CheckedPlace& there = right.places.front().place;
      const std::string text(document_.text(there));
      report(use, text, "“" + text + "” elsewhere", {there});
      return true;
    }
    return false;
  }

  // With the Arabic words beside it.
  double fit_of_english(const Use& use) {
    double best = 0;
    for (const Place& place : use.places) {
      for (const Forms& forms : forms_.words(place.bead)) {
        for (const std::string& form : forms) best = std::max(best, name_similarity(form, use.key));
      }
    }
    return best;
  }

  // The Arabic has a word of which the dictionaries know a rendering one edit away.
  void check_known_names(const Use& use) {
    const std::size_t bead = use.places.front().bead;
    const std::set<std::string>& present = english_names(bead);
    for (const Forms& forms : forms_.words(bead)) {
      for (const std::string& form : forms) {
        for (const std::string& rendering : knowledge_.translations(form)) {
          if (rendering.size() < kLongName || present.contains(rendering) ||
              word_edits(rendering, use.key) != 1 ||
              !knowledge_.is_name(Language::kEnglish, rendering) ||
              knowledge_.is_word(Language::kEnglish, rendering)) {
            continue;
          }
          const Edit edit = edit_between(use.key, rendering);
          if (edit.last && use.key.size() != rendering.size()) continue;
          // Robyn is as good a روبن as Robin.
          const double margin = edit.swap ? 0 : kBetter;
          if (name_similarity(form, use.key) + margin > name_similarity(form, rendering)) continue;
          report(use, capitalised(rendering), "near to “" + capitalised(rendering) + "”", {});
          return;
        }
      }
    }
  }

  // A form of an Arabic word of the text that is a name.
  struct ArabicName {
    const Use* use = nullptr;
    std::string form;
  };

  void check_arabic() {
    std::vector<ArabicName> names;
    NearWords near;
    for (const Use& use : arabic_) {
      for (std::string& form : name_forms(use)) {
        near.add(form);
        names.push_back({&use, std::move(form)});
      }
    }
    for (const Use& use : arabic_) {
      if (use.known == Known::kSurely || use.places.size() > kMostSlips) continue;
      if (!check_arabic_in_text(use, near, names) && use.known == Known::kNo &&
          use.places.size() == 1)
        check_known_arabic(use);
    }
  }

  // The forms of a word that are known as names; of an unknown word, the one that an English name
  // beside it fits best.
  Forms name_forms(const Use& use) {
    Forms names;
    std::string best_form;
    double best = kFits;
    for (std::string& form : bare_forms(use.key)) {
      if (count_code_points(form) < kShortestName) continue;
      if (knowledge_.is_name(Language::kArabic, form)) {
        names.push_back(std::move(form));
      } else if (use.known == Known::kNo) {
        const double fit = best_fit(use, form);
        if (fit <= best) continue;
        best = fit;
        best_form = std::move(form);
      }
    }
    if (names.empty() && !best_form.empty()) names.push_back(std::move(best_form));
    return names;
  }

  // With the English names beside the word.
  double best_fit(const Use& use, const std::string& form) {
    double best = 0;
    for (const Place& place : use.places) {
      for (const std::string& name : english_names(place.bead)) {
        if (name.size() >= kShortestPart) best = std::max(best, name_similarity(form, name));
      }
    }
    return best;
  }

  // What the English of the bead says of an Arabic word that was perhaps to be `right`.
  Verdict ask_english(const Use& word, const ArabicName& right) {
    const Forms forms = bare_forms(word.key);
    Verdict verdict = Verdict::kOpen;
    double best = kFits;
    for (const std::string& counterpart : english_names(word.places.front().bead)) {
      const double fit_right = name_similarity(right.form, counterpart);
      const bool beside = std::any_of(
          right.use->places.begin(), right.use->places.end(),
          [&](const Place& place) { return english_names(place.bead).contains(counterpart); });
      for (const std::string& form : forms) {
        const double fit_word = name_similarity(form, counterpart);
        if (fit_word <= best || (!beside && fit_word <= fit_right + kBetter)) continue;
        best = fit_word;
        verdict = beside ? Verdict::kSame : Verdict::kOther;
      }
      if (verdict == Verdict::kOpen && beside &&
          (fit_right > kPossible || renders(right.form, counterpart))) {
        verdict = Verdict::kSame;
      }
    }
    return verdict;
  }

  bool check_arabic_in_text(const Use& use, const NearWords& near,
                            const std::vector<ArabicName>& names) {
    const Forms forms = bare_forms(use.key);
    for (const std::string& form : forms) {
      const std::size_t letters = count_code_points(form);
      if (letters < kShortestName) continue;
      for (const std::size_t i : near.one_edit_from(form)) {
        const ArabicName& right = names[i];
        const Edit edit = edit_between(form, right.form);
        // A slip is rarer than what it stands for.
        if (use.places.size() > 1 && right.use->places.size() <= use.places.size()) continue;
        if (edit.last || side_by_side(use, *right.use, edit)) continue;  // بريطانيا and بريطاني
        // The same name with other clitics.
        const Forms others = bare_forms(right.use->key);
        if (std::any_of(others.begin(), others.end(), [&](const std::string& other) {
              return ArabicForms::has_form(forms, other);
            })) {
          continue;
        }
        const Verdict verdict = ask_english(use, right);
        // What is a word as well is held against another one only where both have one counterpart.
        const bool clear =
            verdict != Verdict::kOther && use.known == Known::kNo && !edit.first &&
            letters >= kLongName &&
            (verdict == Verdict::kSame || !knowledge_.is_word(Language::kArabic, right.form));
        const bool shown = verdict == Verdict::kSame &&
                           (use.known == Known::kNo || (edit.swap && right.use->places.size() > 1));
        if (!clear && !shown) continue;
        // Each stands once: the one that its counterpart fits less is wrong.
        if (right.use->places.size() == 1 && right.use->known == Known::kNo &&
            best_fit(use, form) > best_fit(*right.use, right.form)) {
          continue;
        }
        // As it stands there, unless only other clitics make the two differ by more.
        const CheckedPlace& there = right.use->places.front().place;
        const std::string name = word_edits(use.key, right.use->key) == 1
                                     ? std::string(document_.text(there))
                                     : right.form;
        report(use, name, "“" + name + "” elsewhere", {there});
        return true;
      }
    }
    return false;
  }

  // The English has a name of which the dictionaries know an Arabic rendering, with two letters in
  // the other order. (Other edits are spellings of other newsrooms.)
  void check_known_arabic(const Use& use) {
    const std::size_t bead = use.places.front().bead;
    const Forms forms = bare_forms(use.key);
    for (const std::string& name : english_names(bead)) {
      const auto renderings = knowledge_.translations(name);
      if (std::any_of(renderings.begin(), renderings.end(),
                      [&](const std::string& r) { return forms_.has_phrase(bead, r); })) {
        continue;
      }
      for (const std::string& rendering : renderings) {
        if (count_code_points(rendering) < kLongName) continue;
        for (const std::string& form : forms) {
          if (word_edits(form, rendering) != 1 || !edit_between(form, rendering).swap ||
              name_similarity(form, name) > name_similarity(rendering, name)) {
            continue;
          }
          report(use, rendering, "near to “" + rendering + "”", {});
          return;
        }
      }
    }
  }

  static std::string capitalised(std::string word) {
    if (word.front() >= 'a' && word.front() <= 'z') {
      word.front() = static_cast<char>(word.front() - 'a' + 'A');
    }
    return word;
  }

  void report(const Use& use, const std::string& right, const std::string& how,
              std::vector<CheckedPlace> related) {
    const Place& place = use.places.front();
    const bool arabic = place.place.side == Language::kArabic;
    Report report =
        report_at(place.place, arabic ? "name-variant-ar" : "name-variant-en",
                  "“" + std::string(document_.text(place.place)) + "” is " + how, right);
    report.related = std::move(related);
    findings_.add(document_.beads[place.bead], std::move(report));
  }

  const CheckedDocument& document_;
  const NameKnowledge& knowledge_;
  FindingList& findings_;
  std::vector<Use> english_;
  std::vector<Use> arabic_;
  std::unordered_map<std::string, std::size_t> english_numbers_;
  std::unordered_map<std::string, std::size_t> arabic_numbers_;
  std::unordered_set<std::string> lower_case_;
  ArabicForms forms_;
  std::unordered_map<std::size_t, std::set<std::string>> english_names_;  // by bead
};

}  // namespace

void check_respelled_names(const CheckedDocument& document, const NameKnowledge& words,
                           FindingList& findings) {
  RespelledNames(document, words, findings).run();
}

}  // namespace mizan
