#include "tm/text/normalize.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <iterator>
#include <limits>

#include "tm/base/utf8.h"
#include "tm/text/script.h"

namespace mizan {
namespace {

// Text is folded by clusters: a starter with everything behind it that may combine with it or is
// dropped. A cluster of one character from the busy blocks is a table look-up; any other is
// decomposed, mapped and composed again.

constexpr char32_t kHamza = 0x0621;
constexpr char32_t kHamzaAbove = 0x0654;

struct Mapping {
  char32_t from;
  const char* to;
};

// What compatibility decomposition and lower case do not reach. Sorted by `from`.
constexpr Mapping kMappings[] = {{0x0060, "'"},  // grave accent as a quote
                                 {0x00AB, "\""},
                                 {0x00B4, "'"},
                                 {0x00BB, "\""},  // « ´ »
                                 {0x00DF, "ss"},
                                 {0x00E6, "ae"},
                                 {0x00F0, "d"},  // ß æ ð
                                 {0x00F8, "o"},
                                 {0x00FE, "th"},  // ø þ
                                 {0x0111, "d"},
                                 {0x0127, "h"},
                                 {0x0131, "i"},  // đ ħ ı
                                 {0x0142, "l"},
                                 {0x0153, "oe"},
                                 {0x0167, "t"},  // ł œ ŧ
                                 {0x02B9, "'"},
                                 {0x02BB, "'"},
                                 {0x02BC, "'"},  // modifier prime, turned comma, apostrophe
                                 {0x02BD, "'"},
                                 {0x02BE, "'"},
                                 {0x02BF, "'"},  // hamza and ayn of transliteration
                                 {0x02C8, "'"},
                                 {0x066A, "%"},
                                 {0x066B, "."},
                                 {0x066C, ","},  // Arabic percent, decimal,
                                                 // thousands
                                 {0x06A9, "ك"},
                                 {0x06AA, "ك"},  // Farsi and swash kaf
                                 {0x06BE, "ه"},
                                 {0x06C1, "ه"},
                                 {0x06C3, "ة"},  // the hehs and teh marbuta of Urdu
                                 {0x06CC, "ي"},
                                 {0x06D2, "ي"},
                                 {0x06D5, "ه"},  // Farsi yeh, yeh barree, ae
                                 {0x2010, "-"},
                                 {0x2011, "-"},
                                 {0x2012, "-"},
                                 {0x2013, "-"},
                                 {0x2014, "-"},
                                 {0x2015, "-"},
                                 {0x2018, "'"},
                                 {0x2019, "'"},
                                 {0x201A, "'"},
                                 {0x201B, "'"},
                                 {0x201C, "\""},
                                 {0x201D, "\""},
                                 {0x201E, "\""},
                                 {0x201F, "\""},
                                 {0x2032, "'"},
                                 {0x2033, "\""},
                                 {0x2035, "'"},
                                 {0x2036, "\""},
                                 {0x2039, "'"},
                                 {0x203A, "'"},
                                 {0x2043, "-"},
                                 {0x2212, "-"},
                                 {0x275B, "'"},
                                 {0x275C, "'"},
                                 {0x275D, "\""},
                                 {0x275E, "\""},
                                 {0x301D, "\""},
                                 {0x301E, "\""},
                                 {0x301F, "\""}};

bool is_space(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

const utf8proc_property_t& property(char32_t c) {
  return *utf8proc_get_property(static_cast<utf8proc_int32_t>(c));
}

bool is_mark(char32_t c) {
  const utf8proc_propval_t category = property(c).category;
  return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC ||
         category == UTF8PROC_CATEGORY_ME;
}

// The vowels and finals of Hangul join the syllable before them.
bool is_joining_jamo(char32_t c) {
  return (c >= 0x1161 && c <= 0x1175) || (c >= 0x11A8 && c <= 0x11C2);
}

bool composes_with_arabic(char32_t c) { return c >= 0x0653 && c <= 0x0655; }

bool is_combining_diacritic(char32_t c) {
  return (c >= 0x0300 && c <= 0x036F) || (c >= 0x1AB0 && c <= 0x1AFF) ||
         (c >= 0x1DC0 && c <= 0x1DFF) || (c >= 0x20D0 && c <= 0x20FF) ||
         (c >= 0xFE20 && c <= 0xFE2F);
}

// Marks on no letter of their own (U+FC5E-FC63, FCF2-FCF4, FE70-FE7F) decompose to a space or a
// tatweel with the mark; inside a word only the mark counts.
bool is_presentation_mark(char32_t c) {
  return (c >= 0xFC5E && c <= 0xFC63) || (c >= 0xFCF2 && c <= 0xFCF4) ||
         (c >= 0xFE70 && c <= 0xFE7F && c != 0xFE73);
}

using CodePoints = std::vector<utf8proc_int32_t>;

void append_decomposition(CodePoints& result, char32_t c, utf8proc_option_t options) {
  const std::size_t size = result.size();
  const auto value = static_cast<utf8proc_int32_t>(c);
  result.resize(size + 20);  // the longest, of U+FDFA, has 18
  const utf8proc_ssize_t count =
      utf8proc_decompose_char(value, result.data() + size, 20, options, nullptr);
  assert(count >= 0 && count <= 20);
  result.resize(size + static_cast<std::size_t>(count));
}

void append_compatibility(CodePoints& result, char32_t c) {
  constexpr auto kCanonical = UTF8PROC_DECOMPOSE;
  constexpr auto kCompatible = static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT);
  // 3½ must not become 31⁄2.
  if (property(c).decomp_type == UTF8PROC_DECOMP_TYPE_FRACTION) {
    append_decomposition(result, c, kCanonical);
    return;
  }
  const std::size_t size = result.size();
  append_decomposition(result, c, kCompatible);
  const bool leads_with_carrier =
      result.size() > size + 1 && (result[size] == ' ' || is_presentation_mark(c));
  if (!leads_with_carrier) return;
  if (is_presentation_mark(c)) {
    result.erase(result.begin() + static_cast<std::ptrdiff_t>(size));
  } else {  // a spacing accent such as U+00A8 stays what it is
    result.resize(size);
    append_decomposition(result, c, kCanonical);
  }
}

void append_mapped(CodePoints& result, char32_t c) {
  if (is_latin_letter(c)) {
    c = static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c)));
  }
  if (is_space(c)) {
    result.push_back(' ');
    return;
  }
  if (const int digit = digit_value(c); digit >= 0) {
    result.push_back('0' + digit);
    return;
  }
  const Mapping* mapping =
      std::lower_bound(std::begin(kMappings), std::end(kMappings), c,
                       [](const Mapping& m, char32_t value) { return m.from < value; });
  if (mapping == std::end(kMappings) || mapping->from != c) {
    result.push_back(static_cast<utf8proc_int32_t>(c));
    return;
  }
  for (const char32_t value : to_utf32(mapping->to)) {
    result.push_back(static_cast<utf8proc_int32_t>(value));
  }
}

bool is_dropped(char32_t c) { return c == kTatweel || property(c).ignorable; }

// Whether nothing before `c` can change how `c` folds.
bool begins_cluster(char32_t c, FoldProfile profile) {
  if (c < 0x80) return true;
  CodePoints parts;
  if (profile == FoldProfile::kExact) {
    append_decomposition(parts, c, UTF8PROC_DECOMPOSE);
  } else {
    if (is_dropped(c)) return false;
    append_compatibility(parts, c);
  }
  const auto first = static_cast<char32_t>(parts.front());
  return !is_mark(first) && !is_joining_jamo(first) && first != kTatweel;
}

char32_t on_rung(char32_t c, FoldProfile profile) {
  if (profile >= FoldProfile::kAlef &&
      (c == 0x0622 || c == 0x0623 || c == 0x0625 || (c >= 0x0671 && c <= 0x0673))) {
    return 0x0627;
  }
  if (profile >= FoldProfile::kHamza && (c == 0x0624 || c == 0x0626)) return kHamza;
  if (profile >= FoldProfile::kYeh && c == 0x0649) return 0x064A;
  if (profile >= FoldProfile::kTehMarbuta && c == 0x0629) return 0x0647;
  return c;
}

void order_canonically(CodePoints& points) {
  const auto ccc = [](utf8proc_int32_t c) {
    return property(static_cast<char32_t>(c)).combining_class;
  };
  for (auto begin = points.begin(); begin != points.end();) {
    if (ccc(*begin) == 0) {
      ++begin;
      continue;
    }
    auto end = std::find_if(begin, points.end(), [&](utf8proc_int32_t c) { return ccc(c) == 0; });
    std::stable_sort(begin, end,
                     [&](utf8proc_int32_t a, utf8proc_int32_t b) { return ccc(a) < ccc(b); });
    begin = end;
  }
}

void compose(CodePoints& points) {
  if (points.empty()) return;
  const utf8proc_ssize_t count =
      utf8proc_normalize_utf32(points.data(), static_cast<utf8proc_ssize_t>(points.size()),
                               static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_STABLE));
  assert(count >= 0);
  points.resize(static_cast<std::size_t>(count));
}

// A hamza above a tatweel has no seat (Quranic لِيَسُـُٔوا): the bare letter, not a mark of the
// letter before.
bool carries_hamza(const CodePoints& points, std::size_t tatweel) {
  for (std::size_t i = tatweel + 1; i < points.size(); ++i) {
    const auto c = static_cast<char32_t>(points[i]);
    if (c == kHamzaAbove) return true;
    if (!is_arabic_mark(c) && !property(c).ignorable) return false;
  }
  return false;
}

// Leaves the letters and the marks that may compose with them.
void drop_marks(CodePoints& points) {
  CodePoints kept;
  char32_t base = 0;
  bool hamza_taken = false;
  for (std::size_t i = 0; i < points.size(); ++i) {
    auto c = static_cast<char32_t>(points[i]);
    if (c == kTatweel && carries_hamza(points, i)) {
      c = kHamza;
      hamza_taken = true;
    } else if (c == kHamzaAbove && hamza_taken) {
      hamza_taken = false;
      continue;
    }
    if (is_dropped(c)) continue;
    if (is_arabic_mark(c) && !(composes_with_arabic(c) && is_arabic_letter(base))) continue;
    if (is_combining_diacritic(c) && (is_latin_letter(base) || is_arabic_letter(base))) continue;
    if (!is_mark(c)) base = c;
    kept.push_back(static_cast<utf8proc_int32_t>(c));
  }
  points = std::move(kept);
}

// `cluster` becomes its folded form.
void fold_cluster(CodePoints& cluster, FoldProfile profile) {
  CodePoints points;
  if (profile == FoldProfile::kExact) {
    for (const utf8proc_int32_t c : cluster) {
      append_decomposition(points, static_cast<char32_t>(c), UTF8PROC_DECOMPOSE);
    }
    order_canonically(points);
    compose(points);
    cluster = std::move(points);
    return;
  }
  CodePoints parts;
  for (const utf8proc_int32_t c : cluster) {
    parts.clear();
    // Mapped before and after: ″ would decompose to two primes, 1FFD to an acute accent.
    append_mapped(parts, static_cast<char32_t>(c));
    CodePoints decomposed;
    for (const utf8proc_int32_t part : parts) {
      append_compatibility(decomposed, static_cast<char32_t>(part));
    }
    for (const utf8proc_int32_t part : decomposed) {
      append_mapped(points, static_cast<char32_t>(part));
    }
  }
  drop_marks(points);
  order_canonically(points);
  compose(points);
  std::erase_if(points,
                [](utf8proc_int32_t c) { return composes_with_arabic(static_cast<char32_t>(c)); });
  for (utf8proc_int32_t& c : points) {
    c = static_cast<utf8proc_int32_t>(on_rung(static_cast<char32_t>(c), profile));
  }
  cluster = std::move(points);
}

// How a code point folds when it stands alone, for the blocks that news is written in.
class FoldTable {
 public:
  enum class Action : std::uint8_t { kEmit, kDrop, kCompute };
  struct Entry {
    Action action = Action::kCompute;
    std::uint8_t size = 0;
    char bytes[3] = {};
  };

  explicit FoldTable(FoldProfile profile) {
    for (char32_t c = 0; c < kLowEnd; ++c) low_[c] = make_entry(c, profile);
    for (char32_t c = kPunctuationBegin; c < kPunctuationEnd; ++c) {
      punctuation_[c - kPunctuationBegin] = make_entry(c, profile);
    }
  }

  Entry find(char32_t c) const {
    if (c < kLowEnd) return low_[c];
    if (c >= kPunctuationBegin && c < kPunctuationEnd) return punctuation_[c - kPunctuationBegin];
    return {};
  }

  static const FoldTable& of(FoldProfile profile) {
    static const std::array<FoldTable, 6> tables = {
        FoldTable(FoldProfile::kExact), FoldTable(FoldProfile::kMarks),
        FoldTable(FoldProfile::kAlef),  FoldTable(FoldProfile::kHamza),
        FoldTable(FoldProfile::kYeh),   FoldTable(FoldProfile::kTehMarbuta)};
    return tables[static_cast<std::size_t>(profile)];
  }

 private:
  static constexpr char32_t kLowEnd = 0x0700;  // Latin, Greek, Cyrillic, Hebrew, Arabic
  static constexpr char32_t kPunctuationBegin = 0x2000;
  static constexpr char32_t kPunctuationEnd = 0x2070;

  static Entry make_entry(char32_t c, FoldProfile profile) {
    Entry entry;
    if (!begins_cluster(c, profile)) {
      const bool plain_mark = is_arabic_mark(c) && !composes_with_arabic(c);
      if (profile != FoldProfile::kExact && (is_dropped(c) || plain_mark)) {
        entry.action = Action::kDrop;
      }
      return entry;
    }
    CodePoints cluster = {static_cast<utf8proc_int32_t>(c)};
    fold_cluster(cluster, profile);
    std::string bytes;
    for (const utf8proc_int32_t point : cluster) append_utf8(bytes, static_cast<char32_t>(point));
    if (bytes.size() > sizeof entry.bytes) return entry;
    entry.action = Action::kEmit;
    entry.size = static_cast<std::uint8_t>(bytes.size());
    std::copy(bytes.begin(), bytes.end(), entry.bytes);
    return entry;
  }

  std::array<Entry, kLowEnd> low_;
  std::array<Entry, kPunctuationEnd - kPunctuationBegin> punctuation_;
};

struct PlainSink {
  std::string text;

  void emit(const char* bytes, std::size_t size, std::size_t /*start*/) {
    for (std::size_t i = 0; i < size; ++i) text.push_back(bytes[i]);
  }
  void truncate(std::size_t size) { text.resize(size); }
};

struct MappedSink {
  std::string text;
  std::vector<std::uint32_t> starts;

  void emit(const char* bytes, std::size_t size, std::size_t start) {
    for (std::size_t i = 0; i < size; ++i) text.push_back(bytes[i]);
    starts.insert(starts.end(), size, static_cast<std::uint32_t>(start));
  }
  void truncate(std::size_t size) {
    text.resize(size);
    starts.resize(size);
  }
};

template <typename Sink>
void fold_into(Sink& sink, std::string_view text, FoldProfile profile) {
  assert(text.size() < std::numeric_limits<std::uint32_t>::max());
  const FoldTable& table = FoldTable::of(profile);
  // Where the cluster at hand begins, in the original and in the folded text.
  std::size_t cluster_begin = 0;
  std::size_t cluster_out = 0;
  std::size_t i = 0;
  while (i < text.size()) {
    const CodePoint point = code_point_at(text, i);
    const FoldTable::Entry entry = table.find(point.value);
    if (entry.action == FoldTable::Action::kEmit) {
      cluster_begin = i;
      cluster_out = sink.text.size();
      sink.emit(entry.bytes, entry.size, i);
      i += point.size;
      continue;
    }
    if (entry.action == FoldTable::Action::kDrop) {
      i += point.size;
      continue;
    }
    if (begins_cluster(point.value, profile)) {
      cluster_begin = i;
      cluster_out = sink.text.size();
    }
    sink.truncate(cluster_out);
    CodePoints cluster;
    std::size_t end = cluster_begin;
    while (end < text.size()) {
      const CodePoint next = code_point_at(text, end);
      if (end > cluster_begin && begins_cluster(next.value, profile)) break;
      cluster.push_back(static_cast<utf8proc_int32_t>(next.value));
      end += next.size;
    }
    fold_cluster(cluster, profile);
    std::string bytes;
    for (const utf8proc_int32_t value : cluster) append_utf8(bytes, static_cast<char32_t>(value));
    sink.emit(bytes.data(), bytes.size(), cluster_begin);
    i = end;
  }
}

}  // namespace

std::string_view to_string(FoldProfile profile) {
  constexpr std::string_view kNames[] = {"exact", "marks", "alef", "hamza", "yeh", "teh-marbuta"};
  return kNames[static_cast<std::size_t>(profile)];
}

FoldedText fold_with_map(std::string_view text, FoldProfile profile) {
  MappedSink sink;
  sink.text.reserve(text.size());
  sink.starts.reserve(text.size() + 1);
  fold_into(sink, text, profile);
  sink.starts.push_back(static_cast<std::uint32_t>(text.size()));
  return {std::move(sink.text), std::move(sink.starts)};
}

std::string fold(std::string_view text, FoldProfile profile) {
  PlainSink sink;
  sink.text.reserve(text.size());
  fold_into(sink, text, profile);
  return std::move(sink.text);
}

FoldDistance fold_distance(std::string_view a, std::string_view b) {
  constexpr FoldProfile kLadder[] = {FoldProfile::kExact, FoldProfile::kMarks,
                                     FoldProfile::kAlef,  FoldProfile::kHamza,
                                     FoldProfile::kYeh,   FoldProfile::kTehMarbuta};
  for (const FoldProfile profile : kLadder) {
    if (fold(a, profile) == fold(b, profile)) return static_cast<FoldDistance>(profile);
  }
  return FoldDistance::kDifferent;
}

}  // namespace mizan
