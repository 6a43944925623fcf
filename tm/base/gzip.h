// gzip (RFC 1952), piece by piece in either direction: memory does not grow with the data.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace mizan {

// Whether data that starts with `bytes` is gzip.
bool opens_gzip(std::string_view bytes);

// Unpacks what is gzip, seen from its first bytes, and passes on as it is what is not. Members that
// follow each other are one text, as for gzip itself; zero bytes behind the last are padding.
class GzipReader {
 public:
  // `name` is the file that errors name.
  explicit GzipReader(std::string name);
  GzipReader(const GzipReader&) = delete;
  GzipReader& operator=(const GzipReader&) = delete;
  ~GzipReader();

  // Appends to `content` what `bytes` hold, some 256 KB at most a call and the rest by the next
  // ones; returns how many of the bytes it has used. Throws Error(kMalformed) with the offset of
  // the packed data.
  std::size_t feed(std::string_view bytes, std::string& content);
  // After the last bytes. Throws Error(kMalformed) when the data ends in the middle of a member.
  void finish(std::string& content);

  bool packed() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

class GzipWriter {
 public:
  GzipWriter();
  GzipWriter(const GzipWriter&) = delete;
  GzipWriter& operator=(const GzipWriter&) = delete;
  ~GzipWriter();

  // Append packed bytes to `packed`; finish() ends the data.
  void feed(std::string_view content, std::string& packed);
  void finish(std::string& packed);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace mizan
