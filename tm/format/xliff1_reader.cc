#include <algorithm>
#include <optional>

#include "tm/format/tmx_date.h"
#include "tm/format/xliff_body.h"
#include "tm/format/xliff_reader.h"

namespace mizan {
namespace {

// A text cut into segments by mrk mtype="seg".
struct SegmentedSide {
  InlineText whole;
  std::vector<std::pair<std::string, InlineText>> segments;  // by mid, in the order of the file

  const InlineText* find(const std::string& mid) const {
    const auto found = std::ranges::find_if(
        segments, [&mid](const auto& segment) { return segment.first == mid; });
    return found == segments.end() ? nullptr : &found->second;
  }
};

class Xliff1Handler : public XmlHandler {
 public:
  explicit Xliff1Handler(XliffUnits& units) : units_(units) {}

  void start_element(std::string_view name, const XmlAttributes& attributes) override {
    if (skipped_ > 0) {
      ++skipped_;
    } else if (side_ != nullptr) {
      start_inline(name, attributes);
    } else if (name == "file") {
      units_.start_document(attributes.get("original"), attributes.get("source-language"),
                            attributes.get("target-language"));
    } else if (name == "trans-unit") {
      start_unit(attributes);
    } else if (name == "bin-unit") {
      units_.leave_out("binary units");
      skipped_ = 1;
    } else if (name == "alt-trans") {
      units_.leave_out("alternative translations");
      skipped_ = 1;
    } else if (unit_open_) {
      start_in_unit(name, attributes);
    }
  }

  void end_element(std::string_view name) override {
    if (skipped_ > 0) {
      --skipped_;
    } else if (side_ != nullptr) {
      end_inline(name);
    } else if (name == "note" && collecting_) {
      unit_.notes.push_back(std::move(text_));
      collecting_ = false;
    } else if (name == "sdl:value" && collecting_) {
      if (!segment_definitions_.empty()) {
        segment_definitions_.back().second.emplace_back("sdl:" + sdl_key_, std::move(text_));
      }
      collecting_ = false;
    } else if (name == "trans-unit" && unit_open_) {
      unit_open_ = false;
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
  using Properties = std::vector<std::pair<std::string, std::string>>;

  void start_unit(const XmlAttributes& attributes) {
    unit_open_ = true;
    malformed_ = false;
    source_seen_ = false;
    unit_ = {};
    unit_.origin.line = units_.place().line;
    source_ = {};
    segmented_source_ = {};
    target_ = {};
    target_attributes_.clear();
    segment_definitions_.clear();
    translatable_ = attributes.get("translate") != "no";
    id_ = attributes.get("id");
    for (auto& [name, value] : attributes.all()) {
      if (name != "id") unit_.properties.emplace_back(std::string(kXliffProperty) + name, value);
    }
  }

  void start_in_unit(std::string_view name, const XmlAttributes& attributes) {
    if (name == "source") {
      source_seen_ = true;
      start_side(source_, name);
    } else if (name == "seg-source") {
      start_side(segmented_source_, name);
    } else if (name == "target") {
      for (auto& [attribute, value] : attributes.all()) {
        target_attributes_.emplace_back(std::string(kXliffTargetProperty) + attribute, value);
      }
      start_side(target_, name);
    } else if (name == "note") {
      collecting_ = true;
      text_.clear();
    } else if (name == "sdl:seg") {
      Properties properties;
      for (auto& [attribute, value] : attributes.all()) {
        if (attribute != "id") properties.emplace_back("sdl:" + attribute, value);
      }
      segment_definitions_.emplace_back(attributes.get("id"), std::move(properties));
    } else if (name == "sdl:value") {
      sdl_key_ = attributes.get("key");
      collecting_ = true;
      text_.clear();
    }
  }

  void start_side(SegmentedSide& side, std::string_view element) {
    side_ = &side;
    side = {};
    element_ = element;
  }

  // A segment's mrk cuts the text; all other elements are its markup. Elements that stand around
  // segments are dropped: a segment is what a memory holds.
  void start_inline(std::string_view name, const XmlAttributes& attributes) {
    const bool segment = name == "mrk" && attributes.get("mtype") == "seg";
    if (segment && !mid_) {
      flush();
      mid_ = attributes.get("mid");
      mrk_depth_ = 0;
      return;
    }
    if (mid_) ++mrk_depth_;
    reader_.start_element(name, attributes);
  }

  void end_inline(std::string_view name) {
    if (mid_ && mrk_depth_ == 0) {
      InlineText segment = reader_.take();
      append(side_->whole, segment);
      const auto same = std::ranges::find_if(
          side_->segments, [this](const auto& known) { return known.first == *mid_; });
      if (same == side_->segments.end()) {
        side_->segments.emplace_back(*mid_, std::move(segment));
      } else {
        append(same->second, segment);
      }
      mid_.reset();
      return;
    }
    if (mid_) {
      --mrk_depth_;
    } else if (name == element_) {
      flush();
      side_ = nullptr;
      return;
    }
    reader_.end_element(name);
  }

  // What stands between segments belongs to the whole alone.
  void flush() { append(side_->whole, reader_.take()); }

  void finish_unit() {
    if (malformed_) return;
    if (!source_seen_) {
      units_.refuse("a trans-unit has no source", "write its source");
      return;
    }
    if (!translatable_) {
      units_.leave_out("units not to be translated");
      return;
    }
    const SegmentedSide& source = segmented_source_.segments.empty() ? source_ : segmented_source_;
    // A target that was never cut belongs to the whole source.
    const bool paired = !target_.segments.empty() || target_.whole.text.empty();
    if (source.segments.empty() || !paired) {
      add(source.whole, target_.whole, id_,
          source.segments.size() == 1 ? source.segments[0].first : std::string());
      return;
    }
    for (const auto& [mid, segment] : source.segments) {
      const InlineText* target = target_.find(mid);
      const bool only = source.segments.size() == 1;
      add(segment, target == nullptr ? InlineText() : *target, only ? id_ : id_ + "/" + mid, mid);
    }
    count_tags_around(source);
    for (const auto& [mid, segment] : target_.segments) {
      if (source.find(mid) == nullptr) units_.leave_out("target segments without a source");
    }
  }

  void count_tags_around(const SegmentedSide& side) const {
    const auto tags = [](const InlineText& text) {
      return std::ranges::count_if(text.tags, [](const InlineTag& tag) {
        return tag.kind == InlineKind::kOpen || tag.kind == InlineKind::kCode;
      });
    };
    auto around = tags(side.whole);
    for (const auto& [mid, segment] : side.segments) around -= tags(segment);
    for (; around > 0; --around) units_.leave_out("inline tags around segments");
  }

  void add(const InlineText& source, const InlineText& target, const std::string& id,
           const std::string& mid) {
    TranslationUnit unit = unit_;
    if (!id.empty()) unit.properties.emplace(unit.properties.begin(), kUnitIdProperty, id);
    const auto append_all = [&unit](const Properties& properties) {
      unit.properties.insert(unit.properties.end(), properties.begin(), properties.end());
    };
    append_all(target_attributes_);
    const auto definition = std::ranges::find_if(
        segment_definitions_, [&mid](const auto& known) { return known.first == mid; });
    if (definition != segment_definitions_.end()) append_all(definition->second);
    const auto value = [&unit](std::string_view name) {
      const auto found = std::ranges::find_if(
          unit.properties, [name](const auto& property) { return property.first == name; });
      return found == unit.properties.end() ? std::string() : found->second;
    };
    unit.origin.author = value("sdl:created_by");
    if (unit.origin.author.empty()) unit.origin.author = value("xliff:mq:lastchanginguser");
    unit.origin.changed = to_iso_date(value("xliff:mq:lastchangedtimestamp"));
    units_.add(source, target, std::move(unit));
  }

  XliffUnits& units_;
  std::size_t skipped_ = 0;  // elements open inside one that is left out, itself included
  bool unit_open_ = false;
  bool malformed_ = false;
  bool source_seen_ = false;
  bool translatable_ = true;
  bool collecting_ = false;  // the text of a note or of an sdl:value
  std::string text_;
  std::string sdl_key_;
  std::string id_;
  TranslationUnit unit_;  // what all segments of the unit have
  SegmentedSide source_;
  SegmentedSide segmented_source_;
  SegmentedSide target_;
  Properties target_attributes_;
  std::vector<std::pair<std::string, Properties>> segment_definitions_;  // by mid

  // The side that is read, and where in it.
  SegmentedSide* side_ = nullptr;
  std::string element_;
  std::optional<std::string> mid_;  // of the segment
  std::size_t mrk_depth_ = 0;       // elements open inside the segment
  InlineReader reader_{InlineMarkup::kXliff1};
};

}  // namespace

std::unique_ptr<XmlHandler> make_xliff1_handler(XliffUnits& units) {
  return std::make_unique<Xliff1Handler>(units);
}

}  // namespace mizan
