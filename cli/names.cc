// mizan names: spellings compared, and names written in the other script.
#include <cstdio>

#include "cli/commands.h"
#include "tm/base/encoding.h"
#include "tm/base/error.h"
#include "tm/project/lexicon_layers.h"
#include "tm/project/name_renderings.h"
#include "tm/report/json_lines.h"
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

int print_renderings(Invocation& call, Language language) {
  const std::string name = decode_text(call.argument(0), "the name").text;
  const std::vector<NameRendering> renderings =
      render_name(name, language, call.memory_path(), call.count("limit"));
  for (const NameRendering& rendering : renderings) {
    if (call.value("format") == "jsonl") {
      call.out.line(to_json(rendering));
      continue;
    }
    char score[16];
    std::snprintf(score, sizeof score, "%.2f", rendering.score);
    const std::string units =
        rendering.units == 0 ? "" : ", " + std::to_string(rendering.units) + " units";
    call.out.line(shown(rendering.text, call.style()) + "  " + score + "  " +
                  std::string(to_string(rendering.origin)) + units);
  }
  return renderings.empty() ? 1 : 0;
}

int run_romanize(Invocation& call) { return print_renderings(call, Language::kEnglish); }

int run_arabize(Invocation& call) { return print_renderings(call, Language::kArabic); }

Option limit_option() { return {"limit", OptionKind::kValue, "N", "candidates at most", "5"}; }

}  // namespace

const Command kNamesRomanize = {
    .name = "names romanize",
    .arguments = "NAME",
    .summary = "Says how an Arabic name is written in English, and may be.",
    .example = "mizan names romanize بريجوجين",
    .least_arguments = 1,
    .most_arguments = 1,
    .options = {format_option({"text", "jsonl"}), limit_option(), memory_option()},
    .run = run_romanize,
    .notes =
        "What the termbase and the memory use comes first, then what the lexicon knows, then\n"
        "candidates made from the letters.\n"};

const Command kNamesArabize = {
    .name = "names arabize",
    .arguments = "NAME",
    .summary = "Says how an English name is written in Arabic, and may be.",
    .example = "mizan names arabize Prigozhin",
    .least_arguments = 1,
    .most_arguments = 1,
    .options = {format_option({"text", "jsonl"}), limit_option(), memory_option()},
    .run = run_arabize,
    .notes = kNamesRomanize.notes};

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
