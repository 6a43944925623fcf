#include "tm/variant/word_variants.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

#include "tm/base/utf8.h"

namespace mizan {
namespace {

std::string without_seats(std::string_view word) {
  std::u32string letters = to_utf32(word);
  for (std::size_t i = 1; i < letters.size(); ++i) {
    const bool hamza = letters[i] == U'ؤ' || letters[i] == U'ئ';
    if (hamza && letters[i - 1] != U'ا') letters[i] = U'ء';
  }
  return to_utf8(letters);
}

// Letters that newsrooms choose between for one borrowed sound.
std::string without_choice(std::string_view word) {
  std::u32string letters = to_utf32(word);
  for (char32_t& letter : letters) {
    if (letter == U'غ' || letter == U'ق') letter = U'ج';
    if (letter == U'ط') letter = U'ت';
    if (letter == U'ز' || letter == U'ص') letter = U'س';
  }
  return to_utf8(letters);
}

bool rendered_alike(const NameKnowledge& knowledge, const Spelling& a, const Spelling& b) {
  const auto of_a = knowledge.translations(a.forms[0].key);
  const auto of_b = knowledge.translations(b.forms[0].key);
  return std::any_of(of_a.begin(), of_a.end(), [of_b](const std::string& rendering) {
    return std::find(of_b.begin(), of_b.end(), rendering) != of_b.end();
  });
}

}  // namespace

std::vector<std::vector<std::uint32_t>> word_variants(const std::vector<Spelling>& spellings,
                                                      const NameKnowledge& knowledge) {
  std::unordered_map<std::string, std::size_t> group_of;
  std::unordered_map<std::string, std::vector<std::size_t>> groups_like;
  std::vector<std::vector<std::uint32_t>> groups;
  for (std::uint32_t i = 0; i < spellings.size(); ++i) {
    if (spellings[i].word == Spelling::Word::kNo) continue;
    const std::string seatless = without_seats(spellings[i].forms[0].text);
    const auto [group, fresh] = group_of.try_emplace(seatless, groups.size());
    if (fresh) {
      std::vector<std::size_t>& like = groups_like[without_choice(seatless)];
      const auto same = std::find_if(like.begin(), like.end(), [&](std::size_t other) {
        return rendered_alike(knowledge, spellings[groups[other].front()], spellings[i]);
      });
      if (same != like.end()) {
        group->second = *same;
      } else {
        like.push_back(groups.size());
        groups.emplace_back();
      }
    }
    groups[group->second].push_back(i);
  }
  std::erase_if(groups, [](const auto& group) { return group.size() < 2; });
  return groups;
}

}  // namespace mizan
