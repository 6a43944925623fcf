// Section numbers are those of SARIF 2.1.0, OASIS Standard, 27 March 2020.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "tm/base/utf8.h"
#include "tm/report/check_report.h"

namespace mizan {
namespace {

using Json = nlohmann::ordered_json;

// §3.27.10
std::string_view level(Severity severity) {
  return severity == Severity::kInfo ? "note" : to_string(severity);
}

Json message(std::string_view text) { return {{"text", text}}; }

// §3.4.3: a URI reference of RFC 3986; a path that is relative stays so.
std::string uri_of(std::string_view path) {
  static constexpr char kDigits[] = "0123456789ABCDEF";
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool plain = letter || (c >= '0' && c <= '9') ||
                       std::string_view("-._~/").find(c) != std::string_view::npos;
    if (plain) {
      uri += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      uri += '%';
      uri += kDigits[byte >> 4];
      uri += kDigits[byte & 15];
    }
  }
  return uri;
}

// A side of a file, with the places of its lines found once.
class Artifact {
 public:
  explicit Artifact(const CheckedSide& side) : side_(side), starts_{0} {
    for (std::size_t i = 0; (i = side.input.find('\n', i)) != std::string::npos;) {
      starts_.push_back(++i);
    }
  }

  // §3.30: of a text, the words; of a record too where it is known where its text stands, else its
  // line.
  Json region(const FindingSpan& span, const CheckedFile& file) const {
    if (span.line == 0 || span.line > starts_.size()) return nullptr;
    if (file.kind == CheckedFile::Kind::kRecords) return record_region(span, file);
    const std::size_t begin = starts_[span.line - 1] + span.begin;
    const std::size_t end = starts_[span.line - 1] + span.end;
    if (end > side_.input.size() || begin > end) return {{"startLine", span.line}};
    const auto [first_line, first_column] = place(begin);
    const auto [last_line, last_column] = place(end);
    Json region = {{"startLine", first_line}, {"startColumn", first_column}};
    if (last_line != first_line) region["endLine"] = last_line;
    region["endColumn"] = last_column;
    region["snippet"] = message(span.text);
    return region;
  }

  std::string uri() const { return uri_of(side_.text.name); }

 private:
  Json record_region(const FindingSpan& span, const CheckedFile& file) const {
    if (file.lines == CheckedFile::Lines::kOfRecords) return nullptr;
    const auto& segments = side_.text.segments;
    const auto segment = std::ranges::lower_bound(segments, span.line - 1, {}, &Segment::line);
    const auto record = static_cast<std::size_t>(segment - segments.begin());
    if (record >= file.records.size()) return {{"startLine", span.line}};
    const std::optional<TextPlace>& text = side_.text.language == Language::kArabic
                                               ? file.records[record].arabic
                                               : file.records[record].english;
    if (!text || span.end > segment->text.size()) return {{"startLine", span.line}};
    const std::string_view words = segment->text;
    const std::size_t column = text->column + count_code_points(words.substr(0, span.begin));
    const std::size_t size = count_code_points(words.substr(span.begin, span.end - span.begin));
    return {{"startLine", text->line},
            {"startColumn", column},
            {"endColumn", column + size},
            {"snippet", message(span.text)}};
  }

  // Both 1-based, the column in code points.
  std::pair<std::size_t, std::size_t> place(std::size_t offset) const {
    const auto next = std::upper_bound(starts_.begin(), starts_.end(), offset);
    const std::size_t start = *(next - 1);
    const std::string_view before = std::string_view(side_.input).substr(start, offset - start);
    return {static_cast<std::size_t>(next - starts_.begin()), count_code_points(before) + 1};
  }

  const CheckedSide& side_;
  std::vector<std::size_t> starts_;
};

Json logical_locations(const std::string& document, const std::string& id) {
  const std::string full = document.empty() ? id : id.empty() ? document : document + "/" + id;
  return Json::array({{{"name", id.empty() ? document : id},
                       {"fullyQualifiedName", full},
                       {"kind", id.empty() ? "module" : "member"}}});
}

class FileResults {
 public:
  // `numbered`: the files of the report whose lines are numbers of records.
  FileResults(const CheckedFile& file, const std::set<std::string_view>& numbered)
      : file_(file), numbered_(numbered), arabic_(file.arabic), english_(file.english) {}

  // The words of the translation are the place, and those of the Arabic belong to it; a finding in
  // the Arabic alone has its place there.
  Json result(const Finding& finding, std::size_t rule_index) const {
    const bool in_english = finding.target.has_value();
    Json object = {{"ruleId", finding.rule},
                   {"ruleIndex", rule_index},
                   {"level", level(finding.severity)},
                   {"message", message(finding.suggestion.empty()
                                           ? finding.message
                                           : finding.message + " → " + finding.suggestion)}};
    Json related = Json::array();
    object["locations"] = Json::array();
    if (in_english) object["locations"].push_back(location(english_, *finding.target, finding));
    if (finding.source) {
      Json place = location(arabic_, *finding.source, finding);
      if (in_english) {
        place["message"] = message("the Arabic");
        related.push_back(std::move(place));
      } else {
        object["locations"].push_back(std::move(place));
      }
    }
    const Artifact& side = in_english && !finding.source ? english_ : arabic_;
    for (const RelatedPlace& other : finding.related) {
      if (!other.file.empty()) {
        related.push_back(location_elsewhere(other));
        continue;
      }
      const FindingSpan line{other.line, 0, 0, ""};
      Json place = location(side, line, finding, other.id);
      place["message"] = message("here too");
      related.push_back(std::move(place));
    }
    for (std::size_t i = 0; i < related.size(); ++i) related[i]["id"] = i;
    if (!related.empty()) object["relatedLocations"] = std::move(related);
    object["partialFingerprints"] = {{"mizanFinding/v1", finding.fingerprint}};
    if (!finding.suggestion.empty()) {
      object["properties"] = {{"suggestion", finding.suggestion}};
    }
    return object;
  }

 private:
  Json location_elsewhere(const RelatedPlace& place) const {
    Json physical = {{"artifactLocation", {{"uri", uri_of(place.file)}}}};
    if (place.column > 0) {
      physical["region"] = {{"startLine", place.line}, {"startColumn", place.column}};
      // A sentence over several lines: without an end, the region is the rest of the first one.
      if (place.text.find('\n') == std::string::npos) {
        physical["region"]["endColumn"] = place.column + count_code_points(place.text);
      }
    } else if (!numbered_.contains(place.file)) {
      physical["region"] = {{"startLine", place.line}};
    }
    Json object = {{"physicalLocation", std::move(physical)}, {"message", message(place.text)}};
    if (!place.id.empty()) object["logicalLocations"] = logical_locations("", place.id);
    return object;
  }

  Json location(const Artifact& side, const FindingSpan& span, const Finding& finding) const {
    return location(side, span, finding, finding.id);
  }

  Json location(const Artifact& side, const FindingSpan& span, const Finding& finding,
                const std::string& id) const {
    Json physical = {{"artifactLocation", {{"uri", side.uri()}}}};
    // A place of which only the line is known has no words.
    Json region =
        span.begin == span.end && span.text.empty() ? Json(nullptr) : side.region(span, file_);
    if (region.is_null() && span.line > 0 && file_.lines == CheckedFile::Lines::kOfFile) {
      region = {{"startLine", span.line}};
    }
    if (!region.is_null()) physical["region"] = std::move(region);
    Json object = {{"physicalLocation", std::move(physical)}};
    if (!id.empty() || !finding.document.empty()) {
      object["logicalLocations"] = logical_locations(finding.document, id);
    }
    return object;
  }

  const CheckedFile& file_;
  const std::set<std::string_view>& numbered_;
  Artifact arabic_;
  Artifact english_;
};

Json rule_object(const Rule& rule) {
  return {{"id", rule.id},
          {"shortDescription", message(rule.help.substr(0, rule.help.find(". ")))},
          {"fullDescription", message(rule.help)},
          {"help", message(std::string(rule.help) + "\nright: " + std::string(rule.right) +
                           "\nwrong: " + std::string(rule.wrong))},
          {"defaultConfiguration", {{"level", level(rule.severity)}}},
          {"properties", {{"tags", {rule.family}}}}};
}

// §3.20: whether all was read, and what was not.
Json invocation_object(const CheckReport& report) {
  bool successful = report.problems.empty() && report.malformed == 0;
  Json notes = Json::array();
  for (const std::string& problem : report.problems) {
    notes.push_back({{"level", "error"}, {"message", message(problem)}});
  }
  const auto note = [&](const std::vector<Diagnostic>& diagnostics) {
    for (const Diagnostic& diagnostic : diagnostics) {
      notes.push_back(
          {{"level", "warning"},
           {"message", message(to_string(diagnostic.place) + ": " + diagnostic.message)}});
    }
  };
  note(report.diagnostics);
  for (const CheckedFile& file : report.files) {
    if (file.malformed > 0) successful = false;
    note(file.diagnostics);
  }
  Json object = {{"executionSuccessful", successful}};
  if (!notes.empty()) object["toolExecutionNotifications"] = std::move(notes);
  return object;
}

Json artifacts(const CheckReport& report) {
  Json list = Json::array();
  std::set<std::string> known;
  for (const CheckedFile& file : report.files) {
    for (const CheckedSide* side : {&file.arabic, &file.english}) {
      const std::string uri = uri_of(side->text.name);
      if (!known.insert(uri).second) continue;
      Json object = {{"location", {{"uri", uri}}}, {"roles", {"analysisTarget"}}};
      if (file.kind == CheckedFile::Kind::kTexts) {
        object["sourceLanguage"] = code(side->text.language);
      }
      list.push_back(std::move(object));
    }
  }
  return list;
}

}  // namespace

std::string check_sarif(const CheckReport& report) {
  Json rules = Json::array();
  for (const Rule& rule : report.rules) rules.push_back(rule_object(rule));
  std::set<std::string_view> numbered;
  for (const CheckedFile& file : report.files) {
    if (file.lines == CheckedFile::Lines::kOfRecords) numbered.insert(file.arabic.text.name);
  }
  Json results = Json::array();
  for (const CheckedFile& file : report.files) {
    const FileResults of_file(file, numbered);
    for (const Finding& finding : file.findings) {
      const auto rule = std::ranges::find(report.rules, finding.rule, &Rule::id);
      results.push_back(
          of_file.result(finding, static_cast<std::size_t>(rule - report.rules.begin())));
    }
  }
  const Json log = {
      {"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
      {"version", "2.1.0"},
      {"runs",
       Json::array(
           {{{"tool",
              {{"driver",
                {{"name", "Mizan"}, {"version", report.version}, {"rules", std::move(rules)}}}}},
             {"invocations", Json::array({invocation_object(report)})},
             {"artifacts", artifacts(report)},
             {"columnKind", "unicodeCodePoints"},
             {"results", std::move(results)}}})}};
  return log.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace mizan
