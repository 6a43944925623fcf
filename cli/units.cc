// mizan add, edit, remove: one unit, corrected on the spot.
#include <charconv>

#include "cli/commands.h"
#include "tm/base/encoding.h"
#include "tm/base/error.h"
#include "tm/memory/memory.h"
#include "tm/text/script.h"

namespace mizan {
namespace {

std::int64_t unit_number(const std::string& text) {
  std::int64_t id = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
  if (error != std::errc() || end != text.data() + text.size() || id <= 0) {
    throw Error(ErrorKind::kUsage, "not the number of a unit: " + text, {},
                "lookup and concord print the numbers");
  }
  return id;
}

int run_add(Invocation& call) {
  TranslationUnit unit;
  unit.arabic = decode_text(call.argument(0), "the first text").text;
  unit.english = decode_text(call.argument(1), "the second text").text;
  if (detect_language(unit.arabic) == Language::kEnglish) {
    std::swap(unit.arabic, unit.english);
    unit.source_language = Language::kEnglish;
  }
  if (detect_language(unit.arabic) == detect_language(unit.english)) {
    throw Error(ErrorKind::kUsage, "add: both texts are in one language", {},
                "give one Arabic and one English text");
  }
  if (call.has("document")) unit.origin.document = call.value("document");
  if (call.has("author")) unit.origin.author = call.value("author");
  const Database database(call.memory_path());
  TranslationMemory memory(database);
  call.out.line(std::to_string(memory.add(unit)));
  return 0;
}

int run_edit(Invocation& call) {
  if (!call.has("ar") && !call.has("en")) {
    throw Error(ErrorKind::kUsage, "edit: nothing to change", {}, "give --ar TEXT or --en TEXT");
  }
  const auto text = [&](const char* side) -> std::optional<std::string> {
    if (!call.has(side)) return std::nullopt;
    return decode_text(call.value(side), std::string("--") + side).text;
  };
  const Database database(call.memory_path(), {.mode = OpenMode::kMustExist});
  TranslationMemory(database).edit(unit_number(call.argument(0)), text("ar"), text("en"));
  return 0;
}

int run_remove(Invocation& call) {
  const Database database(call.memory_path(), {.mode = OpenMode::kMustExist});
  TranslationMemory(database).remove(unit_number(call.argument(0)));
  return 0;
}

}  // namespace

const Command kAdd = {.name = "add",
                      .arguments = "ARABIC ENGLISH",
                      .summary = "Adds one unit to the memory and prints its number.",
                      .example = "mizan add \"عدو صامد\" \"A resilient enemy\"",
                      .least_arguments = 2,
                      .most_arguments = 2,
                      .options = {{"document", OptionKind::kValue, "NAME", "where it comes from"},
                                  {"author", OptionKind::kValue, "NAME", "who translated it"},
                                  memory_option()},
                      .run = run_add};

const Command kEdit = {
    .name = "edit",
    .arguments = "UNIT",
    .summary = "Replaces a side of one unit.",
    .example =
        "mizan edit \"$(mizan add \"عدو صامد\" \"A resilient enemy\")\" --en \"A tough enemy\"",
    .least_arguments = 1,
    .most_arguments = 1,
    .options = {{"ar", OptionKind::kValue, "TEXT", "the new Arabic text"},
                {"en", OptionKind::kValue, "TEXT", "the new English text"},
                memory_option()},
    .run = run_edit};

const Command kRemove = {
    .name = "remove",
    .arguments = "UNIT",
    .summary = "Removes one unit from the memory.",
    .example = "mizan remove \"$(mizan add \"عدو صامد\" \"A resilient enemy\")\"",
    .least_arguments = 1,
    .most_arguments = 1,
    .options = {memory_option()},
    .run = run_remove};

}  // namespace mizan
