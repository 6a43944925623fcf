// Times look-ups, concordance and single additions in a memory, and holds the index against a scan.
//
//   memory_lookup times DB QUERIES [N]
//   memory_lookup add DB QUERIES N
//   memory_lookup oracle DB QUERIES [N]
//
// QUERIES has one text a line; N takes the first N. `times`: for each floor the 50th, 99th and
// 100th percentile of the processor's milliseconds for the best and the five best matches, when all
// has been read once; each query counts with the least of three rounds. Then the same for the
// concordance of two neighbouring words of each query. `add` adds N units one by one, each a
// durable write of its own, and prints milliseconds of the clock and the processor (it leaves them
// in the memory: give a copy). `oracle` compares the best match at five floors with a scan of all
// units that uses no index, and exits 1 when any score differs.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/reference/memory_scan.h"
#include "tm/base/error.h"
#include "tm/memory/concordance.h"
#include "tm/memory/lookup.h"

namespace mizan {
namespace {

constexpr int kRounds = 3;

// Of the processor, not of the clock on the wall: other work on the machine shows less.
double milliseconds(const std::function<void()>& call) {
  const auto now = [] {
    timespec time = {};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
  };
  const double begin = now();
  call();
  return now() - begin;
}

void print_percentiles(const std::string& name, std::vector<double> times) {
  if (times.empty()) return;
  std::sort(times.begin(), times.end());
  const auto at = [&times](double share) {
    return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
  };
  std::printf("%-16s %8.3f %8.3f %8.3f\n", name.c_str(), at(0.5), at(0.99), at(1));
}

// The least time of each call over kRounds rounds.
std::vector<double> least_times(std::size_t count, const std::function<void(std::size_t)>& call) {
  std::vector<double> times(count, 1e9);
  for (int round = 0; round < kRounds; ++round) {
    for (std::size_t i = 0; i < count; ++i) {
      times[i] = std::min(times[i], milliseconds([&] { call(i); }));
    }
  }
  return times;
}

std::vector<std::string> two_words_each(const std::vector<std::string>& queries) {
  std::vector<std::string> phrases;
  for (const std::string& query : queries) {
    const std::size_t first = query.find(' ', query.size() / 2);
    if (first == query.npos) continue;
    const std::size_t second = query.find(' ', first + 1);
    const std::size_t third = second == query.npos ? second : query.find(' ', second + 1);
    if (second != query.npos) phrases.push_back(query.substr(first + 1, third - first - 1));
  }
  return phrases;
}

void time_additions(const std::string& path, const std::vector<std::string>& queries,
                    std::size_t count) {
  Database database(path, {.mode = OpenMode::kMustExist});
  TranslationMemory memory(database);
  std::vector<double> times;
  std::vector<double> processor;
  // Not what an earlier run has added.
  Statement last = database.prepare("SELECT max(id) FROM unit");
  last.step();
  const std::int64_t number = last.integer(0);
  last.reset();
  for (std::size_t i = 0; i < count; ++i) {
    TranslationUnit unit;
    unit.arabic = queries[i % queries.size()];
    unit.english = "an added unit, number " + std::to_string(number) + "." + std::to_string(i);
    const auto begin = std::chrono::steady_clock::now();
    processor.push_back(milliseconds([&] { memory.add(unit); }));
    times.push_back(
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
            .count());
  }
  print_percentiles("add, clock", times);
  print_percentiles("add, processor", processor);
}

// How many answers differ.
int compare_with_scan(const TranslationMemory& memory, const std::vector<std::string>& queries) {
  const reference::MemoryScan scan(memory, Language::kArabic);
  const std::vector<double> bests = scan.best_scores(queries, 0.5);
  int differences = 0;
  for (std::size_t i = 0; i < queries.size(); ++i) {
    for (const double floor : {0.5, 0.6, 0.7, 0.8, 0.9}) {
      const auto matches =
          lookup(memory, queries[i], {.min_score = floor, .limit = 1, .side = Language::kArabic});
      const double expected = bests[i] + 1e-9 >= floor ? bests[i] : 0;
      if ((matches.empty() ? 0 : matches[0].score) == expected) continue;
      ++differences;
      std::printf("differs: query %zu, floor %.1f, scan %.4f\n", i, floor, expected);
    }
  }
  return differences;
}

void print_times(const TranslationMemory& memory, const std::vector<std::string>& queries) {
  std::printf("%-16s %8s %8s %8s   (ms)\n", "", "p50", "p99", "most");
  for (const double floor : {0.5, 0.7, 0.8}) {
    for (const std::size_t limit : {1U, 5U}) {
      char name[32];
      std::snprintf(name, sizeof name, "lookup %.1f, %zu", floor, limit);
      print_percentiles(name, least_times(queries.size(), [&](std::size_t i) {
                          lookup(memory, queries[i],
                                 {.min_score = floor, .limit = limit, .side = Language::kArabic});
                        }));
    }
  }
  const std::vector<std::string> phrases = two_words_each(queries);
  print_percentiles("concordance", least_times(phrases.size(), [&](std::size_t i) {
                      concordance(memory, phrases[i], {.limit = 20});
                    }));
}

int run(int argc, char** argv) {
  if (argc != 4 && argc != 5) {
    std::fputs("usage: memory_lookup times|add|oracle DB QUERIES [N]\n", stderr);
    return 2;
  }
  const std::string_view what = argv[1];
  std::vector<std::string> queries;
  std::ifstream input(argv[3]);
  for (std::string line; std::getline(input, line);) queries.push_back(line);
  const std::size_t most =
      argc == 5 ? static_cast<std::size_t>(std::atoll(argv[4])) : queries.size();
  if (most < queries.size()) queries.resize(most);
  if (queries.empty()) {
    std::fputs("no queries\n", stderr);
    return 2;
  }
  if (what == "add") {
    time_additions(argv[2], queries, most);
    return 0;
  }
  const Database database(argv[2], {.mode = OpenMode::kReadOnly});
  const TranslationMemory memory(database);
  if (what == "times") print_times(memory, queries);
  if (what != "oracle") return 0;
  const int differences = compare_with_scan(memory, queries);
  std::printf("answers that differ from the scan: %d of %zu\n", differences, 5 * queries.size());
  return differences == 0 ? 0 : 1;
}

}  // namespace
}  // namespace mizan

int main(int argc, char** argv) {
  try {
    return mizan::run(argc, argv);
  } catch (const mizan::Error& error) {
    std::fprintf(stderr, "memory_lookup: %s\n", error.what());
    return 2;
  }
}
