#include "tm/format/pretranslation.h"

#include <string>
#include <utility>

#include "tm/format/xml_text.h"

namespace mizan {
namespace {

// A tab or line break would end the cell.
std::string cell(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c == '\t' || c == '\n' || c == '\r') c = ' ';
  }
  return result;
}

const std::string& suggested_target(const Match& match, Language language) {
  return match.suggestion ? match.suggestion->text : match.unit.text(other(language));
}

std::string origin_of(const TranslationUnit& unit) {
  const Origin& origin = unit.origin;
  std::string text = "unit " + std::to_string(unit.id);
  for (const std::string* part :
       {origin.document.empty() ? &origin.file : &origin.document, &origin.author,
        origin.changed.empty() ? &origin.created : &origin.changed}) {
    if (!part->empty()) text += ", " + *part;
  }
  return text;
}

std::string element(std::string_view name, Language language, std::string_view attributes,
                    std::string_view text) {
  std::string xml = "<" + std::string(name) + " xml:lang=\"" + std::string(code(language)) + "\"";
  xml += attributes;
  xml += ">" + xml_text(text) + "</" + std::string(name) + ">";
  return xml;
}

std::string trans_unit(const LeverageSegment& segment, std::size_t number, Language language) {
  std::string xml = "<trans-unit id=\"" + std::to_string(number) + "\">\n" +
                    element("source", language, "", segment.segment.text) + "\n";
  if (segment.match) {
    const Match& match = *segment.match;
    const std::string_view state =
        match.score == 1 ? " state=\"translated\" state-qualifier=\"exact-match\""
                         : " state=\"needs-review-translation\" state-qualifier=\"fuzzy-match\"";
    xml += element("target", other(language), state, suggested_target(match, language)) + "\n";
    xml += "<alt-trans";
    append_attribute(xml, "match-quality", std::to_string(match.percent()) + "%");
    append_attribute(xml, "origin", origin_of(match.unit));
    xml += ">" + element("source", language, "", match.unit.text(language)) +
           element("target", other(language), "", match.unit.text(other(language))) +
           "</alt-trans>\n";
  }
  return xml + "</trans-unit>\n";
}

}  // namespace

XliffPretranslation::XliffPretranslation(TextSink sink) : sink_(std::move(sink)) {
  sink_(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\">\n");
}

void XliffPretranslation::write(const LeverageText& text) {
  std::string open = "<file";
  append_attribute(open, "original", text.name);
  append_attribute(open, "source-language", code(text.language));
  append_attribute(open, "target-language", code(other(text.language)));
  sink_(open + " datatype=\"plaintext\">\n<body>\n");
  std::size_t number = 0;
  for (const LeverageSegment& segment : text.segments) {
    sink_(trans_unit(segment, ++number, text.language));
  }
  sink_("</body>\n</file>\n");
}

void XliffPretranslation::finish() { sink_("</xliff>\n"); }

TsvPretranslation::TsvPretranslation(TextSink sink) : sink_(std::move(sink)) {
  sink_("id\tdocument\tar\ten\tpercent\tband\tunit\torigin\n");
}

void TsvPretranslation::write(const LeverageText& text) {
  std::size_t number = 0;
  for (const LeverageSegment& segment : text.segments) {
    const std::string source = cell(segment.segment.text);
    const std::string target =
        segment.match ? cell(suggested_target(*segment.match, text.language)) : "";
    const bool arabic = text.language == Language::kArabic;
    std::string row = std::to_string(++number) + '\t' + cell(text.name) + '\t' +
                      (arabic ? source : target) + '\t' + (arabic ? target : source) + '\t';
    if (segment.match) row += std::to_string(segment.match->percent());
    row += '\t' + std::string(to_string(segment.band)) + '\t';
    if (segment.match) {
      row += std::to_string(segment.match->unit.id) + '\t' + cell(origin_of(segment.match->unit));
    } else {
      row += '\t';
    }
    sink_(row + '\n');
  }
}

}  // namespace mizan
