#include "tm/variant/divided_names.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "tm/base/utf8.h"
#include "tm/lang/arabic_morphology.h"
#include "tm/text/normalize.h"
#include "tm/text/tokens.h"
#include "tm/variant/name_parts.h"

namespace mizan {
namespace {

constexpr std::size_t kShortestFirst = 2;   // letters
constexpr std::size_t kShortestSecond = 3;  // what collect_spellings keeps
// نيو, دي, فان: a longer first part stands alone as a name, and the one word lacks its space.
constexpr std::size_t kLongestFirst = 3;

// A way to divide a name of the texts.
struct Division {
  std::string first;
  std::uint32_t whole = 0;  // spelling
};

struct WordBefore {
  std::string text;  // folded to kMarks
  std::string key;
  ByteRange range;
};

class DividedNames {
 public:
  DividedNames(std::span<const SegmentedText* const> texts, Language language,
               const std::vector<Spelling>& spellings, const NameKnowledge& knowledge)
      : texts_(texts), language_(language), spellings_(spellings), knowledge_(knowledge) {
    for (std::uint32_t i = 0; i < spellings.size(); ++i) {
      seconds_.emplace(spellings[i].forms[0].key, i);
    }
  }

  std::vector<Spelling> find() {
    for (std::uint32_t i = 0; i < spellings_.size(); ++i) {
      if (spellings_[i].word < Spelling::Word::kSure) divide(i);
    }
    for (const auto& [second, divisions] : divisions_) {
      for (const Spelling::Occurrence& occurrence : spellings_[second].occurrences) {
        if (occurrence.stripped == 0) look_before(second, occurrence.place, divisions);
      }
    }
    std::sort(found_.begin(), found_.end(), [](const Spelling& a, const Spelling& b) {
      return a.forms[0].text < b.forms[0].text;
    });
    return std::move(found_);
  }

 private:
  bool is_word(std::string_view key) const { return knowledge_.is_word(language_, key); }

  // Whether a name that starts so may be written in one word.
  bool may_join(std::uint32_t whole, std::string_view first, std::size_t letters) const {
    const Spelling& name = spellings_[whole];
    return is_name_prefix(first) || is_name_particle(first) || letters <= kLongestFirst ||
           name.known_name || name.forms[0].key.find('-') == first.size();
  }

  void divide(std::uint32_t whole) {
    std::string letters = spellings_[whole].forms[0].key;
    std::erase(letters, '-');
    std::size_t count = 0;
    const std::size_t all = count_code_points(letters);
    for (std::size_t at = 0; at < letters.size(); at += code_point_at(letters, at).size, ++count) {
      if (count < kShortestFirst || all - count < kShortestSecond) continue;
      const auto [begin, end] = seconds_.equal_range(letters.substr(at));
      const std::string first = letters.substr(0, at);
      for (auto second = begin; second != end; ++second) {
        if (!may_join(whole, first, count) ||
            (!is_name_prefix(first) && is_word(first) && is_word(second->first))) {
          continue;
        }
        // (Several spellings of the whole divide alike.)
        std::vector<Division>& known = divisions_[second->second];
        const bool fresh = std::none_of(known.begin(), known.end(),
                                        [&first](const Division& d) { return d.first == first; });
        if (fresh) known.push_back({first, whole});
      }
    }
  }

  void look_before(std::uint32_t second, const WordPlace& place,
                   const std::vector<Division>& divisions) {
    const std::optional<WordBefore> before = word_before(place);
    if (!before) return;
    for (const Division& division : divisions) {
      const std::optional<std::size_t> clitics = clitics_before(*before, division.first);
      if (!clitics || !may_begin_name(*before)) continue;
      const std::string text =
          before->text.substr(*clitics) + ' ' + spellings_[second].forms[0].text;
      const auto [known, fresh] = numbers_.try_emplace(text, found_.size());
      if (fresh) {
        const std::string& key = spellings_[division.whole].forms[0].key;
        found_.emplace_back().forms.push_back({text, key, *clitics});
      }
      WordPlace at = place;
      at.range.begin = before->range.begin;
      --at.token;
      found_[known->second].occurrences.push_back({at, *clitics});
    }
  }

  // English names begin with a capital, or with a part of names: al Qaeda, de Gaulle.
  bool may_begin_name(const WordBefore& word) const {
    return language_ == Language::kArabic || (word.text[0] & 0x20) == 0 ||
           is_name_prefix(word.key) || is_name_particle(word.key);
  }

  std::optional<WordBefore> word_before(const WordPlace& place) const {
    const std::string& text = texts_[place.text]->segments[place.segment].text;
    // Nothing but one space parts the two, so that the range holds the name and no more.
    const std::size_t end = place.range.begin - std::min<std::size_t>(place.range.begin, 1);
    if (end == 0 || text[end] != ' ') return std::nullopt;
    const std::size_t space = text.rfind(' ', end - 1);
    const std::size_t begin = space == std::string::npos ? 0 : space + 1;
    const std::string_view run = std::string_view(text).substr(begin, end - begin);
    const std::vector<Token> tokens = tokenize(run);
    if (tokens.empty() || tokens.back().kind != TokenKind::kWord ||
        tokens.back().range.end != run.size()) {
      return std::nullopt;
    }
    const std::string_view word = tokens.back().range.of(run);
    const bool arabic = language_ == Language::kArabic;
    std::string key = fold(word, arabic ? FoldProfile::kTehMarbuta : FoldProfile::kMarks);
    // A sentence that begins with al Qaeda makes no other name of it.
    const bool plain = arabic || is_article(key);
    return WordBefore{plain ? fold(word, FoldProfile::kMarks) : std::string(word),
                      std::move(key),
                      {begin + tokens.back().range.begin, end}};
  }

  // Bytes that stand before `first` in the word; nothing where it ends otherwise, or starts with
  // letters that are no clitics.
  std::optional<std::size_t> clitics_before(const WordBefore& word, std::string_view first) const {
    if (word.key == first) return 0;
    if (language_ != Language::kArabic || !word.key.ends_with(first)) return std::nullopt;
    const std::size_t bytes = word.key.size() - first.size();
    for (const Proclitics& stack : proclitic_stacks(word.key)) {
      if (stack.bytes == bytes && !stack.article && !stack.future) return bytes;
    }
    return std::nullopt;
  }

  std::span<const SegmentedText* const> texts_;
  Language language_;
  const std::vector<Spelling>& spellings_;
  const NameKnowledge& knowledge_;
  std::unordered_multimap<std::string, std::uint32_t> seconds_;         // by key
  std::unordered_map<std::uint32_t, std::vector<Division>> divisions_;  // by the second word
  std::unordered_map<std::string, std::size_t> numbers_;
  std::vector<Spelling> found_;
};

}  // namespace

std::vector<Spelling> divided_names(std::span<const SegmentedText* const> texts, Language language,
                                    const std::vector<Spelling>& spellings,
                                    const NameKnowledge& knowledge) {
  return DividedNames(texts, language, spellings, knowledge).find();
}

}  // namespace mizan
