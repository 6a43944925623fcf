#include "tm/variant/spelling_keys.h"

#include <algorithm>
#include <functional>
#include <string>

#include "tm/base/utf8.h"

namespace mizan {
namespace {

// Letters that write one sound or are confused in spelling names share a class letter; vowels are
// class 'a' (front: 'i', back: 'u'), to be left out of the consonant frame.
struct SoundClass {
  std::u32string_view letters;
  char name;
};
constexpr SoundClass kArabicClasses[] = {
    {U"اء", 'a'},  {U"ي", 'i'},      {U"و", 'u'},       {U"بپ", 'b'}, {U"تطث", 't'},
    {U"دضذ", 'd'}, {U"جغقكخگ", 'g'}, {U"سصزظشچژ", 's'}, {U"ر", 'r'},  {U"ل", 'l'},
    {U"م", 'm'},   {U"ن", 'n'},      {U"فڤ", 'f'},      {U"هح", 'h'}, {U"ع", 'c'},
};
constexpr SoundClass kLatinClasses[] = {
    {U"a", 'a'}, {U"eiy", 'i'},   {U"ou", 'u'},  {U"bp", 'b'}, {U"t", 't'},
    {U"d", 'd'}, {U"gjkqc", 'g'}, {U"szx", 's'}, {U"r", 'r'},  {U"l", 'l'},
    {U"m", 'm'}, {U"n", 'n'},     {U"fvw", 'f'}, {U"h", 'h'},
};

char sound_class(Language language, char32_t letter) {
  const auto find = [letter](const auto& classes) {
    for (const SoundClass& sound : classes) {
      if (sound.letters.find(letter) != std::u32string_view::npos) return sound.name;
    }
    return '\0';
  };
  return language == Language::kArabic ? find(kArabicClasses) : find(kLatinClasses);
}

bool is_vowel_class(char name) { return name == 'a' || name == 'i' || name == 'u'; }

std::uint64_t hash(char kind, std::string_view text) {
  return std::hash<std::string_view>()(text) * 31 + static_cast<unsigned char>(kind);
}

}  // namespace

std::vector<std::uint64_t> spelling_keys(Language language, std::string_view key) {
  std::string letters;
  std::string frame;
  for (const char32_t letter : to_utf32(key)) {
    const char name = sound_class(language, letter);
    if (name == '\0') continue;
    // Doubled letters are one, and silent h of digraphs would part them.
    if (!letters.empty() && letters.back() == name) continue;
    letters += name;
    const bool silent = language == Language::kEnglish && name == 'h' && letters.size() > 1;
    if (!is_vowel_class(name) && !silent) frame += name;
  }
  std::vector<std::uint64_t> keys;
  const auto without_one = [&keys](char kind, const std::string& text) {
    std::string shorter;
    for (std::size_t i = 0; i < text.size(); ++i) {
      shorter.assign(text, 0, i).append(text, i + 1);
      keys.push_back(hash(kind, shorter));
    }
  };
  if (frame.size() >= 2) keys.push_back(hash('f', frame));
  if (frame.size() >= 5) without_one('f', frame);
  if (letters.size() >= 4) {
    keys.push_back(hash('l', letters));
    without_one('l', letters);
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

std::uint64_t sound_profile(Language language, std::string_view key) {
  static constexpr std::string_view kNames = "aiubtdgsrlmnfhc";
  std::uint64_t profile = 0;
  for (const char32_t letter : to_utf32(key)) {
    const char name = sound_class(language, letter);
    if (name == '\0') continue;
    const std::size_t shift = 4 * kNames.find(name);
    if ((profile >> shift & 0xF) < 0xF) profile += std::uint64_t{1} << shift;
  }
  return profile;
}

int profile_distance(std::uint64_t a, std::uint64_t b) {
  constexpr std::uint64_t kCounts = 0x0F0F0F0F0F0F0F0F;
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  constexpr std::uint64_t kHigh = 0x80 * kOnes;
  // Eight differences at once: a byte of 0x80 + x - y never borrows from the next.
  const auto sum = [](std::uint64_t x, std::uint64_t y) {
    const std::uint64_t shifted = (x | kHigh) - y;
    const std::uint64_t greater = (shifted >> 7 & kOnes) * 0xFF;
    const std::uint64_t distances =
        (shifted & ~kHigh & greater) | ((kHigh - (shifted & ~greater)) & ~greater);
    return static_cast<int>(distances * kOnes >> 56);
  };
  return sum(a & kCounts, b & kCounts) + sum(a >> 4 & kCounts, b >> 4 & kCounts);
}

}  // namespace mizan
