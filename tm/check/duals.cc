// number-word: an English number that counts what the Arabic has in the dual. Most duals look like
// plurals (فوزين) or like other words (سيارتا), so that the ending alone says nothing: the noun has
// to translate the one that the English counts.
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
#include "tm/lang/english_morphology.h"

namespace mizan {
namespace {

using Class = CheckedQuantity::Class;

// Numbers that a slip puts in the place of two.
bool is_small_count(const CheckedQuantity& q) {
  constexpr double kMost = 10;
  return q.type == Class::kNumber && q.kind == NumberKind::kCardinal && !q.approximate &&
         !q.doubtful && q.value > 2 && q.value <= kMost && q.value == std::floor(q.value);
}

// What the words right behind a number may count: the plurals among the next few.
std::vector<std::string> counted_stems(const CheckedSegment& segment, std::size_t end) {
  constexpr std::size_t kReach = 3;
  std::vector<std::string> stems;
  std::size_t seen = 0;
  for (const CheckedWord& word : segment.words) {
    if (word.range.begin < end) continue;
    if (word.kind != TokenKind::kWord || ++seen > kReach) break;
    if (is_grammatical(word.key)) break;
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
      // Without ن another noun follows, and only ت tells the ending from a word's own: سيارتا.
      const bool feminine = stem.ends_with("ت");
      const bool construct = ending.size() < kEndings[0].size();
      if (count_code_points(stem) < kShortest || (construct && !feminine)) continue;
      if (!construct) nouns.push_back(stem);
      if (feminine) nouns.push_back(stem.substr(0, stem.size() - 2) + "ة");
    }
  }
  return nouns;
}

class Duals {
 public:
  Duals(const CheckedDocument& document, const Bead& bead, WordRenderings& renderings)
      : document_(document), bead_(bead), renderings_(renderings) {}

  std::optional<CheckedPlace> find(const std::vector<std::string>& stems) const {
    for (std::size_t s = bead_.source.begin; s < bead_.source.end; ++s) {
      for (const CheckedWord& word : document_.arabic[s].words) {
        if (word.kind != TokenKind::kWord) continue;
        for (const std::string& noun : singulars(word.key)) {
          const auto known = renderings_.stems(noun);
          if (std::ranges::any_of(stems, [&](const std::string& stem) {
                return std::binary_search(known.begin(), known.end(), stem);
              })) {
            return CheckedPlace{Language::kArabic, s, word.range};
          }
        }
      }
    }
    return std::nullopt;
  }

 private:
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
  const Duals duals(document, bead, renderings);
  for (CheckedQuantity& q : match.english) {
    if ((q.matched && !q.surplus) || !is_small_count(q)) continue;
    const auto stems = counted_stems(document.english[q.place.segment], q.place.range.end);
    const auto dual = stems.empty() ? std::nullopt : duals.find(stems);
    if (!dual) continue;
    q.matched = true;
    q.surplus = false;
    findings.add(bead, {.rule = "number-word",
                        .arabic = *dual,
                        .english = q.place,
                        .message = "“" + quoted(document.text(q.place)) + "” is not the two of “" +
                                   quoted(document.text(*dual)) + "”",
                        .suggestion = "compare the two numbers with the source",
                        .severity = {},
                        .related = {}});
  }
}

}  // namespace mizan
