// joined-words: two Arabic words that have lost the space between them.
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "tm/base/utf8.h"
#include "tm/check/families.h"
#include "tm/lang/arabic_morphology.h"
#include "tm/lang/name_similarity.h"
#include "tm/text/normalize.h"
#include "tm/text/script.h"
#include "tm/variant/name_knowledge.h"

namespace mizan {
namespace {

constexpr std::u32string_view kArticle = U"ال";
constexpr char32_t kTehMarbuta = 0x0629;
constexpr char32_t kFathatan = 0x064B;

// Words of two or three letters that stand alone so often that one of them beside a known word is
// a joint. Others so short are as often a part of a name.
constexpr std::u32string_view kShortWords[] = {
    U"في",   U"من",  U"عن",  U"إلى", U"على", U"مع",  U"أن",  U"إن",  U"لا",   U"ما",  U"لم",
    U"لن",   U"قد",  U"كل",  U"أي",  U"هو",  U"هي",  U"هذا", U"هذه", U"ذلك",  U"تلك", U"التي",
    U"الذي", U"بين", U"بعد", U"قبل", U"حتى", U"عند", U"منذ", U"كان", U"أو",   U"ثم",  U"أكثر",
    U"بن",   U"غير", U"نحو", U"تم",  U"وفي", U"ومن", U"بأن", U"أخذ", U"وصل",  U"قال", U"مثل",
    U"عام",  U"يوم", U"ضد",  U"كما", U"لكن", U"ليس", U"أنه", U"إنه", U"أنها", U"إنها"};

bool is_short_word(std::u32string_view word) {
  return std::find(std::begin(kShortWords), std::end(kShortWords), word) != std::end(kShortWords);
}

constexpr std::size_t kShortestWord = 3;
constexpr std::size_t kShortestWhole = 6;

// A letter that only a word's end has: ة, or the tanwin of an adverb (تمامًا, تماماً).
bool ends_like_word(std::u32string_view left, std::u32string_view marked_left) {
  if (left.back() == kTehMarbuta) return true;
  const std::size_t n = marked_left.size();
  return n >= 2 && (marked_left[n - 1] == kFathatan || marked_left[n - 2] == kFathatan) &&
         left.back() == U'ا';
}

// Letters of a word, and the same with its marks.
struct Spelled {
  std::u32string letters;
  std::u32string marked;
  std::vector<std::size_t> marked_end;  // for each count of letters: how much of `marked` they take
};

Spelled spell(std::string_view word) {
  Spelled spelled;
  spelled.marked_end.push_back(0);
  for (const char32_t c : to_utf32(word)) {
    spelled.marked += c;
    if (is_arabic_mark(c) || c == kTatweel || is_bidi_control(c)) {
      spelled.marked_end.back() = spelled.marked.size();
    } else {
      spelled.letters += c;
      spelled.marked_end.push_back(spelled.marked.size());
    }
  }
  return spelled;
}

// Whether `left` is the article with the front of a word: الم|طار is no الم, الاست|بيان no الاست.
bool ends_in_article(std::u32string_view left) {
  constexpr std::u32string_view kProclitics = U"وفبكأ";
  std::size_t begin = 0;
  while (begin < left.size() && begin < 2 && kProclitics.find(left[begin]) != kProclitics.npos) {
    ++begin;
  }
  const std::u32string_view rest = left.substr(begin);
  return rest.starts_with(kArticle) && !is_short_word(left) &&
         (rest.size() < kArticle.size() + kShortestWord || rest == U"الاست");
}

// One word on trial: its parts are asked of the dictionaries and of the translation.
class Trial {
 public:
  Trial(const NameKnowledge& words, std::span<const CheckedSegment> english)
      : words_(words), english_(english) {}

  // What the word would be apart.
  std::optional<std::string> joint(std::string_view word, bool recurs) const {
    const Spelled spelled = spell(word);
    const std::u32string_view letters = spelled.letters;
    if (letters.size() < kShortestWhole) return std::nullopt;
    if (!std::all_of(letters.begin(), letters.end(), is_arabic_letter)) return std::nullopt;
    // What a text repeats is a word, known or not; كافانو may look like كاف + انو.
    const bool whole =
        recurs || dictionary_cost(letters).has_value() || is_name_beside(letters, kNameLike);
    std::optional<int> least;
    std::size_t place = 0;
    for (std::size_t i = 2; i + 2 <= letters.size(); ++i) {
      const std::u32string_view marked =
          std::u32string_view(spelled.marked).substr(0, spelled.marked_end[i]);
      const bool certain = ends_like_word(letters.substr(0, i), marked);
      if (whole && !certain) continue;
      const auto cost = joint_cost(letters.substr(0, i), letters.substr(i), certain);
      if (cost && (!least || *cost < *least)) {
        least = cost;
        place = i;
      }
    }
    if (!least) return std::nullopt;
    return to_utf8(letters.substr(0, place)) + ' ' + to_utf8(letters.substr(place));
  }

 private:
  static constexpr double kNameLike = 0.5;  // too like a name to be two words
  static constexpr double kSameName = 0.3;

  // How much must be assumed for `part` to be a word of its own; nothing when it is not known.
  std::optional<int> part_cost(std::u32string_view part) const {
    if (is_short_word(part)) return 0;
    if (part.size() < kShortestWord) return std::nullopt;
    const auto known = dictionary_cost(part);
    if (known) return known;
    if (part.size() > kShortestWord && is_name_beside(part, kSameName)) return 1;
    return std::nullopt;
  }

  std::optional<int> dictionary_cost(std::u32string_view word) const {
    const std::string form = fold(to_utf8(word), FoldProfile::kTehMarbuta);
    for (const ArabicAnalysis& analysis : analyse_arabic(form)) {
      if (count_code_points(analysis.stem) < kShortestWord) continue;
      if (words_.is_word(Language::kArabic, analysis.stem) ||
          words_.is_name(Language::kArabic, analysis.stem)) {
        return analysis.cost;
      }
    }
    return std::nullopt;
  }

  // Lower is more likely. `certain`: the left part ends as only words end.
  std::optional<int> joint_cost(std::u32string_view left, std::u32string_view right,
                                bool certain) const {
    constexpr int kMostWithArticle = 4;
    constexpr int kMost = 2;
    const auto left_cost = part_cost(left);
    const auto right_cost = part_cost(right);
    if (certain) {
      if (left.size() < kShortestWord) return std::nullopt;
      if (!left_cost && !right_cost && right.size() < kShortestWord) return std::nullopt;
      return -100 + left_cost.value_or(10) + right_cost.value_or(10);
    }
    if (!left_cost || ends_in_article(left)) return std::nullopt;
    // سبب|التعطل: the article begins a word, known or not.
    if (right.starts_with(kArticle) && right.size() >= kArticle.size() + kShortestWord &&
        left.size() >= kShortestWord) {
      const int cost = *left_cost + right_cost.value_or(kMostWithArticle);
      return cost <= kMostWithArticle ? std::optional(cost - kMostWithArticle) : std::nullopt;
    }
    if (!right_cost) return std::nullopt;
    // ليفينغستون ends in ستون: its letters are those of a foreign name.
    constexpr double kForeign = 0.3;
    if (!is_short_word(left) && !is_short_word(right) &&
        foreign_name_odds(to_utf8(std::u32string(left).append(right))) > kForeign) {
      return std::nullopt;
    }
    const int cost = *left_cost + *right_cost;
    if (right.size() <= kShortestWord && !is_short_word(right)) return std::nullopt;
    return cost <= kMost ? std::optional(cost) : std::nullopt;
  }

  // Whether the English has a name that sounds like it.
  bool is_name_beside(std::u32string_view part, double least) const {
    const std::string word = to_utf8(part);
    for (const CheckedSegment& segment : english_) {
      for (const CheckedWord& candidate : segment.words) {
        const std::string_view text = candidate.range.of(segment.text);
        if (candidate.kind != TokenKind::kWord || !is_capitalised(text)) continue;
        if (count_code_points(text) < kShortestWord) continue;
        for (const Proclitics& stack : proclitic_stacks(word)) {
          if (name_similarity(std::string_view(word).substr(stack.bytes), text) > least)
            return true;
        }
      }
    }
    return false;
  }

  const NameKnowledge& words_;
  std::span<const CheckedSegment> english_;
};

}  // namespace

void check_joined_words(const CheckedDocument& document, const NameKnowledge& words,
                        FindingList& findings) {
  std::unordered_map<std::string_view, int> counts;
  for (const CheckedSegment& segment : document.arabic) {
    for (const CheckedWord& word : segment.words) ++counts[word.key];
  }
  const auto recurs = [&](std::string_view key) {
    if (counts[key] > 1) return true;
    // كافانو vouches for كافانوا
    const std::size_t last = code_point_before(key, key.size()).size;
    return counts.contains(key.substr(0, key.size() - last));
  };
  for (const Bead& bead : document.beads) {
    const Trial trial(words, document.segments(bead, Language::kEnglish));
    for (std::size_t s = bead.source.begin; s < bead.source.end; ++s) {
      const CheckedSegment& segment = document.arabic[s];
      for (const CheckedWord& word : segment.words) {
        if (word.kind != TokenKind::kWord) continue;
        const std::string_view text = word.range.of(segment.text);
        const auto apart = trial.joint(text, recurs(word.key));
        if (!apart) continue;
        findings.add(bead, report_at({Language::kArabic, s, word.range}, "joined-words",
                                     "“" + quoted(text) + "” seems to be two words", *apart));
      }
    }
  }
}

}  // namespace mizan
