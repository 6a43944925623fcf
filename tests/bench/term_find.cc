// Terms of a glossary in a text, one hit a line, as `mizan term find --format jsonl` prints them:
//   term_find ar|en GLOSSARY.tsv TEXT [--related] [--first-column=en]
// The glossary is Arabic TAB English (or the other way round), one header line; TEXT has one
// sentence a line. With "--time" only the speed is printed, in processor time.
#include <cstring>
#include <ctime>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include "tm/base/file.h"
#include "tm/term/recognizer.h"

namespace {

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

std::string quote(const std::string& text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + "\"";
}

// Of the processor: the clock on the wall tells what else the machine does.
double seconds_since(std::clock_t start) {
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

}  // namespace

int main(int count, char** words) {
  if (count < 4) return 2;
  const mizan::Language language =
      std::string_view(words[1]) == "ar" ? mizan::Language::kArabic : mizan::Language::kEnglish;
  mizan::FindOptions options;
  bool english_first = false;
  bool time = false;
  for (int i = 4; i < count; ++i) {
    options.related = options.related || std::strcmp(words[i], "--related") == 0;
    english_first = english_first || std::strcmp(words[i], "--first-column=en") == 0;
    time = time || std::strcmp(words[i], "--time") == 0;
    if (std::strncmp(words[i], "--min=", 6) == 0) options.min_confidence = std::stod(words[i] + 6);
  }
  std::vector<mizan::TermConcept> concepts;
  bool header = true;
  for (const std::string& line : split(mizan::read_file(words[2]), '\n')) {
    if (line.empty() || line[0] == '#' || std::exchange(header, false)) continue;
    const std::vector<std::string> columns = split(line, '\t');
    if (columns.size() < 2) continue;
    mizan::TermConcept entry;
    entry.terms.push_back({columns[english_first ? 1 : 0], mizan::Language::kArabic, {}, {}});
    entry.terms.push_back({columns[english_first ? 0 : 1], mizan::Language::kEnglish, {}, {}});
    concepts.push_back(std::move(entry));
  }
  const std::size_t terms = concepts.size();
  std::clock_t start = std::clock();
  const mizan::TermRecognizer recognizer(std::move(concepts));
  recognizer.find("", language, options);  // compiles the language
  const double load = seconds_since(start);
  const std::vector<std::string> lines = split(mizan::read_file(words[3]), '\n');
  start = std::clock();
  std::size_t spaces = 0;
  std::size_t found = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    for (const char c : lines[i]) spaces += c == ' ';
    for (const mizan::TermHit& hit : recognizer.find(lines[i], language, options)) {
      ++found;
      if (time) continue;
      std::cout << "{\"line\":" << i << ",\"begin\":" << hit.begin << ",\"end\":" << hit.end
                << ",\"surface\":" << quote(hit.surface) << ",\"term\":" << quote(hit.term)
                << ",\"evidence\":" << quote(hit.evidence) << ",\"confidence\":" << hit.confidence
                << ",\"related\":" << (hit.related ? "true" : "false") << "}\n";
    }
  }
  if (time) {
    const double search = seconds_since(start);
    std::cout << terms << " terms loaded in " << load * 1000 << " ms; " << spaces << " words, "
              << found << " hits, " << static_cast<double>(spaces) / search * 60
              << " words a minute\n";
  }
}
