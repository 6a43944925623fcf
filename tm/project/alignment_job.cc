#include "tm/project/alignment_job.h"

#include <filesystem>
#include <utility>

namespace mizan {
namespace {

std::string joined(const SegmentedText& text, const SegmentRange& range) {
  std::string result;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    if (!result.empty()) result += ' ';
    result += text.segments[i].text;
  }
  return result;
}

}  // namespace

Alignment align_pair(const TextPair& pair, const LexiconIndex& lexicon,
                     const AlignmentOptions& options) {
  return align(pair.first.segmented.segments, pair.second.segmented.segments,
               pair.first.segmented.language, lexicon, options);
}

Alignment line_by_line(std::size_t lines) {
  Alignment alignment;
  for (std::size_t i = 0; i < lines; ++i) {
    alignment.beads.push_back({{i, i + 1}, {i, i + 1}, 1.0});
  }
  return alignment;
}

std::vector<TranslationUnit> units_of(const TextPair& pair, const Alignment& alignment,
                                      double min_confidence) {
  std::vector<TranslationUnit> units;
  const SegmentedText& source = pair.first.segmented;
  const SegmentedText& target = pair.second.segmented;
  for (const Bead& bead : alignment.beads) {
    if (bead.one_sided() || bead.confidence < min_confidence) continue;
    TranslationUnit unit;
    unit.arabic = joined(source, bead.source);
    unit.english = joined(target, bead.target);
    if (source.language == Language::kEnglish) std::swap(unit.arabic, unit.english);
    if (unit.arabic.empty() || unit.english.empty()) continue;
    unit.source_language = source.language;
    unit.origin.file = source.name;
    unit.origin.document = std::filesystem::path(source.name).filename().string();
    unit.origin.position = static_cast<std::int64_t>(bead.source.begin);
    units.push_back(std::move(unit));
  }
  return units;
}

}  // namespace mizan
