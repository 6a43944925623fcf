#include "tm/format/pretranslation.h"

#include <string>
#include <utility>

#include "tm/format/xliff_reader.h"

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

}  // namespace

XliffPretranslation::XliffPretranslation(TextSink sink)
    : writer_(std::move(sink), XliffVersion::k12) {
  writer_.begin({});
}

void XliffPretranslation::write(const LeverageText& text) {
  std::size_t number = 0;
  for (const LeverageSegment& segment : text.segments) {
    TranslationUnit unit;
    unit.source_language = text.language;
    unit.origin.document = text.name;
    unit.properties.emplace_back(kUnitIdProperty, std::to_string(++number));
    const bool arabic = text.language == Language::kArabic;
    (arabic ? unit.arabic : unit.english) = segment.segment.text;
    if (!segment.match) {
      writer_.write(unit);
      continue;
    }
    const Match& match = *segment.match;
    (arabic ? unit.english : unit.arabic) = suggested_target(match, text.language);
    const auto say = [&unit](std::string_view attribute, std::string_view value) {
      unit.properties.emplace_back(std::string(kXliffTargetProperty).append(attribute), value);
    };
    say("state", match.score == 1 ? "translated" : "needs-review-translation");
    say("state-qualifier", match.score == 1 ? "exact-match" : "fuzzy-match");
    writer_.write(unit, AlternativeTranslation{
                            match.unit.text(text.language), match.unit.text(other(text.language)),
                            std::to_string(match.percent()) + "%", origin_of(match.unit)});
  }
}

void XliffPretranslation::finish() { writer_.finish(); }

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
