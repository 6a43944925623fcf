#include "tm/project/alignment_job.h"

#include <filesystem>
#include <utility>

namespace mizan {
namespace {

// The name of the file; of one that is named after its language alone (law-101/ar.txt), with its
// folder.
std::string document_of(const std::string& file) {
  const std::filesystem::path path(file);
  const std::filesystem::path folder = path.parent_path().filename();
  if (folder.empty() || !parse_language(path.stem().string())) return path.filename().string();
  return (folder / path.filename()).generic_string();
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

std::string joined_text(const SegmentedText& text, const SegmentRange& range) {
  std::string result;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    if (!result.empty()) result += ' ';
    result += text.segments[i].text;
  }
  return result;
}

Origin origin_of(const TextPair& pair) {
  const std::string& file = pair.first.segmented.name;
  Origin origin;
  origin.file = file;
  origin.document = document_of(file);
  return origin;
}

std::optional<TranslationUnit> unit_of(const TextPair& pair, const Bead& bead) {
  const SegmentedText& source = pair.first.segmented;
  const SegmentedText& target = pair.second.segmented;
  TranslationUnit unit;
  unit.arabic = joined_text(source, bead.source);
  unit.english = joined_text(target, bead.target);
  if (source.language == Language::kEnglish) std::swap(unit.arabic, unit.english);
  if (unit.arabic.empty() || unit.english.empty()) return std::nullopt;
  unit.source_language = source.language;
  unit.origin = origin_of(pair);
  unit.origin.position = static_cast<std::int64_t>(bead.source.begin);
  return unit;
}

std::vector<TranslationUnit> units_of(const TextPair& pair, const Alignment& alignment,
                                      double min_confidence) {
  std::vector<TranslationUnit> units;
  for (const Bead& bead : alignment.beads) {
    if (bead.confidence < min_confidence) continue;
    if (auto unit = unit_of(pair, bead)) units.push_back(std::move(*unit));
  }
  return units;
}

}  // namespace mizan
