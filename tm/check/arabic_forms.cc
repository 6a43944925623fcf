#include "tm/check/arabic_forms.h"

#include <algorithm>
#include <span>

#include "tm/check/name_forms.h"
#include "tm/text/normalize.h"

namespace mizan {
namespace {

// The word as it stands, or glued to the end of another: وكالةسي إن إن.
bool ends_with_form(const ArabicForms::Forms& forms, std::string_view form) {
  return ArabicForms::has_form(forms, form) || forms.front().ends_with(form);
}

// The words of a phrase without their clitics.
ArabicForms::Forms barest(std::string_view phrase) {
  ArabicForms::Forms words;
  for (std::size_t begin = 0; begin < phrase.size();) {
    const std::size_t end = std::min(phrase.find(' ', begin), phrase.size());
    words.push_back(bare_forms(phrase.substr(begin, end - begin)).back());
    begin = end + 1;
  }
  return words;
}

}  // namespace

const std::vector<ArabicForms::Forms>& ArabicForms::words(std::size_t bead) {
  const auto [place, added] = words_.try_emplace(bead);
  if (!added) return place->second;
  for (const CheckedSegment& segment :
       document_.segments(document_.beads[bead], Language::kArabic)) {
    for (const CheckedWord& word : segment.words) {
      if (word.kind != TokenKind::kWord) continue;
      place->second.push_back(
          bare_forms(fold(word.range.of(segment.text), FoldProfile::kTehMarbuta)));
    }
  }
  return place->second;
}

bool ArabicForms::has_form(const Forms& forms, std::string_view form) {
  return std::find(forms.begin(), forms.end(), form) != forms.end();
}

bool ArabicForms::has_word(std::size_t bead, std::string_view form) {
  return std::ranges::any_of(words(bead),
                             [&](const Forms& forms) { return has_form(forms, form); });
}

bool ArabicForms::has_phrase(std::size_t bead, std::string_view phrase) {
  const Forms wanted = barest(phrase);
  const std::vector<Forms>& all = words(bead);
  if (wanted.size() == 1) return has_word(bead, wanted.front());
  for (std::size_t i = 0; i + wanted.size() <= all.size(); ++i) {
    if (ends_with_form(all[i], wanted.front()) &&
        std::equal(
            wanted.begin() + 1, wanted.end(), all.begin() + static_cast<std::ptrdiff_t>(i) + 1,
            [](const std::string& form, const Forms& forms) { return has_form(forms, form); })) {
      return true;
    }
  }
  return false;
}

bool ArabicForms::has_words_of(std::size_t bead, std::string_view phrase) {
  if (has_phrase(bead, phrase)) return true;
  constexpr std::size_t kBetween = 2;
  const Forms wanted = barest(phrase);
  const std::vector<Forms>& all = words(bead);
  if (wanted.size() < 2) return false;
  for (std::size_t begin = 0; begin + wanted.size() <= all.size(); ++begin) {
    const auto window =
        std::span(all).subspan(begin).first(std::min(wanted.size() + kBetween, all.size() - begin));
    if (std::ranges::all_of(wanted, [&](const std::string& form) {
          return std::ranges::any_of(window,
                                     [&](const Forms& forms) { return has_form(forms, form); });
        })) {
      return true;
    }
  }
  return false;
}

}  // namespace mizan
