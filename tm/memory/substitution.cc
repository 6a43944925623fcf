#include "tm/memory/substitution.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "tm/base/utf8.h"
#include "tm/lang/numbers.h"
#include "tm/memory/number_shape.h"
#include "tm/text/normalize.h"
#include "tm/text/script.h"
#include "tm/text/tokens.h"

namespace mizan {
namespace {

enum class PlaceableKind { kNone, kNumber, kAcronym, kAddress };

// A token of a text; what is not a placeable has the kind kNone and no value.
struct Piece {
  PlaceableKind kind = PlaceableKind::kNone;
  std::string value;  // equal for the same value in another shape
  ByteRange range;    // in the original text
};

bool is_address(std::string_view word) {
  if (word.find('@') != word.npos || word.find("://") != word.npos || word.starts_with("www.")) {
    return true;
  }
  // booking.com, but not U.S. or J.R.R.
  const std::size_t dot = word.rfind('.');
  return dot != word.npos && dot > 0 && word.size() - dot > 2;
}

// Capitals alone, or letters with digits: WHO, COVID-19, N95, hACE2.
bool is_acronym(std::string_view word) {
  std::size_t capitals = 0;
  std::size_t others = 0;
  std::size_t digits = 0;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    at += c.size;
    if (digit_value(c.value) >= 0) ++digits;
    if (is_latin_letter(c.value)) ++(c.value >= U'A' && c.value <= U'Z' ? capitals : others);
  }
  return digits > 0 ? capitals + others > 0 : capitals > 1 && others == 0;
}

PlaceableKind kind_of_word(std::string_view word) {
  const char32_t first = code_point_at(word, 0).value;
  if (!is_latin_letter(first) && digit_value(first) < 0) return PlaceableKind::kNone;
  if (is_address(word)) return PlaceableKind::kAddress;
  return is_acronym(word) ? PlaceableKind::kAcronym : PlaceableKind::kNone;
}

// The tokens that similarity.h compares, in order.
std::vector<Piece> pieces_of(std::string_view text) {
  const FoldedText folded = fold_with_map(text, FoldProfile::kTehMarbuta);
  std::vector<Piece> pieces;
  for (const Token& token : tokenize(folded.text)) {
    if (token.kind == TokenKind::kPunctuation) continue;
    Piece piece;
    piece.range = folded.original(token.range);
    const std::string_view written = piece.range.of(text);
    if (token.kind == TokenKind::kNumber) {
      piece.kind = PlaceableKind::kNumber;
      piece.value = number_value(written);
    } else if (token.kind == TokenKind::kWord) {
      piece.kind = kind_of_word(written);
      if (piece.kind != PlaceableKind::kNone) piece.value = token.range.of(folded.text);
    }
    pieces.push_back(std::move(piece));
  }
  return pieces;
}

std::vector<const Piece*> pieces_in(const std::vector<Piece>& pieces, ByteRange range) {
  std::vector<const Piece*> inside;
  for (const Piece& piece : pieces) {
    if (piece.range.begin >= range.begin && piece.range.end <= range.end) inside.push_back(&piece);
  }
  return inside;
}

bool any_placeable(const std::vector<const Piece*>& pieces) {
  return std::ranges::any_of(
      pieces, [](const Piece* piece) { return piece->kind != PlaceableKind::kNone; });
}

std::vector<const Piece*> same_value(const std::vector<Piece>& pieces, const Piece& wanted) {
  std::vector<const Piece*> found;
  for (const Piece& piece : pieces) {
    if (piece.kind == wanted.kind && piece.value == wanted.value) found.push_back(&piece);
  }
  return found;
}

// A placeable of the unit and what the query has instead.
using Change = std::pair<const Piece*, const Piece*>;  // unit, query

// Nothing when some placeable has no counterpart of its kind.
std::optional<std::vector<Change>> changes(const std::vector<EditStep>& script,
                                           const std::vector<Piece>& query,
                                           const std::vector<Piece>& unit) {
  std::vector<Change> found;
  for (const EditStep& step : script) {
    if (step.kind == EditKind::kEqual) continue;
    const auto in_query = pieces_in(query, step.query);
    const auto in_unit = pieces_in(unit, step.unit);
    if (!any_placeable(in_query) && !any_placeable(in_unit)) continue;
    // A joined step of changes pairs its tokens one by one.
    if (step.kind != EditKind::kChanged || in_query.size() != in_unit.size()) return std::nullopt;
    for (std::size_t i = 0; i < in_query.size(); ++i) {
      if (in_query[i]->kind != in_unit[i]->kind) return std::nullopt;
      if (in_query[i]->kind == PlaceableKind::kNone) continue;
      // 1,250 for 1250 is not another value.
      if (in_query[i]->value != in_unit[i]->value) found.emplace_back(in_unit[i], in_query[i]);
    }
  }
  return found;
}

bool spelled_out(std::string_view text, Language language, const std::string& value) {
  const double number = std::strtod(value.c_str(), nullptr);
  return std::ranges::any_of(find_numbers(text, language), [&](const NumberMention& mention) {
    return mention.spelled && (mention.value == number || mention.alternative == number);
  });
}

}  // namespace

std::optional<SuggestedTarget> suggest_target(const Match& match, std::string_view query,
                                              Language side) {
  if (std::ranges::all_of(match.script,
                          [](const EditStep& step) { return step.kind == EditKind::kEqual; })) {
    return std::nullopt;
  }
  const std::string& translation = match.unit.text(other(side));
  const std::vector<Piece> query_pieces = pieces_of(query);
  const std::vector<Piece> unit_pieces = pieces_of(match.unit.text(side));
  const auto changed = changes(match.script, query_pieces, unit_pieces);
  if (!changed || changed->empty()) return std::nullopt;
  const std::vector<Piece> target_pieces = pieces_of(translation);
  std::map<std::size_t, std::pair<const Piece*, Change>> places;  // by their begin in the target
  for (const Change& change : *changed) {
    const auto [old_piece, new_piece] = change;
    const auto together = [&, old = old_piece](const Change& another) {
      return another.first->kind == old->kind && another.first->value == old->value;
    };
    const auto count = static_cast<std::size_t>(std::ranges::count_if(*changed, together));
    const bool one_way = std::ranges::all_of(*changed, [&, now = new_piece](const Change& another) {
      return !together(another) || another.second->value == now->value;
    });
    const auto targets = same_value(target_pieces, *old_piece);
    if (!one_way || targets.size() != count ||
        same_value(unit_pieces, *old_piece).size() != count) {
      return std::nullopt;
    }
    if (old_piece->kind == PlaceableKind::kNumber &&
        spelled_out(translation, other(side), old_piece->value)) {
      return std::nullopt;
    }
    for (const Piece* target : targets) {
      if (target->kind == PlaceableKind::kNumber &&
          !fits_shape(new_piece->value, target->range.of(translation))) {
        return std::nullopt;
      }
      // Of several equal changes, the first has filled every place.
      places.try_emplace(target->range.begin, target, change);
    }
  }
  SuggestedTarget suggestion;
  std::size_t at = 0;
  for (const auto& [begin, place] : places) {
    const auto& [target, change] = place;
    suggestion.text += translation.substr(at, begin - at);
    const std::size_t start = suggestion.text.size();
    const std::string_view now = change.second->range.of(query);
    suggestion.text += target->kind == PlaceableKind::kNumber
                           ? in_shape_of(now, target->range.of(translation))
                           : std::string(now);
    suggestion.substitutions.push_back({change.second->range,
                                        change.first->range,
                                        target->range,
                                        {start, suggestion.text.size()}});
    at = target->range.end;
  }
  suggestion.text += translation.substr(at);
  return suggestion;
}

}  // namespace mizan
