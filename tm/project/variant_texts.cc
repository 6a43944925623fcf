#include "tm/project/variant_texts.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>

#include "tm/format/unit_formats.h"
#include "tm/memory/memory.h"
#include "tm/project/alignment_job.h"
#include "tm/project/file_pairs.h"
#include "tm/project/lexicon_cache.h"
#include "tm/term/termbase.h"

namespace mizan {
namespace {

// Line i of one file translates line i of the other.
Alignment lines_of_pair(const TextPair& pair, const std::string& second) {
  const std::size_t lines = pair.first.segmented.segments.size();
  if (lines != pair.second.segmented.segments.size()) {
    throw Error(ErrorKind::kMalformed,
                "has " + std::to_string(pair.second.segmented.segments.size()) + " lines, not " +
                    std::to_string(lines),
                {.file = second}, "with --segmented both files need the same lines");
  }
  return line_by_line(lines);
}

bool is_text_name(const std::string& path) { return path == "-" || path.ends_with(".txt"); }

// (A name such as article.ar is a text's, though Moses's pairs have such names.)
bool is_units_name(const std::string& path) {
  const UnitFormat* format = is_text_name(path) ? nullptr : unit_format_of_name(path);
  return format != nullptr && format->read != nullptr && format->id != "moses";
}

bool is_table_name(const std::string& path) {
  const UnitFormat* format = unit_format_of_name(path);
  return format != nullptr && (format->id == "csv" || format->id == "tsv");
}

void append(const std::string_view text, SegmentedText& to, std::string& input) {
  const std::size_t begin = input.size();
  const std::size_t line = to.segments.size();
  input += text;
  // One line a segment, whatever its text holds.
  std::replace(input.begin() + static_cast<std::ptrdiff_t>(begin), input.end(), '\n', ' ');
  to.segments.push_back({std::string(text), {begin, input.size()}, line, line});
  input += '\n';
}

}  // namespace

NumberedPairs::NumberedPairs(const std::string& name) {
  arabic.name = english.name = name;
  english.language = Language::kEnglish;
}

void NumberedPairs::add(std::string_view arabic_text, std::string_view english_text,
                        std::size_t number) {
  append(arabic_text, arabic, arabic_input);
  append(english_text, english, english_input);
  const std::size_t line = numbers.size();
  alignment.beads.push_back({{line, line + 1}, {line, line + 1}, 1});
  numbers.push_back(number);
}

VariantTexts::VariantTexts(Segmentation segmentation, const Database* database)
    : segmentation_(segmentation), database_(database) {}

void VariantTexts::add(const std::string& path) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) {
    add_folder(path);
  } else if (is_units_name(path)) {
    add_units(path);
  } else {
    add_text(path);
  }
}

void VariantTexts::add_text(const std::string& path) {
  texts_.push_back(read_text_input(path, segmentation_));
}

void VariantTexts::add_units(const std::string& path) {
  NumberedPairs& units = numbered_.emplace_back(path);
  const UnitSource source = unit_sources({&path, 1}).front();
  const UnitReadSummary summary = source.format->read(
      source.paths,
      [&units](const TranslationUnit& unit) {
        const std::size_t record = units.numbers.size() + 1;
        units.add(unit.arabic, unit.english, unit.origin.line == 0 ? record : unit.origin.line);
      },
      {.malformed = MalformedRecord::kSkip});
  diagnostics_.insert(diagnostics_.end(), summary.diagnostics.begin(), summary.diagnostics.end());
}

void VariantTexts::add_folder(const std::string& path) {
  std::vector<std::string> texts;
  std::vector<std::string> units;
  for (const std::string& file : files_under(path)) {
    std::string whole = (std::filesystem::path(path) / file).string();
    if (is_text_name(whole)) {
      texts.push_back(std::move(whole));
    } else if (is_units_name(whole) && !is_table_name(whole)) {
      units.push_back(std::move(whole));
    }
  }
  if (texts.empty() && units.empty()) {
    throw Error(ErrorKind::kNotFound, "holds no texts (.txt) and no files of units", {.file = path},
                "name other files one by one");
  }
  std::set<std::string> paired;
  for (const FilePair& pair : pair_files(texts).pairs) {
    add_pair(pair.first, pair.second);
    paired.insert({pair.first, pair.second});
  }
  for (const std::string& text : texts) {
    if (!paired.contains(text)) add_text(text);
  }
  for (const std::string& file : units) add_units(file);
}

void VariantTexts::add_pair(const std::string& first, const std::string& second) {
  Pair& pair = pairs_.emplace_back();
  pair.texts = read_text_pair(first, second, segmentation_);
  if (segmentation_ == Segmentation::kLines) {
    pair.alignment = lines_of_pair(pair.texts, second);
    return;
  }
  if (!lexicon_) lexicon_.emplace(load_lexicon_index({.memory = database_}));
  pair.alignment = align_pair(pair.texts, *lexicon_);
}

void VariantTexts::add_memory(const Database& database, const std::string& name) {
  NumberedPairs& units = numbered_.emplace_back(name);
  TranslationMemory(database).for_each({}, [&units](const TranslationUnit& unit) {
    units.add(unit.arabic, unit.english, static_cast<std::size_t>(unit.id));
  });
}

void VariantTexts::add_terms(Database& database, const std::string& name) {
  NumberedPairs& pairs = numbered_.emplace_back(name);
  for (const TermConcept& entry : Termbase(database).list()) {
    std::vector<std::string> texts[2];
    for (const Term& term : entry.terms) {
      if (is_approved(term.status)) texts[term.language == Language::kEnglish].push_back(term.text);
    }
    for (auto& side : texts) {
      if (side.empty()) side.emplace_back();
    }
    // Every rendering beside every other one: all are the same.
    for (const std::string& arabic : texts[0]) {
      for (const std::string& english : texts[1]) {
        pairs.add(arabic, english, static_cast<std::size_t>(entry.id));
      }
    }
  }
}

std::vector<VariantDocument> VariantTexts::documents() const {
  std::vector<VariantDocument> documents;
  for (const Pair& pair : pairs_) {
    const auto& [first, second] = pair.texts;
    documents.push_back(
        {&first.segmented, first.text, &second.segmented, second.text, &pair.alignment});
  }
  for (const TextInput& text : texts_) {
    documents.push_back({&text.segmented, text.text, nullptr, {}, nullptr});
  }
  for (const NumberedPairs& pairs : numbered_) {
    documents.push_back(
        {&pairs.arabic, pairs.arabic_input, &pairs.english, pairs.english_input, &pairs.alignment});
  }
  return documents;
}

void VariantTexts::number(std::vector<NameCluster>& clusters) const {
  for (NameCluster& cluster : clusters) {
    for (NameSpelling& spelling : cluster.spellings) {
      for (NamePlace& place : spelling.places) {
        const auto pairs = std::find_if(numbered_.begin(), numbered_.end(), [&](const auto& known) {
          return known.arabic.name == place.file;
        });
        if (pairs != numbered_.end()) place.line = pairs->numbers[place.line - 1];
      }
    }
  }
}

}  // namespace mizan
