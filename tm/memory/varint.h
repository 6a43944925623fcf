// Unsigned integers in as few bytes as they need (LEB128), for the blobs of the database.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mizan {

inline void append_varint(std::string& bytes, std::uint64_t value) {
  while (value >= 0x80) {
    bytes += static_cast<char>(value | 0x80);
    value >>= 7;
  }
  bytes += static_cast<char>(value);
}

// Moves `at` behind one integer, which it writes to `value`; false when the bytes end too early or
// run on too long.
inline bool take_varint(const unsigned char*& at, const unsigned char* end, std::uint64_t& value) {
  if (at == end) return false;
  value = *at++;
  if (value < 0x80) return true;
  value &= 0x7F;
  for (unsigned shift = 7; shift < 64 && at != end; shift += 7) {
    const std::uint64_t byte = *at++;
    value |= (byte & 0x7F) << shift;
    if (byte < 0x80) return true;
  }
  return false;
}

// Takes one integer off the front of `bytes`; nothing when they end too early or run on too long.
inline std::optional<std::uint64_t> take_varint(std::string_view& bytes) {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64 && !bytes.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    value |= std::uint64_t{byte & 0x7FU} << shift;
    if (byte < 0x80) return value;
  }
  return std::nullopt;
}

}  // namespace mizan
