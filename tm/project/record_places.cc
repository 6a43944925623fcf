#include "tm/project/record_places.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "tm/base/utf8.h"

namespace mizan {
namespace {

// The lines of a text, for places in it.
class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text), starts_{0} {
    for (std::size_t i = 0; (i = text.find('\n', i)) != std::string_view::npos;) {
      starts_.push_back(++i);
    }
  }

  // From the start of one line to that of another; lines count from 1, the end is beyond the last.
  std::string_view between(std::size_t line, std::size_t next) const {
    const std::size_t begin = start(line);
    return text_.substr(begin, std::max(start(next), begin) - begin);
  }

  TextPlace place(std::string_view words) const {
    const auto offset = static_cast<std::size_t>(words.data() - text_.data());
    const auto next = std::upper_bound(starts_.begin(), starts_.end(), offset);
    const std::size_t start = *(next - 1);
    return {static_cast<std::size_t>(next - starts_.begin()),
            count_code_points(text_.substr(start, offset - start)) + 1};
  }

 private:
  std::size_t start(std::size_t line) const {
    return line > starts_.size() ? text_.size() : starts_[line - 1];
  }

  std::string_view text_;
  std::vector<std::size_t> starts_;
};

bool ends_word(char c) {
  return c == '\t' || c == '\n' || c == '\r' || c == '"' || c == '<' || c == '>' || c == ',';
}

// The only place where `text` stands in `region`, whole: between two marks that part the fields of
// the formats.
std::optional<std::string_view> only_place(std::string_view region, std::string_view text) {
  if (text.empty() || text.find('\n') != std::string_view::npos) return std::nullopt;
  std::optional<std::string_view> found;
  for (std::size_t at = region.find(text); at != std::string_view::npos;
       at = region.find(text, at + 1)) {
    const std::size_t end = at + text.size();
    if ((at > 0 && !ends_word(region[at - 1])) ||
        (end < region.size() && !ends_word(region[end]))) {
      continue;
    }
    if (found) return std::nullopt;
    found = region.substr(at, text.size());
  }
  return found;
}

}  // namespace

void find_record_places(std::string_view file, std::span<const BilingualRecord> records,
                        std::span<CheckedRecord> named) {
  const Lines lines(file);
  for (std::size_t i = 0; i < records.size(); ++i) {
    const std::size_t next = i + 1 < records.size() ? records[i + 1].line : SIZE_MAX;
    const std::string_view region = lines.between(records[i].line, next);
    if (const auto words = only_place(region, records[i].arabic)) {
      named[i].arabic = lines.place(*words);
    }
    if (const auto words = only_place(region, records[i].english)) {
      named[i].english = lines.place(*words);
    }
  }
}

}  // namespace mizan
