#include "tm/format/unit_po.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <utility>

#include "tm/base/ascii.h"
#include "tm/format/po_entry.h"
#include "tm/format/po_plural.h"
#include "tm/text/script.h"

namespace mizan {
namespace {

constexpr std::string_view kFuzzy = "fuzzy";
constexpr std::string_view kSourceLanguageField = "X-Source-Language";

// The value of a field of the header's text; empty when it has none.
std::string_view header_field(std::string_view header, std::string_view name) {
  while (!header.empty()) {
    const std::size_t end = std::min(header.find('\n'), header.size());
    const std::string_view line = header.substr(0, end);
    if (line.size() > name.size() && line.starts_with(name) && line[name.size()] == ':') {
      return ascii_trimmed(line.substr(name.size() + 1));
    }
    header.remove_prefix(std::min(end + 1, header.size()));
  }
  return {};
}

void remove_field(std::string& header, std::string_view name) {
  for (std::size_t begin = 0; begin < header.size();) {
    const std::size_t end = std::min(header.find('\n', begin), header.size() - 1) + 1;
    const std::string_view line = std::string_view(header).substr(begin, end - begin);
    if (line.size() > name.size() && line.starts_with(name) && line[name.size()] == ':') {
      header.erase(begin, end - begin);
    } else {
      begin = end;
    }
  }
}

// "src/main.c" of "src/main.c:12".
std::string file_of(std::string_view reference) {
  const std::size_t colon = reference.rfind(':');
  const bool numbered = colon != reference.npos &&
                        reference.find_first_not_of("0123456789", colon + 1) == reference.npos;
  return std::string(numbered ? reference.substr(0, colon) : reference);
}

std::string_view property(const TranslationUnit& unit, std::string_view type) {
  const auto found = std::ranges::find_if(
      unit.properties, [type](const auto& property) { return property.first == type; });
  return found == unit.properties.end() ? std::string_view() : std::string_view(found->second);
}

class PoReader {
 public:
  PoReader(const std::string& name, const UnitVisitor& visit, const UnitReadOptions& options)
      : name_(name), visit_(visit), options_(options) {
    summary_.format = "PO";
  }

  UnitReadSummary read(LineReader& lines) {
    PoEntries entries(lines);
    PoEntry entry;
    std::optional<PoFault> fault;
    while (entries.next(entry, fault)) {
      if (fault) {
        report_malformed(options_, summary_, fault->problem, fault->place, fault->advice);
      } else if (entry.is_header()) {
        read_header(entry);
      } else if (entry.obsolete) {
        ++summary_.left_out["obsolete messages"];
      } else {
        read_message(entry);
      }
    }
    return std::move(summary_);
  }

 private:
  void read_header(const PoEntry& entry) {
    const std::string& text = entry.translations[0];
    target_ = parse_language(header_field(text, "Language"));
    if (!target_) {
      if (const auto source = parse_language(header_field(text, kSourceLanguageField))) {
        target_ = other(*source);
      }
    }
    rule_ = parse_plural_rule(header_field(text, "Plural-Forms"));
    if (!options_.visit_header || summary_.units > 0 || header_seen_) return;
    header_seen_ = true;
    options_.visit_header({{{std::string(kPoHeaderProperty), text}}, entry.comments});
  }

  void read_message(const PoEntry& entry) {
    if (entry.previous > 0) summary_.left_out["lines of previous texts"] += entry.previous;
    const bool fuzzy = entry.has_flag(kFuzzy) && options_.fuzzy == FuzzyTranslations::kSkip;
    const bool translated = !fuzzy && std::ranges::any_of(entry.translations, [](const auto& text) {
      return !text.empty();
    });
    if (!translated) {
      TranslationUnit unit = unit_of(entry, entry.id, "");
      hand_out(unit, options_, summary_, visit_);
    } else if (!entry.plural) {
      hand_out(unit_of(entry, entry.id, entry.translations[0]), options_, summary_, visit_);
    } else {
      read_plural(entry);
    }
    ++position_;
  }

  void read_plural(const PoEntry& entry) {
    // Without a rule: one form is for all numbers, of several the first is the singular.
    const std::size_t forms = entry.translations.size();
    std::optional<std::size_t> singular;
    if (rule_ && rule_->forms == forms) singular = plural_form(*rule_, 1);
    if (!singular && forms > 1) singular = 0;
    for (std::size_t form = 0; form < forms; ++form) {
      if (entry.translations[form].empty()) continue;
      TranslationUnit unit =
          unit_of(entry, form == singular ? entry.id : *entry.plural, entry.translations[form]);
      unit.origin.line = entry.translation_lines[form];
      unit.properties.emplace_back(kPoIdProperty, entry.id);
      unit.properties.emplace_back(kPoPluralProperty, *entry.plural);
      unit.properties.emplace_back(kPoFormProperty,
                                   std::to_string(form) + "/" + std::to_string(forms));
      hand_out(unit, options_, summary_, visit_);
    }
  }

  TranslationUnit unit_of(const PoEntry& entry, const std::string& source,
                          const std::string& target) {
    TranslationUnit unit;
    unit.source_language = other(target_language(source, target));
    const bool arabic = unit.source_language == Language::kArabic;
    unit.arabic = arabic ? source : target;
    unit.english = arabic ? target : source;
    unit.origin.file = name_;
    unit.origin.position = position_;
    unit.origin.line = entry.line;
    if (!entry.references.empty()) unit.origin.document = file_of(entry.references[0]);
    unit.notes = entry.comments;
    const auto add = [&unit](std::string_view type, const std::string& value) {
      unit.properties.emplace_back(type, value);
    };
    if (entry.context) add(kPoContextProperty, *entry.context);
    for (const std::string& comment : entry.extracted) add(kPoExtractedProperty, comment);
    for (const std::string& reference : entry.references) add(kPoReferenceProperty, reference);
    for (const std::string& flag : entry.flags) add(kPoFlagProperty, flag);
    return unit;
  }

  Language target_language(const std::string& source, const std::string& target) {
    if (target_) return *target_;
    if (detect_language(target) == Language::kArabic) {
      last_target_ = Language::kArabic;
    } else if (detect_language(source) == Language::kArabic) {
      last_target_ = Language::kEnglish;
    }
    return last_target_;
  }

  const std::string& name_;
  const UnitVisitor& visit_;
  const UnitReadOptions& options_;
  UnitReadSummary summary_;
  std::optional<Language> target_;
  Language last_target_ = Language::kArabic;
  std::optional<PluralRule> rule_;
  std::int64_t position_ = 0;
  bool header_seen_ = false;
};

// The plural form that a unit is, and of how many.
std::optional<std::pair<std::size_t, std::size_t>> form_of(const TranslationUnit& unit) {
  constexpr std::size_t kMostForms = 16;
  const std::string_view text = property(unit, kPoFormProperty);
  std::pair<std::size_t, std::size_t> form;
  const char* end = text.data() + text.size();
  const auto [slash, error] = std::from_chars(text.data(), end, form.first);
  if (error != std::errc() || slash == end || *slash != '/') return std::nullopt;
  const auto [stop, second_error] = std::from_chars(slash + 1, end, form.second);
  if (second_error != std::errc() || stop != end) return std::nullopt;
  if (form.first >= form.second || form.second > kMostForms) return std::nullopt;
  if (property(unit, kPoIdProperty).empty() || property(unit, kPoPluralProperty).empty()) {
    return std::nullopt;
  }
  return form;
}

// Whether `unit` is another form of the plural message that the units so far are.
bool belongs_to(const std::vector<TranslationUnit>& message, const TranslationUnit& unit) {
  if (message.empty()) return false;
  const TranslationUnit& first = message.front();
  const auto form = form_of(unit);
  const auto last = form_of(message.back());
  if (!form || !last || form->second != last->second || form->first <= last->first) return false;
  return std::ranges::all_of(
      std::initializer_list<std::string_view>{kPoIdProperty, kPoPluralProperty, kPoContextProperty},
      [&](std::string_view type) { return property(first, type) == property(unit, type); });
}

void append_comment(std::string& text, std::string_view mark, std::string_view comment) {
  for (std::string_view rest = comment;;) {
    const std::size_t end = rest.find('\n');
    const std::string_view line = ascii_trimmed(rest.substr(0, end));
    text += mark;
    // "#.", "#:" and "#," mean something else than a comment.
    if (!line.empty()) text.append(" ").append(line);
    text += '\n';
    if (end == rest.npos) return;
    rest.remove_prefix(end + 1);
  }
}

// FNV-1a, 64 bits.
std::uint64_t digest(std::string_view context, std::string_view id) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  const auto add = [&hash](unsigned char c) { hash = (hash ^ c) * 0x100000001B3U; };
  for (const char c : context) add(static_cast<unsigned char>(c));
  add(4);  // as in MO files: EOT stands between a context and its msgid
  for (const char c : id) add(static_cast<unsigned char>(c));
  return hash;
}

}  // namespace

UnitReadSummary read_unit_po(const std::string& path, const UnitVisitor& visit,
                             const UnitReadOptions& options) {
  LineReader lines(path);
  return PoReader(path, visit, options).read(lines);
}

UnitReadSummary parse_unit_po(std::string_view text, const std::string& name,
                              const UnitVisitor& visit, const UnitReadOptions& options) {
  LineReader lines(text, name);
  return PoReader(name, visit, options).read(lines);
}

bool opens_unit_po(std::string_view start) {
  while (!start.empty()) {
    const std::size_t end = std::min(start.find('\n'), start.size());
    const std::string_view line = ascii_trimmed(start.substr(0, end));
    start.remove_prefix(std::min(end + 1, start.size()));
    if (line.empty() || line.starts_with('#')) continue;
    for (const std::string_view keyword : {"msgid", "msgctxt", "domain"}) {
      if (line.starts_with(keyword) &&
          ascii_trimmed(line.substr(keyword.size())).starts_with('"')) {
        return true;
      }
    }
    return false;
  }
  return false;
}

void UnitPoWriter::begin(const UnitFileHeader& header) {
  for (const auto& [type, value] : header.properties) {
    if (type == kPoHeaderProperty) {
      header_ = value;
    } else {
      ++losses_["properties"];
    }
  }
  header_notes_ = header.notes;
}

void UnitPoWriter::write_header(Language target) {
  target_ = target;
  std::string text;
  for (const std::string& note : header_notes_) append_comment(text, "#", note);
  std::string fields = header_;
  const auto add_field = [&](std::string_view name, std::string_view value) {
    if (!header_field(fields, name).empty()) return;
    if (!fields.empty() && !fields.ends_with('\n')) fields += '\n';
    fields.append(name).append(": ").append(value).append("\n");
  };
  add_field("MIME-Version", "1.0");
  // Ours is UTF-8, whatever the file was that the header comes from.
  constexpr std::string_view kCharset = "charset=";
  if (const std::size_t at = fields.find(kCharset); at != fields.npos) {
    const std::size_t begin = at + kCharset.size();
    const std::size_t end = std::min(fields.find_first_of(" ;\n", begin), fields.size());
    fields.replace(begin, end - begin, "UTF-8");
  }
  add_field("Content-Type", "text/plain; charset=UTF-8");
  add_field("Content-Transfer-Encoding", "8bit");
  if (parse_language(header_field(fields, "Language")) != target) {
    remove_field(fields, "Language");
    add_field("Language", code(target));
  }
  if (target == Language::kArabic) {
    add_field("Plural-Forms",
              "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : "
              "n%100>=11 ? 4 : 5);");
  } else {
    add_field("Plural-Forms", "nplurals=2; plural=(n != 1);");
    add_field(kSourceLanguageField, code(other(target)));
  }
  sink_(text + po_string("msgid", "") + po_string("msgstr", fields));
}

void UnitPoWriter::write(const TranslationUnit& unit) {
  if (!target_) write_header(other(unit.source_language));
  if (!belongs_to(message_, unit)) write_message();
  message_.push_back(unit);
}

void UnitPoWriter::write_message() {
  if (message_.empty()) return;
  const std::vector<TranslationUnit> message = std::exchange(message_, {});
  const TranslationUnit& first = message.front();
  const auto form = form_of(first);
  const Language source = other(*target_);
  const std::string_view context = property(first, kPoContextProperty);
  const std::string_view id =
      form ? property(first, kPoIdProperty) : std::string_view(first.text(source));
  if (!written_.insert(digest(context, id)).second) {
    losses_["further translations of a text"] += message.size();
    return;
  }
  for (const TranslationUnit& unit : message) {
    count_losses(unit,
                 {.properties = true,
                  .notes = true,
                  .document = true,
                  .source_language = true,
                  .line_breaks = true},
                 losses_);
    if (unit.source_language != source) ++losses_["source languages"];
  }
  std::string text = "\n";
  for (const std::string& note : first.notes) append_comment(text, "#", note);
  const std::string* reference = nullptr;
  std::string flags;
  for (const auto& [type, value] : first.properties) {
    if (type == kPoExtractedProperty) {
      append_comment(text, "#.", value);
    } else if (type == kPoReferenceProperty) {
      reference = &value;
      append_comment(text, "#:", value);
    } else if (type == kPoFlagProperty) {
      flags += ", " + value;
    } else if (type != kPoContextProperty && type != kPoIdProperty && type != kPoPluralProperty &&
               type != kPoFormProperty) {
      ++losses_["properties"];
    }
  }
  if (reference == nullptr && !first.origin.document.empty()) {
    append_comment(text, "#:", first.origin.document);
  }
  if (!flags.empty()) append_comment(text, "#" + flags, "");
  if (!context.empty()) text += po_string("msgctxt", context);
  text += po_string("msgid", id);
  if (!form) {
    text += po_string("msgstr", first.text(*target_));
  } else {
    text += po_string("msgid_plural", property(first, kPoPluralProperty));
    std::size_t next = 0;
    const auto add = [&](std::string_view translation) {
      text += po_string("msgstr[" + std::to_string(next++) + "]", translation);
    };
    for (const TranslationUnit& unit : message) {
      while (next < form_of(unit)->first) add("");
      add(unit.text(*target_));
    }
    while (next < form->second) add("");
  }
  sink_(text);
}

void UnitPoWriter::finish() {
  if (!target_) write_header(Language::kArabic);
  write_message();
}

}  // namespace mizan
