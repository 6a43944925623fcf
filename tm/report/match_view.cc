#include "tm/report/match_view.h"

#include <algorithm>
#include <cstdio>
#include <vector>

namespace mizan {
namespace {

std::string marked(std::string_view text, std::string_view open, std::string_view close,
                   Emphasis emphasis, const TerminalStyle& style) {
  // Isolated: a Latin word beside an Arabic one would draw the signs to the wrong side of it.
  const std::string body = std::string(open) + shown(text, style) + std::string(close);
  return emphasised(body, emphasis, style);
}

// The unit's text with the words that the query does not have marked, and the query's own words
// after them.
std::string difference(const Match& match, std::string_view query, std::string_view unit,
                       const TerminalStyle& style) {
  std::string text;
  std::size_t at = 0;
  for (const EditStep& step : match.script) {
    if (step.kind == EditKind::kEqual) continue;
    const std::size_t place = std::max(at, step.unit.begin);
    text += unit.substr(at, place - at);
    at = std::max(at, step.unit.end);
    if (!step.unit.empty()) {
      text += marked(step.unit.of(unit), "[-", "-]", Emphasis::kRed, style);
    }
    if (!step.query.empty()) {
      // An insertion stands between two words of the unit, or at one of its ends.
      const bool inserted = step.unit.empty();
      if (inserted && !text.empty() && text.back() != ' ') text += ' ';
      text += marked(step.query.of(query), "{+", "+}", Emphasis::kGreen, style);
      if (inserted && at < unit.size() && unit[at] != ' ') text += ' ';
    }
  }
  text += unit.substr(at);
  return text;
}

std::string origin_line(const TranslationUnit& unit) {
  std::string line;
  const Origin& origin = unit.origin;
  const std::string& moment = origin.changed.empty() ? origin.created : origin.changed;
  constexpr std::size_t kDay = 10;  // 2026-11-22
  for (const std::string_view part :
       {std::string_view(origin.document.empty() ? origin.file : origin.document),
        std::string_view(origin.author), std::string_view(moment).substr(0, kDay)}) {
    if (part.empty()) continue;
    if (!line.empty()) line += ", ";
    line += part;
  }
  if (!unit.also_from.empty()) {
    if (!line.empty()) line += ", ";
    line += "in " + std::to_string(unit.also_from.size() + 1) + " places";
  }
  return line;
}

std::string_view context_note(MatchContext context) {
  switch (context) {
    case MatchContext::kNone:
      return "";
    case MatchContext::kBefore:
      return "after the same segment";
    case MatchContext::kAfter:
      return "before the same segment";
    case MatchContext::kBoth:
      return "in context";
  }
  return "";
}

// The suggested translation with the new values emphasised.
std::string suggestion(const SuggestedTarget& suggested, const TerminalStyle& style) {
  std::string text;
  std::size_t at = 0;
  for (const Substitution& place : suggested.substitutions) {
    text += suggested.text.substr(at, place.suggested.begin - at);
    text += emphasised(place.suggested.of(suggested.text), Emphasis::kGreen, style);
    at = place.suggested.end;
  }
  return text + suggested.text.substr(at);
}

}  // namespace

std::string view_match(const Match& match, std::string_view query, Language side,
                       const TerminalStyle& style) {
  char score[16];
  std::snprintf(score, sizeof score, "%3d%%", match.percent());
  std::string view = emphasised(score, Emphasis::kBold, style);
  view += "  unit " + std::to_string(match.unit.id);
  const std::string origin = origin_line(match.unit);
  if (!origin.empty()) view += "  " + emphasised(origin, Emphasis::kDim, style);
  const std::string_view context = context_note(match.context);
  if (!context.empty()) view += "  (" + std::string(context) + ")";
  view += "\n  " + shown(difference(match, query, match.unit.text(side), style), side, style);
  view += "\n  " + shown(match.unit.text(other(side)), other(side), style) + '\n';
  if (match.suggestion) {
    view +=
        "  suggested: " + shown(suggestion(*match.suggestion, style), other(side), style) + '\n';
  }
  return view;
}

std::string view_left_out(std::size_t units) {
  if (units == 0) return {};
  return "and " + std::to_string(units) +
         (units == 1 ? " more unit that matches" : " more units that match") +
         " as well as the last one; --limit shows more\n";
}

std::string view_concordance(const ConcordanceHit& hit, Language side, const TerminalStyle& style) {
  const std::string& unit = hit.unit.text(side);
  std::string text;
  std::size_t at = 0;
  for (const ByteRange& place : hit.places) {
    text += unit.substr(at, place.begin - at);
    text += style.color ? emphasised(place.of(unit), Emphasis::kBold, style)
                        : "[" + std::string(place.of(unit)) + "]";
    at = place.end;
  }
  text += unit.substr(at);
  std::string view = "unit " + std::to_string(hit.unit.id);
  const std::string origin = origin_line(hit.unit);
  if (!origin.empty()) view += "  " + emphasised(origin, Emphasis::kDim, style);
  view += "\n  " + shown(text, side, style);
  view += "\n  " + shown(hit.unit.text(other(side)), other(side), style) + '\n';
  return view;
}

std::string view_terms(std::span<const TermHit> hits, const TerminalStyle& style) {
  std::string view;
  std::vector<std::string_view> seen;
  for (const TermHit& hit : hits) {
    if (std::ranges::find(seen, hit.term) != seen.end()) continue;
    seen.push_back(hit.term);
    std::string renderings;
    for (const std::string& rendering : hit.translations) {
      if (!renderings.empty()) renderings += "; ";
      renderings += shown(rendering, style);
    }
    view += "  " + shown(hit.term, style) + "  →  " + renderings + "  " +
            emphasised("(" + hit.evidence + ")", Emphasis::kDim, style) + '\n';
  }
  return view;
}

std::string view_concept(const TermConcept& entry, const TerminalStyle& style) {
  std::string view = std::to_string(entry.id);
  for (const Language language : {Language::kArabic, Language::kEnglish}) {
    view += language == Language::kArabic ? "  " : "  →  ";
    bool first = true;
    for (const Term& term : entry.terms) {
      if (term.language != language) continue;
      if (!first) view += "; ";
      first = false;
      view += shown(term.text, style);
      if (term.status != TermStatus::kPreferred) {
        view += " (" + std::string(to_string(term.status)) + ")";
      }
    }
  }
  return view;
}

}  // namespace mizan
