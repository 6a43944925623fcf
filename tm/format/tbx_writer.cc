#include "tm/format/tbx_writer.h"

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <string_view>
#include <utility>

#include "tm/format/tbx_basic.h"
#include "tm/format/xml_text.h"

namespace mizan {
namespace {

using Property = std::pair<std::string, std::string>;

// What the versions write differently.
struct Elements {
  std::string_view entry;
  std::string_view language;
  std::string_view term;
  std::string_view root;    // its start tag
  std::string_view header;  // up to the first concept
  std::string_view end;     // of the root
};

constexpr std::string_view kHeader3 =
    "  <tbxHeader>\n    <fileDesc>\n      <sourceDesc>\n"
    "        <p>Termbase exported by Mizan</p>\n"
    "      </sourceDesc>\n    </fileDesc>\n  </tbxHeader>\n";

constexpr Elements kVersion2 = {"termEntry",
                                "langSet",
                                "tig",
                                "<martif type=\"TBX-Basic\" xml:lang=\"en\">\n",
                                "  <martifHeader>\n    <fileDesc>\n      <sourceDesc>\n"
                                "        <p>Termbase exported by Mizan</p>\n"
                                "      </sourceDesc>\n    </fileDesc>\n    <encodingDesc>\n"
                                "      <p type=\"XCSURI\">TBXBasicXCSV02.xcs</p>\n"
                                "    </encodingDesc>\n  </martifHeader>\n",
                                "</martif>\n"};

constexpr Elements kVersion3 = {"conceptEntry",
                                "langSec",
                                "termSec",
                                "<tbx style=\"dca\" type=\"TBX-Basic\" xml:lang=\"en\" "
                                "xmlns=\"urn:iso:std:iso:30042:ed-2\">\n",
                                kHeader3,
                                "</tbx>\n"};

constexpr Elements kVersion3AsElements = {
    "conceptEntry",
    "langSec",
    "termSec",
    "<tbx style=\"dct\" type=\"TBX-Basic\" xml:lang=\"en\" xmlns=\"urn:iso:std:iso:30042:ed-2\" "
    "xmlns:min=\"http://www.tbxinfo.net/ns/min\" "
    "xmlns:basic=\"http://www.tbxinfo.net/ns/basic\">\n",
    kHeader3,
    "</tbx>\n"};

const Elements& elements_of(TbxStyle style) {
  switch (style) {
    case TbxStyle::kVersion2:
      return kVersion2;
    case TbxStyle::kVersion3:
      return kVersion3;
    case TbxStyle::kVersion3AsElements:
      return kVersion3AsElements;
  }
  return kVersion2;
}

// An identifier that XML allows (an NCName in ASCII), made of another where that is none.
std::string xml_name(std::string_view id) {
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  };
  std::string name;
  if (id.empty() || !is_letter(id.front())) name = "c";
  for (const char c : id) {
    const bool allowed = is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
    name += allowed ? c : '_';
  }
  return name;
}

// "definition" of "ar:definition.source@x".
struct PropertyName {
  std::string_view language;  // "ar", "en" or empty
  std::string_view category;
  std::string_view part;    // "source": behind the last dot
  std::string_view target;  // behind the at sign
};

PropertyName parse_name(std::string_view name) {
  PropertyName parsed;
  if (name.starts_with("ar:") || name.starts_with("en:")) {
    parsed.language = name.substr(0, 2);
    name.remove_prefix(3);
  }
  const std::size_t at = std::min(name.find('@'), name.size());
  parsed.target = name.substr(std::min(at + 1, name.size()));
  name = name.substr(0, at);
  const std::size_t dot = std::min(name.find('.'), name.size());
  parsed.part = name.substr(std::min(dot + 1, name.size()));
  parsed.category = name.substr(0, dot);
  return parsed;
}

std::string_view identifier_of(std::span<const Property> properties) {
  const auto id = std::ranges::find(properties, "id", &Property::first);
  return id == properties.end() ? std::string_view() : std::string_view(id->second);
}

class TbxBasicWriter {
 public:
  TbxBasicWriter(TbxStyle style, LossCounts& losses)
      : elements_(elements_of(style)),
        as_elements_(style == TbxStyle::kVersion3AsElements),
        losses_(losses) {}

  std::string write(const std::vector<TermConcept>& concepts) {
    xml_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    xml_ += elements_.root;
    xml_ += elements_.header;
    xml_ += "  <text>\n    <body>\n";
    std::vector<std::string> ids;
    for (const TermConcept& entry : concepts) {
      std::string id(identifier_of(entry.properties));
      if (id.empty()) id = "c" + std::to_string(entry.id == 0 ? ids.size() + 1 : entry.id);
      ids.push_back(new_name(id));
      for (const Term& term : entry.terms) {
        const std::string_view term_id = identifier_of(term.properties);
        if (!term_id.empty()) term_names_[&term] = new_name(std::string(term_id));
      }
    }
    for (std::size_t i = 0; i < concepts.size(); ++i) write_concept(concepts[i], ids[i]);
    xml_ += "    </body>\n  </text>\n";
    xml_ += elements_.end;
    return std::move(xml_);
  }

 private:
  // What the identifier is called in the file, where every one is unique.
  std::string new_name(const std::string& id) {
    std::string name = xml_name(id);
    for (std::size_t i = 2; !taken_.insert(name).second; ++i) {
      name = xml_name(id) + "-" + std::to_string(i);
    }
    if (name != id) ++losses_["identifiers that XML does not allow or that were there twice"];
    names_.emplace(id, name);
    return name;
  }

  void line(std::string_view text) {
    xml_.append(indent_, ' ');
    xml_ += text;
    xml_ += '\n';
  }

  void open(std::string_view tag) {
    line("<" + std::string(tag) + ">");
    indent_ += 2;
  }

  void open(std::string_view tag, std::string_view attribute, std::string_view value) {
    std::string text = "<" + std::string(tag);
    append_attribute(text, attribute, value);
    line(text + ">");
    indent_ += 2;
  }

  void close(std::string_view tag) {
    indent_ -= 2;
    line("</" + std::string(tag) + ">");
  }

  void element(std::string_view category_name, std::string_view value,
               std::string_view target = {}) {
    if (value.empty() && target.empty()) return;
    const TbxCategory& category = *tbx_category(category_name);
    std::string name(category.element);
    std::string text = "<";
    if (as_elements_ && !category.module.empty()) {
      name = std::string(category.module) + ":" + std::string(category.name);
    }
    text += name;
    if (!as_elements_ && !category.module.empty()) append_attribute(text, "type", category.name);
    append_attribute(text, "target", target);
    line(text + ">" + xml_text(value) + "</" + name + ">");
  }

  // A category that a member of the model holds.
  void write_value(std::string_view category, TbxLevel level, const std::string& value) {
    if (value.empty()) return;
    if (tbx_basic_allows(*tbx_category(category), level, value)) {
      element(category, value);
    } else {
      ++losses_[std::string(category) + " \"" + value + "\""];
    }
  }

  // A note of several lines was several notes.
  void write_notes(std::string_view notes) {
    while (!notes.empty()) {
      const std::size_t end = std::min(notes.find('\n'), notes.size());
      element("note", notes.substr(0, end));
      notes.remove_prefix(std::min(end + 1, notes.size()));
    }
  }

  // Properties of this level, those of a group together. At the level of the language, those that
  // say `language`; elsewhere those that say none.
  void write_properties(std::span<const Property> properties, TbxLevel level,
                        std::string_view language = {}) {
    for (std::size_t i = 0; i < properties.size(); ++i) {
      const PropertyName name = parse_name(properties[i].first);
      if (name.language != language) continue;
      const bool identifier = name.category == "id" && level != TbxLevel::kLanguage;
      if (identifier && identifier_of(properties) == properties[i].second) continue;
      std::size_t end = i + 1;
      while (end < properties.size()) {
        const PropertyName next = parse_name(properties[end].first);
        if (next.part.empty() || next.category != name.category || next.language != language) break;
        ++end;
      }
      const TbxCategory* category = tbx_category(name.category);
      if (name.part.empty() && category != nullptr &&
          tbx_basic_allows(*category, level, properties[i].second) &&
          category->element != "transac") {
        write_group(*category, name.target, properties[i].second,
                    properties.subspan(i + 1, end - i - 1));
      } else if (!(level == TbxLevel::kConcept && name.category == "definition")) {
        // The parts of the concept's own definition are written with it.
        losses_[std::string(name.category)] += end - i;
      }
      i = end - 1;
    }
  }

  // Only descriptive categories have groups in TBX-Basic, and only their source.
  void write_group(const TbxCategory& category, std::string_view target, std::string_view value,
                   std::span<const Property> members) {
    std::vector<std::string_view> sources;
    for (const Property& member : members) {
      const PropertyName name = parse_name(member.first);
      if (category.element == "descrip" && name.part == "source" && name.target.empty()) {
        sources.push_back(member.second);
      } else {
        ++losses_[std::string(category.name) + "." + std::string(name.part)];
      }
    }
    std::string to(target);
    if (category.element == "ref" && !target.empty()) {
      const auto known = names_.find(to);
      if (known == names_.end()) ++losses_["targets of references that are not in the file"];
      to = known == names_.end() ? "" : known->second;
    } else if (category.element != "ref" && category.element != "xref" && !target.empty()) {
      ++losses_["targets"];
      to.clear();
    }
    if (!sources.empty()) open("descripGrp");
    element(category.name, value, to);
    for (const std::string_view source : sources) element("source", source);
    if (!sources.empty()) close("descripGrp");
  }

  void write_history(const TermHistory& history) {
    write_transaction("origination", history.created, history.created_by);
    write_transaction("modification", history.changed, history.changed_by);
  }

  void write_transaction(std::string_view type, std::string_view date, std::string_view author) {
    if (date.empty() && author.empty()) return;
    constexpr std::string_view kMidnight = "T00:00:00Z";
    if (date.ends_with(kMidnight)) date.remove_suffix(kMidnight.size());
    open("transacGrp");
    element("transactionType", type);
    element("date", date);
    element("responsibility", author);
    close("transacGrp");
  }

  void write_concept(const TermConcept& entry, const std::string& id) {
    indent_ = 6;
    open(elements_.entry, "id", id);
    element("subjectField", entry.subject);
    write_definition(entry);
    element("source", entry.source);
    element("customerSubset", entry.customer);
    element("projectSubset", entry.project);
    write_notes(entry.note);
    write_history(entry.history);
    write_properties(entry.properties, TbxLevel::kConcept);
    // A section for each language tag, Arabic first.
    std::map<std::pair<Language, std::string>, std::vector<const Term*>> sections;
    for (const Term& term : entry.terms) sections[{term.language, term.region}].push_back(&term);
    std::set<Language> told;
    for (const auto& [tag, terms] : sections) {
      const std::string language(code(tag.first));
      open(elements_.language, "xml:lang", language + (tag.second.empty() ? "" : "-" + tag.second));
      if (told.insert(tag.first).second) {
        write_properties(entry.properties, TbxLevel::kLanguage, language);
      }
      for (const Term* term : terms) write_term(*term);
      close(elements_.language);
    }
    for (const Language language : {Language::kArabic, Language::kEnglish}) {
      if (told.contains(language)) continue;
      const auto lost = std::ranges::count_if(entry.properties, [&](const Property& property) {
        return parse_name(property.first).language == code(language);
      });
      if (lost > 0) {
        losses_["statements on languages without a term"] += static_cast<std::size_t>(lost);
      }
    }
    close(elements_.entry);
  }

  // With what stood in one group with it.
  void write_definition(const TermConcept& entry) {
    if (entry.definition.empty()) return;
    const auto is_part = [](const Property& property) {
      const PropertyName name = parse_name(property.first);
      return name.language.empty() && name.category == "definition" && !name.part.empty();
    };
    // A second definition has parts of its own.
    const auto first = std::ranges::find_if(entry.properties, [](const Property& property) {
      return parse_name(property.first).language.empty() &&
             parse_name(property.first).category == "definition";
    });
    const auto end = std::find_if_not(first, entry.properties.end(), is_part);
    write_group(*tbx_category("definition"), {}, entry.definition, {first, end});
  }

  void write_term(const Term& term) {
    const auto name = term_names_.find(&term);
    open(elements_.term, "id", name == term_names_.end() ? "" : name->second);
    line("<term>" + xml_text(term.text) + "</term>");
    element("administrativeStatus", tbx_status_name(term.status));
    write_value("partOfSpeech", TbxLevel::kTerm, term.part_of_speech);
    write_value("grammaticalGender", TbxLevel::kTerm, term.gender);
    // The term's own notes come before what is said about it.
    TermProperties others = term.properties;
    const auto is_note = [](const Property& property) {
      const TbxCategory* category = tbx_category(parse_name(property.first).category);
      return category != nullptr && category->element == "termNote";
    };
    const auto notes_end = std::stable_partition(others.begin(), others.end(), is_note);
    const std::span<const Property> all = others;
    const auto first_other = static_cast<std::size_t>(notes_end - others.begin());
    write_properties(all.first(first_other), TbxLevel::kTerm);
    write_notes(term.note);
    write_history(term.history);
    write_properties(all.subspan(first_other), TbxLevel::kTerm);
    close(elements_.term);
    const auto count = [this](const char* kind, std::size_t number) {
      if (number > 0) losses_[kind] += number;
    };
    count("listed forms", term.forms.size());
    count("grammatical numbers", term.number.empty() ? 0 : 1);
    count("marks of case sensitivity", term.case_sensitive ? 1 : 0);
    count("marks \"do not translate\"", term.do_not_translate ? 1 : 0);
  }

  const Elements& elements_;
  const bool as_elements_;
  LossCounts& losses_;
  std::string xml_;
  std::size_t indent_ = 6;
  std::map<std::string, std::string> names_;  // of the identifiers, in the file
  std::map<const Term*, std::string> term_names_;
  std::set<std::string> taken_;
};

}  // namespace

std::string tbx_basic(const std::vector<TermConcept>& concepts, TbxStyle style,
                      LossCounts& losses) {
  return TbxBasicWriter(style, losses).write(concepts);
}

}  // namespace mizan
