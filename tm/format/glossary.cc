#include "tm/format/glossary.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <string_view>
#include <unordered_map>

#include "tm/text/script.h"

namespace mizan {
namespace {

// Union-find over the rows.
std::size_t root_of(std::vector<std::size_t>& parents, std::size_t row) {
  while (parents[row] != row) row = parents[row] = parents[parents[row]];
  return row;
}

// Joins the rows that have the same in `member`; rows that name their entry meet by it alone.
void join_rows_that_share(const std::vector<GlossaryRow>& rows, std::string GlossaryRow::*member,
                          std::vector<std::size_t>& parents) {
  const bool by_entry = member == &GlossaryRow::entry;
  std::unordered_map<std::string_view, std::size_t> first_row;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].entry.empty() == by_entry) continue;
    const auto [at, is_new] = first_row.emplace(rows[i].*member, i);
    if (is_new) continue;
    const std::size_t a = root_of(parents, at->second);
    const std::size_t b = root_of(parents, i);
    parents[std::max(a, b)] = std::min(a, b);
  }
}

// What stands between semicolons.
std::vector<std::string_view> parts_of(std::string_view note) {
  std::vector<std::string_view> parts;
  while (!note.empty()) {
    const std::size_t end = std::min(note.find("; "), note.size());
    parts.push_back(note.substr(0, end));
    note.remove_prefix(std::min(end + 2, note.size()));
  }
  return parts;
}

bool has_part(std::string_view note, std::string_view part) {
  const std::vector<std::string_view> parts = parts_of(note);
  return std::ranges::find(parts, part) != parts.end();
}

void join_note(std::string& note, std::string_view more) {
  for (const std::string_view part : parts_of(more)) {
    if (has_part(note, part)) continue;
    if (!note.empty()) note += "; ";
    note += part;
  }
}

void fill(std::string& value, const std::string& from) {
  if (value.empty()) value = from;
}

void add_term(TermConcept& entry, const std::string& text, Language language,
              const GlossaryRow& row) {
  auto known = std::find_if(entry.terms.begin(), entry.terms.end(), [&](const Term& term) {
    return term.language == language && term.text == text;
  });
  if (known == entry.terms.end()) {
    entry.terms.push_back({text, language, row.status, {}});
    known = entry.terms.end() - 1;
  } else {
    known->status = std::min(known->status, row.status);
  }
  Term& term = *known;
  fill(term.part_of_speech, row.part_of_speech);
  if (language == Language::kArabic) {
    fill(term.number, row.number);
    fill(term.gender, row.gender);
  } else {
    term.case_sensitive = term.case_sensitive || row.case_sensitive;
  }
  term.do_not_translate = term.do_not_translate || row.do_not_translate;
  for (const std::string& form : row.forms) {
    if (detect_language(form).value_or(Language::kEnglish) == language &&
        std::ranges::find(term.forms, form) == term.forms.end()) {
      term.forms.push_back(form);
    }
  }
}

// The note of a row goes to the term whose status is worse, to both where they are equal: why a
// rendering is deprecated is said of that rendering.
void add_note(TermConcept& entry, const GlossaryRow& row) {
  const auto find = [&](const std::string& text, Language language) {
    return std::ranges::find_if(entry.terms, [&](const Term& term) {
      return term.language == language && term.text == text;
    });
  };
  const auto arabic = find(row.arabic, Language::kArabic);
  const auto english = find(row.english, Language::kEnglish);
  if (arabic->status >= english->status) join_note(arabic->note, row.note);
  if (english->status >= arabic->status) join_note(english->note, row.note);
}

std::string joined_forms(const Term& arabic, const Term& english) {
  std::string forms;
  for (const Term* term : {&arabic, &english}) {
    for (const std::string& form : term->forms) forms += (forms.empty() ? "" : "|") + form;
  }
  return forms;
}

// The best status of the rows that hold the term.
TermStatus row_status(const TermConcept& entry, const Term& term) {
  TermStatus best = TermStatus::kSuperseded;
  for (const Term& other : entry.terms) {
    if (other.language != term.language) best = std::min(best, std::max(term.status, other.status));
  }
  return best;
}

// What of the notes of its terms a row says, so that to_concepts() gives it back to them: a term's
// note stands in the rows whose status is the term's alone; where it is of both, what both say, and
// what no other place remains for.
std::string row_note(const TermConcept& entry, const Term& arabic, const Term& english) {
  const TermStatus status = std::max(arabic.status, english.status);
  std::string note;
  for (const Term* term : {&english, &arabic}) {
    const Term* counterpart = term == &arabic ? &english : &arabic;
    if (row_status(entry, *term) != status) continue;
    const bool of_both = row_status(entry, *counterpart) == status;
    for (const std::string_view part : parts_of(term->note)) {
      const bool elsewhere = std::ranges::any_of(entry.terms, [&](const Term& other) {
        return other.language == counterpart->language &&
               (has_part(other.note, part) || row_status(entry, other) < status);
      });
      if (!of_both || !elsewhere || has_part(counterpart->note, part)) join_note(note, part);
    }
  }
  return note;
}

// The columns of glossary_rows(), with what stands in a cell.
struct Cells {
  const TermConcept& entry;
  const Term& arabic;
  const Term& english;
};

struct Column {
  std::string_view name;
  std::string (*cell)(const Cells&);
};

// English wants its number and gender said in few glossaries, so that the columns are the Arabic's.
constexpr std::array kColumns = {
    Column{"arabic", [](const Cells& c) { return c.arabic.text; }},
    Column{"english", [](const Cells& c) { return c.english.text; }},
    Column{"status",
           [](const Cells& c) {
             return std::string(to_string(std::max(c.arabic.status, c.english.status)));
           }},
    Column{"note", [](const Cells& c) { return row_note(c.entry, c.arabic, c.english); }},
    Column{"part_of_speech",
           [](const Cells& c) {
             return c.arabic.part_of_speech.empty() ? c.english.part_of_speech
                                                    : c.arabic.part_of_speech;
           }},
    Column{"number", [](const Cells& c) { return c.arabic.number; }},
    Column{"gender", [](const Cells& c) { return c.arabic.gender; }},
    Column{"forms", [](const Cells& c) { return joined_forms(c.arabic, c.english); }},
    Column{"case_sensitive",
           [](const Cells& c) { return std::string(c.english.case_sensitive ? "yes" : ""); }},
    Column{"do_not_translate",
           [](const Cells& c) {
             return std::string(c.arabic.do_not_translate || c.english.do_not_translate ? "yes"
                                                                                        : "");
           }},
    Column{"definition", [](const Cells& c) { return c.entry.definition; }},
    Column{"subject", [](const Cells& c) { return c.entry.subject; }},
    Column{"origin", [](const Cells& c) { return c.entry.source; }},
    Column{"customer", [](const Cells& c) { return c.entry.customer; }},
    Column{"project", [](const Cells& c) { return c.entry.project; }},
    Column{"entry",
           [](const Cells& c) {
             return c.entry.id == 0 ? std::string() : std::to_string(c.entry.id);
           }},
};
constexpr std::size_t kAlwaysThere = 4;

// What the rows of a concept do not say of its terms.
void count_row_losses(const TermConcept& entry, LossCounts& losses) {
  const auto count = [&losses](const char* kind, bool lost) {
    if (lost) ++losses[kind];
  };
  count("notes of concepts", !entry.note.empty());
  count("names of who added or changed",
        !(entry.history.created_by.empty() && entry.history.changed_by.empty()));
  if (!entry.properties.empty()) losses["further properties"] += entry.properties.size();
  for (const Term& term : entry.terms) {
    bool paired = false;
    bool speech_told = true;
    for (const Term& other : entry.terms) {
      if (other.language == term.language) continue;
      paired = true;
      const bool hidden = term.language == Language::kEnglish;
      speech_told =
          speech_told && (term.part_of_speech.empty() || !hidden || other.part_of_speech.empty() ||
                          other.part_of_speech == term.part_of_speech);
    }
    count("terms without a translation", !paired);
    count("statuses", paired && row_status(entry, term) != term.status);
    count("parts of speech of one side", paired && !speech_told);
    count("numbers and genders of English terms",
          term.language == Language::kEnglish && !(term.number.empty() && term.gender.empty()));
    count("regions", !term.region.empty());
    if (!term.properties.empty()) losses["further properties"] += term.properties.size();
  }
}

}  // namespace

std::vector<TermConcept> to_concepts(const Glossary& glossary) {
  std::vector<std::size_t> parents(glossary.rows.size());
  std::iota(parents.begin(), parents.end(), std::size_t{0});
  for (std::string GlossaryRow::*member :
       {&GlossaryRow::arabic, &GlossaryRow::english, &GlossaryRow::entry}) {
    join_rows_that_share(glossary.rows, member, parents);
  }
  std::vector<TermConcept> concepts;
  std::unordered_map<std::size_t, std::size_t> concept_of_root;
  for (std::size_t i = 0; i < glossary.rows.size(); ++i) {
    const GlossaryRow& row = glossary.rows[i];
    const auto [at, is_new] = concept_of_root.emplace(root_of(parents, i), concepts.size());
    if (is_new) concepts.emplace_back();
    TermConcept& entry = concepts[at->second];
    add_term(entry, row.arabic, Language::kArabic, row);
    add_term(entry, row.english, Language::kEnglish, row);
    join_note(entry.definition, row.definition);
    fill(entry.subject, row.subject);
    fill(entry.source, row.source);
    fill(entry.customer, row.customer);
    fill(entry.project, row.project);
  }
  for (std::size_t i = 0; i < glossary.rows.size(); ++i) {
    add_note(concepts[concept_of_root.at(root_of(parents, i))], glossary.rows[i]);
  }
  for (TermConcept& entry : concepts) fill(entry.source, glossary.name);
  return concepts;
}

std::vector<std::vector<std::string>> glossary_rows(const std::vector<TermConcept>& concepts,
                                                    LossCounts& losses) {
  std::vector<std::vector<std::string>> rows(1);
  for (const Column& column : kColumns) rows[0].emplace_back(column.name);
  for (const TermConcept& entry : concepts) {
    count_row_losses(entry, losses);
    const auto begin = static_cast<std::ptrdiff_t>(rows.size());
    for (const Term& arabic : entry.terms) {
      if (arabic.language != Language::kArabic) continue;
      for (const Term& english : entry.terms) {
        if (english.language != Language::kEnglish) continue;
        std::vector<std::string>& row = rows.emplace_back();
        for (const Column& column : kColumns) row.push_back(column.cell({entry, arabic, english}));
        // Terms that differ in their region alone.
        if (std::find(rows.begin() + begin, rows.end() - 1, row) != rows.end() - 1) {
          rows.pop_back();
        }
      }
    }
  }
  // The number of the entry is wanted where concepts share a term, which would make them one.
  std::unordered_map<std::string_view, std::string_view> holder;
  const bool shared = std::ranges::any_of(rows, [&](const std::vector<std::string>& row) {
    return std::ranges::any_of(std::array<std::size_t, 2>{0, 1}, [&](std::size_t side) {
      return holder.emplace(row[side], row.back()).first->second != row.back();
    });
  });
  for (std::size_t column = kColumns.size(); column-- > kAlwaysThere;) {
    const bool wanted = column + 1 == kColumns.size()
                            ? shared
                            : std::any_of(rows.begin() + 1, rows.end(), [column](const auto& row) {
                                return !row[column].empty();
                              });
    if (wanted) continue;
    for (auto& row : rows) row.erase(row.begin() + static_cast<std::ptrdiff_t>(column));
  }
  return rows;
}

}  // namespace mizan
