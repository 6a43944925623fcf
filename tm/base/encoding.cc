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

InputPlace place_of(std::string_view valid_before, const std::string& name) {
  const std::size_t newline = valid_before.rfind('\n');
  const std::size_t line_begin = newline == valid_before.npos ? 0 : newline + 1;
  const auto lines = std::count(valid_before.begin(), valid_before.end(), '\n');
  return {.file = name,
          .line = static_cast<std::size_t>(lines) + 1,
          .column = count_code_points(valid_before.substr(line_begin)) + 1};
}

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

void refuse_controls(std::string_view bytes, const std::string& name) {
  if (const std::size_t nul = bytes.find('\0'); nul != bytes.npos) {
    refuse_binary(name, "a NUL byte at byte " + std::to_string(nul));
  }
  const auto controls = std::count_if(bytes.begin(), bytes.end(), [](char c) {
    return is_binary_control(static_cast<unsigned char>(c));
  });
  if (static_cast<double>(controls) > kMaxControlShare * static_cast<double>(bytes.size())) {
    refuse_binary(name, std::to_string(controls) +
                            (controls == 1 ? " control character" : " control characters"));
  }
}

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

std::string from_utf16(std::string_view bytes, ByteOrder order, std::size_t mark_size,
                       const std::string& name) {
  const char* encoding = order == ByteOrder::kLittle ? "UTF-16LE" : "UTF-16BE";
  const auto unit_at = [&](std::size_t i) -> char32_t {
    const unsigned first = byte_at(bytes, i);
    const unsigned second = byte_at(bytes, i + 1);
    return order == ByteOrder::kLittle ? first | (second << 8) : (first << 8) | second;
  };
  const auto fail = [&](const std::string& text, std::size_t i, const std::string& why) {
    throw Error(ErrorKind::kMalformed,
                std::string("not valid ") + encoding + " at byte " + std::to_string(i) + ": " + why,
                place_of(text, name), "save the file as UTF-8");
  };
  std::string text;
  text.reserve(bytes.size());
  std::size_t i = mark_size;
  for (; i + 1 < bytes.size(); i += 2) {
    char32_t value = unit_at(i);
    if (value >= 0xD800 && value <= 0xDFFF) {
      const char32_t low = i + 3 < bytes.size() ? unit_at(i + 2) : 0;
      if (value >= 0xDC00 || low < 0xDC00 || low > 0xDFFF) fail(text, i, "a lone surrogate");
      value = 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00);
      i += 2;
    }
    append_utf8(text, value);
  }
  if (i < bytes.size()) fail(text, i, "an odd number of bytes");
  refuse_controls(text, name);
  return text;
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
  constexpr std::size_t kBlock = std::size_t{1} << 24;  // ICU counts in 32 bits
  std::string text;
  text.reserve(bytes.size() * 2);
  for (; !bytes.empty(); bytes.remove_prefix(std::min(kBlock, bytes.size()))) {
    const std::string_view block = bytes.substr(0, kBlock);
    icu::UnicodeString(block.data(), static_cast<std::int32_t>(block.size()), "windows-1256")
        .toUTF8String(text);
  }
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

[[noreturn]] void refuse_invalid_utf8(std::string_view bytes, std::size_t mark_size,
                                      std::size_t offset, const std::string& name) {
  const std::string_view before = bytes.substr(mark_size, offset - mark_size);
  const bool cut_off = is_cut_off(bytes.substr(offset));
  throw Error(ErrorKind::kMalformed, "not valid UTF-8 at byte " + std::to_string(offset),
              place_of(before, name),
              cut_off ? "the file ends inside a character: get it again in full"
                      : "repair that character or save the file as UTF-8");
}

}  // namespace

DecodedText decode_text(std::string_view bytes, const std::string& name) {
  refuse_known_formats(bytes, name);
  if (bytes.starts_with("\xFF\xFE")) {
    return {from_utf16(bytes, ByteOrder::kLittle, 2, name), "UTF-16LE"};
  }
  if (bytes.starts_with("\xFE\xFF")) {
    return {from_utf16(bytes, ByteOrder::kBig, 2, name), "UTF-16BE"};
  }
  const std::size_t mark_size = bytes.starts_with(kUtf8Mark) ? kUtf8Mark.size() : 0;
  if (mark_size == 0) {
    if (const std::optional<ByteOrder> order = guess_utf16(bytes)) {
      return {from_utf16(bytes, *order, 0, name),
              *order == ByteOrder::kLittle ? "UTF-16LE" : "UTF-16BE"};
    }
  }
  refuse_controls(bytes, name);
  if (const std::optional<std::size_t> offset = find_invalid_utf8(bytes)) {
    const bool utf8 = mark_size > 0 || is_damaged_utf8(bytes) || is_cut_off(bytes.substr(*offset));
    if (!utf8 && looks_like_windows_1256(bytes)) {
      return {from_windows_1256(bytes), "windows-1256"};
    }
    refuse_invalid_utf8(bytes, mark_size, *offset, name);
  }
  return {std::string(bytes.substr(mark_size)), "UTF-8"};
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
