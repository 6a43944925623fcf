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

// The singular of a plural that is nothing else.
std::optional<std::u16string> singular_of(const std::u16string& noun, const NameKnowledge* words) {
  std::optional<std::u16string> singular;
  bool certain = true;
  visit_singulars(noun, [&](std::u16string_view candidate, const BrokenPlural& row) {
    if (row.confidence < kCertain) return;
    if (!is_listed(row) &&
        (words == nullptr || !words->is_word(Language::kArabic, utf8(candidate)))) {
      return;
    }
    if (candidate == noun || may_be_adjective(candidate)) certain = false;
    if (!singular) singular = std::u16string(candidate);
  });
  constexpr std::u16string_view kSoundPlural = u"ات";
  if (!singular && words != nullptr && noun.size() > 4 && noun.ends_with(kSoundPlural)) {
    std::u16string feminine = noun.substr(0, noun.size() - 2) + u"ه";
    if (words->is_word(Language::kArabic, utf8(feminine))) singular = std::move(feminine);
  }
  if (!certain) return std::nullopt;
  return singular;
}

using PluralIndex = std::unordered_map<std::u16string_view, const BrokenPlural*>;

bool is_plural(std::u16string_view noun) {
  return std::ranges::binary_search(listed_plurals(), noun, {}, &BrokenPlural::plural);
}

const PluralIndex& plural_index() {
  static const PluralIndex index = [] {
    PluralIndex all;
    for (const BrokenPlural& row : listed_plurals()) {
      if (row.confidence < kCertain || may_be_adjective(row.singular)) continue;
      all.emplace(row.singular, &row);
    }
    return all;
  }();
  return index;
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
    auto singular = singular_of(form, words);
    if (!singular && form.size() > 3 && form.back() == u'ا') {
      form.pop_back();  // the alef of tanwin
      singular = singular_of(form, words);
    }
    if (!singular || is_plural(*singular)) return;
    findings.add(bead, report_at(place, "agreement", "after 11 and more the noun is singular",
                                 utf8(*singular)));
    return;
  }
  const auto plural = plural_index().find(form);
  if (plural == plural_index().end() || is_plural(form) || may_have_clitic(key, words)) return;
  findings.add(bead, report_at(place, "agreement", "after 3 to 10 the noun is plural",
                               utf8(plural->second->plural)));
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
