// A lexicon made ready for look-up.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tm/model/lexicon.h"

namespace mizan {

// Arabic keys folded, English glosses stemmed; an entry that stands in several layers has its
// largest weight. Immutable after add() and thread-safe; build it once for many alignments.
class LexiconIndex {
 public:
  explicit LexiconIndex(const Lexicon& lexicon);
  LexiconIndex(LexiconIndex&&) noexcept;
  LexiconIndex& operator=(LexiconIndex&&) noexcept;
  ~LexiconIndex();

  // Further entries.
  void add(const Lexicon& more);

  // The whole index as bytes for this machine, to be kept and read back in no time. `rules` of an
  // image are those by which keys and stems are made: another program's image is no image.
  std::string image() const;
  // Nothing when the bytes are damaged or of other rules. They are kept, so pass them by move.
  static std::optional<LexiconIndex> from_image(std::string image);

  struct Gloss {
    std::uint32_t stem = 0;  // for stem()
    float weight = 0;
  };
  // The glosses of an Arabic key (one word, folded to kTehMarbuta); empty when unknown.
  std::span<const Gloss> glosses(std::string_view arabic_key) const;

  // An entry of several Arabic words.
  struct Phrase {
    std::string_view keys;  // its words without articles, a space between
    std::span<const Gloss> glosses;
  };
  // The phrases whose first key is `arabic_key`.
  std::vector<Phrase> phrases(std::string_view arabic_key) const;

  std::string_view stem(std::uint32_t id) const;

 private:
  class Image;
  struct Tables;

  std::unique_ptr<const Image> image_;  // null when not made from one
  std::unique_ptr<Tables> tables_;      // what the image does not have, and hides what it has
};

}  // namespace mizan
