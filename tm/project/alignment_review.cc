#include "tm/project/alignment_review.h"

#include <algorithm>
#include <filesystem>
#include <span>
#include <utility>

#include "tm/base/encoding.h"
#include "tm/base/error.h"
#include "tm/base/file.h"
#include "tm/memory/similarity.h"
#include "tm/project/alignment_job.h"

namespace mizan {
namespace {

namespace fs = std::filesystem;

// Two wordings of one segment: a person mends words of a sentence, a wrong sentence shares few.
constexpr double kSameSegment = 0.5;

struct SegmentationUnit {
  Segmentation segmentation;
  ReviewUnit unit;
};
constexpr SegmentationUnit kUnits[] = {{Segmentation::kSentences, ReviewUnit::kSentence},
                                       {Segmentation::kSemicolonsToo, ReviewUnit::kClause},
                                       {Segmentation::kLines, ReviewUnit::kLine}};

ReviewUnit review_unit(Segmentation segmentation) {
  return std::ranges::find(kUnits, segmentation, &SegmentationUnit::segmentation)->unit;
}

Segmentation segmentation_of(ReviewUnit unit) {
  return std::ranges::find(kUnits, unit, &SegmentationUnit::unit)->segmentation;
}

// `text`, a path from the working folder, as a path from the folder of `review`.
std::string path_from(const std::string& review, const std::string& text) {
  if (review == "-" || text == "-") return text;
  std::error_code failed;
  const fs::path near = fs::proximate(text, fs::absolute(review).parent_path(), failed);
  return failed ? text : near.generic_string();
}

std::string path_through(const std::string& review, const std::string& text) {
  if (review == "-" || text == "-") return text;
  return (fs::path(review).parent_path() / text).lexically_normal().string();
}

std::vector<std::string> texts_of(const SegmentedText& text, const SegmentRange& range) {
  std::vector<std::string> texts;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    texts.push_back(review_text(text.segments[i].text));
  }
  return texts;
}

std::string joined(std::span<const std::string> texts) {
  std::string result;
  for (const std::string& text : texts) {
    if (!result.empty() && !text.empty()) result += ' ';
    result += text;
  }
  return result;
}

// One side of the review, read row by row: which segments each row holds, and their wording.
class SideReading {
 public:
  SideReading(SegmentedText& text, const std::string& review, ReviewUnit unit)
      : text_(text), review_(review), unit_(to_string(unit)) {}

  // The text is the one that the review was made of, as far as the row goes.
  void check_unchanged(std::size_t line, const ReviewProposalSide& proposal) const {
    const SegmentRange& range = proposal.segments;
    if (range.end <= text_.segments.size() &&
        review_digest(texts_of(text_, range)) == proposal.digest) {
      return;
    }
    fail(line, named(range) + (range.size() == 1 ? " has" : " have") + " changed since",
         "restore that text, or delete this review and write it anew; mend wording in the review");
  }

  struct Taken {
    SegmentRange segments;
    bool touched = false;
  };

  // The next row. Its segments are those behind the ones of the row before, or it is an error.
  Taken take(const ReviewRow& row, std::size_t side_index) {
    const ReviewSide& side = row.sides[side_index];
    const ReviewProposalSide* proposal = row.proposal ? &row.proposal->sides[side_index] : nullptr;
    const bool renumbered = proposal ? side.segments != proposal->segments : !side.segments.empty();
    const bool retyped =
        proposal ? review_digest(side.texts) != proposal->digest : !side.texts.empty();
    Taken taken{side.segments, renumbered || retyped || proposal == nullptr};
    if (!renumbered && retyped) taken.segments = find_texts(row.line, side);
    if (taken.segments.empty()) taken.segments = {next_, next_};
    check_order(row.line, taken.segments);
    // New numbers beside the old text: the text is stale.
    if (retyped && !side.texts.empty()) {
      if (renumbered) check_texts(row.line, taken.segments, side.texts);
      if (side.texts.size() == taken.segments.size()) {
        reword(row.line, taken.segments, side.texts);
      }
    }
    next_ = taken.segments.end;
    return taken;
  }

  void finish(std::size_t line) const {
    if (next_ == text_.segments.size()) return;
    missing(line, {next_, text_.segments.size()});
  }

  std::size_t reworded() const { return reworded_; }

 private:
  [[noreturn]] void fail(std::size_t line, const std::string& problem,
                         const std::string& advice) const {
    throw Error(ErrorKind::kMalformed, problem, {.file = review_, .line = line}, advice);
  }

  // "sentence 3 of article.ar.txt"
  std::string named(const SegmentRange& range) const {
    std::string name = unit_;
    if (range.size() > 1) name += 's';
    name += ' ' + std::to_string(range.begin + 1);
    if (range.size() > 1) name += " to " + std::to_string(range.end);
    return name + " of " + text_.name;
  }

  [[noreturn]] void missing(std::size_t line, const SegmentRange& range) const {
    fail(line, named(range) + (range.size() == 1 ? " is" : " are") + " in no row up to here",
         "put the number into a row; reject a row with the status -");
  }

  void check_order(std::size_t line, const SegmentRange& range) const {
    if (range.empty() || range.begin == next_) {
      if (range.end <= text_.segments.size()) return;
      fail(line, text_.name + " has " + std::to_string(text_.segments.size()) + ' ' + unit_ + "s",
           "name none behind the last");
    }
    if (range.begin > next_) missing(line, {next_, std::min(range.begin, text_.segments.size())});
    fail(line, named({range.begin, range.begin + 1}) + " is in a row above already",
         "name it in one row only");
  }

  // The segments of a row by its text cell, from the next one on: moved as they are, or the ones of
  // its numbers in a new wording, or both at once.
  SegmentRange find_texts(std::size_t line, const ReviewSide& side) const {
    const std::vector<std::string>& texts = side.texts;
    if (const auto range = find_verbatim(texts)) return *range;
    if (side.segments.begin == next_ && side.segments.size() == texts.size()) return side.segments;
    const SegmentRange by_parts{next_, next_ + texts.size()};
    if (same_segments(by_parts, texts)) return by_parts;
    fail(line,
         "the text cell does not go on with " + (next_ < text_.segments.size()
                                                     ? named({next_, next_ + 1})
                                                     : "the end of " + text_.name),
         "move whole " + unit_ + "s with their ⏎, or change the numbers instead");
  }

  // With a ⏎ lost, or a blank line more or less, if need be.
  std::optional<SegmentRange> find_verbatim(const std::vector<std::string>& texts) const {
    const std::string all = joined(texts);
    std::optional<SegmentRange> found;
    for (SegmentRange range{next_, next_}; range.end <= text_.segments.size(); ++range.end) {
      const std::string some = joined(texts_of(text_, range));
      if (some.size() > all.size()) break;
      if (some != all) continue;
      if (range.size() == texts.size()) return range;
      if (!found) found = range;
    }
    return found;
  }

  void check_texts(std::size_t line, const SegmentRange& range,
                   const std::vector<std::string>& texts) const {
    if (joined(texts) == joined(texts_of(text_, range)) || same_segments(range, texts)) return;
    fail(line, "the text cell is not " + named(range),
         "join the " + unit_ + "s of a cell by ⏎, or leave the cell empty");
  }

  bool same_segments(const SegmentRange& range, const std::vector<std::string>& texts) const {
    if (range.end > text_.segments.size() || range.size() != texts.size()) return false;
    const std::vector<std::string> own = texts_of(text_, range);
    for (std::size_t i = 0; i < texts.size(); ++i) {
      if (texts[i] != own[i] && similarity(texts[i], own[i]) < kSameSegment) return false;
    }
    return true;
  }

  void reword(std::size_t line, const SegmentRange& range, const std::vector<std::string>& texts) {
    for (std::size_t i = 0; i < texts.size(); ++i) {
      Segment& segment = text_.segments[range.begin + i];
      if (texts[i] == review_text(segment.text)) continue;
      if (texts[i].empty()) {
        fail(line, named({range.begin + i, range.begin + i + 1}) + " has no text left",
             "put it back; reject a row with the status -");
      }
      segment.text = texts[i];
      ++reworded_;
    }
  }

  SegmentedText& text_;
  const std::string& review_;
  std::string unit_;
  std::size_t next_ = 0;
  std::size_t reworded_ = 0;
};

ReviewDecision decide(const ReviewRow& row, bool touched) {
  switch (row.status) {
    case ReviewStatus::kRejected:
      return ReviewDecision::kRejected;
    case ReviewStatus::kDoubtful: {
      // Whoever mends a doubtful row may leave its "?"; whoever writes one means it.
      const bool left = row.proposal && row.proposal->status == ReviewStatus::kDoubtful;
      return left && touched ? ReviewDecision::kConfirmed : ReviewDecision::kDoubtful;
    }
    case ReviewStatus::kOk: {
      const bool proposed = row.proposal && row.proposal->status == ReviewStatus::kOk;
      return proposed && !touched ? ReviewDecision::kUntouched : ReviewDecision::kConfirmed;
    }
  }
  return ReviewDecision::kDoubtful;
}

double confidence_of(const ReviewRow& row, ReviewDecision decision) {
  if (decision == ReviewDecision::kConfirmed) return 1;
  if (decision == ReviewDecision::kRejected) return 0;
  return row.confidence;
}

}  // namespace

Review make_review(const TextPair& pair, const Alignment& alignment, const ReviewRequest& request) {
  Review review;
  const SegmentedText* texts[] = {&pair.first.segmented, &pair.second.segmented};
  for (std::size_t side = 0; side < 2; ++side) {
    review.files[side] = path_from(request.path, texts[side]->name);
  }
  review.unit = review_unit(request.segmentation);
  for (const Bead& bead : alignment.beads) {
    ReviewRow row;
    row.status =
        bead.confidence < request.doubtful_below ? ReviewStatus::kDoubtful : ReviewStatus::kOk;
    row.confidence = bead.confidence;
    row.proposal = {review.rows.size() + 1, row.status, {}};
    const SegmentRange ranges[] = {bead.source, bead.target};
    for (std::size_t side = 0; side < 2; ++side) {
      row.sides[side] = {ranges[side], texts_of(*texts[side], ranges[side])};
      row.proposal->sides[side] = {ranges[side], review_digest(row.sides[side].texts)};
    }
    review.rows.push_back(std::move(row));
  }
  return review;
}

void write_review(const Review& review, const std::string& path) {
  if (path != "-" && fs::exists(path)) {
    throw Error(ErrorKind::kUsage, "is there already and may hold somebody's corrections",
                {.file = path}, "apply it with --apply, delete it, or name another file");
  }
  write_file(path, to_tsv(review));
}

std::size_t ReviewedPair::count(ReviewDecision decision) const {
  return static_cast<std::size_t>(std::ranges::count(decisions, decision));
}

ReviewedPair apply_review(const std::string& path,
                          const std::optional<std::array<std::string, 2>>& files) {
  const Review review = parse_review(read_text(path).text, path);
  ReviewedPair reviewed;
  reviewed.segmentation = segmentation_of(review.unit);
  reviewed.pair = read_text_pair(files ? (*files)[0] : path_through(path, review.files[0]),
                                 files ? (*files)[1] : path_through(path, review.files[1]),
                                 reviewed.segmentation);
  reviewed.files = reviewed.pair;
  std::array<SideReading, 2> sides = {
      SideReading(reviewed.pair.first.segmented, path, review.unit),
      SideReading(reviewed.pair.second.segmented, path, review.unit)};
  for (const ReviewRow& row : review.rows) {
    for (std::size_t side = 0; row.proposal && side < 2; ++side) {
      sides[side].check_unchanged(row.line, row.proposal->sides[side]);
    }
  }
  for (const ReviewRow& row : review.rows) {
    const auto source = sides[0].take(row, 0);
    const auto target = sides[1].take(row, 1);
    if (source.segments.empty() && target.segments.empty()) continue;  // merged into a neighbour
    const ReviewDecision decision = decide(row, source.touched || target.touched);
    reviewed.alignment.beads.push_back(
        {source.segments, target.segments, confidence_of(row, decision)});
    reviewed.decisions.push_back(decision);
  }
  for (const SideReading& side : sides) {
    side.finish(review.rows.empty() ? 1 : review.rows.back().line);
    reviewed.reworded += side.reworded();
  }
  return reviewed;
}

std::function<bool(const TranslationUnit&)> units_of_this_target(const ReviewedPair& reviewed) {
  const auto whole = [](const TextPair& pair) {
    const SegmentedText& target = pair.second.segmented;
    return joined_text(target, {0, target.segments.size()});
  };
  return [language = reviewed.pair.second.segmented.language,
          texts = std::array{whole(reviewed.files), whole(reviewed.pair)}](
             const TranslationUnit& unit) {
    return unit.source_language != language &&
           std::ranges::any_of(texts, [&](const std::string& text) {
             return text.find(unit.text(language)) != text.npos;
           });
  };
}

std::vector<TranslationUnit> units_of(const ReviewedPair& reviewed, double min_confidence) {
  std::vector<TranslationUnit> units;
  for (std::size_t i = 0; i < reviewed.decisions.size(); ++i) {
    const Bead& bead = reviewed.alignment.beads[i];
    const bool confirmed = reviewed.decisions[i] == ReviewDecision::kConfirmed;
    const bool untouched = reviewed.decisions[i] == ReviewDecision::kUntouched;
    if (!confirmed && !(untouched && bead.confidence >= min_confidence)) continue;
    std::optional<TranslationUnit> unit = unit_of(reviewed.pair, bead);
    if (!unit) continue;
    if (confirmed) unit->properties.emplace_back("status", "confirmed");
    units.push_back(std::move(*unit));
  }
  return units;
}

}  // namespace mizan
