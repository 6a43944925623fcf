// From texts to numbered tokens, for writing the index: keys get their numbers here.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tm/base/text_map.h"
#include "tm/memory/database.h"
#include "tm/memory/unit_sequence.h"

namespace mizan {

// Lives inside one transaction, which must not roll back without it.
class TokenNumbers {
 public:
  explicit TokenNumbers(const Database& database);

  // The tokens of token_keys(text), numbered. Replaces `tokens`.
  void number(std::string_view text, std::vector<IndexedToken>& tokens);

  // Above every number given so far.
  std::uint32_t end() const { return next_; }
  // Writes what the database must remember. To be called before the transaction commits.
  void store();
  // After the database has forgotten all keys.
  void clear();

 private:
  // What stands between two spaces, in most texts a word, and its tokens.
  struct Piece {
    std::vector<IndexedToken> tokens;
    bool punctuation = false;  // all of them
  };

  std::uint32_t number_of(const std::string& key);
  const Piece& piece(std::string_view text);

  const Database& database_;
  Statement find_;
  Statement add_;
  TextMap<std::uint32_t> numbers_;
  TextMap<Piece> pieces_;
  std::vector<IndexedToken> punctuation_;
  std::uint32_t next_ = kNumberToken + 1;
  std::uint32_t stored_next_ = 0;
};

}  // namespace mizan
