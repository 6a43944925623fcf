// Translation units as the messages of a gettext PO file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "tm/base/line_reader.h"
#include "tm/format/unit_reader.h"
#include "tm/format/unit_writer.h"

namespace mizan {

// What a message says beyond the fields of TranslationUnit is kept among its properties and written
// back. A plural message gives a unit for each of its forms that is translated.
constexpr std::string_view kPoHeaderProperty = "po-header";  // of UnitFileHeader: the header's text
constexpr std::string_view kPoContextProperty = "msgctxt";
constexpr std::string_view kPoReferenceProperty = "reference";
constexpr std::string_view kPoFlagProperty = "flag";
constexpr std::string_view kPoExtractedProperty = "extracted-comment";
constexpr std::string_view kPoIdProperty = "msgid";  // of plural messages, as the next two
constexpr std::string_view kPoPluralProperty = "msgid_plural";
constexpr std::string_view kPoFormProperty = "plural-form";

// Calls `visit` for each message, in order; origin.document is the file of its first reference,
// notes are the translator's comments. The language of the translations is the header's
// `Language`, else that of their script. The form of a plural that its rule gives the number 1
// translates msgid, the others msgid_plural. Messages without a translation or with the flag
// `fuzzy` count as untranslated; those with a form missing are handed out in the others. Obsolete
// ones are left out, and counted. Throws as LineReader.
UnitReadSummary read_unit_po(const std::string& path, const UnitVisitor& visit,
                             const UnitReadOptions& options = {});
UnitReadSummary parse_unit_po(std::string_view text, const std::string& name,
                              const UnitVisitor& visit, const UnitReadOptions& options = {});

// Whether a text that starts so is a PO file.
bool opens_unit_po(std::string_view start);

// The language of the file's translations is that of the first unit. PO knows a text (and context)
// once: further translations of it are counted as lost.
class UnitPoWriter : public UnitWriter {
 public:
  explicit UnitPoWriter(TextSink sink) : sink_(std::move(sink)) {}
  void begin(const UnitFileHeader& header) override;
  void write(const TranslationUnit& unit) override;
  void finish() override;

 private:
  void write_header(Language target);
  void write_message();

  TextSink sink_;
  std::string header_;
  std::vector<std::string> header_notes_;
  std::optional<Language> target_;
  std::vector<TranslationUnit> message_;       // one unit, or the forms of a plural
  std::unordered_set<std::uint64_t> written_;  // digests of context and msgid
};

}  // namespace mizan
