// A checked file among the other files of a run. Internal to tm/check.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <tuple>

#include "tm/check/across.h"
#include "tm/check/document.h"
#include "tm/check/finding_list.h"

namespace mizan {

class RunText {
 public:
  // What `file` points to outlives this.
  explicit RunText(const RunFile& file);
  RunText(const RunText&) = delete;
  RunText& operator=(const RunText&) = delete;

  const CheckedFile& file() const { return file_; }
  // Its segments at their places, not read.
  const CheckedDocument& document() const { return document_; }
  // The name of the document that holds the bead; empty where the file is one document.
  std::string_view document_name(std::size_t bead) const;

  // Whether the check of the file alone has said it, of this spelling or of the sentence here.
  bool says_of_name(std::string_view rule, std::string_view spelling) const;
  bool says_of_sentence(std::string_view rule, const CheckedPlace& arabic) const;

  // The place, for a finding in another file.
  RelatedPlace related(const CheckedPlace& place) const;

  void add(const Bead& bead, Report report) { findings_.add(bead, std::move(report)); }
  // Puts what was added among the findings of the file; to be called once.
  void finish();

 private:
  CheckedFile& file_;
  const CheckOptions& options_;
  CheckedDocument document_;
  FindingList findings_;
  std::set<std::tuple<std::string, std::size_t, std::size_t>> said_;  // rule, line, byte: Arabic
};

}  // namespace mizan
