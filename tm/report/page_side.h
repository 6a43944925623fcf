// One side of a checked file on the page: its segments, with the words of findings marked.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tm/model/checked_file.h"

namespace mizan {

class PageSide {
 public:
  // `side` outlives this.
  explicit PageSide(const CheckedSide& side);

  // The segment that holds the place; nothing when none does. `begin` counts bytes of the line.
  std::optional<std::size_t> find(std::size_t line, std::size_t begin) const;

  // Marks the words of a finding, by its number on the page; the segment that they stand in.
  std::optional<std::size_t> mark(const FindingSpan& span, std::size_t finding, Severity severity);

  // The segments as paragraphs; a word in place of nothing.
  std::string html(const SegmentRange& range) const;

  std::size_t bytes(const SegmentRange& range) const;

 private:
  struct Mark {
    std::size_t begin = 0;  // bytes of the segment
    std::size_t end = 0;
    std::size_t finding = 0;
    Severity severity = Severity::kInfo;
  };

  std::string marked(std::size_t segment) const;

  const CheckedSide& side_;
  std::vector<std::pair<std::size_t, std::size_t>> starts_;  // line (1-based) and byte within it
  std::vector<std::vector<Mark>> marks_;
};

}  // namespace mizan
