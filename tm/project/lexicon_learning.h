// The lexicon that grows with the memory: the words of its units, linked by IBM model 1 on top of
// what the other layers know, and counted.
#pragma once

#include <cstddef>
#include <functional>
#include <limits>

#include "tm/align/lexicon_index.h"
#include "tm/memory/database.h"
#include "tm/memory/word_counts.h"
#include "tm/model/lexicon.h"

namespace mizan {

struct LearningOptions {
  // A bound for what a command does on the side; the other units wait.
  std::size_t most_units = std::numeric_limits<std::size_t>::max();
  // Called with the number of units done.
  std::function<void(std::size_t)> progress;
};

// What is known so far, learned words included; asked for anew as the learning goes on.
using LexiconSource = std::function<LexiconIndex()>;

// Learns from units that are new or have changed, and unlearns what is gone. Returns the number of
// units learned from.
std::size_t learn_lexicon(const Database& database, const LexiconSource& known,
                          const LearningOptions& options = {});

// The same from all units, everything that was learned before forgotten.
std::size_t relearn_lexicon(const Database& database, const LexiconSource& known,
                            const LearningOptions& options = {});

// What the units have taught, as a layer: pairs seen often enough, weighted by how sure they are.
Lexicon learned_lexicon(const Database& database);

WordCountStats learning_stats(const Database& database);

}  // namespace mizan
