#include "tm/format/unit_hunalign.h"

#include <array>
#include <charconv>
#include <optional>

#include "tm/base/ascii.h"
#include "tm/base/line_reader.h"
#include "tm/base/utf8.h"
#include "tm/format/tsv.h"

namespace mizan {
namespace {

constexpr std::string_view kJoint = "~~~";
constexpr std::string_view kParagraph = "<p>";

struct Row {
  std::string_view source;
  std::string_view target;
  std::string_view score;
};

std::optional<Row> parse_row(std::string_view line) {
  const std::vector<std::string_view> fields = split_row(line);
  if (fields.size() != 3) return std::nullopt;
  const std::string_view score = ascii_trimmed(fields[2]);
  double value = 0;
  const auto [end, error] = std::from_chars(score.data(), score.data() + score.size(), value);
  if (error != std::errc() || end != score.data() + score.size()) return std::nullopt;
  return Row{fields[0], fields[1], score};
}

std::string joined(std::string_view field) {
  std::string text;
  while (true) {
    const std::size_t joint = field.find(kJoint);
    const std::string_view sentence = ascii_trimmed(field.substr(0, joint));
    if (!sentence.empty() && sentence != kParagraph) {
      if (!text.empty()) text += ' ';
      text += sentence;
    }
    if (joint == field.npos) return text;
    field.remove_prefix(joint + kJoint.size());
  }
}

UnitReadSummary read(LineReader& lines, const std::string& name, const UnitVisitor& visit,
                     const UnitReadOptions& options) {
  UnitReadSummary summary;
  summary.format = "hunalign";
  const bool english_first = english_comes_first(lines.ahead());
  std::int64_t position = 0;
  for (std::string_view line; lines.next(line);) {
    if (ascii_trimmed(line).empty()) continue;
    const std::optional<Row> row = parse_row(line);
    if (!row) {
      report_malformed(options, summary, "not source TAB target TAB score",
                       lines.place(count_code_points(line) + 1),
                       "take hunalign's output of the option -text");
      continue;
    }
    TranslationUnit unit;
    unit.source_language = english_first ? Language::kEnglish : Language::kArabic;
    (english_first ? unit.english : unit.arabic) = joined(row->source);
    (english_first ? unit.arabic : unit.english) = joined(row->target);
    if (unit.arabic.empty() && unit.english.empty()) continue;
    unit.origin.file = name;
    unit.origin.line = lines.number();
    unit.origin.position = position++;
    unit.properties.emplace_back(kHunalignScoreProperty, row->score);
    hand_out(unit, options, summary, visit);
  }
  return summary;
}

}  // namespace

UnitReadSummary read_unit_hunalign(const std::string& path, const UnitVisitor& visit,
                                   const UnitReadOptions& options) {
  LineReader lines(path);
  return read(lines, path, visit, options);
}

UnitReadSummary parse_unit_hunalign(std::string_view text, const std::string& name,
                                    const UnitVisitor& visit, const UnitReadOptions& options) {
  LineReader lines(text, name);
  return read(lines, name, visit, options);
}

bool opens_unit_hunalign(std::string_view start) {
  std::size_t rows = 0;
  while (!start.empty()) {
    const std::size_t end = start.find('\n');
    // The last row may be cut off.
    if (end == start.npos && rows > 0) break;
    const std::string_view line = start.substr(0, end);
    start.remove_prefix(end == start.npos ? start.size() : end + 1);
    if (ascii_trimmed(line).empty()) continue;
    if (!parse_row(line)) return false;
    ++rows;
  }
  return rows > 0;
}

}  // namespace mizan
