#include "tm/memory/leverage.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <span>
#include <utility>
#include <vector>

#include "tm/memory/context.h"
#include "tm/memory/similarity.h"
#include "tm/text/normalize.h"
#include "tm/text/tokens.h"

namespace mizan {
namespace {

constexpr double kLeastScore = 0.5;

// Opening a memory takes longer than looking up a few segments.
constexpr std::size_t kSegmentsOfAThread = 64;

// The same string for two texts exactly when their similarity is 1.
std::string equality_key(const ComparedText& text) {
  // No text holds these controls where they would be mistaken: tokens have none.
  constexpr char kBetween = '\x1F';
  constexpr char kPart = '\x1E';
  std::string key;
  for (const ComparedToken& token : text.tokens) key += token.folded + kBetween;
  key += kPart + text.punctuation;
  for (const auto* forms : {&text.spellings, &text.cases}) {
    key += kPart;
    for (const auto& [folded, written] : *forms) key += folded + kBetween + written + kBetween;
  }
  return key;
}

LeverageBand band_of(const std::optional<Match>& match) {
  if (!match) return LeverageBand::kNone;
  if (match->in_context()) return LeverageBand::kContext;
  if (match->score == 1) return LeverageBand::kExact;
  const int percent = match->percent();
  if (percent >= 95) return LeverageBand::k95To99;
  if (percent >= 85) return LeverageBand::k85To94;
  if (percent >= 75) return LeverageBand::k75To84;
  return LeverageBand::k50To74;
}

// What is looked up for a segment: of one that was there before, only exact matches count.
struct Question {
  const Segment* segment = nullptr;
  Surroundings around;
  double min_score = kLeastScore;
};

std::vector<std::optional<Match>> best_matches(const std::string& memory_path, std::size_t jobs,
                                               std::span<const Question> questions,
                                               Language language) {
  std::vector<std::optional<Match>> best(questions.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    const Database database(memory_path, {.mode = OpenMode::kReadOnly});
    const TranslationMemory memory(database);
    ContextLookup look_up(memory);
    for (std::size_t i = next++; i < questions.size(); i = next++) {
      const Question& question = questions[i];
      RankedMatches found =
          look_up.find(question.segment->text, question.around,
                       {.min_score = question.min_score, .limit = 1, .side = language});
      if (!found.matches.empty()) best[i] = std::move(found.matches.front());
    }
  };
  std::vector<std::future<void>> others;
  const std::size_t threads = std::min(jobs, questions.size() / kSegmentsOfAThread);
  for (std::size_t i = 1; i < threads; ++i) others.push_back(std::async(std::launch::async, work));
  work();
  for (std::future<void>& other : others) other.get();
  return best;
}

}  // namespace

std::size_t count_words(std::string_view text) {
  const std::string folded = fold(text, FoldProfile::kMarks);
  std::size_t words = 0;
  std::size_t end = 0;
  for (const Token& token : tokenize(folded)) {
    if (token.kind != TokenKind::kWord && token.kind != TokenKind::kNumber) continue;
    const std::string_view between = std::string_view(folded).substr(end, token.range.begin - end);
    if (words == 0 || between.find_first_of(" \t\r\n") != between.npos) ++words;
    end = token.range.end;
  }
  return words;
}

LeverageAnalysis::LeverageAnalysis(std::string memory_path, std::size_t jobs)
    : memory_path_(std::move(memory_path)), jobs_(jobs) {}

LeverageText LeverageAnalysis::analyse(const SegmentedText& text) {
  std::vector<Question> questions;
  std::vector<std::optional<Match>*> first;  // of each question: what is known of equal segments
  std::vector<bool> repeated;
  for (std::size_t i = 0; i < text.segments.size(); ++i) {
    const Segment& segment = text.segments[i];
    const ComparedText prepared = prepare_comparison(segment.text);
    if (prepared.tokens.empty()) continue;
    const auto [known, is_new] = seen_.try_emplace(equality_key(prepared));
    first.push_back(&known->second);
    repeated.push_back(!is_new);
    questions.push_back({&segment, surroundings_of(text.segments, i), is_new ? kLeastScore : 1.0});
  }
  std::vector<std::optional<Match>> best =
      best_matches(memory_path_, jobs_, questions, text.language);
  LeverageText result{text.name, text.language, {}};
  for (std::size_t i = 0; i < questions.size(); ++i) {
    LeverageSegment segment{
        *questions[i].segment, LeverageBand::kNone, count_words(questions[i].segment->text), {}};
    if (repeated[i] && !best[i]) {
      segment.band = LeverageBand::kRepetition;
      segment.match = *first[i];
    } else {
      segment.band = band_of(best[i]);
      segment.match = std::move(best[i]);
      if (!repeated[i]) *first[i] = segment.match;
    }
    result.segments.push_back(std::move(segment));
  }
  return result;
}

}  // namespace mizan
