#include "tm/memory/unit_sequence.h"

#include "tm/memory/varint.h"

namespace mizan {

std::uint8_t number_form(std::string_view folded) {
  // FNV-1a, folded to one byte.
  std::uint32_t hash = 0x811C9DC5U;
  for (const char c : folded) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x01000193U;
  }
  hash ^= hash >> 16;
  return static_cast<std::uint8_t>(hash ^ (hash >> 8));
}

std::string encode_sequence(std::span<const IndexedToken> tokens) {
  std::string bytes;
  bytes.reserve(3 * tokens.size());
  for (const IndexedToken& token : tokens) {
    append_varint(bytes, token.key);
    if (token.key == kNumberToken) bytes += static_cast<char>(token.form);
  }
  return bytes;
}

bool decode_sequence(std::string_view bytes, std::vector<IndexedToken>& tokens) {
  tokens.clear();
  const auto* at = reinterpret_cast<const unsigned char*>(bytes.data());
  const unsigned char* const end = at + bytes.size();
  while (at != end) {
    std::uint64_t key = 0;
    if (!take_varint(at, end, key)) return false;
    IndexedToken token{.key = static_cast<std::uint32_t>(key)};
    if (token.key == kNumberToken) {
      if (at == end) return false;
      token.form = *at++;
    }
    tokens.push_back(token);
  }
  return true;
}

}  // namespace mizan
