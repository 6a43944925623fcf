#include "tm/lang/unit_sequence.h"

#include <cstddef>
#include <optional>
#include <unordered_map>

#include "tm/base/utf8.h"

namespace mizan {
namespace {

struct UnitPair {
  std::uint16_t last;
  std::uint16_t next;
  std::uint16_t cost;  // -1000 ln p(next | last)
};

#include "tm/lang/unit_sequences.inc"

// Letters of a piece in six bits each, of its number in its script.
std::uint32_t packed(const std::uint8_t* letters, std::size_t count) {
  std::uint32_t result = 0;
  for (std::size_t i = 0; i < count; ++i) result = result << 6 | (letters[i] + 1U);
  return result;
}

std::uint64_t unit_key(std::uint32_t arabic, std::uint32_t latin) {
  return static_cast<std::uint64_t>(arabic) << 32 | latin;
}

class UnitSequences {
 public:
  UnitSequences() {
    std::uint16_t number = 0;
    for (const LetterUnit& unit : letter_units()) {
      const LetterString arabic = letters_of(LetterScript::kArabic, to_utf8(unit.arabic));
      const LetterString latin = letters_of(LetterScript::kLatin, unit.latin);
      numbers_[unit_key(packed(arabic.letters.data(), arabic.size),
                        packed(latin.letters.data(), latin.size))] = ++number;
    }
    for (const UnitPair& pair : kUnitPairs) costs_[pair_key(pair.last, pair.next)] = pair.cost;
  }

  std::optional<std::uint16_t> number(std::uint64_t key) const {
    const auto found = numbers_.find(key);
    return found == numbers_.end() ? std::nullopt : std::optional(found->second);
  }

  double cost(std::uint16_t last, std::uint16_t next) const {
    const auto found = costs_.find(pair_key(last, next));
    if (found != costs_.end()) return static_cast<double>(found->second) / 1000;
    const unsigned alone = next == kEdgeUnit ? kEndCost : letter_units()[next - 1U].cost;
    return static_cast<double>(kUnseenAfter[last] + alone) / 1000;
  }

 private:
  static std::uint32_t pair_key(std::uint16_t last, std::uint16_t next) {
    return static_cast<std::uint32_t>(last) << 16 | next;
  }

  std::unordered_map<std::uint64_t, std::uint16_t> numbers_;
  std::unordered_map<std::uint32_t, std::uint16_t> costs_;
};

const UnitSequences& sequences() {
  static const UnitSequences instance;
  return instance;
}

}  // namespace

double follow_cost(std::uint16_t last, std::uint16_t next) { return sequences().cost(last, next); }

double chain_cost(const LetterString& arabic, const LetterString& latin, const LetterMatch& match) {
  double cost = 0;
  std::optional<std::uint16_t> last = kEdgeUnit;
  for (std::size_t k = match.unit_count; k-- > 0;) {
    const LetterEdit& unit = match.units[k];
    const auto next = sequences().number(
        unit_key(packed(arabic.letters.data() + unit.left_begin, unit.left_size),
                 packed(latin.letters.data() + unit.right_begin, unit.right_size)));
    cost += last && next ? follow_cost(*last, *next) : static_cast<double>(unit.cost);
    last = next;
  }
  return cost + (last ? follow_cost(*last, kEdgeUnit) : 0);
}

}  // namespace mizan
