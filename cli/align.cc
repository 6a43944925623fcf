// mizan align: two texts into beads.
#include <algorithm>
#include <cstdio>

#include "cli/commands.h"
#include "tm/align/evaluation.h"
#include "tm/base/error.h"
#include "tm/base/file.h"
#include "tm/format/bead_list.h"
#include "tm/format/tmx_writer.h"
#include "tm/memory/memory.h"
#include "tm/project/alignment_job.h"
#include "tm/project/lexicon_layers.h"
#include "tm/report/alignment_view.h"
#include "tm/report/json_lines.h"
#include "tm/report/ladder.h"

namespace mizan {
namespace {

std::string joined(const SegmentedText& text, const SegmentRange& range) {
  std::string result;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    if (!result.empty()) result += ' ';
    result += tsv_field(text.segments[i].text);
  }
  return result;
}

void print_beads(Invocation& call, const TextPair& pair, const Alignment& alignment) {
  const std::string& format = call.value("format");
  const SegmentedText& source = pair.first.segmented;
  const SegmentedText& target = pair.second.segmented;
  if (format == "ladder") {
    call.out.write(to_ladder(alignment));
    return;
  }
  if (format == "tmx") {
    TmxWriter writer([&](std::string_view text) { call.out.write(text); });
    for (const TranslationUnit& unit :
         units_of(pair, alignment, call.number("min-confidence", 0, 1))) {
      writer.write(unit);
    }
    writer.finish();
    return;
  }
  const TerminalStyle style = call.style();
  std::size_t number = 0;
  for (const Bead& bead : alignment.beads) {
    ++number;
    if (format == "jsonl") {
      call.out.line(call.flag("segmented") ? to_json(bead)
                                           : to_json(bead, source.segments, target.segments));
    } else if (format == "tsv") {
      call.out.line(joined(source, bead.source) + '\t' + joined(target, bead.target));
    } else {
      call.out.line(view_bead(bead, number, source, target, style));
    }
  }
}

void print_figures(Invocation& call, const char* name, const AlignmentFigures& figures) {
  char line[96];
  std::snprintf(line, sizeof line, "%s: precision %.4f recall %.4f F1 %.4f", name,
                figures.precision, figures.recall, figures.f1);
  call.out.line(line);
}

// Gold of other texts would be a silent zero.
void check_indices(const std::vector<GoldBead>& gold, const TextPair& pair,
                   const std::string& path) {
  const auto outside = [](const std::vector<std::size_t>& indices, const TextInput& text) {
    return std::ranges::any_of(
        indices, [&](std::size_t i) { return i >= text.segmented.segments.size(); });
  };
  for (const GoldBead& bead : gold) {
    if (!outside(bead.source, pair.first) && !outside(bead.target, pair.second)) continue;
    throw Error(ErrorKind::kMalformed, "names a segment that the texts do not have",
                {.file = path}, "give the gold of these texts, and --segmented if it counts lines");
  }
}

void print_evaluation(Invocation& call, const TextPair& pair, const Alignment& alignment) {
  const std::string& path = call.value("gold");
  const std::vector<GoldBead> gold = read_bead_list(read_file(path), path);
  check_indices(gold, pair, path);
  const AlignmentCounts counts = compare(gold, alignment);
  print_figures(call, "strict", strict_figures(counts));
  print_figures(call, "lax", lax_figures(counts));
}

void store(const Invocation& call, const TextPair& pair, const Alignment& alignment) {
  const Database database(call.memory_path());
  TranslationMemory memory(database);
  UnitImport import(memory, "align " + call.argument(0) + " " + call.argument(1));
  std::size_t seen = 0;
  for (const TranslationUnit& unit :
       units_of(pair, alignment, call.number("min-confidence", 0, 1))) {
    import.add(unit);
    ++seen;
  }
  const auto added = import.added();
  import.commit();
  print_message(std::to_string(added) + " units added, " +
                std::to_string(static_cast<std::int64_t>(seen) - added) + " known already, in " +
                call.memory_path());
}

int run(Invocation& call) {
  const Segmentation segmentation = call.flag("segmented")    ? Segmentation::kLines
                                    : call.flag("semicolons") ? Segmentation::kSemicolonsToo
                                                              : Segmentation::kSentences;
  const TextPair pair = read_text_pair(call.argument(0), call.argument(1), segmentation);
  if (pair.first.segmented.language == Language::kEnglish) {
    print_message("the first text is English, the second Arabic; aligned in that direction");
  }
  const LexiconIndex lexicon(load_lexicon());
  const Alignment alignment = align_pair(pair, lexicon);
  if (call.flag("store")) store(call, pair, alignment);
  if (call.has("gold")) {
    print_evaluation(call, pair, alignment);
  } else {
    print_beads(call, pair, alignment);
  }
  return 0;
}

}  // namespace

const Command kAlign = {
    .name = "align",
    .arguments = "AR EN",
    .summary = "Aligns a text with its translation, sentence by sentence.",
    .example = "mizan align examples/article/article.ar.txt examples/article/article.en.txt",
    .least_arguments = 2,
    .most_arguments = 2,
    .options = {format_option({"text", "tsv", "jsonl", "ladder", "tmx"}),
                {"segmented", OptionKind::kFlag, "", "both files hold one segment a line already"},
                {"semicolons", OptionKind::kFlag, "", "end sentences at semicolons too"},
                {"store", OptionKind::kFlag, "", "add the beads to the memory"},
                {"min-confidence", OptionKind::kValue, "P",
                 "keep beads below this probability out of memory and TMX", "0"},
                {"gold", OptionKind::kValue, "FILE",
                 "print precision, recall and F1 against gold beads ([4, 5] : [7])"},
                memory_option()},
    .run = run};

}  // namespace mizan
