#include "tm/term/harvest.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "tm/base/utf8.h"
#include "tm/text/normalize.h"
#include "tm/text/script.h"

namespace mizan {
namespace {

constexpr std::size_t kMostWords = 10;  // of a form before its bracket
constexpr std::size_t kMostInside = 8;  // of a form in brackets
// The harmonic mean of what is matched on both sides, below which a form is not the other's.
constexpr double kLeastWords = 0.7;
// Initials are met by chance far more often than words.
constexpr double kLeastInitials = 0.8;
// Where a third form stands in brackets on both sides, nothing but the match says how far the words
// before it reach.
constexpr double kSameBracket = 0.95;
constexpr std::size_t kLeastInitialLetters = 3;

// The words that end at `end`, back to the last punctuation, quotation marks aside.
std::span<const TextWord> words_before(const std::vector<TextWord>& words, std::size_t end) {
  std::size_t last = 0;
  while (last < words.size() && words[last].end <= end) ++last;
  std::size_t first = last;
  while (first > 0 && last - first < kMostWords) {
    --first;
    if (!words[first].continues() && words[first].before != Gap::kQuote) break;
  }
  return std::span(words).subspan(first, last - first);
}

std::span<const TextWord> words_within(const std::vector<TextWord>& words, const ByteRange& range) {
  std::size_t first = 0;
  while (first < words.size() && words[first].begin < range.begin) ++first;
  std::size_t last = first;
  while (last < words.size() && words[last].end <= range.end) ++last;
  return std::span(words).subspan(first, last - first);
}

// The article of a transliterated name (al-Qaeda) has no word of its own in Arabic.
bool is_name_article(std::span<const TextWord> words, std::size_t at) {
  return words[at].kind == AtomKind::kLatin && words[at].letters.size() <= 3 &&
         at + 1 < words.size() && words[at + 1].before == Gap::kHyphen;
}

bool counts(std::span<const TextWord> words, std::size_t at) {
  return !words[at].function_word && !is_name_article(words, at);
}

double harmonic(double a, double b) { return a + b > 0 ? 2 * a * b / (a + b) : 0; }

// Words as they stand, but for quotation marks between them.
std::string joined(std::string_view segment, std::span<const TextWord> words, std::size_t from) {
  std::string text;
  for (std::size_t i = from; i < words.size(); ++i) {
    if (i > from) {
      const bool as_it_stands = words[i].continues();
      text += as_it_stands ? segment.substr(words[i - 1].end, words[i].begin - words[i - 1].end)
                           : std::string_view(" ");
    }
    text += segment.substr(words[i].begin, words[i].end - words[i].begin);
  }
  return text;
}

std::string without_plural(std::string_view short_form) {
  const bool plural = short_form.size() > 2 && short_form.ends_with('s') &&
                      short_form[short_form.size() - 2] >= 'A' &&
                      short_form[short_form.size() - 2] <= 'Z';
  return std::string(plural ? short_form.substr(0, short_form.size() - 1) : short_form);
}

// What a body of people is called, before its name. Folded to kTehMarbuta.
constexpr auto kBodies = std::to_array<std::string_view>(
    {"هيءه",  "منظمه", "وكاله", "معهد",   "مركز",  "لجنه",   "وزاره", "جمعيه",  "موسسه", "مءسسه",
     "شركه",  "جامعه", "مجلس",  "اتحاد",  "صندوق", "برنامج", "مكتب",  "اداره",  "حركه",  "جماعه",
     "تنظيم", "حزب",   "جبهه",  "قوات",   "كليه",  "مختبر",  "شبكه",  "مبادره", "مرصد",  "مشروع",
     "جيش",   "فيلق",  "نادي",  "مجموعه", "مءتمر", "محكمه",  "بنك",   "دايره",  "داءره", "رابطه"});

bool is_definite(const TextWord& word) {
  return word.key.starts_with("ال") || word.key.starts_with("لل") || word.key.starts_with("بال") ||
         word.key.starts_with("وال");
}

// Whether words that begin with `words[first]` lack their head: an adjective (the word before it is
// definite too), the complement of a participle (المحول للأنجيوتنسين), or the name of a body.
bool lacks_head(std::span<const TextWord> words, std::size_t first) {
  if (first == 0 || words[first].kind != AtomKind::kArabic) return false;
  const TextWord& before = words[first - 1];
  if (before.kind != AtomKind::kArabic || before.function_word || !words[first].continues()) {
    return false;
  }
  const TextWord& word = words[first];
  const bool leaning = word.key.starts_with("لل") || word.key.starts_with("بال");
  if (is_definite(before) && (word.key.starts_with("ال") || leaning)) return true;
  return std::ranges::any_of(kBodies, [&](std::string_view body) {
    return before.key.ends_with(body) && before.key.size() <= body.size() + 2;
  });
}

// A bare imperfect (يحدث) is no noun; few nouns begin so.
bool looks_like_verb(const TextWord& word) {
  return word.kind == AtomKind::kArabic && word.key.starts_with("ي") && word.key.size() >= 8;
}

std::span<const TextWord> with_head(std::span<const TextWord> words, std::size_t first) {
  while (lacks_head(words, first)) --first;
  return words.subspan(first);
}

bool has_letters_of(std::string_view text, Language language) {
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = code_point_at(text, i);
    if (language == Language::kArabic ? is_arabic_letter(point.value)
                                      : is_latin_letter(point.value)) {
      return true;
    }
    i += point.size;
  }
  return false;
}

// Whether a bracket holds a name: words, not figures or an address.
bool holds_name(std::string_view inner, std::span<const TextWord> words) {
  return inner.find("://") == std::string_view::npos &&
         std::ranges::any_of(words, [](const TextWord& word) {
           return word.kind == AtomKind::kLatin && word.letters.size() >= 3;
         });
}

std::string_view text_of(std::string_view segment, const ByteRange& range) {
  return segment.substr(range.begin, range.end - range.begin);
}

}  // namespace

struct TermHarvest::Side {
  explicit Side(std::string_view segment)
      : text(segment), words(read_text_words(segment)), brackets(find_brackets(segment)) {}

  std::string_view text;
  std::vector<TextWord> words;
  std::vector<Bracket> brackets;
};

// The last words before a bracket, from `first` on.
struct TermHarvest::Extent {
  std::size_t first = 0;
  double score = 0;
};

TermHarvest::Extent TermHarvest::extent_of_words(std::span<const TextWord> before,
                                                 std::span<const TextWord> meant,
                                                 Language language) {
  std::size_t wanted = 0;
  for (std::size_t i = 0; i < meant.size(); ++i) wanted += counts(meant, i);
  Extent best;
  if (wanted == 0) return best;
  std::vector<char> taken(meant.size());
  double matched = 0;
  std::size_t own = 0;
  for (std::size_t first = before.size(); first-- > 0;) {
    if (!counts(before, first)) continue;
    ++own;
    double similarity = 0;
    std::size_t partner = meant.size();
    for (std::size_t i = 0; i < meant.size(); ++i) {
      if (taken[i] || !counts(meant, i)) continue;
      const double match = language == Language::kArabic ? matcher_.match(before[first], meant[i])
                                                         : matcher_.match(meant[i], before[first]);
      if (match > similarity) {
        similarity = match;
        partner = i;
      }
    }
    if (partner == meant.size()) continue;
    taken[partner] = 1;
    matched += similarity;
    const double score =
        harmonic(matched / static_cast<double>(own), matched / static_cast<double>(wanted));
    if (score > best.score) best = {first, score};
  }
  return best;
}

TermHarvest::Extent TermHarvest::extent_of_initials(std::span<const TextWord> before,
                                                    std::string_view short_form) {
  std::string letters;
  for (const char c : short_form) {
    if (c >= 'A' && c <= 'Z') letters += static_cast<char>(c - 'A' + 'a');
  }
  Extent best;
  if (letters.size() < kLeastInitialLetters) return best;
  // Which word each letter is taken by; a word that finds all of its letters taken asks their
  // owners to move (Kuhn's augmenting paths).
  std::vector<std::size_t> owner(letters.size(), before.size());
  std::vector<char> asked;
  const auto place = [&](const auto& self, std::size_t word) -> bool {
    for (std::size_t i = 0; i < letters.size(); ++i) {
      if (asked[i] || !matcher_.may_begin_with(before[word], letters[i])) continue;
      asked[i] = 1;
      if (owner[i] == before.size() || self(self, owner[i])) {
        owner[i] = word;
        return true;
      }
    }
    return false;
  };
  std::size_t own = 0;
  std::size_t matched = 0;
  for (std::size_t first = before.size(); first-- > 0;) {
    if (!counts(before, first)) continue;
    ++own;
    asked.assign(letters.size(), 0);
    if (!place(place, first)) continue;
    ++matched;
    const double score =
        harmonic(static_cast<double>(matched) / static_cast<double>(own),
                 static_cast<double>(matched) / static_cast<double>(letters.size()));
    if (own >= 2 && score > best.score) best = {first, score};
  }
  return best;
}

std::string TermHarvest::arabic_form(std::string_view segment, std::span<const TextWord> words,
                                     std::span<const TextWord> english) {
  const ArabicFront front = matcher_.leaning_front(words.front(), english);
  if (front.bytes == 0) return joined(segment, words, 0);
  std::string form = citation_form(words.front().letters, front);
  if (words.size() > 1) form += ' ' + joined(segment, words, 1);
  return form;
}

void TermHarvest::keep(HarvestedTerm term, std::string_view place, std::string_view example) {
  if (!has_letters_of(term.arabic, Language::kArabic) ||
      !has_letters_of(term.english, Language::kEnglish)) {
    return;
  }
  const std::pair key{fold(term.arabic, FoldProfile::kTehMarbuta),
                      fold(term.english, FoldProfile::kMarks)};
  HarvestedTerm& kept = terms_.try_emplace(key, term).first->second;
  if (term.confidence > kept.confidence) {
    kept.confidence = term.confidence;
    kept.evidence = term.evidence;
  }
  if (kept.example.empty()) kept.example = example;
  kept.places.emplace_back(place);
}

void TermHarvest::read_english(const DefinitionSource& source, const Side& english) {
  for (const Bracket& bracket : english.brackets) {
    const std::string_view inner = text_of(english.text, bracket.inner);
    if (is_short_form(inner)) {
      const std::string_view before = english.text.substr(0, bracket.before_end);
      if (const auto begin = find_long_form(before, inner)) {
        ++long_forms_[without_plural(inner)][std::string(before.substr(*begin))];
      }
      continue;
    }
    const std::span<const TextWord> meant = words_within(english.words, bracket.inner);
    if (meant.empty() || meant.size() > kMostInside) continue;
    if (detect_language(inner) != Language::kArabic) continue;
    const std::span<const TextWord> before = words_before(english.words, bracket.before_end);
    const Extent extent = extent_of_words(before, meant, Language::kEnglish);
    if (extent.score < kLeastWords) continue;
    keep({.arabic = std::string(inner),
          .english = joined(english.text, before, extent.first),
          .evidence = "Arabic in brackets",
          .confidence = extent.score},
         source.place, english.text);
  }
}

bool TermHarvest::read_same_bracket(const DefinitionSource& source, const Side& arabic,
                                    const Bracket& bracket, const Side& english) {
  const std::string_view inner = text_of(arabic.text, bracket.inner);
  for (const Bracket& other : english.brackets) {
    if (text_of(english.text, other.inner) != inner) continue;
    const std::span<const TextWord> arabic_words = words_before(arabic.words, bracket.before_end);
    const std::span<const TextWord> all = words_before(english.words, other.before_end);
    Extent best;
    std::span<const TextWord> meant;
    for (std::size_t first = 0; first < all.size(); ++first) {
      if (all[first].function_word) continue;
      const Extent extent = extent_of_words(arabic_words, all.subspan(first), Language::kArabic);
      if (extent.score > best.score) {
        best = extent;
        meant = all.subspan(first);
      }
    }
    if (best.score < kSameBracket || arabic_words.size() - best.first < 2) continue;
    const std::span<const TextWord> words = with_head(arabic_words, best.first);
    keep({.arabic = arabic_form(arabic.text, words, meant),
          .english = joined(english.text, meant, 0),
          .evidence = "before (" + std::string(inner) + ") on both sides",
          .confidence = best.score},
         source.place, arabic.text);
    return true;
  }
  return false;
}

void TermHarvest::read_arabic(const DefinitionSource& source, const Side& arabic,
                              const Side& english) {
  for (const Bracket& bracket : arabic.brackets) {
    const std::string_view inner = text_of(arabic.text, bracket.inner);
    if (is_short_form(inner)) {
      short_arabic_.push_back(
          {std::string(arabic.text), without_plural(inner), bracket, std::string(source.place)});
      continue;
    }
    const std::span<const TextWord> meant = words_within(arabic.words, bracket.inner);
    if (meant.empty() || meant.size() > kMostInside) continue;
    const std::span<const TextWord> before = words_before(arabic.words, bracket.before_end);
    if (before.empty()) continue;
    if (detect_language(inner) == Language::kArabic) {
      // WMP (أعضاء في برلمان ويلز): the other way round.
      const std::string_view last = text_of(arabic.text, {before.back().begin, before.back().end});
      if (!is_short_form(last)) continue;
      const Extent extent = extent_of_initials(meant, without_plural(last));
      if (extent.score < kLeastInitials || extent.first != 0) continue;
      keep({.arabic = std::string(inner),
            .english = without_plural(last),
            .evidence = "explained in brackets",
            .confidence = 0.9 * extent.score},
           source.place, arabic.text);
      continue;
    }
    if (!holds_name(inner, meant)) continue;
    const Extent extent = extent_of_words(before, meant, Language::kArabic);
    if (extent.score >= kLeastWords) {
      keep({.arabic = arabic_form(arabic.text, with_head(before, extent.first), meant),
            .english = std::string(inner),
            .evidence = "English in brackets",
            .confidence = extent.score},
           source.place, arabic.text);
    } else {
      read_same_bracket(source, arabic, bracket, english);
    }
  }
}

void TermHarvest::resolve(const ShortArabic& found) {
  const std::vector<TextWord> words = read_text_words(found.segment);
  const std::span<const TextWord> before = words_before(words, found.bracket.before_end);
  if (before.empty()) return;
  Extent best;
  std::vector<TextWord> meant;
  std::string long_form;
  if (const auto known = long_forms_.find(found.short_form); known != long_forms_.end()) {
    for (const auto& [candidate, count] : known->second) {
      const std::vector<TextWord> candidate_words = read_text_words(candidate);
      const Extent extent = extent_of_words(before, candidate_words, Language::kArabic);
      if (extent.score <= best.score) continue;
      best = extent;
      meant = candidate_words;
      long_form = candidate;
    }
  }
  if (best.score >= kLeastWords) {
    const std::string arabic = arabic_form(found.segment, with_head(before, best.first), meant);
    translated_[found.short_form] = true;
    keep({.arabic = arabic,
          .english = long_form,
          .evidence = found.short_form + " on both sides",
          .confidence = best.score},
         found.place, found.segment);
    keep({.arabic = arabic,
          .english = found.short_form,
          .status = TermStatus::kAdmitted,
          .evidence = "short form of " + long_form,
          .confidence = best.score},
         found.place, found.segment);
    return;
  }
  const Extent initials = extent_of_initials(before, found.short_form);
  if (initials.score < kLeastInitials || looks_like_verb(before[initials.first])) return;
  translated_[found.short_form] = true;
  keep({.arabic = arabic_form(found.segment, with_head(before, initials.first), meant),
        .english = found.short_form,
        .evidence = "short form in brackets",
        .confidence = 0.9 * initials.score},
       found.place, found.segment);
}

void TermHarvest::add(const DefinitionSource& source) {
  // Most segments have no bracket.
  const bool arabic = source.arabic.find('(') != std::string_view::npos;
  const bool english = source.english.find('(') != std::string_view::npos;
  if (!arabic && !english) return;
  const Side english_side(english ? source.english : std::string_view());
  if (english) read_english(source, english_side);
  if (arabic) read_arabic(source, Side(source.arabic), english_side);
}

std::vector<HarvestedTerm> TermHarvest::terms() {
  for (const ShortArabic& found : std::exchange(short_arabic_, {})) resolve(found);
  std::vector<HarvestedTerm> result;
  for (const auto& [key, term] : terms_) result.push_back(term);
  std::ranges::stable_sort(result, [](const HarvestedTerm& a, const HarvestedTerm& b) {
    return std::pair(a.confidence, a.places.size()) > std::pair(b.confidence, b.places.size());
  });
  return result;
}

std::vector<UntranslatedDefinition> TermHarvest::untranslated() const {
  std::vector<UntranslatedDefinition> result;
  for (const auto& [short_form, long_forms] : long_forms_) {
    if (translated_.contains(short_form)) continue;
    const auto most = std::ranges::max_element(
        long_forms, {}, [](const auto& long_form) { return long_form.second; });
    result.push_back({short_form, most->first, most->second});
  }
  return result;
}

}  // namespace mizan
