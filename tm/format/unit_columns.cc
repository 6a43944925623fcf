#include "tm/format/unit_columns.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "tm/base/ascii.h"
#include "tm/text/script.h"

namespace mizan {
namespace {

using Column = UnitColumns::Column;

struct ColumnName {
  std::string_view name;  // lower case, without blanks, "_" and "-"
  Column UnitColumns::*column;
};

// As spreadsheets, terminology exports (Google, Facebook and Microsoft write sourceString and
// targetString) and our own tables call them.
constexpr ColumnName kNames[] = {
    {"arabic", &UnitColumns::arabic},
    {"english", &UnitColumns::english},
    {"source", &UnitColumns::source_text},
    {"sourcestring", &UnitColumns::source_text},
    {"sourcetext", &UnitColumns::source_text},
    {"sourcesegment", &UnitColumns::source_text},
    {"sourceterm", &UnitColumns::source_text},
    {"target", &UnitColumns::target_text},
    {"targetstring", &UnitColumns::target_text},
    {"targettext", &UnitColumns::target_text},
    {"targetsegment", &UnitColumns::target_text},
    {"targetterm", &UnitColumns::target_text},
    {"translation", &UnitColumns::target_text},
    {"sourcelang", &UnitColumns::source_language},
    {"sourcelanguage", &UnitColumns::source_language},
    {"srclang", &UnitColumns::source_language},
    {"targetlang", &UnitColumns::target_language},
    {"targetlanguage", &UnitColumns::target_language},
    {"trglang", &UnitColumns::target_language},
    {"document", &UnitColumns::document},
    {"author", &UnitColumns::author},
    {"created", &UnitColumns::created},
    {"changed", &UnitColumns::changed},
    {"note", &UnitColumns::note},
    {"notes", &UnitColumns::note},
    {"comment", &UnitColumns::note},
    {"description", &UnitColumns::note},
    {"id", &UnitColumns::id},
    {"stringid", &UnitColumns::id},
    {"key", &UnitColumns::id},
};

constexpr std::array kColumns = {&UnitColumns::arabic,
                                 &UnitColumns::english,
                                 &UnitColumns::source_text,
                                 &UnitColumns::target_text,
                                 &UnitColumns::source_language,
                                 &UnitColumns::target_language,
                                 &UnitColumns::document,
                                 &UnitColumns::author,
                                 &UnitColumns::created,
                                 &UnitColumns::changed,
                                 &UnitColumns::note,
                                 &UnitColumns::id};

Column UnitColumns::*meaning(std::string_view cell) {
  const std::string name = ascii_lower(ascii_trimmed(cell));
  std::string letters;
  for (const char c : name) {
    if (c != ' ' && c != '_' && c != '-') letters += c;
  }
  const auto* found = std::ranges::find(kNames, std::string_view(letters), &ColumnName::name);
  if (found != std::end(kNames)) return found->column;
  // "ar", "en-US"; not "en-comment".
  constexpr std::size_t kLongestTag = 7;
  const auto language = name.size() <= kLongestTag ? parse_language(name) : std::nullopt;
  if (!language) return nullptr;
  return *language == Language::kArabic ? &UnitColumns::arabic : &UnitColumns::english;
}

// How many rows hold each language in a column.
struct ColumnScripts {
  std::size_t arabic = 0;
  std::size_t english = 0;
};

std::vector<ColumnScripts> count_scripts(std::span<const TableRow> rows) {
  std::vector<ColumnScripts> scripts(2);
  for (const TableRow& row : rows) {
    if (scripts.size() < row.fields.size()) scripts.resize(row.fields.size());
    for (std::size_t i = 0; i < row.fields.size(); ++i) {
      const auto language = detect_language(row.fields[i]);
      scripts[i].arabic += language == Language::kArabic;
      scripts[i].english += language == Language::kEnglish;
    }
  }
  return scripts;
}

}  // namespace

std::size_t UnitColumns::last_text() const {
  return arabic && english ? std::max(*arabic, *english) : std::max(*source_text, *target_text);
}

bool UnitColumns::known(std::size_t column) const {
  return std::ranges::any_of(kColumns, [&](auto member) { return this->*member == column; });
}

UnitColumns named_columns(std::span<const std::string> names) {
  UnitColumns columns;
  for (std::size_t i = 0; i < names.size(); ++i) {
    columns.names.emplace_back(ascii_trimmed(names[i]));
    const auto member = meaning(names[i]);
    if (member != nullptr && !(columns.*member)) columns.*member = i;
  }
  if (columns.arabic && columns.english) {
    // Beside columns of the two languages, "source" says which was translated.
    if (!columns.source_language) columns.source_language = columns.source_text;
    columns.source_text.reset();
    columns.target_text.reset();
  }
  return columns;
}

UnitColumns columns_by_script(std::span<const TableRow> rows) {
  const std::vector<ColumnScripts> scripts = count_scripts(rows);
  UnitColumns columns;
  columns.arabic = 0;
  columns.english = 1;
  if (scripts.size() == 2) {
    const std::size_t straight = scripts[0].arabic + scripts[1].english;
    const std::size_t swapped = scripts[0].english + scripts[1].arabic;
    if (swapped > straight) std::swap(columns.arabic, columns.english);
    return columns;
  }
  const auto hold_texts = [&](std::size_t arabic_column, std::size_t english_column) {
    return scripts[arabic_column].arabic * 2 >= rows.size() && scripts[english_column].english > 0;
  };
  if (hold_texts(0, 1)) return columns;
  if (hold_texts(1, 0)) {
    std::swap(columns.arabic, columns.english);
    return columns;
  }
  const auto arabic = std::ranges::max_element(scripts, {}, &ColumnScripts::arabic);
  // Names of files and parts of speech are English, too, but the text stands next to the other.
  auto english = scripts.end();
  for (auto at = scripts.begin(); at != scripts.end(); ++at) {
    if (at == arabic || at->english == 0) continue;
    if (english == scripts.end() || at->english > english->english ||
        (at->english == english->english && std::abs(at - arabic) < std::abs(english - arabic))) {
      english = at;
    }
  }
  if (arabic->arabic == 0 || english == scripts.end()) return columns;
  columns.arabic = static_cast<std::size_t>(arabic - scripts.begin());
  columns.english = static_cast<std::size_t>(english - scripts.begin());
  return columns;
}

bool hold_both_languages(std::span<const TableRow> rows) {
  const auto both = std::ranges::count_if(rows, [](const TableRow& row) {
    const auto holds = [&row](Language language) {
      return std::ranges::any_of(row.fields, [language](const std::string& field) {
        return detect_language(field) == language;
      });
    };
    return row.problem.empty() && holds(Language::kArabic) && holds(Language::kEnglish);
  });
  return static_cast<std::size_t>(both) * 2 > rows.size();
}

}  // namespace mizan
