// mizan term harvest and term extract: terms proposed from texts, as a glossary to be edited.
#include <cstdio>
#include <memory>
#include <optional>

#include "cli/commands.h"
#include "tm/base/error.h"
#include "tm/project/lexicon_cache.h"
#include "tm/project/term_extraction.h"
#include "tm/project/term_sources.h"
#include "tm/project/terms.h"
#include "tm/report/terminal.h"
#include "tm/term/harvest.h"

namespace mizan {
namespace {

constexpr std::size_t kMostPlaces = 3;

// What the commands of this file read, with the memory that must stay open meanwhile.
struct Inputs {
  explicit Inputs(Invocation& call, std::string_view command) {
    sources.files = call.arguments();
    if (call.flag("segmented")) sources.segmentation = Segmentation::kLines;
    if (call.flag("memory")) {
      memory =
          std::make_unique<Database>(call.memory_path(), OpenOptions{.mode = OpenMode::kReadOnly});
      sources.memory = memory.get();
    } else {
      memory = open_if_present(call.memory_path());
    }
    if (sources.files.empty() && sources.memory == nullptr) {
      throw Error(ErrorKind::kUsage, std::string(command) + ": no text", {},
                  "give files, or --memory for the units of the memory");
    }
    lexicon.emplace(load_lexicon_index({.memory = memory.get()}));
    GlossarySummary glossary;
    known = load_terms(call.list("glossary"), call.flag("new") ? memory.get() : nullptr, glossary);
    print_diagnostics(glossary.diagnostics);
  }

  std::unique_ptr<Database> memory;
  TermSources sources;
  std::optional<LexiconIndex> lexicon;
  std::optional<TermRecognizer> known;
};

// Whether a concept has both terms already, whatever their form.
bool is_known(const TermRecognizer& known, const std::string& arabic, const std::string& english) {
  for (const TermHit& hit : known.find(arabic, Language::kArabic)) {
    if (hit.begin == 0 && hit.end == arabic.size() &&
        known.rendering_present(english, Language::kEnglish, hit.concept_id)) {
      return true;
    }
  }
  return false;
}

std::string decimals(double value) {
  char text[16];
  std::snprintf(text, sizeof text, "%.2f", value);
  return text;
}

std::string places_field(const std::vector<std::string>& places) {
  std::string field;
  for (std::size_t i = 0; i < places.size() && i < kMostPlaces; ++i) {
    field += (i == 0 ? "" : " ") + places[i];
  }
  if (places.size() > kMostPlaces) field += " …";
  return field;
}

int run_harvest(Invocation& call) {
  const Inputs inputs(call, "term harvest");
  TermHarvest harvest(gloss_source(*inputs.lexicon));
  std::vector<Diagnostic> diagnostics;
  for_each_term_segment(inputs.sources, *inputs.lexicon, diagnostics,
                        [&](const TermSegment& segment) {
                          harvest.add({segment.arabic, segment.english, segment.place});
                        });
  print_diagnostics(diagnostics);
  call.out.line("arabic\tenglish\tstatus\tnote\tfreq\tconfidence\tplaces\texample");
  const double least = call.number("min-confidence", 0, 1);
  for (const HarvestedTerm& term : harvest.terms()) {
    if (term.confidence < least || is_known(*inputs.known, term.arabic, term.english)) continue;
    call.out.line(tsv_field(term.arabic) + '\t' + tsv_field(term.english) + '\t' +
                  std::string(to_string(term.status)) + '\t' + tsv_field(term.evidence) + '\t' +
                  std::to_string(term.places.size()) + '\t' + decimals(term.confidence) + '\t' +
                  tsv_field(places_field(term.places)) + '\t' + tsv_field(term.example));
  }
  for (const UntranslatedDefinition& definition : harvest.untranslated()) {
    call.out.line("# no Arabic found: " + definition.short_form + " = " +
                  tsv_field(definition.long_form) + " (" + std::to_string(definition.count) + ")");
  }
  return 0;
}

int run_extract(Invocation& call) {
  const Inputs inputs(call, "term extract");
  TermExtraction extraction(gloss_source(*inputs.lexicon));
  std::vector<Diagnostic> diagnostics;
  for_each_term_segment(inputs.sources, *inputs.lexicon, diagnostics,
                        [&](const TermSegment& segment) {
                          if (segment.arabic.empty() || segment.english.empty()) return;
                          extraction.add(segment.arabic, segment.english);
                        });
  print_diagnostics(diagnostics);
  if (extraction.beads().empty()) {
    throw Error(ErrorKind::kUsage, "term extract: no translated segment", {},
                "give an Arabic and an English text, or a bilingual file");
  }
  link_words(extraction, *inputs.lexicon);
  ExtractionOptions options;
  options.least_count = call.count("min-count");
  std::size_t left = call.count("limit");
  call.out.line("arabic\tenglish\tstatus\tnote\tfreq\tscore\texample");
  for (const TermProposal& proposal : extraction.proposals(options)) {
    if (is_known(*inputs.known, proposal.arabic, proposal.english)) continue;
    if (left-- == 0) break;
    const ExtractionBead& bead = extraction.beads()[proposal.bead];
    call.out.line(tsv_field(proposal.arabic) + '\t' + tsv_field(proposal.english) +
                  "\tpreferred\t\t" + std::to_string(proposal.count) + '\t' +
                  decimals(proposal.score) + '\t' + tsv_field(bead.arabic + " | " + bead.english));
  }
  return 0;
}

std::vector<Option> common_options(std::vector<Option> own) {
  own.push_back({"memory", OptionKind::kFlag, "", "also the units of the memory"});
  own.push_back({"segmented", OptionKind::kFlag, "", "two texts hold one segment a line already"});
  own.push_back({"new", OptionKind::kFlag, "", "leave out what the termbase has"});
  own.push_back({"glossary", OptionKind::kList, "FILE", "leave out what this glossary has"});
  own.push_back(memory_option());
  return own;
}

}  // namespace

const Command kTermHarvest = {
    .name = "term harvest",
    .arguments = "FILE...",
    .summary = "Collects terms that writers define: \"فيلق إفريقيا\" (Africa Corps), with places.",
    .example = "mizan term harvest examples/article/article.ar.txt examples/article/article.en.txt",
    .most_arguments = 100000,
    .options = common_options(
        {{"min-confidence", OptionKind::kValue, "P", "leave out doubtful pairs", "0.7"}}),
    .run = run_harvest,
    .notes =
        "Two texts, one in each language, are aligned. The output is a glossary to be edited "
        "and given to mizan term import."};

const Command kTermExtract = {
    .name = "term extract",
    .arguments = "AR EN | FILE...",
    .summary = "Proposes terms from texts that translate each other, best first.",
    .example = "mizan term extract examples/article/article.ar.txt examples/article/article.en.txt",
    .most_arguments = 100000,
    .options = common_options(
        {{"min-count", OptionKind::kValue, "N", "segments where the two translate each other", "2"},
         {"limit", OptionKind::kValue, "N", "proposals at most", "500"}}),
    .run = run_extract,
    .notes =
        "Two texts, one in each language, are aligned. The output is a glossary to be edited "
        "and given to mizan term import."};

}  // namespace mizan
