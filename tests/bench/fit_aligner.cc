// Fits the numbers of tm/align/parameters.h on documents with gold alignments.
//
//   fit_aligner [--rounds N] [--free] [--lexicon all|core|freedict|none|thin|meagre]...
//   [--by-length] [--counts] [NAME=VALUE ...] FOLDER...
//
// A FOLDER holds ar.txt and en.txt, one segment a line, and gold.txt, one bead a line. Folders are
// grouped by their collection and the letters of their name, so that lit-001 and lit-002 count as
// one group; the objective is the mean over groups of strict F1 minus 0.3 times the Brier score of
// the confidences: right beads, and honest about them. Coordinate search with shrinking steps from
// the values in the header or those given; prints each improvement and, at the end, the values.
// Several --lexicon count as so many sets of groups: values that hold for a good lexicon alone fail
// on texts whose words it does not know. "thin" is the core lexicon with every second entry left
// out, "meagre" with four of five. --free adds a copy of each document with its English made freer
// by chance: parts of sentences dropped, words replaced by words of no lexicon; the variance of
// lengths and the share of matched words of real literary translation, which authored ones do not
// have. With --rounds 0 it only measures, group by group; --by-length then measures a length-only
// aligner instead, and --counts prints a row for scripts for each group, and nothing else: lexicon
// and group TAB strict hits TAB beads TAB gold beads found TAB gold beads TAB beads of confidence
// .9 or more TAB those of them that are right.
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <map>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "tests/bench/align_development.h"
#include "tests/reference/align_gale_church.h"
#include "tm/align/aligner.h"
#include "tm/align/evaluation.h"
#include "tm/base/error.h"

namespace mizan {
namespace {

using bench::Document;
using bench::NamedLexicon;

struct Field {
  std::string_view name;
  double AlignmentParameters::*value;
  double step;  // first step of the search: a factor for positive numbers, a difference for logs
  double least;
  double most;
};

constexpr Field kFields[] = {
    {"epsilon", &AlignmentParameters::epsilon, 0.1, 0.1, 0.95},
    {"epsilon_strength", &AlignmentParameters::epsilon_strength, 200, 0, 1e6},
    {"reserve", &AlignmentParameters::reserve, 0.15, 0.01, 3},
    {"affix_discount", &AlignmentParameters::affix_discount, 0.15, 0.05, 1},
    {"related_word", &AlignmentParameters::related_word, 0.15, 0, 1},
    {"name_weight", &AlignmentParameters::name_weight, 0.3, 0, 2},
    {"name_floor", &AlignmentParameters::name_floor, 0.1, 0.3, 0.95},
    {"length_weight", &AlignmentParameters::length_weight, 0.3, 0, 3},
    {"length_variance", &AlignmentParameters::length_variance, 2, 1, 30},
    {"length_strength", &AlignmentParameters::length_strength, 15, 0.5, 1e6},
    {"length_floor", &AlignmentParameters::length_floor, 0.004, 1e-8, 0.2},
    {"edge_weight", &AlignmentParameters::edge_weight, 0.1, 0, 2},
    {"edge_words", &AlignmentParameters::edge_words, 3, 1, 30},
    {"cue_weight", &AlignmentParameters::cue_weight, 0.2, 0, 2},
    {"cue_strength", &AlignmentParameters::cue_strength, 4, 0.5, 1e6},
    {"omission", &AlignmentParameters::omission, 1, -14, -1},
    {"first_omission", &AlignmentParameters::first_omission, 2, -40, -2},
    {"omission_word", &AlignmentParameters::omission_word, 0.08, -1, 0.5},
    {"split_first", &AlignmentParameters::split_first, 0.4, -5, 0},
    {"split_next", &AlignmentParameters::split_next, 0.3, -4, 0},
    {"many_first", &AlignmentParameters::many_first, 0.6, -9, -0.5},
    {"many_next", &AlignmentParameters::many_next, 0.5, -6, -0.1},
    {"prior_strength", &AlignmentParameters::prior_strength, 40, 1, 1e6},
    {"omission_strength", &AlignmentParameters::omission_strength, 60, 1, 1e6},
    {"lexicon_strength", &AlignmentParameters::lexicon_strength, 1, 0.1, 30},
    {"count_discount", &AlignmentParameters::count_discount, 0.25, 0, 1},
    {"temperature", &AlignmentParameters::temperature, 0.1, 0.02, 2},
    {"confidence_temperature", &AlignmentParameters::confidence_temperature, 0.1, 0.02, 2},
    {"confidence_bias", &AlignmentParameters::confidence_bias, 0.2, -4, 4},
    {"confidence_own", &AlignmentParameters::confidence_own, 0.1, 0, 2},
    {"confidence_beside", &AlignmentParameters::confidence_beside, 0.1, 0, 2},
};

struct GroupFigures {
  AlignmentCounts counts;
  double squared_error = 0;
  std::size_t sure = 0;  // beads of confidence .9 or more
  std::size_t sure_right = 0;

  double brier() const { return squared_error / static_cast<double>(counts.beads); }
};

using Figures = std::map<std::string, GroupFigures>;

void judge(const Document& document, const Alignment& found, GroupFigures& group) {
  group.counts += compare(document.gold, found);
  for (const Bead& bead : found.beads) {
    const bool right = compare(document.gold, Alignment{{bead}}).strict_hits == 1;
    const double miss = bead.confidence - (right ? 1 : 0);
    group.squared_error += miss * miss;
    if (bead.confidence >= 0.9) {
      ++group.sure;
      group.sure_right += right;
    }
  }
}

class Fitter {
 public:
  Fitter(std::vector<Document> documents, std::vector<NamedLexicon> lexicons)
      : documents_(std::move(documents)), lexicons_(std::move(lexicons)) {}

  Figures measure(const AlignmentParameters& parameters) const {
    struct Job {
      const Document* document;
      const NamedLexicon* lexicon;
      Alignment found;
    };
    std::vector<Job> jobs;
    for (const NamedLexicon& lexicon : lexicons_) {
      for (const Document& document : documents_) jobs.push_back({&document, &lexicon, {}});
    }
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
      for (std::size_t i = next++; i < jobs.size(); i = next++) {
        jobs[i].found = align(jobs[i].document->arabic, jobs[i].document->english,
                              Language::kArabic, jobs[i].lexicon->index, {parameters});
      }
    };
    std::thread other(work);
    work();
    other.join();
    Figures groups;
    for (const Job& job : jobs) {
      judge(*job.document, job.found, groups[job.lexicon->name + " " + job.document->group]);
    }
    return groups;
  }

  double objective(const AlignmentParameters& parameters) const {
    const auto groups = measure(parameters);
    double sum = 0;
    for (const auto& [name, group] : groups) {
      sum += strict_figures(group.counts).f1 - 0.3 * group.brier();
    }
    return sum / static_cast<double>(groups.size());
  }

  AlignmentParameters fit(AlignmentParameters best, int rounds) const {
    double best_value = objective(best);
    double scale = 1;
    for (int round = 0; round < rounds; ++round) {
      const double before = best_value;
      for (const Field& field : kFields) {
        for (const double direction : {1.0, -1.0}) {
          AlignmentParameters tried = best;
          double& value = tried.*field.value;
          value += direction * field.step * scale;
          if (value < field.least || value > field.most) continue;
          const double objective_value = objective(tried);
          if (objective_value <= best_value + 1e-5) continue;
          best = tried;
          best_value = objective_value;
          std::printf("round %d  %.5f  %s=%g\n", round, best_value, std::string(field.name).c_str(),
                      tried.*field.value);
          std::fflush(stdout);
          break;
        }
      }
      if (best_value - before < 5e-4) scale /= 2;
    }
    return best;
  }

 private:
  std::vector<Document> documents_;
  std::vector<NamedLexicon> lexicons_;
};

void print_figures(const Figures& groups) {
  AlignmentCounts all;
  for (const auto& [name, group] : groups) {
    const AlignmentFigures strict = strict_figures(group.counts);
    all += group.counts;
    std::printf("%-24s P %.4f R %.4f F1 %.4f  lax %.4f  Brier %.3f  sure %zu of %zu, right %zu\n",
                name.c_str(), strict.precision, strict.recall, strict.f1,
                lax_figures(group.counts).f1, group.brier(), group.sure, group.counts.beads,
                group.sure_right);
  }
  std::printf("%-24s F1 %.4f\n", "all", strict_figures(all).f1);
}

void print_counts(const Figures& groups) {
  for (const auto& [name, group] : groups) {
    const AlignmentCounts& counts = group.counts;
    std::printf("%s\t%zu\t%zu\t%zu\t%zu\t%zu\t%zu\n", name.c_str(), counts.strict_hits,
                counts.beads, counts.strict_found, counts.gold, group.sure, group.sure_right);
  }
}

Figures measure_by_length(const std::vector<Document>& documents) {
  Figures groups;
  for (const Document& document : documents) {
    judge(document, reference::align_by_length(document.arabic, document.english),
          groups["length " + document.group]);
  }
  return groups;
}

int run(const std::vector<std::string>& words) {
  int rounds = 8;
  bool free = false;
  bool by_length = false;
  auto print = print_figures;
  std::vector<NamedLexicon> lexicons;
  AlignmentParameters parameters;
  std::vector<Document> documents;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    const std::size_t equals = word.find('=');
    if (word == "--free") {
      free = true;
    } else if (word == "--by-length") {
      by_length = true;
    } else if (word == "--counts") {
      print = print_counts;
    } else if (word == "--rounds" && i + 1 < words.size()) {
      rounds = std::atoi(words[++i].c_str());
    } else if (word == "--lexicon" && i + 1 < words.size()) {
      lexicons.push_back(bench::named_lexicon(words[++i]));
    } else if (equals != std::string::npos && word.find('/') == std::string::npos) {
      for (const Field& field : kFields) {
        if (field.name == word.substr(0, equals)) {
          parameters.*field.value = std::atof(word.c_str() + equals + 1);
        }
      }
      if (word.starts_with("training_passes=")) {
        parameters.training_passes = std::atoi(word.c_str() + equals + 1);
      }
    } else {
      documents.push_back(bench::read_document(word));
    }
  }
  if (documents.empty()) {
    std::fprintf(stderr, "fit_aligner: no documents; give folders with ar.txt en.txt gold.txt\n");
    return 2;
  }
  if (free) bench::add_free_copies(documents);
  if (by_length) {
    print(measure_by_length(documents));
    return 0;
  }
  if (lexicons.empty()) lexicons.push_back(bench::named_lexicon("all"));
  const Fitter fitter(std::move(documents), std::move(lexicons));
  parameters = fitter.fit(parameters, rounds);
  print(fitter.measure(parameters));
  if (print == print_counts) return 0;
  for (const Field& field : kFields) {
    std::printf("%s=%g ", std::string(field.name).c_str(), parameters.*field.value);
  }
  std::printf("\n");
  return 0;
}

}  // namespace
}  // namespace mizan

int main(int argc, char** argv) {
  try {
    return mizan::run(std::vector<std::string>(argv + 1, argv + argc));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "fit_aligner: %s\n", error.what());
    return 2;
  }
}
