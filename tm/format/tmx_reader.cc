#include "tm/format/tmx_reader.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <utility>

#include "tm/base/ascii.h"
#include "tm/base/language.h"
#include "tm/format/inline_reader.h"
#include "tm/format/tmx_date.h"
#include "tm/format/tsv.h"
#include "tm/format/xml_stream.h"

namespace mizan {
namespace {

constexpr std::size_t kMaxSegmentBytes = std::size_t{1} << 20;
// A tu lists a language a few times at most (regional variants, alternative translations).
constexpr std::size_t kMaxVariants = 64;

using Properties = std::vector<std::pair<std::string, std::string>>;

// The value of a kOriginProperty.
std::optional<Origin> parse_origin(std::string_view value) {
  Origin origin;
  for (const std::string_view field : split_row(value)) {
    const std::size_t sign = field.find('=');
    if (sign == field.npos) return std::nullopt;
    const std::string_view name = field.substr(0, sign);
    std::string* const part = name == "file"       ? &origin.file
                              : name == "document" ? &origin.document
                              : name == "author"   ? &origin.author
                                                   : nullptr;
    if (part == nullptr) return std::nullopt;
    *part = field.substr(sign + 1);
  }
  return origin;
}

struct Variant {
  std::optional<Language> language;
  std::string tag;
  InlineText segment;
  Properties properties;  // attributes, props and notes, as a unit has them
};

// One tu while it is read.
struct Element {
  std::optional<Language> source_language;
  Origin origin;
  std::vector<Origin> also_from;
  std::string change_id;
  Properties properties;
  std::vector<std::string> notes;
  std::vector<Variant> variants;
  bool malformed = false;
};

// Attributes that are no properties of their own: a unit has a field for them.
bool has_own_field(std::string_view attribute) {
  constexpr std::array<std::string_view, 8> kNames = {"tuid",         "creationid", "changeid",
                                                      "creationdate", "changedate", "srclang",
                                                      "xml:lang",     "lang"};
  return std::ranges::find(kNames, attribute) != kNames.end();
}

class TmxHandler : public XmlHandler {
 public:
  TmxHandler(std::string name, const UnitVisitor& visit, const UnitReadOptions& options,
             UnitReadSummary& summary)
      : name_(std::move(name)), visit_(visit), options_(options), summary_(summary) {}

  void attach(const XmlStream& stream) { stream_ = &stream; }

  void start_element(std::string_view name, const XmlAttributes& attributes) override {
    if (!root_seen_) {
      root_seen_ = true;
      if (name != "tmx") {
        throw Error(ErrorKind::kMalformed,
                    "not a TMX file: its root is <" + std::string(name) + ">", stream_->place(),
                    "check the file's format");
      }
    }
    if (in_segment_) {
      segment_.start_element(name, attributes);
    } else if (name == "header") {
      start_header(attributes);
    } else if (name == "tu") {
      start_unit(attributes);
    } else if (name == "tuv") {
      start_variant(attributes);
    } else if (name == "seg" && variant_open_) {
      in_segment_ = true;
    } else if (name == "prop" || name == "note") {
      property_type_ = attributes.get("type");
      text_.clear();
      collecting_ = unit_open_ || header_open_;
    } else if (name == "ude") {
      ++summary_.left_out["user-defined encodings"];
    }
  }

  void end_element(std::string_view name) override {
    if (in_segment_ && name != "seg") {
      segment_.end_element(name);
    } else if (name == "seg" && in_segment_) {
      in_segment_ = false;
      element_.variants.back().segment = trimmed(segment_.take());
    } else if (collecting_ && (name == "prop" || name == "note")) {
      collecting_ = false;
      std::string value(ascii_trimmed(text_));
      name == "prop" ? add_property(std::move(value)) : add_note(std::move(value));
    } else if (name == "header" && header_open_) {
      header_open_ = false;
      if (options_.visit_header) options_.visit_header(header_);
    } else if (name == "tuv") {
      variant_open_ = false;
    } else if (name == "tu" && unit_open_) {
      unit_open_ = false;
      if (!element_.malformed) finish_unit();
    }
  }

  void text(std::string_view text) override {
    if (element_.malformed && unit_open_) return;
    if (in_segment_) {
      segment_.text(text);
      if (segment_.size() > kMaxSegmentBytes) {
        refuse("a segment is longer than 1 MB", "split it into sentences");
        segment_.take();
      }
    } else if (collecting_) {
      text_ += text;
      if (text_.size() > kMaxSegmentBytes) {
        refuse("a note or property is longer than 1 MB", "shorten it");
        text_.clear();
      }
    }
  }

 private:
  // The tu at hand is malformed.
  void refuse(const std::string& problem, const std::string& advice) {
    element_.malformed = true;
    report_malformed(options_, summary_, problem, stream_->place(), advice);
  }

  void start_header(const XmlAttributes& attributes) {
    source_language_ = parse_language(attributes.get("srclang"));
    header_open_ = true;
    for (auto& [name, value] : attributes.all()) {
      // The tool is the one that writes; the rest is the file's.
      if (name.starts_with("creationtool")) continue;
      header_.properties.emplace_back("@" + name, value);
    }
  }

  void start_unit(const XmlAttributes& attributes) {
    if (unit_open_) {
      if (!element_.malformed) refuse("a tu begins inside a tu", "close the first one");
      return;
    }
    unit_open_ = true;
    variant_open_ = false;
    element_ = {};
    const auto source = attributes.find("srclang");
    element_.source_language = source ? parse_language(*source) : source_language_;
    Origin& origin = element_.origin;
    origin.file = name_;
    origin.line = stream_->place().line;
    origin.author = attributes.get("creationid");
    origin.created = to_iso_date(attributes.get("creationdate"));
    origin.changed = to_iso_date(attributes.get("changedate"));
    element_.change_id = attributes.get("changeid");
    for (auto& [name, value] : attributes.all()) {
      // A field cannot hold everything that is said: a date in no known form, "en-US" or "*all*".
      const bool lost = (name == "creationdate" && origin.created.empty()) ||
                        (name == "changedate" && origin.changed.empty()) ||
                        (name == "srclang" && value != "ar" && value != "en");
      if (name == "tuid") {
        element_.properties.emplace_back(kUnitIdProperty, value);
      } else if (lost || !has_own_field(name)) {
        element_.properties.emplace_back("@" + name, value);
      }
    }
  }

  void start_variant(const XmlAttributes& attributes) {
    if (!unit_open_ || element_.malformed) return;
    if (element_.variants.size() >= kMaxVariants) {
      refuse("a tu has more than 64 variants", "split it");
      return;
    }
    variant_open_ = true;
    Variant variant;
    // TMX 1.1 and many tools since write `lang`.
    variant.tag = attributes.get(attributes.find("xml:lang") ? "xml:lang" : "lang");
    if (variant.tag.empty()) {
      refuse("a tuv has no language", "write its xml:lang");
      variant_open_ = false;
      return;
    }
    variant.language = parse_language(variant.tag);
    if (!variant.language) {
      ++summary_.left_out["texts in " + ascii_lower(variant.tag)];
    } else {
      read_attributes(attributes, variant);
    }
    element_.variants.push_back(std::move(variant));
  }

  // What only the variants say about the author and the dates is the unit's, too.
  void read_attributes(const XmlAttributes& attributes, Variant& variant) {
    Origin& origin = element_.origin;
    if (origin.author.empty()) origin.author = attributes.get("creationid");
    if (element_.change_id.empty()) element_.change_id = attributes.get("changeid");
    const std::string created = to_iso_date(attributes.get("creationdate"));
    if (origin.created.empty() || (!created.empty() && created < origin.created)) {
      origin.created = created;
    }
    const std::string changed = to_iso_date(attributes.get("changedate"));
    if (changed > origin.changed) origin.changed = changed;
    for (auto& [name, value] : attributes.all()) {
      if (name == "xml:lang" || name == "lang") continue;
      variant.properties.emplace_back("@" + name + side(variant), value);
    }
  }

  static std::string side(const Variant& variant) {
    return " " + std::string(code(*variant.language));
  }

  void add_property(std::string value) {
    if (header_open_) {
      header_.properties.emplace_back(property_type_, std::move(value));
    } else if (variant_open_) {
      Variant& variant = element_.variants.back();
      if (!variant.language) return;
      variant.properties.emplace_back(property_type_ + "@" + std::string(code(*variant.language)),
                                      std::move(value));
    } else if (property_type_ == kDocumentProperty && element_.origin.document.empty()) {
      element_.origin.document = std::move(value);
    } else if (property_type_ == kPositionProperty && !value.empty() &&
               value.find_first_not_of("0123456789") == value.npos && value.size() < 18) {
      element_.origin.position = std::atoll(value.c_str());
    } else if (const auto origin = parse_origin(value);
               origin && property_type_ == kOriginProperty) {
      element_.also_from.push_back(*origin);
    } else {
      element_.properties.emplace_back(property_type_, std::move(value));
    }
  }

  void add_note(std::string value) {
    if (header_open_) {
      header_.notes.push_back(std::move(value));
    } else if (variant_open_) {
      Variant& variant = element_.variants.back();
      if (!variant.language) return;
      variant.properties.emplace_back("@note" + side(variant), std::move(value));
    } else {
      element_.notes.push_back(std::move(value));
    }
  }

  void finish_unit() {
    std::vector<const Variant*> arabic = variants_in(Language::kArabic);
    std::vector<const Variant*> english = variants_in(Language::kEnglish);
    if (arabic.empty() && english.empty()) {
      ++summary_.untranslated;
      return;
    }
    // A side that is absent is an empty one.
    static const Variant kAbsent;
    if (arabic.empty()) arabic.push_back(&kAbsent);
    if (english.empty()) english.push_back(&kAbsent);
    for (const Variant* from : arabic) {
      for (const Variant* to : english) {
        hand_out(unit_of(*from, *to), options_, summary_, visit_);
      }
    }
  }

  std::vector<const Variant*> variants_in(Language language) const {
    std::vector<const Variant*> variants;
    for (const Variant& variant : element_.variants) {
      if (variant.language == language && !variant.segment.text.empty()) {
        variants.push_back(&variant);
      }
    }
    return variants;
  }

  TranslationUnit unit_of(const Variant& arabic, const Variant& english) const {
    TranslationUnit unit;
    unit.arabic = arabic.segment.text;
    unit.english = english.segment.text;
    unit.arabic_tags = arabic.segment.tags;
    unit.english_tags = english.segment.tags;
    unit.source_language = element_.source_language.value_or(first_language());
    unit.origin = element_.origin;
    unit.also_from = element_.also_from;
    unit.properties = element_.properties;
    if (!element_.change_id.empty()) {
      unit.properties.emplace_back(kChangeIdProperty, element_.change_id);
    }
    const auto add_variant = [&unit](const Variant& variant, std::string_view plain,
                                     std::string_view property) {
      if (!variant.tag.empty() && variant.tag != plain) {
        unit.properties.emplace_back(property, variant.tag);
      }
      unit.properties.insert(unit.properties.end(), variant.properties.begin(),
                             variant.properties.end());
    };
    add_variant(arabic, "ar", kArabicTagProperty);
    add_variant(english, "en", kEnglishTagProperty);
    unit.notes = element_.notes;
    return unit;
  }

  // srclang "*all*", or none of our languages: the variant that comes first is the source.
  Language first_language() const {
    for (const Variant& variant : element_.variants) {
      if (variant.language) return *variant.language;
    }
    return Language::kArabic;
  }

  std::string name_;
  const UnitVisitor& visit_;
  const UnitReadOptions& options_;
  UnitReadSummary& summary_;
  const XmlStream* stream_ = nullptr;
  std::optional<Language> source_language_;
  UnitFileHeader header_;
  bool root_seen_ = false;
  bool header_open_ = false;
  bool unit_open_ = false;
  bool variant_open_ = false;
  bool in_segment_ = false;
  bool collecting_ = false;  // the text of a prop or note
  std::string property_type_;
  std::string text_;
  InlineReader segment_{InlineMarkup::kTmx};
  Element element_;
};

template <typename Feed>
UnitReadSummary read(const std::string& name, const UnitVisitor& visit,
                     const UnitReadOptions& options, const Feed& feed) {
  UnitReadSummary summary;
  summary.format = "TMX";
  TmxHandler handler(name, visit, options, summary);
  XmlStream stream(name, handler);
  handler.attach(stream);
  feed(stream);
  for (Diagnostic& repair : repairs_of(stream, name)) {
    summary.diagnostics.push_back(std::move(repair));
  }
  return summary;
}

}  // namespace

UnitReadSummary read_tmx(const std::string& path, const UnitVisitor& visit,
                         const UnitReadOptions& options) {
  return read(path, visit, options, [&path](XmlStream& stream) { feed_file(path, stream); });
}

UnitReadSummary read_tmx_bytes(std::string_view bytes, const std::string& name,
                               const UnitVisitor& visit, const UnitReadOptions& options) {
  return read(name, visit, options, [bytes](XmlStream& stream) {
    stream.feed(bytes);
    stream.finish();
  });
}

}  // namespace mizan
