// expat, hardened, as a small interface that every XML format of this room shares.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tm/base/error.h"

namespace mizan {

// Whether a file that starts with `bytes` is XML: '<' comes first, in UTF-8 or UTF-16, a byte order
// mark and white space aside.
bool opens_xml(std::string_view bytes);

// The local name of the first element of a document that starts with `text`; empty when `text` is
// no XML or ends before it.
std::string xml_root(std::string_view text);

// The attributes of a start tag; valid during the call.
class XmlAttributes {
 public:
  explicit XmlAttributes(const char** attributes) : attributes_(attributes) {}
  std::optional<std::string_view> find(std::string_view name) const;
  std::string get(std::string_view name) const { return std::string(find(name).value_or("")); }
  // In the order of the document.
  std::vector<std::pair<std::string, std::string>> all() const;

 private:
  const char** attributes_;
};

class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void start_element(std::string_view name, const XmlAttributes& attributes) = 0;
  virtual void end_element(std::string_view name) = 0;
  virtual void text(std::string_view text) = 0;
};

// Feeds one document to a handler. Refuses entity declarations and entities that only a DTD could
// define, never fetches anything, limits depth and the size of one token, turns control characters
// that XML forbids into spaces. What the handler throws passes through.
class XmlStream {
 public:
  XmlStream(std::string name, XmlHandler& handler);
  XmlStream(const XmlStream&) = delete;
  XmlStream& operator=(const XmlStream&) = delete;
  ~XmlStream();

  // Throws Error: kMalformed, kLimit, with line and column.
  void feed(std::string_view bytes);
  // After the last bytes.
  void finish();

  // Where the parser is.
  InputPlace place() const;
  // Control characters turned into spaces so far.
  std::size_t repaired() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// What a reader says of the control characters of its file; nothing when there are none.
std::vector<Diagnostic> repairs_of(const XmlStream& stream, const std::string& name);

// Reads the file at `path` ("-": standard input) through `stream`, piece by piece. Throws kNotFound
// and kIo.
void feed_file(const std::string& path, XmlStream& stream);

}  // namespace mizan
