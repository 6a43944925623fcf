// The invisible characters that set the direction of text (UAX #9).
#pragma once

namespace mizan {

constexpr char32_t kLeftToRightMark = 0x200E;
constexpr char32_t kRightToLeftMark = 0x200F;
constexpr char32_t kPopDirectionalFormat = 0x202C;
constexpr char32_t kLeftToRightOverride = 0x202D;
constexpr char32_t kRightToLeftOverride = 0x202E;
constexpr char32_t kFirstStrongIsolate = 0x2068;
constexpr char32_t kPopDirectionalIsolate = 0x2069;

constexpr bool opens_isolate(char32_t c) { return c >= 0x2066 && c <= kFirstStrongIsolate; }

// Overrides are embeddings too.
constexpr bool opens_embedding(char32_t c) {
  return c >= 0x202A && c <= kRightToLeftOverride && c != kPopDirectionalFormat;
}
constexpr bool overrides_direction(char32_t c) {
  return c == kLeftToRightOverride || c == kRightToLeftOverride;
}

}  // namespace mizan
