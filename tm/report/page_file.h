// One checked file on the page: its beads with their findings, and the alignment as a picture.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tm/report/page_side.h"

namespace mizan {

class PageFile {
 public:
  // `number` of the file and `first_finding` count over the page; `file` outlives this.
  PageFile(const CheckedFile& file, std::size_t number, std::size_t first_finding);

  // `files`: of the whole page, for links to other documents.
  std::string html(std::span<const PageFile> files) const;

  // Of the file's section, for links.
  static std::string id(std::size_t number) { return "file" + std::to_string(number); }

 private:
  std::string bead_id(std::size_t bead) const;
  std::size_t bead_of(std::size_t segment, SegmentRange Bead::*side) const;
  std::size_t place(const Finding& finding, std::size_t id);
  std::string heading() const;
  std::string document_heading(std::size_t bead) const;
  std::string bead_html(std::size_t bead, std::span<const PageFile> files) const;
  std::string card(const Finding& finding, std::size_t id, std::span<const PageFile> files) const;
  std::string related(const Finding& finding, std::span<const PageFile> files) const;
  // The bead that holds a place of this side, for a link; nothing when none does.
  std::optional<std::string> link(const PageSide& side, const RelatedPlace& place) const;
  static std::string elsewhere(const RelatedPlace& place, std::span<const PageFile> files);
  std::string picture() const;
  std::string_view line_word() const;

  const CheckedFile& file_;
  std::size_t number_;
  std::size_t first_finding_;
  PageSide arabic_;
  PageSide english_;
  std::vector<std::vector<std::size_t>> findings_;  // by bead
};

}  // namespace mizan
