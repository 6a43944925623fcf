// Dates as TMX writes them (ISO 8601 basic, "20261122T150405Z") and as a unit's origin holds them.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace mizan {

// "2026-11-22T15:04:05Z" from either form, with or without the time of day; empty for anything
// else.
inline std::string to_iso_date(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      digits += c;
    } else if (std::string_view("-:TZ ").find(c) == std::string_view::npos) {
      return {};
    }
  }
  if (digits.size() == 8) digits += "000000";
  if (digits.size() != 14) return {};
  const auto part = [&digits](std::size_t begin, std::size_t size) {
    return digits.substr(begin, size);
  };
  return part(0, 4) + "-" + part(4, 2) + "-" + part(6, 2) + "T" + part(8, 2) + ":" + part(10, 2) +
         ":" + part(12, 2) + "Z";
}

inline std::string to_tmx_date(std::string iso) {
  iso.erase(std::remove_if(iso.begin(), iso.end(), [](char c) { return c == '-' || c == ':'; }),
            iso.end());
  return iso;
}

}  // namespace mizan
