#include "tm/term/definitions.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace mizan {
namespace {

bool is_alnum(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }
char lower(char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); }

constexpr auto kQuotes = std::to_array<std::pair<std::string_view, std::string_view>>(
    {{"\"", "\""}, {"«", "»"}, {"“", "”"}, {"”", "“"}, {"”", "”"}, {"„", "“"}, {"‘", "’"}});

// The quotation that ends right at `end`.
std::optional<ByteRange> quotation_before(std::string_view segment, std::size_t end) {
  const std::string_view before = segment.substr(0, end);
  for (const auto& [open, close] : kQuotes) {
    if (!before.ends_with(close)) continue;
    const std::size_t inner_end = end - close.size();
    const std::size_t begin = segment.substr(0, inner_end).rfind(open);
    if (begin == std::string_view::npos || begin + open.size() >= inner_end) continue;
    return ByteRange{begin + open.size(), inner_end};
  }
  return std::nullopt;
}

std::size_t without_trailing_space(std::string_view text, std::size_t end) {
  while (end > 0 && std::isspace(static_cast<unsigned char>(text[end - 1])) != 0) --end;
  return end;
}

}  // namespace

std::vector<Bracket> find_brackets(std::string_view segment) {
  std::vector<Bracket> brackets;
  std::size_t open = std::string_view::npos;
  for (std::size_t i = 0; i < segment.size(); ++i) {
    if (segment[i] == '(') {
      open = i;
    } else if (segment[i] == ')' && open != std::string_view::npos) {
      Bracket bracket;
      bracket.inner = {open + 1, without_trailing_space(segment, i)};
      while (bracket.inner.begin < bracket.inner.end && segment[bracket.inner.begin] == ' ') {
        ++bracket.inner.begin;
      }
      bracket.before_end = without_trailing_space(segment, open);
      bracket.quotation = quotation_before(segment, bracket.before_end);
      if (bracket.inner.begin < bracket.inner.end && bracket.before_end > 0) {
        brackets.push_back(bracket);
      }
      open = std::string_view::npos;
    }
  }
  return brackets;
}

bool is_short_form(std::string_view text) {
  if (text.size() < 2 || text.size() > 10 || !is_alnum(text[0])) return false;
  if (std::ranges::count(text, ' ') > 1) return false;
  std::size_t capitals = 0;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
    if (!is_alnum(c) && c != '-' && c != '/' && c != '&' && c != '.' && c != ' ') return false;
    capitals += c >= 'A' && c <= 'Z' ? 1U : 0U;
  }
  // One capital is a name (Paris), unless the rest is no lower-case word (R0, mRNA).
  return capitals >= 2 ||
         (capitals == 1 && std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; }));
}

std::optional<std::size_t> find_long_form(std::string_view before, std::string_view short_form) {
  std::size_t l = before.size();
  for (std::size_t s = short_form.size(); s > 0; --s) {
    const char wanted = lower(short_form[s - 1]);
    if (!is_alnum(wanted)) continue;
    // A plural's s is no letter of the long form: WMPs.
    if (s == short_form.size() && s > 2 && short_form[s - 1] == 's' && short_form[s - 2] >= 'A' &&
        short_form[s - 2] <= 'Z') {
      continue;
    }
    const bool first = s == 1;
    const auto fits = [&](std::size_t at) {
      return lower(before[at]) == wanted && (!first || at == 0 || !is_alnum(before[at - 1]));
    };
    while (l > 0 && !fits(l - 1)) --l;
    if (l == 0) return std::nullopt;
    --l;
  }
  const std::string_view found = before.substr(l);
  const auto words = static_cast<std::size_t>(std::ranges::count(found, ' ')) + 1;
  const std::size_t letters = short_form.size();
  if (words > std::min(letters + 5, letters * 2) || found.size() <= letters) return std::nullopt;
  // Not across a sentence or a bracket, and not the short form itself.
  if (found.find_first_of(";:()!?") != std::string_view::npos ||
      found.find(". ") != std::string_view::npos ||
      found.find(short_form) != std::string_view::npos)
    return std::nullopt;
  return l;
}

}  // namespace mizan
