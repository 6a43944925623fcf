// agreement: the noun after an Arabic number, plural after 3-10 and singular after 11 and more.
#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "tm/base/utf8.h"
#include "tm/check/families.h"
#include "tm/lang/arabic_morphology.h"
#include "tm/lang/broken_plurals.h"
#include "tm/text/normalize.h"
#include "tm/variant/name_knowledge.h"

namespace mizan {
namespace {

enum class Wanted { kPlural, kSingular };

// What the last two digits of a number want of its noun; nothing after 1 and 2, and fractions.
std::optional<Wanted> wanted_after(double value) {
  if (value < 3 || value != std::floor(value) || value >= 1e15) return std::nullopt;
  const int rest = static_cast<int>(std::fmod(value, 100));
  if (rest >= 3 && rest <= 10) return Wanted::kPlural;
  if (rest == 1 || rest == 2) return std::nullopt;
  return Wanted::kSingular;
}

std::u16string utf16(std::string_view text) {
  std::u16string result;
  for (const char32_t c : to_utf32(text)) result += static_cast<char16_t>(c);  // Arabic: the BMP
  return result;
}

std::string utf8(std::u16string_view text) {
  std::string result;
  for (const char16_t c : text) append_utf8(result, c);
  return result;
}

// Listed plurals that are certain.
constexpr double kCertain = 0.9;

// Adjectives have these shapes (كبير, أحمر), and stand behind a number without being counted:
// 15 جددا.
bool may_be_adjective(std::u16string_view singular) {
  return singular.size() == 4 && (singular[2] == u'ي' || singular[0] == u'ا');
}

using PluralIndex = std::unordered_map<std::u16string_view, std::vector<std::u16string>>;

bool is_plural(std::u16string_view noun) {
  return std::ranges::binary_search(listed_plurals(), noun, {}, &BrokenPlural::plural);
}

// The plurals of the listed singulars.
const PluralIndex& plural_index() {
  static const PluralIndex index = [] {
    PluralIndex all;
    for (const BrokenPlural& row : listed_plurals()) {
      if (row.confidence < kCertain || may_be_adjective(row.singular)) continue;
      all[row.singular].emplace_back(row.plural);
    }
    return all;
  }();
  return index;
}

// The singulars of a plural that is nothing else; عقد is a singular as well (عقود).
std::vector<std::u16string> singulars_of(const std::u16string& noun, const NameKnowledge* words) {
  std::vector<std::u16string> singulars;
  bool certain = !plural_index().contains(noun);
  visit_singulars(noun, [&](std::u16string_view candidate, const BrokenPlural& row) {
    if (row.confidence < kCertain) return;
    if (!is_listed(row) &&
        (words == nullptr || !words->is_word(Language::kArabic, utf8(candidate)))) {
      return;
    }
    if (candidate == noun || may_be_adjective(candidate)) certain = false;
    singulars.emplace_back(candidate);
  });
  constexpr std::u16string_view kSoundPlural = u"ات";
  if (singulars.empty() && words != nullptr && noun.size() > 4 && noun.ends_with(kSoundPlural)) {
    std::u16string feminine = noun.substr(0, noun.size() - 2) + u"ه";
    if (words->is_word(Language::kArabic, utf8(feminine))) singulars.push_back(std::move(feminine));
  }
  if (!certain || std::ranges::any_of(singulars, is_plural)) singulars.clear();
  return singulars;
}

// The folded nouns as a dictionary spells them (دقاءق: دقائق), or as they are where it does not
// know and folding can have changed no letter.
std::string suggested(const std::vector<std::u16string>& nouns, const NameKnowledge* words) {
  std::string all;
  for (const std::u16string& noun : nouns) {
    const std::string folded = utf8(noun);
    const auto spellings =
        words == nullptr ? std::span<const std::string>() : words->spellings(folded);
    constexpr std::u16string_view kSeats = u"\u0621\u0627";  // hamza, alef
    const bool doubtful = noun.find_first_of(kSeats) != std::u16string::npos ||
                          noun.ends_with(u'ه') || noun.ends_with(u'ي');
    if (spellings.empty() && doubtful) continue;
    if (!all.empty()) all += " or ";
    all += spellings.empty() ? folded : spellings.front();
  }
  return all;
}

// Behind these a number is a label, a date or an hour: the noun after it is not counted.
constexpr std::string_view kLabels[] = {"رقم",    "ماده", "فقره", "بند",  "يوم",   "عام",  "سنه",
                                        "صفحه",   "فصل",  "قناه", "ساعه", "طريق",  "سوره", "ايه",
                                        "مجموعه", "فءه",  "نقطه", "درجه", "مرتبه", "مركز"};

bool is_label(std::string_view key) {
  return key.starts_with("ال") || key.starts_with("وال") || key.starts_with("بال") ||
         key.starts_with("لل") || std::ranges::find(kLabels, key) != std::end(kLabels);
}

// وفي: and in, not loyal.
bool may_have_clitic(std::string_view key, const NameKnowledge* words) {
  return words == nullptr ||
         std::ranges::any_of(proclitic_stacks(key), [&](const Proclitics& stack) {
           return stack.bytes > 0 && words->is_word(Language::kArabic, key.substr(stack.bytes));
         });
}

void check_number(const Bead& bead, const CheckedSegment& segment, std::size_t index,
                  const NumberMention& number, const NameKnowledge* words, FindingList& findings) {
  if (number.kind != NumberKind::kCardinal || number.approximate || number.doubtful ||
      number.alternative) {
    return;
  }
  const auto wanted = wanted_after(number.value);
  if (!wanted) return;
  const auto noun = std::ranges::find_if(
      segment.words, [&](const CheckedWord& word) { return word.range.begin >= number.range.end; });
  if (noun == segment.words.end() || noun->kind != TokenKind::kWord ||
      noun->range.begin != number.range.end + 1 || segment.text[number.range.end] != ' ') {
    return;
  }
  if (number.range.begin > 0) {
    const char before = segment.text[number.range.begin - 1];
    if (before != ' ' && static_cast<unsigned char>(before) < 0x80) return;  // 3-5, 12/5, 7:30
  }
  const auto after = std::ranges::find_if(
      segment.words, [&](const CheckedWord& word) { return word.range.end > number.range.begin; });
  const std::string key = fold(noun->range.of(segment.text), FoldProfile::kTehMarbuta);
  if (*wanted == Wanted::kPlural && after != segment.words.begin() &&
      is_label(fold(std::prev(after)->range.of(segment.text), FoldProfile::kTehMarbuta))) {
    return;
  }
  const CheckedPlace place{Language::kArabic, index, {number.range.begin, noun->range.end}};
  std::u16string form = utf16(key);
  if (*wanted == Wanted::kSingular) {
    auto singulars = singulars_of(form, words);
    if (singulars.empty() && form.size() > 3 && form.back() == u'ا') {
      form.pop_back();  // the alef of tanwin
      singulars = singulars_of(form, words);
    }
    if (singulars.empty()) return;
    findings.add(bead, report_at(place, "agreement", "after 11 and more the noun is singular",
                                 suggested(singulars, words)));
    return;
  }
  const auto plurals = plural_index().find(form);
  if (plurals == plural_index().end() || is_plural(form) || may_have_clitic(key, words)) return;
  findings.add(bead, report_at(place, "agreement", "after 3 to 10 the noun is plural",
                               suggested(plurals->second, words)));
}

}  // namespace

void check_agreement(const CheckedDocument& document, const NameKnowledge* words,
                     FindingList& findings) {
  for (const Bead& bead : document.beads) {
    for (std::size_t i = bead.source.begin; i < bead.source.end; ++i) {
      const CheckedSegment& segment = document.arabic[i];
      for (const NumberMention& number : segment.quantities.numbers) {
        check_number(bead, segment, i, number, words, findings);
      }
    }
  }
}

}  // namespace mizan
