// name-variant-ar: an Arabic name in a spelling of its own.
#include <algorithm>
#include <string>
#include <vector>

#include "tm/base/utf8.h"
#include "tm/check/arabic_forms.h"
#include "tm/check/edit_distance.h"
#include "tm/check/near_words.h"
#include "tm/check/respelled_names.h"
#include "tm/lang/english_morphology.h"
#include "tm/lang/name_similarity.h"
#include "tm/lang/place_names.h"
#include "tm/text/script.h"

namespace mizan {
namespace {

using Known = NameUse::Known;
using Verdict = NameUses::Verdict;

// A wrong spelling is copied once at most.
constexpr std::size_t kMostSlips = 2;

// A form of an Arabic word of the text that is a name.
struct ArabicName {
  const NameUse* use = nullptr;
  std::string form;
  bool word = false;  // a name by nothing but what stands beside it
};

class RespelledArabic {
 public:
  RespelledArabic(NameUses& names, WordRenderings& renderings, FindingList& findings)
      : names_(names),
        uses_(names.uses(Language::kArabic)),
        renderings_(renderings),
        findings_(findings),
        phrases_(names.document()) {}

  void check() {
    for (const NameUse& use : uses_) {
      const std::size_t first = known_.size();
      for (std::string& form : name_forms(use)) {
        near_.add(form);
        known_.push_back({&use, std::move(form)});
      }
      if (known_.size() > first || use.known == Known::kNo || !names_.has_name_across(use))
        continue;
      if (std::string form = best_form(use); !form.empty()) {
        near_.add(form);
        known_.push_back({&use, std::move(form), true});
      }
    }
    for (const NameUse& use : uses_) {
      if (use.places.size() > kMostSlips || use.clustered || !may_be_name(use)) continue;
      if (!check_in_text(use) && use.known == Known::kNo && use.places.size() == 1) {
        check_known(use);
      }
    }
  }

 private:
  // Latin letters are English, and names take no tanwin in print: أوروبيًا.
  bool may_be_name(const NameUse& use) const {
    return is_arabic_letter(code_point_at(use.key, 0).value) &&
           names_.document().text(use.places.front().place).find("\u064B") ==
               std::string_view::npos;
  }

  // The forms of a word that are known as names; of an unknown word, the one that an English name
  // beside it fits best.
  std::vector<std::string> name_forms(const NameUse& use) const {
    std::vector<std::string> names;
    for (const std::string& form : use.forms) {
      if (count_code_points(form) >= kShortestName &&
          names_.knowledge().is_name(Language::kArabic, form)) {
        names.push_back(form);
      }
    }
    if (!names.empty() || use.known != Known::kNo) return names;
    if (std::string form = best_form(use); !form.empty()) names.push_back(std::move(form));
    return names;
  }

  // Empty when no English name fits.
  std::string best_form(const NameUse& use) const {
    std::string best_form;
    double best = kFittingName;
    for (const std::string& form : use.forms) {
      if (count_code_points(form) < kShortestName) continue;
      const double fit = names_.best_fit(use, form);
      if (fit <= best) continue;
      best = fit;
      best_form = form;
    }
    return best_form;
  }

  // Two names of one sentence, as a rule; but not when the one is unknown and the other stands
  // elsewhere too.
  static bool side_by_side(const NameUse& use, const NameUse& right) {
    const bool slip = use.known == Known::kNo && right.places.size() > 1;
    return !slip && std::ranges::any_of(use.places, [&](const NameUse::Place& place) {
      return right.stands_in(place.bead);
    });
  }

  static bool share_a_form(const NameUse& use, const NameUse& right) {
    return std::ranges::any_of(right.forms,
                               [&](const std::string& form) { return use.has_form(form); });
  }

  // Whether the English has a word that the dictionaries render the Arabic one by.
  bool has_rendering(const NameUse& use) {
    const std::size_t bead = use.places.front().bead;
    const auto stems = renderings_.stems(use.key);
    const CheckedDocument& document = names_.document();
    for (const CheckedSegment& segment :
         document.segments(document.beads[bead], Language::kEnglish)) {
      for (const CheckedWord& word : segment.words) {
        if (std::ranges::find(stems, english_stem(word.key)) != stems.end()) return true;
      }
    }
    return false;
  }

  // Whether `form` of the word was to be `right`.
  bool is_slip(const NameUse& use, const std::string& form, const ArabicName& right,
               const WordEdit& edit) {
    if (names_.owed(use, form, *right.use, right.form)) return !has_rendering(use);
    if (right.word) return false;
    const Verdict verdict = names_.ask(use, form, *right.use, right.form);
    if (use.known == Known::kNo && edit.swap && verdict == Verdict::kOther) {
      // Letters that have changed their places make a worse name, not another one.
      return right.use->places.size() > 1 && count_code_points(form) >= kLongName;
    }
    if (verdict < Verdict::kSame || has_rendering(use)) return false;
    switch (use.known) {
      case Known::kNo:
        return true;
      case Known::kDoubtfully:
        // A foreign name hardly ever looks like a word behind the article.
        if (name_similarity(form, right.form) > kFittingName && !has_article(use)) return true;
        return edit.swap && !names_.knowledge().is_word(Language::kArabic, right.form);
      case Known::kSurely:
        // What makes a word, or another name, is a letter that has changed its place.
        return edit.swap && verdict == Verdict::kCalledFor &&
               !names_.knowledge().is_word(Language::kArabic, right.form);
    }
    return false;
  }

  static bool has_article(const NameUse& use) {
    return std::ranges::any_of(use.forms,
                               [](const std::string& form) { return form.starts_with("ال"); });
  }

  bool check_in_text(const NameUse& use) {
    for (const std::string& form : use.forms) {
      if (count_code_points(form) < kShortestName) continue;
      for (const std::size_t i : near_.one_edit_from(form)) {
        const ArabicName& right = known_[i];
        const WordEdit edit = edit_between(form, right.form);
        // A slip is rarer than what it stands for.
        if (use.places.size() > 1 && right.use->places.size() <= use.places.size()) continue;
        if (edit.inflection || side_by_side(use, *right.use) || share_a_form(use, *right.use) ||
            !is_slip(use, form, right, edit)) {
          continue;
        }
        // Each stands once: the one that its counterpart fits less is wrong.
        if (right.use->places.size() == 1 && right.use->known == Known::kNo &&
            names_.best_fit(use, form) > names_.best_fit(*right.use, right.form)) {
          continue;
        }
        // As it stands there, unless only other clitics make the two differ by more.
        const CheckedPlace& there = right.use->places.front().place;
        const std::string name = word_edits(use.key, right.use->key) == 1
                                     ? std::string(names_.document().text(there))
                                     : right.form;
        report_respelled(names_, use, name, "“" + name + "” elsewhere", {there}, findings_);
        return true;
      }
    }
    return false;
  }

  // The English has a name of which the dictionaries know an Arabic rendering one edit away.
  void check_known(const NameUse& use) {
    const std::size_t bead = use.places.front().bead;
    for (const std::size_t number : names_.in_bead(Language::kEnglish, bead)) {
      const std::string& name = names_.uses(Language::kEnglish)[number].key;
      const auto renderings = names_.knowledge().translations(name);
      if (std::ranges::any_of(renderings, [&](const std::string& rendering) {
            return phrases_.has_phrase(bead, rendering);
          })) {
        continue;
      }
      for (const std::string& rendering : renderings) {
        if (count_code_points(rendering) < kLongName) continue;
        for (const std::string& form : use.forms) {
          if (word_edits(form, rendering) != 1 || !is_slip_of(form, name, rendering)) continue;
          const auto spellings = names_.knowledge().spellings(rendering);
          const std::string& right = spellings.empty() ? rendering : spellings.front();
          report_respelled(names_, use, right, "near to “" + right + "”", {}, findings_);
          return;
        }
      }
    }
  }

  // Whether an unknown form was to be a rendering of `name` one edit away.
  static bool is_slip_of(const std::string& form, const std::string& name,
                         const std::string& rendering) {
    const WordEdit edit = edit_between(form, rendering);
    const double fit = name_similarity(rendering, name);
    const double own_fit = name_similarity(form, name);
    if (is_place_name(name)) return !edit.first && !edit.inflection && own_fit <= fit;
    // Other edits of a person's name are spellings of other newsrooms; and براين is as good a Brian
    // as بريان.
    return edit.swap && own_fit + kBetterName <= fit;
  }

  NameUses& names_;
  const std::vector<NameUse>& uses_;
  WordRenderings& renderings_;
  FindingList& findings_;
  ArabicForms phrases_;
  NearWords near_;
  std::vector<ArabicName> known_;
};

}  // namespace

void check_respelled_arabic(NameUses& names, WordRenderings& renderings, FindingList& findings) {
  RespelledArabic(names, renderings, findings).check();
}

}  // namespace mizan
