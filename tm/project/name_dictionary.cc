#include "tm/project/name_dictionary.h"

#include "tm/term/termbase.h"

namespace mizan {

NameDictionary::NameDictionary(const Lexicon& lexicon, Database* database)
    : LexiconKnowledge(lexicon) {
  if (database == nullptr) return;
  for (const auto& [a, b] : Termbase(*database).distinct_names()) add_distinct(a, b);
}

}  // namespace mizan
