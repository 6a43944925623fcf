#include "tm/format/xml_stream.h"

#include <expat.h>

#include <cstdint>
#include <cstring>
#include <exception>

#include "tm/base/file.h"
#include "tm/base/utf8.h"
#include "tm/format/windows_1256.h"

namespace mizan {
namespace {

constexpr std::size_t kMaxDepth = 64;
// One tag, comment or attribute value that is longer is an attack or an accident; expat scans an
// unfinished one again for every block (CVE-2023-52425), so the limit bounds time too.
constexpr std::size_t kMaxTokenBytes = std::size_t{4} << 20;
constexpr std::size_t kBlockBytes = std::size_t{64} << 10;

bool is_forbidden_control(std::uint32_t c) {
  return c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != 0;
}

// Replaces, at equal length, the control characters that XML 1.0 forbids and references to them
// (&#x1F; &#11;), which real exports hold and which would make the whole file unreadable. Works on
// encodings that contain ASCII; UTF-16 passes through.
class ControlFilter {
 public:
  std::string filter(std::string_view bytes, bool last) {
    if (first_) {
      first_ = false;
      wide_ =
          bytes.size() >= 2 && (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ||
                                bytes[0] == 0 || bytes[1] == 0);
    }
    std::string text = std::move(held_) + std::string(bytes);
    held_.clear();
    if (wide_) return text;
    for (std::size_t at = 0; at < text.size(); ++at) {
      const auto byte = static_cast<unsigned char>(text[at]);
      if (is_forbidden_control(byte)) {
        text[at] = ' ';
        ++repaired_;
      } else if (byte == '&') {
        const std::size_t size = std::string_view(text).substr(at, kLongestReference).find(';');
        const std::size_t end = size == text.npos ? text.npos : at + size;
        const bool cut_off = end == text.npos && text.size() - at < kLongestReference;
        if (cut_off && !last) {
          held_ = text.substr(at);
          text.resize(at);
          break;
        }
        if (end != text.npos) replace_reference(text, at, end);
      }
    }
    return text;
  }

  std::size_t repaired() const { return repaired_; }

 private:
  static constexpr std::size_t kLongestReference = 12;

  void replace_reference(std::string& text, std::size_t begin, std::size_t end) {
    std::string_view digits(text.data() + begin + 1, end - begin - 1);
    if (!digits.starts_with('#')) return;
    digits.remove_prefix(1);
    const std::uint32_t base = digits.starts_with('x') ? 16 : 10;
    if (base == 16) digits.remove_prefix(1);
    if (digits.empty()) return;
    std::uint32_t value = 0;
    for (const char c : digits) {
      std::uint32_t digit = 0;
      if (c >= '0' && c <= '9') {
        digit = static_cast<std::uint32_t>(c - '0');
      } else if (base == 16 && ((c | 0x20) >= 'a' && (c | 0x20) <= 'f')) {
        digit = static_cast<std::uint32_t>((c | 0x20) - 'a' + 10);
      } else {
        return;
      }
      value = value * base + digit;
      if (value > 0xFFFF) return;
    }
    if (!is_forbidden_control(value) && value != 0 && value != 0xFFFE && value != 0xFFFF) return;
    std::memset(text.data() + begin, ' ', end - begin + 1);
    ++repaired_;
  }

  bool first_ = true;
  bool wide_ = false;
  std::string held_;
  std::size_t repaired_ = 0;
};

int map_encoding(void*, const XML_Char* name, XML_Encoding* encoding) {
  std::string upper(name);
  for (char& c : upper) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  if (upper != "WINDOWS-1256" && upper != "CP1256") return XML_STATUS_ERROR;
  for (int i = 0; i < 128; ++i) {
    encoding->map[i] = i;
    encoding->map[128 + i] = kWindows1256[i];
  }
  encoding->data = nullptr;
  encoding->convert = nullptr;
  encoding->release = nullptr;
  return XML_STATUS_OK;
}

}  // namespace

bool opens_xml(std::string_view bytes) {
  constexpr std::string_view kSkipped("\0\xEF\xBB\xBF\xFE\xFF \t\r\n", 10);
  const std::size_t first = bytes.find_first_not_of(kSkipped);
  return first != std::string_view::npos && bytes[first] == '<';
}

std::string xml_root(std::string_view text) {
  if (!opens_xml(text)) return {};
  while (true) {
    const std::size_t tag = text.find('<');
    if (tag == text.npos || tag + 1 == text.size()) return {};
    text.remove_prefix(tag + 1);
    std::string_view end = ">";
    if (text.starts_with("!--")) {
      end = "-->";
    } else if (text.starts_with('?')) {
      end = "?>";
    } else if (text.starts_with('!')) {
      // A document type; one with declarations of its own ends after them.
      const std::size_t bracket = text.find('[');
      if (bracket < text.find('>')) end = "]>";
    } else {
      const std::size_t stop = text.find_first_of(" \t\r\n/>");
      if (stop == text.npos) return {};
      const std::string_view name = text.substr(0, stop);
      return std::string(name.substr(name.rfind(':') + 1));
    }
    const std::size_t last = text.find(end);
    if (last == text.npos) return {};
    text.remove_prefix(last + end.size());
  }
}

std::optional<std::string_view> XmlAttributes::find(std::string_view name) const {
  for (const char** at = attributes_; *at != nullptr; at += 2) {
    if (name == at[0]) return at[1];
  }
  return std::nullopt;
}

std::vector<std::pair<std::string, std::string>> XmlAttributes::all() const {
  std::vector<std::pair<std::string, std::string>> attributes;
  for (const char** at = attributes_; *at != nullptr; at += 2)
    attributes.emplace_back(at[0], at[1]);
  return attributes;
}

struct XmlStream::State {
  State(std::string file_name, XmlHandler& document)
      : parser(XML_ParserCreate(nullptr)), name(std::move(file_name)), handler(document) {}
  ~State() { XML_ParserFree(parser); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  InputPlace place() const {
    return {.file = name,
            .line = XML_GetCurrentLineNumber(parser),
            .column = XML_GetCurrentColumnNumber(parser) + 1};
  }

  // C code stands between the callbacks and feed(): an exception waits here until it has returned.
  template <typename Call>
  void guarded(const Call& call) {
    if (failure) return;
    try {
      call();
    } catch (...) {
      failure = std::current_exception();
      XML_StopParser(parser, XML_FALSE);
    }
  }

  void refuse_entity(const std::string& entity) {
    throw Error(ErrorKind::kMalformed, "declares the entity \"" + entity + "\"", place(),
                "entities are refused for safety; write the text out");
  }

  void parse(std::string_view bytes, bool last) {
    const std::string text = filter.filter(bytes, last);
    fed += text.size();
    const XML_Status status =
        XML_Parse(parser, text.data(), static_cast<int>(text.size()), last ? 1 : 0);
    if (failure) std::rethrow_exception(failure);
    if (status == XML_STATUS_ERROR) fail();
    const XML_Index at = XML_GetCurrentByteIndex(parser);
    if (at >= 0 && fed - static_cast<std::size_t>(at) > kMaxTokenBytes + kBlockBytes) {
      throw Error(ErrorKind::kLimit, "a tag or comment is longer than 4 MB", place(),
                  "check that the file is what it claims to be");
    }
  }

  [[noreturn]] void fail() {
    const XML_Error code = XML_GetErrorCode(parser);
    switch (code) {
      case XML_ERROR_NO_ELEMENTS:
      case XML_ERROR_UNCLOSED_TOKEN:
      case XML_ERROR_PARTIAL_CHAR:
      case XML_ERROR_UNCLOSED_CDATA_SECTION:
        throw Error(ErrorKind::kMalformed,
                    fed == 0 ? "the file is empty" : "the file ends in the middle", place(),
                    "get the whole file");
      case XML_ERROR_UNKNOWN_ENCODING:
      case XML_ERROR_INCORRECT_ENCODING:
        throw Error(ErrorKind::kMalformed, "its encoding is not known", place(),
                    "save it as UTF-8");
      case XML_ERROR_UNDEFINED_ENTITY:
        throw Error(ErrorKind::kMalformed, "an entity is not defined", place(),
                    "write the character itself");
      case XML_ERROR_INVALID_TOKEN:
      case XML_ERROR_SYNTAX:
        throw Error(ErrorKind::kMalformed, "not well-formed XML", place(),
                    "correct the file at this place");
      case XML_ERROR_NO_MEMORY:
        throw Error(ErrorKind::kLimit, "out of memory", place());
      default:
        throw Error(ErrorKind::kMalformed,
                    std::string("not well-formed XML: ") + XML_ErrorString(code), place(),
                    "correct the file at this place");
    }
  }

  static State& of(void* self) { return *static_cast<State*>(self); }

  static void on_start(void* self, const XML_Char* element, const XML_Char** attributes) {
    of(self).guarded([&] {
      State& state = of(self);
      if (++state.depth > kMaxDepth) {
        throw Error(ErrorKind::kLimit, "elements are nested more than 64 deep", state.place(),
                    "check that the file is what it claims to be");
      }
      state.handler.start_element(element, XmlAttributes(attributes));
    });
  }
  static void on_end(void* self, const XML_Char* element) {
    of(self).guarded([&] {
      --of(self).depth;
      of(self).handler.end_element(element);
    });
  }
  static void on_text(void* self, const XML_Char* text, int size) {
    of(self).guarded([&] { of(self).handler.text({text, static_cast<std::size_t>(size)}); });
  }
  static void on_entity(void* self, const XML_Char* entity, int, const XML_Char*, int,
                        const XML_Char*, const XML_Char*, const XML_Char*, const XML_Char*) {
    of(self).guarded([&] { of(self).refuse_entity(entity); });
  }
  static void on_skipped(void* self, const XML_Char* entity, int) {
    of(self).guarded([&] {
      throw Error(ErrorKind::kMalformed, "the entity &" + std::string(entity) + "; is not defined",
                  of(self).place(), "write the character itself");
    });
  }

  XML_Parser parser;
  std::string name;
  XmlHandler& handler;
  ControlFilter filter;
  std::exception_ptr failure;
  std::size_t depth = 0;
  std::size_t fed = 0;
};

XmlStream::XmlStream(std::string name, XmlHandler& handler)
    : state_(std::make_unique<State>(std::move(name), handler)) {
  XML_Parser parser = state_->parser;
  if (parser == nullptr) throw Error(ErrorKind::kLimit, "out of memory");
  XML_SetUserData(parser, state_.get());
  XML_SetElementHandler(parser, State::on_start, State::on_end);
  XML_SetCharacterDataHandler(parser, State::on_text);
  XML_SetEntityDeclHandler(parser, State::on_entity);
  XML_SetSkippedEntityHandler(parser, State::on_skipped);
  XML_SetUnknownEncodingHandler(parser, map_encoding, nullptr);
  XML_SetParamEntityParsing(parser, XML_PARAM_ENTITY_PARSING_NEVER);
}

XmlStream::~XmlStream() = default;

void XmlStream::feed(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::string_view block = bytes.substr(0, kBlockBytes);
    state_->parse(block, false);
    bytes.remove_prefix(block.size());
  }
}

void XmlStream::finish() { state_->parse({}, true); }

InputPlace XmlStream::place() const { return state_->place(); }

std::size_t XmlStream::repaired() const { return state_->filter.repaired(); }

std::vector<Diagnostic> repairs_of(const XmlStream& stream, const std::string& name) {
  const std::size_t repaired = stream.repaired();
  if (repaired == 0) return {};
  return {{std::to_string(repaired) +
               (repaired == 1 ? " control character" : " control characters") +
               " that XML forbids read as spaces",
           {.file = name}}};
}

void feed_file(const std::string& path, XmlStream& stream) {
  InputFile file(path);
  for (std::string block; file.read(block); block.clear()) stream.feed(block);
  stream.finish();
}

}  // namespace mizan
