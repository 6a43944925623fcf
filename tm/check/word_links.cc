#include "tm/check/word_links.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <unordered_map>

#include "tm/base/utf8.h"
#include "tm/check/blends.h"
#include "tm/check/letter_names.h"
#include "tm/lang/arabic_morphology.h"
#include "tm/lang/english_morphology.h"
#include "tm/lang/name_similarity.h"

namespace mizan {
namespace {

constexpr double kShortestContent = 3;

// What each letter of an acronym (بي بي سي for BBC) and what a blend takes spelled out, in
// characters beyond its own: what fits clean news pairs best.
constexpr double kLetterSpelledOut = 4;
constexpr double kBlendSpelledOut = 16;

// SideWord::weight, counted on professional news: how often words are linked in whole pairs, and in
// pairs that have lost the clause with their counterpart.
constexpr double kNumber = 3;
constexpr double kCapitalised = 1.7;
constexpr double kEnglish = 1.4;
constexpr double kShortEnglish = 0.85;
constexpr double kUnknownEnglish = 0.5;
// Words of many senses are rendered most freely.
constexpr double kArabic = 1.2;
constexpr double kSeveralSenses = 0.8;
constexpr double kManySenses = 0.7;
constexpr double kUnknownForeign = 1.1;  // a name, by its letters
constexpr double kUnknownArabic = 0.15;

// دبليو is a letter of BMW, not a word that the English would translate.
bool has_sense(const SideWord& word) {
  return word.characters >= kShortestContent && !is_grammatical(word.token->key) &&
         !is_letter_name(word.token->key);
}

double greatest_weight(const SideWord& word, Language language) {
  constexpr std::size_t kShortWord = 4;
  if (word.token->kind == TokenKind::kNumber) return kNumber;
  if (!has_sense(word)) return 0;
  if (language == Language::kArabic) return kArabic;
  if (is_capitalised(word.text)) return kCapitalised;
  return word.token->key.size() <= kShortWord ? kShortEnglish : kEnglish;
}

void look_up_arabic(SideWord& word, WordRenderings& renderings) {
  if (word.token->kind == TokenKind::kNumber) return;
  word.stems = renderings.stems(word.token->key);
  if (!word.is_content()) return;
  const std::size_t senses = word.stems.size();
  if (senses == 0) {
    word.weight = foreign_name_odds(word.token->key) > 0 ? kUnknownForeign : kUnknownArabic;
  } else if (senses >= 3) {
    word.weight = senses < 11 ? kSeveralSenses : kManySenses;
  }
}

void look_up_english(SideWord& word, WordRenderings& renderings) {
  const EnglishSense& sense = renderings.english(word.token->key);
  word.stems = {&sense.stem, 1};
  if (!sense.known && word.token->kind == TokenKind::kWord && !is_capitalised(word.text)) {
    word.weight = std::min(word.weight, kUnknownEnglish);
  }
}

// The letters, in lower case, that an acronym (UK, U.S., MPs, RdRp) is made of; empty when the word
// is none.
std::string capitals_of(std::string_view word) {
  constexpr std::size_t kMost = 6;
  std::string letters;
  std::size_t all = 0;
  for (const char c : word) {
    if (c == '.') continue;
    ++all;
    if (c >= 'A' && c <= 'Z') letters += static_cast<char>(c - 'A' + 'a');
  }
  return letters.size() >= 2 && all <= kMost ? letters : std::string();
}

double spelled_out(const SideWord& word) {
  if (!blended_of(word.token->key).empty()) return kBlendSpelledOut;
  return kLetterSpelledOut * static_cast<double>(capitals_of(word.text).size());
}

struct Link {
  double cost;  // the less the better
  SideWord* arabic;
  SideWord* english;
};

bool link(SideWord& arabic, SideWord& english) {
  if (arabic.linked || english.linked) return false;
  return arabic.linked = english.linked = true;
}

double similarity_to_name(std::string_view arabic, std::string_view name) {
  double best = 0;
  for (const Proclitics& stack : proclitic_stacks(arabic)) {
    const std::string_view bare = arabic.substr(stack.bytes);
    if (count_code_points(bare) > name.size() + 1) continue;
    best = std::max(best, name_similarity(bare, name));
  }
  return best;
}

void link_similar_names(SideWords& arabic, SideWords& english) {
  constexpr double kSameName = 0.15;
  for (SideWord& name : english.words) {
    if (name.linked || !name.is_content() || !is_capitalised(name.text)) continue;
    SideWord* best = nullptr;
    double most = kSameName;
    for (SideWord& word : arabic.words) {
      if (word.linked || !word.is_content() || word.token->kind != TokenKind::kWord) continue;
      const double similarity = similarity_to_name(word.token->key, name.text);
      if (similarity > most) {
        most = similarity;
        best = &word;
      }
    }
    if (best != nullptr) link(*best, name);
  }
}

// مكتب التحقيقات الفيدرالي for FBI: neighbours whose renderings begin with its letters.
void link_acronym(SideWord& acronym, std::string_view letters, SideWords& arabic) {
  if (letters.empty()) return;
  std::vector<SideWord*> best;
  for (std::size_t first = 0; first < arabic.words.size(); ++first) {
    std::string left(letters);
    std::vector<SideWord*> found;
    const std::size_t last = std::min(arabic.words.size(), first + letters.size() + 1);
    for (std::size_t i = first; i < last; ++i) {
      SideWord& word = arabic.words[i];
      if (word.linked || !word.is_content()) continue;
      std::string initials;
      for (const std::string& stem : word.stems) initials += stem.front();
      const std::size_t letter = left.find_first_of(initials);
      if (letter == left.npos) continue;
      left.erase(letter, 1);
      found.push_back(&word);
    }
    if (found.size() > best.size()) best = std::move(found);
  }
  if (best.size() < 2) return;
  acronym.linked = true;
  for (SideWord* word : best) word->linked = true;
}

void link_blend(SideWord& blend, std::span<const std::string_view> parts, SideWords& arabic) {
  std::vector<std::string> wanted;
  for (const std::string_view part : parts) {
    for (const CheckedWord& word : read_segment(part, Language::kEnglish).words) {
      wanted.push_back(english_stem(word.key));
    }
  }
  for (SideWord& word : arabic.words) {
    if (word.linked) continue;
    for (const std::string& stem : word.stems) {
      if (std::find(wanted.begin(), wanted.end(), stem) == wanted.end()) continue;
      word.linked = blend.linked = true;
      break;
    }
  }
}

}  // namespace

SideWords words_of(std::span<const CheckedSegment> segments, Language language) {
  SideWords side;
  for (std::size_t s = 0; s < segments.size(); ++s) {
    const std::string_view text = segments[s].text;
    std::size_t read = 0;
    for (const CheckedWord& token : segments[s].words) {
      if (token.kind != TokenKind::kWord && token.kind != TokenKind::kNumber) continue;
      side.length +=
          static_cast<double>(count_code_points(text.substr(read, token.range.begin - read)));
      SideWord word{.segment = s,
                    .token = &token,
                    .text = token.range.of(text),
                    .stems = {},
                    .begin = side.length,
                    .characters = static_cast<double>(count_code_points(token.key)),
                    .weight = 0,
                    .linked = false};
      word.weight = greatest_weight(word, language);
      side.words.push_back(word);
      side.length += static_cast<double>(count_code_points(word.text));
      if (language == Language::kEnglish) side.length += spelled_out(word);
      read = token.range.end;
    }
    side.length += static_cast<double>(count_code_points(text.substr(read)));
  }
  return side;
}

// Words with the same digits or letters, then those that the dictionaries bring together; of
// several the one that stands where the other side has it.
void link_known_words(SideWords& arabic, SideWords& english, WordRenderings& renderings) {
  for (SideWord& word : arabic.words) look_up_arabic(word, renderings);
  for (SideWord& word : english.words) look_up_english(word, renderings);
  std::unordered_map<std::string_view, std::vector<SideWord*>> stems;  // in order
  for (SideWord& word : english.words) stems[word.stems.front()].push_back(&word);
  constexpr double kRendering = 0.5;
  // Of many alike only so many are tried, before and behind the place where the word should stand:
  // else one word repeated would be linked with as many, each with each.
  constexpr std::ptrdiff_t kMostAlike = 50;
  std::vector<Link> links;
  for (SideWord& word : arabic.words) {
    const double here = word.begin / arabic.length;
    const auto place = [&](const SideWord* other) { return other->begin / english.length; };
    const auto add = [&](std::string_view stem, double cost) {
      const auto found = stems.find(stem);
      if (found == stems.end()) return;
      const std::span<SideWord* const> alike = found->second;
      const auto at = std::ranges::lower_bound(alike, here, {}, place);
      const auto first = at - std::min(at - alike.begin(), kMostAlike);
      const auto last = at + std::min(alike.end() - at, kMostAlike);
      for (auto other = first; other != last; ++other) {
        links.push_back({cost + std::abs(here - place(*other)), &word, *other});
      }
    };
    add(word.token->key, 0);
    for (const std::string& stem : word.stems) add(stem, kRendering);
  }
  std::stable_sort(links.begin(), links.end(),
                   [](const Link& a, const Link& b) { return a.cost < b.cost; });
  for (const Link& one : links) link(*one.arabic, *one.english);
}

void link_names(SideWords& arabic, SideWords& english) {
  link_similar_names(arabic, english);
  for (SideWord& word : english.words) {
    if (const auto parts = blended_of(word.token->key); !parts.empty()) {
      link_blend(word, parts, arabic);
    } else if (!word.linked) {
      link_acronym(word, capitals_of(word.text), arabic);
    }
  }
}

}  // namespace mizan
