#include "tm/format/bead_list.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "tm/base/error.h"

namespace mizan {
namespace {

bool take(std::string_view& text, char c) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r"), text.size()));
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

// "[4, 5]"; nothing when `text` does not start with a list.
std::optional<std::vector<std::size_t>> take_list(std::string_view& text) {
  std::vector<std::size_t> list;
  if (!take(text, '[')) return std::nullopt;
  while (!take(text, ']')) {
    if (!list.empty() && !take(text, ',')) return std::nullopt;
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), list.emplace_back());
    if (error != std::errc()) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  }
  return list;
}

}  // namespace

std::vector<GoldBead> read_bead_list(std::string_view text, const std::string& name) {
  std::vector<GoldBead> beads;
  std::size_t number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    const auto source = take_list(line);
    const bool colon = source && take(line, ':');
    const auto target = colon ? take_list(line) : std::nullopt;
    if (!target) {
      throw Error(ErrorKind::kMalformed, "not a bead", {name, number, 1},
                  "write [4, 5] : [7]; an empty list for an omission");
    }
    beads.push_back({*source, *target});
  }
  return beads;
}

}  // namespace mizan
