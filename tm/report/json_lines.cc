#include "tm/report/json_lines.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace mizan {
namespace {

using Json = nlohmann::ordered_json;

// Four decimals: more say nothing about a score or a probability.
double rounded(double value) { return std::round(value * 1e4) / 1e4; }

std::string line(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json indices(const SegmentRange& range) {
  Json list = Json::array();
  for (std::size_t i = range.begin; i < range.end; ++i) list.push_back(i);
  return list;
}

Json texts(const SegmentRange& range, const std::vector<Segment>& segments) {
  Json list = Json::array();
  for (std::size_t i = range.begin; i < range.end; ++i) list.push_back(segments[i].text);
  return list;
}

Json bead_object(const Bead& bead) {
  return {{"source", indices(bead.source)},
          {"target", indices(bead.target)},
          {"confidence", rounded(bead.confidence)}};
}

Json span_object(const FindingSpan& span) {
  return {{"begin", span.begin}, {"end", span.end}, {"text", span.text}};
}

// The Arabic side; its line is the finding's own, but for a finding that points elsewhere.
Json source_object(const Finding& finding) {
  if (!finding.source) return nullptr;
  Json object = span_object(*finding.source);
  if (finding.source->line != finding.line) object["line"] = finding.source->line;
  return object;
}

Json target_object(const Finding& finding, const FindingFiles& files) {
  if (!finding.target) return nullptr;
  Json object = span_object(*finding.target);
  if (files.english != files.arabic) object["file"] = files.english;
  object["line"] = finding.target->line;
  return object;
}

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json related_object(const RelatedPlace& place) {
  Json object = {{"id", text_or_null(place.id)}, {"line", place.line}};
  if (place.file.empty()) return object;
  object["file"] = place.file;
  object["column"] = place.column == 0 ? Json(nullptr) : Json(place.column);
  object["begin"] = place.begin;
  object["end"] = place.end;
  object["text"] = place.text;
  return object;
}

Json range_array(ByteRange range) { return {range.begin, range.end}; }

Json context_name(MatchContext context) {
  switch (context) {
    case MatchContext::kNone:
      break;
    case MatchContext::kBefore:
      return "before";
    case MatchContext::kAfter:
      return "after";
    case MatchContext::kBoth:
      return "both";
  }
  return nullptr;
}

std::string_view edit_name(EditKind kind) {
  switch (kind) {
    case EditKind::kEqual:
      return "equal";
    case EditKind::kChanged:
      return "changed";
    case EditKind::kInserted:
      return "inserted";
    case EditKind::kDeleted:
      return "deleted";
  }
  return "";
}

}  // namespace

std::string to_json(const Segment& segment) {
  return line({{"begin", segment.range.begin},
               {"end", segment.range.end},
               {"text", segment.text},
               {"paragraph", segment.paragraph}});
}

std::string to_json(const Bead& bead) { return line(bead_object(bead)); }

std::string to_json(const Bead& bead, const std::vector<Segment>& source,
                    const std::vector<Segment>& target) {
  Json object = bead_object(bead);
  object["source_text"] = texts(bead.source, source);
  object["target_text"] = texts(bead.target, target);
  return line(object);
}

std::string to_json(const Match& match, Language side, const MatchPlace& place) {
  Json edits = Json::array();
  for (const EditStep& step : match.script) {
    if (step.kind == EditKind::kEqual) continue;
    edits.push_back({{"kind", edit_name(step.kind)},
                     {"query", range_array(step.query)},
                     {"source", range_array(step.unit)}});
  }
  const Origin& origin = match.unit.origin;
  Json object = {{"query", place.query},
                 {"rank", place.rank},
                 {"score", rounded(match.score)},
                 {"source", match.unit.text(side)},
                 {"target", match.unit.text(other(side))},
                 {"unit", match.unit.id},
                 {"context", context_name(match.context)},
                 {"edits", edits},
                 {"file", text_or_null(origin.file)},
                 {"document", text_or_null(origin.document)},
                 {"author", text_or_null(origin.author)},
                 {"created", text_or_null(origin.created)},
                 {"changed", text_or_null(origin.changed)}};
  if (match.suggestion) {
    object["suggested_target"] = match.suggestion->text;
    for (const Substitution& step : match.suggestion->substitutions) {
      object["substitutions"].push_back({{"query", range_array(step.query)},
                                         {"source", range_array(step.unit)},
                                         {"target", range_array(step.target)},
                                         {"suggested", range_array(step.suggested)}});
    }
  }
  if (place.left_out > 0) object["left_out"] = place.left_out;
  return line(object);
}

std::string to_json(const ConcordanceHit& hit, Language side) {
  Json places = Json::array();
  for (const ByteRange& place : hit.places) places.push_back({place.begin, place.end});
  return line({{"unit", hit.unit.id},
               {"language", code(side)},
               {"text", hit.unit.text(side)},
               {"other", hit.unit.text(other(side))},
               {"places", places},
               {"document", text_or_null(hit.unit.origin.document)}});
}

std::string to_json(const TermHit& hit) {
  return line({{"line", hit.line},
               {"begin", hit.begin},
               {"end", hit.end},
               {"surface", hit.surface},
               {"term", hit.term},
               {"translation", hit.translations},
               {"evidence", hit.evidence},
               {"confidence", rounded(hit.confidence)},
               {"related", hit.related}});
}

namespace {

// Only what is known: a termbase of pairs would be mostly null.
void add_text(Json& object, const char* name, const std::string& text) {
  if (!text.empty()) object[name] = text;
}

void add_details(Json& object, const TermProperties& properties, const TermHistory& history) {
  if (!properties.empty()) object["properties"] = properties;
  add_text(object, "created", history.created);
  add_text(object, "created_by", history.created_by);
  add_text(object, "changed", history.changed);
  add_text(object, "changed_by", history.changed_by);
}

Json term_object(const Term& term) {
  Json object = {{"text", term.text},
                 {"language", code(term.language)},
                 {"status", to_string(term.status)},
                 {"note", text_or_null(term.note)}};
  add_text(object, "part_of_speech", term.part_of_speech);
  add_text(object, "number", term.number);
  add_text(object, "gender", term.gender);
  if (!term.forms.empty()) object["forms"] = term.forms;
  if (term.case_sensitive) object["case_sensitive"] = true;
  if (term.do_not_translate) object["do_not_translate"] = true;
  add_text(object, "region", term.region);
  add_details(object, term.properties, term.history);
  return object;
}

Json concept_object(const TermConcept& entry) {
  Json terms = Json::array();
  for (const Term& term : entry.terms) terms.push_back(term_object(term));
  Json object = {{"concept", entry.id},
                 {"subject", text_or_null(entry.subject)},
                 {"definition", text_or_null(entry.definition)},
                 {"source", text_or_null(entry.source)}};
  add_text(object, "customer", entry.customer);
  add_text(object, "project", entry.project);
  add_text(object, "note", entry.note);
  add_details(object, entry.properties, entry.history);
  object["terms"] = terms;
  return object;
}

}  // namespace

std::string to_json(const TermConcept& entry) { return line(concept_object(entry)); }

std::string to_json(const TermConcept& entry, const TermRank& rank) {
  Json object = {{"rank", rank.rank}, {"score", rounded(rank.score)}, {"term", rank.term}};
  object.update(concept_object(entry));
  return line(object);
}

std::string term_fault_json(std::string_view rule, const std::vector<std::int64_t>& concepts,
                            std::string_view message) {
  Json numbers = Json::array();
  for (const std::int64_t number : concepts) {
    if (number > 0) numbers.push_back(number);
  }
  return line({{"rule", rule}, {"concepts", numbers}, {"message", message}});
}

std::string to_json(const NameRendering& rendering) {
  return line({{"name", rendering.text},
               {"score", rounded(rendering.score)},
               {"origin", to_string(rendering.origin)},
               {"units", rendering.units}});
}

std::string to_json(const NameCluster& cluster) {
  Json spellings = Json::array();
  for (const NameSpelling& spelling : cluster.spellings) {
    Json places = Json::array();
    for (const NamePlace& place : spelling.places) {
      places.push_back(
          {{"file", place.file}, {"line", place.line}, {"begin", place.begin}, {"end", place.end}});
    }
    spellings.push_back(
        {{"text", spelling.text}, {"count", spelling.places.size()}, {"places", places}});
  }
  return line({{"language", code(cluster.language)},
               {"category", cluster.common_noun ? "word" : "name"},
               {"spellings", spellings},
               {"preferred", cluster.preferred},
               {"preferred_by", to_string(cluster.preferred_by)},
               {"confidence", rounded(cluster.confidence)},
               {"evidence", cluster.evidence},
               {"beside", cluster.beside}});
}

std::string to_json(const Finding& finding, const FindingFiles& files) {
  Json related = Json::array();
  for (const RelatedPlace& place : finding.related) {
    related.push_back(related_object(place));
  }
  Json object = {{"rule", finding.rule},
                 {"severity", to_string(finding.severity)},
                 {"id", text_or_null(finding.id)},
                 {"document", text_or_null(finding.document)}};
  if (!files.arabic.empty()) object["file"] = files.arabic;
  object["line"] = finding.line;
  object["source"] = source_object(finding);
  object["target"] = target_object(finding, files);
  object["related"] = related;
  object["message"] = finding.message;
  object["suggestion"] = finding.suggestion;
  object["fingerprint"] = finding.fingerprint;
  return line(object);
}

}  // namespace mizan
