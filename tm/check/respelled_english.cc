// name-variant-en: an English name in a spelling of its own.
#include <algorithm>
#include <string>
#include <vector>

#include "tm/base/utf8.h"
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

std::string capitalised(std::string word) {
  if (word.front() >= 'a' && word.front() <= 'z') {
    word.front() = static_cast<char>(word.front() - 'a' + 'A');
  }
  return word;
}

// What a word has beside letters of English and what joins them: IL-2 and IL-6 are two.
std::u32string signs(std::string_view word) {
  std::u32string signs = to_utf32(word);
  std::erase_if(
      signs, [](char32_t c) { return is_latin_letter(c) || c == U'-' || c == U'\'' || c == U'’'; });
  return signs;
}

class RespelledEnglish {
 public:
  RespelledEnglish(NameUses& names, WordRenderings& renderings, FindingList& findings)
      : names_(names),
        uses_(names.uses(Language::kEnglish)),
        renderings_(renderings),
        findings_(findings) {}

  void check() {
    NearWords near;
    // What is too short, and what another rule looks at, is near to nothing.
    const auto entry = [](const NameUse& use) {
      return use.acronym || use.key.size() < kShortestName ? std::string() : use.key;
    };
    for (const NameUse& use : uses_) near.add(entry(use));
    for (const NameUse& use : uses_) {
      const std::string word = entry(use);
      if (word.empty() || use.places.size() > 1 || use.clustered || begins_segment(use)) continue;
      if (check_in_text(use, near.one_edit_from(word)) || use.known != Known::kNo) continue;
      check_known(use);
    }
  }

 private:
  // A word of the dictionaries that has its capital because a sentence begins.
  bool begins_segment(const NameUse& use) const {
    return use.known == Known::kSurely && use.places.front().place.range.begin == 0;
  }

  // Two names of one sentence, as a rule; but not when the one is unknown and the other stands
  // elsewhere too.
  static bool side_by_side(const NameUse& use, const NameUse& right) {
    const bool slip = use.known == Known::kNo && right.places.size() > 1;
    return !slip && right.stands_in(use.places.front().bead);
  }

  // Whether the word was to be `right`.
  bool is_slip(const NameUse& use, const NameUse& right) {
    const WordEdit edit = edit_between(use.key, right.key);
    // Indonesia and Indonesian
    if (edit.inflection || side_by_side(use, right) || signs(use.key) != signs(right.key)) {
      return false;
    }
    const bool recurs = right.places.size() > 1;
    if (names_.owed(use, use.key, right, right.key)) return !has_arabic(use);
    const Verdict verdict = names_.ask(use, use.key, right, right.key);
    switch (use.known) {
      case Known::kNo: {
        if (verdict >= Verdict::kSame) return true;
        // Letters that have changed their places make a worse name, not another one.
        const bool clear = recurs && use.key.size() >= kLongName;
        if (verdict == Verdict::kOther) return edit.swap && clear;
        return edit.swap || (clear && !edit.first && !edit.last);
      }
      case Known::kDoubtfully:
        return verdict >= Verdict::kSame &&
               (recurs || (verdict == Verdict::kCalledFor && !has_arabic(use)));
      case Known::kSurely:
        return recurs && verdict == Verdict::kCalledFor && !has_arabic(use);
    }
    return false;
  }

  // Whether the Arabic has a word that the dictionaries render by the English one.
  bool has_arabic(const NameUse& use) {
    const std::string stem = english_stem(use.key);
    return std::ranges::any_of(
        names_.in_bead(Language::kArabic, use.places.front().bead), [&](std::size_t number) {
          const auto stems = renderings_.stems(names_.uses(Language::kArabic)[number].key);
          return std::ranges::find(stems, stem) != stems.end();
        });
  }

  bool check_in_text(const NameUse& use, const std::vector<std::size_t>& near) {
    for (const std::size_t i : near) {
      const NameUse& right = uses_[i];
      if (!is_slip(use, right)) continue;
      // Each stands once: the one that its counterpart fits less is wrong.
      if (right.places.size() == 1 && right.known <= use.known &&
          names_.best_fit(use, use.key) > names_.best_fit(right, right.key)) {
        continue;
      }
      const CheckedPlace& there = right.places.front().place;
      const std::string text(names_.document().text(there));
      report_respelled(names_, use, text, "“" + text + "” elsewhere", {there}, findings_);
      return true;
    }
    return false;
  }

  // The Arabic has a word of which the dictionaries know a rendering one edit away.
  void check_known(const NameUse& use) {
    const std::size_t bead = use.places.front().bead;
    for (const std::size_t number : names_.in_bead(Language::kArabic, bead)) {
      for (const std::string& form : names_.uses(Language::kArabic)[number].forms) {
        for (const std::string& rendering : names_.knowledge().translations(form)) {
          if (word_edits(rendering, use.key) != 1 ||
              names_.stands_in_bead(Language::kEnglish, bead, rendering) ||
              !is_slip_of(use.key, form, rendering)) {
            continue;
          }
          report_respelled(names_, use, capitalised(rendering),
                           "near to “" + capitalised(rendering) + "”", {}, findings_);
          return;
        }
      }
    }
  }

  // Whether an unknown word was to be a rendering of `form` one edit away.
  bool is_slip_of(const std::string& word, const std::string& form,
                  const std::string& rendering) const {
    const WordEdit edit = edit_between(word, rendering);
    if (edit.inflection || rendering.size() < kShortestName) return false;
    // Palu is not Palau.
    constexpr std::size_t kTranslated = 6;
    const bool same_letters = word.size() == rendering.size();
    if (!edit.first && (same_letters || rendering.size() >= kTranslated) &&
        is_place_name(rendering)) {
      return true;
    }
    const double fit = name_similarity(form, rendering);
    // What is no name in other letters is spelled in one way: Ministry.
    if (rendering.size() >= kTranslated && !edit.first && fit < kPossibleName) return true;
    // Robyn is as good a روبن as Robin.
    const double margin = edit.swap ? 0 : kBetterName;
    return rendering.size() >= kLongName &&
           names_.knowledge().is_name(Language::kEnglish, rendering) &&
           !names_.knowledge().is_word(Language::kEnglish, rendering) &&
           name_similarity(form, word) + margin <= fit;
  }

  NameUses& names_;
  const std::vector<NameUse>& uses_;
  WordRenderings& renderings_;
  FindingList& findings_;
};

}  // namespace

void check_respelled_english(NameUses& names, WordRenderings& renderings, FindingList& findings) {
  RespelledEnglish(names, renderings, findings).check();
}

}  // namespace mizan
