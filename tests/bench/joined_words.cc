// Features of the rule "joined-words" for the words of bilingual files, and for each two neighbours
// with the space between them taken out. A line for a place where a word may be two: kind (word or
// joint), id, the word, whether it is the right place, features. For train_joined_words.py.
//   joined_words PAIRS.tsv...
//   joined_words --count         how many features there are
#include <iostream>
#include <string>
#include <vector>

#include "tm/base/encoding.h"
#include "tm/base/utf8.h"
#include "tm/check/word_joints.h"
#include "tm/project/lexicon_cache.h"
#include "tm/text/normalize.h"
#include "tm/text/sentences.h"

namespace {

using namespace mizan;

struct Row {
  std::string id, document, arabic, english;
};

// Rows `id document ar en` under a header.
std::vector<Row> read_rows(const char* path) {
  std::vector<Row> rows;
  for (const Segment& line : split_lines(read_text(path).text)) {
    std::vector<std::string> cells(1);
    for (const char c : line.text) {
      if (c == '\t') {
        cells.emplace_back();
      } else {
        cells.back() += c;
      }
    }
    if (cells.size() == 4 && cells[0] != "id")
      rows.push_back({cells[0], cells[1], cells[2], cells[3]});
  }
  return rows;
}

void print(const char* kind, const std::string& id, std::string_view word, std::size_t right_place,
           const std::vector<WordJoint>& joints) {
  std::cout << kind << '\t' << id << '\t' << word << '\t' << 0 << '\n';
  for (const WordJoint& joint : joints) {
    std::cout << kind << '\t' << id << '\t' << word << '\t'
              << (joint.place == right_place ? 1 : -1);
    for (const std::size_t feature : joint.features) std::cout << '\t' << feature;
    std::cout << '\n';
  }
}

void print_document(std::span<const Row> rows, WordRenderings& renderings) {
  CheckedDocument document;
  for (const Row& row : rows) {
    document.arabic.push_back(read_segment(row.arabic, Language::kArabic));
    document.english.push_back(read_segment(row.english, Language::kEnglish));
  }
  for (std::size_t s = 0; s < rows.size(); ++s) {
    WordJoints joints(document, renderings);
    joints.set_beside({&document.english[s], 1});
    const CheckedSegment whole = document.arabic[s];
    for (const CheckedWord& word : whole.words) {
      if (word.kind != TokenKind::kWord) continue;
      print("word", rows[s].id, word.range.of(whole.text), 0, joints.find(whole, word));
    }
    for (std::size_t i = 1; i < whole.words.size(); ++i) {
      const ByteRange left = whole.words[i - 1].range;
      if (left.end + 1 != whole.words[i].range.begin || whole.text[left.end] != ' ') continue;
      const std::string text = std::string(whole.text).erase(left.end, 1);
      document.arabic[s] = read_segment(text, Language::kArabic);
      const CheckedWord& joined = document.arabic[s].words[i - 1];
      if (joined.kind == TokenKind::kWord && joined.range.end == whole.words[i].range.end - 1) {
        WordJoints altered(document, renderings);
        altered.set_beside({&document.english[s], 1});
        print("joint", rows[s].id, joined.range.of(text),
              count_code_points(fold(left.of(whole.text), FoldProfile::kMarks)),
              altered.find(document.arabic[s], joined));
      }
      document.arabic[s] = whole;
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "joined_words PAIRS.tsv... | --count\n";
    return 2;
  }
  if (std::string_view(argv[1]) == "--count") {
    std::cout << joint_feature_count() << '\n';
    return 0;
  }
  const LexiconKnowledge words = load_lexicon_knowledge();
  WordRenderings renderings(words);
  for (int i = 1; i < argc; ++i) {
    const std::vector<Row> rows = read_rows(argv[i]);
    for (std::size_t begin = 0; begin < rows.size();) {
      std::size_t end = begin;
      while (end < rows.size() && rows[end].document == rows[begin].document) ++end;
      print_document(std::span(rows).subspan(begin, end - begin), renderings);
      begin = end;
    }
  }
}
