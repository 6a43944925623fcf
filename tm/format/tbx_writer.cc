#include "tm/format/tbx_writer.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>

#include "tm/format/tbx_names.h"
#include "tm/format/xml_text.h"

namespace mizan {
namespace {

enum class Level { kConcept, kLanguage, kTerm };

// A data category of TBX-Basic that properties may hold (the others have members of their own):
// the element that carries it and where it may stand. From the dialect's modules Core, Min and
// Basic.
struct DataCategory {
  std::string_view name;
  std::string_view element;
  std::array<bool, 3> levels;  // concept, language, term
};

constexpr std::array kCategories = {
    DataCategory{"definition", "descrip", {true, true, false}},
    DataCategory{"context", "descrip", {false, false, true}},
    DataCategory{"source", "admin", {true, true, true}},
    DataCategory{"customerSubset", "admin", {true, true, true}},
    DataCategory{"projectSubset", "admin", {true, true, true}},
    DataCategory{"crossReference", "ref", {true, false, true}},
    DataCategory{"externalCrossReference", "xref", {true, false, true}},
    DataCategory{"xGraphic", "xref", {true, false, false}},
    DataCategory{"termType", "termNote", {false, false, true}},
    DataCategory{"geographicalUsage", "termNote", {false, false, true}},
    DataCategory{"termLocation", "termNote", {false, false, true}},
    DataCategory{"note", "note", {true, true, true}},
};

// The values that TBX-Basic allows.
constexpr std::array<std::string_view, 6> kPartsOfSpeech = {"adjective", "adverb",     "noun",
                                                            "other",     "properNoun", "verb"};
constexpr std::array<std::string_view, 4> kGenders = {"feminine", "masculine", "neuter", "other"};
constexpr std::array<std::string_view, 6> kTermTypes = {"abbreviation", "acronym",   "fullForm",
                                                        "phrase",       "shortForm", "variant"};

const DataCategory* category_of(std::string_view name, Level level) {
  const auto* found = std::ranges::find(kCategories, name, &DataCategory::name);
  if (found == kCategories.end() || !found->levels[static_cast<std::size_t>(level)]) return nullptr;
  return found;
}

class TbxBasicWriter {
 public:
  explicit TbxBasicWriter(LossCounts& losses) : losses_(losses) {}

  std::string write(const std::vector<TermConcept>& concepts) {
    xml_ =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<tbx style=\"dca\" type=\"TBX-Basic\" xml:lang=\"en\" "
        "xmlns=\"urn:iso:std:iso:30042:ed-2\">\n"
        "  <tbxHeader>\n    <fileDesc>\n      <sourceDesc>\n"
        "        <p>Termbase exported by Mizan</p>\n"
        "      </sourceDesc>\n    </fileDesc>\n  </tbxHeader>\n  <text>\n    <body>\n";
    name_concepts(concepts);
    for (std::size_t i = 0; i < concepts.size(); ++i) write_concept(concepts[i], ids_[i]);
    xml_ += "    </body>\n  </text>\n</tbx>\n";
    return std::move(xml_);
  }

 private:
  // The identifiers of the file that they came from, where they are still unique.
  void name_concepts(const std::vector<TermConcept>& concepts) {
    std::set<std::string> taken;
    for (std::size_t i = 0; i < concepts.size(); ++i) {
      const TermConcept& entry = concepts[i];
      const auto id =
          std::ranges::find(entry.properties, "id", &std::pair<std::string, std::string>::first);
      std::string name =
          id != entry.properties.end()
              ? id->second
              : "c" + std::to_string(entry.id == 0 ? static_cast<std::int64_t>(i) + 1 : entry.id);
      while (!taken.insert(name).second) name += "-" + std::to_string(i + 1);
      ids_.push_back(std::move(name));
    }
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

  void close(std::string_view tag) {
    indent_ -= 2;
    line("</" + std::string(tag) + ">");
  }

  void element(std::string_view name, std::string_view type, std::string_view target,
               std::string_view value) {
    if (value.empty() && target.empty()) return;
    std::string text = "<" + std::string(name);
    append_attribute(text, "type", type);
    append_attribute(text, "target", target);
    line(text + ">" + xml_text(value) + "</" + std::string(name) + ">");
  }

  // A note of several lines was several notes.
  void write_notes(std::string_view notes) {
    while (!notes.empty()) {
      const std::size_t end = std::min(notes.find('\n'), notes.size());
      element("note", {}, {}, notes.substr(0, end));
      notes.remove_prefix(std::min(end + 1, notes.size()));
    }
  }

  // Properties of this level, those of a group together.
  void write_properties(const TermProperties& properties, Level level, std::string_view prefix) {
    for (std::size_t i = 0; i < properties.size(); ++i) {
      std::string_view name = properties[i].first;
      if (name == "id" && level == Level::kConcept) continue;
      const bool of_language = name.starts_with("ar:") || name.starts_with("en:");
      if (level != Level::kTerm && of_language != (level == Level::kLanguage)) continue;
      if (level == Level::kLanguage) {
        if (!name.starts_with(prefix)) continue;
        name.remove_prefix(prefix.size());
      }
      if (name.find('.') != name.npos) continue;  // written with its group
      const std::string_view plain = name.substr(0, name.find('@'));
      const DataCategory* category = category_of(plain, level);
      const bool allowed =
          category != nullptr &&
          (plain != "termType" ||
           std::ranges::find(kTermTypes, properties[i].second) != kTermTypes.end());
      std::vector<const std::pair<std::string, std::string>*> members;
      for (std::size_t j = i + 1; j < properties.size(); ++j) {
        std::string_view member = properties[j].first;
        if (level == Level::kLanguage && member.starts_with(prefix)) {
          member.remove_prefix(prefix.size());
        }
        if (member.substr(0, plain.size() + 1) != std::string(plain) + ".") break;
        members.push_back(&properties[j]);
      }
      if (!allowed) {
        losses_[std::string(plain)] += 1 + members.size();
        continue;
      }
      write_group(*category, name, properties[i].second, members);
    }
  }

  // Only descriptive categories have groups in TBX-Basic, and only their source.
  void write_group(const DataCategory& category, std::string_view name, std::string_view value,
                   const std::vector<const std::pair<std::string, std::string>*>& members) {
    const std::size_t at = name.find('@');
    const std::string_view target = at == name.npos ? std::string_view() : name.substr(at + 1);
    std::vector<std::string_view> sources;
    for (const auto* member : members) {
      const std::string_view what =
          std::string_view(member->first).substr(member->first.rfind('.') + 1);
      if (category.element == "descrip" && what == "source") {
        sources.push_back(member->second);
      } else {
        ++losses_[std::string(category.name) + "." + std::string(what)];
      }
    }
    const std::string_view type = category.element == "note" ? std::string_view() : category.name;
    if (!sources.empty()) open("descripGrp");
    element(category.element, type, target, value);
    for (const std::string_view source : sources) element("admin", "source", {}, source);
    if (!sources.empty()) close("descripGrp");
  }

  void write_history(const TermHistory& history) {
    write_transaction("origination", history.created, history.created_by);
    write_transaction("modification", history.changed, history.changed_by);
  }

  void write_transaction(std::string_view type, std::string_view date, std::string_view author) {
    if (date.empty() && author.empty()) return;
    open("transacGrp");
    element("transac", "transactionType", {}, type);
    element("date", {}, {}, date);
    element("transacNote", "responsibility", {}, author);
    close("transacGrp");
  }

  void write_concept(const TermConcept& entry, const std::string& id) {
    indent_ = 6;
    line("<conceptEntry id=\"" + xml_attribute(id) + "\">");
    indent_ += 2;
    element("descrip", "subjectField", {}, entry.subject);
    write_definition(entry);
    element("admin", "source", {}, entry.source);
    element("admin", "customerSubset", {}, entry.customer);
    element("admin", "projectSubset", {}, entry.project);
    write_notes(entry.note);
    write_history(entry.history);
    write_properties(entry.properties, Level::kConcept, {});
    // A language section for each language tag, Arabic first.
    std::map<std::pair<Language, std::string>, std::vector<const Term*>> sections;
    for (const Term& term : entry.terms) sections[{term.language, term.region}].push_back(&term);
    std::set<Language> told;
    for (const auto& [tag, terms] : sections) {
      const std::string language(code(tag.first));
      const std::string name = language + (tag.second.empty() ? "" : "-" + tag.second);
      line("<langSec xml:lang=\"" + xml_attribute(name) + "\">");
      indent_ += 2;
      if (told.insert(tag.first).second) {
        write_properties(entry.properties, Level::kLanguage, language + ":");
      }
      for (const Term* term : terms) write_term(*term);
      close("langSec");
    }
    for (const Language language : {Language::kArabic, Language::kEnglish}) {
      if (told.contains(language)) continue;
      const std::string prefix = std::string(code(language)) + ":";
      const auto lost = std::ranges::count_if(entry.properties, [&](const auto& property) {
        return property.first.starts_with(prefix);
      });
      if (lost > 0) losses_["statements on languages without a term"] += lost;
    }
    close("conceptEntry");
  }

  // With what stood in one group with it.
  void write_definition(const TermConcept& entry) {
    if (entry.definition.empty()) return;
    std::vector<const std::pair<std::string, std::string>*> members;
    for (const auto& property : entry.properties) {
      if (property.first == "definition") break;  // a second one has its own
      if (property.first.starts_with("definition.")) members.push_back(&property);
    }
    write_group(*category_of("definition", Level::kConcept), "definition", entry.definition,
                members);
  }

  void write_term(const Term& term) {
    open("termSec");
    element("term", {}, {}, term.text);
    const auto* status = std::ranges::find(kTbxStatuses, term.status, &TbxStatusName::status);
    element("termNote", "administrativeStatus", {}, status->name);
    write_value("partOfSpeech", term.part_of_speech, kPartsOfSpeech);
    write_value("grammaticalGender", term.gender, kGenders);
    // The term's own notes come before what is said about it.
    TermProperties others = term.properties;
    const auto notes = std::ranges::stable_partition(others, [](const auto& property) {
      const DataCategory* category =
          category_of(property.first.substr(0, property.first.find('.')), Level::kTerm);
      return category != nullptr && category->element == "termNote";
    });
    write_properties({others.begin(), notes.begin()}, Level::kTerm, {});
    write_notes(term.note);
    write_history(term.history);
    write_properties({notes.begin(), notes.end()}, Level::kTerm, {});
    close("termSec");
    const auto count = [this](const char* kind, std::size_t number) {
      if (number > 0) losses_[kind] += number;
    };
    count("listed forms", term.forms.size());
    count("grammatical numbers", term.number.empty() ? 0 : 1);
    count("marks of case sensitivity", term.case_sensitive ? 1 : 0);
    count("marks \"do not translate\"", term.do_not_translate ? 1 : 0);
  }

  template <std::size_t kCount>
  void write_value(std::string_view type, const std::string& value,
                   const std::array<std::string_view, kCount>& allowed) {
    if (value.empty()) return;
    if (std::ranges::find(allowed, value) == allowed.end()) {
      ++losses_[std::string(type) + " \"" + value + "\""];
      return;
    }
    element("termNote", type, {}, value);
  }

  LossCounts& losses_;
  std::string xml_;
  std::size_t indent_ = 6;
  std::vector<std::string> ids_;
};

}  // namespace

std::string tbx_basic(const std::vector<TermConcept>& concepts, LossCounts& losses) {
  return TbxBasicWriter(losses).write(concepts);
}

}  // namespace mizan
