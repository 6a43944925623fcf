#include "tm/format/tmx_reader.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <utility>

#include "tm/base/language.h"
#include "tm/format/tmx_date.h"
#include "tm/format/xml_stream.h"

namespace mizan {
namespace {

constexpr std::size_t kMaxSegmentBytes = std::size_t{1} << 20;
// A tu lists a language a few times at most (regional variants, alternative translations).
constexpr std::size_t kMaxVariants = 64;

// Inline elements that hold the codes of the original format, not text.
constexpr std::array<std::string_view, 5> kCodeElements = {"bpt", "ept", "ph", "it", "ut"};

bool is_code_element(std::string_view name) {
  return std::find(kCodeElements.begin(), kCodeElements.end(), name) != kCodeElements.end();
}

std::string trimmed(std::string_view text) {
  constexpr std::string_view kSpaces = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kSpaces);
  if (begin == text.npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(kSpaces) - begin + 1));
}

struct Variant {
  std::optional<Language> language;
  std::string tag;
  std::string text;
};

// One tu while it is read.
struct Element {
  std::optional<Language> source_language;
  Origin origin;
  std::string change_id;
  std::vector<std::pair<std::string, std::string>> properties;
  std::vector<std::string> notes;
  std::vector<Variant> variants;
};

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
      if (code_depth_ > 0 || is_code_element(name)) ++code_depth_;
      return;
    }
    if (name == "header") {
      source_language_ = parse_language(attributes.get("srclang"));
    } else if (name == "tu") {
      start_unit(attributes);
    } else if (name == "tuv") {
      start_variant(attributes);
    } else if (name == "seg" && variant_open_) {
      in_segment_ = true;
      text_.clear();
    } else if (name == "prop" || name == "note") {
      property_type_ = attributes.get("type");
      text_.clear();
      collecting_ = unit_open_;
    }
  }

  void end_element(std::string_view name) override {
    if (in_segment_ && name != "seg") {
      if (code_depth_ > 0) --code_depth_;
      return;
    }
    if (name == "seg" && in_segment_) {
      in_segment_ = false;
      element_.variants.back().text = trimmed(text_);
    } else if (name == "prop" && collecting_) {
      add_property();
      collecting_ = false;
    } else if (name == "note" && collecting_) {
      element_.notes.push_back(trimmed(text_));
      collecting_ = false;
    } else if (name == "tuv") {
      variant_open_ = false;
    } else if (name == "tu" && unit_open_) {
      unit_open_ = false;
      hand_out();
    }
  }

  void text(std::string_view text) override {
    if (code_depth_ > 0 || (!in_segment_ && !collecting_)) return;
    text_ += text;
    if (text_.size() > kMaxSegmentBytes) {
      throw Error(ErrorKind::kLimit, "a segment is longer than 1 MB", stream_->place(),
                  "split it into sentences");
    }
  }

 private:
  void start_unit(const XmlAttributes& attributes) {
    unit_open_ = true;
    element_ = {};
    const auto source = attributes.find("srclang");
    element_.source_language = source ? parse_language(*source) : source_language_;
    element_.origin.file = name_;
    element_.origin.line = stream_->place().line;
    element_.origin.author = attributes.get("creationid");
    element_.origin.created = to_iso_date(attributes.get("creationdate"));
    element_.origin.changed = to_iso_date(attributes.get("changedate"));
    element_.change_id = attributes.get("changeid");
    if (const auto id = attributes.find("tuid")) {
      element_.properties.emplace_back(kUnitIdProperty, *id);
    }
  }

  void start_variant(const XmlAttributes& attributes) {
    if (!unit_open_) return;
    variant_open_ = true;
    if (element_.variants.size() >= kMaxVariants) {
      throw Error(ErrorKind::kLimit, "a tu has more than 64 variants", stream_->place(),
                  "split it");
    }
    Variant variant;
    // TMX 1.1 and many tools since write `lang`.
    variant.tag = attributes.get(attributes.find("xml:lang") ? "xml:lang" : "lang");
    variant.language = parse_language(variant.tag);
    element_.variants.push_back(std::move(variant));
    if (!element_.variants.back().language) return;
    // What only the variants say about the author and the dates is the unit's.
    Origin& origin = element_.origin;
    if (origin.author.empty()) origin.author = attributes.get("creationid");
    if (element_.change_id.empty()) element_.change_id = attributes.get("changeid");
    const std::string created = to_iso_date(attributes.get("creationdate"));
    if (origin.created.empty() || (!created.empty() && created < origin.created)) {
      origin.created = created;
    }
    const std::string changed = to_iso_date(attributes.get("changedate"));
    if (changed > origin.changed) origin.changed = changed;
  }

  void add_property() {
    std::string value = trimmed(text_);
    if (property_type_ == kDocumentProperty && element_.origin.document.empty()) {
      element_.origin.document = std::move(value);
    } else if (property_type_ == kPositionProperty && !value.empty() &&
               value.find_first_not_of("0123456789") == value.npos && value.size() < 18) {
      element_.origin.position = std::atoll(value.c_str());
    } else {
      element_.properties.emplace_back(property_type_, std::move(value));
    }
  }

  void hand_out() {
    bool handed_out = false;
    for (const Variant& arabic : element_.variants) {
      if (arabic.language != Language::kArabic || arabic.text.empty()) continue;
      for (const Variant& english : element_.variants) {
        if (english.language != Language::kEnglish || english.text.empty()) continue;
        mizan::hand_out(unit_of(arabic, english), options_, summary_, visit_);
        handed_out = true;
      }
    }
    if (!handed_out) ++summary_.untranslated;
  }

  TranslationUnit unit_of(const Variant& arabic, const Variant& english) const {
    TranslationUnit unit;
    unit.arabic = arabic.text;
    unit.english = english.text;
    // srclang "*all*", or none of our languages: the variant that comes first is the source.
    unit.source_language = element_.source_language.value_or(
        &arabic < &english ? Language::kArabic : Language::kEnglish);
    unit.origin = element_.origin;
    unit.properties = element_.properties;
    if (!element_.change_id.empty()) {
      unit.properties.emplace_back(kChangeIdProperty, element_.change_id);
    }
    if (arabic.tag != "ar") unit.properties.emplace_back(kArabicTagProperty, arabic.tag);
    if (english.tag != "en") unit.properties.emplace_back(kEnglishTagProperty, english.tag);
    unit.notes = element_.notes;
    return unit;
  }

  std::string name_;
  const UnitVisitor& visit_;
  const UnitReadOptions& options_;
  UnitReadSummary& summary_;
  const XmlStream* stream_ = nullptr;
  std::optional<Language> source_language_;
  bool root_seen_ = false;
  bool unit_open_ = false;
  bool variant_open_ = false;
  bool in_segment_ = false;
  bool collecting_ = false;     // the text of a prop or note
  std::size_t code_depth_ = 0;  // inside elements that hold codes
  std::string property_type_;
  std::string text_;
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
  if (stream.repaired() > 0) {
    summary.diagnostics.push_back(
        {std::to_string(stream.repaired()) +
             (stream.repaired() == 1 ? " control character" : " control characters") +
             " that XML forbids read as spaces",
         {.file = name}});
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
