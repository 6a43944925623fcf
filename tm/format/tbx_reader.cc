#include "tm/format/tbx_reader.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "tm/base/ascii.h"
#include "tm/format/tbx_basic.h"
#include "tm/format/xml_stream.h"

namespace mizan {
namespace {

std::string_view local_name(std::string_view name) {
  return name.substr(name.rfind(':') + 1);  // npos + 1 is 0
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

// The white space of the layout becomes single spaces.
std::string collapsed(std::string_view text) {
  std::string result;
  bool gap = false;
  for (const char c : text) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      gap = !result.empty();
      continue;
    }
    if (gap) result += ' ';
    gap = false;
    result += c;
  }
  return result;
}

std::string region_of(std::string_view tag) {
  const std::size_t dash = tag.find_first_of("-_");
  return dash == tag.npos ? std::string() : std::string(tag.substr(dash + 1));
}

void join_line(std::string& text, const std::string& more) {
  if (!text.empty()) text += '\n';
  text += more;
}

// One data category with its value.
struct Category {
  std::string element;  // that holds it
  std::string name;
  std::string target;  // what a reference points at
  std::string value;
  std::optional<Language> language;  // its own, where it says one
};

// What is code of the text's layout, not text.
bool is_code(std::string_view name) { return is_one_of(name, {"bpt", "ept", "it", "ph", "ut"}); }

// The day or moment as parse_timestamp() knows it: with a time zone or a part of a second, the day
// alone; nothing for another form.
std::optional<std::string> known_date(const std::string& text) {
  static constexpr std::size_t kDay = 10;
  static constexpr std::string_view kForm = "dddd-dd-ddTdd:dd:ddZ";
  const auto has_form = [&text](std::size_t length) {
    for (std::size_t i = 0; i < length; ++i) {
      const bool digit = i < text.size() && text[i] >= '0' && text[i] <= '9';
      if (i >= text.size() || (kForm[i] == 'd' ? !digit : text[i] != kForm[i])) return false;
    }
    return true;
  };
  for (const std::size_t length : {kDay, kForm.size() - 1, kForm.size()}) {
    if (text.size() == length && has_form(length)) return text;
  }
  if (has_form(kDay)) return text.substr(0, kDay);
  return std::nullopt;
}

class TbxDocument : public XmlHandler {
 public:
  explicit TbxDocument(std::string name) : name_(std::move(name)) {}

  void read_from(const XmlStream& stream) { stream_ = &stream; }

  void start_element(std::string_view qualified, const XmlAttributes& attributes) override {
    const std::string_view name = local_name(qualified);
    ++depth_;
    if (depth_ == 1) {
      if (!is_one_of(name, {"martif", "tbx"})) {
        throw Error(ErrorKind::kMalformed, "not TBX: the root element is " + std::string(name),
                    stream_->place(), "give a TBX file (martif or tbx)");
      }
      return;
    }
    if (value_depth_ > 0) {  // hi, foreign and the like inside a value
      ++file_.losses["marks inside texts"];
      if (code_depth_ == 0 && is_code(name)) code_depth_ = depth_;
    } else if (is_one_of(name, {"termEntry", "conceptEntry"})) {
      start_concept(attributes);
    } else if (!in_concept_) {
      count_of_file(name);
    } else if (is_one_of(name, {"langSet", "langSec"})) {
      start_language(attributes);
    } else if (is_one_of(name, {"tig", "ntig", "termSec"})) {
      in_term_ = true;
      term_ = Term();
      has_status_ = false;
      keep_identifier(attributes);
    } else if (name == "termCompList") {
      components_ = attributes.get("type");
      count_attributes(attributes, {"type"});
    } else if (name.ends_with("Grp")) {
      if (name != "termGrp" && group_depth_ == 0) {
        group_depth_ = depth_;
        group_head_ = name.substr(0, name.size() - 3);
      }
      count_attributes(attributes, {});
    } else {
      start_value(name, attributes);
    }
  }

  void end_element(std::string_view qualified) override {
    const std::string_view name = local_name(qualified);
    if (code_depth_ == depth_) {
      code_depth_ = 0;
    } else if (value_depth_ == depth_) {
      end_value();
    } else if (group_depth_ == depth_) {
      group_depth_ = 0;
      store_group();
    } else if (value_depth_ == 0 && in_concept_) {
      if (is_one_of(name, {"tig", "ntig", "termSec"})) {
        end_term();
      } else if (is_one_of(name, {"langSet", "langSec"})) {
        language_tag_.clear();
        language_.reset();
        in_language_ = false;
      } else if (is_one_of(name, {"termEntry", "conceptEntry"})) {
        end_concept();
      } else if (name == "termCompList") {
        components_.clear();
      }
    }
    --depth_;
  }

  void text(std::string_view text) override {
    if (value_depth_ > 0) {
      if (code_depth_ == 0) category_.value += text;
    } else if (in_concept_ && !ascii_trimmed(text).empty()) {
      ++file_.losses["texts outside every data category"];
    }
  }

  TermFile take() { return std::move(file_); }

 private:
  // What stands in the header or behind the concepts.
  void count_of_file(std::string_view name) {
    if (is_one_of(name, {"title", "publicationStmt", "change"})) {
      ++file_.losses["statements on the whole file"];
    } else if (name == "refObject") {
      ++file_.losses["descriptions of sources and people (back matter)"];
    }
  }

  void count_attributes(const XmlAttributes& attributes,
                        std::initializer_list<std::string_view> known) {
    for (const auto& [name, value] : attributes.all()) {
      if (std::ranges::find(known, name) != known.end() || name.starts_with("xmlns")) continue;
      ++file_.losses["attributes " + name];
    }
  }

  // Of a concept or a term.
  void keep_identifier(const XmlAttributes& attributes) {
    if (const std::string id = attributes.get("id"); !id.empty()) keep("id", {}, id);
    count_attributes(attributes, {"id"});
  }

  void start_concept(const XmlAttributes& attributes) {
    in_concept_ = true;
    entry_ = TermConcept();
    said_status_.clear();
    place_ = stream_->place();
    keep_identifier(attributes);
  }

  void start_language(const XmlAttributes& attributes) {
    in_language_ = true;
    language_tag_ = attributes.get("xml:lang");
    if (language_tag_.empty()) language_tag_ = attributes.get("lang");
    language_ = parse_language(language_tag_);
    count_attributes(attributes, {"xml:lang", "lang"});
  }

  void start_value(std::string_view name, const XmlAttributes& attributes) {
    value_depth_ = depth_;
    is_term_ = name == "term";
    category_ = {std::string(name), attributes.get("type"), attributes.get("target"), {}, {}};
    // With categories as elements the name is the category; note, date and term are core elements.
    if (category_.name.empty()) category_.name = name;
    if (name == "termComp" && !components_.empty()) category_.name = components_;
    if (is_term_) {
      keep_identifier(attributes);
      return;
    }
    // A statement on a concept may be made in one language.
    const std::string tag = in_language_ ? std::string() : attributes.get("xml:lang");
    category_.language = parse_language(tag);
    if (!tag.empty() && !category_.language)
      ++file_.losses["languages of statements (" + tag + ")"];
    count_attributes(attributes, {"type", "target", in_language_ ? "" : "xml:lang"});
  }

  void end_value() {
    value_depth_ = 0;
    category_.value = collapsed(category_.value);
    if (is_term_) {
      is_term_ = false;
      term_.text = category_.value;
      return;
    }
    if (category_.value.empty() && category_.target.empty()) return;
    if (in_language_ && !language_) {
      ++file_.losses["statements in " + language_tag_];
      return;
    }
    group_.push_back(std::move(category_));
    if (group_depth_ == 0) store_group();
  }

  // The head of a group is what the group is named after, else what comes first; the others say
  // more of it.
  void store_group() {
    std::vector<Category> group = std::exchange(group_, {});
    if (group.empty()) return;
    const auto transaction = std::ranges::find_if(group, [](const Category& category) {
      return is_one_of(category.name, {"transactionType", "transac", "transaction"});
    });
    if (transaction != group.end() && store_transaction(group, *transaction)) return;
    const auto head = std::ranges::find_if(group, [this](const Category& category) {
      const TbxCategory* known = tbx_category(category.name);
      return category.element == group_head_ || (known != nullptr && known->element == group_head_);
    });
    if (head != group.end()) std::rotate(group.begin(), head, head + 1);
    store(group[0]);
    for (std::size_t i = 1; i < group.size(); ++i) {
      group[i].name = group[0].name + "." + group[i].name;
      group[i].language = group[0].language;
      keep(group[i]);
    }
  }

  TermHistory* history() {
    if (in_term_) return &term_.history;
    return in_language_ ? nullptr : &entry_.history;
  }

  bool store_transaction(const std::vector<Category>& group, const Category& transaction) {
    TermHistory* const history = this->history();
    const bool origin = is_one_of(transaction.value, {"origination", "creation"});
    if (history == nullptr ||
        !(origin || is_one_of(transaction.value, {"modification", "change"}))) {
      return false;
    }
    std::string& date = origin ? history->created : history->changed;
    std::string& author = origin ? history->created_by : history->changed_by;
    if (!date.empty() || !author.empty()) {
      // A second one of its kind; the latest change is the one that counts.
      if (origin) return false;
      ++file_.losses["earlier changes"];
      date.clear();
      author.clear();
    }
    for (const Category& category : group) {
      if (&category == &transaction) continue;
      if (category.name == "date" && date.empty()) {
        date = known_date(category.value).value_or("");
        if (date != category.value) ++file_.losses["times or dates that are not ISO 8601 in UTC"];
      } else if (category.name == "responsibility" && author.empty()) {
        author = category.value.empty() ? category.target : category.value;
        if (!category.value.empty() && !category.target.empty()) ++file_.losses["references"];
      } else {
        ++file_.losses["further statements on additions and changes"];
      }
    }
    return true;
  }

  void store(const Category& category) {
    const auto& [element, name, target, value, language] = category;
    std::string* const member = target.empty() && !language ? this->member(name) : nullptr;
    if (name == "note" && member != nullptr) {
      join_line(*member, value);
    } else if (in_term_ && name == "administrativeStatus" && store_status(value)) {
      return;
    } else if (member != nullptr && member->empty()) {
      *member = name == "partOfSpeech" ? tbx_part_of_speech(value) : value;
    } else {
      keep(category);
    }
  }

  bool store_status(const std::string& value) {
    const auto status = parse_tbx_status(value);
    if (has_status_ || !status) return false;
    term_.status = *status;
    has_status_ = true;
    return true;
  }

  // Where the level's category goes; null when it has no member.
  std::string* member(std::string_view name) {
    if (in_term_) {
      if (name == "note") return &term_.note;
      if (name == "partOfSpeech") return &term_.part_of_speech;
      if (name == "grammaticalNumber") return &term_.number;
      if (name == "grammaticalGender") return &term_.gender;
      return nullptr;
    }
    if (in_language_) return nullptr;
    if (name == "note") return &entry_.note;
    if (name == "definition") return &entry_.definition;
    if (name == "subjectField") return &entry_.subject;
    if (name == "source") return &entry_.source;
    if (name == "customerSubset") return &entry_.customer;
    if (name == "projectSubset") return &entry_.project;
    return nullptr;
  }

  void keep(const Category& category) {
    const std::string prefix =
        category.language ? std::string(code(*category.language)) + ":" : std::string();
    keep(prefix + category.name, category.target, category.value);
  }

  void keep(const std::string& name, const std::string& target, const std::string& value) {
    std::string key = name;
    if (!target.empty()) key += "@" + target;
    if (in_term_) {
      term_.properties.emplace_back(std::move(key), value);
      return;
    }
    if (in_language_) key = std::string(code(*language_)) + ":" + key;
    entry_.properties.emplace_back(std::move(key), value);
  }

  void end_term() {
    in_term_ = false;
    if (!language_) {
      ++file_.losses["terms in " + (language_tag_.empty() ? "no language" : language_tag_)];
      return;
    }
    if (term_.text.empty()) {
      file_.diagnostics.push_back({"a term is empty; fill it or delete it", stream_->place()});
      return;
    }
    term_.language = *language_;
    term_.region = region_of(language_tag_);
    const bool twice = std::ranges::any_of(
        entry_.terms, [&](const Term& other) { return is_same_term(other, term_); });
    if (twice) {
      file_.diagnostics.push_back(
          {"the term \"" + term_.text + "\" is there twice in its concept; the first one counts",
           stream_->place()});
      return;
    }
    entry_.terms.push_back(std::move(term_));
    said_status_.push_back(has_status_);
  }

  void end_concept() {
    in_concept_ = false;
    if (entry_.terms.empty()) {
      file_.diagnostics.push_back({"the concept has no Arabic or English term", place_});
      return;
    }
    for (std::size_t i = 0; i < entry_.terms.size(); ++i) {
      Term& term = entry_.terms[i];
      if (said_status_[i]) continue;
      bool other_preferred = false;
      for (std::size_t j = 0; j < entry_.terms.size(); ++j) {
        const Term& other = entry_.terms[j];
        // The statuses of terms before this one are settled.
        const bool same_scope = other.language == term.language && other.region == term.region;
        if (same_scope && (j < i || said_status_[j])) {
          other_preferred = other_preferred || other.status == TermStatus::kPreferred;
        }
      }
      term.status = other_preferred ? TermStatus::kAdmitted : TermStatus::kPreferred;
    }
    file_.concepts.push_back(std::move(entry_));
  }

  std::string name_;
  const XmlStream* stream_ = nullptr;
  TermFile file_;
  std::size_t depth_ = 0;
  std::size_t group_depth_ = 0;  // of the open ...Grp; 0: none
  std::string group_head_;       // the element that it is named after
  std::size_t value_depth_ = 0;  // of the element whose text is being read; 0: none
  std::size_t code_depth_ = 0;   // of code inside it; 0: none
  std::string components_;       // type of the open list of the parts of a term
  bool is_term_ = false;         // that element is the term itself
  Category category_;
  std::vector<Category> group_;
  bool in_concept_ = false;
  bool in_language_ = false;
  bool in_term_ = false;
  TermConcept entry_;
  InputPlace place_;  // where entry_ starts
  Term term_;
  bool has_status_ = false;
  std::vector<bool> said_status_;  // of the terms of entry_
  std::string language_tag_;
  std::optional<Language> language_;
};

TermFile finished(TbxDocument& document, const XmlStream& stream, const std::string& name) {
  TermFile file = document.take();
  for (Diagnostic& repair : repairs_of(stream, name)) {
    file.diagnostics.push_back(std::move(repair));
  }
  for (TermConcept& entry : file.concepts) {
    if (entry.source.empty()) entry.source = name;
  }
  return file;
}

}  // namespace

TermFile read_tbx(const std::string& path) {
  TbxDocument document(path);
  XmlStream stream(path, document);
  document.read_from(stream);
  feed_file(path, stream);
  return finished(document, stream, path);
}

TermFile parse_tbx(std::string_view xml, const std::string& name) {
  TbxDocument document(name);
  XmlStream stream(name, document);
  document.read_from(stream);
  stream.feed(xml);
  stream.finish();
  return finished(document, stream, name);
}

}  // namespace mizan
