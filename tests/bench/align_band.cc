// What the band of long texts costs, against the search of the whole table.
//
//   align_band [--lexicon NAME] FOLDER...
//
// Short documents are searched whole anyway, so the documents of a group (align_development.h) are
// put one behind the other, up to 1,000 Arabic sentences, which is the window of the search, and
// aligned with the band and without. Prints a row for each such text: strict F1 of its documents
// aligned alone, of the text in the whole table, of the text in the band; how many beads of band
// and whole table differ, how many ends of gold beads lie outside the band, and its share of the
// table. The last row is all documents as one text, longer than a window, in the band.
#include <algorithm>
#include <cstdio>
#include <exception>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/bench/align_development.h"
#include "tm/align/aligner.h"
#include "tm/align/anchors.h"
#include "tm/align/evaluation.h"

namespace mizan {
namespace {

enum class SearchSpace { kBand, kWhole };
SearchSpace search_space = SearchSpace::kBand;
Band last_band;

}  // namespace

// tests/bench/CMakeLists.txt compiles tm/align/anchors.cc with find_band under this name; the
// aligner of the library is linked with the function below.
Band find_band_of_anchors(const TextSide& arabic, const TextSide& english,
                          const TranslationTable& table);

Band find_band(const TextSide& arabic, const TextSide& english, const TranslationTable& table) {
  last_band = search_space == SearchSpace::kWhole
                  ? Band::full(arabic.sentences.size(), english.sentences.size())
                  : find_band_of_anchors(arabic, english, table);
  return last_band;
}

namespace bench {
namespace {

constexpr std::size_t kWindow = 1000;

// Document behind document.
struct Chain {
  Document text;
  std::vector<const Document*> documents;

  void append(const Document& document) {
    const std::size_t arabic = text.arabic.size();
    const std::size_t english = text.english.size();
    text.arabic.insert(text.arabic.end(), document.arabic.begin(), document.arabic.end());
    text.english.insert(text.english.end(), document.english.begin(), document.english.end());
    for (GoldBead bead : document.gold) {
      for (std::size_t& i : bead.source) i += arabic;
      for (std::size_t& j : bead.target) j += english;
      text.gold.push_back(std::move(bead));
    }
    documents.push_back(&document);
  }
};

std::vector<Chain> chains_of(const std::vector<const Document*>& documents) {
  std::vector<Chain> chains(1);
  for (const Document* document : documents) {
    if (chains.back().text.arabic.size() + document->arabic.size() > kWindow) {
      chains.emplace_back();
    }
    chains.back().append(*document);
  }
  return chains;
}

Alignment align_in(SearchSpace space, const Document& document, const LexiconIndex& lexicon) {
  search_space = space;
  return align(document.arabic, document.english, Language::kArabic, lexicon);
}

double f1(const AlignmentCounts& counts) { return strict_figures(counts).f1; }

AlignmentCounts counts_alone(const std::vector<const Document*>& documents,
                             const LexiconIndex& lexicon) {
  AlignmentCounts counts;
  for (const Document* document : documents) {
    counts += compare(document->gold, align_in(SearchSpace::kBand, *document, lexicon));
  }
  return counts;
}

std::size_t different_beads(const Alignment& left, const Alignment& right) {
  std::size_t different = 0;
  for (const Bead& bead : left.beads) {
    const auto same = [&](const Bead& other) {
      return bead.source == other.source && bead.target == other.target;
    };
    different += std::ranges::none_of(right.beads, same);
  }
  return different;
}

std::size_t gold_outside(const Band& band, const std::vector<GoldBead>& gold) {
  std::size_t outside = 0;
  for (const GoldBead& bead : gold) {
    if (bead.source.empty() || bead.target.empty()) continue;
    const Band::Row& row = band.rows[bead.source.back() + 1];
    outside += bead.target.back() + 1 < row.first || bead.target.back() + 1 > row.last;
  }
  return outside;
}

double share_of_table(const Band& band) {
  double area = 0;
  for (const Band::Row& row : band.rows) area += static_cast<double>(row.last - row.first + 1);
  return area / static_cast<double>(band.rows.size() * (band.target_size() + 1));
}

void print_row(const std::string& name, const Chain& chain, const LexiconIndex& lexicon) {
  const AlignmentCounts alone = counts_alone(chain.documents, lexicon);
  const Alignment whole = align_in(SearchSpace::kWhole, chain.text, lexicon);
  const Alignment banded = align_in(SearchSpace::kBand, chain.text, lexicon);
  std::printf("%-20s %9zu %9zu %9zu %8.4f %8.4f %8.4f %9zu %8zu %6.1f%%\n", name.c_str(),
              chain.documents.size(), chain.text.arabic.size(), chain.text.english.size(),
              f1(alone), f1(compare(chain.text.gold, whole)), f1(compare(chain.text.gold, banded)),
              different_beads(banded, whole), gold_outside(last_band, chain.text.gold),
              100 * share_of_table(last_band));
  std::fflush(stdout);
}

int run(const std::vector<std::string>& words) {
  std::string lexicon_name = "all";
  std::vector<Document> documents;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "--lexicon" && i + 1 < words.size()) {
      lexicon_name = words[++i];
    } else {
      documents.push_back(read_document(words[i]));
    }
  }
  if (documents.empty()) {
    throw std::invalid_argument("no documents; give folders with ar.txt en.txt gold.txt");
  }
  const NamedLexicon lexicon = named_lexicon(lexicon_name);
  std::map<std::string, std::vector<const Document*>> groups;
  std::vector<const Document*> all;
  for (const Document& document : documents) {
    groups[document.group].push_back(&document);
    all.push_back(&document);
  }
  std::printf("%-20s %9s %9s %9s %8s %8s %8s %9s %8s %7s\n", "text", "documents", "ar", "en",
              "F1 alone", "F1 whole", "F1 band", "different", "outside", "area");
  for (const auto& [name, members] : groups) {
    for (const Chain& chain : chains_of(members)) print_row(name, chain, lexicon.index);
  }
  for (const Chain& chain : chains_of(all)) print_row("all groups", chain, lexicon.index);
  Chain everything;
  for (const Document* document : all) everything.append(*document);
  const Alignment banded = align_in(SearchSpace::kBand, everything.text, lexicon.index);
  std::printf("%-20s %9zu %9zu %9zu %8.4f %8s %8.4f %9s %8zu %6.1f%%\n", "one text", all.size(),
              everything.text.arabic.size(), everything.text.english.size(),
              f1(counts_alone(all, lexicon.index)), "-", f1(compare(everything.text.gold, banded)),
              "-", gold_outside(last_band, everything.text.gold), 100 * share_of_table(last_band));
  return 0;
}

}  // namespace
}  // namespace bench
}  // namespace mizan

int main(int argc, char** argv) {
  try {
    return mizan::bench::run(std::vector<std::string>(argv + 1, argv + argc));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "align_band: %s\n", error.what());
    return 2;
  }
}
