#include "tm/format/review_tsv.h"

#include <algorithm>
#include <charconv>
#include <cstdio>

#include "tm/base/error.h"
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

constexpr std::string_view kColumnStatus = "status";
constexpr std::string_view kColumnConfidence = "confidence";
constexpr std::string_view kColumnProposed = "proposed";
constexpr std::array<std::string_view, 2> kSides = {"source", "target"};

struct UnitName {
  ReviewUnit unit;
  std::string_view one;
  std::string_view many;
};
constexpr UnitName kUnits[] = {{ReviewUnit::kSentence, "sentence", "sentences"},
                               {ReviewUnit::kClause, "clause", "clauses"},
                               {ReviewUnit::kLine, "line", "lines"}};

struct StatusName {
  std::string_view text;
  ReviewStatus status;
};
// The first of each status is the one that is written; the others are what an Arabic keyboard or
// the correction of a spreadsheet makes of it. An empty cell is an added row.
constexpr StatusName kStatuses[] = {{"ok", ReviewStatus::kOk},      {"", ReviewStatus::kOk},
                                    {"?", ReviewStatus::kDoubtful}, {"؟", ReviewStatus::kDoubtful},
                                    {"-", ReviewStatus::kRejected}, {"–", ReviewStatus::kRejected},
                                    {"—", ReviewStatus::kRejected}, {"−", ReviewStatus::kRejected}};

std::string_view to_string(ReviewStatus status) {
  const auto* found = std::ranges::find_if(
      kStatuses, [&](const StatusName& name) { return name.status == status; });
  return found->text;
}

std::optional<ReviewStatus> parse_status(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  for (const StatusName& name : kStatuses) {
    if (lower == name.text) return name.status;
  }
  return std::nullopt;
}

std::string_view plural(ReviewUnit unit) { return kUnits[static_cast<std::size_t>(unit)].many; }

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Without blanks and invisible marks at its ends.
std::string_view trimmed(std::string_view text) {
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

// A spreadsheet leaves alone what starts with a letter and is longer than any date it knows.
bool needs_mark(std::string_view cell) {
  constexpr std::size_t kLongestDate = 60;  // bytes
  if (cell.empty()) return false;
  const char first = cell.front();
  const bool letter = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') ||
                      static_cast<unsigned char>(first) >= 0x80;
  return !letter || cell.size() <= kLongestDate;
}

std::string number_list(const SegmentRange& range) {
  std::string list;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    if (!list.empty()) list += '+';
    list += std::to_string(i + 1);
  }
  return list;
}

// "3 ok 3+4=7 5f2a9c01 01b2c3d4"; 0 for a side without segments.
std::string proposal_cell(const ReviewProposal& proposal) {
  const auto list = [](const SegmentRange& range) {
    return range.empty() ? std::string("0") : number_list(range);
  };
  char digests[32];
  std::snprintf(digests, sizeof digests, " %08x %08x", proposal.sides[0].digest,
                proposal.sides[1].digest);
  return std::to_string(proposal.number) + ' ' + std::string(to_string(proposal.status)) + ' ' +
         list(proposal.sides[0].segments) + '=' + list(proposal.sides[1].segments) + digests;
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

// "3+4" as numbers; other separators are understood. Nothing when it is no list.
std::optional<std::vector<std::size_t>> parse_numbers(std::string_view cell) {
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

// As a range of 0-based segments, when the numbers are neighbours; "0" names none.
std::optional<SegmentRange> neighbours(const std::vector<std::size_t>& numbers) {
  if (numbers.empty() || (numbers.size() == 1 && numbers[0] == 0)) return SegmentRange{};
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (numbers[i] == 0 || numbers[i] != numbers[0] + i) return std::nullopt;
  }
  return SegmentRange{numbers[0] - 1, numbers[0] - 1 + numbers.size()};
}

std::vector<std::string_view> words(std::string_view text) {
  std::vector<std::string_view> result;
  while (true) {
    text = trimmed(text);
    if (text.empty()) return result;
    const std::size_t end = text.find(' ');
    result.push_back(text.substr(0, end));
    if (end == text.npos) return result;
    text.remove_prefix(end);
  }
}

std::optional<ReviewProposal> parse_proposal(std::string_view cell) {
  const std::vector<std::string_view> parts = words(cell);
  if (parts.size() != 5) return std::nullopt;
  ReviewProposal proposal;
  const auto read = [](std::string_view text, auto& value, int base) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    return error == std::errc() && end == text.data() + text.size();
  };
  const auto status = parse_status(parts[1]);
  const std::size_t equals = parts[2].find('=');
  if (!status || equals == parts[2].npos || !read(parts[0], proposal.number, 10)) {
    return std::nullopt;
  }
  proposal.status = *status;
  const std::string_view lists[] = {parts[2].substr(0, equals), parts[2].substr(equals + 1)};
  for (std::size_t side = 0; side < 2; ++side) {
    if (!read(parts[3 + side], proposal.sides[side].digest, 16)) return std::nullopt;
    const auto numbers = parse_numbers(lists[side]);
    const auto range = numbers ? neighbours(*numbers) : std::nullopt;
    if (!range) return std::nullopt;
    proposal.sides[side].segments = *range;
  }
  return proposal;
}

// The parts of a text cell; a break that a spreadsheet allows inside a cell is a blank.
std::vector<std::string> parse_texts(std::string_view cell) {
  std::vector<std::string> texts;
  if (trimmed(cell).empty()) return texts;
  while (true) {
    const std::size_t joint = cell.find(kJoint);
    texts.push_back(review_text(cell.substr(0, joint)));
    if (joint == cell.npos) return texts;
    cell.remove_prefix(joint + kJoint.size());
  }
}

struct Row {
  std::size_t line = 0;
  std::vector<std::string> fields;
};

// The field that opens with a quotation mark, as spreadsheets write it: closed before a tab or the
// end of the row, the marks inside doubled. Nothing when it is a plain field: nothing closes it, or
// only after a tab, which no cell of ours holds.
std::optional<std::string> take_quoted(std::string_view text, std::size_t& at) {
  std::string field;
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (text[i] == '\t') return std::nullopt;
    if (text[i] != '"') {
      field += text[i];
    } else if (i + 1 < text.size() && text[i + 1] == '"') {
      field += '"';
      ++i;
    } else {
      const std::string_view after = text.substr(i + 1);
      if (!after.empty() && !after.starts_with('\t') && !after.starts_with('\n') &&
          !after.starts_with("\r\n")) {
        return std::nullopt;
      }
      at = i + 1;
      return field;
    }
  }
  return std::nullopt;
}

std::vector<Row> split_rows(std::string_view text) {
  std::vector<Row> rows;
  std::size_t line = 1;
  std::size_t at = 0;
  while (at < text.size()) {
    Row row{line, {}};
    while (true) {
      std::optional<std::string> field;
      const std::size_t begin = at;
      if (at < text.size() && text[at] == '"') field = take_quoted(text, at);
      if (!field) {
        at = std::min(text.find_first_of("\t\n", at), text.size());
        field = text.substr(begin, at - begin);
      }
      line += static_cast<std::size_t>(std::ranges::count(text.substr(begin, at - begin), '\n'));
      row.fields.emplace_back(trimmed(*field));
      at = std::min(text.find_first_of("\t\n", at), text.size());
      if (at == text.size() || text[at] == '\n') break;
      ++at;
    }
    ++at;
    ++line;
    const bool empty = std::ranges::all_of(row.fields, [](const auto& f) { return f.empty(); });
    if (!empty) rows.push_back(std::move(row));
  }
  return rows;
}

class ReviewParser {
 public:
  explicit ReviewParser(const std::string& name) : name_(name) {}

  Review parse(std::string_view text) {
    const std::vector<Row> rows = split_rows(text);
    if (rows.empty()) fail(1, "holds no rows", "write a review file with mizan align --review");
    read_header(rows[0]);
    for (const Row& row : std::span(rows).subspan(1)) review_.rows.push_back(read_row(row));
    restore_order();
    return std::move(review_);
  }

 private:
  [[noreturn]] void fail(std::size_t line, const std::string& problem,
                         const std::string& advice) const {
    throw Error(ErrorKind::kMalformed, problem, {.file = name_, .line = line}, advice);
  }

  void read_header(const Row& header) {
    const auto column = [&](const std::string& name) {
      const auto found = std::ranges::find(header.fields, name);
      if (found == header.fields.end()) missing(header, name);
      return static_cast<std::size_t>(found - header.fields.begin());
    };
    status_ = column(std::string(kColumnStatus));
    confidence_ = column(std::string(kColumnConfidence));
    proposed_ = column(std::string(kColumnProposed));
    for (const UnitName& unit : kUnits) {
      const std::string numbers = std::string(kSides[0]) + ' ' + std::string(unit.many);
      if (std::ranges::find(header.fields, numbers) != header.fields.end())
        review_.unit = unit.unit;
    }
    for (std::size_t side = 0; side < 2; ++side) {
      const std::string word(kSides[side]);
      numbers_[side] = column(word + ' ' + std::string(plural(review_.unit)));
      const auto found = std::ranges::find_if(
          header.fields, [&](const std::string& field) { return field.starts_with(word + ':'); });
      if (found == header.fields.end()) missing(header, word + ": FILE");
      texts_[side] = static_cast<std::size_t>(found - header.fields.begin());
      review_.files[side] = trimmed(std::string_view(*found).substr(word.size() + 1));
    }
  }

  [[noreturn]] void missing(const Row& header, const std::string& column) const {
    if (header.fields.size() == 1) {
      fail(header.line, "no tab-separated columns",
           "save the review with tabs between its columns");
    }
    fail(header.line, "no column \"" + column + "\"",
         "keep the first row as mizan align --review wrote it");
  }

  ReviewRow read_row(const Row& row) const {
    const auto field = [&](std::size_t column) {
      return column < row.fields.size() ? std::string_view(row.fields[column]) : std::string_view();
    };
    ReviewRow result;
    result.line = row.line;
    const auto status = parse_status(field(status_));
    if (!status) {
      fail(row.line, "unknown status \"" + std::string(field(status_)) + '"', "write ok, ? or -");
    }
    result.status = *status;
    result.confidence = confidence(row.line, field(confidence_));
    if (const std::string_view cell = field(proposed_); !cell.empty()) {
      result.proposal = parse_proposal(cell);
      if (!result.proposal) {
        fail(row.line, "changed in the column \"proposed\"",
             "put the old cell back, or leave it empty in a row of your own");
      }
    }
    for (std::size_t side = 0; side < 2; ++side) {
      result.sides[side] = {segments(row.line, field(numbers_[side])),
                            parse_texts(field(texts_[side]))};
    }
    return result;
  }

  double confidence(std::size_t line, std::string_view cell) const {
    std::string text(cell);
    const bool percent = text.ends_with('%');
    if (percent) text.pop_back();
    std::ranges::replace(text, ',', '.');  // the decimal sign of many a spreadsheet
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (percent) value /= 100;
    const bool read = error == std::errc() && end == text.data() + text.size();
    if (cell.empty()) return 0;
    if (!read || !(value >= 0 && value <= 1)) {
      fail(line, "confidence \"" + std::string(cell) + "\" is no number from 0 to 1",
           "leave the column as it was");
    }
    return value;
  }

  SegmentRange segments(std::size_t line, std::string_view cell) const {
    const std::string units(plural(review_.unit));
    const auto numbers = parse_numbers(cell);
    if (!numbers) {
      fail(line, "\"" + std::string(cell) + "\" names no " + units, "write numbers like 3 or 3+4");
    }
    const auto range = neighbours(*numbers);
    if (!range) {
      fail(line, "\"" + std::string(cell) + "\" does not name neighbours, counted from 1",
           "a row holds " + units + " that follow each other, like 3+4");
    }
    return *range;
  }

  void restore_order() {
    std::vector<std::pair<std::size_t, std::size_t>> order;  // proposal, row
    std::size_t number = 0;
    for (std::size_t i = 0; i < review_.rows.size(); ++i) {
      if (review_.rows[i].proposal) number = review_.rows[i].proposal->number;
      order.emplace_back(number, i);
    }
    std::ranges::sort(order);
    std::vector<ReviewRow> rows;
    for (const auto& [proposal, row] : order) rows.push_back(std::move(review_.rows[row]));
    review_.rows = std::move(rows);
  }

  const std::string& name_;
  Review review_;
  std::size_t status_ = 0;
  std::size_t confidence_ = 0;
  std::size_t proposed_ = 0;
  std::array<std::size_t, 2> numbers_ = {};
  std::array<std::size_t, 2> texts_ = {};
};

}  // namespace

std::string_view to_string(ReviewUnit unit) { return kUnits[static_cast<std::size_t>(unit)].one; }

std::string review_text(std::string_view segment) {
  std::string text;
  const auto replace = [&text](std::string_view part, std::string_view by) {
    for (std::size_t at = 0; (at = text.find(part, at)) != text.npos; at += by.size()) {
      text.replace(at, part.size(), by);
    }
  };
  for (const char c : trimmed(segment)) {
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

std::string to_tsv(const Review& review) {
  const std::string units(plural(review.unit));
  std::string text = std::string(kColumnStatus) + "\tsource " + units + "\ttarget " + units + '\t' +
                     std::string(kColumnConfidence) + "\tsource: " + review.files[0] +
                     "\ttarget: " + review.files[1] + '\t' + std::string(kColumnProposed) + '\n';
  for (const ReviewRow& row : review.rows) {
    text += to_string(row.status);
    for (const ReviewSide& side : row.sides) text += '\t' + number_list(side.segments);
    char confidence[16];
    std::snprintf(confidence, sizeof confidence, "\t%.4f", row.confidence);
    text += confidence;
    for (const ReviewSide& side : row.sides) {
      const std::string cell = review_cell(side.texts);
      text += '\t';
      if (needs_mark(cell)) text += kTextMark;
      text += cell;
    }
    text += '\t';
    if (row.proposal) text += proposal_cell(*row.proposal);
    text += '\n';
  }
  return text;
}

Review parse_review(std::string_view text, const std::string& name) {
  return ReviewParser(name).parse(text);
}

}  // namespace mizan
