// Terms proposed from texts that translate each other: runs of words that could be terms on each
// side, paired by the links of their words, ranked by how sure the pair and how much of a term it
// is.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "tm/term/term_candidates.h"
#include "tm/term/word_matcher.h"

namespace mizan {

// A pair of segments that translate each other, and its words.
struct ExtractionBead {
  std::string arabic;
  std::string english;
  std::vector<TextWord> arabic_words;
  std::vector<TextWord> english_words;
};

// Word `arabic` and word `english` of a bead translate each other.
struct ExtractionLink {
  std::size_t arabic = 0;
  std::size_t english = 0;
  double share = 0;  // 0-1
};

struct TermProposal {
  std::string arabic;
  std::string english;
  std::size_t count = 0;  // beads where the two translate each other
  double score = 0;       // for ranking
  std::size_t bead = 0;   // the first of them
};

struct ExtractionOptions {
  std::size_t least_count = 2;
};

// Adds up over many beads, which it keeps. Not thread-safe.
class TermExtraction {
 public:
  explicit TermExtraction(const GlossSource& glosses) : candidates_(glosses), matcher_(glosses) {}

  // First all of the text, ...
  void add(std::string_view arabic, std::string_view english);
  const std::vector<ExtractionBead>& beads() const { return beads_; }
  // (of a word, for those who link the words)
  std::string stem(const TextWord& word) { return candidates_.stem(word); }

  // ... then the links of each bead, ...
  void link(std::size_t bead, const std::vector<ExtractionLink>& links);

  // ... then what they say, best first. A pair is as sure as its words are linked to each other and
  // to nothing else, and as its terms stand together (Dice). Termhood is the C-value of K. Frantzi,
  // S. Ananiadou and H. Mima, Automatic Recognition of Multi-Word Terms, Int. J. on Digital
  // Libraries 3 (2000). Each term stands in its best pair alone (competitive linking: I. D.
  // Melamed, Models of Translational Equivalence among Words, Computational Linguistics 26, 2000).
  std::vector<TermProposal> proposals(const ExtractionOptions& options = {});

 private:
  struct Candidate {
    std::size_t count = 0;
    std::size_t words = 0;
    std::map<std::string, std::size_t> forms;
  };
  struct Pair {
    std::size_t count = 0;
    double coverage = 0;  // added up
    std::size_t bead = 0;
  };
  using Candidates = std::unordered_map<std::string, Candidate>;

  void meet(Candidates& candidates, const ExtractionBead& bead, const CandidateSpan& span,
            Language language);

  std::string without_articles(const std::string& form);
  TermProposal propose(const std::string& arabic, const std::string& english);

  TermCandidates candidates_;
  WordMatcher matcher_;
  std::vector<ExtractionBead> beads_;
  Candidates arabic_;
  Candidates english_;
  std::map<std::pair<std::string, std::string>, Pair> pairs_;
};

}  // namespace mizan
