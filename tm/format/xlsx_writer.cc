#include <xlsxwriter.h>

#include <cstdio>
#include <filesystem>
#include <string>

#include "tm/base/error.h"
#include "tm/base/file.h"
#include "tm/format/glossary_xlsx.h"

namespace mizan {
namespace {

// A file of its own that goes when the workbook has been read back: the library writes to names.
class TemporaryFile {
 public:
  TemporaryFile() {
    path_ = (std::filesystem::temp_directory_path() / "mizan-XXXXXX").string();
    const int descriptor = ::mkstemp(path_.data());
    if (descriptor < 0) {
      throw Error(ErrorKind::kIo, "cannot create a temporary file", {.file = path_},
                  "make room, or set TMPDIR");
    }
    ::close(descriptor);
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
  }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

constexpr std::size_t kMostRows = 1'048'576;  // of a sheet
constexpr std::size_t kMostCharacters = 32'767;
constexpr double kTermWidth = 32;  // characters

}  // namespace

std::string glossary_xlsx(const std::vector<TermConcept>& concepts, LossCounts& losses) {
  const std::vector<std::vector<std::string>> rows = glossary_rows(concepts, losses);
  if (rows.size() > kMostRows) {
    throw Error(ErrorKind::kLimit, "a sheet has room for 1,048,576 rows only", {},
                "export as csv or tbx");
  }
  const TemporaryFile file;
  lxw_workbook* workbook = workbook_new(file.path().c_str());
  lxw_worksheet* sheet = workbook_add_worksheet(workbook, "Terms");
  lxw_format* bold = workbook_add_format(workbook);
  format_set_bold(bold);
  lxw_error failure = worksheet_set_column(sheet, 0, 1, kTermWidth, nullptr);
  worksheet_freeze_panes(sheet, 1, 0);
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      if (rows[r][c].empty()) continue;
      const lxw_error error =
          worksheet_write_string(sheet, static_cast<lxw_row_t>(r), static_cast<lxw_col_t>(c),
                                 rows[r][c].c_str(), r == 0 ? bold : nullptr);
      if (error == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED) {
        ++losses["cells above " + std::to_string(kMostCharacters) + " characters"];
      } else if (error != LXW_NO_ERROR) {
        failure = error;
      }
    }
  }
  const lxw_error closed = workbook_close(workbook);
  if (closed != LXW_NO_ERROR) failure = closed;
  if (failure != LXW_NO_ERROR) {
    throw Error(ErrorKind::kIo,
                std::string("the workbook cannot be written (") + lxw_strerror(failure) + ")");
  }
  return read_file(file.path());
}

}  // namespace mizan
