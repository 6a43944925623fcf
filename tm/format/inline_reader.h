// Collects a segment of an XML format: its plain text and, beside it, its markup.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tm/format/xml_stream.h"
#include "tm/model/inline_tag.h"

namespace mizan {

struct InlineText {
  std::string text;
  std::vector<InlineTag> tags;
};

// White space at both ends goes from the text into tags of kind kSpace.
InlineText trimmed(InlineText inline_text);

// Both, one after the other.
void append(InlineText& text, const InlineText& more);

// Fed with what stands inside one segment. Elements of codes (bpt, ph, x ...) become kCode with
// what they hold as their content; any other element stands around text.
class InlineReader {
 public:
  explicit InlineReader(InlineMarkup markup) : markup_(markup) {}

  void start_element(std::string_view name, const XmlAttributes& attributes);
  void end_element(std::string_view name);
  void text(std::string_view text);

  // In bytes, of text and codes.
  std::size_t size() const { return size_; }
  // What was collected, with white space at its ends; the reader is empty then.
  InlineText take();

 private:
  InlineMarkup markup_;
  InlineText collected_;
  std::size_t code_depth_ = 0;  // elements open inside a code, the code itself included
  std::size_t size_ = 0;
};

}  // namespace mizan
