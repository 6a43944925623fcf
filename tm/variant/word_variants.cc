#include "tm/variant/word_variants.h"

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

}  // namespace

std::vector<std::vector<std::uint32_t>> word_variants(const std::vector<Spelling>& spellings) {
  std::unordered_map<std::string, std::size_t> group_of;
  std::vector<std::vector<std::uint32_t>> groups;
  for (std::uint32_t i = 0; i < spellings.size(); ++i) {
    if (spellings[i].word == Spelling::Word::kNo) continue;
    const auto [group, fresh] =
        group_of.try_emplace(without_seats(spellings[i].forms[0].text), groups.size());
    if (fresh) groups.emplace_back();
    groups[group->second].push_back(i);
  }
  std::erase_if(groups, [](const auto& group) { return group.size() < 2; });
  return groups;
}

}  // namespace mizan
