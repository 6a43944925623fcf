// Speed, memory and accuracy of alignment by the length of the text, beside a length-only aligner
// in the same run.
//
//   align_speed [--sizes 1000,2000,10000] [--oracle-up-to 2000] [--runs 3] [--lexicon NAME]
//   [--tmx FILE] [FOLDER...]
//
// The texts are recombined from the documents in the folders (ar.txt, en.txt, gold.txt), by default
// those of tests/data/align, or from the units of a TMX file; align_synthetic.h says how. Sizes are
// Arabic sentences. The lexicon is loaded once, before. Every measurement is a process of its own,
// so that the peak of its memory is its own: `memory` is the whole process, lexicon and texts
// included, `own` what the alignment added. Times are processor seconds, the least of the runs:
// other work on the machine hardly touches them. The oracle needs time and memory by the square of
// the length, so it stops early. F1 is strict.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <functional>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/bench/align_development.h"
#include "tests/bench/align_synthetic.h"
#include "tests/reference/align_gale_church.h"
#include "tm/align/aligner.h"
#include "tm/align/evaluation.h"

namespace mizan::bench {
namespace {

struct Options {
  std::vector<std::size_t> sizes = {1'000, 2'000, 10'000, 50'000, 100'000};
  std::size_t oracle_up_to = 2'000;
  int runs = 3;
  std::string lexicon = "all";
  std::string tmx;
  std::vector<std::string> folders;
};

Options read_options(const std::vector<std::string>& words) {
  Options options;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (!word.starts_with("--")) {
      options.folders.push_back(word);
      continue;
    }
    if (i + 1 == words.size()) throw std::invalid_argument(word + " needs a value");
    const std::string& value = words[++i];
    if (word == "--sizes") {
      options.sizes.clear();
      std::istringstream list(value);
      for (std::string size; std::getline(list, size, ',');) {
        options.sizes.push_back(std::stoul(size));
      }
    } else if (word == "--oracle-up-to") {
      options.oracle_up_to = std::stoul(value);
    } else if (word == "--runs") {
      options.runs = std::max(1, std::stoi(value));
    } else if (word == "--lexicon") {
      options.lexicon = value;
    } else if (word == "--tmx") {
      options.tmx = value;
    } else {
      throw std::invalid_argument("unknown option " + word);
    }
  }
  if (options.folders.empty() && options.tmx.empty()) {
    const std::filesystem::path data = std::filesystem::path(MIZAN_SOURCE_DIR) / "tests/data/align";
    for (const auto& entry : std::filesystem::directory_iterator(data)) {
      if (entry.is_directory()) options.folders.push_back(entry.path().string());
    }
    std::ranges::sort(options.folders);
  }
  return options;
}

double processor_seconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

// The largest resident size of this process so far.
double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

struct Measurement {
  double seconds = 0;
  double before_megabytes = 0;
  double peak_megabytes = 0;
  AlignmentCounts counts;
};

// In a child process; the result comes back through a pipe.
Measurement measure(const Document& document, const std::function<Alignment()>& align_once) {
  int ends[2];
  if (pipe(ends) != 0) throw std::runtime_error("no pipe");
  std::fflush(stdout);
  const pid_t child = fork();
  if (child < 0) throw std::runtime_error("no process");
  if (child == 0) {
    Measurement result;
    result.before_megabytes = peak_megabytes();
    const double begin = processor_seconds();
    const Alignment found = align_once();
    result.seconds = processor_seconds() - begin;
    result.peak_megabytes = peak_megabytes();
    result.counts = compare(document.gold, found);
    const bool whole = write(ends[1], &result, sizeof result) == sizeof result;
    _exit(whole ? 0 : 1);
  }
  close(ends[1]);
  Measurement result;
  const bool whole = read(ends[0], &result, sizeof result) == sizeof result;
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  if (!whole) {
    throw std::runtime_error(
        "a measurement died" +
        (WIFSIGNALED(status) ? " of signal " + std::to_string(WTERMSIG(status)) : std::string()));
  }
  return result;
}

Measurement best_of(int runs, const Document& document,
                    const std::function<Alignment()>& align_once) {
  Measurement best = measure(document, align_once);
  for (int run = 1; run < runs; ++run) {
    const Measurement other = measure(document, align_once);
    if (other.seconds < best.seconds) best = other;
  }
  return best;
}

std::vector<BeadText> read_beads(const Options& options) {
  std::vector<BeadText> beads;
  if (!options.tmx.empty()) beads = beads_of_tmx(options.tmx);
  for (const std::string& folder : options.folders) {
    std::ranges::move(beads_of(read_document(folder)), std::back_inserter(beads));
  }
  if (beads.empty()) throw std::invalid_argument("no beads to make texts of");
  return beads;
}

int run(const Options& options) {
  const std::vector<BeadText> beads = read_beads(options);
  const double begin = processor_seconds();
  const NamedLexicon lexicon = named_lexicon(options.lexicon);
  std::printf("lexicon %s: %.2f s; %zu different beads\n\n", lexicon.name.c_str(),
              processor_seconds() - begin, beads.size());
  std::printf("%9s %9s %9s %9s %11s %7s %9s %7s %11s %7s %7s\n", "ar", "en", "beads", "seconds",
              "sentences/s", "F1", "memory", "own", "oracle s", "F1", "ratio");
  for (const std::size_t size : options.sizes) {
    const Document document = recombine(beads, size);
    const Measurement own = best_of(options.runs, document, [&] {
      return align(document.arabic, document.english, Language::kArabic, lexicon.index);
    });
    std::printf("%9zu %9zu %9zu %9.3f %11.0f %7.4f %6.0f MB %4.0f MB", document.arabic.size(),
                document.english.size(), document.gold.size(), own.seconds,
                static_cast<double>(document.arabic.size()) / own.seconds,
                strict_figures(own.counts).f1, own.peak_megabytes,
                own.peak_megabytes - own.before_megabytes);
    if (size <= options.oracle_up_to) {
      const Measurement oracle = measure(
          document, [&] { return reference::align_by_length(document.arabic, document.english); });
      std::printf(" %11.2f %7.4f %7.1f", oracle.seconds, strict_figures(oracle.counts).f1,
                  oracle.seconds / own.seconds);
    }
    std::printf("\n");
    std::fflush(stdout);
  }
  return 0;
}

}  // namespace
}  // namespace mizan::bench

int main(int argc, char** argv) {
  try {
    return mizan::bench::run(
        mizan::bench::read_options(std::vector<std::string>(argv + 1, argv + argc)));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "align_speed: %s\n", error.what());
    return 2;
  }
}
