#include "tm/format/review_tsv.h"

#include <algorithm>
#include <charconv>
#include <cstdio>

#include "tm/base/error.h"

namespace mizan {
namespace {

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

std::string_view plural(ReviewUnit unit) { return kUnits[static_cast<std::size_t>(unit)].many; }

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
      row.fields.emplace_back(trimmed_review_cell(*field));
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
      review_.files[side] = trimmed_review_cell(std::string_view(*found).substr(word.size() + 1));
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
    const auto status = parse_review_status(field(status_));
    if (!status) {
      fail(row.line, "unknown status \"" + std::string(field(status_)) + '"', "write ok, ? or -");
    }
    result.status = *status;
    result.confidence = confidence(row.line, field(confidence_));
    if (const std::string_view cell = field(proposed_); !cell.empty()) {
      result.proposal = parse_review_proposal(cell);
      if (!result.proposal) {
        fail(row.line, "changed in the column \"proposed\"",
             "put the old cell back, or leave it empty in a row of your own");
      }
    }
    for (std::size_t side = 0; side < 2; ++side) {
      result.sides[side] = {segments(row.line, field(numbers_[side])),
                            parse_review_texts(field(texts_[side]))};
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
    const auto numbers = parse_review_numbers(cell);
    if (!numbers) {
      fail(line, "\"" + std::string(cell) + "\" names no " + units, "write numbers like 3 or 3+4");
    }
    const auto range = neighbouring_segments(*numbers);
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

std::string to_tsv(const Review& review) {
  const std::string units(plural(review.unit));
  std::string text = std::string(kColumnStatus) + "\tsource " + units + "\ttarget " + units + '\t' +
                     std::string(kColumnConfidence) + "\tsource: " + review.files[0] +
                     "\ttarget: " + review.files[1] + '\t' + std::string(kColumnProposed) + '\n';
  for (const ReviewRow& row : review.rows) {
    text += to_string(row.status);
    for (const ReviewSide& side : row.sides) text += '\t' + review_numbers(side.segments);
    char confidence[16];
    std::snprintf(confidence, sizeof confidence, "\t%.4f", row.confidence);
    text += confidence;
    for (const ReviewSide& side : row.sides) {
      text += '\t' + marked_review_cell(review_cell(side.texts));
    }
    text += '\t';
    if (row.proposal) text += review_proposal(*row.proposal);
    text += '\n';
  }
  return text;
}

Review parse_review(std::string_view text, const std::string& name) {
  return ReviewParser(name).parse(text);
}

}  // namespace mizan
