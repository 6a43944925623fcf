#include "tm/term/term_rows.h"

#include <string>

#include "tm/memory/timestamp.h"
#include "tm/term/comparison_key.h"

namespace mizan {
namespace {

int stored(Language language) { return language == Language::kArabic ? 0 : 1; }

Language read_language(std::int64_t value) {
  return value == 0 ? Language::kArabic : Language::kEnglish;
}

TermStatus read_status(std::int64_t value) {
  const auto status = static_cast<TermStatus>(value);
  return value >= 0 && value <= 3 ? status : TermStatus::kAdmitted;
}

// A list of texts is stored as lines, a property as "name TAB value"; what would end either within
// a text is written with a backslash.
void append_escaped(std::string& stored_text, std::string_view text) {
  for (const char c : text) {
    if (c == '\\') {
      stored_text += "\\\\";
    } else if (c == '\n') {
      stored_text += "\\n";
    } else if (c == '\t') {
      stored_text += "\\t";
    } else {
      stored_text += c;
    }
  }
}

// Takes the text up to `end` off `rest`.
std::string take_text(std::string_view& rest, char end) {
  std::string text;
  std::size_t at = 0;
  for (; at < rest.size() && rest[at] != end; ++at) {
    if (rest[at] == '\\' && at + 1 < rest.size()) {
      ++at;
      text += rest[at] == 'n' ? '\n' : rest[at] == 't' ? '\t' : rest[at];
    } else {
      text += rest[at];
    }
  }
  rest.remove_prefix(at < rest.size() ? at + 1 : at);
  return text;
}

std::string stored(const std::vector<std::string>& texts) {
  std::string lines;
  for (const std::string& text : texts) {
    append_escaped(lines, text);
    lines += '\n';
  }
  return lines;
}

std::vector<std::string> read_texts(std::string_view lines) {
  std::vector<std::string> texts;
  while (!lines.empty()) texts.push_back(take_text(lines, '\n'));
  return texts;
}

std::string stored(const TermProperties& properties) {
  std::string lines;
  for (const auto& [name, value] : properties) {
    append_escaped(lines, name);
    lines += '\t';
    append_escaped(lines, value);
    lines += '\n';
  }
  return lines;
}

TermProperties read_properties(std::string_view lines) {
  TermProperties properties;
  while (!lines.empty()) {
    std::string name = take_text(lines, '\t');
    properties.emplace_back(std::move(name), take_text(lines, '\n'));
  }
  return properties;
}

std::string read_time(const Statement& row, int column) {
  return row.is_null(column) ? std::string() : to_timestamp(row.integer(column));
}

TermHistory read_history(const Statement& row, int created) {
  return {read_time(row, created), std::string(row.text(created + 1)), read_time(row, created + 2),
          std::string(row.text(created + 3))};
}

// Binds created, created_by, changed, changed_by from parameter `first` on.
void bind_history(Statement& statement, int first, const TermHistory& history,
                  std::string_view author) {
  statement.bind(first, parse_timestamp(history.created).value_or(now()));
  statement.bind(first + 1, history.created_by.empty() ? author : history.created_by);
  if (const auto changed = parse_timestamp(history.changed)) statement.bind(first + 2, *changed);
  statement.bind(first + 3, history.changed_by);
}

}  // namespace

std::vector<TermConcept> read_concepts(const Database& database, std::optional<std::int64_t> id) {
  const ReadSnapshot snapshot(database);
  std::vector<TermConcept> concepts;
  std::string select_concepts =
      "SELECT id, subject, definition, source, customer, project, note, extras, created, "
      "created_by, changed, changed_by FROM concept ";
  select_concepts += id ? "WHERE id = ?" : "ORDER BY id";
  Statement rows = database.prepare(select_concepts);
  if (id) rows.bind(1, *id);
  while (rows.step()) {
    TermConcept& entry = concepts.emplace_back();
    entry.id = rows.integer(0);
    entry.subject = rows.text(1);
    entry.definition = rows.text(2);
    entry.source = rows.text(3);
    entry.customer = rows.text(4);
    entry.project = rows.text(5);
    entry.note = rows.text(6);
    entry.properties = read_properties(rows.text(7));
    entry.history = read_history(rows, 8);
  }
  std::string select_terms =
      "SELECT concept_id, id, language, text, status, note, part_of_speech, number, gender, forms, "
      "case_sensitive, do_not_translate, region, extras, created, created_by, changed, changed_by "
      "FROM term ";
  select_terms += id ? "WHERE concept_id = ? ORDER BY id" : "ORDER BY concept_id, id";
  Statement terms = database.prepare(select_terms);
  if (id) terms.bind(1, *id);
  auto owner = concepts.begin();
  while (terms.step()) {
    const std::int64_t concept_id = terms.integer(0);
    while (owner != concepts.end() && owner->id < concept_id) ++owner;
    if (owner == concepts.end() || owner->id != concept_id) continue;
    Term& term = owner->terms.emplace_back();
    term.id = terms.integer(1);
    term.language = read_language(terms.integer(2));
    term.text = terms.text(3);
    term.status = read_status(terms.integer(4));
    term.note = terms.text(5);
    term.part_of_speech = terms.text(6);
    term.number = terms.text(7);
    term.gender = terms.text(8);
    term.forms = read_texts(terms.text(9));
    term.case_sensitive = terms.integer(10) != 0;
    term.do_not_translate = terms.integer(11) != 0;
    term.region = terms.text(12);
    term.properties = read_properties(terms.text(13));
    term.history = read_history(terms, 14);
  }
  return concepts;
}

namespace {

// Binds what is common to inserting and updating; returns the next parameter.
int bind_values(Statement& statement, const TermConcept& entry) {
  statement.bind(1, entry.subject)
      .bind(2, entry.definition)
      .bind(3, entry.source)
      .bind(4, entry.customer)
      .bind(5, entry.project)
      .bind(6, entry.note)
      .bind(7, stored(entry.properties));
  return 8;
}

int bind_values(Statement& statement, const Term& term) {
  statement.bind(1, stored(term.language))
      .bind(2, term.text)
      .bind(3, static_cast<int>(term.status))
      .bind(4, term.note)
      .bind(5, term.part_of_speech)
      .bind(6, term.number)
      .bind(7, term.gender)
      .bind(8, stored(term.forms))
      .bind(9, term.case_sensitive ? 1 : 0)
      .bind(10, term.do_not_translate ? 1 : 0)
      .bind(11, term.region)
      .bind(12, stored(term.properties))
      .bind(13, stored_key_prefix() + comparison_key(term.text));
  return 14;
}

}  // namespace

ConceptInserter::ConceptInserter(const Database& database)
    : database_(database),
      concept_(database.prepare(
          "INSERT INTO concept(subject, definition, source, customer, project, note, extras, "
          "created, created_by, changed, changed_by) VALUES(?,?,?,?,?,?,?,?,?,?,?)")),
      term_(database.prepare(
          "INSERT INTO term(language, text, status, note, part_of_speech, number, gender, forms, "
          "case_sensitive, do_not_translate, region, extras, lookup_key, concept_id, created, "
          "created_by, changed, changed_by) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")) {}

void ConceptInserter::insert(TermConcept& entry, std::string_view author) {
  bind_history(concept_, bind_values(concept_, entry), entry.history, author);
  concept_.run();
  entry.id = database_.last_insert_id();
  for (Term& term : entry.terms) insert_term(entry.id, term, author);
}

void ConceptInserter::insert_term(std::int64_t concept_id, Term& term, std::string_view author) {
  const int next = bind_values(term_, term);
  term_.bind(next, concept_id);
  bind_history(term_, next + 1, term.history, author);
  term_.run();
  term.id = database_.last_insert_id();
}

void update_concept(const Database& database, const TermConcept& entry, std::string_view author) {
  Statement statement = database.prepare(
      "UPDATE concept SET subject = ?, definition = ?, source = ?, customer = ?, project = ?, "
      "note = ?, extras = ?, changed = unixepoch(), changed_by = ? WHERE id = ?");
  const int next = bind_values(statement, entry);
  statement.bind(next, author).bind(next + 1, entry.id).run();
}

void update_term(const Database& database, const Term& term, std::string_view author) {
  Statement statement = database.prepare(
      "UPDATE term SET language = ?, text = ?, status = ?, note = ?, part_of_speech = ?, "
      "number = ?, gender = ?, forms = ?, case_sensitive = ?, do_not_translate = ?, region = ?, "
      "extras = ?, lookup_key = ?, changed = unixepoch(), changed_by = ? WHERE id = ?");
  const int next = bind_values(statement, term);
  statement.bind(next, author).bind(next + 1, term.id).run();
}

void delete_term(const Database& database, std::int64_t id) {
  database.prepare("DELETE FROM term WHERE id = ?").bind(1, id).run();
}

void delete_concept(const Database& database, std::int64_t id) {
  // The terms by hand: a cascade is not sure to fire the journal's triggers.
  database.prepare("DELETE FROM term WHERE concept_id = ?").bind(1, id).run();
  database.prepare("DELETE FROM concept WHERE id = ?").bind(1, id).run();
}

}  // namespace mizan
