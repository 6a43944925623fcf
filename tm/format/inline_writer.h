// Writes a segment with its markup into an XML format. Markup of that format comes back as it was
// read; that of another is mapped: a pair of codes to a pair, an element around text to the
// format's own, a code of one place to its placeholder, an annotation to an annotation.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tm/format/unit_losses.h"
#include "tm/model/inline_tag.h"

namespace mizan {

// What the codes of an XLIFF 2 unit stand for: ids ("d1") and content, as XML.
using OriginalData = std::vector<std::pair<std::string, std::string>>;

// Serves the two sides of one unit: a code that both have gets one id.
class InlineWriter {
 public:
  // `losses` counts the attributes that have no place; it must outlive the writer.
  InlineWriter(InlineMarkup markup, LossCounts& losses) : markup_(markup), losses_(losses) {}

  // The content of the segment's element. Always well-formed, whatever the tags are.
  std::string content(std::string_view text, const std::vector<InlineTag>& tags);

  // What the segments so far refer to (XLIFF 2 alone); empty then.
  OriginalData take_original_data();

 private:
  std::string opened(const InlineTag& tag);
  std::string closed(const InlineTag& tag);
  std::string code(const InlineTag& tag);
  void append_own_attributes(std::string& xml, const InlineTag& tag);
  std::string data_reference(std::string_view name, const std::string& code);
  std::string number_of(const std::string& id);
  void count_dropped(const InlineTag& tag);

  InlineMarkup markup_;
  LossCounts& losses_;
  std::vector<std::string> ids_;  // foreign ids of this unit, by their number here
  OriginalData data_;
};

}  // namespace mizan
