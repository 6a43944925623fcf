#include "tm/base/encoding.h"

#include <unicode/unistr.h>

#include <algorithm>
#include <cstddef>
#include <optional>

#include "tm/base/error.h"
#include "tm/base/file.h"
#include "tm/base/utf8.h"

namespace mizan {
namespace {

using std::string_view_literals::operator""sv;

enum class ByteOrder { kLittle, kBig };

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF"sv;

// Detection looks at no more than this much of a file.
constexpr std::size_t kSampleBytes = std::size_t{1} << 20;

unsigned byte_at(std::string_view bytes, std::size_t i) {
  return static_cast<unsigned char>(bytes[i]);
}

// How far a text has been read.
struct TextPosition {
  std::size_t line = 1;
  std::size_t column = 1;

  void advance(std::string_view text) {
    const std::size_t newline = text.rfind('\n');
    if (newline != text.npos) {
      line += static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
      column = 1;
      text.remove_prefix(newline + 1);
    }
    column += count_code_points(text);
  }
};

struct Signature {
  std::string_view start;
  const char* what;
};

constexpr Signature kSignatures[] = {{"%PDF-"sv, "a PDF document"},
                                     {"PK\x03\x04"sv, "a ZIP archive or Office document"},
                                     {"\xD0\xCF\x11\xE0"sv, "an Office document"},
                                     {"{\\rtf"sv, "an RTF document"},
                                     {"\x1F\x8B"sv, "a gzip file"},
                                     {"SQLite format 3"sv, "an SQLite database"},
                                     {"\x89PNG"sv, "an image"},
                                     {"\xFF\xD8\xFF"sv, "an image"},
                                     {"\x7F"
                                      "ELF"sv,
                                      "a program"},
                                     {"\xFF\xFE\0\0"sv, "UTF-32 text"},
                                     {"\0\0\xFE\xFF"sv, "UTF-32 text"}};

bool is_binary_control(unsigned byte) {
  return (byte < 0x20 && (byte < '\t' || byte > '\r')) || byte == 0x7F;
}

// A stray control character happens in text; many do not.
constexpr double kMaxControlShare = 0.005;

[[noreturn]] void refuse_binary(const std::string& name, const std::string& detail) {
  throw Error(ErrorKind::kMalformed, "not a text: " + detail, {.file = name},
              "save it as plain text in UTF-8");
}

void refuse_known_formats(std::string_view bytes, const std::string& name) {
  for (const Signature& signature : kSignatures) {
    if (bytes.starts_with(signature.start)) refuse_binary(name, signature.what);
  }
}

// The share of control characters in what has been read.
class ControlCount {
 public:
  void add(std::string_view bytes, const std::string& name) {
    if (const std::size_t nul = bytes.find('\0'); nul != bytes.npos) {
      refuse_binary(name, "a NUL byte at byte " + std::to_string(size_ + nul));
    }
    controls_ += std::count_if(bytes.begin(), bytes.end(), [](char c) {
      return is_binary_control(static_cast<unsigned char>(c));
    });
    size_ += bytes.size();
    if (size_ >= kSampleBytes) check(name);
  }

  void check(const std::string& name) const {
    if (static_cast<double>(controls_) > kMaxControlShare * static_cast<double>(size_)) {
      refuse_binary(name, std::to_string(controls_) +
                              (controls_ == 1 ? " control character" : " control characters"));
    }
  }

 private:
  std::ptrdiff_t controls_ = 0;
  std::size_t size_ = 0;
};

// The byte order of UTF-16 without a mark: the zero high bytes of its spaces, digits and ASCII
// letters are all on one side, and most high bytes are those of ASCII, Arabic or punctuation.
std::optional<ByteOrder> guess_utf16(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, kSampleBytes & ~std::size_t{1});
  std::size_t zeros[2] = {};
  std::size_t usual[2] = {};
  for (std::size_t i = 0; i < sample.size(); ++i) {
    const unsigned byte = byte_at(sample, i);
    zeros[i % 2] += byte == 0;
    usual[i % 2] += byte == 0 || byte == 0x06 || byte == 0x20 || byte == 0xFE || byte == 0xFB;
  }
  const std::size_t units = sample.size() / 2;
  if (units == 0) return std::nullopt;
  const auto is_high_byte = [&](std::size_t side) {
    // Real text has one zero byte in eight units or so (spaces); a low byte is hardly ever zero.
    return zeros[side] * 50 >= units && zeros[1 - side] * 8 <= zeros[side] &&
           usual[side] * 10 >= units * 9;
  };
  if (is_high_byte(1)) return ByteOrder::kLittle;
  if (is_high_byte(0)) return ByteOrder::kBig;
  return std::nullopt;
}

// What a byte of windows-1256 is, as far as detection cares.
enum class ArabicByte { kOther, kArabicLetter, kLatinLetter };

ArabicByte arabic_byte(unsigned byte) {
  constexpr std::string_view kLatin =
      "\x83\x8C\x9C\xE0\xE2\xE7\xE8\xE9\xEA\xEB\xEE\xEF\xF4\xF9\xFB\xFC"sv;
  constexpr std::string_view kFarsiAndUrdu = "\x81\x8D\x8E\x8F\x90\x98\x9A\x9F\xAA\xC0\xFF"sv;
  constexpr std::string_view kSigns = "\xD7\xF7\xFD\xFE"sv;
  const char c = static_cast<char>(byte);
  if (kLatin.find(c) != kLatin.npos) return ArabicByte::kLatinLetter;
  if (kFarsiAndUrdu.find(c) != kFarsiAndUrdu.npos) return ArabicByte::kArabicLetter;
  if (byte < 0xC1 || kSigns.find(c) != kSigns.npos) return ArabicByte::kOther;
  return ArabicByte::kArabicLetter;
}

bool looks_like_windows_1256(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, kSampleBytes);
  std::size_t arabic = 0;
  std::size_t latin = 0;
  std::size_t joined = 0;    // Arabic letters next to another one
  std::size_t frequent = 0;  // ا ل ي
  bool previous = false;
  for (std::size_t i = 0; i < sample.size(); ++i) {
    const unsigned byte = byte_at(sample, i);
    const ArabicByte kind = arabic_byte(byte);
    const bool letter = kind == ArabicByte::kArabicLetter;
    const bool next =
        i + 1 < sample.size() && arabic_byte(byte_at(sample, i + 1)) == ArabicByte::kArabicLetter;
    arabic += letter;
    latin += kind == ArabicByte::kLatinLetter;
    joined += letter && (previous || next);
    frequent += byte == 0xC7 || byte == 0xE1 || byte == 0xED;
    previous = letter;
  }
  // Arabic words are runs of high bytes, Western European ones have them alone. In Cyrillic and
  // ISO-8859-6 the frequent letters are what windows-1256 has for French. Of Arabic news, 28% to
  // 34% of the letters are ا ل ي; short texts vary too much.
  constexpr std::size_t kEnoughLetters = 60;
  return arabic >= 2 && joined * 10 >= arabic * 9 && latin * 20 <= arabic &&
         (arabic < kEnoughLetters || frequent * 100 >= arabic * 18);
}

std::string from_windows_1256(std::string_view bytes) {
  std::string text;
  icu::UnicodeString(bytes.data(), static_cast<std::int32_t>(bytes.size()), "windows-1256")
      .toUTF8String(text);
  return text;
}

// Whether most of the bytes above ASCII make valid UTF-8: the file is UTF-8, and damaged.
bool is_damaged_utf8(std::string_view bytes) {
  std::string_view rest = bytes.substr(0, kSampleBytes);
  std::size_t valid = 0;
  std::size_t invalid = 0;
  while (!rest.empty()) {
    const std::size_t good = find_invalid_utf8(rest).value_or(rest.size());
    const std::string_view start = rest.substr(0, good);
    valid += static_cast<std::size_t>(
        std::count_if(start.begin(), start.end(), [](char c) { return (c & 0x80) != 0; }));
    if (good == rest.size()) break;
    ++invalid;
    rest.remove_prefix(good + 1);
  }
  return valid > invalid;
}

// Whether `tail` is the start of a character that needs more bytes.
bool is_cut_off(std::string_view tail) {
  if (tail.empty() || tail.size() > 3 || byte_at(tail, 0) < 0xC2) return false;
  for (const unsigned filler : {0x80U, 0x90U, 0xA0U, 0xBFU}) {
    for (std::size_t missing = 1; missing <= 3; ++missing) {
      const std::string completed =
          std::string(tail) + std::string(missing, static_cast<char>(filler));
      if (!find_invalid_utf8(completed)) return true;
    }
  }
  return false;
}

bool is_ascii(std::string_view bytes) {
  return std::none_of(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) != 0; });
}

}  // namespace

struct TextDecoder::State {
  enum class Encoding { kUnknown, kAscii, kUtf8, kUtf16Little, kUtf16Big, kWindows1256 };
  enum class Input { kGoesOn, kEnds };

  explicit State(std::string file_name) : name(std::move(file_name)) {}

  // Decides by `held` and takes the mark away.
  void decide(Input input) {
    if (offset == 0) {
      refuse_known_formats(held, name);
      if (decide_utf16()) return;
    }
    if (offset == 0 && held.starts_with(kUtf8Mark)) {
      drop(kUtf8Mark.size());
      encoding = Encoding::kUtf8;
      return;
    }
    ControlCount sampled = controls;
    sampled.add(held, name);
    sampled.check(name);
    encoding = is_ascii(held) ? Encoding::kAscii : Encoding::kUtf8;
    const std::optional<std::size_t> invalid = find_invalid_utf8(held);
    if (!invalid) return;
    const bool cut_off = is_cut_off(std::string_view(held).substr(*invalid));
    if (cut_off && input == Input::kGoesOn) return;
    if (!cut_off && !is_damaged_utf8(held) && looks_like_windows_1256(held)) {
      encoding = Encoding::kWindows1256;
    }
  }

  bool decide_utf16() {
    std::size_t mark = 2;
    if (held.starts_with("\xFF\xFE")) {
      encoding = Encoding::kUtf16Little;
    } else if (held.starts_with("\xFE\xFF")) {
      encoding = Encoding::kUtf16Big;
    } else if (held.starts_with(kUtf8Mark)) {
      return false;
    } else if (const std::optional<ByteOrder> order = guess_utf16(held)) {
      encoding = *order == ByteOrder::kLittle ? Encoding::kUtf16Little : Encoding::kUtf16Big;
      mark = 0;
    } else {
      return false;
    }
    drop(mark);
    return true;
  }

  void drop(std::size_t bytes) {
    held.erase(0, bytes);
    offset += bytes;
  }

  // Hands out `held`, but for the start of a character that goes on.
  void convert(Input input, std::string& text) {
    const std::size_t before = text.size();
    std::size_t used = held.size();
    switch (encoding) {
      case Encoding::kUnknown:
        return;
      case Encoding::kAscii:
        text += held;
        break;
      case Encoding::kWindows1256:
        text += from_windows_1256(held);
        break;
      case Encoding::kUtf8:
        used = convert_utf8(input, text);
        break;
      case Encoding::kUtf16Little:
      case Encoding::kUtf16Big:
        used = convert_utf16(input, text);
    }
    const std::string_view added = std::string_view(text).substr(before);
    const bool wide = encoding == Encoding::kUtf16Little || encoding == Encoding::kUtf16Big;
    controls.add(wide ? added : std::string_view(held).substr(0, used), name);
    position.advance(added);
    drop(used);
  }

  std::size_t convert_utf8(Input input, std::string& text) {
    const std::size_t valid = find_invalid_utf8(held).value_or(held.size());
    if (valid < held.size()) {
      const bool cut_off = is_cut_off(std::string_view(held).substr(valid));
      if (!cut_off || input == Input::kEnds) {
        fail("not valid UTF-8", valid, "", std::string_view(held).substr(0, valid),
             cut_off ? "the file ends inside a character: get it again in full"
                     : "repair that character or save the file as UTF-8");
      }
    }
    text.append(held, 0, valid);
    return valid;
  }

  std::size_t convert_utf16(Input input, std::string& text) {
    const std::size_t before = text.size();
    const std::size_t low = encoding == Encoding::kUtf16Little ? 0 : 1;
    const auto unit_at = [&](std::size_t i) -> char32_t {
      return byte_at(held, i + low) | (byte_at(held, i + 1 - low) << 8);
    };
    const auto refuse = [&](std::size_t i, const std::string& why) {
      fail("not valid " + label(), i, ": " + why, std::string_view(text).substr(before),
           "save the file as UTF-8");
    };
    std::size_t i = 0;
    for (; i + 1 < held.size(); i += 2) {
      char32_t value = unit_at(i);
      if (value >= 0xD800 && value <= 0xDFFF) {
        if (i + 3 >= held.size() && value < 0xDC00 && input == Input::kGoesOn) return i;
        const char32_t second = i + 3 < held.size() ? unit_at(i + 2) : 0;
        if (value >= 0xDC00 || second < 0xDC00 || second > 0xDFFF) refuse(i, "a lone surrogate");
        value = 0x10000 + ((value - 0xD800) << 10) + (second - 0xDC00);
        i += 2;
      }
      append_utf8(text, value);
    }
    if (i < held.size() && input == Input::kEnds) refuse(i, "an odd number of bytes");
    return i;
  }

  // At `at` of `held`; `before` is the text in front of it that `position` does not count yet.
  [[noreturn]] void fail(const std::string& problem, std::size_t at, const std::string& why,
                         std::string_view before, const std::string& advice) const {
    TextPosition place = position;
    place.advance(before);
    throw Error(ErrorKind::kMalformed, problem + " at byte " + std::to_string(offset + at) + why,
                {.file = name, .line = place.line, .column = place.column}, advice);
  }

  std::string label() const {
    switch (encoding) {
      case Encoding::kUtf16Little:
        return "UTF-16LE";
      case Encoding::kUtf16Big:
        return "UTF-16BE";
      case Encoding::kWindows1256:
        return "windows-1256";
      default:
        return "UTF-8";
    }
  }

  void feed(std::string_view bytes, std::string& text) {
    while (!bytes.empty()) {
      // In ASCII, the first byte of another encoding opens the sample.
      if (encoding == Encoding::kAscii && !is_ascii(bytes.substr(0, kSampleBytes))) {
        encoding = Encoding::kUnknown;
      }
      const std::size_t room = kSampleBytes - std::min(held.size(), kSampleBytes);
      held += bytes.substr(0, room);
      bytes.remove_prefix(std::min(room, bytes.size()));
      if (encoding == Encoding::kUnknown && held.size() >= kSampleBytes) decide(Input::kGoesOn);
      convert(Input::kGoesOn, text);
    }
  }

  void finish(std::string& text) {
    if (encoding == Encoding::kUnknown) decide(Input::kEnds);
    convert(Input::kEnds, text);
    controls.check(name);
  }

  std::string name;
  Encoding encoding = Encoding::kUnknown;
  std::string held;        // not yet converted
  std::size_t offset = 0;  // of `held` in the file
  TextPosition position;
  ControlCount controls;
};

TextDecoder::TextDecoder(std::string name) : state_(std::make_unique<State>(std::move(name))) {}

TextDecoder::~TextDecoder() = default;

void TextDecoder::feed(std::string_view bytes, std::string& text) { state_->feed(bytes, text); }

void TextDecoder::finish(std::string& text) { state_->finish(text); }

std::string TextDecoder::encoding() const { return state_->label(); }

DecodedText decode_text(std::string_view bytes, const std::string& name) {
  DecodedText decoded;
  TextDecoder decoder(name);
  decoder.feed(bytes, decoded.text);
  decoder.finish(decoded.text);
  decoded.encoding = decoder.encoding();
  return decoded;
}

DecodedText read_text(const std::string& path) {
  DecodedText decoded = decode_text(read_file(path), path);
  if (decoded.text.empty()) {
    throw Error(ErrorKind::kMalformed, "the file is empty", {.file = path}, "check the path");
  }
  if (decoded.text.find_first_not_of(" \t\r\n\v\f") == std::string::npos) {
    throw Error(ErrorKind::kMalformed, "the file holds nothing but white space", {.file = path},
                "check the path");
  }
  return decoded;
}

}  // namespace mizan
