#include "tm/format/unit_xces.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "tm/base/ascii.h"
#include "tm/base/file.h"
#include "tm/base/utf8.h"
#include "tm/format/xml_stream.h"
#include "tm/text/script.h"

namespace mizan {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxSentenceBytes = std::size_t{1} << 20;

using Sentences = std::unordered_map<std::string, std::string>;  // by id

// Signs that stand close to the word before them, or behind them.
constexpr std::u32string_view kClosing = U".,;:!?)]}%»”’،؛؟٪…";
constexpr std::u32string_view kOpening = U"([{«“‘";

// Words of a tokenized sentence as a person writes them.
class WordJoiner {
 public:
  void add(std::string_view word, bool space_follows) {
    if (word.empty()) return;
    const char32_t first = code_point_at(word, 0).value;
    // A straight quotation mark opens and closes in turn.
    const bool straight = word == "\"";
    const bool closes = straight ? quoted_ : kClosing.find(first) != kClosing.npos;
    if (!text_.empty() && space_ && !closes) text_ += ' ';
    text_ += word;
    if (straight) quoted_ = !quoted_;
    const char32_t last = code_point_before(word, word.size()).value;
    const bool opens = straight ? quoted_ : kOpening.find(last) != kOpening.npos;
    space_ = space_follows && !opens;
  }
  std::string take() {
    quoted_ = false;
    space_ = true;
    return std::exchange(text_, {});
  }

 private:
  std::string text_;
  bool space_ = true;
  bool quoted_ = false;
};

std::string single_spaced(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
      result += c;
    } else if (!result.empty() && result.back() != ' ') {
      result += ' ';
    }
  }
  if (result.ends_with(' ')) result.pop_back();
  return result;
}

// The sentences of a document: `s` with an id, of words or of plain text.
class SentenceHandler : public XmlHandler {
 public:
  void attach(const XmlStream& stream) { stream_ = &stream; }

  void start_element(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "s") {
      id_ = attributes.get("id");
      inside_ = true;
      has_words_ = false;
      text_.clear();
    } else if (inside_ && name == "w") {
      has_words_ = true;
      text_.clear();
      space_follows_ = attributes.get("spaceafter") != "no" &&
                       attributes.get("misc").find("SpaceAfter=No") == std::string::npos;
    }
  }

  void end_element(std::string_view name) override {
    if (!inside_) return;
    if (name == "w") {
      words_.add(single_spaced(text_), space_follows_);
      text_.clear();
    } else if (name == "s") {
      inside_ = false;
      std::string words = words_.take();
      sentences.insert_or_assign(std::move(id_), has_words_ ? words : single_spaced(text_));
    }
  }

  void text(std::string_view text) override {
    if (!inside_) return;
    text_ += text;
    if (text_.size() > kMaxSentenceBytes) {
      throw Error(ErrorKind::kLimit, "a sentence is longer than 1 MB", stream_->place(),
                  "split it");
    }
  }

  Sentences sentences;

 private:
  const XmlStream* stream_ = nullptr;
  bool inside_ = false;
  bool has_words_ = false;
  bool space_follows_ = true;
  std::string id_;
  std::string text_;
  WordJoiner words_;
};

// "ar" in "ar/2020/a.xml.gz", "a.ar.xml".
std::optional<Language> language_of_document(std::string_view name) {
  while (!name.empty()) {
    const std::size_t end = std::min(name.find_first_of("/."), name.size());
    if (const auto language = parse_language(name.substr(0, end))) return language;
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return std::nullopt;
}

// The documents on disk, looked for beside the alignment.
class DocumentFolder {
 public:
  explicit DocumentFolder(const std::string& alignment)
      : folder_(alignment == "-" ? fs::path() : fs::path(alignment).parent_path()) {}

  std::string find(const std::string& name, const InputPlace& place) const {
    const fs::path relative(name);
    const bool outside = relative.is_absolute() ||
                         std::ranges::any_of(relative, [](const auto& p) { return p == ".."; });
    if (outside) {
      throw Error(ErrorKind::kMalformed,
                  "the document \"" + name + "\" is not beside the alignment", place,
                  "name it relative to the alignment's folder");
    }
    const std::string unpacked = name.ends_with(".gz") ? name.substr(0, name.size() - 3) : name;
    for (const char* subfolder : {"", "xml", "raw"}) {
      for (const std::string& file : {name, unpacked, unpacked + ".gz"}) {
        const fs::path path = folder_ / subfolder / file;
        std::error_code ignored;
        if (fs::is_regular_file(path, ignored)) return path.string();
      }
    }
    throw Error(ErrorKind::kNotFound, "the document \"" + name + "\" is not there", place,
                "put it beside the alignment, as " + (folder_ / unpacked).string());
  }

 private:
  fs::path folder_;
};

using ReadDocument = std::function<Sentences(const std::string& name, const InputPlace& place)>;

class XcesHandler : public XmlHandler {
 public:
  XcesHandler(const std::string& name, const ReadDocument& read_document, const UnitVisitor& visit,
              const UnitReadOptions& options, UnitReadSummary& summary)
      : name_(name),
        read_document_(read_document),
        visit_(visit),
        options_(options),
        summary_(summary) {}

  void attach(const XmlStream& stream) { stream_ = &stream; }

  void start_element(std::string_view name, const XmlAttributes& attributes) override {
    if (!root_seen_) {
      root_seen_ = true;
      if (name != "cesAlign") {
        throw Error(ErrorKind::kMalformed,
                    "not an XCES alignment: its root is <" + std::string(name) + ">",
                    stream_->place(), "check the file's format");
      }
    }
    if (name == "cesAlign" || name == "linkGrp") {
      if (attributes.find("fromDoc")) documents_[0] = attributes.get("fromDoc");
      if (attributes.find("toDoc")) documents_[1] = attributes.get("toDoc");
      loaded_ = false;
      position_ = 0;
    } else if (name == "link") {
      read_link(attributes);
    }
  }
  void end_element(std::string_view) override {}
  void text(std::string_view) override {}

 private:
  void load() {
    if (documents_[0].empty() || documents_[1].empty()) {
      throw Error(ErrorKind::kMalformed, "links without documents", stream_->place(),
                  "name them as fromDoc and toDoc of the linkGrp");
    }
    std::array<std::optional<Language>, 2> languages;
    for (std::size_t side = 0; side < 2; ++side) {
      sentences_[side] = read_document_(documents_[side], stream_->place());
      languages[side] = language_of_document(documents_[side]);
      if (!languages[side]) languages[side] = language_of_sentences(sentences_[side]);
    }
    if (!languages[0] || !languages[1] || languages[0] == languages[1]) {
      throw Error(ErrorKind::kMalformed,
                  "\"" + documents_[0] + "\" and \"" + documents_[1] +
                      "\" are not an Arabic and an English document",
                  stream_->place(), "take the alignment of such documents");
    }
    source_language_ = *languages[0];
    loaded_ = true;
  }

  static std::optional<Language> language_of_sentences(const Sentences& sentences) {
    std::string sample;
    for (const auto& [id, text] : sentences) {
      sample += text;
      if (sample.size() > 10'000) break;
    }
    return detect_language(sample);
  }

  void read_link(const XmlAttributes& attributes) {
    const std::string targets = attributes.get("xtargets");
    const std::size_t semicolon = targets.find(';');
    if (semicolon == std::string::npos) {
      malformed("a link whose xtargets has no \";\"", "write \"1 2;1\"");
      return;
    }
    if (!loaded_) load();
    const auto source = joined(std::string_view(targets).substr(0, semicolon), sentences_[0]);
    if (!source) return;
    const auto target = joined(std::string_view(targets).substr(semicolon + 1), sentences_[1]);
    if (!target) return;
    TranslationUnit unit;
    unit.source_language = source_language_;
    const bool arabic = source_language_ == Language::kArabic;
    unit.arabic = arabic ? *source : *target;
    unit.english = arabic ? *target : *source;
    unit.origin.file = name_;
    unit.origin.document = documents_[0];
    unit.origin.position = position_++;
    unit.origin.line = stream_->place().line;
    if (const auto id = attributes.find("id")) unit.properties.emplace_back(kUnitIdProperty, *id);
    if (const auto certainty = attributes.find("certainty")) {
      unit.properties.emplace_back(kXcesCertaintyProperty, *certainty);
    }
    hand_out(unit, options_, summary_, visit_);
  }

  // The sentences that a list of ids names; nothing, reported, when one is not there.
  std::optional<std::string> joined(std::string_view ids, const Sentences& sentences) {
    std::string text;
    while (!(ids = ascii_trimmed(ids)).empty()) {
      const std::size_t end = std::min(ids.find(' '), ids.size());
      const std::string id(ids.substr(0, end));
      ids.remove_prefix(end);
      const auto found = sentences.find(id);
      if (found == sentences.end()) {
        malformed("a link to the sentence \"" + id + "\", which its document does not have",
                  "correct it, or get the documents of this alignment");
        return std::nullopt;
      }
      if (!text.empty() && !found->second.empty()) text += ' ';
      text += found->second;
      if (text.size() > kMaxSentenceBytes) {
        throw Error(ErrorKind::kLimit, "a link of more than 1 MB", stream_->place(), "split it");
      }
    }
    return text;
  }

  void malformed(const std::string& problem, const std::string& advice) {
    report_malformed(options_, summary_, problem, stream_->place(), advice);
  }

  const std::string& name_;
  const ReadDocument& read_document_;
  const UnitVisitor& visit_;
  const UnitReadOptions& options_;
  UnitReadSummary& summary_;
  const XmlStream* stream_ = nullptr;
  bool root_seen_ = false;
  bool loaded_ = false;
  std::array<std::string, 2> documents_;
  std::array<Sentences, 2> sentences_;
  Language source_language_ = Language::kArabic;
  std::int64_t position_ = 0;
};

template <typename Feed>
Sentences read_sentences(const std::string& name, const Feed& feed) {
  SentenceHandler handler;
  XmlStream stream(name, handler);
  handler.attach(stream);
  feed(stream);
  return std::move(handler.sentences);
}

void feed_bytes(std::string_view bytes, XmlStream& stream) {
  stream.feed(bytes);
  stream.finish();
}

template <typename Feed>
UnitReadSummary read(const std::string& name, const ReadDocument& read_document,
                     const UnitVisitor& visit, const UnitReadOptions& options, const Feed& feed) {
  UnitReadSummary summary;
  summary.format = "XCES";
  XcesHandler handler(name, read_document, visit, options, summary);
  XmlStream stream(name, handler);
  handler.attach(stream);
  feed(stream);
  return summary;
}

}  // namespace

UnitReadSummary read_unit_xces(const std::string& path, const UnitVisitor& visit,
                               const UnitReadOptions& options) {
  const DocumentFolder folder(path);
  const ReadDocument read_document = [&](const std::string& name, const InputPlace& place) {
    const std::string file = folder.find(name, place);
    return read_sentences(file, [&](XmlStream& stream) { feed_file(file, stream); });
  };
  return read(path, read_document, visit, options,
              [&](XmlStream& stream) { feed_file(path, stream); });
}

UnitReadSummary read_unit_xces_bytes(std::string_view bytes, const std::string& name,
                                     const XcesDocuments& documents, const UnitVisitor& visit,
                                     const UnitReadOptions& options) {
  const ReadDocument read_document = [&](const std::string& document, const InputPlace&) {
    const std::string content = documents(document);
    return read_sentences(document, [&](XmlStream& stream) { feed_bytes(content, stream); });
  };
  return read(name, read_document, visit, options,
              [&](XmlStream& stream) { feed_bytes(bytes, stream); });
}

}  // namespace mizan
