#include "tm/base/line_reader.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "tm/base/encoding.h"
#include "tm/base/file.h"
#include "tm/base/gzip.h"

namespace mizan {
namespace {

constexpr std::size_t kMaxLineBytes = std::size_t{16} << 20;
constexpr std::size_t kAheadBytes = std::size_t{64} << 10;
constexpr std::size_t kBlockBytes = std::size_t{64} << 10;
constexpr std::string_view kWhiteSpace = " \t\r\n\v\f";

// The unpacked bytes of a file, or of bytes at hand.
class ByteSource {
 public:
  explicit ByteSource(const std::string& path) : file_(path), unpacker_(path) {}
  ByteSource(std::string_view bytes, const std::string& name) : bytes_(bytes), unpacker_(name) {}

  // Appends the next block; false at the end.
  bool read(std::string& content) {
    if (file_) return file_->read(content);
    if (bytes_.empty()) return false;
    bytes_.remove_prefix(unpacker_.feed(bytes_.substr(0, kBlockBytes), content));
    if (bytes_.empty()) unpacker_.finish(content);
    return true;
  }

 private:
  std::optional<InputFile> file_;
  std::string_view bytes_;
  GzipReader unpacker_;
};

}  // namespace

struct LineReader::State {
  explicit State(const std::string& path) : name(path), source(path), decoder(path) {}
  State(std::string_view bytes, const std::string& file_name)
      : name(file_name), source(bytes, file_name), decoder(file_name) {}

  // Makes `text` longer; false at the end of the file.
  bool grow() {
    if (ended) return false;
    text.erase(0, std::exchange(at, 0));
    block.clear();
    if (source.read(block)) {
      decoder.feed(block, text);
    } else {
      decoder.finish(text);
      ended = true;
      if (line == 0 && text.empty()) refuse("the file is empty");
    }
    return true;
  }

  [[noreturn]] void refuse(const std::string& problem) const {
    throw Error(ErrorKind::kMalformed, problem, {.file = name}, "check the path");
  }

  bool next(std::string_view& row) {
    std::size_t end = text.find('\n', at);
    while (end == text.npos) {
      const std::size_t searched = text.size() - at;
      if (searched > kMaxLineBytes) {
        throw Error(ErrorKind::kLimit, "the line is longer than 16 MB",
                    {.file = name, .line = line + 1},
                    "check that the file is what it claims to be");
      }
      if (!grow()) break;
      end = text.find('\n', at + searched);
    }
    if (at == text.size()) {
      if (blank) refuse("the file holds nothing but white space");
      return false;
    }
    row = std::string_view(text).substr(at, end == text.npos ? end : end - at);
    at = end == text.npos ? text.size() : end + 1;
    if (row.ends_with('\r')) row.remove_suffix(1);
    if (blank) blank = row.find_first_not_of(kWhiteSpace) == row.npos;
    ++line;
    return true;
  }

  std::string name;
  ByteSource source;
  TextDecoder decoder;
  std::string block;
  std::string text;
  std::size_t at = 0;  // of the next line in the text
  std::size_t line = 0;
  bool ended = false;
  bool blank = true;  // all lines so far
};

LineReader::LineReader(const std::string& path) : state_(std::make_unique<State>(path)) {}

LineReader::LineReader(std::string_view bytes, std::string name)
    : state_(std::make_unique<State>(bytes, name)) {}

LineReader::~LineReader() = default;

bool LineReader::next(std::string_view& line) { return state_->next(line); }

std::size_t LineReader::number() const { return state_->line; }

InputPlace LineReader::place(std::size_t column) const {
  return {.file = state_->name, .line = state_->line, .column = column};
}

std::string_view LineReader::ahead() {
  while (state_->text.size() - state_->at < kAheadBytes && state_->grow()) {
  }
  const std::string_view rest = std::string_view(state_->text).substr(state_->at);
  std::size_t end = std::min(rest.size(), kAheadBytes);
  while (end < rest.size() && (rest[end] & 0xC0) == 0x80) --end;
  return rest.substr(0, end);
}

}  // namespace mizan
