// Fits the numbers of tm/align/parameters.h on documents with gold alignments.
//
//   fit_aligner [--rounds N] [--no-freedict] [NAME=VALUE ...] FOLDER...
//
// A FOLDER holds ar.txt and en.txt, one segment a line, and gold.txt, one bead a line. Folders are
// grouped by their collection and the letters of their name, so that lit-001 and lit-002 count as one
// group; the objective is the mean over groups of strict F1 minus 0.3 times the Brier score of the
// confidences: right beads, and honest about them. Coordinate search with shrinking steps from the
// values in the header or those given; prints each improvement and, at the end, the values.
// With --rounds 0 it only measures, group by group.
#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tm/align/aligner.h"
#include "tm/align/evaluation.h"
#include "tm/base/error.h"
#include "tm/base/file.h"
#include "tm/format/bead_list.h"
#include "tm/project/lexicon_layers.h"
#include "tm/text/sentences.h"

namespace mizan {
namespace {

struct Document {
  std::string group;
  std::vector<Segment> arabic;
  std::vector<Segment> english;
  std::vector<GoldBead> gold;
};

struct Field {
  std::string_view name;
  double AlignmentParameters::* value;
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
    {"omission", &AlignmentParameters::omission, 1, -14, -1},
    {"omission_word", &AlignmentParameters::omission_word, 0.08, -1, 0.5},
    {"split_first", &AlignmentParameters::split_first, 0.4, -5, 0},
    {"split_next", &AlignmentParameters::split_next, 0.3, -4, 0},
    {"many_first", &AlignmentParameters::many_first, 0.6, -9, -0.5},
    {"many_next", &AlignmentParameters::many_next, 0.5, -6, -0.1},
    {"prior_strength", &AlignmentParameters::prior_strength, 40, 1, 1e6},
    {"lexicon_strength", &AlignmentParameters::lexicon_strength, 1, 0.1, 30},
    {"count_discount", &AlignmentParameters::count_discount, 0.25, 0, 1},
    {"temperature", &AlignmentParameters::temperature, 0.1, 0.02, 2},
};

std::string group_of(const std::filesystem::path& folder) {
  // Collections are called align everywhere; what holds their data tells them apart.
  std::string group = folder.parent_path().parent_path().parent_path().filename().string() + "/";
  for (const char c : folder.filename().string()) {
    if (std::isalpha(static_cast<unsigned char>(c)) == 0) break;
    group += c;
  }
  return group;
}

Document read_document(const std::string& folder) {
  Document document;
  document.group = group_of(std::filesystem::absolute(folder));
  document.arabic = split_lines(read_file(folder + "/ar.txt"));
  document.english = split_lines(read_file(folder + "/en.txt"));
  document.gold = read_bead_list(read_file(folder + "/gold.txt"), folder + "/gold.txt");
  return document;
}

struct GroupFigures {
  AlignmentCounts counts;
  double squared_error = 0;
  std::size_t sure = 0;  // beads of confidence .9 or more
  std::size_t sure_right = 0;

  double brier() const { return squared_error / static_cast<double>(counts.beads); }
};

class Fitter {
 public:
  Fitter(std::vector<Document> documents, LexiconIndex lexicon)
      : documents_(std::move(documents)), lexicon_(std::move(lexicon)) {}

  std::map<std::string, GroupFigures> measure(const AlignmentParameters& parameters) const {
    std::map<std::string, GroupFigures> groups;
    for (const Document& document : documents_) {
      const Alignment found =
          align(document.arabic, document.english, Language::kArabic, lexicon_, {parameters});
      GroupFigures& group = groups[document.group];
      group.counts += compare(document.gold, found);
      for (const Bead& bead : found.beads) {
        const Alignment one{{bead}};
        const bool right = compare(document.gold, one).strict_hits == 1;
        const double miss = bead.confidence - (right ? 1 : 0);
        group.squared_error += miss * miss;
        if (bead.confidence >= 0.9) {
          ++group.sure;
          group.sure_right += right;
        }
      }
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
          std::printf("round %d  %.5f  %s=%g\n", round, best_value,
                      std::string(field.name).c_str(), tried.*field.value);
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
  LexiconIndex lexicon_;
};

void print_figures(const std::map<std::string, GroupFigures>& groups) {
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

int run(const std::vector<std::string>& words) {
  int rounds = 8;
  LexiconLayers layers;
  AlignmentParameters parameters;
  std::vector<Document> documents;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    const std::size_t equals = word.find('=');
    if (word == "--rounds" && i + 1 < words.size()) {
      rounds = std::atoi(words[++i].c_str());
    } else if (word == "--no-freedict") {
      layers.freedict = false;
    } else if (word == "--no-core") {
      layers.core = false;
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
      documents.push_back(read_document(word));
    }
  }
  if (documents.empty()) {
    std::fprintf(stderr, "fit_aligner: no documents; give folders with ar.txt en.txt gold.txt\n");
    return 2;
  }
  const Fitter fitter(std::move(documents), LexiconIndex(load_lexicon(layers)));
  parameters = fitter.fit(parameters, rounds);
  print_figures(fitter.measure(parameters));
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
  } catch (const mizan::Error& error) {
    std::fprintf(stderr, "fit_aligner: %s\n", error.what());
    return 2;
  }
}
