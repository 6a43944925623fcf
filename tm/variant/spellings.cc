#include "tm/variant/spellings.h"

#include <algorithm>
#include <functional>
#include <string_view>
#include <unordered_map>

#include "tm/base/utf8.h"
#include "tm/lang/arabic_morphology.h"
#include "tm/lang/english_morphology.h"
#include "tm/lang/transliteration.h"
#include "tm/text/normalize.h"
#include "tm/text/script.h"
#include "tm/text/tokens.h"
#include "tm/variant/divided_names.h"
#include "tm/variant/name_parts.h"

namespace mizan {
namespace {

// What is left of a word must have this many letters to be looked for alone.
constexpr std::size_t kShortestRest = 3;
// A rest that never stands alone needs this many, and two different clitics before it.
constexpr std::size_t kShortestShared = 4;
// How well a dictionary name's letters must fit its rendering to be no demonym of another name.
constexpr double kNameFit = 0.85;

struct WordType {
  std::string text;  // folded to kMarks; English: the word as capitalised
  std::string key;
  std::vector<WordPlace> places;
  std::vector<std::uint64_t> before;
  std::vector<std::uint64_t> after;
};

bool is_upper(char32_t c) { return (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0xDE); }

bool has_lower(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool ends_sentence(std::string_view token) {
  return token == "." || token == "!" || token == "?" || token == ":" || token == "..." ||
         token == "…" || token == "\"" || token == "“" || token == "‘" || token == "'" ||
         token == "-" || token == "–" || token == "—" || token == "•";
}

std::uint64_t hash(std::string_view text) { return std::hash<std::string_view>()(text); }

// Collects the types of one language, token by token.
class TypeCollector {
 public:
  explicit TypeCollector(Language language) : language_(language) {}

  void add(std::uint32_t text, std::uint32_t number, const Segment& segment) {
    struct Word {
      std::size_t type;
      std::string_view surface;
    };
    std::vector<Word> words;
    const std::vector<Token> tokens = tokenize(segment.text);
    const bool title = language_ == Language::kEnglish && is_title(segment.text, tokens);
    bool initial = true;
    for (const Token& token : tokens) {
      const std::string_view surface = token.range.of(segment.text);
      if (token.kind != TokenKind::kWord) {
        initial = initial || ends_sentence(surface);
        continue;
      }
      const std::size_t type = type_of(surface);
      words.push_back({type, surface});
      if (type != kNone) {
        types_[type].places.push_back({text, number, static_cast<std::uint32_t>(words.size() - 1),
                                       token.range, initial || title});
      }
      initial = false;
    }
    const auto neighbour = [&](std::size_t i) {
      return hash(words[i].type == kNone ? words[i].surface : types_[words[i].type].text);
    };
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (words[i].type == kNone) continue;
      if (i > 0) types_[words[i].type].before.push_back(neighbour(i - 1));
      if (i + 1 < words.size()) types_[words[i].type].after.push_back(neighbour(i + 1));
    }
  }

  std::vector<WordType> take() { return std::move(types_); }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  // A headline in capitals: nearly every longer word starts with one.
  static bool is_title(std::string_view text, const std::vector<Token>& tokens) {
    int capital = 0;
    int longer = 0;
    for (const Token& token : tokens) {
      if (token.kind != TokenKind::kWord || token.range.size() < 4) continue;
      ++longer;
      if (is_upper(code_point_at(text, token.range.begin).value)) ++capital;
    }
    return longer >= 3 && capital * 10 >= longer * 8;
  }

  std::size_t type_of(std::string_view surface) {
    const auto [known, fresh] = by_surface_.try_emplace(std::string(surface), kNone);
    if (!fresh) return known->second;
    std::string text;
    if (language_ == Language::kArabic) {
      text = fold(surface, FoldProfile::kMarks);
      if (!is_arabic_letter(code_point_at(surface, 0).value)) return kNone;
    } else {
      const std::size_t begin = start_of_name(surface);
      if (!is_upper(code_point_at(surface, begin).value) || !has_lower(surface)) return kNone;
      text = surface;
      // What a sentence begins with says nothing of the article's case: Al-Qaeda, al-Qaeda.
      if (begin > 0) text[0] = static_cast<char>(text[0] | 0x20);
      for (const std::string_view possessive : {"'s", "’s", "'", "’"}) {
        if (text.ends_with(possessive)) text.resize(text.size() - possessive.size());
      }
    }
    if (count_code_points(text) < kShortestRest) return kNone;
    const auto [type, added] = by_text_.try_emplace(text, types_.size());
    if (added) {
      WordType& created = types_.emplace_back();
      created.key = fold(
          text, language_ == Language::kArabic ? FoldProfile::kTehMarbuta : FoldProfile::kMarks);
      created.text = std::move(text);
    }
    known->second = type->second;
    return type->second;
  }

  Language language_;
  std::vector<WordType> types_;
  std::unordered_map<std::string, std::size_t> by_surface_;
  std::unordered_map<std::string, std::size_t> by_text_;
};

// Renderings with the same first letters, none of them the same: Russia, Russian; not Sheila and
// Shelley.
bool begin_alike(std::span<const std::string> a, std::span<const std::string> b) {
  constexpr std::size_t kAlike = 4;
  bool alike = false;
  for (const std::string& x : a) {
    for (const std::string& y : b) {
      if (x == y) return false;
      alike = alike || x.compare(0, kAlike, y, 0, kAlike) == 0;
    }
  }
  return alike;
}

// Whether a word is the nisba, in any form, of a name or word that the dictionary has: روسية of
// روسيا, فرنسيين of فرنسا. A name of its own only looks like one: سكوبيه is not of كوبا.
bool is_known_nisba(const std::string& key, const NameKnowledge& knowledge) {
  constexpr std::string_view kNisbas[] = {"ي", "يه", "يين", "يون", "يات", "يتين", "يتان", "يا"};
  constexpr std::string_view kBaseEndings[] = {"", "ا", "يا", "ه", "يه"};
  if (std::ranges::none_of(kNisbas, [&key](auto nisba) { return key.ends_with(nisba); })) {
    return false;
  }
  enum class Base { kNone, kWord, kName };
  for (const Proclitics& stack : proclitic_stacks(key)) {
    if (stack.future) continue;
    const std::string rest = key.substr(stack.bytes);
    const std::string_view last =
        stack.bytes < 2 ? "" : std::string_view(key).substr(stack.bytes - 2, 2);
    const bool bare_preposition = !stack.article && (last == "ل" || last == "ب" || last == "ك");
    const std::span<const std::string> renderings = knowledge.translations(rest);
    const bool known_name = knowledge.is_name(Language::kArabic, rest);
    const bool name =
        known_name &&
        std::any_of(renderings.begin(), renderings.end(), [&rest](const std::string& english) {
          return transliteration_score(rest, english) >= kNameFit;
        });
    const auto known = [&](const std::string& base) {
      if (base == rest) return Base::kNone;
      if (name && !begin_alike(renderings, knowledge.translations(base))) return Base::kNone;
      return knowledge.is_name(Language::kArabic, base)   ? Base::kName
             : knowledge.is_word(Language::kArabic, base) ? Base::kWord
                                                          : Base::kNone;
    };
    // A surname may well end as the nisba of another name: موليناري. The dictionary has روسي.
    const bool may_be_surname =
        !stack.article && !known_name && !knowledge.is_word(Language::kArabic, rest);
    for (const std::string_view nisba : kNisbas) {
      if (!rest.ends_with(nisba)) continue;
      const std::string stem = rest.substr(0, rest.size() - nisba.size());
      if (count_code_points(stem) < kShortestRest) continue;
      // A country, not its nisba: روسيا, سورية.
      if ((nisba == "يا" || nisba == "يه") && rest != key && known_name) continue;
      for (const std::string_view ending : kBaseEndings) {
        const Base base =
            std::max(known(stem + std::string(ending)), known("ال" + stem + std::string(ending)));
        // (ليندسي is not ل and a nisba of the verb يندس, nor كولنيا one of كولن.)
        if (base == Base::kName ? nisba != "يا" && !(nisba == "ي" && may_be_surname)
                                : base == Base::kWord && !bare_preposition) {
          return true;
        }
      }
    }
  }
  return false;
}

// The article, with a plain alef (ألفارو is no word), before a word of the dictionary or a longer
// one with one ending: للعمل, المصممان.
bool is_defined_word(const std::string& text, const std::string& key,
                     const NameKnowledge& knowledge) {
  const bool article = text.starts_with("ال") || text.starts_with("لل");
  const std::string rest = article ? key.substr(std::string_view("ال").size()) : "";
  if (count_code_points(rest) < kShortestRest) return false;
  if (knowledge.is_word(Language::kArabic, rest)) return true;
  const std::vector<ArabicAnalysis> analyses = analyse_arabic(rest);
  return std::any_of(analyses.begin(), analyses.end(), [&knowledge](const auto& analysis) {
    return analysis.cost <= 1 && count_code_points(analysis.stem) >= kShortestShared &&
           knowledge.is_word(Language::kArabic, analysis.stem);
  });
}

Spelling::Word arabic_word(const std::string& text, const std::string& key,
                           const NameKnowledge& knowledge) {
  if (is_known_nisba(key, knowledge)) return Spelling::Word::kNoName;
  if (knowledge.is_word(Language::kArabic, key) || is_defined_word(text, key, knowledge)) {
    return Spelling::Word::kSure;
  }
  Spelling::Word best = Spelling::Word::kNo;
  for (const ArabicAnalysis& analysis : analyse_arabic(key)) {
    const std::size_t letters = count_code_points(analysis.stem);
    if (letters < kShortestRest || !knowledge.is_word(Language::kArabic, analysis.stem)) continue;
    const auto cost = static_cast<std::size_t>(analysis.cost);
    if ((letters > kShortestShared ? cost : 2 * cost) + kShortestRest <= letters) {
      return Spelling::Word::kSure;
    }
    best = Spelling::Word::kDoubtful;
  }
  return best;
}

std::vector<BareForm> arabic_forms(const WordType& type) {
  std::vector<BareForm> forms;
  for (const Proclitics& stack : proclitic_stacks(type.key)) {
    if (stack.future) continue;
    // The question أ stands before verbs.
    if (stack.description.starts_with("أ")) continue;
    BareForm form{type.text.substr(stack.bytes), type.key.substr(stack.bytes), stack.bytes};
    if (stack.bytes == 0 || count_code_points(form.key) >= kShortestRest) {
      forms.push_back(std::move(form));
    }
  }
  return forms;
}

// Whether the clitics that a form goes without end in ل, and another lam follows: then it is ل + ال
// (للمكسيك has no rest لمكسيك), unless the name itself starts with lam (لليفينغستون).
bool cuts_article(const WordType& type, const BareForm& form) {
  return form.stripped > 0 && form.key.starts_with("ل") &&
         type.key.substr(0, form.stripped).ends_with("ل") &&
         !type.key.substr(0, form.stripped).ends_with("ال") &&
         !type.key.substr(0, form.stripped).ends_with("لل");
}

void merge(std::vector<std::uint64_t>& into, const std::vector<std::uint64_t>& from) {
  into.insert(into.end(), from.begin(), from.end());
  std::sort(into.begin(), into.end());
  into.erase(std::unique(into.begin(), into.end()), into.end());
}

// Types whose decided form is written alike become one spelling.
class SpellingBuilder {
 public:
  Spelling& spelling(const WordType& type, std::vector<BareForm> forms) {
    const auto [found, fresh] = by_text_.try_emplace(forms.front().text, spellings_.size());
    if (fresh) spellings_.emplace_back().forms = forms;
    Spelling& spelling = spellings_[found->second];
    for (const WordPlace& place : type.places) {
      spelling.occurrences.push_back({place, forms.front().stripped});
    }
    // Written alone somewhere: then nothing more can come off.
    if (!fresh && forms.size() < spelling.forms.size()) spelling.forms = forms;
    merge(spelling.before, type.before);
    merge(spelling.after, type.after);
    return spelling;
  }

  std::vector<Spelling> take() { return std::move(spellings_); }

 private:
  std::vector<Spelling> spellings_;
  std::unordered_map<std::string, std::size_t> by_text_;
};

std::vector<Spelling> arabic_spellings(const std::vector<WordType>& types,
                                       const NameKnowledge& knowledge) {
  struct Support {
    std::size_t types = 0;        // that may hold the form behind a clitic
    std::size_t occurrences = 0;  // of the form alone
  };
  std::unordered_map<std::string, Support> support;
  std::vector<std::vector<BareForm>> forms(types.size());
  std::vector<Spelling::Word> word(types.size());
  for (std::size_t i = 0; i < types.size(); ++i) {
    word[i] = arabic_word(types[i].text, types[i].key, knowledge);
    forms[i] = arabic_forms(types[i]);
    for (const BareForm& form : forms[i]) {
      Support& known = support[form.text];
      ++known.types;
      if (form.stripped == 0) known.occurrences += types[i].places.size();
    }
  }
  SpellingBuilder builder;
  for (std::size_t i = 0; i < types.size(); ++i) {
    std::vector<BareForm>& of = forms[i];
    std::erase_if(of, [&](const BareForm& form) {
      return cuts_article(types[i], form) && support[form.text].occurrences == 0;
    });
    std::size_t best = 0;
    std::size_t best_weight = 0;
    for (std::size_t f = 1; f < of.size(); ++f) {
      const Support& known = support[of[f].text];
      const bool shared = known.types >= 3 && count_code_points(of[f].key) >= kShortestShared;
      const bool name = knowledge.is_name(Language::kArabic, of[f].key) &&
                        !knowledge.is_name(Language::kArabic, of[0].key);
      const std::size_t weight = known.occurrences > 0 ? 10 * known.occurrences
                                 : name                ? 5
                                 : shared              ? known.types
                                                       : 0;
      if (weight > best_weight) {
        best = f;
        best_weight = weight;
      }
    }
    // A word more frequent than its rest is rather whole: لبنان beside one بنان.
    if (best > 0 && support[of[best].text].occurrences * 3 < types[i].places.size()) best = 0;
    std::vector<BareForm> ordered{of[best]};
    if (best == 0) ordered.insert(ordered.end(), of.begin() + 1, of.end());
    Spelling& spelling = builder.spelling(types[i], std::move(ordered));
    spelling.word = std::max(spelling.word, word[i]);
    spelling.known_name =
        spelling.known_name || knowledge.is_name(Language::kArabic, spelling.forms[0].key);
  }
  return builder.take();
}

// The whole, and the parts of a compound: Baden-Wuerttemberg.
std::vector<BareForm> english_forms(const WordType& type) {
  std::vector<BareForm> forms{{type.text, type.key, 0}};
  for (std::size_t begin = 0; begin < type.text.size();) {
    const std::size_t end = std::min(type.text.find('-', begin), type.text.size());
    const bool capital = begin < end && is_upper(code_point_at(type.text, begin).value);
    if (capital && end - begin >= kShortestRest && end - begin < type.text.size()) {
      const std::string part = type.text.substr(begin, end - begin);
      forms.push_back({part, fold(part, FoldProfile::kMarks), begin});
    }
    begin = end + 1;
  }
  return forms;
}

std::vector<Spelling> english_spellings(const std::vector<WordType>& types,
                                        const NameKnowledge& knowledge) {
  SpellingBuilder builder;
  for (const WordType& type : types) {
    Spelling& spelling = builder.spelling(type, english_forms(type));
    const bool inside = std::any_of(type.places.begin(), type.places.end(),
                                    [](const WordPlace& place) { return !place.initial; });
    spelling.known_name = knowledge.is_name(Language::kEnglish, type.key);
    const bool word = knowledge.is_word(Language::kEnglish, type.key) ||
                      knowledge.is_word(Language::kEnglish, english_stem(type.key));
    const bool no_name = word && !inside && !spelling.known_name;
    spelling.word = no_name           ? Spelling::Word::kNoName
                    : word || !inside ? Spelling::Word::kSure
                                      : Spelling::Word::kNo;
  }
  return builder.take();
}

}  // namespace

std::vector<Spelling> collect_spellings(std::span<const SegmentedText* const> texts,
                                        Language language, const NameKnowledge& knowledge) {
  TypeCollector collector(language);
  for (std::size_t t = 0; t < texts.size(); ++t) {
    if (texts[t] == nullptr) continue;
    for (std::size_t s = 0; s < texts[t]->segments.size(); ++s) {
      collector.add(static_cast<std::uint32_t>(t), static_cast<std::uint32_t>(s),
                    texts[t]->segments[s]);
    }
  }
  const std::vector<WordType> types = collector.take();
  std::vector<Spelling> spellings = language == Language::kArabic
                                        ? arabic_spellings(types, knowledge)
                                        : english_spellings(types, knowledge);
  for (Spelling& divided : divided_names(texts, language, spellings, knowledge)) {
    spellings.push_back(std::move(divided));
  }
  return spellings;
}

}  // namespace mizan
