#include <zip.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "tm/base/file.h"
#include "tm/format/glossary_columns.h"
#include "tm/format/glossary_xlsx.h"
#include "tm/format/xml_stream.h"

namespace mizan {
namespace {

// A sheet full of terms (1,048,576 rows) unpacks to about 200 MB. A ZIP of a few KB can hold
// gigabytes, and a shared string of some KB can stand in millions of cells.
constexpr std::size_t kMostUnpacked = std::size_t{256} << 20U;
// Excel's own limit of a cell, in characters of up to four bytes.
constexpr std::size_t kMostCellBytes = std::size_t{4} * 32'767;
// Glossaries have some dozen columns; a row takes memory up to the last cell that it names.
constexpr std::size_t kMostColumns = 256;
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

  [[noreturn]] void refuse_size(const std::string& problem) const {
    throw Error(ErrorKind::kLimit, problem, {.file = name_},
                "check that it is a glossary, and split it");
  }

  // Feeds a part of the workbook, unpacked piece by piece, to `handler`.
  void parse(const std::string& part, XmlHandler& handler) {
    std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(zip_fopen(archive_, part.c_str(), 0),
                                                            zip_fclose);
    if (!file) {
      refuse("the workbook's part " + part + " cannot be read (" + zip_strerror(archive_) + ")");
    }
    XmlStream stream(name_ + "/" + part, handler);
    std::string block(std::size_t{256} << 10U, '\0');
    while (true) {
      const zip_int64_t size = zip_fread(file.get(), block.data(), block.size());
      if (size < 0) {
        refuse("the workbook's part " + part + " is damaged (" + zip_file_strerror(file.get()) +
               ")");
      }
      if (size == 0) break;
      unpacked_ += static_cast<std::size_t>(size);
      if (unpacked_ > kMostUnpacked) refuse_size("the workbook unpacks to more than 256 MB");
      stream.feed(std::string_view(block).substr(0, static_cast<std::size_t>(size)));
    }
    stream.finish();
  }

 private:
  std::string bytes_;
  std::string name_;
  zip_t* archive_ = nullptr;
  std::size_t unpacked_ = 0;  // of all parts so far
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

[[noreturn]] void refuse_cell(const Archive& archive) {
  archive.refuse_size("a cell holds more than 32,767 characters");
}

class SharedStrings : public XmlHandler {
 public:
  explicit SharedStrings(const Archive& archive) : archive_(archive) {}

  void start_element(std::string_view qualified, const XmlAttributes&) override {
    const std::string_view name = local_name(qualified);
    if (name == "si") strings.emplace_back();
    runs_.start(name);
  }
  void end_element(std::string_view name) override { runs_.end(local_name(name)); }
  void text(std::string_view piece) override {
    if (strings.empty()) return;
    runs_.text(piece, strings.back());
    if (strings.back().size() > kMostCellBytes) refuse_cell(archive_);
  }

  std::vector<std::string> strings;

 private:
  const Archive& archive_;
  TextRuns runs_;
};

// Column of a reference such as "AB12", from 0, at most kMostColumns; nothing when it has no
// letters.
std::optional<std::size_t> column_of(std::string_view reference) {
  std::size_t column = 0;
  for (const char c : reference) {
    if (c < 'A' || c > 'Z') break;
    column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
    if (column > kMostColumns) return kMostColumns;
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

// Hands out the rows of a sheet that hold something.
class SheetRows : public XmlHandler {
 public:
  SheetRows(const Archive& archive, const std::vector<std::string>& strings,
            std::function<void(TableRow&&)> visit)
      : archive_(archive), strings_(strings), visit_(std::move(visit)) {}

  void start_element(std::string_view qualified, const XmlAttributes& attributes) override {
    const std::string_view name = local_name(qualified);
    if (name == "row") {
      row_ = {};
      row_.line = number_of(attributes.get("r")).value_or(last_line_ + 1);
      last_line_ = row_.line;
      column_ = static_cast<std::size_t>(-1);
    } else if (name == "c") {
      column_ = column_of(attributes.get("r")).value_or(column_ + 1);
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
      visit_(std::move(row_));
    }
  }

  void text(std::string_view piece) override {
    if (in_value_) value_ += piece;
    if (in_cell_) runs_.text(piece, value_);
    if (value_.size() > kMostCellBytes) refuse_cell(archive_);
  }

  std::size_t cells_left_out = 0;  // of columns beyond those of any glossary

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
    if (column_ >= kMostColumns) {
      ++cells_left_out;
      return;
    }
    text_bytes_ += value_.size();
    if (text_bytes_ > kMostUnpacked) archive_.refuse_size("the cells of a sheet hold above 256 MB");
    if (row_.fields.size() <= column_) row_.fields.resize(column_ + 1);
    row_.fields[column_] = value_;
  }

  const Archive& archive_;
  const std::vector<std::string>& strings_;
  std::function<void(TableRow&&)> visit_;
  std::size_t text_bytes_ = 0;
  TableRow row_;
  std::size_t last_line_ = 0;
  std::size_t column_ = 0;
  std::string type_;
  std::string value_;
  bool in_cell_ = false;
  bool in_value_ = false;
  TextRuns runs_;
};

// One sheet as a glossary, its columns found from the first rows.
class SheetGlossary {
 public:
  SheetGlossary(std::string name, const std::vector<std::string>& columns)
      : name_(std::move(name)), table_(name_, columns) {}

  void add(TableRow&& row) {
    if (state_ == State::kSampling) {
      sample_.push_back(std::move(row));
      if (sample_.size() == kSampleRows) end_sample();
    } else if (state_ == State::kGlossary) {
      table_.add(row);
    }
  }

  // Joins it to `glossary`; what is none is told there.
  void finish(Glossary& glossary) {
    if (state_ == State::kSampling) end_sample();
    if (state_ == State::kOther) {
      glossary.diagnostics.push_back(
          {"the sheet is no glossary and was left out; name its columns arabic and english, or "
           "give --columns",
           {.file = name_}});
      return;
    }
    Glossary part = table_.take();
    std::ranges::move(part.rows, std::back_inserter(glossary.rows));
    std::ranges::move(part.diagnostics, std::back_inserter(glossary.diagnostics));
    glossary.malformed += part.malformed;
    for (const auto& [kind, count] : part.losses) glossary.losses[kind] += count;
    glossary.swapped = glossary.swapped || part.swapped;
  }

 private:
  enum class State { kSampling, kGlossary, kOther };

  void end_sample() {
    const std::vector<TableRow> sample = std::exchange(sample_, {});
    if (sample.empty()) {
      state_ = State::kGlossary;  // an empty one
      return;
    }
    const auto header = table_.find_columns(sample);
    state_ = header ? State::kGlossary : State::kOther;
    for (std::size_t i = header.value_or(sample.size()); i < sample.size(); ++i) {
      table_.add(sample[i]);
    }
  }

  std::string name_;
  GlossaryTable table_;
  State state_ = State::kSampling;
  std::vector<TableRow> sample_;
};

// A target as the name of a part: relative to `folder`, or absolute.
std::string part_name(const std::string& folder, const std::string& target) {
  return target.starts_with('/') ? target.substr(1) : folder + target;
}

struct Book {
  std::string folder;  // of its part
  Workbook sheets;
  Relationships links;
};

Book read_book(Archive& archive) {
  const std::string root_links = "_rels/.rels";
  if (!archive.has(root_links)) archive.refuse("not a workbook: the archive has no " + root_links);
  Relationships root;
  archive.parse(root_links, root);
  const std::string part = part_name("", root.workbook);
  if (!archive.has(part)) archive.refuse("not a workbook: the archive has no part that is one");
  Book book;
  archive.parse(part, book.sheets);
  const std::size_t name = part.rfind('/') + 1;  // npos + 1 is 0
  book.folder = part.substr(0, name);
  const std::string links = book.folder + "_rels/" + part.substr(name) + ".rels";
  if (!archive.has(links)) archive.refuse("the workbook has no sheets");
  archive.parse(links, book.links);
  return book;
}

Glossary read(Archive& archive, const std::string& name, const std::vector<std::string>& columns) {
  const Book book = read_book(archive);
  SharedStrings strings(archive);
  if (!book.links.shared_strings.empty()) {
    archive.parse(part_name(book.folder, book.links.shared_strings), strings);
  }
  Glossary glossary;
  glossary.name = name;
  for (const Sheet& sheet : book.sheets.sheets) {
    const auto target = book.links.targets.find(sheet.relationship);
    if (target == book.links.targets.end()) {
      archive.refuse("the sheet \"" + sheet.name + "\" is not in the workbook");
    }
    SheetGlossary part(name + "[" + sheet.name + "]", columns);
    SheetRows rows(archive, strings.strings, [&](TableRow&& row) { part.add(std::move(row)); });
    archive.parse(part_name(book.folder, target->second), rows);
    part.finish(glossary);
    if (rows.cells_left_out > 0) {
      glossary.losses["cells of columns behind the 256th"] += rows.cells_left_out;
    }
  }
  return glossary;
}

}  // namespace

bool opens_zip(std::string_view bytes) { return bytes.starts_with("PK\x03\x04"); }

Glossary read_xlsx(const std::string& path, const std::vector<std::string>& columns) {
  Archive archive(read_file(path, kMostUnpacked), path);
  return read(archive, path, columns);
}

Glossary parse_xlsx(std::string bytes, const std::string& name,
                    const std::vector<std::string>& columns) {
  Archive archive(std::move(bytes), name);
  return read(archive, name, columns);
}

}  // namespace mizan
