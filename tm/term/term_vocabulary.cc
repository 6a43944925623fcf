#include "tm/term/term_vocabulary.h"

#include <algorithm>
#include <array>
#include <bit>
#include <iterator>

#include "tm/base/utf8.h"
#include "tm/lang/name_similarity.h"
#include "tm/text/script.h"

namespace mizan {
namespace {

// Words that are compared by their sound, those with the nearest consonants first.
constexpr std::size_t kMostBySound = 150;
// Below this edit similarity two spellings in one script are not worth the letter model's time.
constexpr double kLeastEdits = 0.6;
// Names whose probability is lower are as often two (tests/bench/term_lookup.cc).
constexpr double kSameName = 0.9;
// Letters in one script say more than sound across two: a term in the script that was typed comes
// first.
constexpr double kBySoundAlone = 0.9;
// Letters that a word must have to be misspelled or to be known by its sound.
constexpr std::size_t kLeastLetters = 3;

// Letters that write one sound or are confused in writing names, in both scripts; vowels and what
// is often silent belong to none.
constexpr std::u32string_view kSounds[] = {U"بپbp", U"تطثt", U"دضذd", U"جغقكخگgjkqcx", U"سصزظشچژsz",
                                           U"رr",   U"لl",   U"مm",   U"نn",           U"فڤfv"};
constexpr std::size_t kLetters = 0x700;  // Latin and Arabic

// The number of a letter's class, from 1; 0 for none.
constexpr std::array<char, kLetters> kSoundOf = [] {
  std::array<char, kLetters> sounds{};
  for (std::size_t i = 0; i < std::size(kSounds); ++i) {
    for (const char32_t letter : kSounds[i]) sounds[letter] = static_cast<char>(i + 1);
  }
  return sounds;
}();

// Letters changed, left out, added, or swapped with the next one (optimal string alignment); more
// than `most` where there are more.
template <typename Text>
std::size_t edit_distance(const Text& a, const Text& b, std::size_t most) {
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
    // A swap takes the row before the last.
    if (std::min(std::ranges::min(last), std::ranges::min(before)) > most) return most + 1;
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
  Word word{std::string(text), to_utf32(text), {}, {}};
  Outline& outline = word.outline;
  outline.script = detect_language(text).value_or(Language::kEnglish);
  outline.length = static_cast<std::uint16_t>(std::min<std::size_t>(word.letters.size(), 0xFFFF));
  for (const char32_t letter : word.letters) {
    outline.letter_mask |= std::uint64_t{1} << (letter * 0x9E3779B1U >> 26U & 63U);
    const char sound = letter < kLetters ? kSoundOf[letter] : '\0';
    // Doubled letters are one.
    if (sound == '\0' || (!word.frame.empty() && word.frame.back() == sound)) continue;
    word.frame += sound;
    outline.frame_mask = static_cast<std::uint16_t>(outline.frame_mask | 1U << sound);
  }
  return word;
}

std::uint32_t TermVocabulary::add(std::string_view text) {
  const auto [at, is_new] =
      numbers_.emplace(std::string(text), static_cast<std::uint32_t>(words_.size()));
  if (is_new) {
    words_.push_back(describe(text));
    outlines_.push_back(words_.back().outline);
  }
  return at->second;
}

bool TermVocabulary::may_be_misspelled(const Outline& a, const Outline& b) {
  if (a.script != b.script) return false;
  const std::size_t longest = std::max(a.length, b.length);
  const std::size_t shortest = std::min(a.length, b.length);
  const auto most = static_cast<std::size_t>((1 - kLeastEdits) * static_cast<double>(longest));
  if (shortest < kLeastLetters || longest - shortest > most) return false;
  // A change alters two letters of the masks at most, a letter more or less one.
  const auto letters = static_cast<std::size_t>(std::popcount(a.letter_mask ^ b.letter_mask));
  return letters <= 2 * most - (longest - shortest);
}

bool TermVocabulary::may_sound_alike(const Outline& a, const Outline& b) {
  const std::size_t longest = std::max(a.length, b.length);
  const std::size_t shortest = std::min(a.length, b.length);
  // A name in one script has at most twice the letters that it has in the other.
  return shortest >= kLeastLetters && longest <= 2 * shortest && a.frame_mask != 0 &&
         b.frame_mask != 0 &&
         std::popcount(static_cast<unsigned>(a.frame_mask ^ b.frame_mask)) <= 2;
}

std::vector<AlikeWord> TermVocabulary::find_alike(std::string_view text) const {
  std::vector<AlikeWord> found;
  const Word wanted = describe(text);
  std::vector<SoundCandidate> by_sound;
  if (const auto equal = numbers_.find(wanted.text); equal != numbers_.end()) {
    found.push_back({equal->second, 1, 1});
  }
  for (std::uint32_t number = 0; number < words_.size(); ++number) {
    const Outline& outline = outlines_[number];
    const bool one_script = outline.script == wanted.outline.script;
    const bool misspelled = may_be_misspelled(outline, wanted.outline);
    if (one_script ? !misspelled : !may_sound_alike(outline, wanted.outline)) continue;
    const Word& word = words_[number];
    double edits = 0;
    if (one_script) {
      const std::size_t longest = std::max(word.letters.size(), wanted.letters.size());
      const auto most = static_cast<std::size_t>((1 - kLeastEdits) * static_cast<double>(longest));
      const std::size_t distance = edit_distance(wanted.letters, word.letters, most);
      edits = 1 - static_cast<double>(distance) / static_cast<double>(longest);
      if (edits < kLeastEdits || edits == 1) continue;
      if (edits >= kLeastAlike) found.push_back({number, edits, edits});
      if (!may_sound_alike(outline, wanted.outline)) continue;
    }
    const std::size_t most = std::max(wanted.frame.size(), word.frame.size()) / 4;
    const std::size_t distance = edit_distance(wanted.frame, word.frame, most);
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
    const double score =
        candidate.edits == 0 ? kBySoundAlone * same_name : (1 + candidate.edits) / 2;
    if (score < kLeastAlike) continue;
    found.push_back({candidate.word, candidate.edits >= kLeastAlike ? candidate.edits : 0, score});
  }
  std::ranges::sort(found, [](const AlikeWord& a, const AlikeWord& b) {
    return a.word != b.word ? a.word < b.word : a.name_score > b.name_score;
  });
  const auto same_word = [](const AlikeWord& a, const AlikeWord& b) { return a.word == b.word; };
  found.erase(std::unique(found.begin(), found.end(), same_word), found.end());
  return found;
}

}  // namespace mizan
