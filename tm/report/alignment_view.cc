#include "tm/report/alignment_view.h"

#include <algorithm>
#include <cstdio>
#include <vector>

#include "tm/text/bidi.h"

namespace mizan {
namespace {

constexpr std::string_view kGutter = " │ ";
constexpr std::size_t kGutterColumns = 3;

// The segments of one side of a bead, wrapped; a mark opens each when there are several.
std::vector<std::string> wrapped(const SegmentRange& range, const SegmentedText& text,
                                 std::size_t columns) {
  std::vector<std::string> lines;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    const std::string mark = range.size() > 1 ? "• " : "";
    const std::vector<std::string> some = wrap(mark + text.segments[i].text, columns);
    lines.insert(lines.end(), some.begin(), some.end());
  }
  if (range.empty()) lines.push_back("—");
  return lines;
}

// Right-to-left text is set flush right, so that its lines begin where its reader begins. It is the
// last column, so nothing stands after its last line.
std::string column(const std::string& text, Language language, std::size_t columns,
                   const TerminalStyle& style) {
  if (language == Language::kArabic && text.empty()) return "";
  const std::size_t used = std::min(display_width(text), columns);
  const std::string field = shown(text, language, style);
  const std::string blanks(columns - used, ' ');
  return language == Language::kArabic ? blanks + field : field + blanks;
}

}  // namespace

std::string view_bead(const Bead& bead, std::size_t number, const SegmentedText& source,
                      const SegmentedText& target, const TerminalStyle& style) {
  const bool source_left = source.language == Language::kEnglish;
  const SegmentedText& left = source_left ? source : target;
  const SegmentedText& right = source_left ? target : source;
  const std::size_t width = (std::max<std::size_t>(style.columns, 40) - kGutterColumns) / 2;
  const auto left_lines = wrapped(source_left ? bead.source : bead.target, left, width);
  const auto right_lines = wrapped(source_left ? bead.target : bead.source, right, width);

  char head[96];
  std::snprintf(head, sizeof head, "%zu  %zu:%zu  %.2f", number, bead.source.size(),
                bead.target.size(), bead.confidence);
  const bool doubtful = bead.confidence < 0.5 || bead.one_sided();
  std::string view = emphasised(head, doubtful ? Emphasis::kYellow : Emphasis::kDim, style) + '\n';
  for (std::size_t i = 0; i < std::max(left_lines.size(), right_lines.size()); ++i) {
    view += column(i < left_lines.size() ? left_lines[i] : "", left.language, width, style);
    view += kGutter;
    view += column(i < right_lines.size() ? right_lines[i] : "", right.language, width, style);
    view += '\n';
  }
  return view;
}

}  // namespace mizan
