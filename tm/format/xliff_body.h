// What the readers of the two generations of XLIFF share.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "tm/format/inline_reader.h"
#include "tm/format/unit_reader.h"
#include "tm/format/xml_stream.h"

namespace mizan {

constexpr std::size_t kMaxXliffSegmentBytes = std::size_t{1} << 20;

// Where units go; what the body of a file hands out.
class XliffUnits {
 public:
  XliffUnits(std::string name, const UnitVisitor& visit, const UnitReadOptions& options,
             UnitReadSummary& summary)
      : name_(std::move(name)), visit_(visit), options_(options), summary_(summary) {}

  void attach(const XmlStream& stream) { stream_ = &stream; }

  // A <file> begins: its document and the tags of its languages, empty when they are not said.
  void start_document(std::string document, std::string source_tag, std::string target_tag);

  // One segment; a target without text is one that is still to come.
  void add(const InlineText& source, const InlineText& target, TranslationUnit unit);

  void refuse(const std::string& problem, const std::string& advice);
  void leave_out(const std::string& kind) { ++summary_.left_out[kind]; }
  InputPlace place() const { return stream_->place(); }

 private:
  std::string name_;
  const UnitVisitor& visit_;
  const UnitReadOptions& options_;
  UnitReadSummary& summary_;
  const XmlStream* stream_ = nullptr;
  std::string document_;
  std::string source_tag_;
  std::string target_tag_;
  std::int64_t position_ = 0;
};

// The handlers of what stands inside <xliff>; `units` must outlive them.
std::unique_ptr<XmlHandler> make_xliff1_handler(XliffUnits& units);
std::unique_ptr<XmlHandler> make_xliff2_handler(XliffUnits& units, std::string source_tag,
                                                std::string target_tag);

}  // namespace mizan
