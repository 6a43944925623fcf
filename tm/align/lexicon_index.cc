#include "tm/align/lexicon_index.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstring>
#include <type_traits>
#include <unordered_map>
#include <utility>

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

// FNV-1a (Fowler, Noll, Vo), for the slots of an image; std::hash may differ between builds.
std::uint32_t slot_hash(std::string_view key) {
  std::uint32_t hash = 2166136261U;
  for (const char c : key) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash ^ (hash >> 15);
}

std::uint64_t checksum(std::string_view bytes) {
  std::uint64_t sum = 0x9E3779B97F4A7C15U;
  while (!bytes.empty()) {
    std::uint64_t word = 0;
    const std::size_t size = std::min<std::size_t>(bytes.size(), 8);
    std::memcpy(&word, bytes.data(), size);
    sum = std::rotl((sum ^ word) * 0xFF51AFD7ED558CCDU, 29);
    bytes.remove_prefix(size);
  }
  return sum;
}

// Of an image: a word or the first word of phrases, and where what belongs to it begins; it ends
// where that of the next one begins.
struct Key {
  std::uint32_t text = 0;  // in the pool, ended by the next record's text
  std::uint32_t first = 0;
};

struct Header {
  std::uint64_t magic = 0;
  std::uint64_t rules = 0;
  std::uint64_t sum = 0;    // of all that follows it
  std::uint32_t slots = 0;  // of each of the two hash tables
  std::uint32_t words = 0;
  std::uint32_t heads = 0;
  std::uint32_t phrases = 0;
  std::uint32_t stems = 0;
  std::uint32_t glosses = 0;
  std::uint32_t pool = 0;
  std::uint32_t unused = 0;
};

constexpr std::size_t kSummedFrom = offsetof(Header, sum) + sizeof(Header::sum);

constexpr std::uint64_t kMagic = 0x31584C4E415A494DU;  // "MIZANLX1", and the order of bytes
// To be raised with every change of how keys, stems and weights are made.
constexpr std::uint64_t kRules = (std::uint64_t{1} << 32) | kFoldVersion;

template <typename T>
void append(std::string& bytes, const std::vector<T>& values) {
  static_assert(std::is_trivially_copyable_v<T>);
  bytes.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
}

std::vector<std::uint32_t> slots_of(const std::vector<std::string_view>& keys, std::size_t count) {
  std::vector<std::uint32_t> slots(count, 0);
  for (std::uint32_t i = 0; i < keys.size(); ++i) {
    std::size_t at = slot_hash(keys[i]) & (count - 1);
    while (slots[at] != 0) at = (at + 1) & (count - 1);
    slots[at] = i + 1;
  }
  return slots;
}

}  // namespace

// The flat form: sections of fixed records, one pool of texts.
class LexiconIndex::Image {
 public:
  // Null when it is not one.
  static std::unique_ptr<const Image> open(std::string bytes) {
    Header header;
    if (bytes.copy(reinterpret_cast<char*>(&header), sizeof header) < sizeof header) return nullptr;
    if (header.magic != kMagic || header.rules != kRules) return nullptr;
    if (header.slots == 0 || !std::has_single_bit(header.slots)) return nullptr;
    const std::uint64_t size =
        sizeof header + 2 * std::uint64_t{4} * header.slots +
        8 * (header.words + std::uint64_t{1}) + 8 * (header.heads + std::uint64_t{1}) +
        8 * (header.phrases + std::uint64_t{1}) + 4 * (header.stems + std::uint64_t{1}) +
        8 * std::uint64_t{header.glosses} + header.pool;
    if (bytes.size() != size) return nullptr;
    if (checksum(std::string_view(bytes).substr(kSummedFrom)) != header.sum) return nullptr;
    return std::unique_ptr<const Image>(new Image(std::move(bytes), header));
  }

  std::span<const Gloss> glosses(std::string_view key) const {
    const auto word = find(key, word_slots_, words_);
    if (!word) return {};
    return glosses_.subspan(words_[*word].first, words_[*word + 1].first - words_[*word].first);
  }

  void append_phrases(std::string_view key, std::vector<Phrase>& found) const {
    const auto head = find(key, head_slots_, heads_);
    if (!head) return;
    for (std::uint32_t i = heads_[*head].first; i < heads_[*head + 1].first; ++i) {
      found.push_back(
          {text(phrases_, i),
           glosses_.subspan(phrases_[i].first, phrases_[i + 1].first - phrases_[i].first)});
    }
  }

  std::uint32_t stems() const { return static_cast<std::uint32_t>(stems_.size() - 1); }
  std::string_view stem(std::uint32_t id) const {
    return pool_.substr(stems_[id], stems_[id + 1] - stems_[id]);
  }

 private:
  Image(std::string bytes, const Header& header) : bytes_(std::move(bytes)) {
    const char* at = bytes_.data() + sizeof header;
    const auto take = [&]<typename T>(std::span<const T>& section, std::size_t count) {
      section = {reinterpret_cast<const T*>(at), count};
      at += count * sizeof(T);
    };
    take(word_slots_, header.slots);
    take(head_slots_, header.slots);
    take(words_, header.words + std::size_t{1});
    take(heads_, header.heads + std::size_t{1});
    take(phrases_, header.phrases + std::size_t{1});
    take(glosses_, header.glosses);
    take(stems_, header.stems + std::size_t{1});
    pool_ = {at, header.pool};
  }

  std::string_view text(std::span<const Key> keys, std::size_t i) const {
    return pool_.substr(keys[i].text, keys[i + 1].text - keys[i].text);
  }
  std::optional<std::size_t> find(std::string_view key, std::span<const std::uint32_t> slots,
                                  std::span<const Key> keys) const {
    std::size_t at = slot_hash(key) & (slots.size() - 1);
    for (; slots[at] != 0; at = (at + 1) & (slots.size() - 1)) {
      if (text(keys, slots[at] - 1) == key) return slots[at] - 1;
    }
    return std::nullopt;
  }

  std::string bytes_;
  std::span<const std::uint32_t> word_slots_;
  std::span<const std::uint32_t> head_slots_;
  std::span<const Key> words_;
  std::span<const Key> heads_;
  std::span<const Key> phrases_;
  std::span<const Gloss> glosses_;
  std::span<const std::uint32_t> stems_;
  std::string_view pool_;
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

std::string LexiconIndex::image() const {
  std::string pool;
  std::vector<Key> words;
  std::vector<Key> heads;
  std::vector<Key> phrases;
  std::vector<Gloss> glosses;
  std::vector<std::uint32_t> stems;
  std::vector<std::string_view> word_texts;
  std::vector<std::string_view> head_texts;
  const auto offset = [&] { return static_cast<std::uint32_t>(pool.size()); };
  const auto count = [](const auto& values) { return static_cast<std::uint32_t>(values.size()); };
  for (const auto& [text, list] : tables_->words) {
    words.push_back({offset(), count(glosses)});
    word_texts.push_back(text);
    pool += text;
    glosses.insert(glosses.end(), list.begin(), list.end());
  }
  words.push_back({offset(), count(glosses)});
  std::uint32_t phrase_count = 0;
  for (const auto& [text, list] : tables_->phrases) {
    heads.push_back({offset(), phrase_count});
    head_texts.push_back(text);
    pool += text;
    phrase_count += count(list);
  }
  heads.push_back({offset(), phrase_count});
  for (const auto& [text, list] : tables_->phrases) {
    for (const Tables::StoredPhrase& phrase : list) {
      phrases.push_back({offset(), count(glosses)});
      pool += phrase.keys;
      glosses.insert(glosses.end(), phrase.glosses.begin(), phrase.glosses.end());
    }
  }
  phrases.push_back({offset(), count(glosses)});
  for (const std::string& stem : tables_->stems) {
    stems.push_back(offset());
    pool += stem;
  }
  stems.push_back(offset());

  const std::size_t slots = std::bit_ceil(2 * std::max(words.size(), heads.size()));
  std::string body;
  append(body, slots_of(word_texts, slots));
  append(body, slots_of(head_texts, slots));
  append(body, words);
  append(body, heads);
  append(body, phrases);
  append(body, glosses);
  append(body, stems);
  body += pool;
  Header header{kMagic,
                kRules,
                0,
                static_cast<std::uint32_t>(slots),
                count(words) - 1,
                count(heads) - 1,
                count(phrases) - 1,
                count(stems) - 1,
                count(glosses),
                offset(),
                0};
  std::string image(reinterpret_cast<const char*>(&header), sizeof header);
  image += body;
  header.sum = checksum(std::string_view(image).substr(kSummedFrom));
  std::memcpy(image.data(), &header, sizeof header);
  return image;
}

std::optional<LexiconIndex> LexiconIndex::from_image(std::string bytes) {
  std::unique_ptr<const Image> image = Image::open(std::move(bytes));
  if (!image) return std::nullopt;
  LexiconIndex index{Lexicon()};
  index.tables_->first_stem = image->stems();
  index.image_ = std::move(image);
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
