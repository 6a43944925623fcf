#include "tm/lang/arabic_morphology.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace mizan {
namespace {

// Every Arabic letter takes two bytes in UTF-8, and a folded word has no marks.
constexpr std::size_t kLetter = 2;

struct StackShape {
  std::string_view letters;
  std::string_view description;
  bool article;
  bool future;
};

// Stacks in the order of Arabic grammar: (و|ف) (ب|ك|ل) (ال), future (و|ف) س, (أ) (و|ف) (ال).
constexpr std::array kStacks = {
    StackShape{"و", "و", false, false},        StackShape{"ف", "ف", false, false},
    StackShape{"ب", "ب", false, false},        StackShape{"ك", "ك", false, false},
    StackShape{"ل", "ل", false, false},        StackShape{"أ", "أ", false, false},
    StackShape{"س", "س", false, true},         StackShape{"ال", "ال", true, false},
    StackShape{"لل", "ل+ال", true, false},     StackShape{"وب", "و+ب", false, false},
    StackShape{"وك", "و+ك", false, false},     StackShape{"ول", "و+ل", false, false},
    StackShape{"فب", "ف+ب", false, false},     StackShape{"فك", "ف+ك", false, false},
    StackShape{"فل", "ف+ل", false, false},     StackShape{"وس", "و+س", false, true},
    StackShape{"فس", "ف+س", false, true},      StackShape{"أو", "أ+و", false, false},
    StackShape{"أف", "أ+ف", false, false},     StackShape{"وال", "و+ال", true, false},
    StackShape{"فال", "ف+ال", true, false},    StackShape{"بال", "ب+ال", true, false},
    StackShape{"كال", "ك+ال", true, false},    StackShape{"ولل", "و+ل+ال", true, false},
    StackShape{"فلل", "ف+ل+ال", true, false},  StackShape{"أال", "أ+ال", true, false},
    StackShape{"وبال", "و+ب+ال", true, false}, StackShape{"وكال", "و+ك+ال", true, false},
    StackShape{"فبال", "ف+ب+ال", true, false}, StackShape{"فكال", "ف+ك+ال", true, false},
    StackShape{"أوال", "أ+و+ال", true, false}, StackShape{"أفال", "أ+ف+ال", true, false},
};

constexpr std::array<std::string_view, 12> kPronouns = {"هما", "كما", "هم", "هن", "ها", "كم",
                                                        "كن",  "نا",  "ني", "ه",  "ك",  "ي"};

struct Ending {
  std::string_view letters;
  std::string_view replacement;
  std::string_view description;
  int cost;
};

// Regular endings of nouns and adjectives on letters folded to kTehMarbuta (ة is ه, ى is ي).
constexpr std::array kNounEndings = {
    Ending{"ات", "", "plural ات", 1},   Ending{"ات", "ه", "plural ات", 1},
    Ending{"ون", "", "plural ون", 1},   Ending{"ين", "", "plural or dual ين", 1},
    Ending{"ان", "", "dual ان", 1},     Ending{"تان", "ه", "dual تان", 1},
    Ending{"تين", "ه", "dual تين", 1},  Ending{"ه", "", "feminine ة", 1},
    Ending{"ا", "", "tanwin", 1},       Ending{"يه", "", "nisba ية", 2},
    Ending{"ي", "", "nisba ي", 2},      Ending{"ايه", "ا", "nisba اية", 2},
    Ending{"يين", "", "plural يين", 2}, Ending{"يون", "", "plural يون", 2},
    Ending{"و", "", "construct و", 2},  Ending{"اء", "", "plural اء", 3},
    Ending{"وي", "ا", "nisba وي", 3},   Ending{"تا", "ه", "dual تا", 2},
};

// Subject endings of verbs.
constexpr std::array kVerbEndings = {
    Ending{"وا", "", "verb وا", 1},  Ending{"ون", "", "verb ون", 1},
    Ending{"ت", "", "verb ت", 1},    Ending{"تا", "", "verb تا", 2},
    Ending{"نا", "", "verb نا", 1},  Ending{"تم", "", "verb تم", 2},
    Ending{"ان", "", "verb ان", 2},  Ending{"ين", "", "verb ين", 2},
    Ending{"ن", "", "verb ن", 2},    Ending{"ا", "", "verb ا", 2},
    Ending{"و", "", "verb و", 2},    Ending{"ت", "ي", "verb ت", 2},
    Ending{"وا", "ي", "verb وا", 2}, Ending{"ون", "ي", "verb ون", 2},
};

std::size_t letters(std::string_view word) { return word.size() / kLetter; }

// Collects candidates, keeping the cheapest analysis of each stem.
class Candidates {
 public:
  void add(std::string stem, std::string description, int cost) {
    if (stem.empty()) return;
    const auto [place, fresh] = index_.try_emplace(stem, analyses_.size());
    if (fresh) {
      analyses_.push_back({std::move(stem), std::move(description), cost});
    } else if (cost < analyses_[place->second].cost) {
      analyses_[place->second].description = std::move(description);
      analyses_[place->second].cost = cost;
    }
  }

  std::vector<ArabicAnalysis> take() {
    std::stable_sort(
        analyses_.begin(), analyses_.end(),
        [](const ArabicAnalysis& a, const ArabicAnalysis& b) { return a.cost < b.cost; });
    return std::move(analyses_);
  }

 private:
  std::vector<ArabicAnalysis> analyses_;
  std::unordered_map<std::string, std::size_t> index_;
};

std::string join(std::string_view first, std::string_view second) {
  std::string text(first);
  if (!first.empty() && !second.empty()) text += ", ";
  text += second;
  return text;
}

void add_noun_forms(std::string_view word, const std::string& description, int cost,
                    Candidates& candidates) {
  candidates.add(std::string(word), description, cost);
  for (const Ending& ending : kNounEndings) {
    if (!word.ends_with(ending.letters)) continue;
    const std::string_view base = word.substr(0, word.size() - ending.letters.size());
    if (letters(base) < 2) continue;
    candidates.add(std::string(base) + std::string(ending.replacement),
                   join(description, ending.description), cost + ending.cost);
  }
}

// The imperfect of any person as the third masculine singular: تقول, نقول, اقول -> يقول.
void add_imperfect(std::string_view word, const std::string& description, int cost,
                   Candidates& candidates) {
  const std::string_view prefix = word.substr(0, kLetter);
  if (letters(word) < 3 || (prefix != "ت" && prefix != "ن" && prefix != "ا" && prefix != "ي"))
    return;
  candidates.add("ي" + std::string(word.substr(kLetter)), join(description, "imperfect"),
                 cost + (prefix == "ي" ? 0 : 1));
}

void add_verb_forms(std::string_view word, const std::string& description, int cost,
                    Candidates& candidates) {
  candidates.add(std::string(word), description, cost);
  add_imperfect(word, description, cost, candidates);
  for (const Ending& ending : kVerbEndings) {
    if (!word.ends_with(ending.letters)) continue;
    const std::string base = std::string(word.substr(0, word.size() - ending.letters.size())) +
                             std::string(ending.replacement);
    if (letters(base) < 2) continue;
    const std::string described = join(description, ending.description);
    candidates.add(base, described, cost + ending.cost);
    add_imperfect(base, described, cost + ending.cost, candidates);
  }
}

}  // namespace

std::vector<Proclitics> proclitic_stacks(std::string_view word) {
  std::vector<Proclitics> stacks = {Proclitics{}};
  for (const StackShape& shape : kStacks) {
    std::string_view shape_letters = shape.letters;
    std::string_view rest = word;
    // The question أ is written ا once the word is folded to kAlef.
    if (shape_letters.starts_with("أ") && rest.starts_with("ا")) {
      shape_letters.remove_prefix(kLetter);
      rest.remove_prefix(kLetter);
    }
    if (!rest.starts_with(shape_letters)) continue;
    const std::size_t bytes = word.size() - rest.size() + shape_letters.size();
    if (word.size() < bytes + 2 * kLetter) continue;
    stacks.push_back({bytes, shape.description, shape.article, shape.future});
  }
  return stacks;
}

std::vector<ArabicAnalysis> analyse_arabic(std::string_view word) {
  Candidates candidates;
  for (const Proclitics& stack : proclitic_stacks(word)) {
    const std::string_view rest = word.substr(stack.bytes);
    const std::string description =
        stack.description.empty() ? std::string() : std::string(stack.description) + "+";
    // The question أ is rare in written news, an alef at the front of a word is not.
    const bool question = stack.description.starts_with("أ");
    const int cost = (stack.bytes == 0 ? 0 : 1) + (question ? 3 : 0);
    if (!stack.future) add_noun_forms(rest, description, cost, candidates);
    if (!stack.article) add_verb_forms(rest, description, cost, candidates);
    if (stack.article) continue;  // a word with the article takes no pronoun
    for (const std::string_view pronoun : kPronouns) {
      if (!rest.ends_with(pronoun)) continue;
      const std::string_view host = rest.substr(0, rest.size() - pronoun.size());
      if (letters(host) < 2) continue;
      const std::string described = join(description, "+" + std::string(pronoun));
      if (!stack.future) {
        add_noun_forms(host, described, cost + 1, candidates);
        // ة opens to ت, ى to ا before a pronoun; the ن of dual and plural drops.
        const std::string_view before = host.substr(0, host.size() - kLetter);
        if (host.ends_with("ت")) {
          candidates.add(std::string(before) + "ه", described, cost + 1);
        }
        if (host.ends_with("ا")) candidates.add(std::string(before) + "ي", described, cost + 1);
        if (host.ends_with("ي") || host.ends_with("و")) {
          candidates.add(std::string(before), described, cost + 2);
        }
      }
      add_verb_forms(host, described, cost + 1, candidates);
    }
  }
  return candidates.take();
}

}  // namespace mizan
