// The user's own word lists, kept in the memory.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tm/memory/database.h"
#include "tm/model/lexicon.h"

namespace mizan {

// Entries of all lists together; an Arabic form and its gloss stand there once, with the weight and
// the list of the last import that had them. Not thread-safe; throws what Database declares.
class LexiconStore {
 public:
  explicit LexiconStore(const Database& database) : database_(database) {}

  struct Import {
    std::int64_t added = 0;
    std::int64_t changed = 0;  // known, with another weight
    std::int64_t known = 0;
  };
  // Adds entries as one write, which `undo` takes back. `list` names where they come from.
  Import import(const Lexicon& entries, std::string_view list, std::string_view command);

  // Removes the entries of a list as one write; returns how many.
  std::int64_t remove(std::string_view list, std::string_view command);

  // By list, in the order in which they were added.
  void for_each(const std::function<void(const LexiconEntry&, std::string_view list)>& visit) const;
  // Each list with the number of its entries.
  std::vector<std::pair<std::string, std::int64_t>> lists() const;

 private:
  const Database& database_;
};

}  // namespace mizan
