// number-word: a part or a multiple of a whole that is another one on the other side: الثلث against
// "a quarter", بمقدار الضعف against "tripled".
#include <algorithm>
#include <cmath>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "tm/check/families.h"
#include "tm/text/normalize.h"

namespace mizan {
namespace {

using Class = CheckedQuantity::Class;

bool holds(std::span<const std::string_view> words, std::string_view key) {
  return std::ranges::find(words, key) != words.end();
}

// The keys of the words around a quantity; empty where there is none.
struct Neighbours {
  std::string before;
  std::string behind;
};

Neighbours neighbours(const CheckedDocument& document, const CheckedQuantity& q) {
  Neighbours result;
  for (const CheckedWord& word : document.side(q.place.side)[q.place.segment].words) {
    if (word.range.end <= q.place.range.begin) result.before = word.key;
    if (word.range.begin >= q.place.range.end) {
      result.behind = fold(word.key, FoldProfile::kTehMarbuta);
      break;
    }
  }
  return result;
}

// The part of a whole that a quantity says; nothing for quarters of a year and of a cup, halves of
// a match and for what comes third.
std::optional<double> part_of_whole(const CheckedDocument& document, const CheckedQuantity& q) {
  if (q.type != Class::kNumber || q.doubtful || q.approximate || !q.spelled || q.unit) {
    return std::nullopt;
  }
  const auto [before, behind] = neighbours(document, q);
  if (q.place.side == Language::kArabic) {
    if (q.kind != NumberKind::kFraction || behind.ends_with("نهاءي")) return std::nullopt;
    const bool definite = document.text(q.place).find("ال") != std::string_view::npos;
    return definite && behind.starts_with("ال") ? std::nullopt : std::optional<double>(q.value);
  }
  constexpr std::string_view kBefore[] = {"a",      "one",  "by",      "about",  "nearly",
                                          "almost", "than", "roughly", "around", "over"};
  constexpr std::string_view kBehind[] = {"of", "the", "their", "its", "his", "her", "our"};
  if (q.kind == NumberKind::kOrdinal) {
    return before == "a" || before == "one" ? q.alternative : std::nullopt;
  }
  const bool bare = document.text(q.place).find_first_of(" -") == std::string_view::npos;
  if (q.kind != NumberKind::kFraction ||
      (bare && !holds(kBefore, before) && !holds(kBehind, behind))) {
    return std::nullopt;
  }
  return q.value;
}

// The growth that a word says: الضعف, "doubled", "tripling".
std::optional<double> growth(const CheckedDocument& document, const CheckedQuantity& q) {
  if (q.type != Class::kNumber || q.kind != NumberKind::kImplied) return std::nullopt;
  const std::string key = fold(document.text(q.place), FoldProfile::kTehMarbuta);
  if (q.place.side == Language::kArabic) {
    return key.ends_with("الضعف") ? std::optional<double>(q.value) : std::nullopt;
  }
  constexpr std::string_view kVerbs[] = {"doubled", "doubling", "tripled",    "tripling",
                                         "trebled", "trebling", "quadrupled", "quadrupling"};
  return holds(kVerbs, key) ? std::optional<double>(q.value) : std::nullopt;
}

// The only quantity of a side that `read` takes and that has no equal on the other.
template <typename Read>
CheckedQuantity* only(const CheckedDocument& document, std::vector<CheckedQuantity>& own,
                      const Read& read) {
  CheckedQuantity* found = nullptr;
  for (CheckedQuantity& q : own) {
    if (q.matched || !read(document, q)) continue;
    if (found) return nullptr;
    found = &q;
  }
  return found;
}

template <typename Read>
void compare(const CheckedDocument& document, const Bead& bead, QuantityMatch& match,
             const Read& read, FindingList& findings) {
  CheckedQuantity* arabic = only(document, match.arabic, read);
  CheckedQuantity* english = only(document, match.english, read);
  if (!arabic || !english) return;
  arabic->matched = english->matched = true;
  findings.add(bead,
               {.rule = "number-word",
                .arabic = arabic->place,
                .english = english->place,
                .message = "“" + quoted(document.text(english->place)) + "” is not the value of “" +
                           quoted(document.text(arabic->place)) + "”",
                .suggestion = "compare the two numbers with the source",
                .severity = {},
                .related = {}});
}

}  // namespace

void check_proportions(const CheckedDocument& document, const Bead& bead, QuantityMatch& match,
                       FindingList& findings) {
  if (bead.one_sided()) return;
  compare(document, bead, match, part_of_whole, findings);
  compare(document, bead, match, growth, findings);
}

}  // namespace mizan
