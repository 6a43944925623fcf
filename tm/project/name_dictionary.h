// What is known about words and names: the lexicon, and the termbase of a memory.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <unordered_map>

#include "tm/memory/database.h"
#include "tm/memory/memory.h"
#include "tm/model/term_entry.h"
#include "tm/variant/lexicon_knowledge.h"

namespace mizan {

class NameDictionary : public LexiconKnowledge {
 public:
  // With a database, which must outlive this, the pairs that editors have declared distinct are
  // taken from its termbase.
  NameDictionary(LexiconKnowledge words, Database* database);

  // The spelling that an approved term of the termbase has, else that of most units of the memory;
  // nothing when neither tells one from the others.
  std::optional<PreferredSpelling> preferred(Language language,
                                             std::span<const std::string> spellings) const override;

 private:
  std::unordered_map<std::string, TermStatus> terms_;  // best status by folded word and phrase
  std::optional<TranslationMemory> memory_;
};

}  // namespace mizan
