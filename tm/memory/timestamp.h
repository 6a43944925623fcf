// Moments as the memory stores them (seconds since 1970, UTC) and as people and files write them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mizan {

std::int64_t now();

// "2026-11-22T15:04:05Z".
std::string to_timestamp(std::int64_t seconds);

// ISO 8601 in UTC, extended or basic ("2026-11-22T15:04:05Z", "20261122T150405Z"), with or without
// the time of day; nothing for anything else.
std::optional<std::int64_t> parse_timestamp(std::string_view text);

}  // namespace mizan
