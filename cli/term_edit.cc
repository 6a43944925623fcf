// mizan term add, edit, deprecate, merge, remove: each is one write that `undo` takes back.
#include <algorithm>
#include <array>
#include <charconv>
#include <span>

#include "cli/commands.h"
#include "tm/base/encoding.h"
#include "tm/base/error.h"
#include "tm/report/match_view.h"
#include "tm/term/term_lookup.h"
#include "tm/term/termbase.h"
#include "tm/text/script.h"

namespace mizan {
namespace {

std::int64_t concept_number(const std::string& text) {
  std::int64_t id = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
  if (error != std::errc() || end != text.data() + text.size() || id <= 0) {
    throw Error(ErrorKind::kUsage, "not the number of a concept: " + text, {},
                "term list prints the numbers");
  }
  return id;
}

std::string argument_text(const std::string& argument) {
  return decode_text(argument, "the term").text;
}

std::string_view name_of(Language language) {
  return language == Language::kArabic ? "Arabic" : "English";
}

// What an editor must know of the concept as it is now.
void warn_of_two_preferred(const TermConcept& entry) {
  const auto twice = preferred_twice(entry);
  if (!twice) return;
  const Term& first = entry.terms[twice->first];
  print_message("concept " + std::to_string(entry.id) + " prefers two " +
                std::string(name_of(first.language)) + " terms: " + first.text + " and " +
                entry.terms[twice->second].text + "; deprecate or admit one");
}

TermWrite how(const Invocation& call, std::string_view command) {
  return {command, call.has("author") ? std::string_view(call.value("author")) : ""};
}

Term& term_of(TermConcept& entry, const std::string& text) {
  const auto found = std::ranges::find(entry.terms, text, &Term::text);
  if (found == entry.terms.end()) {
    throw Error(ErrorKind::kNotFound,
                "concept " + std::to_string(entry.id) + " has no term \"" + text + "\"");
  }
  return *found;
}

std::vector<std::string> split_forms(const std::string& list) {
  std::vector<std::string> forms;
  for (std::size_t begin = 0; begin < list.size();) {
    const std::size_t end = std::min(list.find('|', begin), list.size());
    if (end > begin) forms.push_back(list.substr(begin, end - begin));
    begin = end + 1;
  }
  return forms;
}

void set_if_given(const Invocation& call, std::string_view option, std::string& value) {
  if (call.has(option)) value = call.value(option);
}

void set_concept(const Invocation& call, TermConcept& entry) {
  set_if_given(call, "subject", entry.subject);
  set_if_given(call, "definition", entry.definition);
  set_if_given(call, "source", entry.source);
  set_if_given(call, "customer", entry.customer);
  set_if_given(call, "project", entry.project);
}

void set_term(const Invocation& call, Term& term) {
  set_if_given(call, "text", term.text);
  if (call.has("status")) term.status = *parse_term_status(call.value("status"));
  set_if_given(call, "note", term.note);
  set_if_given(call, "part-of-speech", term.part_of_speech);
  set_if_given(call, "number", term.number);
  set_if_given(call, "gender", term.gender);
  if (call.has("forms")) term.forms = split_forms(call.value("forms"));
  if (call.has("case-sensitive")) term.case_sensitive = call.value("case-sensitive") == "yes";
  if (call.has("do-not-translate")) {
    term.do_not_translate = call.value("do-not-translate") == "yes";
  }
}

constexpr std::array<std::string_view, 9> kTermOptions = {
    "text",   "status", "note",           "part-of-speech",  "number",
    "gender", "forms",  "case-sensitive", "do-not-translate"};
constexpr std::array<std::string_view, 5> kConceptOptions = {"subject", "definition", "source",
                                                             "customer", "project"};

bool has_any(const Invocation& call, std::span<const std::string_view> options) {
  return std::ranges::any_of(options, [&](std::string_view option) { return call.has(option); });
}

int run_add(Invocation& call) {
  TermConcept entry;
  for (std::size_t i = 0; i < 2; ++i) {
    Term term;
    term.text = argument_text(call.argument(i));
    term.language = detect_language(term.text).value_or(Language::kEnglish);
    entry.terms.push_back(std::move(term));
  }
  if (entry.terms[0].language == entry.terms[1].language) {
    throw Error(ErrorKind::kUsage, "term add: both terms are in one language", {},
                "give one Arabic and one English term");
  }
  for (Term& term : entry.terms) {
    if (term.language == Language::kEnglish) {
      term.status = *parse_term_status(call.value("status"));
    }
    set_if_given(call, "note", term.note);
  }
  set_concept(call, entry);
  Database database(call.memory_path());
  Termbase termbase(database);
  const std::vector<TermConcept> known = termbase.list();
  const std::int64_t id = termbase.add(entry, how(call, "term add"));
  const TermLookup lookup(known);
  std::vector<const TermConcept*> told;
  for (const Term& term : entry.terms) {
    for (const TermMatch& match : lookup.find(term.text, {.limit = 5})) {
      if (std::ranges::find(told, match.entry) != told.end()) continue;
      told.push_back(match.entry);
      print_message("similar: " + match.entry->terms[match.term].text + " (concept " +
                    std::to_string(match.entry->id) + ")");
    }
  }
  call.out.line(std::to_string(id));
  return 0;
}

int run_edit(Invocation& call) {
  Database database(call.memory_path(), {.mode = OpenMode::kMustExist});
  const bool of_term = call.arguments().size() > 1;
  if (!has_any(call, kTermOptions) && !has_any(call, kConceptOptions) && call.list("add").empty()) {
    throw Error(ErrorKind::kUsage, "term edit: nothing to change", {},
                "give an option such as --note or --status");
  }
  if (!of_term && has_any(call, kTermOptions)) {
    throw Error(ErrorKind::kUsage, "term edit: which term of the concept?", {},
                "give its text behind the number");
  }
  const TermConcept entry = Termbase(database).update(
      concept_number(call.argument(0)), how(call, "term edit"), [&](TermConcept& changed) {
        set_concept(call, changed);
        if (of_term) set_term(call, term_of(changed, argument_text(call.argument(1))));
        for (const std::string& text : call.list("add")) {
          Term term;
          term.text = text;
          term.language = detect_language(text).value_or(Language::kEnglish);
          term.status = TermStatus::kAdmitted;
          changed.terms.push_back(std::move(term));
        }
      });
  warn_of_two_preferred(entry);
  call.out.line(view_concept(entry, call.style()));
  return 0;
}

int run_deprecate(Invocation& call) {
  Database database(call.memory_path(), {.mode = OpenMode::kMustExist});
  const TermConcept entry = Termbase(database).update(
      concept_number(call.argument(0)), how(call, "term deprecate"), [&](TermConcept& changed) {
        Term& term = term_of(changed, argument_text(call.argument(1)));
        term.status = TermStatus::kDeprecated;
        set_if_given(call, "note", term.note);
      });
  call.out.line(view_concept(entry, call.style()));
  return 0;
}

int run_merge(Invocation& call) {
  Database database(call.memory_path(), {.mode = OpenMode::kMustExist});
  std::vector<std::int64_t> numbers;
  for (const std::string& argument : call.arguments()) numbers.push_back(concept_number(argument));
  const TermConcept entry = Termbase(database).merge(numbers.front(), std::span(numbers).subspan(1),
                                                     how(call, "term merge"));
  warn_of_two_preferred(entry);
  call.out.line(view_concept(entry, call.style()));
  return 0;
}

int run_remove(Invocation& call) {
  Database database(call.memory_path(), {.mode = OpenMode::kMustExist});
  Termbase termbase(database);
  const std::int64_t id = concept_number(call.argument(0));
  if (call.arguments().size() == 1) {
    termbase.remove(id);
    return 0;
  }
  termbase.update(id, {"term remove"}, [&](TermConcept& changed) {
    const Term& term = term_of(changed, argument_text(call.argument(1)));
    changed.terms.erase(changed.terms.begin() + (&term - changed.terms.data()));
  });
  return 0;
}

const std::vector<std::string_view> kStatuses = {"preferred", "admitted", "deprecated",
                                                 "superseded"};

Option author_option() { return {"author", OptionKind::kValue, "NAME", "who says so"}; }

// The options that say something of a concept, before others of the command.
std::vector<Option> with_concept_options(std::vector<Option> options) {
  options.insert(options.end(), {{"subject", OptionKind::kValue, "NAME", "the subject field"},
                                 {"definition", OptionKind::kValue, "TEXT", "what it is"},
                                 {"source", OptionKind::kValue, "TEXT", "who says so"},
                                 {"customer", OptionKind::kValue, "NAME", "for this customer"},
                                 {"project", OptionKind::kValue, "NAME", "for this project"},
                                 author_option(),
                                 memory_option()});
  return options;
}

}  // namespace

const Command kTermAdd = {
    .name = "term add",
    .arguments = "ARABIC ENGLISH",
    .summary = "Adds a term to the termbase, says what is similar, prints its number.",
    .example = "mizan term add \"فيلق إفريقيا\" \"Africa Corps\"",
    .least_arguments = 2,
    .most_arguments = 2,
    .options = with_concept_options(
        {{"status", OptionKind::kValue, "STATUS", "of the English term", "preferred", kStatuses},
         {"note", OptionKind::kValue, "TEXT", "a note"}}),
    .run = run_add};

const Command kTermEdit = {
    .name = "term edit",
    .arguments = "CONCEPT [TERM]",
    .summary = "Changes a concept, or one of its terms.",
    .example =
        "n=$(mizan term add هدنة truce)\n"
        "mizan term edit $n truce --note \"not a ceasefire\" --part-of-speech noun\n"
        "mizan term edit $n --subject war --add armistice",
    .least_arguments = 1,
    .most_arguments = 2,
    .options = with_concept_options(
        {{"add", OptionKind::kList, "TEXT", "a further term of the concept, admitted"},
         {"text", OptionKind::kValue, "TEXT", "the term reads so"},
         {"status", OptionKind::kValue, "STATUS", "its status", "", kStatuses},
         {"note", OptionKind::kValue, "TEXT", "a note on the term"},
         {"forms", OptionKind::kValue, "A|B", "further forms that occur in texts"},
         {"part-of-speech",
          OptionKind::kValue,
          "NAME",
          "what it is",
          "",
          {"noun", "properNoun", "verb", "adjective", "adverb", "other"}},
         {"number",
          OptionKind::kValue,
          "NAME",
          "its grammatical number",
          "",
          {"singular", "dual", "plural", "mass", "other"}},
         {"gender",
          OptionKind::kValue,
          "NAME",
          "its grammatical gender",
          "",
          {"masculine", "feminine", "neuter", "other"}},
         {"case-sensitive",
          OptionKind::kValue,
          "YES",
          "only with these capitals",
          "",
          {"yes", "no"}},
         {"do-not-translate", OptionKind::kValue, "YES", "stays as it is", "", {"yes", "no"}}}),
    .run = run_edit};

const Command kTermDeprecate = {
    .name = "term deprecate",
    .arguments = "CONCEPT TERM",
    .summary = "Marks a term as one that must not be used.",
    .example =
        "mizan term deprecate \"$(mizan term add مالي \"Mali Republic\")\" \"Mali Republic\"",
    .least_arguments = 2,
    .most_arguments = 2,
    .options = {{"note", OptionKind::kValue, "TEXT", "why"}, author_option(), memory_option()},
    .run = run_deprecate};

const Command kTermMerge = {
    .name = "term merge",
    .arguments = "CONCEPT OTHER...",
    .summary = "Moves the terms of other concepts to the first one.",
    .example = "mizan term merge $(mizan term add سفينة ship) $(mizan term add سفينة vessel)",
    .least_arguments = 2,
    .most_arguments = 100,
    .options = {author_option(), memory_option()},
    .run = run_merge};

const Command kTermRemove = {.name = "term remove",
                             .arguments = "CONCEPT [TERM]",
                             .summary = "Removes a concept from the termbase, or one of its terms.",
                             .example = "mizan term remove \"$(mizan term add كتاب book)\"",
                             .least_arguments = 1,
                             .most_arguments = 2,
                             .options = {memory_option()},
                             .run = run_remove};

}  // namespace mizan
