#include <algorithm>
#include <utility>

#include "tm/format/xliff_body.h"
#include "tm/format/xliff_reader.h"
#include "tm/format/xml_text.h"

namespace mizan {
namespace {

class Xliff2Handler : public XmlHandler {
 public:
  Xliff2Handler(XliffUnits& units, std::string source_tag, std::string target_tag)
      : units_(units), source_tag_(std::move(source_tag)), target_tag_(std::move(target_tag)) {}

  void start_element(std::string_view name, const XmlAttributes& attributes) override {
    if (skipped_ > 0) {
      ++skipped_;
    } else if (side_ != nullptr) {
      reader_.start_element(name, attributes);
    } else if (name == "file") {
      units_.start_document(attributes.get(attributes.find("original") ? "original" : "id"),
                            source_tag_, target_tag_);
    } else if (name == "unit") {
      start_unit(attributes);
    } else if (name == "ignorable") {
      skipped_ = 1;  // white space and codes between segments
    } else if (name == "mtc:matches" || name.find(':') != name.npos) {
      // A module: candidate matches, glossaries, size restrictions.
      if (name == "mtc:matches") units_.leave_out("lists of candidate matches");
      skipped_ = 1;
    } else if (name == "segment" && unit_open_) {
      start_segment(attributes);
    } else if (name == "source" && segment_open_) {
      source_seen_ = true;
      side_ = &source_;
    } else if (name == "target" && segment_open_) {
      side_ = &target_;
    } else if ((name == "note" || name == "data") && unit_open_) {
      collecting_ = true;
      text_.clear();
      data_id_ = attributes.get("id");
    } else if (name == "cp" && collecting_) {
      skipped_ = 1;  // a character that XML cannot hold
    }
  }

  void end_element(std::string_view name) override {
    if (skipped_ > 0) {
      --skipped_;
    } else if (side_ != nullptr) {
      if (name == "source" || name == "target") {
        *side_ = reader_.take();
        side_ = nullptr;
      } else {
        reader_.end_element(name);
      }
    } else if (name == "note" && collecting_) {
      unit_.notes.push_back(std::move(text_));
      collecting_ = false;
    } else if (name == "data" && collecting_) {
      data_.emplace_back(data_id_, xml_text(text_));
      collecting_ = false;
    } else if (name == "segment" && segment_open_) {
      segment_open_ = false;
      finish_segment();
    } else if (name == "unit") {
      finish_unit();
    }
  }

  void text(std::string_view text) override {
    if (skipped_ > 0) return;
    if (side_ != nullptr) {
      reader_.text(text);
      if (reader_.size() > kMaxXliffSegmentBytes) {
        if (!malformed_) units_.refuse("a segment is longer than 1 MB", "split it into sentences");
        malformed_ = true;
        reader_.take();
      }
    } else if (collecting_ && text_.size() < kMaxXliffSegmentBytes) {
      text_ += text;
    }
  }

 private:
  struct ReadSegment {
    std::string id;
    InlineText source;
    InlineText target;
    TranslationUnit unit;
  };

  void start_unit(const XmlAttributes& attributes) {
    unit_open_ = true;
    unit_ = {};
    data_.clear();
    segments_.clear();
    id_ = attributes.get("id");
    translatable_ = attributes.get("translate") != "no";
    if (const auto name = attributes.find("name")) {
      unit_.properties.emplace_back(std::string(kXliffProperty) + "resname", *name);
    }
  }

  void start_segment(const XmlAttributes& attributes) {
    segment_open_ = true;
    malformed_ = false;
    source_seen_ = false;
    source_ = {};
    target_ = {};
    segments_.emplace_back();
    ReadSegment& segment = segments_.back();
    segment.id = attributes.get("id");
    segment.unit.origin.line = units_.place().line;
    for (auto& [name, value] : attributes.all()) {
      if (name == "id") continue;
      const std::string_view kind = name == "state" ? kXliffTargetProperty : kXliffProperty;
      segment.unit.properties.emplace_back(std::string(kind) + name, value);
    }
  }

  void finish_segment() {
    if (!source_seen_ && !malformed_) {
      malformed_ = true;
      units_.refuse("a segment has no source", "write its source");
    }
    if (malformed_) {
      segments_.pop_back();
      return;
    }
    resolve(source_);
    resolve(target_);
    segments_.back().source = std::move(source_);
    segments_.back().target = std::move(target_);
  }

  // The data that a code refers to is its content; that of the end of a pc stays with its start.
  void resolve(InlineText& text) const {
    const auto data = [this](const std::string& id) {
      const auto found =
          std::ranges::find_if(data_, [&id](const auto& entry) { return entry.first == id; });
      return found == data_.end() ? std::string() : found->second;
    };
    for (InlineTag& tag : text.tags) {
      for (auto& [name, value] : tag.attributes) {
        if (name == "dataRef" || name == "dataRefStart") tag.content = data(value);
        if (name == "dataRefEnd") value = data(value);
      }
    }
  }

  // Notes may follow the segments.
  void finish_unit() {
    if (!unit_open_) return;
    unit_open_ = false;
    if (!translatable_) {
      units_.leave_out("units not to be translated");
      return;
    }
    for (ReadSegment& segment : segments_) {
      TranslationUnit unit = std::move(segment.unit);
      unit.properties.insert(unit.properties.begin(), unit_.properties.begin(),
                             unit_.properties.end());
      unit.notes = unit_.notes;
      const std::string number =
          segment.id.empty() ? std::to_string(&segment - segments_.data() + 1) : segment.id;
      const std::string id = segments_.size() == 1 ? id_ : id_ + "/" + number;
      if (!id.empty()) unit.properties.emplace(unit.properties.begin(), kUnitIdProperty, id);
      units_.add(segment.source, segment.target, std::move(unit));
    }
  }

  XliffUnits& units_;
  std::string source_tag_;
  std::string target_tag_;
  std::size_t skipped_ = 0;  // elements open inside one that is left out, itself included
  bool unit_open_ = false;
  bool segment_open_ = false;
  bool malformed_ = false;
  bool source_seen_ = false;
  bool translatable_ = true;
  bool collecting_ = false;  // the text of a note or of original data
  std::string text_;
  std::string id_;
  std::string data_id_;
  TranslationUnit unit_;  // what all segments of the unit have
  std::vector<std::pair<std::string, std::string>> data_;
  std::vector<ReadSegment> segments_;
  InlineText source_;
  InlineText target_;
  InlineText* side_ = nullptr;
  InlineReader reader_{InlineMarkup::kXliff2};
};

}  // namespace

std::unique_ptr<XmlHandler> make_xliff2_handler(XliffUnits& units, std::string source_tag,
                                                std::string target_tag) {
  return std::make_unique<Xliff2Handler>(units, std::move(source_tag), std::move(target_tag));
}

}  // namespace mizan
