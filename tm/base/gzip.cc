#include "tm/base/gzip.h"

#include <zlib.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <utility>

#include "tm/base/error.h"

namespace mizan {
namespace {

using std::string_view_literals::operator""sv;

// The signature and deflate, the only method there is.
constexpr std::string_view kMagic = "\x1F\x8B\x08"sv;
constexpr int kGzipWindow = 16 + MAX_WBITS;
constexpr std::size_t kOutputBytes = std::size_t{256} << 10;
constexpr std::size_t kMostInput = std::numeric_limits<uInt>::max();

void set_input(z_stream& stream, std::string_view bytes) {
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
}

// Grows `content` by what `step` writes, kOutputBytes at most.
template <typename Step>
int append(z_stream& stream, std::string& content, const Step& step) {
  const std::size_t before = content.size();
  content.resize(before + kOutputBytes);
  stream.next_out = reinterpret_cast<Bytef*>(content.data() + before);
  stream.avail_out = static_cast<uInt>(kOutputBytes);
  const int code = step();
  content.resize(content.size() - stream.avail_out);
  return code;
}

}  // namespace

bool opens_gzip(std::string_view bytes) { return bytes.starts_with(kMagic); }

struct GzipReader::State {
  enum class Phase { kStart, kPlain, kMember, kBetween, kPadding };

  explicit State(std::string file_name) : name(std::move(file_name)) {
    if (inflateInit2(&stream, kGzipWindow) != Z_OK) throw Error(ErrorKind::kLimit, "out of memory");
  }
  ~State() { inflateEnd(&stream); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  [[noreturn]] void fail(const std::string& problem) const {
    throw Error(ErrorKind::kMalformed,
                problem + " at byte " + std::to_string(offset) + " of the packed file",
                {.file = name}, "get the file again");
  }

  std::size_t unpack(std::string_view bytes, std::string& content) {
    bytes = bytes.substr(0, kMostInput);
    set_input(stream, bytes);
    const int code = append(stream, content, [this] { return inflate(&stream, Z_NO_FLUSH); });
    const std::size_t used = bytes.size() - stream.avail_in;
    offset += used;
    if (code == Z_STREAM_END) {
      inflateReset(&stream);
      phase = Phase::kBetween;
    } else if (code == Z_MEM_ERROR) {
      throw Error(ErrorKind::kLimit, "out of memory", {.file = name});
    } else if (code != Z_OK && code != Z_BUF_ERROR) {
      fail("damaged gzip data");
    }
    return used;
  }

  std::string name;
  z_stream stream = {};
  Phase phase = Phase::kStart;
  bool packed = false;
  std::string held;        // the first bytes of a member, as far as they agree with the signature
  std::size_t offset = 0;  // of the packed data, used so far
};

GzipReader::GzipReader(std::string name) : state_(std::make_unique<State>(std::move(name))) {}

GzipReader::~GzipReader() = default;

bool GzipReader::packed() const { return state_->packed; }

std::size_t GzipReader::feed(std::string_view bytes, std::string& content) {
  using Phase = State::Phase;
  State& state = *state_;
  const std::size_t limit = content.size() + kOutputBytes;
  std::string_view rest = bytes;
  while (!rest.empty() && content.size() < limit) {
    switch (state.phase) {
      case Phase::kPlain:
        content += rest;
        return bytes.size();
      case Phase::kMember:
        rest.remove_prefix(state.unpack(rest, content));
        break;
      case Phase::kBetween:
        if (state.held.empty() && rest.front() == '\0') {
          state.phase = Phase::kPadding;
          break;
        }
        [[fallthrough]];
      case Phase::kStart:
        state.held += rest.front();
        rest.remove_prefix(1);
        if (state.held == kMagic) {
          state.phase = Phase::kMember;
          state.packed = true;
          const std::string magic = std::exchange(state.held, {});
          state.unpack(magic, content);
        } else if (!kMagic.starts_with(state.held)) {
          if (state.phase == Phase::kBetween) state.fail("something other than gzip data");
          state.phase = Phase::kPlain;
          content += std::exchange(state.held, {});
        }
        break;
      case Phase::kPadding: {
        const std::size_t zeros = std::min(rest.find_first_not_of('\0'), rest.size());
        state.offset += zeros;
        if (zeros < rest.size()) state.fail("something other than gzip data");
        return bytes.size();
      }
    }
  }
  return bytes.size() - rest.size();
}

void GzipReader::finish(std::string& content) {
  using Phase = State::Phase;
  State& state = *state_;
  if (state.phase == Phase::kStart) content += std::exchange(state.held, {});
  // zlib may still hold output when the last input was used up just as the room for it was.
  while (state.phase == Phase::kMember) {
    const std::size_t before = content.size();
    state.unpack({}, content);
    if (content.size() == before && state.phase == Phase::kMember) {
      state.fail("the gzip data ends in the middle,");
    }
  }
  if (state.phase == Phase::kBetween && !state.held.empty()) {
    state.fail("something other than gzip data");
  }
}

struct GzipWriter::State {
  State() {
    constexpr int kMemoryLevel = 8;  // zlib's own
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, kGzipWindow, kMemoryLevel,
                     Z_DEFAULT_STRATEGY) != Z_OK) {
      throw Error(ErrorKind::kLimit, "out of memory");
    }
  }
  ~State() { deflateEnd(&stream); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  void pack(int flush, std::string& packed) {
    do {
      append(stream, packed, [this, flush] { return deflate(&stream, flush); });
    } while (stream.avail_out == 0);
  }

  z_stream stream = {};
};

GzipWriter::GzipWriter() : state_(std::make_unique<State>()) {}

GzipWriter::~GzipWriter() = default;

void GzipWriter::feed(std::string_view content, std::string& packed) {
  while (!content.empty()) {
    const std::string_view block = content.substr(0, kMostInput);
    set_input(state_->stream, block);
    state_->pack(Z_NO_FLUSH, packed);
    content.remove_prefix(block.size());
  }
}

void GzipWriter::finish(std::string& packed) {
  set_input(state_->stream, {});
  state_->pack(Z_FINISH, packed);
}

}  // namespace mizan
