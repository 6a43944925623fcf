// Tables of plain values as bytes for this machine: made once, kept in a file, and read back in no
// time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace mizan {

// Sections are numbered from 0 in the order in which they are added.
class FlatImageWriter {
 public:
  template <typename T>
  void add(const std::vector<T>& values) {
    static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= 8);
    add_text({reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)});
  }
  void add_text(std::string_view text);

  // The image. `format` tells what its sections mean.
  std::string take(std::uint64_t format);

 private:
  std::vector<std::uint64_t> sizes_;
  std::string body_;
};

// Moving it leaves its sections where they are.
class FlatImage {
 public:
  // Nothing when the bytes are damaged, or of another format or kind of machine. They are kept, so
  // pass them by move.
  static std::optional<FlatImage> open(std::string bytes, std::uint64_t format);

  // Valid as long as the image. The section exists.
  template <typename T>
  std::span<const T> values(std::size_t section) const {
    const std::string_view bytes = text(section);
    return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
  }
  std::string_view text(std::size_t section) const { return sections_[section]; }

 private:
  std::unique_ptr<const std::string> bytes_;
  std::vector<std::string_view> sections_;
};

// A list of texts, in two sections.
class FlatTexts {
 public:
  static constexpr std::size_t kSections = 2;

  FlatTexts() = default;
  FlatTexts(const FlatImage& image, std::size_t first_section);
  static void write(std::span<const std::string_view> texts, FlatImageWriter& image);

  std::size_t size() const { return starts_.empty() ? 0 : starts_.size() - 1; }
  std::string_view operator[](std::size_t i) const {
    return pool_.substr(starts_[i], starts_[i + 1] - starts_[i]);
  }

 private:
  std::span<const std::uint32_t> starts_;  // one more than there are texts
  std::string_view pool_;
};

// Different texts that are found by hashing, in three sections.
class FlatKeys {
 public:
  static constexpr std::size_t kSections = FlatTexts::kSections + 1;

  FlatKeys() = default;
  FlatKeys(const FlatImage& image, std::size_t first_section);
  static void write(std::span<const std::string_view> keys, FlatImageWriter& image);

  std::size_t size() const { return texts_.size(); }
  std::string_view operator[](std::size_t i) const { return texts_[i]; }
  std::optional<std::size_t> find(std::string_view key) const;

 private:
  FlatTexts texts_;
  // With the hash, so that another key is mostly passed over unread.
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t key_and_one = 0;  // 0: free
  };
  std::span<const Slot> slots_;  // a power of two
};

}  // namespace mizan
