// What the benches of the aligner share: documents with gold alignments, and lexicons by name.
#pragma once

#include <string>
#include <vector>

#include "tm/align/lexicon_index.h"
#include "tm/model/alignment.h"
#include "tm/model/segment.h"

namespace mizan::bench {

struct Document {
  std::string group;
  std::vector<Segment> arabic;
  std::vector<Segment> english;
  std::vector<GoldBead> gold;
};

// `folder` holds ar.txt and en.txt, one segment a line, and gold.txt, one bead a line. The group is
// the collection and the letters of the folder's name: lit-001 and lit-002 are of one group.
Document read_document(const std::string& folder);

// Adds a copy of each document with its English made freer by chance: parts of sentences dropped,
// words replaced by words of no lexicon. The group of a copy ends in "free".
void add_free_copies(std::vector<Document>& documents);

struct NamedLexicon {
  std::string name;
  LexiconIndex index;
};

// all, core, freedict, none; "thin" is the core lexicon with every second entry left out, "meagre"
// with four of five. Throws std::invalid_argument for any other name.
NamedLexicon named_lexicon(const std::string& name);

}  // namespace mizan::bench
