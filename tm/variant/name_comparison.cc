#include "tm/variant/name_comparison.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "tm/base/utf8.h"
#include "tm/lang/name_similarity.h"
#include "tm/text/normalize.h"
#include "tm/text/script.h"
#include "tm/variant/name_parts.h"

namespace mizan {
namespace {

// What an entry of the lexicon leaves to doubt, on either side.
constexpr double kKnown = 0.98;
constexpr double kOtherName = 0.4;
// What is left of the probability for each middle name that only one side has.
constexpr double kMiddleName = 0.95;
// A surname alone is not yet the person.
constexpr double kSurnameAlone = 0.45;
constexpr double kInitial = 0.9;

struct Name {
  std::vector<std::string> words;  // folded; what belongs to the next word joined to it
  std::string whole;               // all words, particles too, as one
  std::size_t written = 0;         // words as written
};

// Titles are left out while a name remains.
Name name_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (const char c : fold(text, FoldProfile::kTehMarbuta)) {
    if (c == ' ' || c == '-' || c == '.' || c == ',') {
      end_word();
    } else if (c != '\'') {
      word += c;
    }
  }
  end_word();
  while (words.size() > 1 && is_title(words.front())) words.erase(words.begin());
  Name name;
  name.written = words.size();
  for (const std::string& w : words) name.whole += w;
  std::vector<std::string>& joined = name.words;
  std::string prefix;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i + 1 < words.size() && is_name_prefix(words[i])) {
      prefix += words[i];
    } else {
      joined.push_back(prefix + words[i]);
      prefix.clear();
    }
  }
  // "bin Laden" is compared by what follows; a particle alone is a name like any other.
  if (joined.size() > 1) {
    std::erase_if(joined, [](const std::string& w) { return is_name_particle(w); });
  }
  if (joined.empty()) joined = std::move(words);
  return name;
}

bool starts_upper(std::string_view name) {
  const char32_t first = code_point_at(name, start_of_name(name)).value;
  return (first >= U'A' && first <= U'Z') || (first >= 0xC0 && first <= 0xDE);
}

std::string_view first_letter(std::string_view word) {
  return word.substr(0, code_point_at(word, 0).size);
}

}  // namespace

std::string name_key(std::string_view name) {
  std::string key = fold(name, FoldProfile::kTehMarbuta);
  std::erase_if(key, [](char c) { return c == ' ' || c == '-' || c == '\'' || c == '.'; });
  return key;
}

NameComparison::NameComparison(const Lexicon& lexicon) {
  std::string_view form;
  std::string arabic;
  std::vector<std::string>* glosses = nullptr;
  for (const LexiconEntry& entry : lexicon.entries) {
    if (entry.arabic.empty() || entry.english.empty() || !starts_upper(entry.english)) continue;
    // The glosses of one form follow each other.
    if (entry.arabic != form) {
      form = entry.arabic;
      arabic = name_key(form);
      glosses = &renderings_[arabic];
    }
    std::string english = name_key(entry.english);
    renderings_[english].push_back(arabic);
    glosses->push_back(std::move(english));
  }
  for (auto& [name, others] : renderings_) {
    std::sort(others.begin(), others.end());
    others.erase(std::unique(others.begin(), others.end()), others.end());
  }
}

NameComparison::Verdict NameComparison::look_up(const std::string& a, const std::string& b) const {
  const auto of_a = renderings_.find(a);
  const auto of_b = renderings_.find(b);
  if (of_a == renderings_.end() || of_b == renderings_.end()) return Verdict::kUnknown;
  const auto holds = [](const std::vector<std::string>& sorted, const std::string& name) {
    return std::binary_search(sorted.begin(), sorted.end(), name);
  };
  if (holds(of_a->second, b)) return Verdict::kSame;
  // Of one script: most of the shorter list in common. (صالح and صلاح are both Salah to someone.)
  std::size_t common = 0;
  bool joined = false;
  for (const std::string& name : of_a->second) {
    if (holds(of_b->second, name)) ++common;
    const auto back = renderings_.find(name);
    for (const std::string& third : back->second) joined = joined || holds(of_b->second, third);
  }
  if (2 * common > std::min(of_a->second.size(), of_b->second.size())) return Verdict::kSame;
  return common > 0 || joined ? Verdict::kUnknown : Verdict::kDifferent;
}

double NameComparison::compare_words(const std::string& a, const std::string& b) const {
  if (first_letter(a) == a || first_letter(b) == b) {
    // An initial: the sound of the letters where the scripts differ.
    const std::string& initial = first_letter(a) == a ? a : b;
    const std::string& name = first_letter(a) == a ? b : a;
    if (initial == first_letter(name)) return kInitial;
    const bool across = detect_language(initial) != detect_language(name);
    return across && name_similarity(initial, first_letter(name)) >= 0.5 ? kInitial : 0.05;
  }
  const double letters = name_similarity(a, b);
  switch (look_up(name_key(a), name_key(b))) {
    case Verdict::kSame:
      return std::max(letters, kKnown);
    case Verdict::kDifferent:
      return letters * kOtherName;
    case Verdict::kUnknown:
      break;
  }
  return letters;
}

// Words in their order, some of the longer side left out: the best product of probabilities.
double NameComparison::compare_in_order(const std::vector<std::string>& left,
                                        const std::vector<std::string>& right) const {
  const auto& shorter = left.size() <= right.size() ? left : right;
  const auto& longer = left.size() <= right.size() ? right : left;
  const std::size_t missing = longer.size() - shorter.size();
  // best[j]: words of `shorter` so far matched within the first j of `longer`.
  std::vector<double> best(longer.size() + 1, 1);
  for (std::size_t i = 0; i < shorter.size(); ++i) {
    std::vector<double> next(longer.size() + 1, 0);
    for (std::size_t j = i + 1; j <= std::min(longer.size(), i + 1 + missing); ++j) {
      // Only words between the first and the last may be missing.
      const bool edge = shorter.size() > 1 &&
                        ((i == 0 && j > 1) || (i + 1 == shorter.size() && j < longer.size()));
      const double match = edge ? 0 : best[j - 1] * compare_words(shorter[i], longer[j - 1]);
      next[j] = std::max(next[j - 1], match);
    }
    best = std::move(next);
  }
  if (missing == 0) return std::pow(best.back(), 1.0 / static_cast<double>(shorter.size()));
  const double product = std::pow(best.back(), 1.0 / static_cast<double>(shorter.size())) *
                         std::pow(kMiddleName, static_cast<double>(missing));
  return shorter.size() == 1 ? product * kSurnameAlone : product;
}

double NameComparison::compare(std::string_view a, std::string_view b) const {
  const Name left = name_of(a);
  const Name right = name_of(b);
  if (left.words.empty() || right.words.empty()) return 0;
  if (left.written + right.written > 2 && look_up(name_key(a), name_key(b)) == Verdict::kSame) {
    return kKnown;
  }
  const double in_order = compare_in_order(left.words, right.words);
  // Another number of words may be another way to divide one name: ديغول, de Gaulle.
  return left.written == right.written
             ? in_order
             : std::max(in_order, name_similarity(left.whole, right.whole));
}

}  // namespace mizan
