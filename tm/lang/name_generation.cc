#include "tm/lang/name_generation.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <unordered_map>
#include <utility>

#include "tm/base/utf8.h"
#include "tm/lang/letter_model.h"
#include "tm/lang/name_features.h"
#include "tm/lang/unit_sequence.h"
#include "tm/text/normalize.h"

namespace mizan {
namespace {

constexpr std::size_t kBeam = 60;
// How much the neighbourhood of the letters written counts beside the units in their order (more in
// Latin, whose vowels the Arabic does not say), and the odds of the comparison when the beam's
// spellings are put in order. Set on every second one of 500 labelled pairs; the ranks on the
// others are in ARCHITECTURE.md.
constexpr double kArabicNeighbours = 0.2;
constexpr double kLatinNeighbours = 0.4;
constexpr double kComparison = 0.4;

struct Spelled {
  std::u32string text;
  double cost = 0;
  bool inserted = false;  // the last letter stands for nothing written: a short vowel
  std::uint16_t last = kEdgeUnit;
};

struct Target {
  std::u32string text;
  std::uint16_t unit = kEdgeUnit;
};

std::size_t letter_number(LetterScript script, char32_t letter) {
  const LetterString one = letters_of(script, to_utf8(std::u32string(1, letter)));
  return one.size == 0 ? 0 : one.letters[0] + 1U;
}

// The units by what they are read from.
class UnitsBySource {
 public:
  explicit UnitsBySource(LetterScript to) : to_(to) {
    std::uint16_t number = kEdgeUnit;
    for (const LetterUnit& unit : letter_units()) {
      const std::string latin = unit.latin;
      const std::u32string pieces[] = {unit.arabic, std::u32string(latin.begin(), latin.end())};
      const auto target = static_cast<std::size_t>(to);
      targets_[pieces[1 - target]].push_back({pieces[target], ++number});
      for (const char32_t letter : pieces[target]) {
        numbers_.try_emplace(letter, letter_number(to, letter));
      }
    }
  }

  const std::vector<Target>* find(const std::u32string& source) const {
    const auto found = targets_.find(source);
    return found == targets_.end() ? nullptr : &found->second;
  }

  // What `next` costs more after the letters of `text` than anywhere; U'\0' for the end.
  double after(const std::u32string& text, char32_t next) const {
    const std::size_t last = text.empty() ? 0 : numbers_.at(text.back());
    const std::size_t number = next == 0 ? 0 : numbers_.at(next);
    const double share = to_ == LetterScript::kArabic ? kArabicNeighbours : kLatinNeighbours;
    return share * neighbour_cost(to_, last, number);
  }

 private:
  LetterScript to_;
  std::unordered_map<std::u32string, std::vector<Target>> targets_;
  std::unordered_map<char32_t, std::size_t> numbers_;
};

const UnitsBySource& units_to(LetterScript script) {
  static const UnitsBySource arabic(LetterScript::kArabic);
  static const UnitsBySource latin(LetterScript::kLatin);
  return script == LetterScript::kArabic ? arabic : latin;
}

void keep_best(std::vector<Spelled>& beam) {
  std::sort(beam.begin(), beam.end(),
            [](const Spelled& a, const Spelled& b) { return a.cost < b.cost; });
  std::vector<Spelled> kept;
  for (Spelled& spelled : beam) {
    const bool known = std::any_of(kept.begin(), kept.end(), [&spelled](const Spelled& other) {
      return other.text == spelled.text;
    });
    if (!known) kept.push_back(std::move(spelled));
    if (kept.size() == kBeam) break;
  }
  beam = std::move(kept);
}

void extend(std::vector<Spelled>& into, const Spelled& from, const std::vector<Target>& targets,
            const UnitsBySource& units, bool inserted) {
  for (const Target& target : targets) {
    Spelled next{from.text, from.cost + follow_cost(from.last, target.unit), inserted, target.unit};
    for (const char32_t letter : target.text) {
      next.cost += units.after(next.text, letter);
      next.text += letter;
    }
    into.push_back(std::move(next));
  }
}

// Letters of one word, spelled in the other script, best first.
std::vector<Spelled> spell(const std::u32string& letters, LetterScript to) {
  const UnitsBySource& units = units_to(to);
  std::vector<std::vector<Spelled>> beams(letters.size() + 1);
  beams[0] = {{}};
  for (std::size_t at = 0; at <= letters.size(); ++at) {
    std::vector<Spelled>& beam = beams[at];
    keep_best(beam);
    if (const std::vector<Target>* insertions = units.find(U"")) {
      std::vector<Spelled> inserted;
      for (const Spelled& spelled : beam) {
        if (!spelled.inserted) extend(inserted, spelled, *insertions, units, true);
      }
      beam.insert(beam.end(), inserted.begin(), inserted.end());
      keep_best(beam);
    }
    for (std::size_t size = 1; size <= 4 && at + size <= letters.size(); ++size) {
      const std::vector<Target>* targets = units.find(letters.substr(at, size));
      if (targets == nullptr) continue;
      for (const Spelled& spelled : beam) {
        extend(beams[at + size], spelled, *targets, units, false);
      }
    }
  }
  std::vector<Spelled>& whole = beams.back();
  std::erase_if(whole, [](const Spelled& spelled) { return spelled.text.empty(); });
  for (Spelled& spelled : whole) {
    spelled.cost += units.after(spelled.text, 0) + follow_cost(spelled.last, kEdgeUnit);
  }
  keep_best(whole);
  return std::move(whole);
}

// The letters that the model folds, written as newsrooms do: a hamza on or under an initial alef by
// its vowel, its seat inside.
std::string arabic_text(std::u32string letters, std::string_view latin) {
  if (letters.front() == U'ا') {
    const char first = latin.front();
    letters.front() = first == 'i' || first == 'e' ? U'إ' : U'أ';
  }
  for (std::size_t i = 1; i + 1 < letters.size(); ++i) {
    if (letters[i] == U'ء') letters[i] = letters[i - 1] == U'و' ? U'ؤ' : U'ئ';
  }
  return to_utf8(letters);
}

std::string latin_text(const std::u32string& letters) {
  std::string text = to_utf8(letters);
  text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text;
}

std::u32string plain_letters(const LetterString& word) {
  std::u32string letters;
  for (std::size_t i = 0; i < word.size; ++i) {
    letters += letter_at(word.script, word.letters[i]);
  }
  return letters;
}

// One word; candidates with costs in nats, best first.
std::vector<std::pair<std::string, double>> spell_word(std::string_view word, Language language) {
  const bool to_arabic = language == Language::kArabic;
  const LetterScript from = to_arabic ? LetterScript::kLatin : LetterScript::kArabic;
  const LetterScript to = to_arabic ? LetterScript::kArabic : LetterScript::kLatin;
  LetterString letters = letters_of(from, word);
  std::string prefix;
  if (starts_with_article(letters)) {
    letters = without_article(letters);
    prefix = "al-";
  }
  std::vector<std::pair<std::string, double>> candidates;
  if (letters.size == 0) return candidates;
  for (const Spelled& spelled : spell(plain_letters(letters), to)) {
    const LetterString other = letters_of(to, to_utf8(spelled.text));
    const double likeness =
        to_arabic ? name_likeness(other, letters) : name_likeness(letters, other);
    const double odds = std::log((likeness + 1e-6) / (1 - likeness + 1e-6));
    candidates.emplace_back(
        to_arabic ? arabic_text(spelled.text, word) : prefix + latin_text(spelled.text),
        spelled.cost - kComparison * odds);
  }
  std::sort(candidates.begin(), candidates.end(),
            [](const auto& a, const auto& b) { return a.second < b.second; });
  return candidates;
}

}  // namespace

std::vector<GeneratedName> generate_names(std::string_view name, Language language,
                                          std::size_t limit) {
  const std::string folded = fold(name, FoldProfile::kMarks);
  std::vector<std::pair<std::string, double>> names{{"", 0}};
  for (std::size_t begin = 0; begin < folded.size();) {
    const std::size_t end = std::min(folded.find_first_of(" -", begin), folded.size());
    std::string word = folded.substr(begin, end - begin);
    std::string article;
    if (language == Language::kArabic && (word == "al" || word == "el") && end < folded.size()) {
      article = "ال";  // belongs to the next word
      begin = end + 1;
      const std::size_t next = std::min(folded.find_first_of(" -", begin), folded.size());
      word = folded.substr(begin, next - begin);
      begin = next + 1;
    } else {
      begin = end + 1;
    }
    const auto spelled = spell_word(word, language);
    if (spelled.empty()) continue;
    std::vector<std::pair<std::string, double>> longer;
    for (const auto& [so_far, cost] : names) {
      for (const auto& [text, more] : spelled) {
        longer.emplace_back(so_far + (so_far.empty() ? "" : " ") + article + text, cost + more);
      }
    }
    std::sort(longer.begin(), longer.end(),
              [](const auto& a, const auto& b) { return a.second < b.second; });
    if (longer.size() > kBeam) longer.resize(kBeam);
    names = std::move(longer);
  }
  if (names.front().first.empty()) return {};
  double sum = 0;
  for (const auto& [text, cost] : names) sum += std::exp(names.front().second - cost);
  std::vector<GeneratedName> result;
  for (const auto& [text, cost] : names) {
    if (result.size() == limit) break;
    result.push_back({text, std::exp(names.front().second - cost) / sum});
  }
  return result;
}

}  // namespace mizan
