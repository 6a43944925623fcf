#include "tm/format/glossary_columns.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "tm/base/ascii.h"
#include "tm/format/tbx_basic.h"
#include "tm/text/script.h"

namespace mizan {
namespace {

using Column = UnitColumns::Column;

// In lower case, without blanks, "_" and "-".
std::string plain_name(std::string_view name) {
  std::string plain;
  for (const char c : ascii_lower(name)) {
    if (c != ' ' && c != '_' && c != '-') plain += c;
  }
  return plain;
}

bool is_text_column(const UnitColumns& texts, std::size_t column) {
  for (const Column& text : {texts.arabic, texts.english, texts.source_text, texts.target_text,
                             texts.source_language, texts.target_language}) {
    if (text == column) return true;
  }
  return false;
}

std::optional<TermStatus> read_status(std::string_view text) {
  return parse_term_status(ascii_lower(text));
}

bool says_yes(std::string_view text) {
  const std::string word = ascii_lower(text);
  return word == "yes" || word == "true" || word == "1" || word == "x";
}

std::vector<std::string> read_forms(std::string_view text) {
  std::vector<std::string> forms;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('|'), text.size());
    if (const std::string_view form = ascii_trimmed(text.substr(0, end)); !form.empty()) {
      forms.emplace_back(form);
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return forms;
}

// Lower case, without blanks, "_" and "-". A column whose name is not among them has none of these
// meanings.
struct Name {
  std::string_view name;
  Column GlossaryColumns::*column;
};
constexpr Name kNames[] = {
    {"status", &GlossaryColumns::status},
    {"note", &GlossaryColumns::note},
    {"notes", &GlossaryColumns::note},
    {"comment", &GlossaryColumns::note},
    {"statusornote", &GlossaryColumns::status_or_note},
    {"pos", &GlossaryColumns::part_of_speech},
    {"partofspeech", &GlossaryColumns::part_of_speech},
    {"number", &GlossaryColumns::number},
    {"gender", &GlossaryColumns::gender},
    {"forms", &GlossaryColumns::forms},
    {"casesensitive", &GlossaryColumns::case_sensitive},
    {"donottranslate", &GlossaryColumns::do_not_translate},
    {"definition", &GlossaryColumns::definition},
    {"description", &GlossaryColumns::definition},
    {"subject", &GlossaryColumns::subject},
    {"origin", &GlossaryColumns::source},
    {"customer", &GlossaryColumns::customer},
    {"project", &GlossaryColumns::project},
    {"entry", &GlossaryColumns::entry},
    {"concept", &GlossaryColumns::entry},
};

// The identifiers of rows that exports of other programs have.
constexpr std::string_view kRowNumbers[] = {"id", "stringid", "key"};

Column GlossaryColumns::*meaning(std::string_view name) {
  const auto* found = std::ranges::find(kNames, plain_name(name), &Name::name);
  return found == std::end(kNames) ? nullptr : found->column;
}

GlossaryColumns further_columns(const UnitColumns& texts) {
  GlossaryColumns further;
  for (std::size_t i = 0; i < texts.names.size(); ++i) {
    const auto member = is_text_column(texts, i) ? nullptr : meaning(texts.names[i]);
    if (member != nullptr && !(further.*member)) further.*member = i;
  }
  return further;
}

// The first column of some other name says more of the pair, as one without a
// header does.
void guess_status_or_note(const UnitColumns& texts, GlossaryColumns& further) {
  if (further.status || further.note) return;
  for (std::size_t i = 0; i < texts.names.size(); ++i) {
    const bool named =
        is_text_column(texts, i) || meaning(texts.names[i]) != nullptr ||
        std::ranges::find(kRowNumbers, plain_name(texts.names[i])) != std::end(kRowNumbers);
    if (named || further.status_or_note) continue;
    further.status_or_note = i;
  }
}

bool is_used(const UnitColumns& texts, const GlossaryColumns& further, std::size_t column) {
  return is_text_column(texts, column) || further.status_or_note == column ||
         std::ranges::any_of(kNames,
                             [&](const Name& name) { return further.*name.column == column; });
}

}  // namespace

GlossaryTable::GlossaryTable(std::string name, const std::vector<std::string>& columns) {
  glossary_.name = std::move(name);
  if (columns.empty()) return;
  given_ = true;
  texts_ = named_columns(columns);
  if (!texts_.complete()) {
    throw Error(ErrorKind::kUsage, "the columns do not say where the terms are", {},
                "name ar and en, or source and target, in their order");
  }
  further_ = further_columns(texts_);
}

std::optional<std::size_t> GlossaryTable::find_columns(std::span<const TableRow> sample) {
  const UnitColumns named = sample.empty() ? UnitColumns() : named_columns(sample[0].fields);
  if (given_) return named.complete() ? 1 : 0;
  if (named.complete()) {
    texts_ = named;
    further_ = further_columns(texts_);
    guess_status_or_note(texts_, further_);
    return 1;
  }
  if (!hold_both_languages(sample)) return std::nullopt;
  texts_ = columns_by_script(sample);
  glossary_.swapped = *texts_.english < *texts_.arabic;
  further_.status_or_note = texts_.last_text() + 1;
  return 0;
}

std::string GlossaryTable::cell(const TableRow& row, const Column& column) const {
  if (!column || *column >= row.fields.size()) return {};
  return std::string(ascii_trimmed(row.fields[*column]));
}

void GlossaryTable::read_texts(const TableRow& row, GlossaryRow& pair) const {
  if (texts_.arabic) {
    pair.arabic = cell(row, texts_.arabic);
    pair.english = cell(row, texts_.english);
    return;
  }
  std::string source = cell(row, texts_.source_text);
  std::string target = cell(row, texts_.target_text);
  auto language = parse_language(cell(row, texts_.source_language));
  if (!language) {
    if (const auto of_target = parse_language(cell(row, texts_.target_language))) {
      language = other(*of_target);
    }
  }
  if (!language) language = detect_language(source);
  pair.arabic = language == Language::kEnglish ? target : source;
  pair.english = language == Language::kEnglish ? source : target;
}

bool GlossaryTable::read_further(const TableRow& row, GlossaryRow& pair,
                                 std::string& problem) const {
  pair.note = cell(row, further_.note);
  if (const std::string text = cell(row, further_.status); !text.empty()) {
    const auto status = read_status(text);
    if (!status) {
      problem = "the status \"" + text +
                "\" is not known; write preferred, admitted, deprecated or superseded";
      return false;
    }
    pair.status = *status;
  }
  if (const std::string text = cell(row, further_.status_or_note); !text.empty()) {
    if (const auto status = read_status(text)) {
      pair.status = *status;
    } else {
      pair.note = text;
    }
  }
  pair.part_of_speech = tbx_part_of_speech(cell(row, further_.part_of_speech));
  pair.number = ascii_lower(cell(row, further_.number));
  pair.gender = ascii_lower(cell(row, further_.gender));
  pair.forms = read_forms(cell(row, further_.forms));
  pair.case_sensitive = says_yes(cell(row, further_.case_sensitive));
  pair.do_not_translate = says_yes(cell(row, further_.do_not_translate));
  pair.definition = cell(row, further_.definition);
  pair.subject = cell(row, further_.subject);
  pair.source = cell(row, further_.source);
  pair.customer = cell(row, further_.customer);
  pair.project = cell(row, further_.project);
  pair.entry = cell(row, further_.entry);
  return true;
}

void GlossaryTable::add(const TableRow& row) {
  if (std::ranges::all_of(row.fields,
                          [](const std::string& field) { return ascii_trimmed(field).empty(); })) {
    return;
  }
  GlossaryRow pair;
  pair.line = row.line;
  read_texts(row, pair);
  std::string problem = row.problem;
  std::size_t malformed = 1;
  if (!problem.empty()) {
    problem += "; write a quotation mark inside a quoted field twice";
  } else if (row.fields.size() == 1) {
    problem = "no tab between Arabic and English; write Arabic TAB English";
  } else if (pair.arabic.empty() || pair.english.empty()) {
    problem = std::string("the ") + (pair.arabic.empty() ? "Arabic" : "English") +
              " term is empty; fill it or delete the row";
    malformed = 0;
  } else if (read_further(row, pair, problem)) {
    for (std::size_t i = 0; i < row.fields.size(); ++i) {
      if (is_used(texts_, further_, i) || ascii_trimmed(row.fields[i]).empty()) continue;
      const std::string name = i < texts_.names.size() && !texts_.names[i].empty()
                                   ? "\"" + texts_.names[i] + "\""
                                   : std::to_string(i + 1);
      ++glossary_.losses["cells of column " + name];
    }
    glossary_.rows.push_back(std::move(pair));
    return;
  }
  glossary_.malformed += malformed;
  glossary_.diagnostics.push_back(
      {problem, {.file = glossary_.name, .line = row.line, .column = row.column}});
}

Glossary GlossaryTable::take() { return std::move(glossary_); }

}  // namespace mizan
