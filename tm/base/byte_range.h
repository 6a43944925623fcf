// A half-open range of byte offsets.
#pragma once

#include <cstddef>
#include <string_view>

namespace mizan {

struct ByteRange {
  std::size_t begin = 0;
  std::size_t end = 0;

  std::size_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(ByteRange other) const { return begin <= other.begin && other.end <= end; }
  std::string_view of(std::string_view text) const { return text.substr(begin, size()); }
  friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

}  // namespace mizan
