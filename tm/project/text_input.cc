#include "tm/project/text_input.h"

#include <utility>

#include "tm/base/encoding.h"
#include "tm/base/error.h"
#include "tm/text/script.h"
#include "tm/text/sentences.h"

namespace mizan {
namespace {

TextInput split(DecodedText decoded, const std::string& path, Segmentation segmentation,
                Language language) {
  TextInput input{std::move(decoded.text), std::move(decoded.encoding), {path, language, {}}};
  switch (segmentation) {
    case Segmentation::kLines:
      input.segmented.segments = split_lines(input.text);
      break;
    case Segmentation::kSentences:
      input.segmented.segments = split_sentences(input.text, language);
      break;
    case Segmentation::kSemicolonsToo:
      input.segmented.segments = split_sentences(input.text, language, {.split_semicolon = true});
      break;
  }
  return input;
}

}  // namespace

TextInput read_text_input(const std::string& path, Segmentation segmentation) {
  DecodedText decoded = read_text(path);
  const std::optional<Language> language = detect_language(decoded.text);
  if (!language) {
    throw Error(ErrorKind::kMalformed, "neither Arabic nor English: no letters found",
                {.file = path}, "check that this is the right file");
  }
  return split(std::move(decoded), path, segmentation, *language);
}

TextInput read_text_input(const std::string& path, Segmentation segmentation, Language language) {
  return split(read_text(path), path, segmentation, language);
}

TextPair read_text_pair(const std::string& first, const std::string& second,
                        Segmentation segmentation) {
  if (first == "-" && second == "-") {
    throw Error(ErrorKind::kUsage, "standard input can be read only once", {},
                "name a file for one of the texts");
  }
  TextPair pair{read_text_input(first, segmentation), read_text_input(second, segmentation)};
  if (pair.first.segmented.language == pair.second.segmented.language) {
    const bool arabic = pair.first.segmented.language == Language::kArabic;
    throw Error(ErrorKind::kUsage,
                "is in " + std::string(arabic ? "Arabic" : "English") + ", and so is " + first,
                {.file = second}, "give one Arabic and one English text");
  }
  return pair;
}

}  // namespace mizan
