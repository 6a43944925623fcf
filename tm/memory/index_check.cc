#include "tm/memory/index_check.h"

#include <algorithm>
#include <cstdint>
#include <unordered_set>
#include <vector>

#include "tm/base/error.h"
#include "tm/base/language.h"
#include "tm/base/utf8.h"
#include "tm/memory/similarity.h"
#include "tm/memory/unit_index.h"

namespace mizan {
namespace {

// The postings are read once for so many units; each takes about 1 kB meanwhile.
constexpr std::size_t kUnitsAPass = 100'000;

// A key that some posting must hold.
struct Owed {
  std::uint64_t key_side = 0;
  std::int64_t unit = 0;
  std::uint32_t length = 0;  // tokens of this side
  friend auto operator<=>(const Owed&, const Owed&) = default;
};

std::uint64_t to_key_side(std::uint32_t key, Language side) {
  return std::uint64_t{key} * 2 + (side == Language::kArabic ? 0 : 1);
}

class IndexCheck {
 public:
  using Report = std::function<void(std::int64_t, const std::string&)>;

  IndexCheck(const Database& database, const Report& report)
      : database_(database), reader_(database), report_(report) {
    const std::vector<std::int64_t> fresh = reader_.fresh_units();
    fresh_.insert(fresh.begin(), fresh.end());
  }

  void run(const std::function<void(std::size_t)>& progress) {
    std::size_t examined = 0;
    Statement units = database_.prepare("SELECT id, arabic, english FROM unit ORDER BY id");
    while (units.step()) {
      const std::int64_t unit = units.integer(0);
      examine(unit, Language::kArabic, units.text(1));
      examine(unit, Language::kEnglish, units.text(2));
      if (++examined % kUnitsAPass == 0) look_for_owed();
      if (progress) progress(examined);
    }
    look_for_owed();
    for (const std::int64_t unit : reader_.units_without_text()) {
      report_(unit, "is in the index and not in the memory");
    }
  }

 private:
  // The stored sequence is the one that the text gives.
  void examine(std::int64_t unit, Language side, std::string_view text) {
    const std::string name = side == Language::kArabic ? "Arabic" : "English";
    if (!reader_.read_sequence(unit, side, stored_)) {
      report_(unit, "the index does not know its " + name + " text");
      return;
    }
    if (find_invalid_utf8(text)) return;  // has no tokens; a fault of the unit
    const std::vector<TokenKey> tokens = token_keys(text);
    bool same = tokens.size() == stored_.size();
    for (std::size_t i = 0; same && i < tokens.size(); ++i) {
      const bool number = tokens[i].key == kNumberKey;
      same = reader_.find_token(tokens[i].key) == stored_[i].key &&
             stored_[i].form == (number ? number_form(tokens[i].folded) : 0);
    }
    if (!same) {
      report_(unit, "the index has another " + name + " text of it");
      return;
    }
    if (fresh_.contains(unit)) return;
    for (const IndexedToken& token : stored_) {
      owed_.push_back(
          {to_key_side(token.key, side), unit, static_cast<std::uint32_t>(stored_.size())});
    }
  }

  void look_for_owed() {
    std::sort(owed_.begin(), owed_.end());
    owed_.erase(std::unique(owed_.begin(), owed_.end()), owed_.end());
    std::vector<bool> found(owed_.size());
    std::size_t begin = 0;
    std::size_t end = 0;
    std::uint64_t current = ~std::uint64_t{0};
    reader_.visit_all_postings(
        [&](std::uint32_t key, Language side, std::int64_t unit, std::uint32_t length) {
          const std::uint64_t key_side = to_key_side(key, side);
          if (key_side != current) {
            current = key_side;
            const auto range = std::ranges::equal_range(owed_, key_side, {}, &Owed::key_side);
            begin = static_cast<std::size_t>(range.begin() - owed_.begin());
            end = static_cast<std::size_t>(range.end() - owed_.begin());
          }
          const auto first = owed_.begin() + static_cast<std::ptrdiff_t>(begin);
          const auto last = owed_.begin() + static_cast<std::ptrdiff_t>(end);
          const auto place = std::lower_bound(first, last, Owed{key_side, unit, length});
          if (place != last && place->unit == unit && place->length == length) {
            found[static_cast<std::size_t>(place - owed_.begin())] = true;
          }
        });
    std::int64_t last_reported = 0;
    for (std::size_t i = 0; i < owed_.size(); ++i) {
      if (found[i] || owed_[i].unit == last_reported) continue;
      last_reported = owed_[i].unit;
      report_(last_reported, "the index does not hold a word of it");
    }
    owed_.clear();
  }

  const Database& database_;
  IndexReader reader_;
  const Report& report_;
  std::unordered_set<std::int64_t> fresh_;
  std::vector<IndexedToken> stored_;
  std::vector<Owed> owed_;
};

}  // namespace

void check_index(const Database& database,
                 const std::function<void(std::int64_t, const std::string&)>& report,
                 const std::function<void(std::size_t)>& progress) {
  if (!IndexReader(database).current()) {
    report(0, "was built by another version of Mizan; look-ups are slow until a command writes");
    return;
  }
  try {
    IndexCheck(database, report).run(progress);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::kCorruptStore) throw;
    report(0, error.problem());
  }
}

}  // namespace mizan
