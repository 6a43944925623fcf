#include "tests/bench/align_synthetic.h"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <map>
#include <numeric>
#include <optional>
#include <random>
#include <sstream>
#include <string_view>
#include <utility>

#include "tm/format/tmx_reader.h"

namespace mizan::bench {
namespace {

// Sentences of a text that stay together when it is recombined.
constexpr std::size_t kRun = 8;
// As many as in the news documents of tests/data/align.
constexpr double kMerged = 0.05;
constexpr double kOmitted = 0.03;

// The standard distributions differ from library to library; the engine does not.
class Chance {
 public:
  double next() { return static_cast<double>(engine_() >> 11) * 0x1.0p-53; }
  std::size_t below(std::size_t count) {
    return static_cast<std::size_t>(next() * static_cast<double>(count));
  }

 private:
  std::mt19937_64 engine_{20260101};
};

struct DigitRun {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool arabic_indic = false;
  std::string value;  // in ASCII
};

// The digit at `at` and how many bytes it has; Arabic-Indic digits are U+0660 to U+0669.
struct Digit {
  char value = 0;
  std::size_t bytes = 0;
};
std::optional<Digit> digit_at(std::string_view text, std::size_t at) {
  if (text[at] >= '0' && text[at] <= '9') return Digit{text[at], 1};
  if (text[at] != '\xD9' || at + 1 == text.size()) return std::nullopt;
  const auto second = static_cast<unsigned char>(text[at + 1]);
  if (second < 0xA0 || second > 0xA9) return std::nullopt;
  return Digit{static_cast<char>('0' + (second - 0xA0)), 2};
}

std::vector<DigitRun> digit_runs(std::string_view text) {
  std::vector<DigitRun> runs;
  for (std::size_t at = 0; at < text.size();) {
    const std::optional<Digit> digit = digit_at(text, at);
    if (!digit) {
      ++at;
      continue;
    }
    const bool arabic_indic = digit->bytes == 2;
    if (runs.empty() || runs.back().end != at || runs.back().arabic_indic != arabic_indic) {
      runs.push_back({at, at, arabic_indic, ""});
    }
    runs.back().value += digit->value;
    at += digit->bytes;
    runs.back().end = at;
  }
  return runs;
}

void replace_numbers(std::string& text, const std::map<std::string, std::string>& others) {
  const std::vector<DigitRun> runs = digit_runs(text);
  for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
    const auto other = others.find(run->value);
    if (other == others.end()) continue;
    std::string digits;
    for (const char digit : other->second) {
      if (run->arabic_indic) {
        digits += {'\xD9', static_cast<char>(0xA0 + (digit - '0'))};
      } else {
        digits += digit;
      }
    }
    text.replace(run->begin, run->end - run->begin, digits);
  }
}

// Numbers that both sides hold become others of as many digits.
void vary_numbers(BeadText& bead, Chance& chance) {
  std::map<std::string, std::string> others;
  for (const std::string& sentence : bead.arabic) {
    for (const DigitRun& run : digit_runs(sentence)) others[run.value];
  }
  std::map<std::string, std::string> shared;
  for (const std::string& sentence : bead.english) {
    for (const DigitRun& run : digit_runs(sentence)) {
      if (others.contains(run.value)) shared[run.value];
    }
  }
  for (auto& [value, other] : shared) {
    for (std::size_t i = 0; i < value.size(); ++i) {
      const std::size_t least = i == 0 ? 1 : 0;
      other += static_cast<char>('0' + least + chance.below(10 - least));
    }
  }
  for (std::string& sentence : bead.arabic) replace_numbers(sentence, shared);
  for (std::string& sentence : bead.english) replace_numbers(sentence, shared);
}

struct Name {
  std::string arabic;
  std::string english;
};

// The name of a number: syllables of a consonant and a long vowel, which every reader of both
// scripts spells alike, and a last consonant.
Name name_of(std::size_t number) {
  constexpr std::pair<std::string_view, std::string_view> kConsonants[] = {
      {"ب", "b"}, {"د", "d"}, {"ر", "r"}, {"س", "s"},  {"ك", "k"}, {"ل", "l"},
      {"م", "m"}, {"ن", "n"}, {"ف", "f"}, {"ش", "sh"}, {"ت", "t"}};
  constexpr std::pair<std::string_view, std::string_view> kVowels[] = {
      {"ا", "a"}, {"ي", "i"}, {"و", "u"}};
  Name name;
  const auto add = [&](const auto& letters) {
    const auto& [arabic, english] = letters[number % std::size(letters)];
    number /= std::size(letters);
    name.arabic += arabic;
    name.english += english;
  };
  add(kConsonants);
  add(kVowels);
  add(kConsonants);
  add(kVowels);
  add(kConsonants);
  while (number > 0) {
    add(kVowels);
    add(kConsonants);
  }
  name.english[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(name.english[0])));
  return name;
}

std::vector<std::string> words_of(const std::string& sentence) {
  std::vector<std::string> words;
  std::istringstream input(sentence);
  for (std::string word; input >> word;) words.push_back(std::move(word));
  return words;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += ' ';
    text += word;
  }
  return text;
}

// Replaces the word at `share` of all the sentences' words.
void replace_word(std::vector<std::string>& sentences, double share, const std::string& name) {
  std::size_t total = 0;
  for (const std::string& sentence : sentences) total += words_of(sentence).size();
  auto at = static_cast<std::size_t>(share * static_cast<double>(total));
  for (std::string& sentence : sentences) {
    std::vector<std::string> words = words_of(sentence);
    if (at < words.size()) {
      words[at] = name;
      sentence = joined(words);
      return;
    }
    at -= words.size();
  }
}

// Words at the same place of both sides become an invented name; headings stay as they are. Few
// names of a long text are frequent, most are rare.
void vary_names(BeadText& bead, std::size_t names, Chance& chance) {
  constexpr std::size_t kWordsToAName = 12;
  std::size_t words = 0;
  for (const std::string& sentence : bead.arabic) words += words_of(sentence).size();
  if (words < kWordsToAName / 2 || bead.english.empty()) return;
  for (std::size_t i = 0; i <= words / kWordsToAName; ++i) {
    const double rank = chance.next();
    const Name name =
        name_of(static_cast<std::size_t>(rank * rank * rank * static_cast<double>(names)));
    const double share = chance.next();
    replace_word(bead.arabic, share, name.arabic);
    replace_word(bead.english, share, name.english);
  }
}

void append(Document& document, const BeadText& bead) {
  GoldBead gold;
  for (const std::string& sentence : bead.arabic) {
    gold.source.push_back(document.arabic.size());
    document.arabic.push_back({sentence, {}, 0, document.arabic.size()});
  }
  for (const std::string& sentence : bead.english) {
    gold.target.push_back(document.english.size());
    document.english.push_back({sentence, {}, 0, document.english.size()});
  }
  // An omission is one bead a sentence.
  if (!gold.source.empty() && !gold.target.empty()) {
    document.gold.push_back(std::move(gold));
    return;
  }
  for (const std::size_t i : gold.source) document.gold.push_back({{i}, {}});
  for (const std::size_t j : gold.target) document.gold.push_back({{}, {j}});
}

bool one_to_one(const BeadText& bead) {
  return bead.arabic.size() == 1 && bead.english.size() == 1;
}

// The beads of a text, drawn run by run; all of them before any is drawn again.
class Deck {
 public:
  explicit Deck(std::span<const BeadText> beads) : beads_(beads) {
    order_.resize((beads.size() + kRun - 1) / kRun);
    std::iota(order_.begin(), order_.end(), std::size_t{0});
  }

  std::span<const BeadText> draw(Chance& chance) {
    if (next_ == order_.size()) {
      next_ = 0;
      ++rounds_;
    }
    std::swap(order_[next_], order_[next_ + chance.below(order_.size() - next_)]);
    const std::size_t begin = order_[next_++] * kRun;
    return beads_.subspan(begin, std::min(kRun, beads_.size() - begin));
  }
  bool again() const { return rounds_ > 0; }

 private:
  std::span<const BeadText> beads_;
  std::vector<std::size_t> order_;
  std::size_t next_ = 0;
  std::size_t rounds_ = 0;
};

}  // namespace

std::vector<BeadText> beads_of(const Document& document) {
  std::vector<BeadText> beads;
  for (const GoldBead& gold : document.gold) {
    BeadText& bead = beads.emplace_back();
    for (const std::size_t i : gold.source) bead.arabic.push_back(document.arabic[i].text);
    for (const std::size_t j : gold.target) bead.english.push_back(document.english[j].text);
  }
  return beads;
}

std::vector<BeadText> beads_of_tmx(const std::string& path) {
  std::vector<BeadText> beads;
  read_tmx(path, [&](const TranslationUnit& unit) {
    beads.push_back({{unit.arabic}, {unit.english}});
  });
  return beads;
}

Document recombine(std::span<const BeadText> beads, std::size_t source_size) {
  Chance chance;
  Deck deck(beads);
  Document document;
  const std::size_t names = 50 + source_size / 2;
  while (document.arabic.size() < source_size) {
    std::optional<BeadText> merged;  // waits for the bead that it is merged with
    for (BeadText bead : deck.draw(chance)) {
      if (deck.again()) {
        vary_numbers(bead, chance);
        vary_names(bead, names, chance);
      }
      const double fate = chance.next();
      if (merged && one_to_one(bead)) {
        using Side = std::vector<std::string> BeadText::*;
        const Side whole = fate < 0.5 ? &BeadText::arabic : &BeadText::english;
        const Side split = fate < 0.5 ? &BeadText::english : &BeadText::arabic;
        ((*merged).*whole).front() += " " + (bead.*whole).front();
        ((*merged).*split).push_back((bead.*split).front());
        append(document, *std::exchange(merged, std::nullopt));
        continue;
      }
      if (merged) append(document, *std::exchange(merged, std::nullopt));
      if (fate < kMerged && one_to_one(bead)) {
        merged = std::move(bead);
        continue;
      }
      if (fate > 1 - kOmitted / 2) {
        bead.english.clear();
      } else if (fate > 1 - kOmitted) {
        bead.arabic.clear();
      }
      append(document, bead);
    }
    if (merged) append(document, *merged);
  }
  return document;
}

}  // namespace mizan::bench
