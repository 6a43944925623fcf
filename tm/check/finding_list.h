// Findings as the rules report them, with their places in the files. Internal to tm/check.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tm/check/document.h"
#include "tm/check/rules.h"
#include "tm/model/finding.h"

namespace mizan {

struct Report {
  std::string_view rule;
  std::optional<CheckedPlace> arabic;  // one of the two at least
  std::optional<CheckedPlace> english;
  std::string message;
  std::string suggestion;
  std::optional<Severity> severity;  // milder than the rule's
  std::vector<CheckedPlace> related;
  // What to write instead of the one place, where that is certain and mechanical.
  std::optional<std::string> replacement = {};
  // Of a finding about several documents: places in them, and what it is about wherever it stands,
  // for its fingerprint.
  std::vector<RelatedPlace> elsewhere = {};
  std::string subject = {};
};

// A report about `place` alone.
Report report_at(const CheckedPlace& place, std::string_view rule, std::string message,
                 std::string suggestion);

class FindingList {
 public:
  // The document outlives the list.
  explicit FindingList(const CheckedDocument& document) : document_(document) {}

  // `bead` gives a finding that has only English words its Arabic line.
  void add(const Bead& bead, Report report);

  // Adds what another list of the same document has.
  void append(FindingList&& more);

  // Sorted by place, what is reported twice once; leaves the list empty.
  std::vector<Finding> take();

 private:
  FindingSpan span(const CheckedPlace& place) const;
  const std::string& folded_text_of(const CheckedSegment& segment);

  const CheckedDocument& document_;
  std::vector<Finding> findings_;
  const CheckedSegment* segment_ = nullptr;  // the last one asked for, and its text folded
  std::string folded_;
};

// By their place in the Arabic, then in the English.
void sort_by_place(std::vector<Finding>& findings);

// Words of a segment that a message can quote: at most eighty bytes, cut at a character.
std::string quoted(std::string_view text);

}  // namespace mizan
