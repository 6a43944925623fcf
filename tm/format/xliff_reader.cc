#include "tm/format/xliff_reader.h"

#include <optional>

#include "tm/base/ascii.h"
#include "tm/base/language.h"
#include "tm/format/tmx_reader.h"
#include "tm/format/xliff_body.h"
#include "tm/text/script.h"

namespace mizan {
namespace {

// Looks at the root and hands everything else to the reader of that version.
class XliffHandler : public XmlHandler {
 public:
  explicit XliffHandler(XliffUnits& units) : units_(units) {}

  void start_element(std::string_view name, const XmlAttributes& attributes) override {
    if (body_ != nullptr) {
      body_->start_element(local(name), attributes);
      return;
    }
    const std::size_t colon = name.find(':');
    if (colon != name.npos) prefix_ = name.substr(0, colon + 1);
    if (local(name) != "xliff") {
      throw Error(ErrorKind::kMalformed,
                  "not an XLIFF file: its root is <" + std::string(name) + ">", units_.place(),
                  "check the file's format");
    }
    body_ = attributes.get("version").starts_with('2')
                ? make_xliff2_handler(units_, attributes.get("srcLang"), attributes.get("trgLang"))
                : make_xliff1_handler(units_);
  }
  void end_element(std::string_view name) override { body_->end_element(local(name)); }
  void text(std::string_view text) override { body_->text(text); }

 private:
  std::string_view local(std::string_view name) const {
    return !prefix_.empty() && name.starts_with(prefix_) ? name.substr(prefix_.size()) : name;
  }

  XliffUnits& units_;
  std::string prefix_;  // of XLIFF's own elements
  std::unique_ptr<XmlHandler> body_;
};

template <typename Feed>
UnitReadSummary read(const std::string& name, const UnitVisitor& visit,
                     const UnitReadOptions& options, const Feed& feed) {
  UnitReadSummary summary;
  summary.format = "XLIFF";
  XliffUnits units(name, visit, options, summary);
  XliffHandler handler(units);
  XmlStream stream(name, handler);
  units.attach(stream);
  feed(stream);
  for (Diagnostic& repair : repairs_of(stream, name)) {
    summary.diagnostics.push_back(std::move(repair));
  }
  return summary;
}

}  // namespace

void XliffUnits::start_document(std::string document, std::string source_tag,
                                std::string target_tag) {
  document_ = std::move(document);
  source_tag_ = std::move(source_tag);
  target_tag_ = std::move(target_tag);
  position_ = 0;
}

void XliffUnits::add(const InlineText& source, const InlineText& target, TranslationUnit unit) {
  for (const std::string* tag : {&source_tag_, &target_tag_}) {
    if (!tag->empty() && !parse_language(*tag)) {
      leave_out("texts in " + ascii_lower(*tag));
      return;
    }
  }
  std::optional<Language> language = parse_language(source_tag_);
  if (!language && !target_tag_.empty()) language = other(*parse_language(target_tag_));
  if (!language) language = detect_language(source.text);
  if (language && parse_language(target_tag_) == language) {
    leave_out("texts in one language");
    return;
  }
  unit.source_language = language.value_or(Language::kEnglish);
  InlineText source_text = trimmed(source);
  InlineText target_text = trimmed(target);
  const bool from_arabic = unit.source_language == Language::kArabic;
  InlineText& arabic = from_arabic ? source_text : target_text;
  InlineText& english = from_arabic ? target_text : source_text;
  unit.arabic = std::move(arabic.text);
  unit.arabic_tags = std::move(arabic.tags);
  unit.english = std::move(english.text);
  unit.english_tags = std::move(english.tags);
  const std::string& arabic_tag = from_arabic ? source_tag_ : target_tag_;
  const std::string& english_tag = from_arabic ? target_tag_ : source_tag_;
  if (!arabic_tag.empty() && arabic_tag != "ar") {
    unit.properties.emplace_back(kArabicTagProperty, arabic_tag);
  }
  if (!english_tag.empty() && english_tag != "en") {
    unit.properties.emplace_back(kEnglishTagProperty, english_tag);
  }
  unit.origin.file = name_;
  unit.origin.document = document_;
  unit.origin.position = position_++;
  hand_out(unit, options_, summary_, visit_);
}

void XliffUnits::refuse(const std::string& problem, const std::string& advice) {
  report_malformed(options_, summary_, problem, place(), advice);
}

UnitReadSummary read_xliff(const std::string& path, const UnitVisitor& visit,
                           const UnitReadOptions& options) {
  return read(path, visit, options, [&path](XmlStream& stream) { feed_file(path, stream); });
}

UnitReadSummary read_xliff_bytes(std::string_view bytes, const std::string& name,
                                 const UnitVisitor& visit, const UnitReadOptions& options) {
  return read(name, visit, options, [bytes](XmlStream& stream) {
    stream.feed(bytes);
    stream.finish();
  });
}

}  // namespace mizan
