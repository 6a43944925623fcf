#include "tm/check/known_findings.h"

#include <algorithm>
#include <functional>

#include "tm/base/ascii.h"
#include "tm/base/path_pattern.h"
#include "tm/check/rules.h"

namespace mizan {
namespace {

constexpr std::size_t kFingerprintDigits = 16;

bool is_fingerprint(std::string_view text) {
  return text.size() == kFingerprintDigits &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

// The rows of a list with their 1-based numbers; blank and comment lines are left out.
void for_each_row(std::string_view content,
                  const std::function<void(std::size_t, std::string_view)>& visit) {
  std::size_t number = 0;
  while (!content.empty()) {
    const std::size_t end = std::min(content.find('\n'), content.size());
    std::string_view row = content.substr(0, end);
    if (row.ends_with('\r')) row.remove_suffix(1);
    ++number;
    if (!row.empty() && row.front() != '#') visit(number, row);
    content.remove_prefix(std::min(end + 1, content.size()));
  }
}

// What a person recognises a finding by; a tab or line break would end the field.
std::string words_of(const Finding& finding) {
  std::string words;
  if (finding.source) words = finding.source->text;
  if (finding.target) words += (words.empty() ? "" : " | ") + finding.target->text;
  std::ranges::replace_if(
      words, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return words;
}

}  // namespace

std::string baseline_rows(std::span<const Finding> findings) {
  std::string content;
  for (const Finding& finding : findings) {
    content += finding.fingerprint + '\t' + finding.rule + '\t' + words_of(finding) + '\n';
  }
  return content;
}

Baseline::Baseline(std::string_view content, const std::string& file) {
  for_each_row(content, [&](std::size_t number, std::string_view row) {
    const std::size_t tab = std::min(row.find('\t'), row.size());
    if (!is_fingerprint(row.substr(0, tab))) {
      throw Error(ErrorKind::kMalformed, "no fingerprint of a finding", {file, number, 1},
                  "write the file with mizan check --write-baseline");
    }
    const std::string_view rest = row.substr(std::min(tab + 1, row.size()));
    const std::size_t second = std::min(rest.find('\t'), rest.size());
    rows_.emplace(row.substr(0, tab),
                  Row{std::string(rest.substr(0, second)),
                      std::string(rest.substr(std::min(second + 1, rest.size()))),
                      {file, number, 1}});
  });
}

std::size_t Baseline::take_known(std::vector<Finding>& findings) {
  return std::erase_if(findings, [&](const Finding& finding) {
    const auto [begin, end] = rows_.equal_range(finding.fingerprint);
    const auto row = std::find_if(begin, end, [](const auto& entry) { return !entry.second.used; });
    if (row == end) return false;
    row->second.used = true;
    return true;
  });
}

std::vector<Diagnostic> Baseline::stale() const {
  std::vector<Diagnostic> all;
  for (const auto& [fingerprint, row] : rows_) {
    if (!row.used) all.push_back({"found no more: " + row.rule + " " + row.words, row.place});
  }
  std::ranges::sort(all, {}, [](const Diagnostic& stale) { return stale.place.line; });
  return all;
}

Suppressions::Suppressions(std::string_view content, const std::string& file) {
  const std::size_t slash = file.rfind('/');
  folder_ = slash == std::string::npos ? "." : file.substr(0, slash + 1);
  for_each_row(content, [&](std::size_t number, std::string_view line) {
    Row row;
    row.place = {file, number, 1};
    const std::size_t tab = std::min(line.find('\t'), line.size());
    if (line.find_first_not_of(" \t", tab) == std::string_view::npos) {
      throw Error(ErrorKind::kMalformed, "a suppression without a reason", row.place,
                  "write FINGERPRINT TAB reason, or RULE PATH-PATTERN TAB reason");
    }
    const std::string_view what = ascii_trimmed(line.substr(0, tab));
    const std::size_t space = std::min(what.find(' '), what.size());
    row.key = what.substr(0, space);
    row.pattern = what.substr(std::min(space + 1, what.size()));
    if (!is_fingerprint(row.key)) {
      if (find_rule(row.key) == nullptr) {
        throw Error(ErrorKind::kMalformed, "no rule " + row.key, row.place,
                    "see mizan check --rules");
      }
      if (row.pattern.empty()) {
        throw Error(ErrorKind::kMalformed, "no path pattern after " + row.key, row.place,
                    "write RULE PATH-PATTERN TAB reason; * is every path");
      }
    }
    rows_.push_back(std::move(row));
  });
}

std::size_t Suppressions::take_suppressed(std::vector<Finding>& findings,
                                          std::span<const std::string> paths) {
  std::vector<Row*> here;
  for (Row& row : rows_) {
    if (row.pattern.empty() || std::ranges::any_of(paths, [&](const std::string& path) {
          return path_matches(row.pattern, folder_, path);
        })) {
      row.applies = true;
      here.push_back(&row);
    }
  }
  return std::erase_if(findings, [&](const Finding& finding) {
    bool suppressed = false;
    for (Row* row : here) {
      if (row->key != finding.fingerprint && row->key != finding.rule) continue;
      row->used = true;
      suppressed = true;
    }
    return suppressed;
  });
}

std::vector<Diagnostic> Suppressions::unused() const {
  std::vector<Diagnostic> all;
  for (const Row& row : rows_) {
    if (row.applies && !row.used) {
      all.push_back({"suppresses nothing: " + row.key +
                         (row.pattern.empty() ? "" : " " + row.pattern) + "; delete the row",
                     row.place});
    }
  }
  return all;
}

}  // namespace mizan
