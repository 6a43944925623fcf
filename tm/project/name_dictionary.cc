#include "tm/project/name_dictionary.h"

#include <utility>
#include <vector>

#include "tm/memory/concordance.h"
#include "tm/term/termbase.h"
#include "tm/text/normalize.h"
#include "tm/text/tokens.h"

namespace mizan {
namespace {

// The only spelling with the greatest value above none.
std::optional<std::string> sole_best(std::span<const std::string> spellings,
                                     const std::vector<std::size_t>& values) {
  std::size_t best = 0;
  bool sole = true;
  for (std::size_t i = 1; i < values.size(); ++i) {
    if (values[i] == values[best]) sole = false;
    if (values[i] > values[best]) {
      best = i;
      sole = true;
    }
  }
  if (values.empty() || values[best] == 0 || !sole) return std::nullopt;
  return spellings[best];
}

}  // namespace

NameDictionary::NameDictionary(LexiconKnowledge words, Database* database)
    : LexiconKnowledge(std::move(words)) {
  if (database == nullptr) return;
  memory_.emplace(*database);
  const Termbase termbase(*database);
  for (const auto& [a, b] : termbase.distinct_names()) add_distinct(a, b);
  const auto note = [this](std::string_view text, TermStatus status) {
    const auto [known, fresh] = terms_.try_emplace(fold(text, FoldProfile::kMarks), status);
    if (!fresh) known->second = std::min(known->second, status);
  };
  for (const TermConcept& entry : termbase.list()) {
    for (const Term& term : entry.terms) {
      if (!is_approved(term.status)) continue;
      note(term.text, term.status);
      for (const Token& token : tokenize(term.text)) note(token.range.of(term.text), term.status);
    }
  }
}

std::optional<PreferredSpelling> NameDictionary::preferred(
    Language language, std::span<const std::string> spellings) const {
  if (!memory_) return std::nullopt;
  std::vector<std::size_t> values;
  for (const std::string& spelling : spellings) {
    const auto term = terms_.find(fold(spelling, FoldProfile::kMarks));
    values.push_back(term == terms_.end() ? 0 : term->second == TermStatus::kPreferred ? 2 : 1);
  }
  if (const auto best = sole_best(spellings, values)) return {{*best, PreferredBy::kTermbase}};
  values.clear();
  for (const std::string& spelling : spellings) {
    const Concordance units = concordance(*memory_, spelling, {.limit = 1, .side = language});
    values.push_back(units.hits.size() + units.further);
  }
  const auto best = sole_best(spellings, values);
  if (!best) return std::nullopt;
  return {{*best, PreferredBy::kMemory}};
}

}  // namespace mizan
