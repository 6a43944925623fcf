// mizan names: spellings compared.
#include <cstdio>

#include "cli/commands.h"
#include "tm/base/encoding.h"
#include "tm/base/error.h"
#include "tm/project/lexicon_layers.h"
#include "tm/text/sentences.h"
#include "tm/variant/name_comparison.h"

namespace mizan {
namespace {

constexpr double kSameName = 0.5;

void print_score(Invocation& call, const NameComparison& names, std::size_t number,
                 std::string_view a, std::string_view b) {
  const double score = names.compare(a, b);
  char line[96];
  if (call.value("format") == "jsonl") {
    std::snprintf(line, sizeof line, "{\"pair\":%zu,\"score\":%.4f,\"same\":%s}", number, score,
                  score >= kSameName ? "true" : "false");
    call.out.line(line);
    return;
  }
  std::snprintf(line, sizeof line, "%.4f  %s  ", score, score >= kSameName ? "same" : "different");
  const TerminalStyle style = call.style();
  call.out.line(line + shown(a, style) + "  " + shown(b, style));
}

void compare_rows(Invocation& call, const NameComparison& names, const std::string& path) {
  std::size_t number = 0;
  for (const Segment& row : split_lines(read_text(path).text)) {
    const std::string_view text = row.text;
    const std::size_t tab = text.find('\t');
    if (tab == std::string_view::npos) {
      throw Error(ErrorKind::kMalformed, "one column", {path, number + 1, 1}, "write A TAB B");
    }
    const std::string_view rest = text.substr(tab + 1);
    print_score(call, names, number, text.substr(0, tab), rest.substr(0, rest.find('\t')));
    ++number;
  }
}

int run(Invocation& call) {
  const NameComparison names(load_lexicon({.freedict = false}));
  if (call.has("batch")) {
    compare_rows(call, names, call.value("batch"));
    return 0;
  }
  if (call.arguments().size() != 2) {
    throw Error(ErrorKind::kUsage, "names compare: two names are needed", {},
                "write: mizan names compare A B");
  }
  print_score(call, names, 0, decode_text(call.argument(0), "the first name").text,
              decode_text(call.argument(1), "the second name").text);
  return 0;
}

}  // namespace

const Command kNamesCompare = {
    .name = "names compare",
    .arguments = "A B",
    .summary = "Says how probably two spellings, in either script, are of one name.",
    .example = "mizan names compare بريجوجين Prigozhin",
    .most_arguments = 2,
    .options = {format_option({"text", "jsonl"}),
                {"batch", OptionKind::kValue, "FILE", "pairs: A TAB B, one a line"}},
    .run = run};

}  // namespace mizan
