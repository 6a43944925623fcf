#include "tm/format/bead_list.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "tm/base/error.h"

namespace mizan {
namespace {

void skip_spaces(std::string_view& text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t' || text.front() == '\r')) {
    text.remove_prefix(1);
  }
}

bool take(std::string_view& text, char c) {
  skip_spaces(text);
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

// "[4, 5]" as a range that starts at `next`, which it moves on; nothing when it is not one.
std::optional<SegmentRange> take_list(std::string_view& text, std::size_t& next) {
  if (!take(text, '[')) return std::nullopt;
  const std::size_t begin = next;
  while (!take(text, ']')) {
    if (next != begin && !take(text, ',')) return std::nullopt;
    skip_spaces(text);
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), index);
    if (error != std::errc() || index != next) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    ++next;
  }
  return SegmentRange{begin, next};
}

std::string list_of(const SegmentRange& range) {
  std::string text = "[";
  for (std::size_t i = range.begin; i < range.end; ++i) {
    if (i != range.begin) text += ", ";
    text += std::to_string(i);
  }
  return text + "]";
}

}  // namespace

Alignment read_bead_list(std::string_view text, const std::string& name) {
  Alignment alignment;
  std::size_t source = 0;
  std::size_t target = 0;
  std::size_t number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    skip_spaces(line);
    if (line.empty()) continue;
    const auto sources = take_list(line, source);
    const bool colon = sources && take(line, ':');
    const auto targets = colon ? take_list(line, target) : std::nullopt;
    if (!targets || (sources->empty() && targets->empty())) {
      throw Error(ErrorKind::kMalformed, "not the next bead", {name, number, 1},
                  "write [4, 5] : [7], every line of both texts once and in order");
    }
    alignment.beads.push_back({*sources, *targets, 1.0});
  }
  return alignment;
}

std::string write_bead_list(const Alignment& alignment) {
  std::string text;
  for (const Bead& bead : alignment.beads) {
    text += list_of(bead.source) + " : " + list_of(bead.target) + "\n";
  }
  return text;
}

}  // namespace mizan
