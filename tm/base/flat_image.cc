#include "tm/base/flat_image.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

namespace mizan {
namespace {

constexpr std::uint64_t kMagic = 0x32474D494E415A4DU;  // "MZANIMG2", and the order of bytes

struct Header {
  std::uint64_t magic = 0;
  std::uint64_t format = 0;
  std::uint64_t sum = 0;  // of all that follows it
  std::uint64_t sections = 0;
};

constexpr std::size_t kSummedFrom = offsetof(Header, sum) + sizeof(Header::sum);
constexpr std::uint64_t kMostSections = 64;

std::uint64_t checksum(std::string_view bytes) {
  std::uint64_t sum = 0x9E3779B97F4A7C15U;
  while (!bytes.empty()) {
    std::uint64_t word = 0;
    const std::size_t size = std::min<std::size_t>(bytes.size(), 8);
    std::memcpy(&word, bytes.data(), size);
    sum = std::rotl((sum ^ word) * 0xFF51AFD7ED558CCDU, 29);
    bytes.remove_prefix(size);
  }
  return sum;
}

std::uint64_t padded(std::uint64_t size) { return (size + 7) / 8 * 8; }

// FNV-1a (Fowler, Noll, Vo); std::hash may differ between builds.
std::uint32_t slot_hash(std::string_view key) {
  std::uint32_t hash = 2166136261U;
  for (const char c : key) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash ^ (hash >> 15);
}

}  // namespace

void FlatImageWriter::add_text(std::string_view text) {
  sizes_.push_back(text.size());
  body_ += text;
  body_.resize(padded(body_.size()), '\0');
}

std::string FlatImageWriter::take(std::uint64_t format) {
  Header header{kMagic, format, 0, sizes_.size()};
  std::string image(reinterpret_cast<const char*>(&header), sizeof header);
  image.append(reinterpret_cast<const char*>(sizes_.data()), sizes_.size() * sizeof(sizes_[0]));
  image += body_;
  header.sum = checksum(std::string_view(image).substr(kSummedFrom));
  std::memcpy(image.data(), &header, sizeof header);
  return image;
}

std::optional<FlatImage> FlatImage::open(std::string bytes, std::uint64_t format) {
  Header header;
  if (bytes.size() < sizeof header) return std::nullopt;
  std::memcpy(&header, bytes.data(), sizeof header);
  if (header.magic != kMagic || header.format != format || header.sections > kMostSections ||
      checksum(std::string_view(bytes).substr(kSummedFrom)) != header.sum) {
    return std::nullopt;
  }
  std::uint64_t at = sizeof header + header.sections * sizeof(std::uint64_t);
  if (at > bytes.size()) return std::nullopt;
  FlatImage image;
  image.bytes_ = std::make_unique<const std::string>(std::move(bytes));
  const std::string_view all = *image.bytes_;
  for (std::uint64_t i = 0; i < header.sections; ++i) {
    std::uint64_t size = 0;
    std::memcpy(&size, all.data() + sizeof header + i * sizeof size, sizeof size);
    if (size > all.size() || padded(size) > all.size() - at) return std::nullopt;
    image.sections_.push_back(all.substr(at, size));
    at += padded(size);
  }
  if (at != all.size()) return std::nullopt;
  return image;
}

FlatTexts::FlatTexts(const FlatImage& image, std::size_t first_section)
    : starts_(image.values<std::uint32_t>(first_section)), pool_(image.text(first_section + 1)) {}

void FlatTexts::write(std::span<const std::string_view> texts, FlatImageWriter& image) {
  std::vector<std::uint32_t> starts = {0};
  std::string pool;
  for (const std::string_view text : texts) {
    pool += text;
    starts.push_back(static_cast<std::uint32_t>(pool.size()));
  }
  image.add(starts);
  image.add_text(pool);
}

FlatKeys::FlatKeys(const FlatImage& image, std::size_t first_section)
    : texts_(image, first_section),
      slots_(image.values<Slot>(first_section + FlatTexts::kSections)) {}

void FlatKeys::write(std::span<const std::string_view> keys, FlatImageWriter& image) {
  FlatTexts::write(keys, image);
  std::vector<Slot> slots(std::bit_ceil(2 * keys.size() + 1));
  for (std::uint32_t i = 0; i < keys.size(); ++i) {
    const std::uint32_t hash = slot_hash(keys[i]);
    std::size_t at = hash & (slots.size() - 1);
    while (slots[at].key_and_one != 0) at = (at + 1) & (slots.size() - 1);
    slots[at] = {hash, i + 1};
  }
  image.add(slots);
}

std::optional<std::size_t> FlatKeys::find(std::string_view key) const {
  if (slots_.empty()) return std::nullopt;
  const std::uint32_t hash = slot_hash(key);
  for (std::size_t at = hash & (slots_.size() - 1); slots_[at].key_and_one != 0;
       at = (at + 1) & (slots_.size() - 1)) {
    const std::size_t found = slots_[at].key_and_one - 1;
    if (slots_[at].hash == hash && texts_[found] == key) return found;
  }
  return std::nullopt;
}

}  // namespace mizan
