#include "tm/base/error.h"

namespace mizan {
namespace {

std::string compose(const std::string& problem, const InputPlace& place,
                    const std::string& advice) {
  std::string line = to_string(place);
  if (!line.empty()) line += ": ";
  line += problem;
  if (!advice.empty()) line += "; " + advice;
  return line;
}

}  // namespace

Error::Error(ErrorKind kind, const std::string& problem, const InputPlace& place,
             const std::string& advice)
    : std::runtime_error(compose(problem, place, advice)),
      kind_(kind),
      problem_(problem),
      place_(place),
      advice_(advice) {}

std::string to_string(const InputPlace& place) {
  std::string text = place.file;
  if (place.line == 0) return text;
  if (!text.empty()) text += ':';
  text += std::to_string(place.line);
  if (place.column != 0) {
    text += ':';
    text += std::to_string(place.column);
  }
  return text;
}

}  // namespace mizan
