#include "tm/memory/context.h"

#include <algorithm>
#include <utility>

#include "tm/memory/substitution.h"
#include "tm/text/script.h"

namespace mizan {
namespace {

// Of a unit met at more places (boilerplate), the first ones are enough to judge it by.
constexpr int kPlacesOfAUnit = 256;

// The units at the nearest position on one side of a place: several when a file was imported again
// after it had changed. ?1 file, ?2 document, ?3 position; `nearest` is an aggregate of positions,
// `side` a comparison.
std::string neighbours_sql(const std::string& nearest, const std::string& side) {
  const std::string in_document =
      "origin_id IN (SELECT id FROM origin WHERE file = ?1 AND document = ?2)";
  const auto position_in = [&](const std::string& table) {
    return "(SELECT " + nearest + "(position) FROM " + table +
           " WHERE origin_id = origin.id AND position " + side + " ?3 AND position >= 0)";
  };
  // One seek for each author of the document and table.
  const std::string position = "(SELECT " + nearest + "(p) FROM (SELECT " + position_in("unit") +
                               " AS p FROM origin WHERE file = ?1 AND document = ?2 UNION ALL "
                               "SELECT " +
                               position_in("unit_origin") +
                               " FROM origin WHERE file = ?1 AND document = ?2))";
  return "SELECT arabic, english FROM place JOIN unit ON unit.id = place.unit_id WHERE place." +
         in_document + " AND place.position = " + position;
}

bool same_tokens(const std::vector<ComparedToken>& a, const std::vector<ComparedToken>& b) {
  return std::ranges::equal(a, b, {}, &ComparedToken::folded, &ComparedToken::folded);
}

int rank(MatchContext context) {
  if (context == MatchContext::kBoth) return 2;
  return context == MatchContext::kNone ? 0 : 1;
}

}  // namespace

Surroundings surroundings_of(std::span<const Segment> segments, std::size_t index) {
  Surroundings around{"", ""};
  for (std::size_t i = index; i-- > 0 && around.before->empty();) around.before = segments[i].text;
  for (std::size_t i = index + 1; i < segments.size() && around.after->empty(); ++i) {
    around.after = segments[i].text;
  }
  return around;
}

ContextLookup::ContextLookup(const TranslationMemory& memory)
    : memory_(memory),
      places_(memory.database().prepare(
          "SELECT file, document, position FROM place JOIN origin ON origin.id = origin_id "
          "WHERE unit_id = ? AND position >= 0 LIMIT " +
          std::to_string(kPlacesOfAUnit))),
      before_(memory.database().prepare(neighbours_sql("max", "<"))),
      after_(memory.database().prepare(neighbours_sql("min", ">"))) {}

RankedMatches ContextLookup::find(std::string_view text, const Surroundings& around,
                                  const LookupOptions& options) {
  LookupOptions with_ties = options;
  with_ties.ties = Ties::kKeep;
  const Language side =
      options.side ? *options.side : detect_language(text).value_or(Language::kArabic);
  with_ties.side = side;
  const ReadSnapshot snapshot(memory_.database());
  RankedMatches found{lookup(memory_, text, with_ties), 0};
  std::vector<Match>& matches = found.matches;
  const auto exact_end = std::ranges::find_if(matches, [](const Match& m) { return m.score < 1; });
  if (exact_end != matches.begin() && (around.before || around.after)) {
    const auto prepare = [](const std::optional<std::string>& neighbour) {
      return neighbour ? std::optional(Neighbour{*neighbour, prepare_comparison(*neighbour).tokens})
                       : std::nullopt;
    };
    wanted_before_ = prepare(around.before);
    wanted_after_ = prepare(around.after);
    std::size_t agreeing = 0;
    for (auto match = matches.begin(); match != exact_end && agreeing < options.limit; ++match) {
      match->context = context_of(match->unit.id, side);
      if (match->context == MatchContext::kBoth) ++agreeing;
    }
    std::stable_sort(matches.begin(), exact_end, [](const Match& a, const Match& b) {
      return rank(a.context) > rank(b.context);
    });
  }
  if (matches.size() > options.limit) {
    found.left_out = matches.size() - options.limit;
    matches.resize(options.limit);
  }
  for (Match& match : matches) match.suggestion = suggest_target(match, text, side);
  return found;
}

MatchContext ContextLookup::context_of(std::int64_t unit, Language side) {
  MatchContext best = MatchContext::kNone;
  places_.bind(1, unit);
  while (best != MatchContext::kBoth && places_.step()) {
    for (Statement* neighbours : {&before_, &after_}) {
      neighbours->bind(1, places_.text(0)).bind(2, places_.text(1)).bind(3, places_.integer(2));
    }
    const Agreement before = agreement(before_, wanted_before_, side);
    const Agreement after = agreement(after_, wanted_after_, side);
    MatchContext context = MatchContext::kNone;
    if (before != Agreement::kNo && after != Agreement::kNo &&
        (before == Agreement::kText || after == Agreement::kText)) {
      context = MatchContext::kBoth;
    } else if (before == Agreement::kText) {
      context = MatchContext::kBefore;
    } else if (after == Agreement::kText) {
      context = MatchContext::kAfter;
    }
    if (rank(context) > rank(best)) best = context;
  }
  places_.reset();
  return best;
}

ContextLookup::Agreement ContextLookup::agreement(Statement& neighbours,
                                                  const std::optional<Neighbour>& wanted,
                                                  Language side) {
  Agreement result = Agreement::kNo;
  if (wanted) {
    bool alone = true;
    while (result == Agreement::kNo && neighbours.step()) {
      alone = false;
      const std::string_view text = neighbours.text(side == Language::kArabic ? 0 : 1);
      if (!wanted->tokens.empty() && same_tokens(prepare_comparison(text).tokens, wanted->tokens)) {
        result = Agreement::kText;
      }
    }
    if (alone && wanted->text.empty()) result = Agreement::kBoundary;
  }
  neighbours.reset();
  return result;
}

}  // namespace mizan
