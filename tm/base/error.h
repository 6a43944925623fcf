// What the library throws when a job cannot be done: one line for a person, with the place and
// what to do next.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>

namespace mizan {

// A place in an input. `line` and `column` are 1-based, the column counts code points; 0 means
// unknown. An empty `file` means that the place is not in a file.
struct InputPlace {
  std::string file;
  std::size_t line = 0;
  std::size_t column = 0;
};

enum class ErrorKind {
  kUsage,         // the words of the command are wrong
  kNotFound,      // a named file, unit or term does not exist
  kIo,            // reading or writing failed
  kMalformed,     // the input is not what it claims to be
  kCorruptStore,  // the database is damaged or not ours
  kVersion,       // the database was written by a newer Mizan
  kBusy,          // another process holds the database
  kLimit,         // a declared limit was exceeded (size, depth)
};

// what() is "file:line:column: problem; advice", without a full stop; unknown parts are left out.
class Error : public std::runtime_error {
 public:
  Error(ErrorKind kind, const std::string& problem, const InputPlace& place = {},
        const std::string& advice = {});

  ErrorKind kind() const { return kind_; }
  const std::string& problem() const { return problem_; }
  const InputPlace& place() const { return place_; }
  const std::string& advice() const { return advice_; }

 private:
  ErrorKind kind_;
  std::string problem_;
  InputPlace place_;
  std::string advice_;
};

// "file:line:column", leaving out what is unknown; empty for an empty place.
std::string to_string(const InputPlace& place);

// A bad record among good ones: reported, and the reading goes on.
struct Diagnostic {
  std::string message;
  InputPlace place;
};

}  // namespace mizan
