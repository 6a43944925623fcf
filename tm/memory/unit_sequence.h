// The tokens of one side of a unit as the index keeps them: enough to bound the distance from below
// without touching the text.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mizan {

// The number of the key of all numbers (similarity.h); those of words are above it.
constexpr std::uint32_t kNumberToken = 1;

// Different keys, different words; equal keys may still differ by their clitics. Numbers have a
// form, which differs only where the numbers do: a memory may hold one sentence with thousands of
// numbers.
struct IndexedToken {
  std::uint32_t key = 0;
  std::uint8_t form = 0;  // 0 but for kNumberToken
  friend bool operator==(const IndexedToken&, const IndexedToken&) = default;
};

// The form of a folded number.
std::uint8_t number_form(std::string_view folded);

// For each token its key (varint), and behind kNumberToken a byte with the form.
std::string encode_sequence(std::span<const IndexedToken> tokens);
// False when the bytes are damaged.
bool decode_sequence(std::string_view bytes, std::vector<IndexedToken>& tokens);

}  // namespace mizan
