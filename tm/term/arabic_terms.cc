#include "tm/term/arabic_terms.h"

#include <algorithm>
#include <array>
#include <vector>

#include "tm/lang/broken_plurals.h"
#include "tm/term/arabic_readings.h"

namespace mizan {
namespace {

// Masdars of form VIII from roots in lam: their ال is no article. Folded, as they stand.
constexpr std::array<std::u16string_view, 20> kLamWords = {
    u"التءام", u"التباس", u"التجاء", u"التحاق", u"التحام",   u"التزام",  u"التصاق",
    u"التفات", u"التفاف", u"التقاء", u"التقاط", u"التماس",   u"التهاب",  u"التهابات",
    u"التهام", u"التواء", u"التياع", u"الله",   u"التزامات", u"التماسات"};

// Participles and masdars of defective roots, cited without the ya that tanwin drops.
constexpr std::array<std::u16string_view, 69> kManqus = {
    u"قاض",   u"داع",   u"راع",   u"ساع",   u"غاز",   u"وال",  u"ناد",  u"واد",  u"راو",  u"جان",
    u"بان",   u"ماض",   u"ثان",   u"خال",   u"كاف",   u"واف",  u"حام",  u"رام",  u"باق",  u"ناج",
    u"صاف",   u"تال",   u"ناع",   u"محام",  u"مراع",  u"موال", u"مناف", u"مواز", u"مساو", u"معاد",
    u"معان",  u"مناد",  u"معتد",  u"متعد",  u"متدن",  u"مهتد", u"مشتر", u"منتم", u"مكتف", u"متساو",
    u"متواز", u"متوال", u"متنام", u"متقاض", u"مستشف", u"مدع",  u"معد",  u"مفت",  u"مغن",  u"مرب",
    u"مؤد",   u"مستو",  u"تحد",   u"تعاف",  u"تقاض",  u"تبن",  u"تخل",  u"تصد",  u"تعد",  u"تدن",
    u"تفش",   u"تحر",   u"تمن",   u"ترد",   u"تلق",   u"توال", u"تساو", u"تواز"};

template <typename Table>
bool contains(const Table& table, std::u16string_view word) {
  return std::ranges::find(table, word) != std::ranges::end(table);
}

struct Option {
  std::u16string stem;
  TermWord word;
};

std::u16string keys(std::u16string_view marks) {
  std::u16string key(marks);
  for (char16_t& c : key) c = key_letter(c);
  return key;
}

// Takes the article off `word.marks`, inside a term also the proclitics before it.
void strip_proclitics(TermWord& word, std::size_t index) {
  const std::u16string& marks = word.marks;
  const bool lam_word = marks.starts_with(u"الت") || marks.starts_with(u"الل");
  if (lam_word && contains(kLamWords, keys(marks))) return;
  const auto at = [&](std::size_t i) { return i < marks.size() ? marks[i] : u'\0'; };
  std::size_t i = 0;
  char16_t conjunction = 0;
  char16_t preposition = 0;
  if (index > 0 && (at(0) == u'و' || at(0) == u'ف')) conjunction = at(i++);
  if (index > 0 && (at(i) == u'ب' || at(i) == u'ك' || at(i) == u'ل')) preposition = at(i++);
  std::size_t taken = 0;
  if (preposition == u'ل' && at(i) == u'ل') {
    taken = i + 1;
  } else if (at(i) == u'ا' && at(i + 1) == u'ل') {
    taken = i + 2;
  }
  const std::size_t least = taken > 2 ? 3 : 2;
  if (taken == 0 || marks.size() < taken + least) return;
  word.conjunction = conjunction;
  word.preposition = preposition;
  word.article = true;
  word.marks.erase(0, taken);
}

void add_option(std::vector<Option>& options, const TermWord& word, std::u16string_view key,
                Variant variant) {
  if (key.size() < 2) return;
  for (const Option& option : options) {
    if (option.stem == key) return;
  }
  options.push_back({std::u16string(key), word});
  Option& option = options.back();
  option.word.variant = variant;
  if (variant == Variant::kSingular) option.word.marks = option.stem;
}

// The singulars of a word cited in the plural or dual.
void add_singulars(std::vector<Option>& options, const TermWord& word, std::size_t index,
                   std::size_t count, const Gloss& gloss) {
  const std::u16string key = keys(word.marks);
  const auto rest = [&](std::size_t letters) {
    return std::u16string_view(key).substr(0, key.size() - letters);
  };
  const bool plural = gloss.plural && index == 0;
  if (key.ends_with(u"ات") && (key.size() >= 6 || plural) && key.size() >= 4) {
    add_option(options, word, std::u16string(rest(2)) + u"ه", Variant::kSingular);
    add_option(options, word, rest(2), Variant::kSingular);
  }
  if (plural || (index > 0 && count > 1)) {
    if (key.ends_with(u"تين") && key.size() > 4) {
      add_option(options, word, std::u16string(rest(3)) + u"ه", Variant::kSingular);
    } else if (key.ends_with(u"ين") && key.size() >= 4) {
      add_option(options, word, rest(2), Variant::kSingular);
    } else if (plural && (key.ends_with(u"ون") || key.ends_with(u"ان")) && key.size() > 4) {
      add_option(options, word, rest(2), Variant::kSingular);
    }
  }
  // The plural shapes that need no English plural have an alef.
  if (index > 0 || (!plural && (count == 1 || key.find(u'ا') == key.npos))) return;
  visit_singulars(key, [&](std::u16string_view singular, const BrokenPlural& row) {
    // Without an English plural only shapes that are hardly anything else.
    if (row.confidence < (plural ? 0.6 : 0.85) || row.scope == PluralScope::kPerson) return;
    if (options.size() < 6) add_option(options, word, singular, Variant::kSingular);
  });
}

std::vector<Option> options_of(const Atom& atom, std::size_t index, std::size_t count,
                               const Gloss& gloss) {
  TermWord word;
  word.marks = atom.marks;
  std::vector<Option> options;
  if (atom.kind != AtomKind::kArabic) {
    word.name = true;
    options.push_back({atom.key, word});
    return options;
  }
  strip_proclitics(word, index);
  const std::u16string key = keys(word.marks);
  word.transliterated = is_transliterated(key, gloss);
  const bool shaped_adjective = (key.starts_with(u'م') && key.size() >= 4) || key.ends_with(u'ي') ||
                                (key.size() == 4 && key[2] == u'ي');
  const bool demonym = gloss.nationality && key.ends_with(u'ي');
  word.name = gloss.name && !demonym && (count > 1 ? word.transliterated : !gloss.plural);
  word.person = index == 0 && (gloss.person || demonym || !gloss.known);
  word.adjective = count == 1 && (demonym || (gloss.adjective && shaped_adjective));
  word.manqus = !word.name && (atom.tanwin_kasr || (key.size() < 7 && contains(kManqus, key)));
  options.push_back({key, word});
  if (!word.name) {
    if (word.manqus) {
      TermWord full = word;
      full.manqus = false;
      full.marks += u'ي';
      add_option(options, full, key + u'ي', Variant::kManqus);
    }
    add_singulars(options, word, index, count, gloss);
  }
  if (word.transliterated) {
    if (const std::u16string frame = loose_frame(key); !frame.empty()) {
      add_option(options, word, frame, Variant::kLoose);
    }
  }
  return options;
}

constexpr std::size_t kMostSequences = 12;
constexpr std::size_t kMostWords = 200;

void add_products(std::uint32_t term, const std::vector<std::vector<Option>>& words,
                  CompiledTerms& compiled) {
  std::vector<std::size_t> choice(words.size(), 0);
  std::vector<std::u16string> stems(words.size());
  std::vector<TermWord> path(words.size());
  for (std::size_t made = 0; made < kMostSequences; ++made) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      stems[i] = words[i][choice[i]].stem;
      path[i] = words[i][choice[i]].word;
    }
    compiled.add_sequence(term, stems, path);
    std::size_t i = 0;
    while (i < words.size() && ++choice[i] == words[i].size()) choice[i++] = 0;
    if (i == words.size()) return;
  }
}

void add_glued(std::uint32_t term, const std::vector<std::vector<Option>>& words,
               std::span<const Atom> atoms, CompiledTerms& compiled) {
  const bool names = std::ranges::all_of(
      words, [](const std::vector<Option>& options) { return options.front().word.name; });
  if (words.size() != 2 || !names) return;
  for (const Atom& atom : atoms) {
    if (atom.kind != AtomKind::kArabic) return;
  }
  TermWord word = words.front().front().word;
  word.variant = Variant::kGlued;
  word.marks += atoms[1].marks;
  compiled.add_sequence(term, {keys(word.marks)}, {word});
}

// A form that the entry lists, as it stands: it takes clitics and case endings of its own.
void add_listed(std::uint32_t term, std::string_view form, const Gloss& gloss,
                CompiledTerms& compiled) {
  const std::vector<Atom> atoms = split_atoms(form);
  if (atoms.empty() || atoms.size() > kMostWords) return;
  std::vector<std::u16string> stems;
  std::vector<TermWord> path;
  for (std::size_t i = 0; i < atoms.size(); ++i) {
    Option option = std::move(options_of(atoms[i], i, atoms.size(), gloss).front());
    option.word.variant = Variant::kListed;
    stems.push_back(std::move(option.stem));
    path.push_back(std::move(option.word));
  }
  compiled.add_sequence(term, stems, path);
}

// What the entry says of the Arabic term outweighs what its English side suggests.
Gloss refine(Gloss gloss, const Term& term) {
  if (term.part_of_speech == "properNoun") gloss.name = true;
  if (term.part_of_speech == "noun") gloss.name = gloss.adjective = false;
  if (term.part_of_speech == "adjective") gloss.adjective = true;
  if (!term.number.empty()) gloss.plural = term.number == "plural" || term.number == "dual";
  return gloss;
}

}  // namespace

void compile_arabic_term(const CompiledTerm& term, const TermConcept& entry, const Gloss& suggested,
                         Relatives relatives, CompiledTerms& compiled) {
  const Term& cited = entry.terms[term.term];
  std::vector<Atom> atoms = split_atoms(cited.text);
  if (atoms.empty() || atoms.size() > kMostWords) return;
  const bool says_more = !cited.part_of_speech.empty() || !cited.number.empty();
  const Gloss refined = says_more ? refine(suggested, cited) : Gloss{};
  const Gloss& gloss = says_more ? refined : suggested;
  const auto number = static_cast<std::uint32_t>(compiled.terms.size());
  compiled.terms.push_back(term);
  compiled.terms.back().words = static_cast<std::uint8_t>(atoms.size());
  std::vector<std::vector<Option>> words;
  words.reserve(atoms.size());
  for (std::size_t i = 0; i < atoms.size(); ++i) {
    words.push_back(options_of(atoms[i], i, atoms.size(), gloss));
  }
  add_products(number, words, compiled);
  add_glued(number, words, atoms, compiled);
  for (const std::string& form : cited.forms) add_listed(number, form, gloss, compiled);
  if (relatives == Relatives::kLeaveOut) return;
  const Option& head = words.front().front();
  if (words.size() > 1) {
    compiled.add_sequence(number, {head.stem}, {head.word}, true);
  } else if (const std::u16string root = root_of(head.stem); !root.empty() && !head.word.name) {
    TermWord word = head.word;
    word.variant = Variant::kRoot;
    compiled.add_sequence(number, {root}, {word});
  }
}

}  // namespace mizan
