// What the readers of both languages gather of a number in several words. Internal to tm/lang.
#pragma once

#include <limits>
#include <optional>

#include "tm/lang/number_reader.h"

namespace mizan {

class NumberCompound {
 protected:
  NumberCompound(const QuantityPieces& pieces, std::size_t begin)
      : pieces_(pieces), begin_(begin), next_(begin) {}

  bool first() const { return next_ == begin_; }

  // The number so far, from the first piece to the one before next_, as a cardinal.
  NumberReading reading() const {
    NumberReading result;
    result.mention.value = total_ + group_;
    result.mention.alternative = alternative_;
    result.mention.spelled = spelled_;
    result.mention.approximate = approximate_;
    result.mention.range = {pieces_[begin_].range.begin, pieces_[next_ - 1].range.end};
    result.next = next_;
    return result;
  }

  const QuantityPieces& pieces_;
  const std::size_t begin_;
  std::size_t next_;
  double total_ = 0;                                        // thousands and above that are complete
  double group_ = 0;                                        // what a scale word would multiply
  double scale_ = std::numeric_limits<double>::infinity();  // the last scale word
  std::optional<double> alternative_;
  int words_ = 0;
  bool spelled_ = false;
  bool approximate_ = false;
  bool doubtful_ = false;
  bool closed_ = false;  // no further word belongs to it
};

}  // namespace mizan
