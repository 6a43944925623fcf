#include "tm/term/term_vocabulary.h"

#include <algorithm>
#include <bit>

#include "tm/base/utf8.h"
#include "tm/lang/name_similarity.h"
#include "tm/text/script.h"

namespace mizan {
namespace {

// Words that are compared by their sound, those with the nearest consonants first.
constexpr std::size_t kMostBySound = 150;
// Below this edit similarity two spellings in one script are not worth the letter model's time.
constexpr double kLeastEdits = 0.5;
// Names whose probability is lower are as often two (tests/bench/term_lookup.cc).
constexpr double kSameName = 0.9;
// Only the same letters are a perfect match.
constexpr double kMostBySoundAlone = 0.99;
// Letters that a word must have to be misspelled or to be known by its sound.
constexpr std::size_t kLeastLetters = 3;

// Letters that write one sound or are confused in writing names, in both scripts; vowels and what
// is often silent belong to none.
struct SoundClass {
  std::u32string_view letters;
  char name;
};
constexpr SoundClass kSounds[] = {
    {U"بپbp", 'b'}, {U"تطثt", 't'}, {U"دضذd", 'd'}, {U"جغقكخگgjkqcx", 'g'}, {U"سصزظشچژsz", 's'},
    {U"رr", 'r'},   {U"لl", 'l'},   {U"مm", 'm'},   {U"نn", 'n'},           {U"فڤfv", 'f'},
};

char sound_of(char32_t letter) {
  for (const SoundClass& sound : kSounds) {
    if (sound.letters.find(letter) != std::u32string_view::npos) return sound.name;
  }
  return '\0';
}

// Letters changed, left out, added, or swapped with the next one (optimal string alignment).
template <typename Text>
std::size_t edit_distance(const Text& a, const Text& b) {
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] != b[j - 1] ? 1 : 0;
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
    before.swap(last);
    last.swap(row);
  }
  return last[b.size()];
}

// A word whose sound shall be compared, and by how many consonants it differs.
struct SoundCandidate {
  std::uint32_t word = 0;
  std::size_t distance = 0;
  double edits = 0;  // edit similarity in one script, 0 across two
};

}  // namespace

TermVocabulary::Word TermVocabulary::describe(std::string_view text) {
  Word word{std::string(text), to_utf32(text), {}, 0, 0, Language::kEnglish};
  word.script = detect_language(text).value_or(Language::kEnglish);
  for (const char32_t letter : word.letters) {
    word.letter_mask |= std::uint64_t{1} << (letter * 0x9E3779B1U >> 26U & 63U);
    const char sound = sound_of(letter);
    // Doubled letters are one.
    if (sound == '\0' || (!word.frame.empty() && word.frame.back() == sound)) continue;
    word.frame += sound;
    word.frame_mask |= std::uint32_t{1} << static_cast<unsigned>(sound - 'a');
  }
  return word;
}

std::uint32_t TermVocabulary::add(std::string_view text) {
  const auto [at, is_new] =
      numbers_.emplace(std::string(text), static_cast<std::uint32_t>(words_.size()));
  if (is_new) words_.push_back(describe(text));
  return at->second;
}

std::vector<AlikeWord> TermVocabulary::find_alike(std::string_view text) const {
  std::vector<AlikeWord> found;
  const Word wanted = describe(text);
  const std::size_t length = wanted.letters.size();
  std::vector<SoundCandidate> by_sound;
  for (std::uint32_t number = 0; number < words_.size(); ++number) {
    const Word& word = words_[number];
    const std::size_t longest = std::max(length, word.letters.size());
    const std::size_t shortest = std::min(length, word.letters.size());
    double edits = 0;
    if (word.script == wanted.script) {
      if (word.text == wanted.text) {
        found.push_back({number, 1, 1});
        continue;
      }
      // An edit changes two letters of the masks at most.
      const auto most = static_cast<std::size_t>((1 - kLeastEdits) * static_cast<double>(longest));
      if (shortest < kLeastLetters || longest - shortest > most ||
          static_cast<std::size_t>(std::popcount(word.letter_mask ^ wanted.letter_mask)) >
              2 * most) {
        continue;
      }
      edits = 1 - static_cast<double>(edit_distance(wanted.letters, word.letters)) /
                      static_cast<double>(longest);
      if (edits < kLeastEdits) continue;
      if (edits >= kLeastAlike) found.push_back({number, edits, edits});
    }
    // A name in one script has at most twice the letters that it has in the other.
    if (shortest < kLeastLetters || longest > 2 * shortest || wanted.frame.empty() ||
        word.frame.empty() || std::popcount(word.frame_mask ^ wanted.frame_mask) > 2) {
      continue;
    }
    const std::size_t distance = edit_distance(wanted.frame, word.frame);
    const std::size_t most = std::max(wanted.frame.size(), word.frame.size()) / 4;
    if (distance <= most) by_sound.push_back({number, distance, edits});
  }
  if (by_sound.size() > kMostBySound) {
    std::ranges::nth_element(by_sound, by_sound.begin() + kMostBySound, {},
                             &SoundCandidate::distance);
    by_sound.resize(kMostBySound);
  }
  for (const SoundCandidate& candidate : by_sound) {
    const double same_name = name_similarity(wanted.text, words_[candidate.word].text);
    if (same_name < kSameName) continue;
    const double score = candidate.edits == 0 ? same_name : (1 + candidate.edits) / 2;
    if (score < kLeastAlike) continue;
    found.push_back({candidate.word, candidate.edits >= kLeastAlike ? candidate.edits : 0,
                     std::min(score, kMostBySoundAlone)});
  }
  std::ranges::sort(found, [](const AlikeWord& a, const AlikeWord& b) {
    return a.word != b.word ? a.word < b.word : a.name_score > b.name_score;
  });
  const auto [first, last] = std::ranges::unique(found, {}, &AlikeWord::word);
  found.erase(first, last);
  return found;
}

}  // namespace mizan
