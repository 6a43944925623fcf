#include <zip.h>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <utility>

#include "tm/base/file.h"
#include "tm/format/glossary_columns.h"
#include "tm/format/glossary_xlsx.h"
#include "tm/format/xml_stream.h"

namespace mizan {
namespace {

// A part that unpacks to more is no glossary: a ZIP of a few KB can hold gigabytes.
constexpr std::size_t kMostUnpacked = std::size_t{512} << 20U;
// Excel's own limit of columns.
constexpr std::size_t kMostColumns = 16384;
constexpr std::size_t kSampleRows = 100;

std::string_view local_name(std::string_view name) { return name.substr(name.rfind(':') + 1); }

class Archive {
 public:
  Archive(std::string bytes, std::string name) : bytes_(std::move(bytes)), name_(std::move(name)) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes_.data(), bytes_.size(), 0, &error);
    if (source != nullptr) {
      archive_ = zip_open_from_source(source, ZIP_RDONLY, &error);
      if (archive_ == nullptr) zip_source_free(source);
    }
    const std::string problem = zip_error_strerror(&error);
    zip_error_fini(&error);
    if (archive_ == nullptr) refuse("not a readable workbook (" + problem + ")");
  }
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;
  ~Archive() { zip_discard(archive_); }

  [[noreturn]] void refuse(const std::string& problem) const {
    throw Error(ErrorKind::kMalformed, problem, {.file = name_},
                "save it as .xlsx again, without a password");
  }

  bool has(const std::string& part) const {
    return zip_name_locate(archive_, part.c_str(), 0) >= 0;
  }

  // Feeds a part of the workbook, unpacked piece by piece, to `handler`.
  void parse(const std::string& part, XmlHandler& handler) const {
    std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(zip_fopen(archive_, part.c_str(), 0),
                                                            zip_fclose);
    if (!file) {
      refuse("the workbook's part " + part + " cannot be read (" + zip_strerror(archive_) + ")");
    }
    XmlStream stream(name_ + "/" + part, handler);
    std::string block(std::size_t{256} << 10U, '\0');
    std::size_t unpacked = 0;
    while (true) {
      const zip_int64_t size = zip_fread(file.get(), block.data(), block.size());
      if (size < 0) {
        refuse("the workbook's part " + part + " is damaged (" + zip_file_strerror(file.get()) +
               ")");
      }
      if (size == 0) break;
      unpacked += static_cast<std::size_t>(size);
      if (unpacked > kMostUnpacked) {
        throw Error(ErrorKind::kLimit, "the part " + part + " unpacks to more than 512 MB",
                    {.file = name_}, "split the workbook");
      }
      stream.feed(std::string_view(block).substr(0, static_cast<std::size_t>(size)));
    }
    stream.finish();
  }

 private:
  std::string bytes_;
  std::string name_;
  zip_t* archive_ = nullptr;
};

// The targets of a part's relationships by their ids.
class Relationships : public XmlHandler {
 public:
  void start_element(std::string_view name, const XmlAttributes& attributes) override {
    if (local_name(name) != "Relationship") return;
    const std::string type = attributes.get("Type");
    const std::string target = attributes.get("Target");
    targets[attributes.get("Id")] = target;
    if (type.ends_with("/sharedStrings")) shared_strings = target;
    if (type.ends_with("/officeDocument")) workbook = target;
  }
  void end_element(std::string_view) override {}
  void text(std::string_view) override {}

  std::map<std::string, std::string> targets;
  std::string shared_strings;
  std::string workbook;
};

struct Sheet {
  std::string name;
  std::string relationship;
};

class Workbook : public XmlHandler {
 public:
  void start_element(std::string_view name, const XmlAttributes& attributes) override {
    if (local_name(name) != "sheet") return;
    std::string id = attributes.get("r:id");
    if (id.empty()) {
      // Another prefix for the same namespace.
      for (const auto& [attribute, value] : attributes.all()) {
        if (attribute.ends_with(":id")) id = value;
      }
    }
    sheets.push_back({attributes.get("name"), std::move(id)});
  }
  void end_element(std::string_view) override {}
  void text(std::string_view) override {}

  std::vector<Sheet> sheets;
};

// Rich text is the text of its runs; phonetic hints are not part of it.
class TextRuns {
 public:
  void start(std::string_view name) {
    phonetic_ = phonetic_ || name == "rPh";
    in_text_ = name == "t" && !phonetic_;
  }
  void end(std::string_view name) {
    in_text_ = false;
    if (name == "rPh") phonetic_ = false;
  }
  void text(std::string_view piece, std::string& value) const {
    if (in_text_) value += piece;
  }

 private:
  bool in_text_ = false;
  bool phonetic_ = false;
};

class SharedStrings : public XmlHandler {
 public:
  void start_element(std::string_view qualified, const XmlAttributes&) override {
    const std::string_view name = local_name(qualified);
    if (name == "si") strings.emplace_back();
    runs_.start(name);
  }
  void end_element(std::string_view name) override { runs_.end(local_name(name)); }
  void text(std::string_view piece) override {
    if (!strings.empty()) runs_.text(piece, strings.back());
  }

  std::vector<std::string> strings;

 private:
  TextRuns runs_;
};

// Column of a reference such as "AB12", from 0; nothing when it has no letters.
std::optional<std::size_t> column_of(std::string_view reference) {
  std::size_t column = 0;
  for (const char c : reference) {
    if (c < 'A' || c > 'Z') break;
    column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
    if (column > kMostColumns) return std::nullopt;
  }
  if (column == 0) return std::nullopt;
  return column - 1;
}

std::optional<std::size_t> number_of(std::string_view digits) {
  if (digits.empty() || digits.size() > 9) return std::nullopt;
  std::size_t number = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + static_cast<std::size_t>(c - '0');
  }
  return number;
}

class SheetRows : public XmlHandler {
 public:
  SheetRows(const Archive& archive, const std::vector<std::string>& strings)
      : archive_(archive), strings_(strings) {}

  void start_element(std::string_view qualified, const XmlAttributes& attributes) override {
    const std::string_view name = local_name(qualified);
    if (name == "row") {
      row_ = {};
      row_.line = number_of(attributes.get("r")).value_or(last_line_ + 1);
      last_line_ = row_.line;
    } else if (name == "c") {
      column_ = column_of(attributes.get("r")).value_or(row_.fields.size());
      type_ = attributes.get("t");
      value_.clear();
      in_cell_ = true;
    }
    if (!in_cell_) return;
    in_value_ = name == "v";
    runs_.start(name);
  }

  void end_element(std::string_view qualified) override {
    const std::string_view name = local_name(qualified);
    in_value_ = false;
    runs_.end(name);
    if (name == "c") {
      in_cell_ = false;
      store_cell();
    } else if (name == "row" && !row_.fields.empty()) {
      rows.push_back(std::move(row_));
    }
  }

  void text(std::string_view piece) override {
    if (in_value_) value_ += piece;
    if (in_cell_) runs_.text(piece, value_);
  }

  std::vector<TableRow> rows;

 private:
  void store_cell() {
    if (type_ == "s") {
      const auto number = number_of(value_);
      if (!number || *number >= strings_.size()) {
        archive_.refuse("row " + std::to_string(row_.line) + " names the shared string " + value_ +
                        ", which is not there");
      }
      value_ = strings_[*number];
    }
    if (value_.empty()) return;
    if (row_.fields.size() <= column_) row_.fields.resize(column_ + 1);
    row_.fields[column_] = value_;
  }

  const Archive& archive_;
  const std::vector<std::string>& strings_;
  TableRow row_;
  std::size_t last_line_ = 0;
  std::size_t column_ = 0;
  std::string type_;
  std::string value_;
  bool in_cell_ = false;
  bool in_value_ = false;
  TextRuns runs_;
};

// A target as the name of a part: relative to `folder`, or absolute.
std::string part_name(const std::string& folder, const std::string& target) {
  return target.starts_with('/') ? target.substr(1) : folder + target;
}

}  // namespace

bool opens_zip(std::string_view bytes) { return bytes.starts_with("PK\x03\x04"); }

Glossary read_xlsx(const std::string& path, const std::vector<std::string>& columns) {
  const Archive archive(read_file(path, kMostUnpacked), path);
  constexpr const char* kRoot = "_rels/.rels";
  if (!archive.has(kRoot))
    archive.refuse("not a workbook: the archive has no " + std::string(kRoot));
  Relationships root;
  archive.parse(kRoot, root);
  const std::string book = part_name("", root.workbook);
  if (!archive.has(book)) archive.refuse("not a workbook: the archive has no part that is one");
  Workbook workbook;
  archive.parse(book, workbook);
  const std::size_t slash = book.rfind('/');
  const std::string folder = slash == book.npos ? "" : book.substr(0, slash + 1);
  Relationships relationships;
  const std::string links = folder + "_rels/" + book.substr(folder.size()) + ".rels";
  if (!archive.has(links)) archive.refuse("the workbook has no sheets");
  archive.parse(links, relationships);
  SharedStrings strings;
  if (!relationships.shared_strings.empty()) {
    archive.parse(part_name(folder, relationships.shared_strings), strings);
  }

  Glossary glossary;
  glossary.name = path;
  for (const Sheet& sheet : workbook.sheets) {
    const auto target = relationships.targets.find(sheet.relationship);
    if (target == relationships.targets.end()) continue;
    SheetRows reader(archive, strings.strings);
    archive.parse(part_name(folder, target->second), reader);
    if (reader.rows.empty()) continue;
    const std::string name = path + "[" + sheet.name + "]";
    GlossaryTable table(name, columns);
    const auto sample = std::span(reader.rows).first(std::min(reader.rows.size(), kSampleRows));
    const auto header = table.find_columns(sample);
    if (!header) {
      glossary.diagnostics.push_back(
          {"the sheet is no glossary and was left out; name its columns arabic and english, or "
           "give "
           "--columns",
           {.file = name}});
      continue;
    }
    for (std::size_t i = *header; i < reader.rows.size(); ++i) table.add(reader.rows[i]);
    Glossary part = table.take();
    std::ranges::move(part.rows, std::back_inserter(glossary.rows));
    std::ranges::move(part.diagnostics, std::back_inserter(glossary.diagnostics));
    for (const auto& [kind, count] : part.losses) glossary.losses[kind] += count;
    glossary.swapped = glossary.swapped || part.swapped;
  }
  return glossary;
}

}  // namespace mizan
