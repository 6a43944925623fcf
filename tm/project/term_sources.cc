#include "tm/project/term_sources.h"

#include <cstdint>

#include "tm/format/unit_formats.h"
#include "tm/memory/memory.h"
#include "tm/project/alignment_job.h"

namespace mizan {
namespace {

using Visitor = std::function<void(const TermSegment&)>;

std::string place_of(const std::string& file, std::size_t line) {
  return file.substr(file.rfind('/') + 1) + ":" + std::to_string(line);
}

// Whether the name of the file says that it holds texts of two languages. A .txt may be a table of
// units too, but where terms are collected it is running text.
bool is_bilingual(const std::string& path) {
  if (path == "-" || path.ends_with(".txt")) return false;
  const UnitFormat* format = unit_format_of_name(path);
  return format != nullptr && format->read != nullptr;
}

void visit_bilingual(const std::string& path, std::vector<Diagnostic>& diagnostics,
                     const Visitor& visit) {
  const UnitSource source = unit_sources({&path, 1}).front();
  std::size_t record = 0;
  const UnitReadSummary summary = source.format->read(
      source.paths,
      [&](const TranslationUnit& unit) {
        ++record;
        const std::size_t line = unit.origin.line == 0 ? record : unit.origin.line;
        visit({unit.arabic, unit.english, place_of(path, line)});
      },
      {.malformed = MalformedRecord::kSkip});
  diagnostics.insert(diagnostics.end(), summary.diagnostics.begin(), summary.diagnostics.end());
}

void visit_text(const std::string& path, const TextInput& input, const Visitor& visit) {
  for (const Segment& segment : input.segmented.segments) {
    const bool arabic = input.segmented.language == Language::kArabic;
    visit(
        {arabic ? segment.text : "", arabic ? "" : segment.text, place_of(path, segment.line + 1)});
  }
}

void visit_pair(const TermSources& sources, TextPair pair, const LexiconIndex& lexicon,
                const Visitor& visit) {
  const bool by_line =
      sources.segmentation == Segmentation::kLines &&
      pair.first.segmented.segments.size() == pair.second.segmented.segments.size();
  const Alignment alignment =
      by_line ? line_by_line(pair.first.segmented.segments.size()) : align_pair(pair, lexicon);
  const bool arabic_first = pair.first.segmented.language == Language::kArabic;
  for (const Bead& bead : alignment.beads) {
    const std::string first = joined_text(pair.first.segmented, bead.source);
    const std::string second = joined_text(pair.second.segmented, bead.target);
    const std::size_t line =
        bead.source.empty() ? 0 : pair.first.segmented.segments[bead.source.begin].line + 1;
    visit({arabic_first ? first : second, arabic_first ? second : first,
           place_of(sources.files[0], line)});
  }
}

}  // namespace

void for_each_term_segment(const TermSources& sources, const LexiconIndex& lexicon,
                           std::vector<Diagnostic>& diagnostics, const Visitor& visit) {
  const std::vector<std::string>& files = sources.files;
  if (sources.memory != nullptr) {
    TranslationMemory(*sources.memory).for_each({}, [&](const TranslationUnit& unit) {
      visit({unit.arabic, unit.english, "unit " + std::to_string(unit.id)});
    });
  }
  if (files.size() == 2 && !is_bilingual(files[0]) && !is_bilingual(files[1])) {
    TextPair pair{read_text_input(files[0], sources.segmentation),
                  read_text_input(files[1], sources.segmentation)};
    if (pair.first.segmented.language != pair.second.segmented.language) {
      visit_pair(sources, std::move(pair), lexicon, visit);
    } else {
      visit_text(files[0], pair.first, visit);
      visit_text(files[1], pair.second, visit);
    }
    return;
  }
  for (const std::string& file : files) {
    if (is_bilingual(file)) {
      visit_bilingual(file, diagnostics, visit);
    } else {
      visit_text(file, read_text_input(file, sources.segmentation), visit);
    }
  }
}

GlossSource gloss_source(const LexiconIndex& lexicon) {
  return [&lexicon](std::string_view arabic) {
    std::vector<std::string> stems;
    for (const LexiconIndex::Gloss& gloss : lexicon.glosses(arabic)) {
      stems.emplace_back(lexicon.stem(gloss.stem));
    }
    return stems;
  };
}

}  // namespace mizan
