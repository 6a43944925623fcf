// Files read whole and written whole.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mizan {

// All bytes of `path`; "-" is standard input. Throws Error: kNotFound when there is no such file,
// kIo for a directory, no permission or a failed read, kLimit above `max_bytes`.
std::string read_file(const std::string& path, std::size_t max_bytes = std::size_t{4} << 30);

// Replaces `path` by `content` at one stroke: written beside it, synced, then renamed, so that a
// reader sees the old file or the new one. "-" is standard output. Throws Error(kIo).
void write_file(const std::string& path, std::string_view content);

}  // namespace mizan
