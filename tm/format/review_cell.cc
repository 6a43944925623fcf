#include "tm/format/review_cell.h"

#include <algorithm>
#include <charconv>
#include <cstdio>

#include "tm/base/ascii.h"
#include "tm/base/utf8.h"

namespace mizan {
namespace {

constexpr std::string_view kJoint = "⏎";
// Stands for a ⏎ of the text itself.
constexpr std::string_view kJointInside = "↵";

// WORD JOINER, invisible. Spreadsheets take a cell for a number, a date, a formula or a quoted
// field by its first characters; opened by it, the cell is text and comes back as it was.
constexpr std::string_view kTextMark = "\u2060";
constexpr std::string_view kByteOrderMark = "\uFEFF";

struct StatusName {
  std::string_view text;
  ReviewStatus status;
};
// The first of each status is the one that is written.
constexpr StatusName kStatuses[] = {{"ok", ReviewStatus::kOk},      {"", ReviewStatus::kOk},
                                    {"?", ReviewStatus::kDoubtful}, {"؟", ReviewStatus::kDoubtful},
                                    {"-", ReviewStatus::kRejected}, {"–", ReviewStatus::kRejected},
                                    {"—", ReviewStatus::kRejected}, {"−", ReviewStatus::kRejected}};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// A spreadsheet leaves alone what starts with a letter and is longer than any date it knows.
bool needs_mark(std::string_view cell) {
  constexpr std::size_t kLongestDate = 60;  // bytes
  if (cell.empty()) return false;
  const char first = cell.front();
  const bool letter = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') ||
                      static_cast<unsigned char>(first) >= 0x80;
  return !letter || cell.size() <= kLongestDate;
}

// The digits of the East as those of ASCII: an Arabic keyboard types them.
std::string western_digits(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = code_point_at(text, i);
    if (point.value >= 0x0660 && point.value <= 0x0669) {
      result += static_cast<char>('0' + (point.value - 0x0660));
    } else if (point.value >= 0x06F0 && point.value <= 0x06F9) {
      result += static_cast<char>('0' + (point.value - 0x06F0));
    } else {
      result += text.substr(i, point.size);
    }
    i += point.size;
  }
  return result;
}

std::vector<std::string_view> words(std::string_view text) {
  std::vector<std::string_view> result;
  while (true) {
    text = trimmed_review_cell(text);
    if (text.empty()) return result;
    const std::size_t end = text.find(' ');
    result.push_back(text.substr(0, end));
    if (end == text.npos) return result;
    text.remove_prefix(end);
  }
}

}  // namespace

std::string_view to_string(ReviewStatus status) {
  const auto* found = std::ranges::find_if(
      kStatuses, [&](const StatusName& name) { return name.status == status; });
  return found->text;
}

std::optional<ReviewStatus> parse_review_status(std::string_view text) {
  const std::string lower = ascii_lower(text);
  for (const StatusName& name : kStatuses) {
    if (lower == name.text) return name.status;
  }
  return std::nullopt;
}

std::string_view trimmed_review_cell(std::string_view text) {
  while (true) {
    const std::size_t before = text.size();
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    for (const std::string_view mark : {kTextMark, kByteOrderMark}) {
      if (text.starts_with(mark)) text.remove_prefix(mark.size());
      if (text.ends_with(mark)) text.remove_suffix(mark.size());
    }
    if (text.size() == before) return text;
  }
}

std::string review_numbers(const SegmentRange& range) {
  std::string list;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    if (!list.empty()) list += '+';
    list += std::to_string(i + 1);
  }
  return list;
}

std::optional<std::vector<std::size_t>> parse_review_numbers(std::string_view cell) {
  constexpr std::string_view kSeparators = "+,; ";
  constexpr std::string_view kArabicComma = "،";
  std::string list = western_digits(cell);
  for (std::size_t at; (at = list.find(kArabicComma)) != list.npos;) {
    list.replace(at, kArabicComma.size(), ",");
  }
  std::vector<std::size_t> numbers;
  std::string_view rest = list;
  while (!rest.empty()) {
    if (kSeparators.find(rest.front()) != kSeparators.npos) {
      rest.remove_prefix(1);
      continue;
    }
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
    if (error != std::errc()) return std::nullopt;
    rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
    if (!rest.empty() && kSeparators.find(rest.front()) == kSeparators.npos) return std::nullopt;
    numbers.push_back(number);
  }
  return numbers;
}

std::optional<SegmentRange> neighbouring_segments(const std::vector<std::size_t>& numbers) {
  if (numbers.empty() || (numbers.size() == 1 && numbers[0] == 0)) return SegmentRange{};
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (numbers[i] == 0 || numbers[i] != numbers[0] + i) return std::nullopt;
  }
  return SegmentRange{numbers[0] - 1, numbers[0] - 1 + numbers.size()};
}

std::string review_proposal(const ReviewProposal& proposal) {
  const auto list = [](const SegmentRange& range) {
    return range.empty() ? std::string("0") : review_numbers(range);
  };
  char digests[32];
  std::snprintf(digests, sizeof digests, " %08x %08x", proposal.sides[0].digest,
                proposal.sides[1].digest);
  return std::to_string(proposal.number) + ' ' + std::string(to_string(proposal.status)) + ' ' +
         list(proposal.sides[0].segments) + '=' + list(proposal.sides[1].segments) + digests;
}

std::optional<ReviewProposal> parse_review_proposal(std::string_view cell) {
  const std::vector<std::string_view> parts = words(cell);
  if (parts.size() != 5) return std::nullopt;
  ReviewProposal proposal;
  const auto read = [](std::string_view text, auto& value, int base) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    return error == std::errc() && end == text.data() + text.size();
  };
  const auto status = parse_review_status(parts[1]);
  const std::size_t equals = parts[2].find('=');
  if (!status || equals == parts[2].npos || !read(parts[0], proposal.number, 10)) {
    return std::nullopt;
  }
  proposal.status = *status;
  const std::string_view lists[] = {parts[2].substr(0, equals), parts[2].substr(equals + 1)};
  for (std::size_t side = 0; side < 2; ++side) {
    if (!read(parts[3 + side], proposal.sides[side].digest, 16)) return std::nullopt;
    const auto numbers = parse_review_numbers(lists[side]);
    const auto range = numbers ? neighbouring_segments(*numbers) : std::nullopt;
    if (!range) return std::nullopt;
    proposal.sides[side].segments = *range;
  }
  return proposal;
}

std::string review_text(std::string_view segment) {
  std::string text;
  const auto replace = [&text](std::string_view part, std::string_view by) {
    for (std::size_t at = 0; (at = text.find(part, at)) != text.npos; at += by.size()) {
      text.replace(at, part.size(), by);
    }
  };
  for (const char c : trimmed_review_cell(segment)) {
    if (!is_blank(c)) {
      text += c;
    } else if (!text.ends_with(' ')) {
      text += ' ';
    }
  }
  replace(kTextMark, "");  // inside, when cells have been joined by hand
  replace(kJoint, kJointInside);
  return text;
}

std::string review_cell(std::span<const std::string> texts) {
  std::string cell;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (i > 0) cell.append(" ").append(kJoint).append(" ");
    cell += texts[i];
  }
  return cell;
}

std::uint32_t review_digest(std::span<const std::string> texts) {
  std::uint32_t hash = 0x811C9DC5U;
  for (const char c : review_cell(texts)) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x01000193U;
  }
  return hash;
}

// The parts of a text cell; a break that a spreadsheet allows inside a cell is a blank.
std::vector<std::string> parse_review_texts(std::string_view cell) {
  std::vector<std::string> texts;
  if (trimmed_review_cell(cell).empty()) return texts;
  while (true) {
    const std::size_t joint = cell.find(kJoint);
    texts.push_back(review_text(cell.substr(0, joint)));
    if (joint == cell.npos) return texts;
    cell.remove_prefix(joint + kJoint.size());
  }
}

std::string marked_review_cell(std::string_view cell) {
  return (needs_mark(cell) ? std::string(kTextMark) : std::string()).append(cell);
}

}  // namespace mizan
