// What is known about words and names: the lexicon, and the termbase of a memory.
#pragma once

#include "tm/memory/database.h"
#include "tm/model/lexicon.h"
#include "tm/variant/name_knowledge.h"

namespace mizan {

class NameDictionary : public LexiconKnowledge {
 public:
  // With a database, the pairs that editors have declared distinct are taken from it.
  NameDictionary(const Lexicon& lexicon, Database* database);
};

}  // namespace mizan
