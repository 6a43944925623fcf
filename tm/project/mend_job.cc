#include "tm/project/mend_job.h"

#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>

#include "tm/base/error.h"
#include "tm/base/file.h"
#include "tm/base/utf8.h"

namespace mizan {
namespace {

namespace fs = std::filesystem;

// Texts between two checks; removed with the object.
class ScratchFolder {
 public:
  ScratchFolder() : path_((fs::temp_directory_path() / "mizan-XXXXXX").string()) {
    if (mkdtemp(path_.data()) == nullptr) {
      throw Error(ErrorKind::kIo, "cannot make a temporary folder", {.file = path_},
                  "check TMPDIR");
    }
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  // A file for text `index`, with the extension of `original`, which tells the format.
  std::string file(std::size_t index, const std::string& original) const {
    return path_ + "/" + std::to_string(index) + fs::path(original).extension().string();
  }

 private:
  std::string path_;
};

struct Edit {
  std::size_t begin = 0;  // bytes of the file
  std::size_t end = 0;
  std::string text;
};

// The bytes of 1-based line `number`, without its line break.
std::optional<std::pair<std::size_t, std::string_view>> find_line(std::string_view content,
                                                                  std::size_t number) {
  std::size_t begin = 0;
  for (std::size_t line = 1; line < number; ++line) {
    const std::size_t newline = content.find('\n', begin);
    if (newline == std::string_view::npos) return std::nullopt;
    begin = newline + 1;
  }
  const std::size_t end = std::min(content.find('\n', begin), content.size());
  return std::pair(begin, content.substr(begin, end - begin));
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line = text.substr(begin, end - begin);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    begin = end + 1;
  }
  return lines;
}

// Where the text of one side starts within its line: a field of a row, or behind a byte order mark.
std::optional<std::size_t> text_offset(std::string_view line, std::string_view text) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (line.ends_with('\r')) line.remove_suffix(1);
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t end = std::min(line.find('\t', begin), line.size());
    std::string_view field = line.substr(begin, end - begin);
    std::size_t skipped = field.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
    field.remove_prefix(skipped);
    const std::size_t blank = std::min(field.find_first_not_of(' '), field.size());
    if (field == text) return begin + skipped;
    field.remove_prefix(blank);
    field = field.substr(0, field.find_last_not_of(' ') + 1);
    if (field == text) return begin + skipped + blank;
    begin = end + 1;
  }
  return std::nullopt;
}

class Mender {
 public:
  Mender(const CheckJob& job, const CheckInput& input) : job_(job), input_(input) {
    for (const std::string& path : input.paths) {
      const bool tsv = input.paths.size() == 1 && path.ends_with(".tsv");
      if ((input.paths.size() != 2 && !tsv) || path == "-") {
        throw Error(ErrorKind::kUsage, "--fix mends two plain texts or one TSV", {.file = path},
                    "mend other formats in the program that wrote them");
      }
      const std::string content = read_file(path);
      if (find_invalid_utf8(content) || content.find('\0') != std::string::npos) {
        throw Error(ErrorKind::kUsage, "is not UTF-8", {.file = path}, "convert it first");
      }
      files_.push_back({path, content, content});
    }
  }

  MendResult run(const std::function<void(std::vector<Finding>&)>& keep) {
    // Each round mends what the one before has uncovered; two are the rule.
    constexpr int kMostRounds = 8;
    const ScratchFolder scratch;
    CheckInput input = input_;
    std::size_t mended = 0;
    for (int round = 0; round < kMostRounds; ++round) {
      CheckedFile checked = job_.check(input);
      keep(checked.findings);
      const std::size_t places = mend_round(checked, input);
      if (places == 0) break;
      mended += places;
      for (std::size_t i = 0; i < files_.size(); ++i) {
        input.paths[i] = scratch.file(i, files_[i].path);
        write_file(input.paths[i], files_[i].after);
      }
    }
    std::erase_if(files_, [](const MendedFile& file) { return file.before == file.after; });
    return {std::move(files_), mended};
  }

 private:
  std::size_t mend_round(const CheckedFile& checked, const CheckInput& input) {
    std::vector<std::vector<Edit>> edits(files_.size());
    const std::vector<std::string_view> arabic = lines_of(checked.arabic.input);
    const std::vector<std::string_view> english = lines_of(checked.english.input);
    for (const Finding& finding : checked.findings) {
      if (!finding.replacement) continue;
      const auto file = [&](const CheckedSide& side) {
        return input.paths.size() == 2 && side.text.name == input.paths[1] ? std::size_t{1}
                                                                           : std::size_t{0};
      };
      if (finding.source && !finding.target) {
        add(*finding.source, *finding.replacement, arabic, file(checked.arabic), edits);
      } else if (finding.target && !finding.source) {
        add(*finding.target, *finding.replacement, english, file(checked.english), edits);
      }
    }
    std::size_t places = 0;
    for (std::size_t i = 0; i < files_.size(); ++i) places += apply(edits[i], files_[i].after);
    return places;
  }

  void add(const FindingSpan& span, const std::string& replacement,
           const std::vector<std::string_view>& lines, std::size_t file,
           std::vector<std::vector<Edit>>& edits) const {
    if (replacement == span.text || span.line == 0 || span.line > lines.size()) return;
    const std::string_view content = files_[file].after;
    const auto line = find_line(content, span.line);
    if (!line) return;
    const auto offset = text_offset(line->second, lines[span.line - 1]);
    if (!offset) return;
    const std::size_t begin = line->first + *offset + span.begin;
    if (content.substr(begin, span.text.size()) != span.text) return;
    edits[file].push_back({begin, begin + span.text.size(), replacement});
  }

  // Of two that overlap the first; the other one waits for the next round.
  static std::size_t apply(std::vector<Edit>& edits, std::string& content) {
    std::ranges::sort(edits, {}, &Edit::begin);
    std::string result;
    std::size_t at = 0;
    std::size_t places = 0;
    for (const Edit& edit : edits) {
      if (edit.begin < at) continue;
      result.append(content, at, edit.begin - at);
      result += edit.text;
      at = edit.end;
      ++places;
    }
    result.append(content, at, std::string::npos);
    content = std::move(result);
    return places;
  }

  const CheckJob& job_;
  const CheckInput& input_;
  std::vector<MendedFile> files_;
};

}  // namespace

MendResult mend(const CheckJob& job, const CheckInput& input,
                const std::function<void(std::vector<Finding>&)>& keep) {
  return Mender(job, input).run(keep);
}

}  // namespace mizan
