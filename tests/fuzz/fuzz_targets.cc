#include "tests/fuzz/fuzz_targets.h"

#include <zlib.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

#include "tm/base/encoding.h"
#include "tm/base/error.h"
#include "tm/base/gzip.h"
#include "tm/base/utf8.h"
#include "tm/format/dictd.h"
#include "tm/format/glossary_tsv.h"
#include "tm/format/glossary_xlsx.h"
#include "tm/format/hunalign_dic.h"
#include "tm/format/lexicon_tsv.h"
#include "tm/format/review_tsv.h"
#include "tm/format/tbx_reader.h"
#include "tm/format/tbx_writer.h"
#include "tm/format/tmx_reader.h"
#include "tm/format/unit_hunalign.h"
#include "tm/format/unit_jsonl.h"
#include "tm/format/unit_moses.h"
#include "tm/format/unit_po.h"
#include "tm/format/unit_table.h"
#include "tm/format/unit_xces.h"
#include "tm/format/xliff_reader.h"

namespace mizan {
namespace {

void require(bool condition, const char* what) {
  if (condition) return;
  std::fprintf(stderr, "broken: %s\n", what);
  std::abort();
}

using Texts = std::vector<std::pair<std::string, std::string>>;
using Reader =
    std::function<UnitReadSummary(const UnitVisitor& visit, const UnitReadOptions& options)>;

void require_sound(const TranslationUnit& unit) {
  require(!unit.arabic.empty() || !unit.english.empty(), "a unit has a text");
  for (const std::string* text : {&unit.arabic, &unit.english, &unit.origin.document}) {
    require(!find_invalid_utf8(*text), "a text is valid UTF-8");
  }
  for (const Language language : {Language::kArabic, Language::kEnglish}) {
    for (const InlineTag& tag : unit.tags(language)) {
      require(tag.offset <= unit.text(language).size(), "a tag stands inside its text");
    }
  }
  for (const std::string& note : unit.notes) require(!find_invalid_utf8(note), "so is a note");
  for (const auto& [type, value] : unit.properties) {
    require(!find_invalid_utf8(value), "so is a property");
  }
}

// Reads with each of the options; what malformed records do not stop is handed to `visit`.
void read_units(
    const Reader& reader, const UnitVisitor& visit = [](const auto&) {}) {
  try {
    reader(require_sound, {.incomplete = IncompleteUnits::kHandOut});
  } catch (const Error&) {
  }
  try {
    std::size_t units = 0;
    const UnitReadSummary summary = reader(
        [&](const TranslationUnit& unit) {
          require_sound(unit);
          require(!unit.arabic.empty() && !unit.english.empty(), "a unit has both texts");
          ++units;
          visit(unit);
        },
        {.malformed = MalformedRecord::kSkip});
    require(summary.units == units, "the summary counts the units");
  } catch (const Error&) {
  }
}

// The parts of an input for a format of several files.
std::vector<std::string_view> split_files(std::string_view bytes) {
  constexpr std::string_view kBetween = "\n====\n";
  std::vector<std::string_view> files;
  while (true) {
    const std::size_t at = bytes.find(kBetween);
    files.push_back(bytes.substr(0, at));
    if (at == bytes.npos) return files;
    bytes.remove_prefix(at + kBetween.size());
  }
}

// The texts of a unit as a format with trimmed fields gives them back. Carriage returns and other
// control characters may be taken for a line end or for binary data.
bool is_plain(const std::string& text) {
  return std::ranges::none_of(text, [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7F;
  });
}

void require_round_trip(const std::vector<TranslationUnit>& units, UnitWriter& writer,
                        const UnitFileHeader& header, const std::string& written,
                        const std::function<Reader(const std::string&)>& reader) {
  Texts before;
  for (const TranslationUnit& unit : units) before.emplace_back(unit.arabic, unit.english);
  if (before.empty()) return;
  writer.begin(header);
  for (const TranslationUnit& unit : units) writer.write(unit);
  writer.finish();
  if (writer.losses().contains("further translations of a text")) return;
  Texts after;
  reader(written)(
      [&](const TranslationUnit& unit) { after.emplace_back(unit.arabic, unit.english); }, {});
  require(before == after, "what is written is read back");
}

void run_tmx(std::string_view bytes) {
  read_units([&](const UnitVisitor& visit, const UnitReadOptions& options) {
    return read_tmx_bytes(bytes, "input", visit, options);
  });
}

void run_xliff(std::string_view bytes) {
  read_units([&](const UnitVisitor& visit, const UnitReadOptions& options) {
    return read_xliff_bytes(bytes, "input", visit, options);
  });
}

void run_tsv(std::string_view bytes) {
  read_units([&](const UnitVisitor& visit, const UnitReadOptions& options) {
    return parse_unit_tsv(bytes, "input", visit, options);
  });
}

Reader csv_reader(std::string_view bytes) {
  return [bytes](const UnitVisitor& visit, const UnitReadOptions& options) {
    return parse_unit_csv(bytes, "input", visit, options);
  };
}

void run_csv(std::string_view bytes) {
  std::vector<TranslationUnit> units;
  read_units(csv_reader(bytes), [&](const TranslationUnit& unit) {
    if (!is_plain(unit.arabic) || !is_plain(unit.english)) return;
    // Beside its texts, a unit's other parts have tests of their own.
    TranslationUnit bare;
    bare.arabic = unit.arabic;
    bare.english = unit.english;
    units.push_back(bare);
  });
  std::string written;
  UnitCsvWriter writer([&](std::string_view text) { written += text; });
  require_round_trip(units, writer, {}, written, csv_reader);
}

Reader po_reader(std::string_view bytes) {
  return [bytes](const UnitVisitor& visit, const UnitReadOptions& options) {
    return parse_unit_po(bytes, "input", visit, options);
  };
}

void run_po(std::string_view bytes) {
  UnitFileHeader header;
  std::vector<TranslationUnit> units;
  read_units(
      [&](const UnitVisitor& visit, UnitReadOptions options) {
        options.visit_header = [&](const UnitFileHeader& read) { header = read; };
        return po_reader(bytes)(visit, options);
      },
      [&](const TranslationUnit& unit) {
        const bool plural = std::ranges::any_of(unit.properties, [](const auto& property) {
          return property.first == kPoFormProperty;
        });
        if (!plural && is_plain(unit.arabic) && is_plain(unit.english)) units.push_back(unit);
      });
  for (TranslationUnit& unit : units) {
    unit.properties.clear();
    unit.notes.clear();
    unit.origin.document.clear();
  }
  // One direction a file.
  std::erase_if(units, [&](const TranslationUnit& unit) {
    return unit.source_language != units.front().source_language;
  });
  if (std::ranges::any_of(header.properties, [](const auto& p) { return !is_plain(p.second); })) {
    header = {};
  }
  header.notes.clear();
  std::string written;
  UnitPoWriter writer([&](std::string_view text) { written += text; });
  require_round_trip(units, writer, header, written, po_reader);
}

Reader jsonl_reader(std::string_view bytes) {
  return [bytes](const UnitVisitor& visit, const UnitReadOptions& options) {
    return parse_unit_jsonl(bytes, "input", visit, options);
  };
}

void run_jsonl(std::string_view bytes) {
  std::vector<TranslationUnit> units;
  read_units(jsonl_reader(bytes), [&](const TranslationUnit& unit) { units.push_back(unit); });
  std::string written;
  UnitJsonlWriter writer([&](std::string_view text) { written += text; });
  require_round_trip(units, writer, {}, written, jsonl_reader);
}

void run_hunalign(std::string_view bytes) {
  read_units([&](const UnitVisitor& visit, const UnitReadOptions& options) {
    return parse_unit_hunalign(bytes, "input", visit, options);
  });
}

void run_moses(std::string_view bytes) {
  std::vector<std::string_view> files = split_files(bytes);
  files.resize(2);
  read_units([&](const UnitVisitor& visit, const UnitReadOptions& options) {
    return parse_unit_moses(files[0], "input.ar", files[1], "input.en", visit, options);
  });
}

void run_xces(std::string_view bytes) {
  const std::vector<std::string_view> files = split_files(bytes);
  read_units([&](const UnitVisitor& visit, const UnitReadOptions& options) {
    std::size_t next = 1;
    const auto document = [&](const std::string&) {
      return next < files.size() ? std::string(files[next++]) : std::string("<text/>");
    };
    return read_unit_xces_bytes(files[0], "input", document, visit, options);
  });
}

// In blocks whose size the input says.
template <typename Feed>
void feed_blocks(std::string_view bytes, const Feed& feed) {
  const std::size_t block =
      bytes.empty() ? 1 : std::size_t{static_cast<unsigned char>(bytes.back())} + 1;
  while (!bytes.empty()) {
    const std::size_t used = feed(bytes.substr(0, block));
    require(used > 0, "a reader gets on");
    bytes.remove_prefix(used);
  }
}

void run_gzip(std::string_view bytes) {
  GzipWriter writer;
  std::string packed;
  writer.feed(bytes, packed);
  writer.finish(packed);
  const auto unpack = [](std::string_view data) {
    constexpr std::size_t kEnough = std::size_t{16} << 20;
    GzipReader reader("input");
    std::string content;
    feed_blocks(data, [&](std::string_view block) {
      if (content.size() > kEnough) return block.size();
      return reader.feed(block, content);
    });
    reader.finish(content);
    return content;
  };
  if (bytes.size() < (std::size_t{1} << 20)) require(unpack(packed) == bytes, "gzip is undone");
  try {
    unpack(bytes);
  } catch (const Error&) {
  }
}

void run_encoding(std::string_view bytes) {
  const auto decoded = [](const std::function<void(TextDecoder&, std::string&)>& feed) {
    TextDecoder decoder("input");
    std::string text;
    try {
      feed(decoder, text);
      decoder.finish(text);
    } catch (const Error& error) {
      return std::string("error: ") + error.what();
    }
    require(!find_invalid_utf8(text), "decoded text is valid UTF-8");
    return decoder.encoding() + ": " + text;
  };
  const std::string whole =
      decoded([&](TextDecoder& decoder, std::string& text) { decoder.feed(bytes, text); });
  const std::string in_blocks = decoded([&](TextDecoder& decoder, std::string& text) {
    feed_blocks(bytes, [&](std::string_view block) {
      decoder.feed(block, text);
      return block.size();
    });
  });
  require(whole == in_blocks, "blocks make no difference");
}

// A format that is read as a whole text.
template <typename Parse>
void run_text(std::string_view bytes, const Parse& parse) {
  try {
    parse(decode_text(bytes, "input").text);
  } catch (const Error&) {
  }
}

void require_sound(const std::vector<TermConcept>& concepts) {
  for (const TermConcept& entry : concepts) {
    require(!entry.terms.empty(), "a concept has a term");
    for (const Term& term : entry.terms) {
      require(!term.text.empty() && !find_invalid_utf8(term.text), "a term is a text");
    }
    for (const auto& [name, value] : entry.properties) {
      require(!find_invalid_utf8(name) && !find_invalid_utf8(value), "a property is UTF-8");
    }
  }
}

void run_glossary(std::string_view bytes) {
  try {
    const std::vector<TermConcept> concepts = to_concepts(parse_glossary(bytes, "input"));
    require_sound(concepts);
    LossCounts losses;
    for (const std::string& written :
         {glossary_tsv(concepts, losses), glossary_csv(concepts, losses),
          glossary_omegat(concepts, Language::kArabic, losses)}) {
      if (!concepts.empty() && !written.empty()) parse_glossary(written, "written");
    }
  } catch (const Error&) {
  }
}

void run_tbx(std::string_view bytes) {
  std::vector<TermConcept> concepts;
  try {
    concepts = parse_tbx(bytes, "input").concepts;
  } catch (const Error&) {
    return;
  }
  require_sound(concepts);
  // What the dialect can say is the same in all its styles.
  LossCounts losses;
  const std::vector<TermConcept> basic =
      parse_tbx(tbx_basic(concepts, TbxStyle::kVersion2, losses), "written").concepts;
  require(basic.size() == concepts.size(), "every concept is read back");
  for (const TbxStyle style : {TbxStyle::kVersion3, TbxStyle::kVersion3AsElements}) {
    require(parse_tbx(tbx_basic(basic, style, losses), "written").concepts == basic,
            "what is written is read back");
  }
}

void append_number(std::string& bytes, std::size_t number, int size) {
  for (int i = 0; i < size; ++i, number >>= 8) bytes += static_cast<char>(number & 0xFF);
}

// A ZIP archive of stored parts (APPNOTE.TXT 4.3), so that a fuzzer reaches what is in them.
std::string archive_of(const std::vector<std::pair<std::string, std::string>>& parts) {
  std::string archive;
  std::string directory;
  for (const auto& [name, content] : parts) {
    const auto* data = reinterpret_cast<const unsigned char*>(content.data());
    std::string entry;  // what both headers say
    append_number(entry, 20, 2);
    append_number(entry, 0, 8);
    append_number(entry, crc32(0, data, static_cast<unsigned>(content.size())), 4);
    append_number(entry, content.size(), 4);
    append_number(entry, content.size(), 4);
    append_number(entry, name.size(), 2);
    append_number(entry, 0, 2);
    directory += std::string("PK\x01\x02") + std::string(2, '\0') + entry;
    append_number(directory, 0, 10);
    append_number(directory, archive.size(), 4);
    directory += name;
    archive += "PK\x03\x04" + entry + name + content;
  }
  const std::size_t start = archive.size();
  archive += directory + "PK\x05\x06";
  append_number(archive, 0, 4);
  append_number(archive, parts.size(), 2);
  append_number(archive, parts.size(), 2);
  append_number(archive, directory.size(), 4);
  append_number(archive, start, 4);
  append_number(archive, 0, 2);
  return archive;
}

// The input is a workbook, or its sheet and its shared strings.
void run_xlsx(std::string_view bytes) {
  std::string workbook(bytes);
  if (!bytes.starts_with("PK")) {
    std::vector<std::string_view> files = split_files(bytes);
    files.resize(2);
    const auto links = [](const std::string& entries) {
      return "<Relationships>" + entries + "</Relationships>";
    };
    const auto link = [](const std::string& id, const std::string& kind, const std::string& to) {
      return "<Relationship Id=\"" + id + "\" Type=\"x/" + kind + "\" Target=\"" + to + "\"/>";
    };
    workbook = archive_of(
        {{"_rels/.rels", links(link("a", "officeDocument", "xl/workbook.xml"))},
         {"xl/workbook.xml",
          "<workbook><sheets><sheet name=\"S\" r:id=\"a\"/></sheets></workbook>"},
         {"xl/_rels/workbook.xml.rels",
          links(link("a", "worksheet", "sheet.xml") + link("b", "sharedStrings", "strings.xml"))},
         {"xl/sheet.xml", std::string(files[0])},
         {"xl/strings.xml", std::string(files[1])}});
  }
  try {
    require_sound(to_concepts(parse_xlsx(workbook, "input")));
  } catch (const Error&) {
  }
}

void run_lexicon(std::string_view bytes) {
  run_text(bytes, [](const std::string& text) { parse_lexicon_tsv(text, "input"); });
}

void run_hunalign_dic(std::string_view bytes) {
  run_text(bytes, [](const std::string& text) {
    looks_like_hunalign_dic(text);
    parse_hunalign_dic(text, "input");
  });
}

void run_review(std::string_view bytes) {
  run_text(bytes, [](const std::string& text) {
    const Review review = parse_review(text, "input");
    const std::string written = to_tsv(review);
    require(to_tsv(parse_review(written, "written")) == written, "a review is read back");
  });
}

void run_dictd(std::string_view bytes) {
  std::vector<std::string_view> files = split_files(bytes);
  files.resize(2);
  try {
    for (const LexiconEntry& entry : parse_dictd(files[0], files[1], "input").entries) {
      require(!find_invalid_utf8(entry.arabic), "an entry is valid UTF-8");
    }
  } catch (const Error&) {
  }
}

constexpr FuzzTarget kTargets[] = {
    {"tmx", run_tmx},
    {"xliff", run_xliff},
    {"tsv", run_tsv},
    {"csv", run_csv},
    {"po", run_po},
    {"moses", run_moses},
    {"jsonl", run_jsonl},
    {"hunalign", run_hunalign},
    {"xces", run_xces},
    {"gzip", run_gzip},
    {"encoding", run_encoding},
    {"glossary", run_glossary},
    {"tbx", run_tbx},
    {"xlsx", run_xlsx},
    {"lexicon", run_lexicon},
    {"hunalign_dic", run_hunalign_dic},
    {"review", run_review},
    {"dictd", run_dictd},
};

}  // namespace

std::span<const FuzzTarget> fuzz_targets() { return kTargets; }

}  // namespace mizan
