#include "tm/align/lexicon_index.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>
#include <utility>

#include "tm/base/flat_image.h"
#include "tm/base/text_map.h"
#include "tm/lang/english_morphology.h"
#include "tm/text/normalize.h"
#include "tm/text/tokens.h"

namespace mizan {
namespace {

constexpr std::string_view kArticle = "ال";

// Words of a gloss that carry none of its meaning when others stand beside them.
constexpr std::array<std::string_view, 24> kGrammatical = {
    "a",  "an", "the", "of", "to", "in", "on", "at",  "for",  "by",  "with", "from",
    "as", "be", "and", "or", "up", "it", "is", "out", "into", "one", "off",  "that"};

std::vector<std::string> gloss_stems(std::string_view gloss) {
  const std::string folded = fold(gloss, FoldProfile::kMarks);
  std::vector<std::string> all;
  std::vector<std::string> content;
  for (const Token& token : tokenize(folded)) {
    if (token.kind != TokenKind::kWord && token.kind != TokenKind::kNumber) continue;
    const std::string_view word = token.range.of(folded);
    all.push_back(english_stem(word));
    if (std::ranges::find(kGrammatical, word) == kGrammatical.end()) content.push_back(all.back());
  }
  return content.empty() ? all : content;
}

std::vector<std::string> arabic_keys(std::string_view arabic) {
  const std::string folded = fold(arabic, FoldProfile::kTehMarbuta);
  std::vector<std::string> keys;
  for (const Token& token : tokenize(folded)) {
    if (token.kind == TokenKind::kWord) keys.emplace_back(token.range.of(folded));
  }
  return keys;
}

std::string_view without_article(std::string_view key) {
  return key.starts_with(kArticle) && key.size() > kArticle.size() + 4 ? key.substr(kArticle.size())
                                                                       : key;
}

// To be raised with every change of how keys, stems and weights are made.
constexpr std::uint64_t kFormat = (std::uint64_t{0x584C03} << 32) | kFoldVersion;

}  // namespace

// The flat form. What belongs to a key begins at its number in `firsts` and ends where that of the
// next one begins.
class LexiconIndex::Image {
 public:
  explicit Image(FlatImage image)
      : image_(std::move(image)),
        words_(image_, kWords),
        heads_(image_, kHeads),
        phrases_(image_, kPhrases),
        stems_(image_, kStems),
        word_firsts_(image_.values<std::uint32_t>(kWordFirsts)),
        head_firsts_(image_.values<std::uint32_t>(kHeadFirsts)),
        phrase_firsts_(image_.values<std::uint32_t>(kPhraseFirsts)),
        glosses_(image_.values<Gloss>(kGlosses)) {}

  static std::string write(const Tables& tables);

  std::span<const Gloss> glosses(std::string_view key) const {
    const auto word = words_.find(key);
    return word ? glosses_of(word_firsts_, *word) : std::span<const Gloss>();
  }

  void append_phrases(std::string_view key, std::vector<Phrase>& found) const {
    const auto head = heads_.find(key);
    if (!head) return;
    for (std::uint32_t i = head_firsts_[*head]; i < head_firsts_[*head + 1]; ++i) {
      found.push_back({phrases_[i], glosses_of(phrase_firsts_, i)});
    }
  }

  std::uint32_t stems() const { return static_cast<std::uint32_t>(stems_.size()); }
  std::string_view stem(std::uint32_t id) const { return stems_[id]; }

 private:
  // Sections of the image, in order.
  static constexpr std::size_t kWords = 0;
  static constexpr std::size_t kHeads = kWords + FlatKeys::kSections;
  static constexpr std::size_t kPhrases = kHeads + FlatKeys::kSections;
  static constexpr std::size_t kStems = kPhrases + FlatTexts::kSections;
  static constexpr std::size_t kWordFirsts = kStems + FlatTexts::kSections;
  static constexpr std::size_t kHeadFirsts = kWordFirsts + 1;
  static constexpr std::size_t kPhraseFirsts = kHeadFirsts + 1;
  static constexpr std::size_t kGlosses = kPhraseFirsts + 1;

  std::span<const Gloss> glosses_of(std::span<const std::uint32_t> firsts, std::size_t i) const {
    return glosses_.subspan(firsts[i], firsts[i + 1] - firsts[i]);
  }

  FlatImage image_;
  FlatKeys words_;
  FlatKeys heads_;  // the first words of phrases
  FlatTexts phrases_;
  FlatTexts stems_;
  std::span<const std::uint32_t> word_firsts_;
  std::span<const std::uint32_t> head_firsts_;
  std::span<const std::uint32_t> phrase_firsts_;
  std::span<const Gloss> glosses_;
};

struct LexiconIndex::Tables {
  struct StoredPhrase {
    std::string keys;
    std::vector<Gloss> glosses;
  };
  std::uint32_t first_stem = 0;  // those below are the image's
  std::vector<std::string> stems;
  TextMap<std::uint32_t> stem_ids;
  TextMap<std::vector<Gloss>> words;
  TextMap<std::vector<StoredPhrase>> phrases;

  std::uint32_t stem_id(const std::string& stem) {
    const auto [place, fresh] =
        stem_ids.try_emplace(stem, first_stem + static_cast<std::uint32_t>(stems.size()));
    if (fresh) stems.push_back(stem);
    return place->second;
  }

  void add_glosses(std::vector<Gloss>& glosses, const std::vector<std::string>& gloss,
                   float weight) {
    // The words of a gloss share its weight: each alone is weaker evidence.
    const float share = weight / std::sqrt(static_cast<float>(gloss.size()));
    for (const std::string& stem : gloss) {
      const std::uint32_t id = stem_id(stem);
      const auto known = std::ranges::find(glosses, id, &Gloss::stem);
      if (known == glosses.end()) {
        glosses.push_back({id, share});
      } else {
        known->weight = std::max(known->weight, share);
      }
    }
  }

  void add(const LexiconEntry& entry, const Image* image) {
    const std::vector<std::string> keys = arabic_keys(entry.arabic);
    const std::vector<std::string> gloss = gloss_stems(entry.english);
    if (keys.empty() || gloss.empty()) return;
    const float weight = static_cast<float>(entry.weight);
    if (keys.size() == 1) {
      const auto [word, fresh] = words.try_emplace(keys.front());
      if (fresh && image != nullptr) {
        const auto known = image->glosses(keys.front());
        word->second.assign(known.begin(), known.end());
      }
      add_glosses(word->second, gloss, weight);
      return;
    }
    std::string text;
    for (const std::string& key : keys) {
      if (!text.empty()) text += ' ';
      text += without_article(key);
    }
    const std::string head = text.substr(0, text.find(' '));
    const auto [list, fresh] = phrases.try_emplace(head);
    if (fresh && image != nullptr) {
      std::vector<Phrase> known;
      image->append_phrases(head, known);
      for (const Phrase& phrase : known) {
        list->second.push_back(
            {std::string(phrase.keys), {phrase.glosses.begin(), phrase.glosses.end()}});
      }
    }
    auto phrase = std::ranges::find(list->second, text, &StoredPhrase::keys);
    if (phrase == list->second.end()) {
      list->second.push_back({std::move(text), {}});
      phrase = list->second.end() - 1;
    }
    add_glosses(phrase->glosses, gloss, weight);
  }
};

LexiconIndex::LexiconIndex(const Lexicon& lexicon) : tables_(std::make_unique<Tables>()) {
  add(lexicon);
}

LexiconIndex::LexiconIndex(LexiconIndex&&) noexcept = default;
LexiconIndex& LexiconIndex::operator=(LexiconIndex&&) noexcept = default;
LexiconIndex::~LexiconIndex() = default;

void LexiconIndex::add(const Lexicon& more) {
  if (more.entries.empty()) return;
  if (image_ && tables_->stem_ids.empty()) {
    for (std::uint32_t id = 0; id < image_->stems(); ++id) {
      tables_->stem_ids.emplace(image_->stem(id), id);
    }
  }
  for (const LexiconEntry& entry : more.entries) tables_->add(entry, image_.get());
}

std::string LexiconIndex::Image::write(const Tables& tables) {
  std::vector<std::string_view> words;
  std::vector<std::string_view> heads;
  std::vector<std::string_view> phrases;
  std::vector<std::uint32_t> word_firsts;
  std::vector<std::uint32_t> head_firsts;
  std::vector<std::uint32_t> phrase_firsts;
  std::vector<Gloss> glosses;
  const auto count = [](const auto& values) { return static_cast<std::uint32_t>(values.size()); };
  for (const auto& [text, list] : tables.words) {
    words.push_back(text);
    word_firsts.push_back(count(glosses));
    glosses.insert(glosses.end(), list.begin(), list.end());
  }
  word_firsts.push_back(count(glosses));
  for (const auto& [text, list] : tables.phrases) {
    heads.push_back(text);
    head_firsts.push_back(count(phrases));
    for (const Tables::StoredPhrase& phrase : list) {
      phrases.push_back(phrase.keys);
      phrase_firsts.push_back(count(glosses));
      glosses.insert(glosses.end(), phrase.glosses.begin(), phrase.glosses.end());
    }
  }
  head_firsts.push_back(count(phrases));
  phrase_firsts.push_back(count(glosses));

  FlatImageWriter image;
  FlatKeys::write(words, image);
  FlatKeys::write(heads, image);
  FlatTexts::write(phrases, image);
  FlatTexts::write(std::vector<std::string_view>(tables.stems.begin(), tables.stems.end()), image);
  image.add(word_firsts);
  image.add(head_firsts);
  image.add(phrase_firsts);
  image.add(glosses);
  return image.take(kFormat);
}

std::string LexiconIndex::image() const { return Image::write(*tables_); }

std::optional<LexiconIndex> LexiconIndex::from_image(std::string bytes) {
  std::optional<FlatImage> opened = FlatImage::open(std::move(bytes), kFormat);
  if (!opened) return std::nullopt;
  LexiconIndex index{Lexicon()};
  index.image_ = std::make_unique<const Image>(std::move(*opened));
  index.tables_->first_stem = index.image_->stems();
  return index;
}

std::span<const LexiconIndex::Gloss> LexiconIndex::glosses(std::string_view arabic_key) const {
  const auto place = tables_->words.find(arabic_key);
  if (place != tables_->words.end()) return place->second;
  return image_ ? image_->glosses(arabic_key) : std::span<const Gloss>();
}

std::vector<LexiconIndex::Phrase> LexiconIndex::phrases(std::string_view arabic_key) const {
  std::vector<Phrase> found;
  const auto place = tables_->phrases.find(arabic_key);
  if (place == tables_->phrases.end()) {
    if (image_) image_->append_phrases(arabic_key, found);
    return found;
  }
  for (const Tables::StoredPhrase& phrase : place->second) {
    found.push_back({phrase.keys, phrase.glosses});
  }
  return found;
}

std::string_view LexiconIndex::stem(std::uint32_t id) const {
  return id < tables_->first_stem ? image_->stem(id) : tables_->stems[id - tables_->first_stem];
}

}  // namespace mizan
