#include "tm/memory/timestamp.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

namespace mizan {

std::int64_t now() {
  return std::chrono::duration_cast<std::chrono::seconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

std::string to_timestamp(std::int64_t seconds) {
  const std::chrono::sys_seconds moment{std::chrono::seconds{seconds}};
  const auto day = std::chrono::floor<std::chrono::days>(moment);
  const std::chrono::year_month_day date{day};
  const std::chrono::hh_mm_ss time{moment - day};
  std::array<char, 48> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02uT%02d:%02d:%02dZ",
                static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()), static_cast<int>(time.hours().count()),
                static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
  return buffer.data();
}

std::optional<std::int64_t> parse_timestamp(std::string_view text) {
  // Digits at their places, the separators of the extended form left out: YYYYMMDD or
  // YYYYMMDDTHHMMSS(Z).
  std::string compact;
  for (const char c : text) {
    if (c != '-' && c != ':') compact += c;
  }
  if (!compact.empty() && compact.back() == 'Z') compact.pop_back();
  if (compact.size() != 8 && !(compact.size() == 15 && compact[8] == 'T')) return std::nullopt;
  if (compact.size() == 15) compact.erase(8, 1);
  if (!std::all_of(compact.begin(), compact.end(), [](char c) { return c >= '0' && c <= '9'; })) {
    return std::nullopt;
  }
  compact.resize(14, '0');
  const auto number = [&compact](std::size_t begin, std::size_t size) {
    return std::stoi(compact.substr(begin, size));
  };
  const std::chrono::year_month_day date{std::chrono::year{number(0, 4)},
                                         std::chrono::month{static_cast<unsigned>(number(4, 2))},
                                         std::chrono::day{static_cast<unsigned>(number(6, 2))}};
  const int hour = number(8, 2);
  const int minute = number(10, 2);
  const int second = number(12, 2);
  if (!date.ok() || hour > 23 || minute > 59 || second > 60) return std::nullopt;
  const std::chrono::sys_seconds moment = std::chrono::sys_days{date} + std::chrono::hours{hour} +
                                          std::chrono::minutes{minute} +
                                          std::chrono::seconds{second};
  return moment.time_since_epoch().count();
}

}  // namespace mizan
