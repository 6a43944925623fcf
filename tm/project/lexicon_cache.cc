#include "tm/project/lexicon_cache.h"

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>

#include "tm/base/error.h"
#include "tm/base/file.h"
#include "tm/project/embedded_text.h"

namespace mizan {
namespace {

namespace fs = std::filesystem;

// FNV-1a (Fowler, Noll, Vo).
std::uint64_t hashed(std::uint64_t hash, std::string_view text) {
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  return hash;
}

// What the kept index is made of: the core lexicon word for word; dictionaries by path, size and
// time of change. Nothing when a dictionary cannot be looked at.
std::optional<std::string> fingerprint() {
  std::uint64_t core = 14695981039346656037U;
  for (const EmbeddedText& file : core_lexicon_files()) core = hashed(core, file.text);
  std::string text = "mizan lexicon, core " + std::to_string(core);
  for (const std::string& index : installed_dictionaries()) {
    std::error_code failure;
    const auto size = fs::file_size(index, failure);
    const auto time = fs::last_write_time(index, failure);
    if (failure) return std::nullopt;
    text += ", " + index + ' ' + std::to_string(size) + ' ' +
            std::to_string(time.time_since_epoch().count());
  }
  return text + '\n';
}

// $XDG_CACHE_HOME/mizan/NAME, else ~/.cache/mizan/NAME; empty where neither is known.
std::string cache_path(const std::string& name) {
  if (const char* folder = std::getenv("XDG_CACHE_HOME"); folder != nullptr && *folder == '/') {
    return std::string(folder) + "/mizan/" + name;
  }
  const char* home = std::getenv("HOME");
  return home != nullptr && *home == '/' ? std::string(home) + "/.cache/mizan/" + name : "";
}

// The file: the line of the fingerprint, then the image.
template <typename Index>
std::optional<Index> read_cache(const std::string& path, const std::string& print) {
  try {
    std::string content = read_file(path);
    if (!content.starts_with(print)) return std::nullopt;
    content.erase(0, print.size());
    return Index::from_image(std::move(content));
  } catch (const Error&) {
    return std::nullopt;
  }
}

void write_cache(const std::string& path, const std::string& content) {
  try {
    std::error_code failure;
    fs::create_directories(fs::path(path).parent_path(), failure);
    if (!failure) write_file(path, content);
  } catch (const Error&) {
    // A read-only home or a full disk: the next run makes the index again.
  }
}

// What `make_image` makes of all that is the same for every memory, kept in the file `name`.
template <typename Index, typename MakeImage>
Index load_kept(const std::string& name, const MakeImage& make_image) {
  const std::string path = cache_path(name);
  const std::optional<std::string> print = fingerprint();
  const bool keeps = !path.empty() && print;
  if (keeps) {
    if (auto kept = read_cache<Index>(path, *print)) return std::move(*kept);
  }
  std::string image = make_image(load_lexicon());
  if (keeps) write_cache(path, *print + image);
  return Index::from_image(std::move(image)).value();
}

}  // namespace

LexiconIndex load_lexicon_index(const LexiconLayers& layers) {
  if (!layers.core || !layers.freedict) return LexiconIndex(load_lexicon(layers));
  auto index = load_kept<LexiconIndex>(
      "lexicon", [](const Lexicon& lexicon) { return LexiconIndex(lexicon).image(); });
  LexiconLayers own = layers;
  own.core = false;
  own.freedict = false;
  index.add(load_lexicon(own));
  return index;
}

LexiconKnowledge load_lexicon_knowledge() {
  return load_kept<LexiconKnowledge>("words", LexiconKnowledge::image);
}

}  // namespace mizan
