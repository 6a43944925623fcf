#include "tm/term/termbase.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "tm/base/error.h"
#include "tm/term/comparison_key.h"
#include "tm/term/term_rows.h"
#include "tm/text/normalize.h"

namespace mizan {
namespace {

// The concept's term that is `term`; where one of the two says no region, any region will do.
const Term* find_term(const TermConcept& entry, const Term& term) {
  const Term* found = nullptr;
  for (const Term& other : entry.terms) {
    if (is_same_term(other, term)) return &other;
    const bool alike = other.language == term.language && other.text == term.text;
    if (alike && (other.region.empty() || term.region.empty())) found = &other;
  }
  return found;
}

void check_terms(const TermConcept& entry) {
  if (entry.terms.empty()) throw Error(ErrorKind::kUsage, "a concept needs a term");
  for (const Term& term : entry.terms) {
    if (term.text.find_first_not_of(" \t") == term.text.npos) {
      throw Error(ErrorKind::kUsage, "a term is empty");
    }
    if (find_term(entry, term) != &term) {
      throw Error(ErrorKind::kUsage, "the term \"" + term.text + "\" is there twice");
    }
  }
}

// Whether the two share a term in each language that both have.
bool same_concept(const TermConcept& a, const TermConcept& b) {
  bool met = false;
  for (const Language language : {Language::kArabic, Language::kEnglish}) {
    const auto of_language = [&](const Term& term) { return term.language == language; };
    const bool both =
        std::ranges::any_of(a.terms, of_language) && std::ranges::any_of(b.terms, of_language);
    if (!both) continue;
    const bool shared = std::ranges::any_of(a.terms, [&](const Term& term) {
      return term.language == language && find_term(b, term) != nullptr;
    });
    if (!shared) return false;
    met = true;
  }
  return met;
}

void take_if_said(std::string& mine, const std::string& other) {
  if (!other.empty()) mine = other;
}

void take_if_silent(std::string& mine, const std::string& other) {
  if (mine.empty()) mine = other;
}

template <typename Value>
void append_new(std::vector<Value>& mine, const std::vector<Value>& others) {
  for (const Value& value : others) {
    if (std::ranges::find(mine, value) == mine.end()) mine.push_back(value);
  }
}

// A stored term met again: what the new one says holds.
void renew(Term& mine, const Term& other) {
  mine.status = other.status;
  take_if_said(mine.note, other.note);
  take_if_said(mine.part_of_speech, other.part_of_speech);
  take_if_said(mine.number, other.number);
  take_if_said(mine.gender, other.gender);
  take_if_said(mine.region, other.region);
  append_new(mine.forms, other.forms);
  append_new(mine.properties, other.properties);
  mine.case_sensitive = mine.case_sensitive || other.case_sensitive;
  mine.do_not_translate = mine.do_not_translate || other.do_not_translate;
}

// What the stored concept does not say it takes from the other.
void complete(TermConcept& mine, const TermConcept& other) {
  take_if_silent(mine.subject, other.subject);
  take_if_silent(mine.definition, other.definition);
  take_if_silent(mine.source, other.source);
  take_if_silent(mine.customer, other.customer);
  take_if_silent(mine.project, other.project);
  take_if_silent(mine.note, other.note);
  append_new(mine.properties, other.properties);
}

bool contains(std::string_view folded, std::string_view wanted) {
  return folded.find(wanted) != folded.npos;
}

bool passes(const TermConcept& entry, const TermFilter& filter, std::string_view wanted) {
  const auto differs = [](const std::string& asked, const std::string& value) {
    return !asked.empty() && asked != value;
  };
  if (differs(filter.subject, entry.subject) || differs(filter.source, entry.source) ||
      differs(filter.customer, entry.customer) || differs(filter.project, entry.project)) {
    return false;
  }
  return std::ranges::any_of(entry.terms, [&](const Term& term) {
    return (!filter.language || term.language == *filter.language) &&
           (!filter.status || term.status == *filter.status) &&
           (wanted.empty() || contains(fold(term.text, FoldProfile::kTehMarbuta), wanted));
  });
}

std::pair<std::string_view, std::string_view> ordered(std::string_view a, std::string_view b) {
  return a < b ? std::pair(a, b) : std::pair(b, a);
}

}  // namespace

Termbase::Termbase(Database& database) : database_(database) {}

std::int64_t Termbase::add(const TermConcept& entry, const TermWrite& how) {
  check_terms(entry);
  Write write(database_, how.command);
  Statement holders = database_.prepare("SELECT DISTINCT concept_id FROM term WHERE text = ?");
  holders.bind(1, entry.terms.front().text);
  while (holders.step()) {
    const TermConcept known = get(holders.integer(0));
    if (std::ranges::all_of(entry.terms,
                            [&](const Term& term) { return find_term(known, term) != nullptr; })) {
      const std::string number = std::to_string(known.id);
      throw Error(ErrorKind::kUsage, "concept " + number + " has these terms already", {},
                  "change it with mizan term edit " + number);
    }
  }
  holders.reset();
  TermConcept fresh = entry;
  ConceptInserter(database_).insert(fresh, how.author);
  write.counts.added = 1;
  write.commit();
  return fresh.id;
}

TermImport Termbase::import(const std::vector<TermConcept>& entries, const TermWrite& how) {
  for (const TermConcept& entry : entries) check_terms(entry);
  TermImport result;
  Write write(database_, how.command);
  ConceptInserter inserter(database_);
  std::unordered_map<std::int64_t, TermConcept> known;
  std::unordered_multimap<std::string, std::int64_t> by_text;
  for (TermConcept& entry : list()) {
    for (const Term& term : entry.terms) by_text.emplace(term.text, entry.id);
    known.emplace(entry.id, std::move(entry));
  }
  for (const TermConcept& entry : entries) {
    TermConcept* meeting = nullptr;
    for (const Term& term : entry.terms) {
      const auto [first, last] = by_text.equal_range(term.text);
      for (auto place = first; place != last; ++place) {
        TermConcept& candidate = known.at(place->second);
        // The oldest of several, whatever the order of the table.
        if (same_concept(candidate, entry) && (meeting == nullptr || candidate.id < meeting->id)) {
          meeting = &candidate;
        }
      }
    }
    if (meeting == nullptr) {
      TermConcept fresh = entry;
      inserter.insert(fresh, how.author);
      ++result.concepts_added;
      for (const Term& term : fresh.terms) by_text.emplace(term.text, fresh.id);
      known.emplace(fresh.id, std::move(fresh));
      continue;
    }
    TermConcept extended = *meeting;
    complete(extended, entry);
    for (const Term& term : entry.terms) {
      const Term* old = find_term(extended, term);
      if (old != nullptr) {
        renew(extended.terms[static_cast<std::size_t>(old - extended.terms.data())], term);
        continue;
      }
      by_text.emplace(term.text, meeting->id);
      extended.terms.push_back(term);
      extended.terms.back().id = 0;
    }
    if (extended == *meeting) {
      ++result.unchanged;
      continue;
    }
    store_changes(*meeting, extended, how.author);
    *meeting = std::move(extended);
    ++result.concepts_extended;
  }
  write.counts.added = result.concepts_added;
  write.counts.changed = result.concepts_extended;
  write.commit();
  return result;
}

void Termbase::store_changes(const TermConcept& before, TermConcept& after,
                             std::string_view author) {
  for (const Term& old : before.terms) {
    const auto same = std::ranges::find(after.terms, old.id, &Term::id);
    if (same == after.terms.end()) {
      delete_term(database_, old.id);
    } else if (*same != old) {
      update_term(database_, *same, author);
    }
  }
  ConceptInserter inserter(database_);
  for (Term& term : after.terms) {
    if (term.id == 0) inserter.insert_term(after.id, term, author);
  }
  update_concept(database_, after, author);
}

TermConcept Termbase::update(std::int64_t concept_id, const TermWrite& how,
                             const std::function<void(TermConcept&)>& change) {
  Write write(database_, how.command);
  const TermConcept before = get(concept_id);
  TermConcept after = before;
  change(after);
  check_terms(after);
  if (after != before) {
    store_changes(before, after, how.author);
    write.counts.changed = 1;
  }
  write.commit();
  return get(concept_id);
}

TermConcept Termbase::merge(std::int64_t concept_id, std::span<const std::int64_t> others,
                            const TermWrite& how) {
  Write write(database_, how.command);
  const TermConcept before = get(concept_id);
  TermConcept after = before;
  for (const std::int64_t id : others) {
    if (id == concept_id) {
      throw Error(ErrorKind::kUsage,
                  "concept " + std::to_string(id) + " cannot be merged with itself");
    }
    const TermConcept other = get(id);
    complete(after, other);
    for (const Term& term : other.terms) {
      if (find_term(after, term) != nullptr) continue;
      after.terms.push_back(term);
      after.terms.back().id = 0;
    }
    delete_concept(database_, id);
  }
  store_changes(before, after, how.author);
  write.counts.changed = 1;
  write.counts.removed = static_cast<std::int64_t>(others.size());
  write.commit();
  return get(concept_id);
}

void Termbase::remove(std::int64_t concept_id) {
  Write write(database_, "term remove");
  get(concept_id);
  delete_concept(database_, concept_id);
  write.counts.removed = 1;
  write.commit();
}

std::vector<TermConcept> Termbase::list(const TermFilter& filter) const {
  std::vector<TermConcept> concepts = read_concepts(database_);
  const std::string wanted = fold(filter.text, FoldProfile::kTehMarbuta);
  const bool asks = filter.language || filter.status || !filter.subject.empty() ||
                    !filter.source.empty() || !filter.customer.empty() || !filter.project.empty() ||
                    !wanted.empty();
  if (asks) {
    std::erase_if(concepts,
                  [&](const TermConcept& entry) { return !passes(entry, filter, wanted); });
  }
  return concepts;
}

TermConcept Termbase::get(std::int64_t concept_id) const {
  std::vector<TermConcept> found = read_concepts(database_, concept_id);
  if (found.empty()) {
    throw Error(ErrorKind::kNotFound,
                "no concept " + std::to_string(concept_id) + " in the termbase");
  }
  return std::move(found.front());
}

std::vector<TermConcept> Termbase::find(std::string_view text) const {
  const std::string key = comparison_key(text);
  if (key.empty()) return {};
  const ReadSnapshot snapshot(database_);
  const std::string prefix = stored_key_prefix();
  std::set<std::int64_t> ids;
  Statement known = database_.prepare("SELECT concept_id FROM term WHERE lookup_key = ?");
  known.bind(1, prefix + key);
  while (known.step()) ids.insert(known.integer(0));
  // Terms that were stored before there were keys, or by other rules.
  std::string end = prefix;
  ++end.back();
  Statement others = database_.prepare(
      "SELECT concept_id, text FROM term WHERE lookup_key < ? UNION ALL "
      "SELECT concept_id, text FROM term WHERE lookup_key >= ?");
  others.bind(1, prefix).bind(2, end);
  while (others.step()) {
    if (comparison_key(others.text(1)) == key) ids.insert(others.integer(0));
  }
  std::vector<TermConcept> concepts;
  for (const std::int64_t id : ids) concepts.push_back(get(id));
  return concepts;
}

bool Termbase::record_distinct(std::string_view a, std::string_view b) {
  const auto [first, second] = ordered(a, b);
  Write write(database_, "variants distinct");
  database_.prepare("INSERT OR IGNORE INTO distinct_names(a, b) VALUES(?,?)")
      .bind(1, first)
      .bind(2, second)
      .run();
  write.counts.added = database_.changes();
  const bool fresh = write.counts.added > 0;
  write.commit();
  return fresh;
}

bool Termbase::forget_distinct(std::string_view a, std::string_view b) {
  const auto [first, second] = ordered(a, b);
  Write write(database_, "variants forget");
  database_.prepare("DELETE FROM distinct_names WHERE a = ? AND b = ?")
      .bind(1, first)
      .bind(2, second)
      .run();
  write.counts.removed = database_.changes();
  const bool known = write.counts.removed > 0;
  write.commit();
  return known;
}

std::vector<std::pair<std::string, std::string>> Termbase::distinct_names() const {
  std::vector<std::pair<std::string, std::string>> names;
  Statement rows = database_.prepare("SELECT a, b FROM distinct_names ORDER BY a, b");
  while (rows.step()) names.emplace_back(rows.text(0), rows.text(1));
  return names;
}

}  // namespace mizan
