#include "tm/term/termbase.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "tm/base/error.h"
#include "tm/base/utf8.h"
#include "tm/text/normalize.h"

namespace mizan {
namespace {

constexpr std::string_view kArticle = "ال";

// What two terms are compared by: folded to the last rung, without articles and hyphens.
std::string comparison_key(std::string_view text) {
  const std::string folded = fold(text, FoldProfile::kTehMarbuta);
  std::string key;
  std::size_t begin = 0;
  while (begin < folded.size()) {
    const std::size_t end = std::min(folded.find_first_of(" -_", begin), folded.size());
    std::string_view word = std::string_view(folded).substr(begin, end - begin);
    // Three letters must be left: الله is one word.
    if (word.starts_with(kArticle) && word.size() > kArticle.size() + 4) {
      word.remove_prefix(kArticle.size());
    }
    if (!word.empty() && word != "the") {
      if (!key.empty()) key += ' ';
      key += word;
    }
    begin = end + 1;
  }
  return key;
}

// 1 - edit distance over the longer length, in code points; 0 below `floor`.
double edit_similarity(std::u32string_view a, std::u32string_view b, double floor) {
  const std::size_t longest = std::max(a.size(), b.size());
  const std::size_t shortest = std::min(a.size(), b.size());
  if (longest == 0) return 1;
  if (static_cast<double>(shortest) < floor * static_cast<double>(longest)) return 0;
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1] ? 1U : 0U)});
      diagonal = above;
    }
  }
  const double similarity = 1 - static_cast<double>(row[b.size()]) / static_cast<double>(longest);
  return similarity < floor ? 0 : similarity;
}

// Two names a letter or two apart in an ordinary length.
constexpr double kLeastSimilar = 0.7;

int stored(Language language) { return language == Language::kArabic ? 0 : 1; }

Language read_language(std::int64_t value) {
  return value == 0 ? Language::kArabic : Language::kEnglish;
}

TermStatus read_status(std::int64_t value) {
  const auto status = static_cast<TermStatus>(value);
  return value >= 0 && value <= 3 ? status : TermStatus::kAdmitted;
}

void check_terms(const TermConcept& entry) {
  if (entry.terms.empty()) throw Error(ErrorKind::kUsage, "a concept needs a term");
  for (const Term& term : entry.terms) {
    if (term.text.find_first_not_of(" \t") == term.text.npos) {
      throw Error(ErrorKind::kUsage, "a term is empty");
    }
  }
}

[[noreturn]] void throw_absent(std::int64_t concept_id) {
  throw Error(ErrorKind::kNotFound,
              "no concept " + std::to_string(concept_id) + " in the termbase");
}

std::int64_t insert_term(Database& database, std::int64_t concept_id, const Term& term) {
  database.prepare("INSERT INTO term(concept_id, language, text, status, note) VALUES(?,?,?,?,?)")
      .bind(1, concept_id)
      .bind(2, stored(term.language))
      .bind(3, term.text)
      .bind(4, static_cast<int>(term.status))
      .bind(5, term.note)
      .run();
  return database.last_insert_id();
}

std::int64_t insert_concept(Database& database, const TermConcept& entry) {
  database.prepare("INSERT INTO concept(subject, definition, source) VALUES(?,?,?)")
      .bind(1, entry.subject)
      .bind(2, entry.definition)
      .bind(3, entry.source)
      .run();
  const std::int64_t id = database.last_insert_id();
  for (const Term& term : entry.terms) insert_term(database, id, term);
  return id;
}

bool same_term(const Term& a, const Term& b) {
  return a.language == b.language && a.text == b.text;
}

const Term* find_term(const TermConcept& entry, const Term& term) {
  const auto place =
      std::ranges::find_if(entry.terms, [&](const Term& other) { return same_term(other, term); });
  return place == entry.terms.end() ? nullptr : &*place;
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

void touch_concept(Database& database, std::int64_t id) {
  database.prepare("UPDATE concept SET changed = unixepoch() WHERE id = ?").bind(1, id).run();
}

std::pair<std::string_view, std::string_view> ordered(std::string_view a, std::string_view b) {
  return a < b ? std::pair(a, b) : std::pair(b, a);
}

}  // namespace

Termbase::Termbase(Database& database) : database_(database) {}

AddedConcept Termbase::add(const TermConcept& entry, std::string_view command) {
  check_terms(entry);
  AddedConcept result;
  std::set<std::int64_t> resembling;
  for (const Term& term : entry.terms) {
    for (SimilarTerm& found : similar(term.text)) {
      if (resembling.insert(found.concept_id).second) result.similar.push_back(std::move(found));
    }
  }
  std::ranges::stable_sort(result.similar, std::ranges::greater(), &SimilarTerm::similarity);
  for (const SimilarTerm& candidate : result.similar) {
    if (candidate.similarity < 1) break;
    const std::optional<TermConcept> known = get(candidate.concept_id);
    const bool contains_all = std::ranges::all_of(
        entry.terms, [&](const Term& term) { return find_term(*known, term) != nullptr; });
    if (!contains_all) continue;
    result.id = candidate.concept_id;
    result.already_there = true;
    std::erase_if(result.similar,
                  [&](const SimilarTerm& found) { return found.concept_id == result.id; });
    return result;
  }
  Write write(database_, command);
  result.id = insert_concept(database_, entry);
  write.counts.added = 1;
  write.commit();
  return result;
}

TermImport Termbase::import(const std::vector<TermConcept>& entries, std::string_view command) {
  for (const TermConcept& entry : entries) check_terms(entry);
  TermImport result;
  Write write(database_, command);
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
      fresh.id = insert_concept(database_, entry);
      ++result.concepts_added;
      result.terms_added += static_cast<std::int64_t>(entry.terms.size());
      for (const Term& term : fresh.terms) by_text.emplace(term.text, fresh.id);
      known.emplace(fresh.id, std::move(fresh));
      continue;
    }
    std::int64_t touched = 0;
    for (const Term& term : entry.terms) {
      const Term* old = find_term(*meeting, term);
      if (old == nullptr) {
        insert_term(database_, meeting->id, term);
        meeting->terms.push_back(term);
        by_text.emplace(term.text, meeting->id);
        ++result.terms_added;
        ++touched;
      } else if (old->status != term.status || (!term.note.empty() && old->note != term.note)) {
        const std::string& note = term.note.empty() ? old->note : term.note;
        database_
            .prepare(
                "UPDATE term SET status = ?, note = ?, changed = unixepoch() "
                "WHERE concept_id = ? AND language = ? AND text = ?")
            .bind(1, static_cast<int>(term.status))
            .bind(2, note)
            .bind(3, meeting->id)
            .bind(4, stored(term.language))
            .bind(5, term.text)
            .run();
        Term& mine = meeting->terms[static_cast<std::size_t>(old - meeting->terms.data())];
        mine.status = term.status;
        mine.note = note;
        ++result.terms_changed;
        ++touched;
      }
    }
    if (touched > 0) {
      touch_concept(database_, meeting->id);
      ++result.concepts_extended;
    } else {
      ++result.unchanged;
    }
  }
  write.counts.added = result.concepts_added;
  write.counts.changed = result.concepts_extended;
  write.commit();
  return result;
}

void Termbase::add_term(std::int64_t concept_id, const Term& term) {
  check_terms({.id = concept_id, .subject = {}, .definition = {}, .source = {}, .terms = {term}});
  const std::optional<TermConcept> entry = get(concept_id);
  if (!entry) throw_absent(concept_id);
  if (find_term(*entry, term) != nullptr) return;
  Write write(database_, "term add");
  insert_term(database_, concept_id, term);
  touch_concept(database_, concept_id);
  write.counts.changed = 1;
  write.commit();
}

void Termbase::set_status(std::int64_t concept_id, std::string_view text, TermStatus status,
                          std::string_view note) {
  const std::optional<TermConcept> entry = get(concept_id);
  if (!entry) throw_absent(concept_id);
  Write write(database_, "term edit");
  database_
      .prepare(
          "UPDATE term SET status = ?1, note = CASE ?2 WHEN '' THEN note ELSE ?2 END, "
          "changed = unixepoch() WHERE concept_id = ?3 AND text = ?4")
      .bind(1, static_cast<int>(status))
      .bind(2, note)
      .bind(3, concept_id)
      .bind(4, text)
      .run();
  if (database_.changes() == 0) {
    throw Error(ErrorKind::kNotFound, "concept " + std::to_string(concept_id) + " has no term \"" +
                                          std::string(text) + "\"");
  }
  touch_concept(database_, concept_id);
  write.counts.changed = 1;
  write.commit();
}

void Termbase::replace(const TermConcept& entry) {
  check_terms(entry);
  const std::optional<TermConcept> old = get(entry.id);
  if (!old) throw_absent(entry.id);
  Write write(database_, "term edit");
  database_
      .prepare("UPDATE concept SET subject = ?, definition = ?, changed = unixepoch() WHERE id = ?")
      .bind(1, entry.subject)
      .bind(2, entry.definition)
      .bind(3, entry.id)
      .run();
  database_.prepare("DELETE FROM term WHERE concept_id = ?").bind(1, entry.id).run();
  for (const Term& term : entry.terms) insert_term(database_, entry.id, term);
  write.counts.changed = 1;
  write.commit();
}

void Termbase::remove(std::int64_t concept_id) {
  if (!get(concept_id)) throw_absent(concept_id);
  Write write(database_, "term remove");
  // The terms by hand: a cascade is not sure to fire the journal's triggers.
  database_.prepare("DELETE FROM term WHERE concept_id = ?").bind(1, concept_id).run();
  database_.prepare("DELETE FROM concept WHERE id = ?").bind(1, concept_id).run();
  write.counts.removed = 1;
  write.commit();
}

std::vector<TermConcept> Termbase::list(const TermFilter& filter) const {
  const ReadSnapshot snapshot(database_);
  std::vector<TermConcept> concepts;
  Statement entries =
      database_.prepare("SELECT id, subject, definition, source FROM concept ORDER BY id");
  while (entries.step()) {
    TermConcept entry;
    entry.id = entries.integer(0);
    entry.subject = entries.text(1);
    entry.definition = entries.text(2);
    entry.source = entries.text(3);
    concepts.push_back(std::move(entry));
  }
  Statement terms = database_.prepare(
      "SELECT concept_id, language, text, status, note FROM term ORDER BY concept_id, id");
  auto owner = concepts.begin();
  while (terms.step()) {
    const std::int64_t id = terms.integer(0);
    while (owner != concepts.end() && owner->id < id) ++owner;
    if (owner == concepts.end() || owner->id != id) continue;
    owner->terms.push_back({std::string(terms.text(2)), read_language(terms.integer(1)),
                            read_status(terms.integer(3)), std::string(terms.text(4))});
  }
  const std::string wanted = fold(filter.text, FoldProfile::kTehMarbuta);
  std::erase_if(concepts, [&](const TermConcept& entry) {
    if (!filter.subject.empty() && entry.subject != filter.subject) return true;
    if (!filter.source.empty() && entry.source != filter.source) return true;
    return std::ranges::none_of(entry.terms, [&](const Term& term) {
      return (!filter.language || term.language == *filter.language) &&
             (!filter.status || term.status == *filter.status) &&
             (wanted.empty() ||
              fold(term.text, FoldProfile::kTehMarbuta).find(wanted) != std::string::npos);
    });
  });
  return concepts;
}

std::optional<TermConcept> Termbase::get(std::int64_t concept_id) const {
  Statement entries =
      database_.prepare("SELECT subject, definition, source FROM concept WHERE id = ?");
  entries.bind(1, concept_id);
  if (!entries.step()) return std::nullopt;
  TermConcept entry;
  entry.id = concept_id;
  entry.subject = entries.text(0);
  entry.definition = entries.text(1);
  entry.source = entries.text(2);
  Statement terms = database_.prepare(
      "SELECT language, text, status, note FROM term WHERE concept_id = ? ORDER BY id");
  terms.bind(1, concept_id);
  while (terms.step()) {
    entry.terms.push_back({std::string(terms.text(1)), read_language(terms.integer(0)),
                           read_status(terms.integer(2)), std::string(terms.text(3))});
  }
  return entry;
}

std::vector<TermConcept> Termbase::find(std::string_view text) const {
  std::vector<TermConcept> found;
  std::set<std::int64_t> seen;
  for (const SimilarTerm& term : similar(text, static_cast<std::size_t>(-1))) {
    if (term.similarity < 1) break;
    if (!seen.insert(term.concept_id).second) continue;
    if (std::optional<TermConcept> entry = get(term.concept_id)) found.push_back(*std::move(entry));
  }
  return found;
}

std::vector<SimilarTerm> Termbase::similar(std::string_view text, std::size_t limit) const {
  const std::u32string key = to_utf32(comparison_key(text));
  std::vector<SimilarTerm> found;
  if (key.empty()) return found;
  Statement terms =
      database_.prepare("SELECT concept_id, language, text, status, note FROM term ORDER BY id");
  while (terms.step()) {
    const double similarity =
        edit_similarity(key, to_utf32(comparison_key(terms.text(2))), kLeastSimilar);
    if (similarity == 0) continue;
    found.push_back({terms.integer(0),
                     {std::string(terms.text(2)), read_language(terms.integer(1)),
                      read_status(terms.integer(3)), std::string(terms.text(4))},
                     similarity});
  }
  std::ranges::stable_sort(found, std::ranges::greater(), &SimilarTerm::similarity);
  if (found.size() > limit) found.resize(limit);
  return found;
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
