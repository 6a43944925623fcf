#include "tm/check/loose_renderings.h"

#include <algorithm>
#include <string>
#include <vector>

#include "tm/base/utf8.h"
#include "tm/check/blends.h"
#include "tm/check/renderings.h"
#include "tm/lang/arabic_morphology.h"
#include "tm/text/normalize.h"

namespace mizan {
namespace {

// U.N. and UN for United Nations: the initials of its words, as one token.
bool has_initials(const CheckedDocument& document, const Bead& bead, std::string_view rendering) {
  std::string initials;
  const CheckedSegment wanted = read_segment(rendering, Language::kEnglish);
  for (const CheckedWord& word : wanted.words) {
    if (is_capitalised(word.range.of(rendering))) initials += word.key.front();
  }
  if (initials.size() < 2) return false;
  for (const CheckedSegment& segment : document.segments(bead, Language::kEnglish)) {
    for (const CheckedWord& word : segment.words) {
      std::string key = word.key;
      if (key.ends_with("'s")) key.resize(key.size() - 2);
      std::erase(key, '.');
      if (key == initials && is_capitalised(word.range.of(segment.text))) return true;
    }
  }
  return false;
}

// The word as both genders write it: without proclitics, article and feminine ending.
std::string genderless(std::string_view word) {
  std::string key = fold(word, FoldProfile::kTehMarbuta);
  const std::vector<Proclitics> stacks = proclitic_stacks(key);
  for (const Proclitics& stack : stacks) {
    if (!stack.article) continue;
    key.erase(0, stack.bytes);
    break;
  }
  if (key.ends_with("ه") && key.size() > 6) key.resize(key.size() - std::string_view("ه").size());
  return key;
}

// رئيس الوزراء for رئيسة الوزراء: the glossary names an office, the text its holder.
bool has_other_gender(const CheckedDocument& document, const Bead& bead,
                      std::string_view rendering) {
  std::vector<std::string> wanted;
  for (const CheckedWord& word : read_segment(rendering, Language::kArabic).words) {
    wanted.push_back(genderless(word.range.of(rendering)));
  }
  for (const CheckedSegment& segment : document.segments(bead, Language::kArabic)) {
    std::vector<std::string> words;
    for (const CheckedWord& word : segment.words) {
      words.push_back(genderless(word.range.of(segment.text)));
    }
    if (std::search(words.begin(), words.end(), wanted.begin(), wanted.end()) != words.end()) {
      return true;
    }
  }
  return false;
}

// What a name ends in before and after a derivation: Ukraine and Ukrainian, Congo and Congolese,
// Afghan and Afghanistan, Congress and congressional. Not -ia: Niger and Nigeria are two countries.
constexpr std::string_view kNameEndings[] = {
    "",     "a",    "e",    "i",     "s",    "es",   "n",     "ns",   "an",     "ans",
    "ian",  "ians", "ean",  "eans",  "ien",  "iens", "ese",   "lese", "ish",    "ite",
    "ites", "ic",   "ical", "al",    "als",  "ial",  "ional", "ism",  "ist",    "ists",
    "er",   "ers",  "or",   "ors",   "ry",   "ary",  "erial", "ment", "mental", "ion",
    "ions", "ive",  "ives", "istan", "vian", "t",    "ts",    "cy",   "tic",    "ce",
    "se",   "ed",   "ing",  "ity",   "ies",  "'s",   "s'"};

// Muslimin, and in wal-Muslimin.
bool has_capital(std::string_view word) {
  return std::ranges::any_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
}

// Kremlyn is of no family with Kremlin, but a slip of the hand.
bool same_family_of_names(std::string_view a, std::string_view b) {
  const auto [in_a, in_b] = std::ranges::mismatch(a, b);
  const auto is_ending = [](std::string_view rest) {
    return std::ranges::find(kNameEndings, rest) != std::end(kNameEndings);
  };
  return same_family(a, b) && is_ending({in_a, a.end()}) && is_ending({in_b, b.end()});
}

// "sexually assaulted" for sexual assault, "the North Korean leader" for North Korea: each word, or
// one of its family. Of a name only the last word may change: the African Corps is not the Africa
// Corps.
bool has_derivation(const CheckedDocument& document, const Bead& bead, std::string_view rendering) {
  std::vector<CheckedWord> wanted = read_segment(rendering, Language::kEnglish).words;
  const bool name = !wanted.empty() && has_capital(wanted.back().range.of(rendering));
  for (const CheckedSegment& segment : document.segments(bead, Language::kEnglish)) {
    const auto& words = segment.words;
    for (std::size_t i = 0; i + wanted.size() <= words.size(); ++i) {
      bool all = !wanted.empty();
      for (std::size_t k = 0; k < wanted.size() && all; ++k) {
        const std::string_view here = words[i + k].key;
        const bool last = k + 1 == wanted.size();
        all = !name  ? same_family(here, wanted[k].key)
              : last ? same_family_of_names(here, wanted[k].key)
                     : here == wanted[k].key;
      }
      if (all) return true;
    }
  }
  return false;
}

// مواقع التواصل الاجتماعي for وسائل التواصل الاجتماعي: of three words and more, all but the head.
bool has_all_but_head(const CheckedDocument& document, const Bead& bead,
                      std::string_view rendering) {
  const auto keys = [](const CheckedSegment& segment) {
    std::vector<std::string> words;
    for (const CheckedWord& word : segment.words) {
      words.push_back(genderless(word.range.of(segment.text)));
    }
    return words;
  };
  const std::vector<std::string> wanted = keys(read_segment(rendering, Language::kArabic));
  if (wanted.size() < 3) return false;
  for (const CheckedSegment& segment : document.segments(bead, Language::kArabic)) {
    const std::vector<std::string> words = keys(segment);
    if (std::search(words.begin(), words.end(), wanted.begin() + 1, wanted.end()) != words.end()) {
      return true;
    }
  }
  return false;
}

// Sen. for Senate: an abbreviation before a name, the front of the rendering's one word.
bool has_abbreviation(const CheckedDocument& document, const Bead& bead,
                      std::string_view rendering) {
  constexpr std::size_t kShortest = 3;
  const std::vector<CheckedWord> wanted = read_segment(rendering, Language::kEnglish).words;
  if (wanted.size() != 1 || !is_capitalised(rendering)) return false;
  for (const CheckedSegment& segment : document.segments(bead, Language::kEnglish)) {
    for (const CheckedWord& word : segment.words) {
      const std::size_t end = word.range.end;
      const bool stop = word.key.ends_with('.') || segment.text.substr(end, 1) == ".";
      if (!stop || !is_capitalised(word.range.of(segment.text))) continue;
      std::string_view key = word.key;
      if (key.ends_with('.')) key.remove_suffix(1);
      if (key.ends_with('s')) key.remove_suffix(1);
      if (key.size() >= kShortest && key.size() < wanted[0].key.size() &&
          wanted[0].key.starts_with(key)) {
        return true;
      }
    }
  }
  return false;
}

// "quake" for earthquake: the second half of the rendering's one word.
bool has_second_half(const CheckedDocument& document, const Bead& bead,
                     std::string_view rendering) {
  constexpr std::size_t kShortest = 5;
  const std::vector<CheckedWord> wanted = read_segment(rendering, Language::kEnglish).words;
  if (wanted.size() != 1) return false;
  const std::string_view whole = wanted[0].key;
  for (const CheckedSegment& segment : document.segments(bead, Language::kEnglish)) {
    for (const CheckedWord& word : segment.words) {
      std::string_view key = word.key;
      if (key.ends_with("'s")) key.remove_suffix(2);
      for (const std::string_view ending : {"", "s"}) {
        if (!key.ends_with(ending)) continue;
        const std::string_view half = key.substr(0, key.size() - ending.size());
        if (half.size() >= kShortest && half.size() < whole.size() && whole.ends_with(half)) {
          return true;
        }
      }
    }
  }
  return false;
}

// A text that lost its spaces, زاركوريا الشماليةأمس: the letters of the rendering, whatever spaces
// there are.
bool is_glued(const CheckedDocument& document, const Bead& bead, std::string_view rendering) {
  constexpr std::size_t kShortest = 5;
  std::string wanted;
  for (const CheckedWord& word : read_segment(rendering, Language::kArabic).words) {
    // The first word may have lost its article to its neighbour.
    wanted += wanted.empty() ? genderless(word.range.of(rendering))
                             : fold(word.range.of(rendering), FoldProfile::kTehMarbuta);
  }
  if (count_code_points(wanted) < kShortest) return false;
  return std::ranges::any_of(
      document.segments(bead, Language::kArabic), [&](const CheckedSegment& segment) {
        std::string letters;
        for (const CheckedWord& word : segment.words) {
          letters += fold(word.range.of(segment.text), FoldProfile::kTehMarbuta);
        }
        return letters.find(wanted) != letters.npos;
      });
}

// Brexit speaks of the European Union.
bool has_blend(const CheckedDocument& document, const Bead& bead, std::string_view rendering) {
  for (const CheckedSegment& segment : document.segments(bead, Language::kEnglish)) {
    for (const CheckedWord& word : segment.words) {
      const auto parts = blended_of(word.key);
      if (std::find(parts.begin(), parts.end(), rendering) != parts.end()) return true;
    }
  }
  return false;
}

}  // namespace

bool says_otherwise(const CheckedDocument& document, const Bead& bead, std::string_view rendering,
                    Language side) {
  if (side == Language::kArabic) {
    return has_other_gender(document, bead, rendering) ||
           has_all_but_head(document, bead, rendering) || is_glued(document, bead, rendering);
  }
  return has_initials(document, bead, rendering) || has_derivation(document, bead, rendering) ||
         has_blend(document, bead, rendering) || has_abbreviation(document, bead, rendering) ||
         has_second_half(document, bead, rendering);
}

}  // namespace mizan
