// number-word: an English number that counts what the Arabic has in the dual, and a two that counts
// what it has in the plural. Most duals look like plurals (فوزين) or like other words (سيارتا), so
// that the ending alone says nothing: the noun has to translate the one that the English counts.
#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tm/base/utf8.h"
#include "tm/check/families.h"
#include "tm/check/renderings.h"
#include "tm/lang/arabic_morphology.h"
#include "tm/lang/broken_plurals.h"
#include "tm/lang/english_morphology.h"
#include "tm/text/normalize.h"

namespace mizan {
namespace {

using Class = CheckedQuantity::Class;

// Two, and numbers that a slip puts in its place.
bool is_small_count(const CheckedQuantity& q) {
  constexpr double kMost = 10;
  return q.type == Class::kNumber && q.kind == NumberKind::kCardinal && !q.approximate &&
         !q.doubtful && q.value >= 2 && q.value <= kMost && q.value == std::floor(q.value);
}

// What the words right behind a number may count: the plurals among the next few. Of two only the
// next word in -s, since nothing else says so: "two leading men".
std::vector<std::string> counted_stems(const CheckedSegment& segment, const CheckedQuantity& q) {
  const bool two = q.value == 2;
  const std::size_t reach = two ? 1 : 3;
  std::vector<std::string> stems;
  std::size_t seen = 0;
  for (const CheckedWord& word : segment.words) {
    if (word.range.begin < q.place.range.end) continue;
    if (word.kind != TokenKind::kWord || ++seen > reach) break;
    if (is_grammatical(word.key) || (two && !word.key.ends_with("s"))) break;
    if (std::string stem = english_stem(word.key); stem != word.key) stems.push_back(stem);
  }
  return stems;
}

// The nouns of which a word may be the dual, folded to kMarks: فوز of بفوزين, سيارة of سيارتا.
std::vector<std::string> singulars(std::string_view key) {
  constexpr std::string_view kEndings[] = {"ين", "ان", "ا", "ي"};
  constexpr std::size_t kShortest = 3;
  std::vector<std::string> nouns;
  for (const Proclitics& stack : proclitic_stacks(key)) {
    if (stack.future) continue;
    const std::string_view word = key.substr(stack.bytes);
    for (const std::string_view ending : kEndings) {
      if (!word.ends_with(ending)) continue;
      std::string stem(word.substr(0, word.size() - ending.size()));
      // Without ن another noun follows: سيارتا, انقلابي. Bare ا is rather an accusative, unless ت
      // stands before it.
      const bool feminine = stem.ends_with("ت");
      if (count_code_points(stem) < kShortest || (ending == "ا" && !feminine)) continue;
      nouns.push_back(stem);
      if (feminine) nouns.push_back(stem.substr(0, stem.size() - 2) + "ة");
    }
  }
  return nouns;
}

// A plural that is listed, with its clitics.
bool is_plural(std::string_view key) {
  const std::string word = fold(key, FoldProfile::kTehMarbuta);
  return std::ranges::any_of(proclitic_stacks(word), [&](const Proclitics& stack) {
    std::u16string plural;
    for (const char32_t c : to_utf32(std::string_view(word).substr(stack.bytes))) {
      plural += static_cast<char16_t>(c);  // Arabic: the BMP
    }
    return std::ranges::binary_search(listed_plurals(), plural, {}, &BrokenPlural::plural);
  });
}

// The Arabic nouns that one of some English words (stems) translates.
class CountedNouns {
 public:
  CountedNouns(const CheckedDocument& document, const Bead& bead, WordRenderings& renderings)
      : document_(document), bead_(bead), renderings_(renderings) {}

  std::optional<CheckedPlace> dual_of(const std::vector<std::string>& stems) const {
    return find([&](const CheckedWord& word) {
      return std::ranges::any_of(singulars(word.key),
                                 [&](const std::string& noun) { return translates(noun, stems); });
    });
  }

  std::optional<CheckedPlace> plural_of(const std::vector<std::string>& stems) const {
    return find([&](const CheckedWord& word) {
      return is_plural(word.key) && translates(word.key, stems);
    });
  }

 private:
  template <typename Predicate>
  std::optional<CheckedPlace> find(const Predicate& predicate) const {
    for (std::size_t s = bead_.source.begin; s < bead_.source.end; ++s) {
      for (const CheckedWord& word : document_.arabic[s].words) {
        if (word.kind == TokenKind::kWord && predicate(word)) {
          return CheckedPlace{Language::kArabic, s, word.range};
        }
      }
    }
    return std::nullopt;
  }

  bool translates(std::string_view noun, const std::vector<std::string>& stems) const {
    const auto known = renderings_.stems(noun);
    return std::ranges::any_of(stems, [&](const std::string& stem) {
      return std::binary_search(known.begin(), known.end(), stem);
    });
  }

  const CheckedDocument& document_;
  const Bead& bead_;
  WordRenderings& renderings_;
};

}  // namespace

void check_duals(const CheckedDocument& document, const Bead& bead, QuantityMatch& match,
                 WordRenderings& renderings, FindingList& findings) {
  if (bead.one_sided()) return;
  // Where the Arabic has a number left over, the two are held against each other.
  if (std::ranges::any_of(match.arabic, [](const CheckedQuantity& q) {
        return q.type == Class::kNumber && !q.matched && !q.approximate &&
               (!q.doubtful || q.kind == NumberKind::kImplied);
      })) {
    return;
  }
  const CountedNouns nouns(document, bead, renderings);
  for (CheckedQuantity& q : match.english) {
    if ((q.matched && !q.surplus) || !is_small_count(q)) continue;
    const bool two = q.value == 2;
    if (two && (q.matched || !q.spelled)) continue;
    const auto stems = counted_stems(document.english[q.place.segment], q);
    if (stems.empty()) continue;
    const auto dual = nouns.dual_of(stems);
    if (two == dual.has_value()) continue;
    const auto noun = two ? nouns.plural_of(stems) : dual;
    if (!noun) continue;
    q.matched = true;
    q.surplus = false;
    findings.add(bead,
                 {.rule = "number-word",
                  .arabic = *noun,
                  .english = q.place,
                  .message = "“" + quoted(document.text(q.place)) + "” is not the " +
                             (two ? "many" : "two") + " of “" + quoted(document.text(*noun)) + "”",
                  .suggestion = "compare the two numbers with the source",
                  .severity = {},
                  .related = {}});
  }
}

}  // namespace mizan
